//! What goes to the site: the data file, the code to paste, and one archive with all of it.

use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::code::Code;
use crate::archive::{self, Made};
use crate::browser::save;
use crate::judged::Judged;
use crate::words::{fill, use_interface};

/// What the part is given.
#[derive(PartialEq, Properties)]
pub struct PublishPartProps {
    /// What the draft comes to.
    pub judged: Rc<Judged>,
    /// The language of the story.
    pub language: AttrValue,
}

/// How long after a draft was judged the files are made, in milliseconds, and how many bytes of data make that a millisecond
/// longer: it takes longer than whoever types should wait, and the preview comes first.
const PAUSE: usize = 300;
const BYTES_A_MILLISECOND: usize = 500;

/// How far the files are.
#[derive(Clone, PartialEq)]
enum Progress {
    /// Nobody asked.
    Idle,
    /// They are being made.
    Working,
    /// They are there.
    Done,
    /// They could not be made, for this reason.
    Failed(String),
}

/// The part.
#[component]
pub fn PublishPart(PublishPartProps { judged, language }: &PublishPartProps) -> Html {
    let interface = use_interface();
    let words = &interface.words;
    let address = use_state_eq(String::new);
    let progress = use_state_eq(|| Progress::Idle);
    let made = use_state(|| None::<Result<Rc<Made>, String>>);
    let is_sound = judged.is_sound();
    // What is shown follows the draft and the address; pictures and the archive wait until somebody asks for them.
    let newest = use_mut_ref(|| 0_u32);
    use_effect_with((judged.text.clone(), (*address).clone(), is_sound, interface.language), {
        let (made, language) = (made.clone(), language.clone());
        move |(text, address, is_sound, page_language)| {
            let (text, address, page_language) = (text.clone(), address.trim().to_owned(), *page_language);
            let text = text.filter(|_| *is_sound);
            *newest.borrow_mut() += 1;
            let own = *newest.borrow();
            wasm_bindgen_futures::spawn_local(async move {
                let pause = PAUSE + text.as_ref().map_or(0, String::len) / BYTES_A_MILLISECOND;
                TimeoutFuture::new(pause.try_into().unwrap_or(u32::MAX)).await;
                if *newest.borrow() != own {
                    return;
                }
                let result = match text {
                    Some(text) => Some(archive::made(&text, &language, &address, page_language).await.map(Rc::new)),
                    None => None,
                };
                // What was asked for later may have come earlier.
                if *newest.borrow() == own {
                    made.set(result);
                }
            });
        }
    });
    let onaddress = {
        let address = address.clone();
        Callback::from(move |event: InputEvent| address.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let onarchive = {
        let (progress, table, language) = (progress.clone(), judged.table.clone(), language.clone());
        let (data, address) = (judged.text.clone().unwrap_or_default(), address.trim().to_owned());
        let page_language = interface.language;
        Callback::from(move |_: MouseEvent| {
            let (progress, table, language) = (progress.clone(), table.clone(), language.clone());
            let (data, address) = (data.clone(), address.clone());
            progress.set(Progress::Working);
            wasm_bindgen_futures::spawn_local(async move {
                // Anew: what is shown may be of the draft before the last key.
                let made = archive::made(&data, &language, &address, page_language).await;
                let archived = match made {
                    Ok(made) => archive::archive(&made, &data, &table).await,
                    Err(reason) => Err(reason),
                };
                progress.set(match archived {
                    Ok(bytes) => {
                        save("calculator.zip", &bytes, "application/zip");
                        Progress::Done
                    }
                    Err(reason) => Progress::Failed(reason),
                });
            });
        })
    };
    let save_text = |name: &'static str, kind: &'static str, text: Option<String>, label: &str| {
        let is_there = text.is_some();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(text) = &text {
                save(name, text.as_bytes(), kind);
            }
        });
        html! { <button type="button" disabled={!is_there} {onclick}>{label.to_owned()}</button> }
    };
    let error = match &*made {
        Some(Err(error)) => Some(error.clone()),
        _ => None,
    };
    let codes = match &*made {
        Some(Ok(made)) => html! {
            <div class="codes">
                <Code id="code-tag" title={words.code_tag.clone()} lead={words.code_tag_lead.clone()} text={made.codes.tag.clone()} />
                <Code id="code-frame" title={words.code_frame.clone()} lead={words.code_frame_lead.clone()} text={made.codes.frame.clone()} />
                <Code id="code-pasted" title={words.code_pasted.clone()} lead={words.code_pasted_lead.clone()}
                    text={made.codes.pasted.clone()} />
                <Code id="code-template" title={words.code_template.clone()} lead={words.code_template_lead.clone()}
                    text={made.codes.template.clone()} />
            </div>
        },
        _ => html! { <div class="codes" hidden=true /> },
    };
    html! {
        <section id="publish" aria-labelledby="publish-title">
            <h2 id="publish-title">{words.publish_title.clone()}</h2>
            <p class="lead">{words.publish_lead.clone()}</p>
            <p class="notice" hidden={is_sound}>{words.publish_unsound.clone()}</p>
            <div class="field">
                <label for="address">{words.field_address.clone()}</label>
                <input id="address" type="url" value={(*address).clone()} oninput={onaddress} aria-describedby="address-hint"
                    placeholder="https://your.site/calculator/" aria-invalid={error.is_some().then_some("true")} />
                <p class="hint" id="address-hint">{words.hint_address.clone()}</p>
                if let Some(error) = error {
                    <p class="problem" role="alert">{error}</p>
                }
            </div>
            <div class="tools">
                <button type="button" class="main" disabled={!is_sound || *progress == Progress::Working || !matches!(&*made, Some(Ok(_)))}
                    onclick={onarchive}>{words.save_archive.clone()}</button>
                {save_text("data.json", "application/json", judged.text.clone().filter(|_| is_sound), &words.save_data)}
                {save_text("table.csv", "text/csv", Some(judged.table.clone()), &words.save_table)}
            </div>
            <p class="status" role="status">{match &*progress {
                Progress::Idle => String::new(),
                Progress::Working => words.archive_working.clone(),
                Progress::Done => words.archive_done.clone(),
                Progress::Failed(reason) => fill(&words.archive_failed, &[("reason", reason)]),
            }}</p>
            {codes}
        </section>
    }
}
