//! All sources and the scenario, as a chart or as a table.

use yew::prelude::*;

use super::Shared;
use super::chart::chart;
use super::draws::drawn;
use super::element::el;
use super::table::table;
use crate::dataset::Dataset;
use crate::domain::{Row, Scenario};
use crate::i18n::{Locale, Message};
use crate::state::Derived;

#[derive(PartialEq, Properties)]
pub(super) struct ComparisonProps {
    pub(super) dataset: Shared<Dataset>,
    pub(super) rows: Shared<Vec<Row>>,
    pub(super) locale: Shared<Locale>,
    pub(super) scenario: Scenario,
    pub(super) derived: Shared<Derived>,
}

#[derive(Clone, Copy, PartialEq)]
enum Face {
    Chart,
    Table,
}

/// The comparison, one switch between its two faces. Only the one that shows is drawn.
#[component]
pub(super) fn Comparison(props: &ComparisonProps) -> Html {
    drawn("Comparison");
    let face = use_state(|| Face::Chart);
    let locale = &props.locale;
    let buttons = [(Face::Chart, Message::Chart, "chart"), (Face::Table, Message::Table, "table")];
    let buttons = buttons.map(|(this, message, shows)| {
        let pressed = (*face == this).to_string();
        let face = face.clone();
        let onclick = Callback::from(move |_: MouseEvent| face.set(this));
        let text = locale.text(message);
        html! { <button type="button" class="face" data-shows={shows} aria-pressed={pressed} {onclick}>{ text }</button> }
    });
    let buttons =
        el("div", "faces").with("role", "group").with("aria-labelledby", "comparison-title").children(buttons);
    let title = el("h3", "").with("id", "comparison-title").text(locale.text(Message::ComparisonTitle).to_owned());
    let shown = match *face {
        Face::Chart => chart(props).key("chart"),
        Face::Table => table(props).key("table"),
    };
    el("section", "comparison")
        .with("part", "comparison")
        .with("aria-labelledby", "comparison-title")
        .child(el("div", "comparison-head").child(title).child(buttons))
        .child(shown)
        .into()
}
