//! A text for feeds, where not even a table survives.

use crate::dataset::Dataset;
use crate::domain::Claim;
use crate::i18n::{
    COLUMNS, Locale, Message, as_of_phrase, chain, claim_status, column_label, given_in_column, stated_rate,
};

/// The question, then for each force a line a source: its figures with their hedges and what they count, the time that they
/// are for, what has become of them, when and where they were published.
pub fn feed(dataset: &Dataset, locale: &Locale) -> String {
    let mut text = format!("{}\n", dataset.title);
    if let Some(summary) = &dataset.summary {
        text += &format!("\n{summary}\n");
    }
    for force in &dataset.forces {
        text += "\n";
        if dataset.forces.len() > 1 {
            text += &format!("{}\n", force.name);
        }
        for claim in &force.claims {
            text += &format!("- {}\n", claim_line(claim, locale));
        }
    }
    text
}

/// A claim in one line.
fn claim_line(claim: &Claim, locale: &Locale) -> String {
    let mut figures = Vec::new();
    for column in COLUMNS {
        if let Some(given) = given_in_column(claim, column, locale) {
            figures.push(format!("{}: {given}", locale.text(column_label(column))));
        }
    }
    figures.extend(claim.further_rates().map(|(name, stated)| stated_rate(*name, stated, locale)));
    let (chain, source) = (chain(claim, locale), &claim.source);
    let as_of = as_of_phrase(claim, locale);
    let published = claim.published.map(|date| locale.fill(Message::Published, &[("date", &locale.date(date))]));
    let (figures, status) = (figures.join(", "), claim_status(claim, locale));
    let parts = [
        Some(&*chain),
        Some(&*source.name).filter(|name| !chain.ends_with(name)),
        Some(&*figures).filter(|figures| !figures.is_empty()),
        as_of.as_deref(),
        Some(&*status).filter(|status| !status.is_empty()),
        published.as_deref(),
        claim.note.as_deref(),
        source.link.as_deref(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
