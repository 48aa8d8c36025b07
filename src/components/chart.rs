//! The chart: a stacked bar a source on one axis, what the wording allows drawn over it, the scenario as a line.
//!
//! Words are HTML, so that they wrap and keep their size; only marks are SVG, placed in per cents of its width. What all
//! bars share, the grid and the scenario's line, is drawn once, behind and before them: a step of a slider moves one line.

use yew::{Callback, Html};

use super::app::View;
use super::background::{as_of, chain, origin, originator, report, told};
use super::element::{El, el, group, heading};
use super::inputs::label_of;
use super::kept::kept;
use super::later::{Later, Part, part};
use super::shared::Shared;
use crate::domain::{
    Bounds, Category, Claim, Coverage, Hedge, Measure, Quantity, RateName, Rates, Reported, Row, Unit, decimal_text,
};
use crate::i18n::{Locale, Message, Words};
use crate::state::{Bar, Bars, Scale};
use crate::text::append;

/// The height of a bar's picture, in pixels, and the middle of it.
const HEIGHT: &str = "28";
const MIDDLE: &str = "14";

/// The words of a bar: whose it is, what it comes to, its figures, and what it opens to.
pub(super) type BarWords = [Html; 4];

/// The words of each claim, which no input changes; what its row opens to once that is there.
pub(super) fn claim_words(view: &View, later: Later) -> Vec<BarWords> {
    let mut all = Vec::new();
    for (claim, row) in view.dataset.claims.iter().zip(&view.claims.rows) {
        let name = el("div", "bar-name").child(el("span", "who").text(&originator(claim, &view.locale))).text(" ");
        let name = name.child(el("span", "via").text(&claim.source.name));
        let mut value = el("div", "bar-value");
        let mut figures = el("div", "bar-figures").text(&figures(claim, &view.locale));
        if claim.period.is_none() {
            value = value.child(el("span", "").text(&valued(&row.rates, Some(claim), &view.locale)));
            figures = figures.children(notes(view, claim, row));
        }
        let mut opened = el("div", "opened");
        if later != Later::Waiting {
            opened = opened.node(part(view, Part::Claim(claim, row), later, &Callback::noop()));
        }
        all.push([name.into(), value.into(), figures.into(), opened.into()]);
    }
    all
}

/// What a claim's total counts, where its parts do not say it, and whose the force is that its rate is measured against.
fn notes(view: &View, claim: &Claim, row: &Row) -> Vec<El> {
    let locale = &view.locale;
    let mut notes = Vec::new();
    let note =
        |message, name, text: &str| el("span", "note-of-bar").text(" · ").text(&locale.fill(message, &[(name, text)]));
    if claim.given(Quantity::Casualties).is_some() {
        notes.push(note(Message::ChartCounts, "counts", &locale.coverage(claim.covers)));
    }
    if let (Some(lender), Ok(_)) = (lender(view, claim), row.rates.get(RateName::CasualtyRate)) {
        notes.push(note(Message::ChartBorrowed, "name", &lender.source.name));
    }
    notes
}

/// The claims' rows, which change only with the axis, the scale and the order.
pub(super) fn claim_rows(view: &View, claim_words: &[BarWords], scale: Scale, order: &[usize]) -> Html {
    let bars = &view.derived.bars[scale as usize];
    let claim_bars = &view.claims.bars[scale as usize].bars;
    let mut list = el("ol", "bars");
    for index in order.iter().copied() {
        let (claim, words) = (&view.dataset.claims[index], &claim_words[index]);
        let summary = summary("summary", words, &claim_bars[index], bars).with("data-later", "claim");
        let row = el("details", "").child(summary).node(words[3].clone());
        list = list.child(el("li", "bar-row").child(row).key(&claim.id).set("data-claim", &claim.id));
    }
    list.into()
}

/// The chart of all sources: the reader's figures first, then the claims.
pub(super) fn chart(view: &View, claim_rows: &Shared<Html>, scale: Scale) -> El {
    let View { locale, derived, scenario, .. } = view;
    let bars = &derived.bars[scale as usize];
    let mut own_figures = String::new();
    for category in Category::ALL {
        if let Some(figure) = scenario.figure(Quantity::Of(category)) {
            let figure = Words(locale).figure(figure, Unit::People);
            add(locale, &mut own_figures, &figure, locale.category(category));
        }
    }
    let name = el("div", "bar-name").child(el("span", "who").word(locale, Message::Scenario));
    let value = el("div", "bar-value").child(el("span", "").text(&valued(&derived.rates, None, locale)));
    let figures = el("div", "bar-figures").text(&own_figures);
    let words = [name.into(), value.into(), figures.into(), Html::default()];
    let own = summary("div", &words, &bars.scenario, bars);
    let own = el("ul", "bars").child(el("li", "bar-row own").child(own).with("data-claim", "scenario"));
    let hint = [locale.text(Message::ChartHint), " ", locale.text(Message::ChartScenario)].concat();
    let mut grid = picture("over-bars grid-lines", "100%", "100%");
    for mark in marks(bars) {
        grid = grid.child(upright("grid", &at(mark, bars.end), "0", "100%"));
    }
    let total = bars.scenario.total;
    // A cap is no number that anybody gave.
    let class = if bars.scenario.is_cap() { "scenario-line at-most" } else { "scenario-line" };
    let line = upright(class, &at(total.unwrap_or_default(), bars.end), "0", total.map_or("0", |_| "100%"));
    let line = picture("over-bars", "100%", "100%").child(line);
    let title = heading(view, 2, "subtitle").with("id", "chart-title").word(locale, Message::ChartTitle);
    group("div", "chart", "chart-title")
        .with("part", "chart")
        .child(title)
        .child(legend(locale))
        .child(el("div", "bars-frame").child(grid).child(own).node(kept(claim_rows)).child(line))
        .child(axis(bars, scale, locale))
        .child(el("p", "small").text(&hint))
}

/// Adds a figure and what it counts to a list of them.
pub(super) fn add(locale: &Locale, figures: &mut String, figure: &str, counts: &str) {
    append(
        figures,
        locale.text(Message::ListComma),
        &locale.fill(Message::FigureOf, &[("x", figure), ("counts", counts)]),
    );
}

/// A claim's casualty figures in words.
pub(super) fn figures(claim: &Claim, locale: &Locale) -> String {
    let words = Words(locale);
    let mut figures = String::new();
    for (category, reported) in claim.categories() {
        add(locale, &mut figures, &words.reported(reported, Unit::People), locale.category(category));
    }
    for group in &claim.groups {
        let covers = locale.fill(Message::GroupOf, &[("counts", &locale.coverage(group.covers))]);
        add(locale, &mut figures, &words.reported(&group.count, Unit::People), &covers);
    }
    if let (Some(_), Some(period)) = (claim.period, as_of(claim, locale)) {
        if let Some(total) = claim.given(Quantity::Casualties) {
            add(locale, &mut figures, &words.reported(total, Unit::People), &locale.coverage(claim.covers));
        }
        append(&mut figures, locale.text(Message::ListComma), &period);
    }
    if let (true, Some(deployed)) = (figures.is_empty(), claim.given(Quantity::Deployed)) {
        let deployed = words.reported(deployed, Unit::People);
        figures = [locale.text(Message::Deployed), ": ", &deployed].concat();
    }
    figures
}

/// What a claim's row opens to: who said it through whom, where it can be read, each figure in the source's words with
/// what they allow, and how total and rate are worked out.
pub(super) fn opened(view: &View, claim: &Claim, row: &Row) -> Html {
    let locale = &view.locale;
    let words = Words(locale);
    let fact = |name: &str, reported: &Reported, unit| {
        let mut value = words.reported(reported, unit);
        // The other wordings say themselves what they allow.
        let is_vague = reported.words.is_some() || matches!(reported.figure.hedge(), Hedge::About | Hedge::Nearly);
        if let Some(allows) = words.figure_allows(reported.figure, unit).filter(|_| is_vague) {
            value = [&*value, " (", &allows, ")"].concat();
        }
        el("div", "").child(el("dt", "").text(name)).child(el("dd", "").text(&value))
    };
    let mut given = el("dl", "given");
    for quantity in Quantity::ALL {
        if let Some(reported) = claim.given(quantity) {
            let name = match quantity {
                Quantity::Casualties => Message::Casualties,
                Quantity::Rate => Message::Rate,
                quantity => label_of(quantity),
            };
            given = given.child(fact(locale.text(name), reported, quantity.unit()));
        }
    }
    for group in &claim.groups {
        let name = locale.fill(Message::GroupOf, &[("counts", &locale.coverage(group.covers))]);
        given = given.child(fact(&name, &group.count, Unit::People));
    }
    if let Some(share) = &claim.killed_share {
        given = given.child(fact(locale.text(Message::RateKilledShare), share, Unit::Percent));
    }
    let mut opened = el("div", "").child(origin(claim, locale)).child(report(claim, locale)).child(given);
    for name in Scale::ALL.map(Scale::total) {
        if let (Ok(rate), None) = (row.rates.get(name), claim.period) {
            let mut working = words.rate_working(name, &rate, &row.inputs, &row.rates);
            if working.is_empty() {
                // A stated total has no formula, but bounds.
                working = words.working(rate.bounds, rate.printed, Measure::People);
            }
            let mut line = el("p", "working").with("data-rate-of", name.name()).text(&working);
            if let (RateName::CasualtyRate, Some(lender)) = (name, lender(view, claim)) {
                line = line
                    .text(". ")
                    .text(&locale.fill(Message::AnswerForceBorrowed, &[("chain", &chain(lender, locale))]));
            }
            opened = opened.child(line);
        }
    }
    opened.children(told(view, "claim-note", claim.note.as_deref())).into()
}

/// The claim that lends a claim its force, where it gives none of its own.
fn lender<'a>(view: &'a View, claim: &'a Claim) -> Option<&'a Claim> {
    view.dataset.deployment.force(claim, &view.dataset.claims).and_then(|force| force.borrowed_from)
}

/// The total and the rate in words: as the claim states them, else as they are worked out, like in the table.
pub(super) fn valued(rates: &Rates, claim: Option<&Claim>, locale: &Locale) -> String {
    let words = Words(locale);
    let value = |name| rates.get(name).ok().map(|rate| words.rate(name, &rate).value);
    let stated = |quantity: Quantity| {
        let reported = claim.and_then(|claim| claim.given(quantity));
        reported.map(|reported| words.reported(reported, quantity.unit()))
    };
    let total = stated(Quantity::Casualties).or_else(|| value(RateName::Casualties));
    let mut text = total.unwrap_or_else(|| locale.text(Message::NoTotal).to_owned());
    let rate = match (value(RateName::CasualtyRate), stated(Quantity::Rate)) {
        (None, Some(stated)) => locale.fill(Message::RateStated, &[("x", &stated)]),
        (rate, _) => rate.unwrap_or_default(),
    };
    if !rate.is_empty() {
        append(&mut text, " · ", &rate);
    }
    text
}

/// What shows of a row: the words and the bar.
fn summary(tag: &'static str, [name, value, figures, _]: &BarWords, bar: &Bar, bars: &Bars) -> El {
    let end = bars.end;
    let mut picture = picture(if bar.is_cap() { "bar cap" } else { "bar" }, "100%", HEIGHT);
    for segment in &bar.segments {
        let fill = match segment.undivided {
            true if segment.covers == Coverage::ALL => "segment undivided",
            true => "segment partly",
            false => fill_of(segment.covers),
        };
        let rect = el("rect", fill).set("x", &at(segment.from, end)).set("width", &at(segment.to - segment.from, end));
        picture = picture.child(rect.with("y", "6").with("height", "16"));
    }
    if let Some(bounds) = bar.whisker {
        picture = picture.child(whisker(bounds, end));
    }
    el(tag, "bar-summary").node(name.clone()).node(value.clone()).child(picture).node(figures.clone())
}

/// A line from the low to the high end. Without a top it runs on to the edge, and a cap from nothing on: there it ends in
/// an arrow. An end that is not reached is a ring.
fn whisker(bounds: Bounds, end: f64) -> El {
    let low = at(bounds.low.value, end);
    let high = bounds.top().map_or_else(|| "100%".to_owned(), |high| at(high, end));
    let line = |class| el("line", class).set("x1", &low).set("x2", &high).with("y1", MIDDLE).with("y2", MIDDLE);
    let stop = |x: &str, open: bool, arrow: Option<&'static str>| match arrow {
        Some(arrow) => {
            let arrow = el("path", "arrow").with("d", arrow);
            el("svg", "").set("x", x).with("y", MIDDLE).with("overflow", "visible").child(arrow)
        }
        None if open => el("circle", "ring").set("cx", x).with("cy", MIDDLE).with("r", "4"),
        None => upright("whisker", x, "9", "19"),
    };
    let is_cap = bounds.low.value <= 0.0 && bounds.top().is_some();
    let parts = [
        line("whisker halo"),
        line("whisker"),
        stop(&low, bounds.low.open, is_cap.then_some("M7 -5 L0 0 L7 5")),
        stop(&high, bounds.high.open, bounds.top().is_none().then_some("M-7 -5 L0 0 L-7 5")),
    ];
    el("g", "bounds").children(parts)
}

fn upright(class: &'static str, x: &str, from: &'static str, to: &'static str) -> El {
    el("line", class).set("x1", x).set("x2", x).with("y1", from).with("y2", to)
}

pub(super) fn picture(class: &'static str, width: &'static str, height: &'static str) -> El {
    let picture = el("svg", class).with("width", width).with("height", height);
    picture.with("aria-hidden", "true").with("focusable", "false")
}

/// The marks of the axis.
fn marks(bars: &Bars) -> impl Iterator<Item = f64> {
    let count = (bars.end / bars.step).round() as u32;
    let step = bars.step;
    (0..=count).map(move |mark| f64::from(mark) * step)
}

/// A place on the axis, in per cent to four decimals: more would only make longer texts.
pub(super) fn at(place: f64, end: f64) -> String {
    let hundredth_per_cents = (place / end * 1e6).round() / 1e4;
    decimal_text(hundredth_per_cents) + "%"
}

/// A place on a line that begins where reading does, in pictures with texts: all others the style sheet mirrors.
pub(super) fn along(locale: &Locale, share: f64) -> String {
    at(if locale.direction() == "rtl" { 1.0 - share } else { share }, 1.0)
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

fn axis(bars: &Bars, scale: Scale, locale: &Locale) -> El {
    let mut axis = picture("axis", "100%", "20");
    let last = (bars.end / bars.step).round() as u32;
    for index in 0..=last {
        let mark = f64::from(index) * bars.step;
        // Where it is narrow every other number stays, and the one before the last gives it room.
        let spare = index < last && (index % 2 == 1 || index + 1 == last);
        let anchor = if index == 0 {
            "start"
        } else if index == last {
            "end"
        } else {
            "middle"
        };
        let tick = el("text", if spare { "tick spare" } else { "tick" })
            .set("x", &along(locale, mark / bars.end))
            .with("y", MIDDLE)
            .with("text-anchor", anchor);
        let number = locale.number(mark, 0);
        let number = if scale == Scale::Rates { locale.fill(Message::Percent, &[("x", &number)]) } else { number };
        axis = axis.child(tick.text(&number));
    }
    el("div", "axis-row").child(axis)
}

/// What the fills mean, and the patterns that they are made of.
fn legend(locale: &Locale) -> El {
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
        pattern("partly-fill", "rotate(90)", stripe("partly-line", "1"), "partly-back"),
    ];
    let categories = Category::ALL.map(|category| entry(fill_of(category.into()), locale.category(category)));
    let entries = el("ul", "")
        .children(categories)
        .child(entry("segment together", locale.text(Message::Together)))
        .child(entry("segment undivided", locale.text(Message::TotalOnly)))
        .child(entry("segment partly", locale.text(Message::TotalPartly)));
    el("div", "legend").child(picture("patterns", "0", "0").children(patterns)).child(entries)
}
