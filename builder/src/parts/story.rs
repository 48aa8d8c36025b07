//! The question and the texts around it, the forces, the notes.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::field::Field;
use super::forces::Forces;
use super::notes::Notes;
use crate::draft::{Act, Edit, StoryDraft};
use crate::judged::Judged;
use crate::words::{languages, use_interface};

/// What the part is given.
#[derive(PartialEq, Properties)]
pub struct StoryPartProps {
    /// The story.
    pub story: Rc<StoryDraft>,
    /// What the draft comes to.
    pub judged: Rc<Judged>,
    /// Where changes go.
    pub dispatch: Callback<Act>,
}

/// A way to change one text of the story.
type Set = fn(&mut StoryDraft) -> &mut String;

/// The change of a story that a text makes.
pub fn story_edit(story: &StoryDraft, set: impl Fn(&mut StoryDraft, String) + 'static) -> Callback<String, Edit> {
    let story = story.clone();
    Callback::from(move |text| {
        let mut next = story.clone();
        set(&mut next, text);
        Edit::Story(next)
    })
}

/// The part.
#[component]
pub fn StoryPart(StoryPartProps { story, judged, dispatch }: &StoryPartProps) -> Html {
    let words = use_interface().words;
    let field = |id: &'static str, label: &str, hint: &str, long: bool, text: &str, of: Set| {
        let problem = judged.field_problem(id);
        html! {
            <Field {id} label={label.to_owned()} hint={hint.to_owned()} value={text.to_owned()} {long} {problem}
                edit={story_edit(story, move |story, text| *of(story) = text)} dispatch={dispatch.clone()} />
        }
    };
    let onlanguage = {
        let story = Rc::clone(story);
        dispatch.reform(move |event: Event| {
            let language = event.target_unchecked_into::<HtmlSelectElement>().value();
            Act::Do(Edit::Story(StoryDraft { language, ..(*story).clone() }))
        })
    };
    let ondays = {
        let story = Rc::clone(story);
        dispatch.reform(move |event: Event| {
            let days_left = event.target_unchecked_into::<HtmlInputElement>().checked();
            Act::Do(Edit::Story(StoryDraft { days_left, ..(*story).clone() }))
        })
    };
    let is_known = languages().any(|(tag, _)| tag == story.language());
    html! {
        <section id="story" aria-labelledby="story-title">
            <h2 id="story-title">{words.story_title.clone()}</h2>
            {field("title", &words.field_title, &words.hint_title, false, &story.title, |story| &mut story.title)}
            {field("summary", &words.field_summary, &words.hint_summary, true, &story.summary, |story| &mut story.summary)}
            <div class="beside">
                <div class="field">
                    <label for="language">{words.field_language.clone()}</label>
                    <select id="language" onchange={onlanguage} aria-describedby="language-hint">
                        {for languages().map(|(tag, name)| html! {
                            <option value={tag} selected={story.language() == tag} lang={tag}>{name}</option>
                        })}
                        if !is_known {
                            <option value={story.language().to_owned()} selected=true>{story.language().to_owned()}</option>
                        }
                    </select>
                    <p class="hint" id="language-hint">{words.hint_language.clone()}</p>
                </div>
                {field("updated", &words.field_updated, &words.hint_updated, false, &story.updated, |story| &mut story.updated)}
            </div>
            <Forces story={Rc::clone(story)} judged={Rc::clone(judged)} dispatch={dispatch.clone()} />
            <Notes story={Rc::clone(story)} judged={Rc::clone(judged)} dispatch={dispatch.clone()} />
            {field("credits", &words.field_credits, &words.hint_credits, true, &story.credits, |story| &mut story.credits)}
            <label class="check">
                <input type="checkbox" checked={story.days_left} onchange={ondays} />
                <span>{words.field_days_left.clone()}</span>
            </label>
        </section>
    }
}
