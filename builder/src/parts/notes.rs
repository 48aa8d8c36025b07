//! Facts that belong to no claim.

use std::rc::Rc;

use yew::prelude::*;

use super::field::Field;
use super::story::story_edit;
use crate::draft::{Act, Edit, NoteDraft, StoryDraft};
use crate::judged::Judged;
use crate::words::use_interface;

/// What the part is given.
#[derive(PartialEq, Properties)]
pub struct NotesProps {
    /// The story.
    pub story: Rc<StoryDraft>,
    /// What the draft comes to.
    pub judged: Rc<Judged>,
    /// Where changes go.
    pub dispatch: Callback<Act>,
}

/// The part.
#[component]
pub fn Notes(NotesProps { story, judged, dispatch }: &NotesProps) -> Html {
    let words = use_interface().words;
    let with_notes = |change: &dyn Fn(&mut Vec<NoteDraft>)| {
        let mut next = (**story).clone();
        change(&mut next.notes);
        Act::Do(Edit::Story(next))
    };
    let add = with_notes(&|notes| notes.push(NoteDraft::default()));
    let notes = story.notes.iter().enumerate().map(|(index, note)| {
        let field = |name: &str, label: &str, long: bool, text: &str, of: fn(&mut NoteDraft) -> &mut String| {
            let id = format!("note-{index}-{name}");
            html! {
                <Field id={id.clone()} label={label.to_owned()} value={text.to_owned()} {long} problem={judged.field_problem(&id)}
                    edit={story_edit(story, move |story, text| *of(&mut story.notes[index]) = text)}
                    dispatch={dispatch.clone()} />
            }
        };
        let remove = with_notes(&|notes| drop(notes.remove(index)));
        html! {
            <li key={index}>
                {field("text", &words.note_text, true, &note.text, |note| &mut note.text)}
                <div class="beside">
                    {field("date", &words.note_date, false, &note.date, |note| &mut note.date)}
                    {field("source", &words.note_source, false, &note.source, |note| &mut note.source)}
                    {field("link", &words.note_link, false, &note.link, |note| &mut note.link)}
                </div>
                <button type="button" class="plain" onclick={dispatch.reform(move |_: MouseEvent| remove.clone())}>
                    {words.note_remove.clone()}
                </button>
            </li>
        }
    });
    html! {
        <div class="notes">
            <h3>{words.notes_title.clone()}</h3>
            <p class="hint">{words.notes_lead.clone()}</p>
            <ul>{for notes}</ul>
            <button type="button" onclick={dispatch.reform(move |_: MouseEvent| add.clone())}>{words.note_add.clone()}</button>
        </div>
    }
}
