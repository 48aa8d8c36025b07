//! The picture that stands for a story where a link to it is shown: the question, the answer, and a bar of the force.
//! Few words, large enough to be read where the picture is small.

use super::chart_image::{filled_rect, whisker};
use super::sheet::{Face, Hold, INK, LINE, SOFT, Sheet, bold, plain, title};
use crate::components::view::View;
use crate::domain::{Category, Quantity, RateName, Unit};
use crate::i18n::{Message, Words, chain, originator, published_until, quotation, rate_label};
use crate::state::{Fill, Scale, ScenarioOrigin};

/// Its size in pixels, as those want it who show links.
pub const SIZE: (u16, u16) = (1200, 630);

const MARGIN: f64 = 64.0;
const INNER: f64 = 1200.0 - 2.0 * MARGIN;

/// Where the bar begins and how high it is.
const BAR: (f64, f64) = (376.0, 56.0);

/// The picture as SVG.
pub fn social_image(view: &View) -> String {
    let View { story, derived, scenario, .. } = view;
    let (dataset, locale) = (&story.dataset, &*story.locale);
    let language = locale.words_tag();
    let mut sheet = Sheet::new(SIZE.0.into(), language);
    sheet.y = MARGIN - 14.0;
    shortened(&mut sheet, title(42.0), 2, (MARGIN, INNER), &dataset.title);
    if dataset.forces.len() > 1 {
        shortened(&mut sheet, plain(24.0, SOFT), 1, (MARGIN, INNER), &story.force().name);
    }
    sheet.y += 14.0;

    // The rate beside the sentence that it is of.
    let words = Words(locale);
    let rates = &derived.rates;
    let rate = rates.get(RateName::CasualtyRate).ok();
    let mut from_start = MARGIN;
    let top = sheet.y;
    if let Some(rate) = rate {
        let value = words.rate(RateName::CasualtyRate, &rate).value;
        let size = if value.chars().count() > 10 { 52.0 } else { 68.0 };
        sheet.text(bold(size, INK), MARGIN, Hold::Start, &value);
        from_start += bold(size, INK).width(&value).min(INNER / 2.0) + 36.0;
        sheet.y = top + size * 1.5;
        shortened(
            &mut sheet,
            plain(24.0, SOFT),
            2,
            (MARGIN, from_start - MARGIN - 36.0),
            &rate_label(RateName::CasualtyRate, None, locale),
        );
    }
    sheet.y = top + 8.0;
    let sentence = quotation(scenario, derived, story.force(), locale).sentence;
    shortened(&mut sheet, plain(30.0, INK), 4, (from_start, MARGIN + INNER - from_start), &sentence);

    force(&mut sheet, view);

    // Whose figures, up to when.
    sheet.y = f64::from(SIZE.1) - 126.0;
    let origin = ScenarioOrigin::new(scenario, story.force());
    let mut who = Vec::new();
    match origin.claim {
        Some(claim) => who.push(chain(claim, locale)),
        None if *scenario == story.force().scenario => {}
        None => who.push(locale.text(Message::AnswerYours).to_owned()),
    }
    if let Some(lender) = origin.deployed.filter(|_| origin.claim.is_none() || origin.borrows_deployed()) {
        who.push(locale.fill(Message::AnswerForceOf, &[("chain", &originator(lender, locale))]));
    }
    shortened(&mut sheet, plain(21.0, SOFT), 2, (MARGIN, INNER), &who.join(". "));
    shortened(&mut sheet, plain(21.0, SOFT), 1, (MARGIN, INNER), &published_until(&story.force().claims, locale));
    sheet.finish(SIZE.1.into(), &dataset.title, language)
}

/// A text in at most so many lines, the last of which says where it goes on.
fn shortened(sheet: &mut Sheet, face: Face, most: usize, (from_start, width): (f64, f64), text: &str) {
    let mut lines = face.lines(text, width);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while face.width(last) > width - face.size && last.pop().is_some() {}
            *last = format!("{} …", last.trim_end());
        }
    }
    for line in lines {
        sheet.text(face, from_start, Hold::Start, &line);
        sheet.y += face.line(&line);
    }
}

/// The whole force as a bar with the casualties in it, labelled below.
fn force(sheet: &mut Sheet, view: &View) {
    let View { story, derived, scenario, .. } = view;
    let locale = &story.locale;
    let bars = view.bars(Scale::People);
    let bar = &bars.scenario;
    let given = |quantity| scenario.figure(quantity).and_then(|figure| figure.printed());
    let implied = derived.rates.get(RateName::ImpliedDeployed).ok().and_then(|rate| rate.printed);
    let sent = given(Quantity::Deployed).map(|sent| sent + given(Quantity::Reinforcements).unwrap_or_default());
    let lost = bar.total.unwrap_or_default();
    let end = sent.or(implied).filter(|force| *force >= lost && *force > 0.0).unwrap_or(bars.end);
    let at = |people: f64| MARGIN + (people / end).min(1.0) * INNER;
    let (top, bottom, ends) = (BAR.0, BAR.0 + BAR.1, MARGIN + INNER);
    if scenario.figure(Quantity::Deployed).is_some_and(|sent| sent.bounds().top().is_none()) {
        // What has no top has no end.
        let middle = (top + bottom) / 2.0;
        for (y, side) in [(top, top), (bottom, bottom), (middle - 10.0, middle), (middle + 10.0, middle)] {
            let from = if y == side { MARGIN } else { ends - 10.0 };
            let to = if y == side { ends - 24.0 } else { ends };
            sheet.line((from, y), (to, side), if y == side { LINE } else { SOFT }, "2");
        }
    } else {
        sheet.rect((MARGIN, INNER), BAR, &[("fill", "none"), ("stroke", LINE), ("stroke-width", "2")]);
    }
    for segment in &bar.segments {
        filled_rect(sheet, (segment.fill(), bar.is_cap()), (at(segment.from), at(segment.to) - at(segment.from)), BAR);
    }
    if let Some(drawn) = bar.drawn_whisker() {
        whisker(sheet, (drawn, bar.has_own_range), &at, MARGIN, BAR);
    }
    let words = Words(locale);
    let mut labels = Vec::new();
    for category in Category::ALL {
        if let Some(figure) = scenario.figure(Quantity::Category(category)) {
            labels.push((
                Fill::Of(category),
                format!("{}: {}", locale.category(category), words.figure(figure, Unit::People)),
            ));
        }
    }
    let face = plain(24.0, INK);
    sheet.y = BAR.0 + BAR.1 + 12.0;
    let mut from = MARGIN;
    for (fill, label) in labels {
        let width = 34.0 + face.width(&label);
        if from + width > MARGIN + INNER {
            break;
        }
        filled_rect(sheet, (fill, false), (from, 22.0), (sheet.y + 9.0, 18.0));
        sheet.text(face, from + 34.0, Hold::Start, &label);
        from += width + 30.0;
    }
    if let Some(sent) = scenario.figure(Quantity::Deployed) {
        let sent = format!("{}: {}", locale.text(Message::Deployed), words.figure(sent, Unit::People));
        if from + face.width(&sent) < MARGIN + INNER {
            sheet.text(plain(24.0, SOFT), MARGIN + INNER, Hold::End, &sent);
        }
    }
}
