//! The page of the calculator: its sections in their order.

use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::answer::answer;
use super::background::Background;
use super::checks::checks;
use super::comparison::comparison;
use super::force_picture::force_picture;
use super::forces::force_choice;
use super::html::disclosure::disclosure;
use super::html::element::{El, On, el, heading};
use super::html::memo::memo;
use super::inputs::inputs;
use super::lazy::{LazyPart, LazyStoryPart, StoryPart, lazy_part};
use super::page_context::PageContext;
use super::rate_list::rate_list;
use super::view::{ComparisonTab, FileFormat, LoadState, View, ViewMsg, ViewState};
use crate::domain::{COMPARED, Distribution, Quantity};
use crate::i18n::{Message, whose_figures};
use crate::state::Action;

/// What the page is made of.
pub(super) struct Page<'a> {
    pub(super) view: &'a View,
    pub(super) state: &'a ViewState,
    pub(super) load_state: LoadState,
    /// What the host page says about the way to the calculator.
    pub(super) page_context: &'a PageContext,
    pub(super) dispatch: &'a Callback<Action>,
    pub(super) onview: &'a Callback<ViewMsg>,
    pub(super) save: &'a Callback<FileFormat>,
    /// What stands below the comparison where no script runs.
    pub(super) beside_comparison: Option<Html>,
}

/// The whole page.
pub(super) fn page(
    Page { view, state, load_state, page_context, dispatch, onview, save, beside_comparison }: &Page,
) -> El {
    let (story, load_state) = (&view.story, *load_state);
    let (dataset, locale) = (&story.dataset, &*story.locale);
    let story_part = |part| memo(LazyStoryPart { story: story.clone(), part, load_state, onview: (*onview).clone() });
    let claim_cells = |index| story_part(StoryPart::ClaimCells(index));
    let part = |part| lazy_part(story, part, load_state);

    let onkeydown = dispatch_undo_and_redo(dispatch);
    let question = heading(story, 0, "question").attr("part", "question").attr("id", "question");
    let question = question.dataset_text(story, &dataset.title);
    let whose = whose_figures(&view.scenario, story.force(), locale);
    let head = el("header", "head").child(question).child(force_choice(view, dispatch));
    let head = head.child(answer(view, &whose)).child(force_picture(view));

    let spread = state.spread.map(|distribution| part(LazyPart::Spread(view, distribution, onview)));
    let next = ViewMsg::Spread(if spread.is_some() { None } else { Some(Distribution::Uniform) });
    let spread = disclosure(story, "spread", Message::SpreadTitle, spread, (onview, next));
    let desk = el("div", "desk").child(inputs(view, state, dispatch, onview)).child(rate_list(view, &whose, spread));

    let lazy_tab = match state.tab {
        ComparisonTab::Chart => Html::default(),
        ComparisonTab::Table => part(LazyPart::Table(view, state.arrangement, &claim_cells)),
        ComparisonTab::Timeline => story_part(StoryPart::Timeline),
    };
    let mut comparison = comparison(view, state, load_state, lazy_tab, onview);
    if let Some(beside) = beside_comparison {
        comparison = comparison.node(beside.clone());
    }

    let sides = state.sides_open.then(|| part(LazyPart::Sides(view)));
    let next = ViewMsg::Sides(sides.is_none());
    let sides = disclosure(story, "sides", Message::ForcesTitle, sides, (onview, next));
    let sides = sides.hidden(dataset.forces.len() < 2);

    // The casualties first: most sources give them.
    let casualties = COMPARED.iter().position(|quantity| *quantity == Quantity::Casualties);
    let pairs = state.pairs.map(|index| story_part(StoryPart::Pairs(index)));
    let next = ViewMsg::Pairs(if pairs.is_some() { None } else { casualties });
    let pairs = disclosure(story, "pairs", Message::PairsTitle, pairs, (onview, next));

    let share = state.share_open.then(|| part(LazyPart::Share(view, page_context, save)));
    let next = ViewMsg::Share(share.is_none());
    let share = disclosure(story, "share", Message::ShareTitle, share, (onview, next));

    el("section", "calculator")
        .attr("aria-labelledby", "question")
        .on(On::KeyDown, onkeydown)
        .attr("part", "calculator")
        .attr_owned("lang", locale.words_tag())
        .attr_owned("dir", locale.direction())
        .child(head)
        .child(desk)
        .child(comparison)
        .child(sides)
        .child(checks(view, pairs))
        .node(memo(Background { story: story.clone() }))
        .child(share)
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
    match (event.key().as_str(), event.shift_key()) {
        ("z" | "Z", false) => Some(Action::Undo),
        ("z" | "Z", true) | ("y" | "Y", false) => Some(Action::Redo),
        _ => None,
    }
}
