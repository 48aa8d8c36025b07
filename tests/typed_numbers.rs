//! Numbers typed the local way: understood, or questioned, and never another number than was meant.
//!
//! `known-answers/typed.csv` has them by locale; `\u{…}` stands for a character that can't be seen there.
#![cfg(feature = "render")]

use std::error::Error;

use casualty_calculator::domain::Unit;
use casualty_calculator::i18n::{EntryError, Locale, parse_entry};

/// A text with its `\u{…}` in place.
fn written(text: &str) -> Result<String, Box<dyn Error>> {
    let mut parts = text.split("\\u{");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').ok_or("a character that does not end")?;
        written.push(char::from_u32(u32::from_str_radix(code, 16)?).ok_or("no character")?);
        written += rest;
    }
    Ok(written)
}

fn read(text: &str, locale: &Locale, unit: Unit) -> String {
    match parse_entry(text, locale.symbols(), unit) {
        Ok(number) => number.to_string(),
        Err(EntryError::Ambiguous(number)) => format!("question {number}"),
        Err(EntryError::Empty) => "empty".to_owned(),
        Err(EntryError::Negative) => "negative".to_owned(),
        Err(EntryError::NotNumber) => "not a number".to_owned(),
        Err(EntryError::NotWhole) => "not whole".to_owned(),
        Err(EntryError::TooLong) => "too long".to_owned(),
    }
}

#[test]
fn what_is_typed_the_local_way_is_understood_or_questioned() -> Result<(), Box<dyn Error>> {
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in csv::Reader::from_path("tests/known-answers/typed.csv")?.records() {
        let row = row?;
        let (locale, unit, typed, expected) = (&row[0], &row[1], written(&row[2])?, &row[3]);
        let unit = if unit == "people" { Unit::People } else { Unit::Percent };
        let found = read(&typed, &Locale::new(locale, None, Vec::new()), unit);
        if found != expected {
            wrong.push(format!("{typed:?} in {locale}: {found}, and not {expected}"));
        }
        count += 1;
    }
    assert!(count > 80, "only {count} answers");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn what_is_written_is_read_as_the_same_number() {
    let locales =
        ["en", "uk", "ru", "ko", "ar", "de", "de-CH", "fr", "hi", "bn", "fa", "pl", "pt", "es", "sv", "my", "ne"];
    for tag in locales {
        let locale = Locale::new(tag, None, Vec::new());
        for number in [0.0, 7.0, 1234.0, 98_765.0, 1_234_567.0, 1_000_000_000.0] {
            let text = locale.number(number, 0);
            assert_eq!(parse_entry(&text, locale.symbols(), Unit::People), Ok(number), "{text} in {tag}");
        }
        for number in [0.5, 36.5, 99.9999, 12.25] {
            let text = locale.number(number, 4);
            assert_eq!(parse_entry(&text, locale.symbols(), Unit::Percent), Ok(number), "{text} in {tag}");
        }
    }
}
