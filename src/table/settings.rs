//! How the cells of a sheet are to be read.

use crate::i18n::{Symbols, language_of};

/// How the cells of a sheet are to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of its words and numbers, as a tag. Words of a language that is not one of the five are read as English
    /// ones.
    pub language: String,
    /// The mark before decimals, where it was said: a point or a comma. Without it, it is that of the language, and numbers
    /// that are written otherwise are asked about.
    pub decimal: Option<char>,
    /// Whether the day comes first in dates such as 1/2/2025, where it was said. Without it they are asked about.
    pub day_first: Option<bool>,
}

impl Settings {
    /// The settings of a language, with nothing said about numbers and dates.
    pub fn of(language: &str) -> Self {
        Self { language: language.to_owned(), decimal: None, day_first: None }
    }

    /// The marks that numbers are written with. In a language that is not known, neither a point nor a comma before three
    /// digits says whether they are decimals.
    pub(super) fn symbols(&self) -> Option<Symbols> {
        let of = |decimal, group| Some(Symbols { group, decimal, pairs: false, last: 3 });
        match (self.decimal, language_of(&self.language)) {
            (Some(','), "uk" | "ru") | (None, "uk" | "ru") => of(',', ' '),
            (Some(','), _) => of(',', '.'),
            (Some(_), _) | (None, "en" | "ko" | "ar") => of('.', ','),
            _ => None,
        }
    }
}
