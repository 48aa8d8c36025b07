//! The inputs that few need, folded until one of them is in use: reinforcements, a stated rate, dates, what is worked out.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::rows::rows;
use crate::components::html::element::{El, On, action_button, bool_attr, el, group, heading};
use crate::components::view::{View, ViewState};
use crate::domain::{Date, Quantity, Scenario, SolveFor, date_text, parse_date};
use crate::i18n::Message;
use crate::state::Action;

/// Those with a figure.
const MORE_INPUTS: [Quantity; 2] = [Quantity::Reinforcements, Quantity::Rate];

/// Whether one of them is in use.
pub(in crate::components) fn uses_more_inputs(view: &View) -> bool {
    let scenario = &view.scenario;
    let mut in_use = scenario.solve_for != SolveFor::Rate || scenario.start.is_some();
    for quantity in MORE_INPUTS {
        in_use |= scenario.figure(quantity).is_some();
    }
    in_use
}

pub(super) fn more_inputs(view: &View, state: &ViewState, dispatch: &Callback<Action>) -> El {
    let more = el("details", "more").child(el("summary", "").message(&view.story.locale, Message::MoreInputs));
    let more = if state.more_inputs_open { more.attr("open", "") } else { more };
    more.child(solve_for(view, dispatch))
        .child(rows(view, state.ranged, dispatch, &MORE_INPUTS))
        .child(dates(view, dispatch))
}

/// Which of force, casualties and rate follows from the other two.
fn solve_for(view: &View, dispatch: &Callback<Action>) -> El {
    let View { story, scenario, .. } = view;
    let locale = &story.locale;
    let mut buttons = group("div", "faces", "solve-title");
    let texts = [Message::SolveRate, Message::SolveDeployed, Message::SolveCasualties];
    for (choice, text) in SolveFor::ALL.into_iter().zip(texts) {
        let action = Action::Replace(Scenario { solve_for: choice, ..*scenario });
        let button = action_button("face", dispatch, action).attr("data-solve-for", choice.name());
        buttons =
            buttons.child(button.attr("aria-pressed", bool_attr(choice == scenario.solve_for)).message(locale, text));
    }
    let title = heading(story, 2, "subtitle").attr("id", "solve-title").message(locale, Message::SolveFor);
    el("div", "solve-for").child(title).child(buttons)
}

/// The days between which the casualties came about.
fn dates(view: &View, dispatch: &Callback<Action>) -> El {
    let scenario = view.scenario;
    let field = |label, id, date: Option<Date>, changed: fn(Scenario, Option<Date>) -> Scenario| {
        let dispatch = dispatch.clone();
        let onchange = Callback::from(move |event: web_sys::Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            // A year that is half typed is a year too, and no step to undo.
            if !text.starts_with('0') {
                dispatch.emit(Action::Replace(changed(scenario, parse_date(&text).ok())));
            }
        });
        let input = el("input", "").attr("type", "date").attr("data-date", id);
        let input = input.value(date.map(date_text).unwrap_or_default()).on(On::Change, onchange);
        el("label", "date").child(el("span", "name").message(&view.story.locale, label)).child(input)
    };
    let start = scenario.start.or(view.story.dataset.deployment.start);
    el("div", "dates")
        .child(field(Message::FirstDay, "start", start, |scenario, start| Scenario { start, ..scenario }))
        .child(field(Message::LastDay, "as_of", scenario.as_of, |scenario, as_of| Scenario { as_of, ..scenario }))
}
