//! One cell: what its text comes to in the field that its column is for, and how that field is written.

use serde_json::{Value, json};

use super::attribution_cell::{attribution_text, is_link, one_line, read_attribution, read_sources, sources_text};
use super::column::{Column, Part};
use super::date_cell::read_date;
use super::figure_cell::{figure_text, read_figure};
use super::problem::{CellError, ProblemKind, Repair};
use super::settings::Settings;
use super::words::Words;
use crate::domain::{Basis, Category};

/// Marks for a figure that nobody gave.
const NOT_GIVEN: [&str; 11] = ["", "-", "–", "—", "−", "?", "??", "…", "...", ".", "n/a"];

/// Reads the text of a cell as the field that a column is for. Nothing where the cell says that nothing is given.
///
/// The value is as it stands in a dataset, with three exceptions: an as-of date with words of its own is an object of
/// `as_of` and `as_of_words`; a part of a figure is its number; a hedge in a column of its own is its text.
///
/// ```
/// use casualty_calculator::table::{Column, Settings, read_cell};
/// use serde_json::json;
///
/// let killed = Column::from_name("killed").expect("a column");
/// let english = Settings::of("en");
/// assert_eq!(read_cell(killed, "some 1,100*", &english), Ok(Some(json!({"about": 1100, "words": "some 1,100"}))));
/// assert_eq!(read_cell(killed, "n/a", &english), Ok(None));
/// assert_eq!(read_cell(killed, "1.000", &english).map_err(|error| error.repairs.len()), Err(2));
/// ```
///
/// # Errors
/// Where the text is nothing that the field can hold, or could mean more than one thing; with what it could say instead
/// where that is clear.
pub fn read_cell(column: Column, text: &str, settings: &Settings) -> Result<Option<Value>, CellError> {
    read(column, text, settings).map_err(|mut error| {
        // Not every column takes what a figure by itself could be.
        error.repairs.retain(|repair| read(column, &repair.cell, settings).is_ok());
        error
    })
}

fn read(column: Column, text: &str, settings: &Settings) -> Result<Option<Value>, CellError> {
    let text = text.trim();
    let words = Words::of(&settings.language);
    if NOT_GIVEN.contains(&&*text.to_lowercase()) || is_listed(text, &words.not_given) {
        return Ok(None);
    }
    let value = match column {
        Column::Ignored => return Ok(None),
        Column::Note => Value::from(text),
        Column::Id
        | Column::Force
        | Column::Source
        | Column::AsOfWords
        | Column::Replaces
        | Column::Part(_, Part::Hedge) => one_line(text).into(),
        Column::Denominator if is_listed(text, std::slice::from_ref(&words.nobody)) || text == "none" => Value::Null,
        Column::Denominator => one_line(text).into(),
        Column::Link => link(text)?,
        Column::Attribution => read_attribution(text, settings),
        Column::Basis => basis(text, words)?,
        Column::AsOf => as_of(text, settings)?,
        Column::Published | Column::PeriodFrom | Column::PeriodTo | Column::DeployedAsOf => date(text, settings)?,
        Column::Figure(subject) => read_figure(text, subject, settings)?,
        Column::Part(subject, _) => {
            let read = read_figure(text, subject, settings)?;
            if read.is_object() {
                return Err(ProblemKind::NotNumber(text.to_owned()).into());
            }
            read
        }
        Column::Covers => covers(text, words)?,
        Column::Withdrawn => yes_or_no(text, words)?,
        Column::DisputedBy => read_sources(text),
        Column::Rest => {
            let fields = serde_json::from_str::<Value>(text).ok().filter(Value::is_object);
            fields.ok_or(ProblemKind::NotFields)?
        }
    };
    Ok(Some(value))
}

/// Whether a text is one of these, in small letters.
fn is_listed(text: &str, known: &[String]) -> bool {
    let lower = text.to_lowercase();
    known.contains(&lower)
}

fn link(text: &str) -> Result<Value, CellError> {
    if is_link(text) {
        return Ok(text.into());
    }
    let with_scheme = ["https://", text].concat();
    let is_address = text.contains('.') && is_link(&with_scheme) && !text.contains("://");
    let repairs = is_address.then(|| Repair::read(with_scheme)).into_iter().collect();
    Err(CellError { kind: ProblemKind::NotLink, repairs })
}

fn basis(text: &str, words: &Words) -> Result<Value, CellError> {
    let name = Basis::ALL.map(Basis::name).into_iter().find(|name| {
        let ways = [words, Words::of("en")].map(|words| words.basis.get(*name));
        text == *name || ways.into_iter().flatten().any(|ways| is_listed(text, ways))
    });
    let firsts = Basis::ALL.iter().filter_map(|basis| words.basis.get(basis.name())?.first().cloned());
    name.map(Value::from).ok_or_else(|| ProblemKind::NotOneOf(firsts.collect::<Vec<_>>().join(", ")).into())
}

fn date(text: &str, settings: &Settings) -> Result<Value, CellError> {
    let read = read_date(text, settings)?;
    if read.says_more {
        return Err(CellError { kind: ProblemKind::NotDate, repairs: vec![Repair::read(read.date.text())] });
    }
    Ok(read.date.text().into())
}

fn as_of(text: &str, settings: &Settings) -> Result<Value, CellError> {
    let read = read_date(text, settings)?;
    let date = read.date.text();
    Ok(if read.says_more { json!({"as_of": date, "as_of_words": one_line(text)}) } else { date.into() })
}

fn yes_or_no(text: &str, words: &Words) -> Result<Value, CellError> {
    let english = Words::of("en");
    let is = |own: &[String], english: &[String]| is_listed(text, own) || is_listed(text, english);
    if is(&words.yes, &english.yes) {
        return Ok(true.into());
    }
    if is(&words.no, &english.no) {
        return Ok(false.into());
    }
    let known = [words.yes.first(), words.no.first()].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
    Err(ProblemKind::NotOneOf(known).into())
}

fn covers(text: &str, words: &Words) -> Result<Value, CellError> {
    let mut found = Vec::new();
    let mut text = one_line(&text.to_lowercase());
    for and in &words.and {
        text = text.replace(&[" ", and, " "].concat(), ",");
    }
    for part in text.split(['+', ',', ';', '&', '/', '،', '、']).map(str::trim) {
        match Category::ALL.into_iter().find(|category| names(part, *category, words)) {
            Some(category) if !found.contains(&category.name()) => found.push(category.name()),
            Some(_) => {}
            None if part.is_empty() => {}
            None => return Err(ProblemKind::NotOneOf(words.categories.join(", ")).into()),
        }
    }
    Ok(found.into())
}

/// Whether a text names a category.
fn names(text: &str, category: Category, words: &Words) -> bool {
    let index = category as usize;
    let named =
        |words: &Words| words.categories[index] == text || words.category_words[index].iter().any(|way| way == text);
    // In Arabic the word for "and" is written together with the next.
    let without_and = text.strip_prefix('و').filter(|rest| words.categories[index] == *rest);
    text == category.name() || named(words) || named(Words::of("en")) || without_and.is_some()
}

/// Writes the value of a field into a cell; nothing where a cell can't hold it.
pub(super) fn cell_text(column: Column, value: &Value, settings: &Settings) -> Option<String> {
    let words = Words::of(&settings.language);
    let one_of = |ways: Option<&Vec<String>>| ways?.first().cloned();
    match column {
        Column::Ignored | Column::Part(..) => None,
        Column::Figure(subject) => figure_text(value, subject, settings),
        Column::Attribution => attribution_text(value, settings),
        Column::DisputedBy => sources_text(value),
        Column::Basis => one_of(words.basis.get(value.as_str()?)),
        Column::Withdrawn => one_of(Some(if value.as_bool()? { &words.yes } else { &words.no })),
        Column::Covers => {
            let name = |name: &Value| {
                let category = Category::ALL.into_iter().find(|category| Some(category.name()) == name.as_str())?;
                Some(words.categories[category as usize].clone())
            };
            let names: Option<Vec<String>> = value.as_array()?.iter().map(name).collect();
            Some(names?.join(", "))
        }
        Column::Denominator if value.is_null() => Some(words.nobody.clone()),
        Column::Rest => Some(value.to_string()),
        _ => value.as_str().map(str::to_owned),
    }
}
