//! What a claim's row in the chart opens to.

use yew::Html;

use crate::components::html::element::el;
use crate::components::html::source::{attribution_steps, dataset_paragraph, report};
use crate::components::view::Story;
use crate::domain::{Claim, ClaimResults, Hedge, Measure, Quantity, RateName, Reported, Unit};
use crate::i18n::{Message, Words, chain, column_label, counted_together, rate_label};
use crate::state::Scale;

/// Who said it through whom, where it can be read, each figure in the source's words with what they allow, and how total and
/// rate are worked out.
pub(in crate::components) fn claim_details(story: &Story, claim: &Claim, row: &ClaimResults) -> Html {
    let locale = &story.locale;
    let words = Words(locale);
    let fact = |name: &str, reported: &Reported, unit| {
        let mut value = words.reported(reported, unit);
        // The other wordings say themselves what they allow.
        if let Some(figure) = reported.figure {
            let is_vague = reported.words.is_some() || matches!(figure.hedge(), Hedge::About | Hedge::Nearly);
            if let Some(allows) = words.figure_allows(figure, unit).filter(|_| is_vague) {
                value = [&*value, " (", &allows, ")"].concat();
            }
        }
        el("div", "").child(el("dt", "").text(name)).child(el("dd", "").text(&value))
    };
    let mut given = el("dl", "given");
    for quantity in Quantity::ALL {
        if let Some(reported) = claim.reported(quantity) {
            given = given.child(fact(locale.text(column_label(quantity)), reported, quantity.unit()));
        }
    }
    for group in &claim.groups {
        given = given.child(fact(&counted_together(group.covers, locale), &group.count, Unit::People));
    }
    for (name, stated) in claim.further_rates() {
        given = given.child(fact(&rate_label(*name, None, locale), stated, name.measure().unit()));
    }
    let mut details = el("div", "").child(attribution_steps(claim, locale)).child(report(claim, locale)).child(given);
    let names = match claim.period {
        None => Scale::ALL.map(Scale::total),
        // Of a part of the time there is a pace, and no total.
        Some(_) => [RateName::PerDay, RateName::PerDayRate],
    };
    for name in names {
        if let Ok(rate) = row.rates.get(name) {
            let mut working = words.rate_working(name, &rate, &row.inputs, &row.rates);
            if working.is_empty() {
                // A stated total has no formula, but bounds.
                working = words.working(rate.bounds, rate.printed, Measure::People);
            }
            let mut line = el("p", "working").attr("data-rate-of", name.name()).text(&working);
            if let (RateName::CasualtyRate | RateName::PerDayRate, Some(lender)) = (name, story.lender(claim)) {
                line = line
                    .text(". ")
                    .text(&locale.fill(Message::AnswerForceBorrowed, &[("chain", &chain(lender, locale))]));
            }
            details = details.child(line);
        }
    }
    details.children(dataset_paragraph(story, "claim-note", claim.note.as_deref())).into()
}
