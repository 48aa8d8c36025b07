//! The second half of the calculator: what stands below the reader's figures, and what is shown only when a reader asks for
//! it. A browser fetches it while the first half is drawn, and draws it once that can be used: the build takes everything
//! that only [`draw_lazy_part`] leads to out of the first wasm.

pub(super) mod claim_details;
mod day_axis;
mod pairs;
mod rest;
mod share;
pub(super) mod sides;
mod spread;
pub(super) mod table;
pub(super) mod timeline;

use std::hint::black_box;

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::html::element::{El, button, el};
use super::page_context::PageContext;
use super::view::{FileFormat, LoadState, Page, View, ViewMsg};
use crate::domain::Distribution;
use crate::i18n::{Locale, Message};
use rest::rest;
use share::file_text;
use spread::spread;

/// A part of the second half.
#[derive(Clone, Copy)]
enum LazyPart<'a> {
    /// The sections below the figures.
    Rest(&'a Page<'a>),
    /// Random draws.
    Spread(&'a View, Distribution, &'a Callback<ViewMsg>),
    /// The text of a file.
    File(&'a View, FileFormat, &'a PageContext),
}

/// The sections below the reader's figures. Until they are there, what the page itself has for them stands in their place:
/// `embed/glue/rest.js` puts it there.
pub(super) fn lazy_rest(page: &Page) -> Html {
    if page.load_state == LoadState::Loaded {
        return draw(LazyPart::Rest(page));
    }
    let locale = &page.view.story.locale;
    let failed = page.load_state == LoadState::Failed;
    // A section of its own, so that no other part takes the focus when the button goes.
    let notice = el("section", "").hidden(!failed).children(failed.then(|| failure(locale)));
    let waiting = el("p", "small").hidden(failed).message(locale, Message::PartWaiting);
    let stand_in = el("div", "stand-in").child(waiting);
    let rest = el("div", "rest").key("rest");
    // For whoever waits until a page is whole, in any language.
    let rest = if failed { rest } else { rest.attr("data-waiting", "") };
    rest.child(notice).child(stand_in).into()
}

/// Random draws, or why they are not there.
pub(super) fn lazy_spread(page: &Page, distribution: Distribution) -> Html {
    let locale = &page.view.story.locale;
    match page.load_state {
        LoadState::Loaded => draw(LazyPart::Spread(page.view, distribution, page.onview)),
        LoadState::Waiting => el("p", "small").attr("data-waiting", "").message(locale, Message::PartWaiting).into(),
        LoadState::Failed => failure(locale).into(),
    }
}

/// That something could not be had, and the way to try again, which the glue takes.
fn failure(locale: &Locale) -> El {
    let again = button("plain", Callback::noop()).attr("data-lazy", "again").message(locale, Message::TryAgain);
    el("p", "small").attr("role", "alert").message(locale, Message::PartFailed).text(" ").child(again)
}

/// The text of a file, once the second half is there.
pub fn saved_text(view: &View, format: FileFormat, page_context: &PageContext) -> String {
    match draw(LazyPart::File(view, format, page_context)) {
        Html::VText(text) => text.text.as_str().to_owned(),
        _ => String::new(),
    }
}

fn draw(part: LazyPart) -> Html {
    // Opaque to the compiler, so that the call goes through the table of functions.
    black_box(draw_lazy_part as fn(LazyPart) -> Html)(part)
}

#[inline(never)]
fn draw_lazy_part(part: LazyPart) -> Html {
    match part {
        LazyPart::Rest(page) => rest(page),
        LazyPart::Spread(view, distribution, onview) => spread(view, distribution, onview),
        LazyPart::File(view, format, page_context) => VText::new(file_text(view, format, page_context)).into(),
    }
}
