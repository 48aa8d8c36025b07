//! What must hold of any input, however broken or hostile: nothing panics, and what is understood is understood the same
//! everywhere. `cargo xtask fuzz` looks for inputs of which it does not hold; the tests try those that it has kept.

mod actions;
pub mod corpus;
mod datasets;
mod follows;
mod scenarios;
mod tables;
mod typed;
mod values;
mod words;

/// The languages of words.
const LANGUAGES: [&str; 5] = ["en", "uk", "ru", "ko", "ar"];

/// A kind of input.
pub struct Target {
    /// Its name, and that of its file in `corpus/`.
    pub name: &'static str,
    /// What it is, for whoever chooses one.
    pub what: &'static str,
    /// How long the inputs are at most, in bytes.
    pub max_len: usize,
    /// Folders of the project with inputs to begin with, beside those that were kept.
    pub seeds: &'static [&'static str],
    /// Tries an input. Panics where something does not hold.
    pub run: fn(&[u8]),
}

/// Every kind of input that comes from elsewhere.
pub const TARGETS: [Target; 7] = [
    Target {
        name: "datasets",
        what: "the text of a data file",
        max_len: 16_384,
        seeds: &["data", "tests/datasets"],
        run: datasets::run,
    },
    Target {
        name: "values",
        what: "values that a page sets as a dataset or a scenario",
        max_len: 4096,
        seeds: &[],
        run: values::run,
    },
    Target { name: "scenarios", what: "the text of a link", max_len: 512, seeds: &[], run: scenarios::run },
    Target { name: "typed", what: "a number that a reader types", max_len: 64, seeds: &[], run: typed::run },
    Target { name: "words", what: "a source's words, a cell of a table", max_len: 256, seeds: &[], run: words::run },
    Target { name: "tables", what: "a table of claims", max_len: 4096, seeds: &["tests/tables"], run: tables::run },
    Target { name: "actions", what: "what a reader does, in any order", max_len: 1024, seeds: &[], run: actions::run },
];

/// The last byte of an input, which chooses among a few, and the text before it; nothing where that is not UTF-8. Last, so
/// that a file as it stands is an input.
fn text_and_choice(input: &[u8]) -> Option<(&str, usize)> {
    let (choice, text) = input.split_last()?;
    Some((str::from_utf8(text).ok()?, usize::from(*choice)))
}
