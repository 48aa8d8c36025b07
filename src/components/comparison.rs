//! All sources and the scenario, as a chart or as a table.

use yew::prelude::*;

use super::app::{Look, View};
use super::chart::{BarWords, chart};
use super::element::{El, button, el, truth};
use super::table::table;
use crate::i18n::Message;

/// What the comparison shows itself as.
#[derive(Clone, Copy, PartialEq)]
pub enum Face {
    /// Bars on one axis.
    Chart,
    /// Figures in rows.
    Table,
}

/// The comparison, one switch between its two faces. Only the one that shows is drawn.
pub(super) fn comparison(view: &View, words: &[BarWords], face: Face, look: &Callback<Look>) -> El {
    let locale = &view.locale;
    let buttons = [(Face::Chart, Message::Chart, "chart"), (Face::Table, Message::Table, "table")];
    let buttons = buttons.map(|(this, message, shows)| {
        let pressed = truth(face == this);
        let onclick = look.reform(move |_| Look::Face(this));
        button("face", onclick).with("data-shows", shows).with("aria-pressed", pressed).word(locale, message)
    });
    let buttons =
        el("div", "faces").with("role", "group").with("aria-labelledby", "comparison-title").children(buttons);
    let title = el("h3", "").with("id", "comparison-title").word(locale, Message::ComparisonTitle);
    let shown = match face {
        Face::Chart => chart(view, words).key("chart"),
        Face::Table => table(view).key("table"),
    };
    el("section", "comparison")
        .with("part", "comparison")
        .with("aria-labelledby", "comparison-title")
        .child(el("div", "comparison-head").child(title).child(buttons))
        .child(shown)
}
