//! The words that tables are read and written with, a file a language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::Hedge;
use crate::i18n::language_of;

/// The words of every language that has a file.
static WORDS: LazyLock<Vec<(&str, Words)>> = LazyLock::new(|| {
    let files = [
        ("en", include_str!("words/en.json")),
        ("uk", include_str!("words/uk.json")),
        ("ru", include_str!("words/ru.json")),
        ("ko", include_str!("words/ko.json")),
        ("ar", include_str!("words/ar.json")),
    ];
    // A test reads every file.
    files.into_iter().filter_map(|(language, text)| Some((language, serde_json::from_str(text).ok()?))).collect()
});

/// For what a file lacks. A test holds them complete.
static NOTHING: LazyLock<Words> = LazyLock::new(Words::default);
static NO_COLUMN: ColumnWords = ColumnWords { label: String::new(), hint: String::new(), heads: Vec::new() };

/// The words of a language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// By the names of columns, of parts, and `group`.
    pub columns: BTreeMap<String, ColumnWords>,
    /// Categories in the middle of a text, in the order killed, wounded, missing, captured.
    pub categories: [String; 4],
    /// How else a cell may name each of them.
    pub category_words: [Vec<String>; 4],
    /// Words between the last two of a list.
    pub and: Vec<String>,
    /// What a cell says where nothing is given, in small letters.
    pub not_given: Vec<String>,
    pub yes: Vec<String>,
    pub no: Vec<String>,
    /// The denominator of a claim that is to have none.
    pub nobody: String,
    /// How each kind of basis is written; the first is written, all are read.
    pub basis: BTreeMap<String, Vec<String>>,
    /// The same for kinds of people and bodies.
    pub kinds: BTreeMap<String, Vec<String>>,
    /// Before the party to the war that someone belongs to.
    pub side: String,
    /// How each hedge is written by default, with `{x}` for its number.
    pub hedges: BTreeMap<String, String>,
    /// What may stand before a range, between its numbers, and behind it.
    pub range_before: Vec<String>,
    pub range_between: Vec<String>,
    pub range_behind: Vec<String>,
    /// Words for the sign of per cents.
    pub percent: Vec<String>,
    /// Words that multiply the number before them.
    pub multipliers: BTreeMap<String, f64>,
    /// Words beside a number that say that people are counted, and nothing about how exact it is.
    pub counted: Vec<String>,
    /// The same that say which of them, by the names of categories, `casualties` and `per_day`. They may stand only where these
    /// are counted: "4,000 casualties" are not 4,000 killed.
    pub counted_as: BTreeMap<String, Vec<String>>,
    /// The same, but with something that is worth keeping.
    pub beside: Vec<String>,
    /// The ways to write each month, in small letters.
    pub months: [Vec<String>; 12],
    /// Words beside a date that say nothing about how exact it is.
    pub of_dates: Vec<String>,
    /// Everything else that is shown.
    pub texts: BTreeMap<String, String>,
}

/// What a column is called.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnWords {
    pub label: String,
    #[serde(default)]
    pub hint: String,
    /// Heads that are recognised, in small letters.
    #[serde(default)]
    pub heads: Vec<String>,
}

impl Words {
    /// The words of the language of a tag, else the English ones.
    pub fn of(tag: &str) -> &'static Self {
        let language = language_of(tag);
        let of = |language| WORDS.iter().find(|(of, _)| *of == language).map(|(_, words)| words);
        of(language).or_else(|| of("en")).unwrap_or(&NOTHING)
    }

    /// The words of all languages.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        WORDS.iter().map(|(_, words)| words)
    }

    /// What a column is called.
    pub fn column(&self, name: &str) -> &ColumnWords {
        self.columns.get(name).unwrap_or(&NO_COLUMN)
    }

    /// A text that is shown.
    pub fn text(&self, name: &str) -> &str {
        self.texts.get(name).map_or("", String::as_str)
    }

    /// How a hedge is written by default, before and behind its number.
    pub fn hedge(&self, hedge: Hedge) -> (&str, &str) {
        let pattern = self.hedges.get(hedge.name()).map_or("{x}", String::as_str);
        let (before, behind) = pattern.split_once("{x}").unwrap_or_default();
        (before.trim(), behind.trim())
    }
}

/// The tag of the language whose hedges are read: English where there are no others.
pub(super) fn known_language(tag: &str) -> &'static str {
    let language = language_of(tag);
    WORDS.iter().find(|(known, _)| *known == language).map_or("en", |(known, _)| known)
}
