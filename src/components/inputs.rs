//! The reader's figures: where to start from, the inputs, and the way back.

use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew::virtual_dom::VComp;

use super::app::{Look, View};
use super::background::{originator, told};
use super::element::{El, On, act, el, group, heading, section, truth, turn};
use super::input_row::{Input, InputRow, InputRowProps};
use super::kept::kept;
use super::shared::Shared;
use crate::domain::{COMPARED, Category, Date, Measure, Quantity, Scenario, SolveFor, date_text, parse_date};
use crate::i18n::{Message, Words};
use crate::state::{Action, Notice};

/// The inputs in their order, and how each is called.
const INPUTS: [(Quantity, Message); 6] = [
    (Quantity::Deployed, Message::Deployed),
    (Quantity::Of(Category::Killed), Message::Killed),
    (Quantity::Of(Category::Wounded), Message::Wounded),
    (Quantity::Of(Category::Missing), Message::Missing),
    (Quantity::Of(Category::Captured), Message::Captured),
    (Quantity::Casualties, Message::StatedTotal),
];

/// Those that few need, folded away until one of them holds something.
const MORE_INPUTS: [(Quantity, Message); 2] =
    [(Quantity::Reinforcements, Message::Reinforcements), (Quantity::Rate, Message::StatedRate)];

/// How an input is called.
pub(super) fn label_of(quantity: Quantity) -> Message {
    let mut inputs = INPUTS.iter().chain(&MORE_INPUTS);
    inputs.find(|input| input.0 == quantity).map_or(Message::Casualties, |input| input.1)
}

/// The panel of inputs: whether those that few need stand open, and whether the reader works with ranges.
pub(super) fn inputs(
    view: &View,
    sources: &Shared<Html>,
    (more_open, ranged): (bool, bool),
    dispatch: &Callback<Action>,
    look: &Callback<Look>,
) -> El {
    let View { dataset, locale, scenario, .. } = view;
    let history = [
        (Message::Undo, Action::Undo, view.can_undo, "undo"),
        (Message::Redo, Action::Redo, view.can_redo, "redo"),
        (Message::ResetAll, Action::ResetAll, *scenario != dataset.scenario, "reset-all"),
    ];
    let history = history.map(|(message, action, enabled, does)| {
        let button = act("plain", dispatch, action).with("data-does", does).word(locale, message);
        if enabled { button } else { button.with("aria-disabled", "true") }
    });
    let history = el("div", "history").children(history);
    // Open from the start, save on a phone, where the sources would be far below.
    let change = el("details", "change").child(el("summary", "").word(locale, Message::ChangeFigures));
    let change = if view.folded { change } else { change.with("open", "") };
    let ranges = turn(look, Look::Ranges).with("data-does", "ranges");
    let ranges = ranges.with("aria-pressed", truth(ranged)).word(locale, Message::Ranges);
    let notice = view.notice.map(|notice| match notice {
        Notice::TotalCleared => locale.text(Message::TotalCleared),
    });
    section(view, "inputs", "inputs-title", Message::InputsTitle)
        .children(told(view, "small", dataset.deployment.name.as_deref()))
        .node(kept(sources))
        .child(
            change
                .child(ranges)
                .child(rows(view, ranged, dispatch, &INPUTS))
                .child(more(view, (more_open, ranged), dispatch))
                .child(history),
        )
        .child(el("p", "notice").hidden(notice.is_none()).text(notice.unwrap_or_default()))
}

fn rows(view: &View, ranged: bool, dispatch: &Callback<Action>, inputs: &[(Quantity, Message)]) -> El {
    let View { dataset, locale, scenario, .. } = view;
    let mut rows = el("div", "rows");
    for (quantity, label) in inputs.iter().copied() {
        let (figure, original) = (scenario.figure(quantity), dataset.scenario.figure(quantity));
        let follows = follows(view, quantity);
        let input = Input { quantity, label, figure, original, range: dataset.input(quantity), follows };
        let (locale, dispatch) = (locale.clone(), dispatch.clone());
        let props = InputRowProps { input, ranged, locale, dispatch };
        rows = rows.node(VComp::new::<InputRow>(props.into(), Some(quantity.name().into())).into());
    }
    rows
}

/// Whether one of the inputs that few need holds something.
pub(super) fn uses_more(view: &View) -> bool {
    let scenario = &view.scenario;
    let mut in_use = scenario.solve_for != SolveFor::Rate || scenario.start.is_some();
    for (quantity, _) in MORE_INPUTS {
        in_use |= scenario.figure(quantity).is_some();
    }
    in_use
}

fn more(view: &View, (open, ranged): (bool, bool), dispatch: &Callback<Action>) -> El {
    let more = el("details", "more").child(el("summary", "").word(&view.locale, Message::MoreInputs));
    let more = if open { more.with("open", "") } else { more };
    more.child(solve_for(view, dispatch)).child(rows(view, ranged, dispatch, &MORE_INPUTS)).child(dates(view, dispatch))
}

/// What a solved quantity comes to, in words; nothing for one that is typed.
fn follows(view: &View, quantity: Quantity) -> Option<AttrValue> {
    let solved = match view.scenario.solve_for {
        SolveFor::Deployed => Quantity::Deployed,
        SolveFor::Casualties => Quantity::Casualties,
        // It has no input of its own: the one that is there takes what a source states.
        SolveFor::Rate => return None,
    };
    if quantity != solved {
        return None;
    }
    let at = COMPARED.iter().position(|compared| *compared == quantity)?;
    Some(AttrValue::from(match &view.derived.positions[at] {
        Some(position) => {
            let value = Words(&view.locale).working(position.bounds, position.printed, Measure::People);
            view.locale.fill(Message::Follows, &[("x", &value)])
        }
        None => view.locale.text(Message::FollowsNot).to_owned(),
    }))
}

/// Which of force, casualties and rate follows from the other two.
fn solve_for(view: &View, dispatch: &Callback<Action>) -> El {
    let View { locale, scenario, .. } = view;
    let mut buttons = group("div", "faces", "solve-title");
    let texts = [Message::SolveRate, Message::SolveDeployed, Message::SolveCasualties];
    for (choice, text) in SolveFor::ALL.into_iter().zip(texts) {
        let action = Action::Replace(Scenario { solve_for: choice, ..*scenario });
        let button = act("face", dispatch, action).with("data-solve-for", choice.name());
        buttons = buttons.child(button.with("aria-pressed", truth(choice == scenario.solve_for)).word(locale, text));
    }
    let title = heading(view, 2, "subtitle").with("id", "solve-title").word(locale, Message::SolveFor);
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
        let input = el("input", "").with("type", "date").with("data-date", id);
        let input = input.value(date.map(date_text).unwrap_or_default()).on(On::Change, onchange);
        el("label", "date").child(el("span", "name").word(&view.locale, label)).child(input)
    };
    let start = scenario.start.or(view.dataset.deployment.start);
    el("div", "dates")
        .child(field(Message::FirstDay, "start", start, |scenario, start| Scenario { start, ..scenario }))
        .child(field(Message::LastDay, "as_of", scenario.as_of, |scenario, as_of| Scenario { as_of, ..scenario }))
}

/// A button a source, to take over its figures; the one whose figures stand is pressed.
pub(super) fn source_buttons(view: &View, chosen: Option<&str>, dispatch: &Callback<Action>) -> Html {
    let buttons = view.dataset.claims.iter().enumerate().map(|(index, claim)| {
        let chosen = chosen == Some(&*claim.id);
        let who = el("span", "who").text(&originator(claim, &view.locale));
        let via = el("span", "via").text(&claim.source.name);
        let button = act("source-button", dispatch, Action::Fill(index)).with("aria-pressed", truth(chosen));
        let button = button.set("data-claim", &claim.id);
        el("li", "").key(&claim.id).child(button.child(who).child(via))
    });
    let title = heading(view, 2, "subtitle").with("id", "fill-title").word(&view.locale, Message::FillFrom);
    let list = el("ul", "").with("aria-labelledby", "fill-title").children(buttons);
    el("div", "source-buttons").child(title).child(list).into()
}
