//! What can be read from a source's own words for a figure.

use crate::domain::figure::Hedge;

/// A number in a source's words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HedgedNumber {
    /// The hedge that stands beside it.
    pub hedge: Option<Hedge>,
    /// The number; of a part in words, such as "a third", that part of one.
    pub number: f64,
    /// Whether it is such a part.
    pub is_part: bool,
    /// Whether a per cent sign follows it.
    pub is_percent: bool,
}

/// Reads the numbers in words of a dataset's language.
pub type ReadWords<'a> = &'a dyn Fn(&str) -> Vec<HedgedNumber>;
