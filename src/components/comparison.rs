//! All sources and the scenario, as a chart or as a table.

use yew::prelude::*;

use super::app::View;
use super::chart::chart;
use super::draws::drawn;
use super::element::{button, el};
use super::table::table;
use crate::i18n::Message;

#[derive(PartialEq, Properties)]
pub(super) struct ComparisonProps {
    pub(super) view: View,
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
    let locale = &props.view.locale;
    let buttons = [(Face::Chart, Message::Chart, "chart"), (Face::Table, Message::Table, "table")];
    let buttons = buttons.map(|(this, message, shows)| {
        let pressed = (*face == this).to_string();
        let face = face.clone();
        let onclick = Callback::from(move |_: MouseEvent| face.set(this));
        button("face", onclick).with("data-shows", shows).set("aria-pressed", &pressed).word(locale, message)
    });
    let buttons =
        el("div", "faces").with("role", "group").with("aria-labelledby", "comparison-title").children(buttons);
    let title = el("h3", "").with("id", "comparison-title").word(locale, Message::ComparisonTitle);
    let shown = match *face {
        Face::Chart => chart(&props.view).key("chart"),
        Face::Table => table(&props.view).key("table"),
    };
    el("section", "comparison")
        .with("part", "comparison")
        .with("aria-labelledby", "comparison-title")
        .child(el("div", "comparison-head").child(title).child(buttons))
        .child(shown)
        .into()
}
