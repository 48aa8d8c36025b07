//! Reading numbers that people type, the local way: understood or refused, never misread.

use crate::domain::Unit;

/// The marks that a language writes numbers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Symbols {
    /// Between groups of digits.
    pub group: char,
    /// Before the decimals.
    pub decimal: char,
    /// Whether groups before the last one are of two digits, as in India.
    pub pairs: bool,
    /// How many digits the last group has: three in nearly all languages.
    pub last: usize,
}

/// Why a typed text is no number that the input can hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EntryError {
    /// Nothing but spaces.
    Empty,
    /// Something else than digits and the marks of numbers, or marks in the wrong place.
    NotNumber,
    /// No such number as it is written here, but this one as it is written elsewhere.
    Ambiguous(f64),
    /// Below nothing.
    Negative,
    /// With decimals, where people are counted.
    NotWhole,
    /// More digits than any input takes.
    TooLong,
}

/// More digits than this are beyond every input.
const MAX_DIGITS: usize = 15;

/// The two ways that most of the world writes numbers.
const ELSEWHERE: [Symbols; 2] = [
    Symbols { group: ',', decimal: '.', pairs: false, last: 3 },
    Symbols { group: '.', decimal: ',', pairs: false, last: 3 },
];

/// Reads a whole number of people, or per cents with decimals.
///
/// Spaces, apostrophes and the Arabic marks are understood in every language, since they can mean but one thing. A point
/// or a comma is what it is in the reader's language, and never what it is in another one.
///
/// ```
/// use casualty_calculator::domain::Unit;
/// use casualty_calculator::i18n::{EntryError, Symbols, parse_entry};
/// let english = Symbols { group: ',', decimal: '.', pairs: false, last: 3 };
/// assert_eq!(parse_entry("11,000", english, Unit::People), Ok(11_000.0));
/// assert_eq!(parse_entry("1.000", english, Unit::People), Err(EntryError::Ambiguous(1_000.0)));
/// assert_eq!(parse_entry("36.5", english, Unit::Percent), Ok(36.5));
/// ```
///
/// # Errors
/// Where the text is no such number, or might mean another one than it seems to.
pub fn parse_entry(text: &str, symbols: Symbols, unit: Unit) -> Result<f64, EntryError> {
    let text = plain(text, symbols).ok_or(EntryError::NotNumber)?;
    let text = text.trim_matches(' ');
    if text.is_empty() {
        return Err(EntryError::Empty);
    }
    let text = if unit == Unit::Percent { text.trim_matches('%').trim_matches(' ') } else { text };
    // As spreadsheets write whole numbers. Three digits might be a group.
    let text = match text.split_once(symbols.decimal) {
        Some((whole, "0" | "00")) if !whole.is_empty() => whole,
        _ => text,
    };
    let mut read = number(text, symbols, unit);
    if !matches!(read, Err(EntryError::NotNumber | EntryError::NotWhole)) {
        return read;
    }
    for symbols in ELSEWHERE {
        match number(text, symbols, unit) {
            Ok(number) => return Err(EntryError::Ambiguous(number)),
            Err(EntryError::NotWhole) => read = Err(EntryError::NotWhole),
            Err(_) => {}
        }
    }
    read
}

/// The same in the digits and marks of ASCII, as far as they can mean but one thing, and the language's own point and comma.
/// Nothing where digits of two scripts are mixed, which nobody does.
fn plain(text: &str, symbols: Symbols) -> Option<String> {
    let mut plain = String::new();
    let mut script = None;
    for c in text.chars() {
        if let Some((zero, value)) = digit(c) {
            if *script.get_or_insert(zero) != zero {
                return None;
            }
            plain.push((b'0' + value as u8) as char);
            continue;
        }
        plain.push(match c {
            // What can't be seen says in which direction a text runs or where it may break, and comes along when it is copied.
            '\u{ad}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => continue,
            // The spaces that keyboards and other programs write.
            '\t' | '\n' | '\u{a0}' | '\u{2007}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
            // Apostrophes, and the Arabic mark between groups.
            '\u{2bc}' | '\u{2018}' | '\u{2019}' | '\u{66c}' => '\'',
            '\u{66b}' => symbols.decimal,
            '\u{2212}' | '\u{2013}' | '\u{fe63}' | '\u{ff0d}' => '-',
            '\u{66a}' | '\u{ff05}' => '%',
            // As wide as the letters of East Asia.
            '\u{ff0c}' => ',',
            '\u{ff0e}' => '.',
            other => other,
        });
    }
    Some(plain)
}

fn number(text: &str, symbols: Symbols, unit: Unit) -> Result<f64, EntryError> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = match unsigned.split_once(symbols.decimal) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    let (mut number, mut digits) = ungrouped(whole, symbols)?;
    let mut place = 1.0;
    for c in decimals.unwrap_or_default().chars() {
        number = number * 10.0 + f64::from(c.to_digit(10).ok_or(EntryError::NotNumber)?);
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
    if digits > MAX_DIGITS { Err(EntryError::TooLong) } else { Ok(number / place) }
}

/// A whole number whose groups, if it has any, have one kind of mark between them; and how many digits it has after the
/// zeros before it.
fn ungrouped(text: &str, symbols: Symbols) -> Result<(f64, usize), EntryError> {
    let (mut number, mut significant) = (0.0, 0);
    let mut mark = None;
    let mut since_mark = 0;
    // Where groups are of two digits, all but the last may be; and all of three are as good everywhere.
    let mut pairs = None;
    for c in text.chars() {
        if let Some(digit) = c.to_digit(10) {
            number = number * 10.0 + f64::from(digit);
            significant += usize::from(number > 0.0);
            since_mark += 1;
            continue;
        }
        let fits = match mark {
            None => (1..=3).contains(&since_mark),
            Some(mark) => {
                let pair = since_mark == 2 && symbols.pairs;
                mark == c && (pair || since_mark == 3) && *pairs.get_or_insert(pair) == pair
            }
        };
        if !(c == symbols.group || c == ' ' || c == '\'') || !fits {
            return Err(EntryError::NotNumber);
        }
        mark = Some(c);
        since_mark = 0;
    }
    if since_mark == 0 || (mark.is_some() && since_mark != symbols.last) {
        return Err(EntryError::NotNumber);
    }
    Ok((number, significant))
}

/// The zero of a decimal digit's script, and the digit's value.
pub(crate) fn digit(c: char) -> Option<(u32, u32)> {
    /// The zeros of the scripts that keyboards offer: each is followed by the other nine.
    const ZEROS: [u16; 37] = [
        0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
        0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
        0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    ];
    let value = |zero: u16| Some((u32::from(zero), (c as u32).checked_sub(zero.into()).filter(|value| *value < 10)?));
    ZEROS.into_iter().find_map(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Symbols = Symbols { group: ',', decimal: '.', pairs: false, last: 3 };
    const GERMAN: Symbols = Symbols { group: '.', decimal: ',', pairs: false, last: 3 };

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
            ("1,00", ENGLISH, EntryError::NotWhole),
            ("1,0000", ENGLISH, EntryError::NotWhole),
            (",100", ENGLISH, EntryError::NotNumber),
            ("1,000 000", ENGLISH, EntryError::NotNumber),
            ("1.", ENGLISH, EntryError::NotNumber),
            ("-5", ENGLISH, EntryError::Negative),
            ("\u{2212}5", ENGLISH, EntryError::Negative),
            ("1,5", GERMAN, EntryError::NotWhole),
            ("1,5", ENGLISH, EntryError::NotWhole),
            ("1.000", ENGLISH, EntryError::Ambiguous(1000.0)),
            ("1,000", GERMAN, EntryError::Ambiguous(1000.0)),
            ("-1.000", ENGLISH, EntryError::Negative),
            ("1\u{662}3", ENGLISH, EntryError::NotNumber),
            (&long, ENGLISH, EntryError::TooLong),
        ] {
            assert_eq!(parse_entry(text, symbols, Unit::People), Err(error), "{text:.20?}");
        }
    }
}
