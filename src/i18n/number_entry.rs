//! Reading numbers that people type, the local way: understood or refused, never misread.

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

/// Reads a whole number of people.
///
/// ```
/// use casualty_calculator::i18n::{EntryError, Symbols, parse_entry};
/// let english = Symbols { group: ',', decimal: '.' };
/// assert_eq!(parse_entry("11,000", english), Ok(11_000.0));
/// assert_eq!(parse_entry("1.000", english), Err(EntryError::NotWhole));
/// ```
///
/// # Errors
/// Where the text is no whole number, or might mean another one than it seems to.
pub fn parse_entry(text: &str, symbols: Symbols) -> Result<f64, EntryError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(EntryError::Empty);
    }
    let (text, negative) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (whole, decimals) = match text.split_once(symbols.decimal) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (text, None),
    };
    let digits = ungrouped(whole, symbols.group)?;
    let has_decimals = match decimals {
        Some(decimals) if decimals.is_empty() || decimals.chars().any(|c| digit(c).is_none()) => {
            return Err(EntryError::NotNumber);
        }
        Some(_) => true,
        None => false,
    };
    let significant: Vec<u32> = digits.into_iter().skip_while(|digit| *digit == 0).collect();
    if negative && (has_decimals || !significant.is_empty()) {
        return Err(EntryError::Negative);
    }
    if has_decimals {
        return Err(EntryError::NotWhole);
    }
    if significant.len() > MOST_DIGITS {
        return Err(EntryError::TooLong);
    }
    Ok(significant.into_iter().fold(0.0, |number, digit| number * 10.0 + f64::from(digit)))
}

/// The digits of a whole number whose groups, if it has any, are one kind of mark before every three digits.
fn ungrouped(text: &str, group: char) -> Result<Vec<u32>, EntryError> {
    let mut digits = Vec::new();
    let mut mark = None;
    let mut since_mark = 0;
    for c in text.chars() {
        if let Some(digit) = digit(c) {
            digits.push(digit);
            since_mark += 1;
            continue;
        }
        let first = mark.is_none();
        let fits = if first { (1..=3).contains(&since_mark) } else { mark == Some(kind(c)) && since_mark == 3 };
        if !(c == group || is_space_or_apostrophe(c)) || !fits {
            return Err(EntryError::NotNumber);
        }
        mark = Some(kind(c));
        since_mark = 0;
    }
    if digits.is_empty() || (mark.is_some() && since_mark != 3) {
        return Err(EntryError::NotNumber);
    }
    Ok(digits)
}

fn is_space_or_apostrophe(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}')
}

/// Spaces of every width are one kind of mark.
fn kind(c: char) -> char {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '\u{2019}' => '\'',
        other => other,
    }
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
            assert_eq!(parse_entry(text, symbols), Ok(number), "{text:?}");
        }
    }

    #[test]
    fn what_might_mean_another_number_is_refused() {
        let long = "9".repeat(10_000);
        for (text, symbols, error) in [
            ("", ENGLISH, EntryError::Empty),
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
            assert_eq!(parse_entry(text, symbols), Err(error), "{text:.20?}");
        }
    }
}
