//! A field with its label, what it means, and what is wrong with it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::draft::{Act, Edit};

/// What a field is given.
#[derive(PartialEq, Properties)]
pub struct FieldProps {
    /// What tells it from all other fields of the page.
    pub id: AttrValue,
    /// What it is.
    pub label: AttrValue,
    /// What it means, with an example.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// What is wrong with that.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// Whether it takes more than a line.
    #[prop_or_default]
    pub long: bool,
    /// The id of a list of names to choose from.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    /// The change that a text makes.
    pub edit: Callback<String, Edit>,
    /// Where changes go.
    pub dispatch: Callback<Act>,
    /// What stands below it, such as repairs.
    #[prop_or_default]
    pub children: Html,
}

/// The field. All that is typed in it until it is left is one step.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let FieldProps { id, label, hint, value, problem, long, list, edit, dispatch, children } = props;
    let oninput = {
        let (id, edit) = (id.to_string(), edit.clone());
        dispatch.reform(move |event: InputEvent| {
            // A text area has a value likewise.
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            Act::Type(id.clone(), edit.emit(text))
        })
    };
    let onblur = dispatch.reform(|_: FocusEvent| Act::EndTyping);
    let (hint_id, problem_id) = (format!("{id}-hint"), format!("{id}-problem"));
    let described = format!(
        "{}{}",
        if hint.is_empty() { String::new() } else { format!("{hint_id} ") },
        if problem.is_some() { &problem_id } else { "" }
    );
    let described = (!described.is_empty()).then_some(described);
    let invalid = problem.is_some().then_some("true");
    html! {
        <div class="field">
            <label for={id.clone()}>{label.clone()}</label>
            if *long {
                <textarea id={id.clone()} rows="3" value={value.clone()} aria-describedby={described} aria-invalid={invalid}
                    {oninput} {onblur} dir="auto" />
            } else {
                <input id={id.clone()} value={value.clone()} list={list.clone()} aria-describedby={described}
                    aria-invalid={invalid} autocomplete="off" {oninput} {onblur} dir="auto" />
            }
            if !hint.is_empty() {
                <p class="hint" id={hint_id}>{hint.clone()}</p>
            }
            if let Some(problem) = problem {
                <p class="problem" id={problem_id}>{problem.clone()}</p>
            }
            {children.clone()}
        </div>
    }
}
