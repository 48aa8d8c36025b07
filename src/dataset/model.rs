//! What the program takes a dataset to mean.

use std::rc::Rc;

use super::input_range::InputRange;
use crate::domain::{Claim, Date, Deployment, Quantity, Scenario, Source};
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
/// a claim.
///
/// ```
/// use casualty_calculator::dataset::parse_dataset;
/// use casualty_calculator::domain::Quantity;
///
/// let dataset = parse_dataset(r#"{"format": 1, "title": "How many?", "claims": [
///     {"id": "agency", "source": {"name": "News agency"}, "deployed": 11000}
/// ]}"#).expect("a dataset without errors");
/// assert_eq!(dataset.claim("agency").map(|claim| claim.source.name.to_string()), Some("News agency".to_owned()));
/// assert_eq!(dataset.input_range(Quantity::Deployed).max, 20_000.0, "there is room above the largest figure");
///
/// let errors = parse_dataset(r#"{"format": 1, "title": "How many?"}"#).expect_err("it has no claims");
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
    /// The operation that the claims are about.
    pub deployment: Deployment,
    /// What the inputs hold at first.
    pub scenario: Scenario,
    /// The ranges of those inputs for which the dataset gives one.
    pub(crate) inputs: Vec<(Quantity, InputRange)>,
    /// Whether days left, an extrapolation, may be shown.
    pub show_days_left: bool,
    /// What the sources reported.
    pub claims: Vec<Claim>,
    /// Facts beside the figures.
    pub notes: Vec<Note>,
    /// Who made the dataset.
    pub credits: Option<Rc<str>>,
    /// Texts of the interface for which the dataset has its own wording.
    pub texts: Vec<(Message, Rc<str>)>,
}

impl Dataset {
    /// The range of an input: the dataset's own, else the usual one.
    pub fn input_range(&self, quantity: Quantity) -> InputRange {
        let given = self.inputs.iter().find(|(other, _)| *other == quantity);
        given.map_or_else(|| InputRange::usual(quantity, &self.scenario, &self.claims), |(_, range)| *range)
    }

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

    /// The claim with that id.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| &*claim.id == id)
    }
}
