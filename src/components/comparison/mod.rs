//! All sources and the reader's figures, as a chart, a table or a timeline.

mod bar;
mod chart;
mod claim_rows;
mod legend;

use yew::prelude::*;

use super::html::element::{El, On, bool_attr, el, group, heading, view_button};
use super::html::event::control_value;
use super::html::memo::memo;
use super::html::source::dataset_paragraph;
use super::lazy::table::table;
use super::lazy::timeline::Timeline;
use super::view::{ComparisonTab, View, ViewMsg, ViewState};
use crate::domain::RateName;
use crate::i18n::{Message, Words};
use crate::state::{ComparisonOptions, Scale, SortOrder};
use crate::text::append;
use chart::chart;

/// The comparison and the switch between its tabs.
pub(super) fn comparison(view: &View, state: &ViewState, onview: &Callback<ViewMsg>) -> El {
    let tab = state.tab;
    let (story, locale) = (&view.story, &*view.story.locale);
    let tabs = [
        (ComparisonTab::Chart, Message::Chart, "chart"),
        (ComparisonTab::Table, Message::Table, "table"),
        (ComparisonTab::Timeline, Message::Timeline, "timeline"),
    ];
    let mut buttons = el("div", "faces").attr("role", "group").attr_owned("aria-label", locale.text(Message::ShowAs));
    for (this, message, name) in tabs {
        let button = view_button(onview, ViewMsg::Tab(this)).attr("data-shows", name);
        let button = button.attr("aria-pressed", bool_attr(tab == this));
        buttons = buttons.child(button.message(locale, message));
    }
    let title = heading(story, 1, "title").attr("id", "comparison-title").message(locale, Message::ComparisonTitle);
    let shown = match tab {
        ComparisonTab::Chart => chart(view, state, onview).key("chart"),
        ComparisonTab::Table => el("div", "").key("table").child(table(view, state.arrangement)),
        ComparisonTab::Timeline => el("div", "").key("timeline").node(memo(Timeline { story: story.clone() })),
    };
    let summary = dataset_paragraph(story, "summary", story.dataset.summary.as_deref());
    let finding = range_of_totals(view);
    let finding = el("p", "finding").hidden(finding.is_empty()).text(&finding);
    group("section", "comparison", "comparison-title")
        .attr("part", "comparison")
        .child(el("div", "comparison-head").child(title).child(buttons))
        .children(summary.map(|summary| summary.attr("part", "summary")))
        .child(finding)
        .child(arrange_controls(view, state, onview))
        .child(shown)
}

/// The order of the sources, which chart and table share, and the chart's scale. A timeline has its own of both.
fn arrange_controls(view: &View, state: &ViewState, onview: &Callback<ViewMsg>) -> El {
    let ViewState { tab, arrangement, .. } = *state;
    let locale = &view.story.locale;
    let mut select = el("select", "wording").attr_owned("aria-label", locale.text(Message::OrderTitle));
    let texts = [Message::OrderListed, Message::OrderDate, Message::OrderSource, Message::OrderSize];
    for (order, text) in SortOrder::ALL.into_iter().zip(texts) {
        let option = el("option", "").attr("value", order.name()).message(locale, text);
        select = select.child(if order == arrangement.order { option.attr("selected", "") } else { option });
    }
    let onchange = onview.reform(move |event: Event| {
        let chosen = control_value(&event).and_then(|name| SortOrder::from_name(&name));
        let order = chosen.unwrap_or(arrangement.order);
        ViewMsg::Arrange(ComparisonOptions { order, ..arrangement })
    });
    let select = select.attr("data-does", "order").property("value", arrangement.order.name()).on(On::Change, onchange);
    let order = el("span", "small").attr("aria-hidden", "true").message(locale, Message::OrderTitle);
    let order = el("div", "order").child(order).child(select);
    let mut scales = el("div", "faces").attr("role", "group").hidden(tab != ComparisonTab::Chart);
    scales = scales.attr_owned("aria-label", locale.text(Message::ScaleTitle));
    for (scale, text, name) in
        [(Scale::People, Message::ScalePeople, "people"), (Scale::Rates, Message::ScaleRates, "rates")]
    {
        let button =
            view_button(onview, ViewMsg::Arrange(ComparisonOptions { scale, ..arrangement })).attr("data-scale", name);
        let button = button.attr("aria-pressed", bool_attr(scale == arrangement.scale));
        scales = scales.child(button.message(locale, text));
    }
    el("div", "arranging").hidden(tab == ComparisonTab::Timeline).child(order).child(scales)
}

/// What every tab of the comparison shows, in words: between which totals the sources lie, and where the reader's figures
/// do.
fn range_of_totals(view: &View) -> String {
    let (story, locale) = (&view.story, &*view.story.locale);
    let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
    let (mut low, mut high) = (None, None);
    for (claim, row) in story.force().claims.iter().zip(&story.claims.results) {
        // What is for a part of the time is no total.
        let (Ok(total), None, false) = (row.rates.get(RateName::Casualties), claim.period, claim.is_superseded())
        else {
            continue;
        };
        let bottom = total.printed.unwrap_or(total.bounds.low.value);
        let top = total.printed.or(total.bounds.top()).unwrap_or(bottom);
        if top > highest {
            (highest, high) = (top, Some(&row.rates));
        }
        if bottom < lowest {
            (lowest, low) = (bottom, Some(&row.rates));
        }
    }
    // Only these are put into words, and not every claim's at each step of a slider.
    let [low, high, own] = [low, high, Some(&view.derived.rates)].map(|rates| {
        let total = rates.and_then(|rates| rates.get(RateName::Casualties).ok());
        total.map(|total| Words(locale).rate(RateName::Casualties, &total).value).unwrap_or_default()
    });
    let mut finding = String::new();
    if low != high {
        finding = locale.fill(Message::ChartRun, &[("low", &low), ("high", &high)]);
    }
    if !own.is_empty() {
        append(&mut finding, " ", &locale.fill(Message::ChartOwn, &[("own", &own)]));
    }
    finding
}
