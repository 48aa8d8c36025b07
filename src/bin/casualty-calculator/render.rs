//! What a reader gets without a script, as files.

use std::fs;
use std::path::Path;

use casualty_calculator::components::{Fallback, FallbackProps, View};
use casualty_calculator::dataset::Dataset;
use casualty_calculator::domain::{Claim, Quantity, Unit};
use casualty_calculator::i18n::{Locale, Words};
use casualty_calculator::state::{Derived, DerivedClaims};
use yew::LocalServerRenderer;

/// Writes the forms of a dataset into a folder.
///
/// # Errors
/// Where the folder can't be made or written to, in words.
pub fn render(dataset: Dataset, language: &str, out: &Path) -> Result<(), String> {
    let feed = feed(&dataset, language);
    let html = fallback(dataset, language)?;
    fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for (name, text) in [("fallback.html", html), ("calculator.txt", feed)] {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// The fallback as HTML.
fn fallback(dataset: Dataset, language: &str) -> Result<String, String> {
    let claims = DerivedClaims::of(&dataset);
    let scenario = dataset.scenario;
    let derived = Derived::of(&scenario, &dataset, &claims);
    let view = View {
        claims: claims.into(),
        locale: Locale::new(language, dataset.texts.clone()).into(),
        scenario,
        derived: derived.into(),
        can_undo: false,
        can_redo: false,
        folded: false,
        notice: None,
        dataset: dataset.into(),
    };
    let renderer = LocalServerRenderer::<Fallback>::with_props(FallbackProps { view: view.into() }).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    Ok(runtime.block_on(renderer.render()))
}

/// A text for feeds: the question, then a line a source with its figures, its day and its address.
fn feed(dataset: &Dataset, language: &str) -> String {
    let locale = Locale::new(language, dataset.texts.clone());
    let mut text = format!("{}\n", dataset.title);
    if let Some(summary) = &dataset.summary {
        text += &format!("\n{summary}\n");
    }
    text += "\n";
    for claim in &dataset.claims {
        let parts = [Some(chain(claim)), Some(figures(claim, &locale)), claim.published.map(|date| locale.date(date))];
        let parts = parts.into_iter().flatten().chain(claim.source.link.as_deref().map(str::to_owned));
        text += &format!("- {}\n", parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "));
    }
    text
}

/// Who said it, through whom.
fn chain(claim: &Claim) -> String {
    let together = |parties: &Vec<_>| {
        let names: Vec<&str> = parties.iter().map(|party: &casualty_calculator::domain::Party| &*party.name).collect();
        names.join(", ")
    };
    let mut links: Vec<_> = claim.attribution.iter().map(together).collect();
    if links.last().is_none_or(|last| **last != *claim.source.name) {
        links.push(claim.source.name.to_string());
    }
    links.join(" → ")
}

/// All that a claim gives, with the wording of each figure.
fn figures(claim: &Claim, locale: &Locale) -> String {
    let words = Words(locale);
    let mut figures: Vec<_> = claim
        .categories()
        .map(|(category, reported)| format!("{} {}", words.reported(reported, Unit::People), locale.category(category)))
        .collect();
    for group in &claim.groups {
        figures.push(format!("{} {}", words.reported(&group.count, Unit::People), locale.coverage(group.covers)));
    }
    for (quantity, name) in [
        (Quantity::Casualties, casualty_calculator::i18n::Message::Casualties),
        (Quantity::Rate, casualty_calculator::i18n::Message::Rate),
        (Quantity::Deployed, casualty_calculator::i18n::Message::Deployed),
    ] {
        if let Some(reported) = claim.given(quantity) {
            figures.push(format!("{}: {}", locale.text(name), words.reported(reported, quantity.unit())));
        }
    }
    figures.join(", ")
}
