//! The page of the calculator: its sections in their order.

use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::answer::answer;
use super::force_picture::force_picture;
use super::forces::force_choice;
use super::html::disclosure::disclosure;
use super::html::element::{El, On, el, heading};
use super::html::event::pressed_key;
use super::inputs::inputs;
use super::lazy::{lazy_rest, lazy_spread};
use super::rate_list::rate_list;
use super::view::{Page, ViewMsg};
use crate::domain::Distribution;
use crate::i18n::{Message, whose_figures};
use crate::state::Action;

/// The whole page. What stands below the figures is in the second half.
pub(super) fn page(page: &Page) -> El {
    let Page { view, state, dispatch, onview, .. } = page;
    let story = &view.story;
    let locale = &*story.locale;

    let onkeydown = dispatch_undo_and_redo(dispatch);
    let question = heading(story, 0, "question").attr("part", "question").attr("id", "question");
    let question = question.dataset_text(story, &story.dataset.title);
    let whose = whose_figures(&view.scenario, story.force(), locale);
    let head = el("header", "head").child(question).child(force_choice(view, dispatch));
    let head = head.child(answer(view, &whose)).child(force_picture(view));

    let spread = state.spread.map(|distribution| lazy_spread(page, distribution));
    let next = ViewMsg::Spread(if spread.is_some() { None } else { Some(Distribution::Uniform) });
    let spread = disclosure(story, "spread", Message::SpreadTitle, spread, (onview, next));
    let desk = el("div", "desk").child(inputs(view, state, dispatch, onview)).child(rate_list(view, &whose, spread));

    el("section", "calculator")
        .attr("aria-labelledby", "question")
        .on(On::KeyDown, onkeydown)
        .attr("part", "calculator")
        .attr_owned("lang", locale.words_tag())
        .attr_owned("dir", locale.direction())
        .child(head)
        .child(desk)
        .node(lazy_rest(page))
}

/// Undo and redo by the usual keys, on every kind of keyboard.
fn dispatch_undo_and_redo(dispatch: &Callback<Action>) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        if let Some(action) = undo_or_redo(event.unchecked_ref()) {
            event.prevent_default();
            dispatch.emit(action);
        }
    })
}

fn undo_or_redo(event: &KeyboardEvent) -> Option<Action> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (pressed_key(event).as_str(), event.shift_key()) {
        ("z" | "Z", false) => Some(Action::Undo),
        ("z" | "Z", true) | ("y" | "Y", false) => Some(Action::Redo),
        _ => None,
    }
}
