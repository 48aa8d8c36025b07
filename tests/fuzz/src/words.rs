//! A source's words, and a cell of a table.

use std::sync::LazyLock;

use casualty_calculator::i18n::read_words;
use casualty_calculator::table::{Column, Settings, read_cell};

use crate::{LANGUAGES, text_and_choice};

static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(Column::all);

pub fn run(input: &[u8]) {
    let Some((&column, rest)) = input.split_last() else { return };
    let Some((text, choice)) = text_and_choice(rest) else { return };
    // One that has no words is among them.
    let language = ["de"].into_iter().chain(LANGUAGES).nth(choice % 6).unwrap_or_default();
    for read in read_words(text, language) {
        assert!(read.number.is_finite() && read.number >= 0.0, "{text:?} in {language}: {read:?}");
        assert!(!read.is_part || read.number <= 1.0, "{text:?} in {language}: {read:?}");
    }
    let settings = Settings {
        decimal: [None, Some('.'), Some(',')][choice / 6 % 3],
        day_first: [None, Some(true)][choice / 18 % 2],
        ..Settings::of(language)
    };
    cell(COLUMNS[usize::from(column) % COLUMNS.len()], text, &settings);
}

/// What a cell that can't be read could say instead can be read.
fn cell(column: Column, text: &str, settings: &Settings) {
    let Err(error) = read_cell(column, text, settings) else { return };
    for repair in error.repairs {
        let read = read_cell(column, &repair.cell, settings);
        assert!(read.is_ok(), "{column:?} in {}: {text:?} → {:?}: {read:?}", settings.language, repair.cell);
    }
}
