//! All sources and the scenario, as a chart or as a table.

use yew::prelude::*;

use super::app::{Look, View};
use super::chart::chart;
use super::element::{El, el, truth, turn};
use super::shared::Shared;
use crate::i18n::Message;

/// What the comparison shows itself as.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum Face {
    /// Bars on one axis.
    #[default]
    Chart,
    /// Figures in rows.
    Table,
    /// Figures by their days.
    Timeline,
}

/// The comparison, one switch between its faces. Only the one that shows is drawn: the chart, or a face that is already
/// there.
pub(super) fn comparison(
    view: &View,
    claim_rows: &Shared<Html>,
    (face, other): (Face, Html),
    look: &Callback<Look>,
) -> El {
    let locale = &view.locale;
    let faces = [
        (Face::Chart, Message::Chart, "chart"),
        (Face::Table, Message::Table, "table"),
        (Face::Timeline, Message::Timeline, "timeline"),
    ];
    let mut buttons = el("div", "faces").with("role", "group").with("aria-labelledby", "comparison-title");
    for (this, message, shows) in faces {
        let button = turn(look, Look::Face(this)).with("data-shows", shows).with("aria-pressed", truth(face == this));
        let button = if this == Face::Chart { button } else { button.with("data-later", shows) };
        buttons = buttons.child(button.word(locale, message));
    }
    let title = el("h3", "").with("id", "comparison-title").word(locale, Message::ComparisonTitle);
    let shown = match face {
        Face::Chart => chart(view, claim_rows).key("chart"),
        Face::Table => el("div", "").key("table").node(other),
        Face::Timeline => el("div", "").key("timeline").node(other),
    };
    el("section", "comparison")
        .with("part", "comparison")
        .with("aria-labelledby", "comparison-title")
        .child(el("div", "comparison-head").child(title).child(buttons))
        .child(shown)
}
