//! The reader's figures: where to start from, the inputs, and the way back.

use yew::prelude::*;

use super::app::View;
use super::background::originator;
use super::element::{El, act, el, truth};
use super::input_row::{Input, InputRow};
use crate::domain::{Category, Quantity};
use crate::i18n::Message;
use crate::state::{Action, Notice, Standing};

/// The inputs in their order, and how each is called.
const INPUTS: [(Quantity, Message); 6] = [
    (Quantity::Deployed, Message::Deployed),
    (Quantity::Of(Category::Killed), Message::Killed),
    (Quantity::Of(Category::Wounded), Message::Wounded),
    (Quantity::Of(Category::Missing), Message::Missing),
    (Quantity::Of(Category::Captured), Message::Captured),
    (Quantity::Casualties, Message::StatedTotal),
];

/// The panel of inputs.
pub(super) fn inputs(view: &View, dispatch: &Callback<Action>) -> El {
    let View { dataset, locale, scenario, .. } = view;
    let mut rows = el("div", "rows");
    for (quantity, label) in INPUTS {
        let (figure, original) = (scenario.figure(quantity), dataset.scenario.figure(quantity));
        let input = Input { quantity, label, figure, original, range: dataset.input(quantity) };
        let (locale, dispatch) = (locale.clone(), dispatch.clone());
        rows = rows.node(html! { <InputRow key={quantity.name()} {input} {locale} {dispatch} /> });
    }
    let history = [
        (Message::Undo, Action::Undo, view.can_undo, "undo"),
        (Message::Redo, Action::Redo, view.can_redo, "redo"),
        (Message::ResetAll, Action::ResetAll, *scenario != dataset.scenario, "reset-all"),
    ];
    let history = history.map(|(message, action, enabled, does)| {
        let button = act("plain", dispatch, action).with("data-does", does).word(locale, message);
        if enabled { button } else { button.with("disabled", "") }
    });
    let notice = view.notice.map(|notice| match notice {
        Notice::TotalCleared => locale.text(Message::TotalCleared),
    });
    el("section", "inputs")
        .with("part", "inputs")
        .with("aria-labelledby", "inputs-title")
        .child(el("h3", "").with("id", "inputs-title").word(locale, Message::InputsTitle))
        .children(dataset.deployment.name.as_deref().map(|name| el("p", "small").text(name)))
        .child(source_buttons(view, dispatch))
        .child(rows)
        .child(el("div", "history").children(history))
        .child(el("p", "notice").with("role", "status").text(notice.unwrap_or_default()))
}

/// A button a source, to take over its figures.
fn source_buttons(view: &View, dispatch: &Callback<Action>) -> El {
    let standing = Standing::of(&view.scenario, &view.dataset);
    let buttons = view.dataset.claims.iter().enumerate().map(|(index, claim)| {
        let chosen = standing.claim.is_some_and(|standing| standing.id == claim.id);
        let who = el("span", "who").text(&originator(claim));
        let via = el("span", "via").text(&claim.source.name);
        let button = act("source-button", dispatch, Action::Fill(index)).with("aria-pressed", truth(chosen));
        let button = button.set("data-claim", &claim.id);
        el("li", "").key(&claim.id).child(button.child(who).child(via))
    });
    let title = el("h4", "").with("id", "fill-title").word(&view.locale, Message::FillFrom);
    let list = el("ul", "").with("aria-labelledby", "fill-title").children(buttons);
    el("div", "source-buttons").child(title).child(list)
}
