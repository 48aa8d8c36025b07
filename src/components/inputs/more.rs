//! The inputs that few need, folded until one of them is in use: reinforcements, a stated rate, dates, what is worked out.

use yew::prelude::*;

use super::rows::rows;
use crate::components::html::element::{El, On, action_button, bool_attr, el, group, heading};
use crate::components::html::event::control_value;
use crate::components::view::{View, ViewState};
use crate::domain::{Date, Precision, Quantity, Scenario, SolveFor};
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
        let action = Action::Replace(Scenario { solve_for: choice, ..*scenario }.into());
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
    let locale = &*view.story.locale;
    let field = |label, id, date: Option<Date>, changed: fn(Scenario, Option<Date>) -> Scenario| {
        let dispatch = dispatch.clone();
        let onchange = Callback::from(move |event: web_sys::Event| {
            let Some(text) = control_value(&event) else { return };
            // A year that is half typed is a year too, and no step to undo.
            if !text.starts_with('0') {
                dispatch.emit(Action::Replace(changed(scenario, Date::parse(&text).ok()).into()));
            }
        });
        let input = el("input", "").attr("type", "date").attr("data-date", id);
        // The field takes only whole dates; what is known to the month or the year stands beside it.
        let whole = date.filter(|date| date.precision() == Precision::Day);
        let inexact = date.filter(|_| whole.is_none()).map(|date| locale.date(date));
        let input = input.value(whole.map(Date::text).unwrap_or_default()).on(On::Change, onchange);
        let inexact = el("span", "small").hidden(inexact.is_none()).text(&inexact.unwrap_or_default());
        el("label", "date").child(el("span", "name").message(locale, label)).child(input).child(inexact)
    };
    let start = scenario.start.or(view.story.force().start);
    el("div", "dates")
        .child(field(Message::FirstDay, "start", start, |scenario, start| Scenario { start, ..scenario }))
        .child(field(Message::LastDay, "as_of", scenario.as_of, |scenario, as_of| Scenario { as_of, ..scenario }))
}
