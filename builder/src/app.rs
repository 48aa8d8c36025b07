//! The page: what is open, and its parts in their order.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement, KeyboardEvent};
use yew::prelude::*;

use crate::browser::{NotText, dropped, fetched, pasted_rows, save, text_of};
use crate::draft::{Act, Draft, StoryDraft, Work};
use crate::judged::{Judged, judge};
use crate::keeping::use_keeping;
use crate::kept;
use crate::opened::{CannotOpen, Opened, draft_of, opened, table_of};
use crate::parts::{
    Beginning, CheckPart, Incoming, IncomingTable, Notice, NoticeBar, PreviewPart, PublishPart, SourcesPart, Start,
    StoryPart, TablePart, focus_cell, open_cell,
};
use crate::words::{Interface, fill, languages};

/// Where the datasets beside this page are.
const DATA: &str = "../data/";

/// From how many rows on what stands far from the table is not drawn at every key.
const LONG: usize = 300;

/// How many rows, times themselves, a millisecond of pause is for, between the last change and when a draft is judged: what
/// comes of fifty rows is there at once, and a table of a thousand waits until whoever types has stopped.
const ROWS_SQUARED_A_MILLISECOND: usize = 1_600;

/// The page.
#[component]
pub fn App() -> Html {
    let interface = use_state(|| Interface::of(&preferred_language()));
    let words = Rc::clone(&interface.words);
    let work = use_reducer(Work::default);
    // The id of the draft that is open; nothing before one was begun.
    let open = use_state_eq(|| None::<String>);
    let judged = use_state(|| Rc::new(Judged::default()));
    let active = use_state_eq(|| (0, 0));
    let notice = use_state_eq(|| None::<Notice>);
    let incoming = use_state_eq(|| None::<IncomingTable>);
    let draft = Rc::clone(&work.draft);
    let language = interface.language;
    let dispatch = {
        let work = work.dispatcher();
        use_callback((), move |act: Act, ()| work.dispatch(act))
    };

    let onactive = {
        let active = active.clone();
        use_callback((), move |cell, ()| active.set(cell))
    };
    let open_draft = {
        let (dispatch, open, active) = (dispatch.clone(), open.clone(), active.clone());
        use_callback((), move |(draft, known): (Draft, Option<String>), ()| {
            dispatch.emit(Act::Open(draft));
            active.set((0, 0));
            open.set(Some(known.unwrap_or_else(kept::fresh_id)));
        })
    };
    let begin_draft = {
        let open_draft = open_draft.clone();
        use_callback((), move |begun: (Draft, Option<String>), ()| {
            open_draft.emit(begun);
            focus_cell((0, 0));
        })
    };
    // What this tab had open before it was loaded anew is open again.
    use_effect_with((), {
        let open_draft = open_draft.clone();
        move |()| {
            if let Some(kept) = kept::open_before() {
                open_draft.emit((Rc::unwrap_or_clone(kept.draft), Some(kept.id)));
            }
        }
    });
    use_keeping(&draft, &open, &notice);
    use_effect_with((*interface).clone(), |interface| {
        if let Some(root) = document().document_element() {
            // The browser takes any text for these.
            let _ = root.set_attribute("lang", interface.language);
            let _ = root.set_attribute("dir", interface.direction());
        }
        document().set_title(&interface.words.page_title);
    });
    use_effect_with((Rc::clone(&draft), interface.language), {
        let judged = judged.clone();
        move |(draft, language): &(Rc<Draft>, &'static str)| {
            let (draft, language) = (Rc::clone(draft), *language);
            let pause = draft.rows.len().pow(2) / ROWS_SQUARED_A_MILLISECOND;
            let timeout = Timeout::new(pause.try_into().unwrap_or(u32::MAX), move || {
                judged.set(Rc::new(judge(&draft, language)))
            });
            move || drop(timeout)
        }
    });
    let take = {
        let (begin_draft, incoming, notice, words) =
            (begin_draft.clone(), incoming.clone(), notice.clone(), Rc::clone(&words));
        let (draft, is_begun) = (Rc::clone(&draft), open.is_some());
        Callback::from(move |result: Result<Opened, CannotOpen>| {
            notice.set(None);
            match result {
                Ok(Opened::Dataset(draft)) => begin_draft.emit((*draft, None)),
                Ok(Opened::Table(table)) if is_begun && !draft.rows.is_empty() => {
                    incoming.set(Some(IncomingTable(table)))
                }
                Ok(Opened::Table(table)) => {
                    let mut story = new_story(&draft, language);
                    // What stands above a table is mostly what it is about.
                    if let (true, Some(title)) = (story.title.is_empty(), table.titles.first()) {
                        story.title.clone_from(title);
                    }
                    begin_draft.emit((IncomingTable(table).draft(story).with_forces_of_table(), None));
                }
                Err(CannotOpen::Empty) => notice.set(Some(Notice::Cannot(words.cannot_empty.clone()))),
                Err(CannotOpen::NotDataset) => notice.set(Some(Notice::Cannot(words.cannot_dataset.clone()))),
                Err(CannotOpen::NotJson(reason)) => {
                    notice.set(Some(Notice::Cannot(fill(&words.cannot_json, &[("reason", &reason)]))));
                }
            }
        })
    };
    let take_file = {
        let (take, notice, words) = (take.clone(), notice.clone(), Rc::clone(&words));
        Callback::from(move |file: gloo::file::File| {
            let (take, notice, words) = (take.clone(), notice.clone(), Rc::clone(&words));
            wasm_bindgen_futures::spawn_local(async move {
                match text_of(&file).await {
                    Ok(text) => take.emit(opened(&text, &kept::heads())),
                    Err(error) => notice.set(Some(Notice::Cannot(match error {
                        NotText::Spreadsheet => words.cannot_spreadsheet.clone(),
                        NotText::Encoding => words.cannot_encoding.clone(),
                        NotText::Unreadable(reason) => fill(&words.cannot_file, &[("reason", &reason)]),
                    }))),
                }
            });
        })
    };
    let onbegin = {
        let (take, take_file, begin_draft) = (take.clone(), take_file.clone(), begin_draft.clone());
        let (notice, words, draft) = (notice.clone(), Rc::clone(&words), Rc::clone(&draft));
        Callback::from(move |beginning: Beginning| match beginning {
            Beginning::Text(text) => take.emit(opened(&text, &kept::heads())),
            Beginning::File(file) => take_file.emit(file),
            Beginning::Kept(kept) => begin_draft.emit((Rc::unwrap_or_clone(kept.draft), Some(kept.id))),
            Beginning::Row => begin_draft.emit((Draft::by_hand(new_story(&draft, language)), None)),
            Beginning::Example(file) => {
                let (begin_draft, notice, words) = (begin_draft.clone(), notice.clone(), Rc::clone(&words));
                wasm_bindgen_futures::spawn_local(async move {
                    match example(file).await {
                        Ok(draft) => begin_draft.emit((draft, None)),
                        Err(reason) => {
                            notice.set(Some(Notice::Cannot(fill(&words.cannot_file, &[("reason", &reason)]))));
                        }
                    }
                });
            }
        })
    };

    // The page listens once, and hands on to what is made anew with each draft.
    let newest = use_mut_ref(|| (Callback::noop(), Callback::noop()));
    newest.replace((take, take_file));
    use_effect_with((), {
        let dispatch = dispatch.clone();
        move |()| {
            let listeners = page_listeners(dispatch, newest);
            move || drop(listeners)
        }
    });

    let onlanguage = {
        let interface = interface.clone();
        Callback::from(move |event: Event| {
            interface.set(Interface::of(&event.target_unchecked_into::<HtmlSelectElement>().value()));
        })
    };
    let onopen = {
        let onactive = onactive.clone();
        use_callback((), move |cell, ()| {
            onactive.emit(cell);
            open_cell(cell);
        })
    };
    let leave = {
        let (open, dispatch) = (open.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            kept::close();
            dispatch.emit(Act::Open(Draft::default()));
            open.set(None);
        })
    };
    let onclose = {
        let notice = notice.clone();
        Callback::from(move |_: MouseEvent| notice.set(None))
    };
    let onsave = {
        let judged = judged.clone();
        Callback::from(move |_: MouseEvent| save("table.csv", judged.table.as_bytes(), "text/csv"))
    };
    let step = |text: &str, does: Act, enabled: bool| {
        let onclick = dispatch.reform(move |_: MouseEvent| does.clone());
        html! { <button type="button" class="plain" disabled={!enabled} {onclick}>{text.to_owned()}</button> }
    };
    let parts = if open.is_some() {
        let language = AttrValue::from(draft.story.language().to_owned());
        html! {
            <div class={classes!("parts", (draft.rows.len() > LONG).then_some("long"))}>
                <nav aria-label={words.steps.clone()}>
                    <ol>
                        {for [
                            ("#table", &words.table_title), ("#sources", &words.sources_title), ("#story", &words.story_title),
                            ("#check", &words.check_title), ("#preview", &words.preview_title), ("#publish", &words.publish_title),
                        ].into_iter().map(|(place, title)| html! { <li><a href={place}>{title.clone()}</a></li> })}
                    </ol>
                </nav>
                <TablePart draft={Rc::clone(&draft)} judged={Rc::clone(&judged)} active={*active}
                    {onactive} dispatch={dispatch.clone()} />
                <SourcesPart judged={Rc::clone(&judged)} dispatch={dispatch.clone()} />
                <StoryPart story={Rc::clone(&draft.story)} judged={Rc::clone(&judged)} dispatch={dispatch.clone()} />
                <CheckPart judged={Rc::clone(&judged)} {onopen} dispatch={dispatch.clone()} />
                <PreviewPart judged={Rc::clone(&judged)} language={language.clone()} />
                <PublishPart judged={Rc::clone(&judged)} {language} />
            </div>
        }
    } else {
        html! { <div class="parts"><Start {onbegin} /></div> }
    };
    html! {
        <ContextProvider<Interface> context={(*interface).clone()}>
            <div class="builder">
                <header>
                    <h1>{words.page_title.clone()}</h1>
                    <p>{words.page_lead.clone()}</p>
                    <div class="bar" role="group" aria-label={words.bar.clone()}>
                        {step(&words.undo, Act::Undo, work.can_undo())}
                        {step(&words.redo, Act::Redo, work.can_redo())}
                        <button type="button" class="plain" disabled={open.is_none()} onclick={leave}>{words.begin_anew.clone()}</button>
                        <label for="interface-language">{words.interface_language.clone()}</label>
                        <select id="interface-language" onchange={onlanguage}>
                            {for languages().map(|(tag, name)| html! {
                                <option value={tag} lang={tag} selected={tag == interface.language}>{name}</option>
                            })}
                        </select>
                    </div>
                </header>
                <NoticeBar notice={(*notice).clone()} {onclose} {onsave} />
                if let Some(table) = &*incoming {
                    <Incoming table={table.clone()} story={(*draft.story).clone()} dispatch={dispatch.clone()}
                        onanswer={Callback::from({ let incoming = incoming.clone(); move |()| incoming.set(None) })} />
                }
                {parts}
                <footer><p>{words.page_privacy.clone()}</p></footer>
            </div>
        </ContextProvider<Interface>>
    }
}

/// The story of a draft that is begun, in the language of the page where none was chosen.
fn new_story(draft: &Draft, language: &str) -> StoryDraft {
    let mut story = (*draft.story).clone();
    if story.language.is_empty() {
        language.clone_into(&mut story.language);
    }
    story
}

/// The language that the reader's browser asks for first.
fn preferred_language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// The draft of a dataset that lies beside the page.
async fn example(file: &str) -> Result<Draft, String> {
    let address = [DATA, file].concat();
    let value = serde_json::from_slice(&fetched(&address).await?).map_err(|error| format!("{address}: {error}"))?;
    draft_of(&value).ok_or(address)
}

/// What takes a text that was opened, and a file.
type Takers = (Callback<Result<Opened, CannotOpen>>, Callback<gloo::file::File>);

/// What is heard wherever it happens on the page: a table that is pasted, a file that is dropped, the keys of undo.
fn page_listeners(dispatch: Callback<Act>, newest: Rc<RefCell<Takers>>) -> Vec<EventListener> {
    let (take, take_file) = (Rc::clone(&newest), newest);
    let paste = EventListener::new(&document(), "paste", move |event| {
        // Fields take what is pasted into them.
        if is_in_field(event) {
            return;
        }
        if let Some(rows) = pasted_rows(event).filter(|rows| rows.iter().flatten().any(|cell| !cell.trim().is_empty()))
        {
            take.borrow().0.emit(table_of(rows, &kept::heads()));
        }
    });
    let active = gloo::events::EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&document(), "dragover", active, |event| event.prevent_default());
    let drop = EventListener::new_with_options(&document(), "drop", active, move |event| {
        event.prevent_default();
        if let Some(file) = event.dyn_ref().and_then(dropped) {
            take_file.borrow().1.emit(file);
        }
    });
    let keys = EventListener::new_with_options(&document(), "keydown", active, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        // What is typed there is no part of the draft, and the browser takes it back.
        let is_elsewhere = element_of(event).is_some_and(|element| is_within(&element, "#paste, #publish"));
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || is_elsewhere {
            return;
        }
        let act = match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Act::Undo,
            ("z", true) | ("y", false) => Act::Redo,
            _ => return,
        };
        event.prevent_default();
        dispatch.emit(act);
    });
    vec![paste, over, drop, keys]
}

/// Whether an event happens in a field, or in a cell of the table.
fn is_in_field(event: &web_sys::Event) -> bool {
    element_of(event).is_some_and(|element| is_within(&element, "input, textarea, select, [role=grid]"))
}

fn element_of(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}

fn is_within(element: &Element, selector: &str) -> bool {
    element.closest(selector).is_ok_and(|found| found.is_some())
}
