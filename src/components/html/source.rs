//! Sources as HTML: links, reports, chains of attribution, and the dataset's own texts.

use super::element::{El, el};
use crate::components::view::Story;
use crate::domain::{Basis, Claim, Source};
use crate::i18n::{Locale, Message, claim_dates, party_description};

/// A link to a source; without an address, its name.
pub(crate) fn source_link(source: &Source) -> El {
    let name = &source.name;
    match &source.link {
        // The page that carries the calculator stays open, and is not named to the page that is opened.
        Some(link) => {
            let link = el("a", "").attr_owned("href", link).attr("target", "_blank");
            link.attr("rel", "noopener noreferrer").text(name)
        }
        None => el("span", "").text(name),
    }
}

/// Where a report can be read, its dates, and how it reached the dataset.
pub(crate) fn report(claim: &Claim, locale: &Locale) -> El {
    let basis = match claim.basis {
        Basis::Page => Message::BasisPage,
        Basis::Copy => Message::BasisCopy,
        Basis::SecondHand => Message::BasisSecondHand,
    };
    let report = el("p", "small").child(source_link(&claim.source)).text(&claim_dates(claim, locale));
    report.text(" · ").message(locale, basis)
}

/// Who said it, through whom, a line for each step: what they are, and whether they are a party to the war.
pub(crate) fn attribution_steps(claim: &Claim, locale: &Locale) -> El {
    let mut steps = el("ol", "origin").hidden(claim.attribution.is_empty());
    for parties in &claim.attribution {
        let mut step = el("li", "");
        for party in parties {
            step = step.child(el("span", "who").text(&party.name)).text(" ");
            step = step.child(el("span", "small").text(&party_description(party, locale))).text(" ");
        }
        steps = steps.child(step);
    }
    steps
}

/// A paragraph with one of the dataset's own texts, where it gives it.
pub(crate) fn dataset_paragraph(story: &Story, class: &'static str, text: Option<&str>) -> Option<El> {
    text.map(|text| el("p", class).dataset_text(story, text))
}
