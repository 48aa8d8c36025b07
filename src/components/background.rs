//! What does not change with the inputs: notes, the method, the sources.

use yew::prelude::*;

use super::app::View;
use super::draws::drawn;
use super::element::{El, el, heading, section, truth};
use crate::domain::{Basis, Claim, Party, Source};
use crate::i18n::{LANGUAGES, Locale, Message, language_of};
use crate::text::append;

/// Notes, method and sources.
pub(super) fn background(view: &View) -> Html {
    drawn("Background");
    let parts = [notes(view), method(view), sources(view), languages(&view.locale)];
    el("div", "background").children(parts).into()
}

/// Facts without a figure.
fn notes(view: &View) -> El {
    let View { dataset, locale, .. } = view;
    let notes = dataset.notes.iter().map(|note| {
        let date = note.date.map(|date| locale.date(date) + " · ");
        let from = el("p", "small").text(&date.unwrap_or_default()).children(note.source.as_ref().map(link));
        el("li", "note").child(el("p", "").told(view, &note.text)).child(from)
    });
    let section = section(view, "notes", "notes-title", Message::NotesTitle).hidden(dataset.notes.is_empty());
    section.child(el("ul", "").children(notes))
}

/// The rules behind the numbers.
fn method(view: &View) -> El {
    let locale = &view.locale;
    let texts = [Message::MethodRule, Message::MethodRates, Message::MethodCasualties];
    let texts = texts.map(|message| el("p", "").word(locale, message));
    let summary = el("summary", "").child(heading(view, 1, "title").word(locale, Message::MethodTitle));
    el("details", "method").with("part", "method").with("id", super::rule::RULE).child(summary).children(texts)
}

/// The languages that a reader may choose, each under its own name. The glue takes the choice, which makes it the language
/// of the element.
fn languages(locale: &Locale) -> El {
    let mut buttons = el("div", "faces languages").with("role", "group");
    buttons = buttons.set("aria-label", locale.text(Message::LanguageTitle));
    let spoken = language_of(locale.words_tag());
    for (tag, name) in LANGUAGES {
        let button = el("button", "plain").with("type", "button").with("lang", tag).with("data-language", tag);
        buttons = buttons.child(button.with("aria-pressed", truth(spoken == tag)).text(name));
    }
    buttons
}

/// Every source with its whole chain, its dates and what a reader should know.
fn sources(view: &View) -> El {
    let View { dataset, locale, .. } = view;
    let claims = dataset.claims.iter().map(|claim| {
        let from = report(claim, locale).text(&sides(claim, locale));
        let note = told(view, "claim-note", claim.note.as_deref());
        let source = el("li", "source").set("data-claim", &claim.id);
        source.child(el("p", "chain").text(&chain(claim, locale))).child(from).children(note)
    });
    section(view, "sources", "sources-title", Message::SourcesTitle)
        .child(el("ol", "").children(claims))
        .children(told(view, "credits", dataset.credits.as_deref()))
}

/// What the dataset says of something, where it does.
pub(super) fn told(view: &View, class: &'static str, text: Option<&str>) -> Option<El> {
    text.map(|text| el("p", class).told(view, text))
}

/// Where a report can be read, its days, and how it reached the dataset.
pub(super) fn report(claim: &Claim, locale: &Locale) -> El {
    let basis = match claim.basis {
        Basis::Page => Message::BasisPage,
        Basis::Copy => Message::BasisCopy,
        Basis::SecondHand => Message::BasisSecondHand,
    };
    let report = el("p", "small").child(link(&claim.source)).text(&dates(claim, locale));
    report.text(" · ").word(locale, basis)
}

/// Who said it, through whom, a line for each step: what they are, and whether they are a side of the war.
pub(super) fn origin(claim: &Claim, locale: &Locale) -> El {
    let mut origin = el("ol", "origin").hidden(claim.attribution.is_empty());
    for parties in &claim.attribution {
        let mut step = el("li", "");
        for party in parties {
            let mut about = String::new();
            if let Some(kind) = party.kind {
                append(&mut about, ", ", locale.text(Message::of_kind(kind)));
            }
            if let Some(side) = &party.side {
                append(&mut about, ", ", &locale.fill(Message::PartyToWar, &[("name", side)]));
            }
            step = step.child(el("span", "who").text(&party.name)).text(" ");
            step = step.child(el("span", "small").text(&about)).text(" ");
        }
        origin = origin.child(step);
    }
    origin
}

pub(super) fn dates(claim: &Claim, locale: &Locale) -> String {
    let mut dates = String::new();
    let published = claim.published.map(|date| locale.date(date));
    for (message, date) in [(Message::AsOf, as_of(claim, locale)), (Message::Published, published)] {
        if let Some(date) = date {
            dates += " · ";
            dates += &locale.fill(message, &[("date", &date)]);
        }
    }
    dates
}

/// Which of those who speak are sides of the war themselves.
fn sides(claim: &Claim, locale: &Locale) -> String {
    let mut sides = String::new();
    for side in claim.attribution.iter().flatten().filter_map(|party| party.side.as_deref()) {
        sides += " · ";
        sides += &locale.fill(Message::PartyToWar, &[("name", side)]);
    }
    sides
}

/// The day or the part of the time that a claim's figures are for, a day in the source's words where it has them.
pub(super) fn as_of(claim: &Claim, locale: &Locale) -> Option<String> {
    if let Some(period) = claim.period {
        let (from, to) = (locale.date(period.from), locale.date(period.to));
        return Some(locale.fill(Message::PeriodOf, &[("from", &from), ("to", &to)]));
    }
    match (&claim.as_of_words, claim.as_of) {
        (Some(words), _) => Some(String::from(&**words)),
        (None, date) => date.map(|date| locale.date(date)),
    }
}

/// A link to a source, or its name.
pub(super) fn link(source: &Source) -> El {
    let name = &source.name;
    match &source.link {
        // The page that carries the calculator stays open, and is not named to the page that is opened.
        Some(link) => {
            let link = el("a", "").set("href", link).with("target", "_blank");
            link.with("rel", "noopener noreferrer").text(name)
        }
        None => el("span", "").text(name),
    }
}

/// Who said it, through whom: "Western officials → BBC → KBS World".
pub(super) fn chain(claim: &Claim, locale: &Locale) -> String {
    let mut chain = String::new();
    for parties in &claim.attribution {
        append(&mut chain, locale.text(Message::ChainThen), &together(parties, locale));
    }
    if chain.is_empty() { String::from(&*claim.source.name) } else { chain }
}

/// Who said it first.
pub(super) fn originator(claim: &Claim, locale: &Locale) -> String {
    claim.attribution.first().map_or_else(|| String::from(&*claim.source.name), |parties| together(parties, locale))
}

fn together(parties: &[Party], locale: &Locale) -> String {
    let mut names = String::new();
    for party in parties {
        append(&mut names, locale.text(Message::ListComma), &party.name);
    }
    names
}
