//! What the program takes a dataset to mean.

use std::rc::Rc;

use crate::domain::{Claim, Date, Force, HedgedNumber, Source};
#[cfg(feature = "authoring")]
use crate::i18n::read_words;
use crate::i18n::{Message, language_of};

/// A fact without a figure, or one that does not belong to any claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The day that it is for.
    pub date: Option<Date>,
    /// What is known.
    pub text: Rc<str>,
    /// Where it can be read.
    pub source: Option<Source>,
}

/// The figures of a story, checked: every figure is within its unit's range, and every id that is mentioned is that of
/// a claim or a force.
///
/// ```
/// use casualty_calculator::dataset::parse_dataset;
/// use casualty_calculator::domain::Quantity;
///
/// let dataset = parse_dataset(r#"{"format": 2, "title": "How many?", "forces": [{"id": "army", "name": "The army"}], "claims": [
///     {"id": "agency", "source": {"name": "News agency"}, "deployed": 11000}
/// ]}"#).expect("a dataset without errors");
/// assert_eq!(dataset.claim("agency").map(|claim| claim.source.name.to_string()), Some("News agency".to_owned()));
/// assert_eq!(dataset.forces[0].input_range(Quantity::Deployed).max, 20_000.0, "there is room above the largest figure");
///
/// let errors = parse_dataset(r#"{"format": 2, "title": "How many?", "forces": [{"id": "army", "name": "The army"}]}"#)
///     .expect_err("it has no claims");
/// assert_eq!(errors.len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// The question that stands above the calculator.
    pub title: Rc<str>,
    /// What a reader should know first.
    pub summary: Option<Rc<str>>,
    /// The language of its texts.
    pub language: Option<Rc<str>>,
    /// When the editor last changed the figures.
    pub updated: Option<Date>,
    /// The people whose losses are counted, with what sources claim of them; one at least.
    pub forces: Vec<Force>,
    /// Whether days left, an extrapolation, may be shown.
    pub show_days_left: bool,
    /// Facts beside the figures.
    pub notes: Vec<Note>,
    /// Who made the dataset.
    pub credits: Option<Rc<str>>,
    /// Texts of the interface for which the dataset has its own wording.
    pub texts: Vec<(Message, Rc<str>)>,
}

impl Dataset {
    /// The dataset's own texts of the interface, for a page in the language of a tag. `has_words` tells whether the
    /// interface has words in that language; if not, it uses English ones. There are none where the dataset is in
    /// another language than those words, among which its texts would stand out.
    pub fn texts_for(&self, tag: &str, has_words: bool) -> Vec<(Message, Rc<str>)> {
        let fits = self.may_be_in(tag) || (!has_words && self.may_be_in("en"));
        if fits { self.texts.clone() } else { Vec::new() }
    }

    /// Whether its texts are in the language of a tag, or in one that it does not name.
    pub fn may_be_in(&self, tag: &str) -> bool {
        self.language.as_deref().is_none_or(|own| language_of(own) == language_of(tag))
    }

    /// The numbers in a source's words, which are in the dataset's language.
    #[cfg(feature = "authoring")]
    pub fn read_words(&self, words: &str) -> Vec<HedgedNumber> {
        read_words(words, self.language.as_deref().unwrap_or("en"))
    }

    /// Nothing: only whoever writes a dataset needs it.
    #[cfg(not(feature = "authoring"))]
    #[allow(clippy::unused_self, reason = "with the feature it is used")]
    pub fn read_words(&self, _: &str) -> Vec<HedgedNumber> {
        Vec::new()
    }

    /// The claim with that id.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.forces.iter().find_map(|force| force.claim(id))
    }
}
