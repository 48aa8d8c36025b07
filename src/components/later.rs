//! The parts that few readers open. A browser fetches them when one is asked for: the build takes out everything that
//! only [`draw_part`] leads to.

use std::cell::RefCell;
use std::hint::black_box;

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::app::{AppProps, Look, View};
use super::chart::opened;
use super::compatibility::pairs;
use super::element::el;
use super::page_context::PageContext;
use super::share::{document, share};
use super::spread::spread;
use super::table::{KeptRow, table};
use super::timeline::timeline;
use crate::domain::{Claim, Distribution, Row};
use crate::i18n::Message;

/// Whether the parts are there.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum Later {
    /// Not yet.
    #[default]
    Waiting,
    /// They are.
    Loaded,
    /// They could not be had.
    Failed,
}

/// A part that is drawn when a reader asks for it.
#[derive(Clone, Copy)]
pub(super) enum Part<'a> {
    /// The claims as a table, with what it keeps of their rows, in this order.
    Table(&'a RefCell<Vec<KeptRow>>, &'a [usize]),
    /// What a claim's row in the chart opens to.
    Claim(&'a Claim, &'a Row),
    /// The claims by their days.
    Timeline,
    /// How each two claims stand to each other, in the quantity of that place among those that are compared.
    Pairs(usize),
    /// Random draws.
    Spread(Distribution),
    /// What a reader takes along.
    Share(&'a AppProps),
    /// The text of a file, in a page that says this about the way to the calculator.
    Document(Document, &'a PageContext),
}

/// A file that a reader can have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Document {
    /// Every figure, a line each.
    Csv,
    /// The dataset, the scenario, and what follows.
    Json,
    /// The chart as a drawing.
    Svg,
    /// The chart as pixels.
    Png,
}

impl Document {
    /// How its name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// How readers know its type.
    pub(super) fn type_name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Svg => "SVG",
            Self::Png => "PNG",
        }
    }
}

/// A part, or why it is not there.
pub(super) fn part(view: &View, part: Part, later: Later, look: &Callback<Look>) -> Html {
    let message = match later {
        Later::Loaded => return draw(view, part, look),
        Later::Waiting => Message::PartWaiting,
        Later::Failed => Message::PartFailed,
    };
    let said = el("p", "small").word(&view.locale, message);
    // For whoever waits until a page is whole, in any language.
    if later == Later::Waiting { said.with("data-waiting", "") } else { said.with("role", "alert") }.into()
}

/// The text of a file, once the parts are there.
pub fn written(view: &View, document: Document, page_context: &PageContext) -> String {
    match draw(view, Part::Document(document, page_context), &Callback::noop()) {
        Html::VText(text) => text.text.as_str().to_owned(),
        _ => String::new(),
    }
}

fn draw(view: &View, part: Part, look: &Callback<Look>) -> Html {
    // Opaque to the compiler, so that the call goes through the table of functions.
    black_box(draw_part as fn(&View, Part, &Callback<Look>) -> Html)(view, part, look)
}

#[inline(never)]
fn draw_part(view: &View, part: Part, look: &Callback<Look>) -> Html {
    match part {
        Part::Table(kept_rows, order) => table(view, kept_rows, order).into(),
        Part::Claim(claim, row) => opened(view, claim, row),
        Part::Timeline => timeline(view),
        Part::Pairs(index) => pairs(view, index, look),
        Part::Spread(distribution) => spread(view, distribution, look),
        Part::Share(props) => share(view, props),
        Part::Document(kind, page_context) => VText::new(document(view, kind, page_context)).into(),
    }
}
