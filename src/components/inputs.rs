//! The reader's figures: where to start from, the inputs, and the way back.

use yew::prelude::*;

use super::app::View;
use super::background::originator;
use super::element::el;
use super::input_row::InputRow;
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
pub(super) fn inputs(view: &View, dispatch: &Callback<Action>) -> Html {
    let View { dataset, locale, scenario, .. } = view;
    let rows = INPUTS.map(|(quantity, label)| {
        html! {
            <InputRow key={quantity.name()} {quantity} {label} figure={scenario.figure(quantity)}
                original={dataset.scenario.figure(quantity)} range={dataset.input(quantity)} locale={locale.clone()}
                dispatch={dispatch.clone()} />
        }
    });
    let history = [
        (Message::Undo, Action::Undo, view.can_undo, "undo"),
        (Message::Redo, Action::Redo, view.can_redo, "redo"),
        (Message::ResetAll, Action::ResetAll, *scenario != dataset.scenario, "reset-all"),
    ];
    let history = history.map(|(message, action, enabled, does)| {
        let onclick = dispatch.reform(move |_: MouseEvent| action.clone());
        let text = locale.text(message);
        html! { <button type="button" class="plain" data-does={does} {onclick} disabled={!enabled}>{ text }</button> }
    });
    let notice = view.notice.map(|notice| match notice {
        Notice::TotalCleared => locale.text(Message::TotalCleared).to_owned(),
    });
    el("section", "inputs")
        .with("part", "inputs")
        .with("aria-labelledby", "inputs-title")
        .child(el("h3", "").with("id", "inputs-title").text(locale.text(Message::InputsTitle).to_owned()))
        .child(source_buttons(view, dispatch))
        .child(el("div", "rows").children(rows))
        .child(el("div", "history").children(history))
        .child(el("p", "notice").with("role", "status").text(notice.unwrap_or_default()))
        .into()
}

/// A button a source, to take over its figures.
fn source_buttons(view: &View, dispatch: &Callback<Action>) -> Html {
    let standing = Standing::of(&view.scenario, &view.dataset);
    let buttons = view.dataset.claims.iter().enumerate().map(|(index, claim)| {
        let chosen = standing.claim.is_some_and(|standing| standing.id == claim.id);
        let onclick = dispatch.reform(move |_: MouseEvent| Action::Fill(index));
        html! {
            <li key={claim.id.to_string()}>
                <button type="button" class="source-button" aria-pressed={chosen.to_string()}
                    data-claim={claim.id.to_string()} {onclick}>
                    { el("span", "who").text(originator(claim)) }
                    { el("span", "via").text(claim.source.name.to_string()) }
                </button>
            </li>
        }
    });
    let title = el("h4", "").with("id", "fill-title").text(view.locale.text(Message::FillFrom).to_owned());
    let list = el("ul", "").with("aria-labelledby", "fill-title").children(buttons);
    el("div", "source-buttons").child(title).child(list).into()
}
