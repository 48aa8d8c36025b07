//! A field that is chosen from a list, with its label and what it means.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::draft::{Act, Edit};

/// What a choice is given.
#[derive(PartialEq, Properties)]
pub struct ChoiceProps {
    /// What tells it from all other fields of the page.
    pub id: AttrValue,
    /// What it is.
    pub label: AttrValue,
    /// What it means.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What there is to choose from: values, and what they are called.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The value that is chosen.
    pub chosen: AttrValue,
    /// The change that a value makes.
    pub edit: Callback<String, Edit>,
    /// Where changes go.
    pub dispatch: Callback<Act>,
}

/// The choice.
#[component]
pub fn Choice(ChoiceProps { id, label, hint, options, chosen, edit, dispatch }: &ChoiceProps) -> Html {
    let edit = edit.clone();
    let onchange = dispatch
        .reform(move |event: Event| Act::Do(edit.emit(event.target_unchecked_into::<HtmlSelectElement>().value())));
    let hint_id = format!("{id}-hint");
    let options = options.iter().map(|(value, text)| {
        html! { <option value={value.clone()} selected={value == chosen}>{text.clone()}</option> }
    });
    html! {
        <div class="field">
            <label for={id.clone()}>{label.clone()}</label>
            <select id={id.clone()} {onchange} aria-describedby={(!hint.is_empty()).then(|| hint_id.clone())}>
                {for options}
            </select>
            if !hint.is_empty() {
                <p class="hint" id={hint_id}>{hint.clone()}</p>
            }
        </div>
    }
}
