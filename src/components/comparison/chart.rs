//! The chart: a bar a source on one axis, the reader's figures first and as a line through all of them.
//!
//! What all bars share, the grid and the scenario's line, is drawn once, behind and before them: a step of a slider moves
//! one line.

use yew::virtual_dom::VComp;
use yew::{Callback, Html};

use super::bar::bar_summary;
use super::claim_rows::{ClaimRows, ClaimRowsProps};
use super::legend::legend;
use crate::components::html::element::{El, bool_attr, el, group, heading, view_button};
use crate::components::html::svg::{per_cent, picture, reading_place, vertical_line};
use crate::components::view::{View, ViewMsg, ViewState};
use crate::domain::Claim;
use crate::i18n::{Locale, Message, scenario_figures, total_and_rate};
use crate::state::{Anchor, Bars, Scale};

/// The chart of all sources: the reader's figures first, then the claims.
pub(super) fn chart(view: &View, state: &ViewState, onview: &Callback<ViewMsg>) -> El {
    let story = &view.story;
    let ViewState { arrangement, shows_superseded, claims_opened, .. } = *state;
    let (locale, scale) = (&*story.locale, arrangement.scale);
    let bars = &view.bars(scale);
    let mut grid = picture("over-bars grid-lines", "100%", "100%");
    for mark in bars.axis_marks() {
        grid = grid.child(vertical_line("grid", &per_cent(mark.value, bars.end), "0", "100%"));
    }
    let title = heading(story, 2, "subtitle").attr("id", "chart-title").message(locale, Message::ChartTitle);
    let props = ClaimRowsProps {
        story: story.clone(),
        arrangement,
        shows_superseded,
        claims_opened,
        axis_end: bars.end,
        onview: onview.clone(),
    };
    let rows = VComp::new::<ClaimRows>(props.into(), None);
    let frame = el("div", "bars-frame").child(grid).child(own_row(view, bars)).node(rows.into());
    let hint = [locale.text(Message::ChartHint), " ", locale.text(Message::ChartScenario)].concat();
    let superseded = view_button(onview, ViewMsg::ToggleSuperseded).attr("data-does", "superseded");
    let superseded = superseded.attr("aria-pressed", bool_attr(shows_superseded));
    let any = story.force().claims.iter().any(Claim::is_superseded);
    group("div", "chart", "chart-title")
        .attr("part", "chart")
        .child(title)
        .child(legend(locale))
        .child(frame.child(scenario_line(bars)))
        .child(axis(bars, scale, locale))
        .child(el("p", "superseded").hidden(!any).child(superseded.message(locale, Message::ShowSuperseded)))
        .child(el("p", "small").text(&hint))
}

/// The reader's figures.
fn own_row(view: &View, bars: &Bars) -> El {
    let locale = &view.story.locale;
    let name = el("div", "bar-name").child(el("span", "who").message(locale, Message::Scenario));
    let value = el("div", "bar-value").child(el("span", "").text(&total_and_rate(&view.derived.rates, None, locale)));
    let figures = el("div", "bar-figures").text(&scenario_figures(&view.scenario, locale));
    let words: [Html; 3] = [name.into(), value.into(), figures.into()];
    let row = bar_summary("div", &words, &bars.scenario, bars.end);
    el("ul", "bars").child(el("li", "bar-row own").child(row).attr("data-claim", "scenario"))
}

/// The total of the reader's figures, through all bars; of no length where there is none.
fn scenario_line(bars: &Bars) -> El {
    let total = bars.scenario.total;
    // A cap is no number that anybody gave.
    let class = if bars.scenario.is_cap() { "scenario-line at-most" } else { "scenario-line" };
    let place = per_cent(total.unwrap_or_default(), bars.end);
    picture("over-bars", "100%", "100%").child(vertical_line(class, &place, "0", total.map_or("0", |_| "100%")))
}

fn axis(bars: &Bars, scale: Scale, locale: &Locale) -> El {
    let mut axis = picture("axis", "100%", "20");
    for mark in bars.axis_marks() {
        let anchor = match mark.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let tick = el("text", if mark.is_spare { "tick spare" } else { "tick" })
            .attr_owned("x", &reading_place(mark.value / bars.end, locale))
            .attr("y", "14")
            .attr("text-anchor", anchor);
        let number = locale.number(mark.value, 0);
        let number = if scale == Scale::Rates { locale.fill(Message::Percent, &[("x", &number)]) } else { number };
        axis = axis.child(tick.text(&number));
    }
    el("div", "axis-row").child(axis)
}
