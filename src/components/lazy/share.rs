//! What a reader takes along: a link, words, code for another page, and files.

use yew::prelude::*;

use crate::components::export::chart_image::chart_image;
use crate::components::export::shared_scenarios;
use crate::components::export::sheet::escaped;
use crate::components::html::element::{El, button, el, heading};
use crate::components::page_context::PageContext;
use crate::components::view::{FileFormat, View};
use crate::domain::Date;
use crate::figures::figures_csv;
use crate::i18n::{Message, Quotation, published_until, quotation};
use crate::text::append;

/// The height that a frame starts with, in pixels; its page tells its height once it is there.
const FRAME_HEIGHT: &str = "900";

/// An address of a calculator with the scenario that a reader has; nothing where there is no address.
fn addressed(address: &str, view: &View) -> String {
    if address.is_empty() { String::new() } else { [address, "#", &shared_scenarios(view)].concat() }
}

/// The part.
pub(super) fn share(view: &View, page_context: &PageContext, save: &Callback<FileFormat>) -> Html {
    let View { story, scenario, derived, .. } = view;
    let (dataset, locale) = (&story.dataset, &*story.locale);
    let link = addressed(&page_context.link(), view);
    let Quotation { sentence, basis } = quotation(scenario, derived, story.force(), locale);
    let title = escaped(&dataset.title);
    let mut sourced = [&*sentence, " ", &basis].concat();
    let mut of = String::from(&*dataset.title);
    if dataset.forces.len() > 1 {
        let name = &story.force().name;
        sourced = [name, ": ", &*sourced].concat();
        of = [&*of, " – ", name].concat();
    }

    let mut cited = String::new();
    let mut element = String::new();
    let mut frame = addressed(&page_context.frame(), view);
    if !link.is_empty() {
        let today = Date::parse(&page_context.today()).map(|date| locale.date(date)).unwrap_or_default();
        let blanks = [("title", &*of), ("link", &link), ("date", &today)];
        cited = locale.fill(Message::Cited, &blanks);
        append(&mut cited, " ", &published_until(&story.force().claims, locale));
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
            &escaped(&shared_scenarios(view)),
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
        let field = el("textarea", "").attr("readonly", "").attr("rows", rows).attr("data-text", name);
        let label = el("label", "").text(name_of).child(field.attr("spellcheck", "false").value(text.clone()));
        let copy = el("button", "face").attr("type", "button").attr("data-copies", name);
        let copy = copy.attr_owned("aria-label", &locale.fill(Message::CopyOf, &[("name", name_of)]));
        let copy = copy.message(locale, Message::Copy);
        texts = texts.child(el("div", "taken").hidden(text.is_empty()).child(label).child(copy));
    }
    let files = |message, formats: [FileFormat; 2]| {
        let mut group = el("div", "faces").attr("role", "group").attr_owned("aria-label", locale.text(message));
        group = group.child(el("span", "small").attr("aria-hidden", "true").message(locale, message));
        for format in formats {
            let save = button("face", save.reform(move |_| format)).attr("data-saves", format.extension());
            group = group.child(save.text(format.name()));
        }
        group
    };
    let tab = addressed(&page_context.tab(), view);
    let tab_link = el("a", "").attr_owned("href", &tab).attr("target", "_blank").attr("rel", "noopener");
    let framed = el("p", "small").hidden(tab.is_empty()).message(locale, Message::SaveFramed).text(" ");
    let framed = framed.child(tab_link.message(locale, Message::OwnTab));
    let status: El = el("p", "small")
        .attr("role", "status")
        .attr_owned("data-copied", locale.text(Message::Copied))
        .attr_owned("data-selected", locale.text(Message::CopySelected))
        .attr_owned("data-failed", locale.text(Message::SaveFailed));
    el("div", "")
        .child(texts)
        .child(heading(story, 2, "").message(locale, Message::SaveTitle))
        .child(
            el("div", "saves")
                .child(files(Message::SaveFigures, [FileFormat::Csv, FileFormat::Json]))
                .child(files(Message::SaveChart, [FileFormat::Svg, FileFormat::Png])),
        )
        .child(framed)
        .child(status)
        .into()
}

/// What a file holds, as far as it is made here.
pub(super) fn file_text(view: &View, format: FileFormat, page_context: &PageContext) -> String {
    match format {
        FileFormat::Csv => figures_csv(&view.story.dataset, &view.state),
        // The page makes it of what the element tells everybody.
        FileFormat::Json => String::new(),
        // A picture of pixels is made of the other.
        FileFormat::Svg | FileFormat::Png => chart_image(view, &addressed(&page_context.link(), view)),
    }
}
