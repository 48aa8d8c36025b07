//! All sources and the scenario, as a chart or as a table.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::app::{Look, View};
use super::background::told;
use super::chart::chart;
use super::element::{El, On, el, group, heading, truth, turn};
use super::shared::Shared;
use crate::domain::{RateName, Rates};
use crate::i18n::{Message, Words};
use crate::state::{Arrangement, Order, Scale};
use crate::text::append;

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
    arrangement: Arrangement,
    look: &Callback<Look>,
) -> El {
    let locale = &view.locale;
    let faces = [
        (Face::Chart, Message::Chart, "chart"),
        (Face::Table, Message::Table, "table"),
        (Face::Timeline, Message::Timeline, "timeline"),
    ];
    let mut buttons = el("div", "faces").with("role", "group").set("aria-label", locale.text(Message::Faces));
    for (this, message, shows) in faces {
        let button = turn(look, Look::Face(this)).with("data-shows", shows).with("aria-pressed", truth(face == this));
        let button = if this == Face::Chart { button } else { button.with("data-later", shows) };
        buttons = buttons.child(button.word(locale, message));
    }
    let title = heading(view, 1, "title").with("id", "comparison-title").word(locale, Message::ComparisonTitle);
    let shown = match face {
        Face::Chart => chart(view, claim_rows, arrangement.scale).key("chart"),
        Face::Table => el("div", "").key("table").node(other),
        Face::Timeline => el("div", "").key("timeline").node(other),
    };
    let summary = told(view, "summary", view.dataset.summary.as_deref()).map(|summary| summary.with("part", "summary"));
    let finding = finding(view);
    let finding = el("p", "finding").hidden(finding.is_empty()).text(&finding);
    group("section", "comparison", "comparison-title")
        .with("part", "comparison")
        .child(el("div", "comparison-head").child(title).child(buttons))
        .children(summary)
        .child(finding)
        .child(arranging(view, face, arrangement, look))
        .child(shown)
}

/// The order of the sources, which chart and table share, and the chart's scale. A timeline has its own of both.
fn arranging(view: &View, face: Face, arrangement: Arrangement, look: &Callback<Look>) -> El {
    let locale = &view.locale;
    let mut select = el("select", "wording").set("aria-label", locale.text(Message::OrderTitle));
    let texts = [Message::OrderListed, Message::OrderDate, Message::OrderSource, Message::OrderSize];
    for (order, text) in Order::ALL.into_iter().zip(texts) {
        let option = el("option", "").with("value", order.name()).word(locale, text);
        select = select.child(if order == arrangement.order { option.with("selected", "") } else { option });
    }
    let onchange = look.reform(move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlInputElement>().value();
        let order = Order::named(&chosen).unwrap_or_default();
        Look::Arrangement(Arrangement { order, ..arrangement })
    });
    let select = select.with("data-does", "order").property("value", arrangement.order.name()).on(On::Change, onchange);
    let order = el("span", "small").with("aria-hidden", "true").word(locale, Message::OrderTitle);
    let order = el("div", "order").child(order).child(select);
    let mut scales = el("div", "faces").with("role", "group").hidden(face != Face::Chart);
    scales = scales.set("aria-label", locale.text(Message::ScaleTitle));
    for (scale, text, name) in
        [(Scale::People, Message::ScalePeople, "people"), (Scale::Rates, Message::ScaleRates, "rates")]
    {
        let button = turn(look, Look::Arrangement(Arrangement { scale, ..arrangement })).with("data-scale", name);
        let button = button.with("aria-pressed", truth(scale == arrangement.scale));
        scales = scales.child(button.word(locale, text));
    }
    el("div", "arranging").hidden(face == Face::Timeline).child(order).child(scales)
}

/// What every face of the comparison shows, in words: between which totals the sources lie, and where the figures above do.
fn finding(view: &View) -> String {
    let locale = &view.locale;
    let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
    let [mut low, mut high] = [const { String::new() }; 2];
    let worded = |rates: &Rates| {
        let total = rates.get(RateName::Casualties).ok()?;
        Some((total, Words(locale).rate(RateName::Casualties, &total).value))
    };
    for (claim, row) in view.dataset.claims.iter().zip(&view.claims.rows) {
        // What is for a part of the time is no total.
        let Some((total, words)) = worded(&row.rates).filter(|_| claim.period.is_none()) else { continue };
        let bottom = total.printed.unwrap_or(total.bounds.low.value);
        let top = total.printed.or(total.bounds.top()).unwrap_or(bottom);
        if top > highest {
            highest = top;
            high.clone_from(&words);
        }
        if bottom < lowest {
            lowest = bottom;
            low = words;
        }
    }
    let mut finding = String::new();
    if low != high {
        finding = locale.fill(Message::ChartRun, &[("low", &low), ("high", &high)]);
    }
    if let Some((_, own)) = worded(&view.derived.rates) {
        append(&mut finding, " ", &locale.fill(Message::ChartOwn, &[("own", &own)]));
    }
    finding
}
