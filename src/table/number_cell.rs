//! The numbers in a cell: where they stand, and what they are.

use serde_json::Value;

use super::problem::{CellError, ProblemKind, Repair};
use super::settings::Settings;
use super::words::{Words, known_language};
use crate::domain::{Number, Unit};
use crate::i18n::{EntryError, Symbols, digit, find_fraction, parse_entry};

/// The two ways that most of the world writes numbers, the one with a point first.
const MARKS: [Symbols; 2] = [
    Symbols { group: ',', decimal: '.', pairs: false, last: 3 },
    Symbols { group: '.', decimal: ',', pairs: false, last: 3 },
];

/// A number in a text, with what belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Where its digits begin.
    pub start: usize,
    /// Where they end.
    pub digits_end: usize,
    /// Where what belongs to it ends: a word that multiplies it, the sign of per cents.
    pub end: usize,
    kind: TokenKind,
    pub multiplier: Option<f64>,
    pub is_percent: bool,
}

#[derive(Clone, Debug)]
enum TokenKind {
    Digits,
    /// Such as 1/3.
    Fraction,
    /// A fraction in words, with what it comes to.
    Words(&'static str),
}

impl Token {
    /// Whether it is a fraction in words, which always say more than the number.
    pub fn is_words(&self) -> bool {
        matches!(self.kind, TokenKind::Words(_))
    }
}

/// The numbers in a text in small letters.
pub(super) fn tokens(text: &str, unit: Unit, settings: &Settings) -> Vec<Token> {
    let words = Words::of(&settings.language);
    let language = known_language(&settings.language);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let begins_a_word = !text[..at].ends_with(char::is_alphanumeric);
        let in_words = begins_a_word.then(|| find_fraction(&text[at..], language)).flatten();
        let token = match in_words {
            Some((fraction, length)) => Some((TokenKind::Words(fraction), length)),
            None if digit(c).is_some() => Some(leading_number(&text[at..], unit)),
            None => None,
        };
        let Some((kind, length)) = token else {
            at += c.len_utf8();
            continue;
        };
        let digits_end = at + length;
        let mut token = Token { start: at, digits_end, end: digits_end, kind, multiplier: None, is_percent: false };
        token.take_what_belongs_to_it(text, words);
        at = token.end;
        found.push(token);
    }
    found
}

impl Token {
    fn take_what_belongs_to_it(&mut self, text: &str, words: &Words) {
        let behind = &text[self.end..];
        let multipliers = words.multipliers.iter().filter_map(|(word, by)| Some((leading_word(behind, word)?, *by)));
        if let Some((length, by)) = multipliers.max_by_key(|(length, _)| *length) {
            self.multiplier = Some(by);
            self.end += length;
        }
        let behind = &text[self.end..];
        let sign = behind.trim_start();
        let signs = ['%', '٪', '％'].into_iter().filter(|c| sign.starts_with(*c));
        let length = signs.map(|c| behind.len() - sign.len() + c.len_utf8()).next();
        let in_words = || words.percent.iter().filter_map(|word| leading_word(behind, word)).max();
        if let Some(length) = length.or_else(in_words) {
            self.is_percent = true;
            self.end += length;
        }
    }

    /// What it is as a number.
    pub fn number(&self, text: &str, unit: Unit, settings: &Settings) -> Result<Read, CellError> {
        let digits = &text[self.start..self.digits_end];
        match self.kind {
            TokenKind::Words(fraction) => fraction_of(fraction, unit),
            // A fraction of a hundred, or of one: nobody writes so what can be told.
            TokenKind::Fraction if self.is_percent => Err(ProblemKind::NotNumber(digits.to_owned()).into()),
            TokenKind::Fraction => fraction_of(digits, unit),
            TokenKind::Digits => {
                let by = self.multiplier.unwrap_or(1.0);
                // Millions have decimals even of people.
                let counted = if self.multiplier.is_some() && unit == Unit::People { Unit::Ratio } else { unit };
                let number = self.decimal(text, digits, counted, settings)? * by;
                // So that 1.1 million is not a trillionth of a person more.
                let number = if by > 1.0 { (number * 1e4).round() / 1e4 } else { number };
                Ok(Read { number: Number::from(number), json: json_number(number) })
            }
        }
        .map_err(|trouble| self.with_whole_cells(trouble, text))
    }

    fn decimal(&self, text: &str, digits: &str, unit: Unit, settings: &Settings) -> Result<f64, CellError> {
        let before = text[..self.start].trim_end();
        // A minus is a minus only at the beginning; else it stands between the ends of a range.
        if ["-", "–", "\u{2212}"].contains(&before.trim_start()) {
            return Err(ProblemKind::Negative([before, digits].concat()).into());
        }
        let unit = if unit == Unit::People { unit } else { Unit::Percent };
        let Some(symbols) = settings.symbols() else { return decimal_in_any(digits, unit, settings) };
        let likely = match parse_entry(digits, symbols, unit) {
            Ok(number) => return Ok(number),
            Err(EntryError::Ambiguous(likely)) => likely,
            Err(EntryError::NotWhole) => return Err(ProblemKind::NotWhole(digits.to_owned()).into()),
            Err(_) => return Err(ProblemKind::NotNumber(digits.to_owned()).into()),
        };
        // In its own language it may still be a whole number, with decimals that are zeros.
        let own =
            parse_entry(digits, symbols, Unit::Percent).ok().filter(|own| unit != Unit::People || own.fract() == 0.0);
        Err(question(digits, settings, own, likely))
    }

    /// Repairs of a number become repairs of its cell.
    fn with_whole_cells(&self, mut trouble: CellError, text: &str) -> CellError {
        for repair in &mut trouble.repairs {
            repair.cell = [&text[..self.start], &*repair.cell, &text[self.digits_end..]].concat();
        }
        trouble
    }
}

/// A number that was read.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub number: Number,
    /// The same as it stands in a dataset.
    pub json: Value,
}

fn fraction_of(text: &str, unit: Unit) -> Result<Read, CellError> {
    if !unit.allows_fractions() {
        return Err(ProblemKind::PercentOfPeople.into());
    }
    let plain = text.replace(' ', "");
    let number = Number::parse_fraction(&plain, unit).ok_or_else(|| ProblemKind::NotNumber(text.to_owned()))?;
    Ok(Read { number, json: plain.into() })
}

/// Where it is not known how numbers are written: what both ways agree on, or only one allows.
fn decimal_in_any(digits: &str, unit: Unit, settings: &Settings) -> Result<f64, CellError> {
    let [with_point, with_comma] = MARKS.map(|symbols| {
        let whole = parse_entry(digits, symbols, unit).ok();
        let with_zeros = || parse_entry(digits, symbols, Unit::Percent).ok();
        whole.or_else(|| with_zeros().filter(|number| unit != Unit::People || number.fract() == 0.0))
    });
    match (with_point, with_comma) {
        (Some(one), Some(other)) if one != other => {
            Err(question(digits, settings, Some(one.min(other)), one.max(other)))
        }
        (Some(number), _) | (None, Some(number)) => Ok(number),
        (None, None) => {
            let decimals = MARKS.into_iter().any(|symbols| parse_entry(digits, symbols, Unit::Percent).is_ok());
            let kind = if decimals { ProblemKind::NotWhole } else { ProblemKind::NotNumber };
            Err(kind(digits.to_owned()).into())
        }
    }
}

/// Asks which of two numbers is meant, or whether the one that it may be is meant.
fn question(digits: &str, settings: &Settings, own: Option<f64>, likely: f64) -> CellError {
    let text = digits.to_owned();
    let likely = written(likely, settings);
    let Some(own) = own.map(|own| written(own, settings)) else {
        let repairs = vec![Repair::read(likely.clone())];
        return CellError { kind: ProblemKind::OtherMarks { text, likely }, repairs };
    };
    let repairs = vec![Repair::read(likely.clone()), Repair::read(own.clone())];
    CellError { kind: ProblemKind::Ambiguous { text, one: likely, other: own }, repairs }
}

/// A number with the marks of a sheet, which is read back as itself.
pub(super) fn written(number: f64, settings: &Settings) -> String {
    // Rust writes the shortest decimals that are read as the same number, and no exponent.
    let plain = number.to_string();
    let (whole, decimals) = plain.split_once('.').map_or((&*plain, None), |(whole, decimals)| (whole, Some(decimals)));
    let Some(symbols) = settings.symbols() else {
        // Without marks between groups, and never with three decimals, which could be a group.
        return if decimals.is_some_and(|decimals| decimals.len() == 3) { plain + "0" } else { plain };
    };
    let mut text = String::new();
    for (index, c) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            // A space that does not let a line break within a number.
            text.push(if symbols.group == ' ' { '\u{a0}' } else { symbols.group });
        }
        text.push(c);
    }
    if let Some(decimals) = decimals {
        text.push(symbols.decimal);
        text += decimals;
    }
    text
}

/// A number as JSON has it: whole ones without decimals.
pub(super) fn json_number(number: f64) -> Value {
    /// Beyond this, not every whole number has a double of its own.
    const MAX_EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && (0.0..MAX_EXACT).contains(&number) { Value::from(number as u64) } else { number.into() }
}

/// How many bytes the number at the beginning of a text takes: digits with marks between them. A space is a mark only
/// before three digits.
fn leading_number(text: &str, unit: Unit) -> (TokenKind, usize) {
    let mut length = 0;
    let mut since_mark = 0;
    for (at, c) in text.char_indices() {
        if digit(c).is_some() {
            since_mark += 1;
            length = at + c.len_utf8();
            continue;
        }
        let digits = text[at + c.len_utf8()..].chars().take_while(|c| digit(*c).is_some()).count();
        let fits = match c {
            '.' | ',' | '\'' | '’' | '٬' | '٫' => digits > 0,
            ' ' | '\u{a0}' | '\u{2007}'..='\u{200a}' | '\u{202f}' => digits == 3 && since_mark <= 3,
            '/' if unit.allows_fractions() && digits > 0 => {
                let divisor = text[at + 1..].find(|c| digit(c).is_none()).unwrap_or(text.len() - at - 1);
                return (TokenKind::Fraction, at + 1 + divisor);
            }
            _ => false,
        };
        if !fits {
            break;
        }
        since_mark = 0;
    }
    (TokenKind::Digits, length)
}

/// How many bytes a word takes at the beginning of a text, with the blanks before it.
fn leading_word(text: &str, word: &str) -> Option<usize> {
    let begins = text.trim_start();
    let rest = begins.strip_prefix(word)?;
    // Where words are written together, as in Korean, another may follow.
    let ends = !rest.starts_with(char::is_alphanumeric) || !word.is_ascii() && word.chars().count() == 1;
    ends.then(|| text.len() - rest.len())
}
