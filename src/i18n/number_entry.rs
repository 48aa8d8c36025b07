//! Reading numbers that people type, the local way: understood or refused, never misread.

use crate::domain::Unit;

/// The marks that a language writes numbers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Symbols {
    /// Between groups of three digits.
    pub group: char,
    /// Before the decimals.
    pub decimal: char,
}

/// Why a typed text is no number that the input can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryError {
    /// Nothing but spaces.
    Empty,
    /// Something else than digits and the marks of numbers, or marks in the wrong place.
    NotNumber,
    /// Below nothing.
    Negative,
    /// With decimals, where people are counted.
    NotWhole,
    /// More digits than any input takes.
    TooLong,
}

/// More digits than this are beyond every input.
const MOST_DIGITS: usize = 15;

/// Reads a whole number of people, or per cents with decimals.
///
/// ```
/// use casualty_calculator::domain::Unit;
/// use casualty_calculator::i18n::{EntryError, Symbols, parse_entry};
/// let english = Symbols { group: ',', decimal: '.' };
/// assert_eq!(parse_entry("11,000", english, Unit::People), Ok(11_000.0));
/// assert_eq!(parse_entry("1.000", english, Unit::People), Err(EntryError::NotWhole));
/// assert_eq!(parse_entry("36.5", english, Unit::Percent), Ok(36.5));
/// ```
///
/// # Errors
/// Where the text is no such number, or might mean another one than it seems to.
pub fn parse_entry(text: &str, symbols: Symbols, unit: Unit) -> Result<f64, EntryError> {
    let text = text.trim_matches(is_space);
    if text.is_empty() {
        return Err(EntryError::Empty);
    }
    let text = if unit == Unit::Percent { text.trim_end_matches(|c| c == '%' || is_space(c)) } else { text };
    let unsigned = text.strip_prefix(['-', '\u{2212}', '\u{2013}']).unwrap_or(text);
    let (whole, decimals) = match unsigned.split_once(symbols.decimal) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    let (mut number, mut digits) = ungrouped(whole, symbols.group)?;
    let mut place = 1.0;
    for c in decimals.unwrap_or_default().chars() {
        number = number * 10.0 + f64::from(digit(c).ok_or(EntryError::NotNumber)?);
        place *= 10.0;
        digits += 1;
    }
    if decimals.is_some_and(str::is_empty) {
        return Err(EntryError::NotNumber);
    }
    if unsigned.len() < text.len() && (decimals.is_some() || number > 0.0) {
        return Err(EntryError::Negative);
    }
    if decimals.is_some() && unit == Unit::People {
        return Err(EntryError::NotWhole);
    }
    // Both are exact, so the quotient is the number nearest to what was typed.
    if digits > MOST_DIGITS { Err(EntryError::TooLong) } else { Ok(number / place) }
}

/// A whole number whose groups, if it has any, are one kind of mark before every three digits; and how many digits it
/// has after the zeros before it.
fn ungrouped(text: &str, group: char) -> Result<(f64, usize), EntryError> {
    let (mut number, mut significant) = (0.0, 0);
    let mut mark = None;
    let mut since_mark = 0;
    for c in text.chars() {
        if let Some(digit) = digit(c) {
            number = number * 10.0 + f64::from(digit);
            significant += usize::from(number > 0.0);
            since_mark += 1;
            continue;
        }
        let fits = match mark {
            None => (1..=3).contains(&since_mark),
            Some(mark) => mark == kind(c) && since_mark == 3,
        };
        if !(c == group || is_space(c) || kind(c) == '\'') || !fits {
            return Err(EntryError::NotNumber);
        }
        mark = Some(kind(c));
        since_mark = 0;
    }
    if since_mark == 0 || (mark.is_some() && since_mark != 3) {
        return Err(EntryError::NotNumber);
    }
    Ok((number, significant))
}

/// Spaces of every width are one kind of mark, and so are straight and curved apostrophes.
fn kind(c: char) -> char {
    match c {
        _ if is_space(c) => ' ',
        '\u{2019}' => '\'',
        other => other,
    }
}

/// The spaces that keyboards and other programs write.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The value of a decimal digit in one of the scripts that keyboards offer.
fn digit(c: char) -> Option<u32> {
    /// The zeros: Latin, Arabic-Indic, Persian, Devanagari, Bengali, Thai, full-width.
    const ZEROS: [char; 7] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{ff10}'];
    let value = |zero: char| (c as u32).checked_sub(zero as u32).filter(|value| *value < 10);
    ZEROS.into_iter().find_map(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Symbols = Symbols { group: ',', decimal: '.' };
    const GERMAN: Symbols = Symbols { group: '.', decimal: ',' };

    #[test]
    fn what_people_type_is_understood() {
        for (text, symbols, number) in [
            ("1200", ENGLISH, 1200.0),
            (" 11,000 ", ENGLISH, 11_000.0),
            ("11.000", GERMAN, 11_000.0),
            ("1 000", ENGLISH, 1000.0),
            ("1\u{a0}000", ENGLISH, 1000.0),
            ("1\u{202f}000\u{a0}000", ENGLISH, 1_000_000.0),
            ("1'000", ENGLISH, 1000.0),
            ("1\u{2019}000", ENGLISH, 1000.0),
            ("\u{661}\u{662}\u{663}", ENGLISH, 123.0),
            ("000", ENGLISH, 0.0),
            ("-0", ENGLISH, 0.0),
        ] {
            assert_eq!(parse_entry(text, symbols, Unit::People), Ok(number), "{text:?}");
        }
    }

    #[test]
    fn what_might_mean_another_number_is_refused() {
        let long = "9".repeat(10_000);
        for (text, symbols, error) in [
            ("", ENGLISH, EntryError::Empty),
            ("5%", ENGLISH, EntryError::NotNumber),
            (" \u{a0}", ENGLISH, EntryError::Empty),
            ("abc", ENGLISH, EntryError::NotNumber),
            ("1e400", ENGLISH, EntryError::NotNumber),
            ("1,00", ENGLISH, EntryError::NotNumber),
            ("1,0000", ENGLISH, EntryError::NotNumber),
            (",100", ENGLISH, EntryError::NotNumber),
            ("1,000 000", ENGLISH, EntryError::NotNumber),
            ("1.", ENGLISH, EntryError::NotNumber),
            ("-5", ENGLISH, EntryError::Negative),
            ("\u{2212}5", ENGLISH, EntryError::Negative),
            ("1.000", ENGLISH, EntryError::NotWhole),
            ("1,5", GERMAN, EntryError::NotWhole),
            (&long, ENGLISH, EntryError::TooLong),
        ] {
            assert_eq!(parse_entry(text, symbols, Unit::People), Err(error), "{text:.20?}");
        }
    }
}
