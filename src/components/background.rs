//! What does not change with the inputs: notes, the method, the sources, the languages.

use yew::Html;

use super::html::draws::count_draw;
use super::html::element::{El, bool_attr, el, heading, section};
use super::html::memo::Memoized;
use super::html::rule::METHOD_ID;
use super::html::source::{dataset_paragraph, report, source_link};
use super::shared::Shared;
use super::view::Story;
use crate::domain::Unit;
use crate::i18n::{LANGUAGES, Locale, Message, Words, chain, claim_status, language_of, parties_to_war};

/// Notes, method, sources and languages: what no input changes.
#[derive(PartialEq)]
pub(super) struct Background {
    pub(super) story: Shared<Story>,
}

impl Memoized for Background {
    fn view(&self) -> Html {
        count_draw("Background");
        let story = &*self.story;
        let sections = [notes(story), method(story), sources(story), languages(&story.locale)];
        el("div", "background").children(sections).into()
    }
}

/// Facts without a figure.
fn notes(story: &Story) -> El {
    let Story { dataset, locale, .. } = story;
    let notes = dataset.notes.iter().map(|note| {
        let date = note.date.map(|date| locale.date(date) + " · ");
        let from = el("p", "small").text(&date.unwrap_or_default()).children(note.source.as_ref().map(source_link));
        el("li", "note").child(el("p", "").dataset_text(story, &note.text)).child(from)
    });
    let section = section(story, "notes", "notes-title", Message::NotesTitle).hidden(dataset.notes.is_empty());
    section.child(el("ul", "").children(notes))
}

/// The rules behind the numbers.
fn method(story: &Story) -> El {
    let locale = &story.locale;
    let texts = [Message::MethodRule, Message::MethodRates, Message::MethodCasualties];
    let texts = texts.map(|message| el("p", "").message(locale, message));
    let summary = el("summary", "").child(heading(story, 1, "title").message(locale, Message::MethodTitle));
    el("details", "method").attr("part", "method").attr("id", METHOD_ID).child(summary).children(texts)
}

/// The languages that a reader may choose, each under its own name. The glue takes the choice, which makes it the language
/// of the element.
fn languages(locale: &Locale) -> El {
    let mut buttons = el("div", "faces languages").attr("role", "group");
    buttons = buttons.attr_owned("aria-label", locale.text(Message::LanguageTitle));
    let spoken = language_of(locale.words_tag());
    for (tag, name) in LANGUAGES {
        let button = el("button", "plain").attr("type", "button").attr("lang", tag).attr("data-language", tag);
        buttons = buttons.child(button.attr("aria-pressed", bool_attr(spoken == tag)).text(name));
    }
    buttons
}

/// Every source with its whole chain, its dates and what a reader should know.
fn sources(story: &Story) -> El {
    let Story { dataset, locale, .. } = story;
    let claims = story.force().claims.iter().map(|claim| {
        let from = report(claim, locale).text(&parties_to_war(claim, locale));
        let status = claim_status(claim, locale);
        let status = el("p", "claim-status").hidden(status.is_empty()).text(&status);
        let note = dataset_paragraph(story, "claim-note", claim.note.as_deref());
        let source = el("li", "source").attr_owned("data-claim", &claim.id);
        source.child(el("p", "chain").text(&chain(claim, locale))).child(from).child(status).children(note)
    });
    let reinforcements = story.force().reinforcements.iter().map(|added| {
        let count = Words(locale).reported(&added.count, Unit::People);
        let date = added.date.map(|date| [" · ", &*locale.date(date)].concat()).unwrap_or_default();
        let text = [locale.text(Message::Reinforcements), ": ", &count, &date, " "].concat();
        el("p", "small").text(&text).children(added.source.as_ref().map(source_link))
    });
    let updated = dataset.updated.map(|date| {
        let date = locale.date(date);
        el("p", "small").text(&locale.fill(Message::UpdatedOn, &[("date", &date)]))
    });
    section(story, "sources", "sources-title", Message::SourcesTitle)
        .child(el("ol", "").children(claims))
        .children(reinforcements)
        .children(updated)
        .children(dataset_paragraph(story, "credits", dataset.credits.as_deref()))
}
