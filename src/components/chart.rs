//! The chart: a stacked bar a source on one axis, what the wording allows drawn over it, the scenario as a line.
//!
//! Words are HTML, so that they wrap and keep their size; only marks are SVG, placed in per cents of its width.

use yew::Html;

use super::app::View;
use super::background::{as_of, chain, originator};
use super::element::{El, el};
use super::kept::kept;
use super::rates::opening;
use super::shared::Shared;
use crate::domain::{Bounds, Category, Claim, Coverage, Quantity, RateName, Rates, Row, Unit, decimal_text};
use crate::i18n::{Locale, Message, Words};
use crate::state::{Bar, Bars};
use crate::text::append;

/// The height of a bar's picture, in pixels, and the middle of it.
const HEIGHT: &str = "28";
const MIDDLE: &str = "14";

/// The line that marks the scenario in every bar. It stands in one place, so that no bar changes with the inputs.
const SCENARIO_LINE: &str = "#scenario-line";

/// The words beside a bar: whose it is, what it comes to, and its figures.
pub(super) type BarWords = [Html; 3];

/// The words of each claim, which no input changes.
pub(super) fn claim_words(view: &View) -> Vec<BarWords> {
    let mut all = Vec::new();
    for (claim, row) in view.dataset.claims.iter().zip(&view.claims.rows) {
        let name = el("div", "bar-name").child(el("span", "who").text(&originator(claim))).text(" ");
        let name = name.child(el("span", "via").text(&claim.source.name));
        let summary = summary(&row.rates, &view.locale);
        let value = if claim.period.is_some() { el("span", "") } else { opened(view, claim, row, &summary) };
        all.push(words(name, value, figures(claim, &view.locale)));
    }
    all
}

fn words(name: El, value: El, figures: String) -> BarWords {
    let figures = el("div", "bar-figures").text(&figures);
    [name, el("div", "bar-value").child(value), figures].map(Html::from)
}

/// The claims' rows, which change only with the axis.
pub(super) fn claim_rows(view: &View, claim_words: &[BarWords]) -> Html {
    let bars = &view.derived.bars;
    let mut list = el("ol", "bars");
    for ((claim, words), bar) in view.dataset.claims.iter().zip(claim_words).zip(&bars.claims) {
        list = list.child(row("bar-row", words, bar, bars).key(&claim.id).set("data-claim", &claim.id));
    }
    list.into()
}

/// The chart of all sources: the reader's figures first, then the claims.
pub(super) fn chart(view: &View, claim_rows: &Shared<Html>) -> El {
    let View { locale, derived, scenario, .. } = view;
    let bars = &derived.bars;
    let mut own_figures = String::new();
    for category in Category::ALL {
        if let Some(figure) = scenario.figure(Quantity::Of(category)) {
            add(&mut own_figures, &Words(locale).figure(figure, Unit::People), locale.category(category));
        }
    }
    let name = el("div", "bar-name").child(el("span", "who").word(locale, Message::Scenario));
    let value = el("span", "").text(&summary(&derived.rates, locale));
    let own = row("bar-row own", &words(name, value, own_figures), &bars.scenario, bars);
    let own = el("ul", "bars").child(own.with("data-claim", "scenario"));
    let hint = [locale.text(Message::ChartHint), " ", locale.text(Message::ChartScenario)].concat();
    el("div", "chart")
        .with("part", "chart")
        .child(legend(locale, bars))
        .child(own)
        .node(kept(claim_rows))
        .child(axis(bars, locale))
        .child(el("p", "small").text(&hint))
}

/// Adds a figure and what it counts to a list of them.
fn add(figures: &mut String, figure: &str, counts: &str) {
    append(figures, ", ", &[figure, " ", counts].concat());
}

/// A claim's casualty figures in words.
fn figures(claim: &Claim, locale: &Locale) -> String {
    let words = Words(locale);
    let mut figures = String::new();
    for (category, reported) in claim.categories() {
        add(&mut figures, &words.reported(reported, Unit::People), locale.category(category));
    }
    for group in &claim.groups {
        let covers = locale.fill(Message::GroupOf, &[("counts", &locale.coverage(group.covers))]);
        add(&mut figures, &words.reported(&group.count, Unit::People), &covers);
    }
    if let (Some(_), Some(period)) = (claim.period, as_of(claim, locale)) {
        if let Some(total) = claim.given(Quantity::Casualties) {
            add(&mut figures, &words.reported(total, Unit::People), &locale.coverage(claim.covers));
        }
        append(&mut figures, ", ", &period);
    }
    if let (true, Some(deployed)) = (figures.is_empty(), claim.given(Quantity::Deployed)) {
        let deployed = words.reported(deployed, Unit::People);
        figures = [locale.text(Message::Deployed), ": ", &deployed].concat();
    }
    figures
}

/// A claim's total and rate, opening to how the rate is worked out.
fn opened(view: &View, claim: &Claim, row: &Row, summary: &str) -> El {
    let rate = row.rates.get(RateName::CasualtyRate).ok();
    let words = Words(&view.locale);
    let working = rate.map(|rate| words.rate_working(RateName::CasualtyRate, &rate, &row.inputs, &row.rates));
    opening("", summary, &working.unwrap_or_default(), &whose_force(view, claim))
}

/// Whose figures a claim's rate rests on.
fn whose_force(view: &View, claim: &Claim) -> String {
    let force = view.dataset.deployment.force(claim, &view.dataset.claims);
    let lender = force.and_then(|force| force.borrowed_from);
    lender
        .map_or_else(String::new, |lender| view.locale.fill(Message::AnswerForceBorrowed, &[("chain", &chain(lender))]))
}

/// The total and the rate in words.
fn summary(rates: &Rates, locale: &Locale) -> String {
    let value = |name| rates.get(name).ok().map(|rate| Words(locale).rate(name, &rate).value);
    let Some(casualties) = value(RateName::Casualties) else {
        return locale.text(Message::NoTotal).to_owned();
    };
    match value(RateName::CasualtyRate) {
        Some(rate) => [&*casualties, " · ", &rate].concat(),
        None => casualties,
    }
}

fn row(class: &'static str, [name, value, figures]: &BarWords, bar: &Bar, bars: &Bars) -> El {
    let end = bars.end;
    let mut picture = picture("bar", "100%", HEIGHT);
    for mark in marks(bars) {
        picture = picture.child(upright("grid", &at(mark, end), "0", "100%"));
    }
    for segment in &bar.segments {
        let fill = if segment.undivided { "segment undivided" } else { fill_of(segment.covers) };
        let rect = el("rect", fill).set("x", &at(segment.from, end)).set("width", &at(segment.to - segment.from, end));
        picture = picture.child(rect.with("y", "6").with("height", "16"));
    }
    if let Some(bounds) = bar.whisker {
        picture = picture.child(whisker(bounds, end));
    }
    let picture = picture.child(el("use", "").with("href", SCENARIO_LINE));
    el("li", class).node(name.clone()).node(value.clone()).child(picture).node(figures.clone())
}

/// A line from the low to the high end. Where there is no top it runs on to the edge and ends in an arrow.
fn whisker(bounds: Bounds, end: f64) -> El {
    let low = at(bounds.low.value, end);
    let high = bounds.top().map(|high| at(high, end));
    let line_end = high.clone().unwrap_or_else(|| "100%".to_owned());
    let line = |class| el("line", class).set("x1", &low).set("x2", &line_end).with("y1", MIDDLE).with("y2", MIDDLE);
    let last = match high {
        Some(high) => upright("whisker", &high, "9", "19"),
        None => {
            let arrow = el("path", "arrow").with("d", "M-7 -5 L0 0 L-7 5");
            el("svg", "").with("x", "100%").with("y", MIDDLE).with("overflow", "visible").child(arrow)
        }
    };
    let parts = [line("whisker halo"), line("whisker"), upright("whisker", &low, "9", "19"), last];
    el("g", "bounds").children(parts)
}

fn upright(class: &'static str, x: &str, from: &'static str, to: &'static str) -> El {
    el("line", class).set("x1", x).set("x2", x).with("y1", from).with("y2", to)
}

pub(super) fn picture(class: &'static str, width: &'static str, height: &'static str) -> El {
    let picture = el("svg", class).with("width", width).with("height", height);
    picture.with("aria-hidden", "true").with("focusable", "false")
}

/// The marks of the axis, in people.
fn marks(bars: &Bars) -> impl Iterator<Item = f64> {
    let count = (bars.end / bars.step).round() as u32;
    let step = bars.step;
    (0..=count).map(move |mark| f64::from(mark) * step)
}

/// A place on the axis, in per cent to four decimals: more would only make longer texts.
pub(super) fn at(people: f64, end: f64) -> String {
    let hundredth_per_cents = (people / end * 1e6).round() / 1e4;
    decimal_text(hundredth_per_cents) + "%"
}

/// The class that fills a segment: a category's own, or that of several together.
fn fill_of(covers: Coverage) -> &'static str {
    let mut categories = covers.iter();
    match (categories.next(), categories.next()) {
        (Some(Category::Killed), None) => "segment killed",
        (Some(Category::Wounded), None) => "segment wounded",
        (Some(Category::Missing), None) => "segment missing",
        (Some(Category::Captured), None) => "segment captured",
        _ => "segment together",
    }
}

fn axis(bars: &Bars, locale: &Locale) -> El {
    let mut axis = picture("axis", "100%", "20");
    for mark in marks(bars) {
        let anchor = if mark == 0.0 {
            "start"
        } else if mark == bars.end {
            "end"
        } else {
            "middle"
        };
        let tick = el("text", "tick").set("x", &at(mark, bars.end)).with("y", MIDDLE).with("text-anchor", anchor);
        axis = axis.child(tick.text(&locale.number(mark, 0)));
    }
    el("div", "axis-row").child(axis)
}

/// What the fills mean, the patterns that they are made of, and the scenario's line.
fn legend(locale: &Locale, bars: &Bars) -> El {
    let entry = |fill: &'static str, label: &str| {
        let rect = el("rect", fill).with("x", "0.5").with("y", "0.5").with("width", "15").with("height", "11");
        el("li", "").child(picture("swatch", "16", "12").child(rect)).text(label)
    };
    let pattern = |id: &'static str, turn: &'static str, mark: El, back: &'static str| {
        let back = el("rect", back).with("width", "6").with("height", "6");
        let pattern = el("pattern", "").with("id", id).with("width", "6").with("height", "6");
        pattern.with("patternUnits", "userSpaceOnUse").with("patternTransform", turn).child(back).child(mark)
    };
    let stripe = |class, width: &'static str| el("rect", class).with("width", width).with("height", "6");
    let dot = el("circle", "captured-dot").with("cx", "3").with("cy", "3").with("r", "1.5");
    let patterns = [
        pattern("missing-fill", "rotate(45)", stripe("missing-line", "2.5"), "missing-back"),
        pattern("captured-fill", "rotate(0)", dot, "captured-back"),
        pattern("together-fill", "rotate(-45)", stripe("together-line", "1.5"), "together-back"),
    ];
    let categories = Category::ALL.map(|category| entry(fill_of(category.into()), locale.category(category)));
    let entries = el("ul", "")
        .children(categories)
        .child(entry("segment together", locale.text(Message::Together)))
        .child(entry("segment undivided", locale.text(Message::TotalOnly)));
    let total = bars.scenario.total;
    let line = upright("scenario-line", &at(total.unwrap_or_default(), bars.end), "0", total.map_or("0", |_| "100%"));
    let line = line.with("id", &SCENARIO_LINE[1..]);
    el("div", "legend").child(picture("patterns", "0", "0").children(patterns).child(line)).child(entries)
}
