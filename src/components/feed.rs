//! A text for feeds, where not even a table survives.

use super::app::View;
use super::background::chain;
use super::snippet::{COLUMNS, given};

/// The question, then a line a source with its figures, its day and its address.
pub fn feed(View { dataset, locale, .. }: &View) -> String {
    let mut text = format!("{}\n", dataset.title);
    if let Some(summary) = &dataset.summary {
        text += &format!("\n{summary}\n");
    }
    text += "\n";
    for claim in &dataset.claims {
        let figures = COLUMNS.iter().filter_map(|(quantity, name)| {
            given(claim, *quantity, locale).map(|given| format!("{}: {given}", locale.text(*name)))
        });
        let figures: Vec<_> = figures.collect();
        let (chain, source) = (chain(claim, locale), &claim.source);
        let parts = [
            Some(&*chain),
            Some(&*source.name).filter(|name| !chain.ends_with(name)),
            Some(&*figures.join(", ")).filter(|figures| !figures.is_empty()),
            claim.published.map(|date| locale.date(date)).as_deref(),
            source.link.as_deref(),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ");
        text += &format!("- {parts}\n");
    }
    text
}
