//! The calculator as readers will have it: the real element, which `start.js` loads, given the draft's data.

use std::rc::Rc;

use js_sys::{JSON, Reflect};
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

use crate::judged::Judged;
use crate::words::{languages, use_interface};

/// What the part is given.
#[derive(PartialEq, Properties)]
pub struct PreviewPartProps {
    /// What the draft comes to.
    pub judged: Rc<Judged>,
    /// The language of the story.
    pub language: AttrValue,
}

/// The part.
#[component]
pub fn PreviewPart(PreviewPartProps { judged, language }: &PreviewPartProps) -> Html {
    let words = use_interface().words;
    let element = use_node_ref();
    let is_phone = use_state_eq(|| false);
    let is_dark = use_state_eq(|| false);
    let chosen = use_state_eq(|| None::<String>);
    let shown = (*chosen).clone().unwrap_or_else(|| language.to_string());
    // What was sound last stays while something is wrong.
    let sound = use_mut_ref(|| None::<String>);
    if judged.is_sound() {
        sound.borrow_mut().clone_from(&judged.text);
    }
    let sound = sound.borrow().clone();
    use_effect_with((element.clone(), sound.clone()), |(element, sound)| {
        let element = element.cast::<Element>();
        if let (Some(element), Some(text)) = (element, sound)
            && let Ok(data) = JSON::parse(text)
        {
            // Before the element is there, the property waits for it.
            let _ = Reflect::set(&element, &"data".into(), &data);
        }
    });
    let onlanguage = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            chosen.set(Some(event.target_unchecked_into::<HtmlSelectElement>().value()));
        })
    };
    let choice = |state: &UseStateHandle<bool>, value: bool, text: &str| {
        let onclick = {
            let state = state.clone();
            Callback::from(move |_: MouseEvent| state.set(value))
        };
        html! {
            <button type="button" class="choice" aria-pressed={if **state == value { "true" } else { "false" }} {onclick}>
                {text.to_owned()}
            </button>
        }
    };
    html! {
        <section id="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{words.preview_title.clone()}</h2>
            <div class="choices">
                <span role="group" aria-label={words.preview_width.clone()}>
                    {choice(&is_phone, false, &words.preview_desk)}{choice(&is_phone, true, &words.preview_phone)}
                </span>
                <span role="group" aria-label={words.preview_theme.clone()}>
                    {choice(&is_dark, false, &words.preview_light)}{choice(&is_dark, true, &words.preview_dark)}
                </span>
                <label for="preview-language">{words.preview_language.clone()}</label>
                <select id="preview-language" onchange={onlanguage}>
                    {for languages().map(|(tag, name)| html! {
                        <option value={tag} selected={shown == tag} lang={tag}>{name}</option>
                    })}
                </select>
            </div>
            <p class="notice" hidden={judged.is_sound() || sound.is_none()}>{words.preview_last.clone()}</p>
            <p class="notice" hidden={sound.is_some()}>{words.preview_none.clone()}</p>
            <div class={classes!("stage", is_phone.then_some("phone"), is_dark.then_some("dark"))} hidden={sound.is_none()}>
                <casualty-calculator ref={element} lang={shown} theme={if *is_dark { "dark" } else { "light" }} heading="3"
                    loading="eager" />
            </div>
            <details>
                <summary>{words.preview_feed.clone()}</summary>
                <pre dir="auto">{judged.feed.clone()}</pre>
            </details>
        </section>
    }
}
