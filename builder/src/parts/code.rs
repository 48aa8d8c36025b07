//! Code to copy.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::browser::copy;
use crate::words::use_interface;

/// What the code is given.
#[derive(PartialEq, Properties)]
pub struct CodeProps {
    /// What tells it from other code.
    pub id: AttrValue,
    /// What it is.
    pub title: AttrValue,
    /// When it is the one to use.
    pub lead: AttrValue,
    /// The code.
    pub text: AttrValue,
}

/// The code, in a field from which it can be copied by hand where the browser has no clipboard.
#[component]
pub fn Code(CodeProps { id, title, lead, text }: &CodeProps) -> Html {
    let words = use_interface().words;
    let said = use_state_eq(String::new);
    let field = use_node_ref();
    // What was copied is not this any more.
    use_effect_with(text.clone(), {
        let said = said.clone();
        move |_| said.set(String::new())
    });
    let oncopy = {
        let (text, said, field) = (text.clone(), said.clone(), field.clone());
        let (copied, by_hand) = (words.copied.clone(), words.copy_by_hand.clone());
        Callback::from(move |_: MouseEvent| {
            let (text, said, field) = (text.clone(), said.clone(), field.clone());
            let (copied, by_hand) = (copied.clone(), by_hand.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let is_copied = copy(&text).await;
                if let (false, Some(field)) = (is_copied, field.cast::<HtmlTextAreaElement>()) {
                    field.select();
                }
                said.set(if is_copied { copied } else { by_hand });
            });
        })
    };
    html! {
        <div class="code">
            <label for={id.clone()}>{title.clone()}</label>
            <p class="hint">{lead.clone()}</p>
            <textarea id={id.clone()} ref={field} readonly=true rows="6" dir="ltr" value={text.clone()} />
            <button type="button" onclick={oncopy}>{words.copy.clone()}</button>
            <span class="status" role="status">{(*said).clone()}</span>
        </div>
    }
}
