//! Datasets: what a file may hold (`format`), what the program believes of it ([`Dataset`]), and the one way from the
//! text to the belief, where every error comes from.
//!
//! May use the domain and the names of the interface's messages; knows no view and no browser.

mod error;
mod format;
mod node;
mod reading;
mod scenario_text;
#[cfg(feature = "command")]
mod schema;
#[cfg(feature = "command")]
mod text;
mod translation;

use std::rc::Rc;

pub use error::DatasetError;
pub use format::{read_dataset, read_scenario};
pub use node::{Field, Node, Place, Value};
pub use scenario_text::{parse_scenario, scenario_text};
#[cfg(feature = "command")]
pub use schema::schema;
#[cfg(feature = "command")]
pub use text::{parse_dataset, parse_json, parse_translated};
pub use translation::translated;

use crate::domain::{Claim, Date, Deployment, Quantity, Scenario, Source, decimal_text};
use crate::i18n::{Message, language_of};

/// The text of the dataset that an element without a `src` shows, without its translations and as a browser writes JSON:
/// `build.rs` makes it of `data/kursk-january-2025.json`.
pub const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/built-in.json"));

/// The same as it stands in its file, with its translations.
#[cfg(feature = "command")]
pub const BUILT_IN_FILE: &str = include_str!("../../data/kursk-january-2025.json");

/// The most claims that a dataset may hold.
pub const MOST_CLAIMS: usize = 2_000;

/// The most bytes that a dataset's text may have.
pub const MOST_BYTES: usize = 4 << 20;

/// Says that something has more parts than it may.
pub(crate) fn too_many(most: usize, of: &str, found: usize) -> String {
    let number = |number: usize| decimal_text(number as f64);
    ["expected at most ", &number(most), " ", of, ", found ", &number(found)].concat()
}

/// The bounds and the step of an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InputRange {
    /// The least value.
    pub min: f64,
    /// The greatest value.
    pub max: f64,
    /// The distance between values on the slider; the number field takes any whole number.
    pub step: f64,
}

/// A fact without a figure, or one that no claim can carry.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The day it is of.
    pub date: Option<Date>,
    /// What is known.
    pub text: Rc<str>,
    /// Where it can be read.
    pub source: Option<Source>,
}

/// What a story's figures are, checked: every figure within its unit's range, every name of a claim leading to one.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// The question that the calculator stands under.
    pub title: Rc<str>,
    /// What a reader should know first.
    pub summary: Option<Rc<str>>,
    /// The language of its texts.
    pub language: Option<Rc<str>>,
    /// The operation that the claims are about.
    pub deployment: Deployment,
    /// What the inputs hold at first.
    pub scenario: Scenario,
    /// The ranges of inputs that it gives.
    pub(crate) inputs: Vec<(Quantity, InputRange)>,
    /// Whether days left, an extrapolation, may be shown.
    pub show_days_left: bool,
    /// What the sources reported.
    pub claims: Vec<Claim>,
    /// What goes with the figures.
    pub notes: Vec<Note>,
    /// Who made the dataset.
    pub credits: Option<Rc<str>>,
    /// Texts of the interface that the dataset words its own way.
    pub texts: Vec<(Message, Rc<str>)>,
}

impl Dataset {
    /// The range of an input.
    pub fn input(&self, quantity: Quantity) -> InputRange {
        let given = self.inputs.iter().find(|(other, _)| *other == quantity);
        given.map_or_else(|| format::usual_range(quantity, self), |(_, range)| *range)
    }

    /// The texts of the interface that it words its own way, for a page in the language of a tag which has words of its own
    /// or else English ones: none where the dataset's language is neither, since they would stand out among those words.
    pub fn texts_for(&self, tag: &str, has_words: bool) -> Vec<(Message, Rc<str>)> {
        let fits = self.may_be_in(tag) || (!has_words && self.may_be_in("en"));
        if fits { self.texts.clone() } else { Vec::new() }
    }

    /// Whether its own texts are in the language of a tag, as far as it says.
    pub fn may_be_in(&self, tag: &str) -> bool {
        self.language.as_deref().is_none_or(|own| language_of(own) == language_of(tag))
    }

    /// The claim of that name.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| &*claim.id == id)
    }
}
