//! The parts that few readers open. A browser fetches them when one is asked for: the build takes out everything that
//! only [`draw_part`] leads to.

use std::cell::RefCell;
use std::hint::black_box;

use yew::prelude::*;

use super::app::{Look, View};
use super::compatibility::pairs;
use super::element::el;
use super::shared::Shared;
use super::spread::spread;
use super::table::table;
use super::timeline::timeline;
use crate::domain::Distribution;
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
    /// The claims as a table, with the cells that it made before, in this order.
    Table(&'a RefCell<Vec<Shared<Html>>>, &'a [usize]),
    /// The claims by their days.
    Timeline,
    /// How each two claims stand to each other, in the quantity of that place among those that are compared.
    Pairs(usize),
    /// Random draws.
    Spread(Distribution),
}

/// A part, or why it is not there.
pub(super) fn part(view: &View, part: Part, later: Later, look: &Callback<Look>) -> Html {
    let message = match later {
        Later::Loaded => {
            // Opaque to the compiler, so that the call goes through the table of functions.
            return black_box(draw_part as fn(&View, Part, &Callback<Look>) -> Html)(view, part, look);
        }
        Later::Waiting => Message::PartWaiting,
        Later::Failed => Message::PartFailed,
    };
    let said = el("p", "small").with("role", "status").word(&view.locale, message);
    // For whoever waits until a page is whole, in any language.
    if later == Later::Waiting { said.with("data-waiting", "") } else { said }.into()
}

#[inline(never)]
fn draw_part(view: &View, part: Part, look: &Callback<Look>) -> Html {
    match part {
        Part::Table(kept_cells, order) => table(view, kept_cells, order).into(),
        Part::Timeline => timeline(view),
        Part::Pairs(index) => pairs(view, index, look),
        Part::Spread(distribution) => spread(view, distribution, look),
    }
}
