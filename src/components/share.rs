//! What a reader takes along: a link, words, code for another page, and files.

use yew::prelude::*;

use super::app::{AppProps, View};
use super::chart_image::{chart_image, published, quoted};
use super::element::{El, button, el};
use super::later::Document;
use super::page_context::PageContext;
use super::sheet::escaped;
use crate::dataset::scenario_text;
use crate::domain::parse_date;
use crate::figures::figures_csv;
use crate::i18n::Message;
use crate::text::append;

/// The height that a frame starts with, in pixels; its page tells its height once it is there.
const FRAME_HEIGHT: &str = "900";

/// An address of a calculator with the scenario that a reader has; nothing where there is no address.
fn addressed(address: &str, view: &View) -> String {
    if address.is_empty() { String::new() } else { [address, "#", &scenario_text(&view.scenario)].concat() }
}

/// The part.
pub(super) fn share(view: &View, AppProps { page_context, save, .. }: &AppProps) -> Html {
    let locale = &view.locale;
    let link = addressed(&page_context.link(), view);
    let [sentence, more] = quoted(view);
    let title = escaped(&view.dataset.title);
    let sourced = [&*sentence, " ", &more].concat();

    let mut cited = String::new();
    let mut element = String::new();
    let mut frame = addressed(&page_context.frame(), view);
    if !link.is_empty() {
        let today = parse_date(&page_context.today()).map(|date| locale.date(date)).unwrap_or_default();
        let blanks = [("title", &*view.dataset.title), ("link", &link), ("date", &today)];
        cited = locale.fill(Message::Cited, &blanks);
        append(&mut cited, " ", &published(view));
    }
    if !frame.is_empty() {
        frame = [
            "<iframe title=\"",
            &title,
            "\" width=\"100%\" height=\"",
            FRAME_HEIGHT,
            "\" src=\"",
            &escaped(&frame),
            "\"></iframe>",
        ]
        .concat();
        element = [
            "<script type=\"module\" src=\"",
            &escaped(&page_context.loader()),
            "\"></script>\n<casualty-calculator",
            &page_context.attributes(),
            " scenario=\"",
            &escaped(&scenario_text(&view.scenario)),
            "\">\n  <p>",
            &escaped(&sourced),
            "</p>\n</casualty-calculator>",
        ]
        .concat();
    }
    let mut texts = el("div", "texts");
    for (name, message, rows, text) in [
        ("link", Message::ShareLink, "2", link),
        ("sentence", Message::ShareSentence, "5", sourced),
        ("citation", Message::ShareCitation, "5", cited),
        ("frame", Message::ShareFrame, "4", frame),
        ("element", Message::ShareElement, "9", element),
    ] {
        let name_of = locale.text(message);
        let field = el("textarea", "").with("readonly", "").with("rows", rows).with("data-text", name);
        let label = el("label", "").text(name_of).child(field.with("spellcheck", "false").value(text.clone()));
        let copy = el("button", "face").with("type", "button").with("data-copies", name);
        let copy = copy.set("aria-label", &locale.fill(Message::CopyOf, &[("name", name_of)]));
        let copy = copy.word(locale, Message::Copy);
        texts = texts.child(el("div", "taken").hidden(text.is_empty()).child(label).child(copy));
    }
    let files = |message, documents: [Document; 2]| {
        let mut group = el("div", "faces").with("role", "group").set("aria-label", locale.text(message));
        group = group.child(el("span", "small").with("aria-hidden", "true").word(locale, message));
        for document in documents {
            let save = button("face", save.reform(move |_| document)).with("data-saves", document.ending());
            group = group.child(save.text(document.type_name()));
        }
        group
    };
    let tab = addressed(&page_context.tab(), view);
    let tab_link = el("a", "").set("href", &tab).with("target", "_blank").with("rel", "noopener");
    let framed = el("p", "small").hidden(tab.is_empty()).word(locale, Message::SaveFramed).text(" ");
    let framed = framed.child(tab_link.word(locale, Message::OwnTab));
    let said: El = el("p", "small")
        .with("role", "status")
        .set("data-copied", locale.text(Message::Copied))
        .set("data-selected", locale.text(Message::CopySelected))
        .set("data-failed", locale.text(Message::SaveFailed));
    el("div", "")
        .child(texts)
        .child(el("h4", "").word(locale, Message::SaveTitle))
        .child(
            el("div", "saves")
                .child(files(Message::SaveFigures, [Document::Csv, Document::Json]))
                .child(files(Message::SaveChart, [Document::Svg, Document::Png])),
        )
        .child(framed)
        .child(said)
        .into()
}

/// What a file holds, as far as it is made here.
pub(super) fn document(view: &View, document: Document, page_context: &PageContext) -> String {
    match document {
        Document::Csv => figures_csv(&view.dataset, &view.scenario),
        // The page makes it of what the element tells everybody.
        Document::Json => String::new(),
        // A picture of pixels is made of the other.
        Document::Svg | Document::Png => chart_image(view, &addressed(&page_context.link(), view)),
    }
}
