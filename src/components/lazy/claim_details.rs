//! What a claim's row in the chart opens to.

use yew::Html;

use crate::components::html::element::el;
use crate::components::html::source::{attribution_steps, dataset_paragraph, report};
use crate::components::view::Story;
use crate::domain::{Claim, ClaimResults, Hedge, Measure, Quantity, RateName, Reported, Unit};
use crate::i18n::{Message, Words, chain, column_label, counted_together};
use crate::state::Scale;

/// Who said it through whom, where it can be read, each figure in the source's words with what they allow, and how total and
/// rate are worked out.
pub(super) fn claim_details(story: &Story, claim: &Claim, row: &ClaimResults) -> Html {
    let locale = &story.locale;
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
        if let Some(reported) = claim.reported(quantity) {
            given = given.child(fact(locale.text(column_label(quantity)), reported, quantity.unit()));
        }
    }
    for group in &claim.groups {
        given = given.child(fact(&counted_together(group.covers, locale), &group.count, Unit::People));
    }
    if let Some(share) = &claim.killed_share {
        given = given.child(fact(locale.text(Message::RateKilledShare), share, Unit::Percent));
    }
    let mut details = el("div", "").child(attribution_steps(claim, locale)).child(report(claim, locale)).child(given);
    for name in Scale::ALL.map(Scale::total) {
        if let (Ok(rate), None) = (row.rates.get(name), claim.period) {
            let mut working = words.rate_working(name, &rate, &row.inputs, &row.rates);
            if working.is_empty() {
                // A stated total has no formula, but bounds.
                working = words.working(rate.bounds, rate.printed, Measure::People);
            }
            let mut line = el("p", "working").attr("data-rate-of", name.name()).text(&working);
            if let (RateName::CasualtyRate, Some(lender)) = (name, story.lender(claim)) {
                line = line
                    .text(". ")
                    .text(&locale.fill(Message::AnswerForceBorrowed, &[("chain", &chain(lender, locale))]));
            }
            details = details.child(line);
        }
    }
    details.children(dataset_paragraph(story, "claim-note", claim.note.as_deref())).into()
}
