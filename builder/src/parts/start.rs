//! The ways to begin: a table, a file, an example, a draft that was kept, or a row by hand.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::sending::sending;
use crate::browser::file_of;
use crate::kept::{self, Kept};
use crate::words::{fill, use_interface};

/// The datasets that are built in beside the page: the file, and what it shows.
const EXAMPLES: [&str; 12] = [
    "kursk-january-2025.json",
    "kursk-2024-2025.json",
    "stories/falklands.json",
    "stories/general-staff-uk.json",
    "stories/georgia-2008.json",
    "stories/gulf-war.json",
    "stories/iraq-deaths.json",
    "stories/somme-first-day.json",
    "stories/soviet-afghanistan.json",
    "stories/ukraine-december-2024.json",
    "stories/us-korea.json",
    "stories/wagner-bakhmut.json",
];

/// What is begun with.
#[derive(Clone, Debug, PartialEq)]
pub enum Beginning {
    /// A text that was pasted.
    Text(String),
    /// A file.
    File(gloo::file::File),
    /// An example, by its file.
    Example(&'static str),
    /// A draft that was kept.
    Kept(Box<Kept>),
    /// An empty row.
    Row,
}

/// What the part is given.
#[derive(PartialEq, Properties)]
pub struct StartProps {
    /// Where the beginning goes.
    pub onbegin: Callback<Beginning>,
}

/// The part.
#[component]
pub fn Start(StartProps { onbegin }: &StartProps) -> Html {
    let words = use_interface().words;
    let drafts = use_state(kept::all);
    let pasted = use_node_ref();
    let read = {
        let pasted = pasted.clone();
        sending(onbegin, move |_: MouseEvent| {
            let text = pasted.cast::<HtmlTextAreaElement>()?.value();
            (!text.trim().is_empty()).then_some(Beginning::Text(text))
        })
    };
    let open = sending(onbegin, |event: Event| {
        let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
        file_of(&input).map(Beginning::File)
    });
    let example = sending(onbegin, |event: Event| {
        let chosen = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
        EXAMPLES.into_iter().find(|file| *file == chosen).map(Beginning::Example)
    });
    let kept_drafts = drafts.iter().map(|kept| {
        let go_on = {
            let kept = kept.clone();
            onbegin.reform(move |_: MouseEvent| Beginning::Kept(Box::new(kept.clone())))
        };
        let remove = {
            let (drafts, id) = (drafts.clone(), kept.id.clone());
            Callback::from(move |_: MouseEvent| {
                kept::remove(&id);
                drafts.set(kept::all());
            })
        };
        let title = &kept.draft.story.title;
        let title = if title.is_empty() { words.draft_untitled.clone() } else { title.clone() };
        let time = js_sys::Date::new(&kept.time.into()).to_locale_string("default", &wasm_bindgen::JsValue::UNDEFINED);
        let about = [("rows", &*kept.draft.rows.len().to_string()), ("time", &String::from(time))];
        html! {
            <li key={kept.id.clone()}>
                <span><strong dir="auto">{title}</strong>{" "}<span class="hint">{fill(&words.draft_about, &about)}</span></span>
                <button type="button" onclick={go_on}>{words.draft_go_on.clone()}</button>
                <button type="button" class="plain" onclick={remove}>{words.draft_remove.clone()}</button>
            </li>
        }
    });
    html! {
        <section id="start" aria-labelledby="start-title">
            <h2 id="start-title">{words.start_title.clone()}</h2>
            <p class="lead">{words.start_lead.clone()}</p>
            <div class="kept" hidden={drafts.is_empty()}>
                <h3>{words.drafts_title.clone()}</h3>
                <ul>{for kept_drafts}</ul>
            </div>
            <div class="ways">
                <div class="way paste">
                    <label for="paste">{words.start_paste.clone()}</label>
                    <textarea id="paste" rows="6" ref={pasted} placeholder={words.start_paste_example.clone()} dir="auto" />
                    <button type="button" class="main" onclick={read}>{words.start_read.clone()}</button>
                </div>
                <div class="way">
                    <label for="file">{words.start_file.clone()}</label>
                    <input id="file" type="file" accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json"
                        onchange={open} />
                    <p class="hint">{words.start_file_hint.clone()}</p>
                </div>
                <div class="way">
                    <label for="example">{words.start_example.clone()}</label>
                    <select id="example" onchange={example}>
                        <option value="" selected=true>{words.column_choose.clone()}</option>
                        {for EXAMPLES.into_iter().map(|file| html! { <option value={file}>{file.trim_end_matches(".json")}</option> })}
                    </select>
                </div>
                <div class="way">
                    <span>{words.start_by_hand.clone()}</span>
                    <button type="button" onclick={onbegin.reform(|_: MouseEvent| Beginning::Row)}>{words.start_row.clone()}</button>
                </div>
            </div>
        </section>
    }
}
