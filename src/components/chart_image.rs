//! The comparison as a picture that stands alone: the title, the sentence, a bar a source with its hedges and bounds, and
//! who said it when and where.

use super::answer::{sentence, whose};
use super::app::View;
use super::background::{chain, dates, originator};
use super::chart::{add, figures, valued};
use super::sheet::{Hold, INK, LINE, PAPER, SCENARIO, SOFT, Sheet, bold, number, plain, title};
use crate::domain::{Bounds, Category, Quantity, Unit};
use crate::i18n::{Message, Piece, Words};
use crate::state::{Bar, Bars, Scale, Segment};
use crate::text::append;

/// The picture's width and its margin, in pixels.
const WIDTH: f64 = 800.0;
const MARGIN: f64 = 32.0;
const INNER: f64 = WIDTH - 2.0 * MARGIN;

/// The height of a bar.
const HEIGHT: f64 = 18.0;

/// The most claims that it shows: no browser draws a picture of any height.
const MOST: usize = 40;

/// People: a picture that stands alone has no switch.
const SCALE: usize = Scale::People as usize;

/// What a fill stands for: a category, several together, a total that is not divided.
const KINDS: usize = 6;
const TOGETHER: usize = 4;
const UNDIVIDED: usize = 5;

/// Fills and strokes in that order.
const FILLS: [(&str, &str); KINDS] = [
    ("#1f2d3d", "#1f2d3d"),
    ("#5b86b8", "#5b86b8"),
    ("url(#missing)", "#a8741a"),
    ("url(#captured)", "#2f6b57"),
    ("url(#together)", "#5b86b8"),
    ("#eceef1", "#868e98"),
];

/// The picture as SVG. An address of the calculator stands under it where there is one.
pub fn chart_image(view: &View, address: &str) -> String {
    let View { dataset, locale, derived, .. } = view;
    let bars = &derived.bars[SCALE];
    let language = locale.words_tag();
    let mut sheet = Sheet::new(WIDTH, language);
    sheet.y = MARGIN - 4.0;
    sheet.paragraph(title(25.0), MARGIN, INNER, &dataset.title);
    sheet.y += 10.0;
    let [said, allowed] = quoted(view);
    sheet.paragraph(plain(17.0, INK), MARGIN, INNER, &said);
    sheet.paragraph(plain(13.0, SOFT), MARGIN, INNER, &allowed);
    sheet.y += 16.0;
    legend(&mut sheet, view);

    let mut categories = String::new();
    for category in Category::ALL {
        if let Some(figure) = view.scenario.figure(Quantity::Of(category)) {
            let figure = Words(locale).figure(figure, Unit::People);
            add(locale, &mut categories, &figure, locale.category(category));
        }
    }
    let own = [locale.text(Message::Scenario), &*valued(&derived.rates, None, locale), &categories];
    row(&mut sheet, bars, &bars.scenario, own, SCENARIO);
    for ((claim, claimed), bar) in
        dataset.claims.iter().zip(&view.claims.rows).zip(&view.claims.bars[SCALE].bars).take(MOST)
    {
        let name = originator(claim, locale);
        let mut details = if *name == *claim.source.name { String::new() } else { String::from(&*claim.source.name) };
        let given = figures(claim, locale);
        if !given.is_empty() {
            append(&mut details, " · ", &given);
        }
        // A figure for a part of the time is no total, and has no bar.
        let value = if claim.period.is_some() { String::new() } else { valued(&claimed.rates, Some(claim), locale) };
        row(&mut sheet, bars, bar, [&name, &value, &details], INK);
    }
    axis(&mut sheet, view);
    sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, locale.text(Message::ChartHint));
    if bars.scenario.total.is_some() {
        sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, locale.text(Message::ChartScenario));
    }
    sources(&mut sheet, view);
    let published = published(view);
    for text in [dataset.credits.as_deref().unwrap_or_default(), &published, address] {
        sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, text);
    }
    let height = sheet.y + MARGIN - 8.0;
    sheet.finish(height, &dataset.title, language)
}

/// The sentence, and what belongs to it: what the wording allows, and whose figures it uses.
pub(super) fn quoted(view: &View) -> [String; 2] {
    let (pieces, range) = sentence(&view.locale, &view.scenario, &view.derived);
    let said = pieces.iter().map(Piece::text).collect();
    let mut more = String::new();
    if let Some(range) = range {
        more = [view.locale.text(Message::WordingAllows), " ", &range, "."].concat();
    }
    append(&mut more, " ", &whose(view));
    [said, more]
}

/// Up to which day the figures were published, in words; nothing where no claim says when.
pub(super) fn published(view: &View) -> String {
    let mut newest = None;
    for claim in &view.dataset.claims {
        newest = newest.max(claim.published);
    }
    newest.map_or_else(String::new, |newest| {
        view.locale.fill(Message::PublishedUpTo, &[("date", &view.locale.date(newest))])
    })
}

/// What a stretch stands for, as a place among the fills.
pub(super) fn kind(segment: &Segment) -> usize {
    let mut categories = segment.covers.iter();
    match (segment.undivided, categories.next(), categories.next()) {
        (true, ..) => UNDIVIDED,
        (_, Some(category), None) => category as usize,
        _ => TOGETHER,
    }
}

/// A stretch filled with what it stands for; pale where it is no more than a cap.
pub(super) fn filled(sheet: &mut Sheet, (kind, pale): (usize, bool), across: (f64, f64), down: (f64, f64)) {
    let (fill, stroke) = FILLS[kind];
    let dashes = if kind == UNDIVIDED { "3 2" } else { "none" };
    let look = [("fill", fill), ("stroke", stroke), ("stroke-dasharray", dashes), ("opacity", "0.4")];
    sheet.rect(across, down, if pale { &look } else { &look[..3] });
}

/// What the fills that occur mean.
fn legend(sheet: &mut Sheet, view: &View) {
    let bars = &view.derived.bars[SCALE];
    let mut used = [false; KINDS];
    for bar in view.claims.bars[SCALE].bars.iter().take(MOST).chain([&bars.scenario]) {
        for segment in &bar.segments {
            used[kind(segment)] = true;
        }
    }
    let face = plain(12.0, INK);
    let mut at = MARGIN;
    for (kind, _) in used.iter().enumerate().filter(|(_, used)| **used) {
        let text = match kind {
            UNDIVIDED => view.locale.text(Message::TotalOnly),
            TOGETHER => view.locale.text(Message::Together),
            _ => view.locale.category(Category::ALL[kind]),
        };
        let width = 24.0 + face.width(text);
        if at + width > WIDTH - MARGIN {
            at = MARGIN;
            sheet.y += face.line();
        }
        filled(sheet, (kind, false), (at, 16.0), (sheet.y + 3.0, 12.0));
        sheet.text(face, at + 24.0, Hold::Start, text);
        at += width + 18.0;
    }
    sheet.y += face.line() + 6.0;
}

/// Where so many people are on the axis.
fn at(bars: &Bars, people: f64) -> f64 {
    MARGIN + people / bars.end * INNER
}

/// A source's name, what its figures come to, its figures, and its bar.
fn row(sheet: &mut Sheet, bars: &Bars, bar: &Bar, [name, value, details]: [&str; 3], fill: &'static str) {
    sheet.line((MARGIN, sheet.y), (WIDTH - MARGIN, sheet.y), LINE, "1");
    sheet.y += 7.0;
    let face = bold(13.0, INK);
    sheet.text(face, WIDTH - MARGIN, Hold::End, value);
    let beside = face.width(value) + 16.0;
    sheet.paragraph(bold(13.0, fill), MARGIN, INNER - beside, name);
    sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, details);
    sheet.y += 5.0;
    let (top, bottom) = (sheet.y, sheet.y + HEIGHT);
    for mark in marks(bars) {
        sheet.line((at(bars, mark), top), (at(bars, mark), bottom), LINE, "1");
    }
    for segment in &bar.segments {
        let from = at(bars, segment.from);
        let across = (from, at(bars, segment.to) - from);
        filled(sheet, (kind(segment), bar.is_cap()), across, (top + 1.0, HEIGHT - 2.0));
    }
    if let Some(bounds) = bar.whisker {
        whisker(sheet, bounds, &|people| at(bars, people), MARGIN, (top, HEIGHT));
    }
    if let Some(total) = bars.scenario.total {
        sheet.line((at(bars, total), top - 2.0), (at(bars, total), bottom + 2.0), SCENARIO, "1.5");
    }
    sheet.y = bottom + 9.0;
}

/// A line from the low to the high end over a bar, with the ends as on the page: an arrow where there is none, or where a
/// cap begins, and a ring where it is not reached.
pub(super) fn whisker(
    sheet: &mut Sheet,
    bounds: Bounds,
    at: &dyn Fn(f64) -> f64,
    margin: f64,
    (top, height): (f64, f64),
) {
    let middle = top + height / 2.0;
    let edge = sheet.edge(margin);
    let (low, high) = (at(bounds.low.value), bounds.top().map_or(edge, at));
    let width = number((height / 12.0).min(2.5));
    sheet.line((low, middle), (high, middle), PAPER, "5");
    sheet.line((low, middle), (high, middle), INK, &width);
    let is_cap = bounds.low.value <= 0.0 && bounds.top().is_some();
    for (x, inwards, arrow, open) in
        [(low, 7.0, is_cap, bounds.low.open), (high, -7.0, bounds.top().is_none(), bounds.high.open)]
    {
        let reach = height * 0.28;
        if arrow {
            sheet.line((x + inwards, middle - reach), (x, middle), INK, &width);
            sheet.line((x + inwards, middle + reach), (x, middle), INK, &width);
        } else if open {
            let (x, y, radius) = (number(sheet.x(x)), number(middle), number(height / 5.0));
            let ring =
                [("cx", &*x), ("cy", &y), ("r", &radius), ("fill", PAPER), ("stroke", INK), ("stroke-width", &width)];
            sheet.element("circle", &ring);
        } else {
            sheet.line((x, middle - reach), (x, middle + reach), INK, &width);
        }
    }
}

/// The marks of the axis, in people.
fn marks(bars: &Bars) -> impl Iterator<Item = f64> {
    let (count, step) = ((bars.end / bars.step).round() as u32, bars.step);
    (0..=count).map(move |mark| f64::from(mark) * step)
}

fn axis(sheet: &mut Sheet, view: &View) {
    let bars = &view.derived.bars[SCALE];
    let face = plain(12.0, SOFT);
    sheet.line((MARGIN, sheet.y), (WIDTH - MARGIN, sheet.y), INK, "1");
    for mark in marks(bars) {
        let hold = if mark == 0.0 {
            Hold::Start
        } else if mark == bars.end {
            Hold::End
        } else {
            Hold::Middle
        };
        sheet.text(face, at(bars, mark), hold, &view.locale.number(mark, 0));
    }
    sheet.y += face.line() + 8.0;
}

/// Every source that the picture shows: who said it through whom, where, when, and the address.
fn sources(sheet: &mut Sheet, view: &View) {
    let View { dataset, locale, .. } = view;
    sheet.y += 16.0;
    sheet.line((MARGIN, sheet.y), (WIDTH - MARGIN, sheet.y), INK, "1");
    sheet.y += 8.0;
    sheet.paragraph(bold(13.0, INK), MARGIN, INNER, locale.text(Message::SourcesTitle));
    for claim in dataset.claims.iter().take(MOST) {
        sheet.y += 4.0;
        sheet.paragraph(plain(12.0, INK), MARGIN, INNER, &chain(claim, locale));
        let from = [&*claim.source.name, &dates(claim, locale)].concat();
        sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, &from);
        sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, claim.source.link.as_deref().unwrap_or_default());
    }
    let left = dataset.claims.len().saturating_sub(MOST);
    if left > 0 {
        let left = locale.fill(Message::ImageMore, &[("x", &locale.number(left as f64, 0))]);
        sheet.y += 4.0;
        sheet.paragraph(plain(12.0, INK), MARGIN, INNER, &left);
    }
    sheet.y += 10.0;
}
