//! A text for feeds, where not even a table survives.

use crate::components::view::{Story, View};
use crate::i18n::{COLUMNS, chain, column_label, given_in_column};

/// The question, then a line a source with its figures, its day and its address.
pub fn feed(view: &View) -> String {
    let Story { dataset, locale, .. } = &*view.story;
    let mut text = format!("{}\n", dataset.title);
    if let Some(summary) = &dataset.summary {
        text += &format!("\n{summary}\n");
    }
    text += "\n";
    for claim in &dataset.claims {
        let figures = COLUMNS.into_iter().filter_map(|column| {
            let given = given_in_column(claim, column, locale)?;
            Some(format!("{}: {given}", locale.text(column_label(column))))
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
