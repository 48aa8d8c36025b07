//! The parts that few readers open. A browser fetches them when one is asked for: the build takes everything that only
//! [`draw_lazy_part`] leads to out of the first wasm.

mod claim_details;
mod day_axis;
mod pairs;
mod share;
mod sides;
mod spread;
mod table;
mod timeline;

use std::hint::black_box;

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::html::element::el;
use super::html::memo::Memoized;
use super::page_context::PageContext;
use super::shared::Shared;
use super::view::{FileFormat, LoadState, Story, View, ViewMsg};
use crate::domain::{Claim, ClaimResults, Distribution};
use crate::i18n::Message;
use crate::state::ComparisonOptions;
use claim_details::claim_details;
use pairs::pairs;
use share::{file_text, share};
#[cfg(not(feature = "publish"))]
use sides::sides;
#[cfg(feature = "publish")]
pub(super) use sides::sides;
use spread::spread;
#[cfg(feature = "publish")]
pub(super) use table::{claim_cells, table};
#[cfg(not(feature = "publish"))]
use table::{claim_cells, table};
use timeline::timeline;

/// A part that is drawn when a reader asks for it.
#[derive(Clone, Copy)]
pub(super) enum LazyPart<'a> {
    /// The claims as a table, with what gives a claim's cells by its place in the force.
    Table(&'a View, ComparisonOptions, &'a dyn Fn(usize) -> Html),
    /// What a claim's row in the chart opens to.
    Claim(&'a Claim, &'a ClaimResults),
    /// One that no input changes.
    Story(StoryPart, &'a Callback<ViewMsg>),
    /// Several forces side by side.
    Sides(&'a View),
    /// Random draws.
    Spread(&'a View, Distribution, &'a Callback<ViewMsg>),
    /// What a reader can take along.
    Share(&'a View, &'a PageContext, &'a Callback<FileFormat>),
    /// The text of a file.
    File(&'a View, FileFormat, &'a PageContext),
}

/// A part, or why it is not there.
pub(super) fn lazy_part(story: &Story, part: LazyPart, load_state: LoadState) -> Html {
    let message = match load_state {
        LoadState::Loaded => return draw(story, part),
        LoadState::Waiting => Message::PartWaiting,
        LoadState::Failed => Message::PartFailed,
    };
    let notice = el("p", "small").message(&story.locale, message);
    // For whoever waits until a page is whole, in any language.
    if load_state == LoadState::Waiting { notice.attr("data-waiting", "") } else { notice.attr("role", "alert") }.into()
}

/// The text of a file, once the parts are there.
pub fn saved_text(view: &View, format: FileFormat, page_context: &PageContext) -> String {
    match draw(&view.story, LazyPart::File(view, format, page_context)) {
        Html::VText(text) => text.text.as_str().to_owned(),
        _ => String::new(),
    }
}

fn draw(story: &Story, part: LazyPart) -> Html {
    // Opaque to the compiler, so that the call goes through the table of functions.
    black_box(draw_lazy_part as fn(&Story, LazyPart) -> Html)(story, part)
}

#[inline(never)]
fn draw_lazy_part(story: &Story, part: LazyPart) -> Html {
    match part {
        LazyPart::Table(view, arrangement, claim_cells) => table(view, arrangement, claim_cells).into(),
        LazyPart::Claim(claim, row) => claim_details(story, claim, row),
        LazyPart::Story(StoryPart::ClaimCells(index), _) => claim_cells(story, index),
        LazyPart::Story(StoryPart::Timeline, _) => timeline(story),
        LazyPart::Story(StoryPart::Pairs(index), onview) => pairs(story, index, onview),
        LazyPart::Sides(view) => sides(view),
        LazyPart::Spread(view, distribution, onview) => spread(view, distribution, onview),
        LazyPart::Share(view, page_context, save) => share(view, page_context, save),
        LazyPart::File(view, format, page_context) => VText::new(file_text(view, format, page_context)).into(),
    }
}

/// One of the lazy parts that no input changes.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum StoryPart {
    /// The cells of the claim at this place in the force, but for the difference.
    ClaimCells(usize),
    /// The claims by date.
    Timeline,
    /// How each two claims compare, on one of [`COMPARED`](crate::domain::COMPARED).
    Pairs(usize),
}

/// A lazy part that is drawn anew only with another story, or once it is there.
#[derive(PartialEq)]
pub(super) struct LazyStoryPart {
    pub(super) story: Shared<Story>,
    pub(super) part: StoryPart,
    pub(super) load_state: LoadState,
    pub(super) onview: Callback<ViewMsg>,
}

impl Memoized for LazyStoryPart {
    fn view(&self) -> Html {
        lazy_part(&self.story, LazyPart::Story(self.part, &self.onview), self.load_state)
    }
}
