//! The comparison as a picture that stands alone: the title, the sentence, a bar a source with its hedges and bounds, and
//! who said it when and where.

use super::sheet::{Hold, INK, LINE, PAPER, SCENARIO, SOFT, Sheet, bold, number, plain, title};
use crate::components::view::View;
use crate::domain::{Category, Quantity};
use crate::i18n::{
    Message, Quotation, chain, claim_dates, claim_figures, claim_status, fill_label, originator, published_until,
    quotation, scenario_figures, total_and_rate, total_note,
};
use crate::state::{Anchor, Bar, Bars, Fill, Scale, Whisker, WhiskerEnd};
use crate::text::append;

/// The picture's width and its margin, in pixels.
const WIDTH: f64 = 800.0;
const MARGIN: f64 = 32.0;
const INNER: f64 = WIDTH - 2.0 * MARGIN;

/// The height of a bar.
const HEIGHT: f64 = 18.0;

/// The most claims that it shows: no browser draws a picture of any height.
const MAX_CLAIMS: usize = 40;

/// People: a picture that stands alone has no switch.
const SCALE: Scale = Scale::People;

/// The colours of a fill, and of the line around it.
fn colours(fill: Fill) -> (&'static str, &'static str) {
    match fill {
        Fill::Of(Category::Killed) => ("#1f2d3d", "#1f2d3d"),
        Fill::Of(Category::Wounded) => ("#5b86b8", "#5b86b8"),
        Fill::Of(Category::Missing) => ("url(#missing)", "#a8741a"),
        Fill::Of(Category::Captured) => ("url(#captured)", "#2f6b57"),
        Fill::Together => ("url(#together)", "#5b86b8"),
        Fill::Undivided => ("#eceef1", "#868e98"),
        Fill::Partly => ("url(#partly)", "#868e98"),
    }
}

/// The picture as SVG. An address of the calculator stands under it where there is one.
pub fn chart_image(view: &View, address: &str) -> String {
    let View { story, scenario, derived, .. } = view;
    let (dataset, locale) = (&story.dataset, &*story.locale);
    let bars = &view.bars(SCALE);
    let language = locale.words_tag();
    let mut sheet = Sheet::new(WIDTH, language);
    sheet.y = MARGIN - 4.0;
    sheet.paragraph(title(25.0), MARGIN, INNER, &dataset.title);
    if dataset.forces.len() > 1 {
        sheet.paragraph(bold(15.0, SOFT), MARGIN, INNER, &story.force().name);
    }
    sheet.y += 10.0;
    let Quotation { sentence, basis } = quotation(scenario, derived, story.force(), locale);
    sheet.paragraph(plain(17.0, INK), MARGIN, INNER, &sentence);
    sheet.paragraph(plain(13.0, SOFT), MARGIN, INNER, &basis);
    sheet.y += 16.0;
    legend(&mut sheet, view);

    let categories = scenario_figures(scenario, locale);
    let own = [locale.text(Message::Scenario), &*total_and_rate(&derived.rates, None, locale), &categories];
    row(&mut sheet, bars, &bars.scenario, own, SCENARIO);
    for index in shown_claims(view) {
        let (claim, claimed) = (&story.force().claims[index], &story.claims.results[index]);
        let bar = &story.bars(SCALE).bars[index];
        let name = originator(claim, locale);
        let mut details = if *name == *claim.source.name { String::new() } else { String::from(&*claim.source.name) };
        append(&mut details, " · ", &claim_figures(claim, locale));
        if claim.reported(Quantity::Casualties).is_some() && claim.period.is_none() {
            append(&mut details, " · ", &total_note(claim, locale));
        }
        append(&mut details, " · ", &claim_status(claim, locale));
        // A figure for a part of the time is no total, and has no bar.
        let value =
            if claim.period.is_some() { String::new() } else { total_and_rate(&claimed.rates, Some(claim), locale) };
        row(&mut sheet, bars, bar, [&name, &value, &details], INK);
    }
    axis(&mut sheet, view);
    sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, locale.text(Message::ChartHint));
    if bars.scenario.total.is_some() {
        sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, locale.text(Message::ChartScenario));
    }
    sources(&mut sheet, view);
    let published = published_until(&story.force().claims, locale);
    for text in [dataset.credits.as_deref().unwrap_or_default(), &published, address] {
        sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, text);
    }
    let height = sheet.y + MARGIN - 8.0;
    sheet.finish(height, &dataset.title, language)
}

/// The claims that it shows, by their places in the force: those that stand, up to a limit.
fn shown_claims(view: &View) -> impl Iterator<Item = usize> {
    let claims = view.story.force().claims.iter().enumerate();
    claims.filter(|(_, claim)| !claim.is_superseded()).map(|(index, _)| index).take(MAX_CLAIMS)
}

/// A stretch filled with what it stands for; pale where it is no more than a cap.
pub(super) fn filled_rect(sheet: &mut Sheet, (fill, pale): (Fill, bool), across: (f64, f64), down: (f64, f64)) {
    let (colour, stroke) = colours(fill);
    let dashes = if matches!(fill, Fill::Undivided | Fill::Partly) { "3 2" } else { "none" };
    let attributes = [("fill", colour), ("stroke", stroke), ("stroke-dasharray", dashes), ("opacity", "0.4")];
    sheet.rect(across, down, if pale { &attributes } else { &attributes[..3] });
}

/// What the fills that occur mean.
fn legend(sheet: &mut Sheet, view: &View) {
    let story = &view.story;
    let mut used = Vec::new();
    let of_claims = shown_claims(view).map(|index| &story.bars(SCALE).bars[index]);
    for bar in of_claims.chain([&view.bars(SCALE).scenario]) {
        for segment in &bar.segments {
            used.push(segment.fill());
        }
    }
    let face = plain(12.0, INK);
    let mut at = MARGIN;
    for fill in Fill::ALL.into_iter().filter(|fill| used.contains(fill)) {
        let text = fill_label(fill, &story.locale);
        let width = 24.0 + face.width(text);
        if at + width > WIDTH - MARGIN {
            at = MARGIN;
            sheet.y += face.line(text);
        }
        filled_rect(sheet, (fill, false), (at, 16.0), (sheet.y + 3.0, 12.0));
        sheet.text(face, at + 24.0, Hold::Start, text);
        at += width + 18.0;
    }
    sheet.y += face.line(fill_label(Fill::Together, &story.locale)) + 6.0;
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
    for mark in bars.axis_marks() {
        let x = at(bars, mark.value);
        sheet.line((x, top), (x, bottom), LINE, "1");
    }
    for segment in &bar.segments {
        let from = at(bars, segment.from);
        let across = (from, at(bars, segment.to) - from);
        filled_rect(sheet, (segment.fill(), bar.is_cap()), across, (top + 1.0, HEIGHT - 2.0));
    }
    if let Some(drawn) = bar.drawn_whisker() {
        whisker(sheet, (drawn, bar.has_own_range), &|people| at(bars, people), MARGIN, (top, HEIGHT));
    }
    if let Some(total) = bars.scenario.total {
        sheet.line((at(bars, total), top - 2.0), (at(bars, total), bottom + 2.0), SCENARIO, "1.5");
    }
    sheet.y = bottom + 9.0;
}

/// The line for what the wording allows, over a bar that begins at `top`; without a high end it runs on to the margin.
pub(super) fn whisker(
    sheet: &mut Sheet,
    (Whisker { low, high }, is_own_range): (Whisker, bool),
    at: &dyn Fn(f64) -> f64,
    margin: f64,
    (top, height): (f64, f64),
) {
    let middle = top + height / 2.0;
    let (low_x, high_x) = (at(low.0), high.0.map_or(sheet.edge(margin), at));
    let width = number((height / 12.0).min(2.5));
    sheet.line((low_x, middle), (high_x, middle), PAPER, "5");
    if is_own_range {
        // A double line: a source's own range.
        for beside in [-2.0, 2.0] {
            sheet.line((low_x, middle + beside), (high_x, middle + beside), INK, "1");
        }
    } else {
        sheet.line((low_x, middle), (high_x, middle), INK, &width);
    }
    let reach = height * 0.28;
    for (x, inwards, end) in [(low_x, 7.0, low.1), (high_x, -7.0, high.1)] {
        match end {
            WhiskerEnd::Arrow => {
                sheet.line((x + inwards, middle - reach), (x, middle), INK, &width);
                sheet.line((x + inwards, middle + reach), (x, middle), INK, &width);
            }
            WhiskerEnd::Ring => {
                let (x, y, radius) = (number(sheet.x(x)), number(middle), number(height / 5.0));
                let ring = [
                    ("cx", &*x),
                    ("cy", &y),
                    ("r", &radius),
                    ("fill", PAPER),
                    ("stroke", INK),
                    ("stroke-width", &width),
                ];
                sheet.element("circle", &ring);
            }
            WhiskerEnd::Bar => sheet.line((x, middle - reach), (x, middle + reach), INK, &width),
        }
    }
}

fn axis(sheet: &mut Sheet, view: &View) {
    let bars = &view.bars(SCALE);
    let face = plain(12.0, SOFT);
    sheet.line((MARGIN, sheet.y), (WIDTH - MARGIN, sheet.y), INK, "1");
    for mark in bars.axis_marks() {
        let hold = match mark.anchor {
            Anchor::Start => Hold::Start,
            Anchor::Middle => Hold::Middle,
            Anchor::End => Hold::End,
        };
        sheet.text(face, at(bars, mark.value), hold, &view.story.locale.number(mark.value, 0));
    }
    sheet.y += face.line("") + 8.0;
}

/// Every source that the picture shows: who said it through whom, where, when, and the address.
fn sources(sheet: &mut Sheet, view: &View) {
    let (claims, locale) = (&view.story.force().claims, &*view.story.locale);
    sheet.y += 16.0;
    sheet.line((MARGIN, sheet.y), (WIDTH - MARGIN, sheet.y), INK, "1");
    sheet.y += 8.0;
    sheet.paragraph(bold(13.0, INK), MARGIN, INNER, locale.text(Message::SourcesTitle));
    for claim in shown_claims(view).map(|index| &claims[index]) {
        sheet.y += 4.0;
        sheet.paragraph(plain(12.0, INK), MARGIN, INNER, &chain(claim, locale));
        let from = [&*claim.source.name, &claim_dates(claim, locale)].concat();
        sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, &from);
        let note = claim.note.as_deref().unwrap_or_default();
        sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, note);
        sheet.paragraph(plain(12.0, SOFT), MARGIN, INNER, claim.source.link.as_deref().unwrap_or_default());
    }
    let standing = claims.iter().filter(|claim| !claim.is_superseded()).count();
    let left = standing.saturating_sub(MAX_CLAIMS);
    if left > 0 {
        let left = locale.fill(Message::ImageMore, &[("x", &locale.number(left as f64, 0))]);
        sheet.y += 4.0;
        sheet.paragraph(plain(12.0, INK), MARGIN, INNER, &left);
    }
    sheet.y += 10.0;
}
