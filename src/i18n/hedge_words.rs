//! Reading the words in which a source hedges a number: "fewer than 1,000", "some 1 100". Only who writes a dataset needs
//! this, so the browser's copy does without the lists.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::languages::language_of;
use super::number_entry::digit;
use crate::domain::{Hedge, HedgedNumber, Number, Unit};

/// The ways to write hedges in each language, in small letters.
static HEDGE_WORDS: LazyLock<Vec<(&str, HedgeWords)>> = LazyLock::new(|| {
    let files = [
        ("en", include_str!("hedge_words/en.json")),
        ("uk", include_str!("hedge_words/uk.json")),
        ("ru", include_str!("hedge_words/ru.json")),
        ("ko", include_str!("hedge_words/ko.json")),
        ("ar", include_str!("hedge_words/ar.json")),
    ];
    // A test reads every file.
    files.into_iter().filter_map(|(language, text)| Some((language, serde_json::from_str(text).ok()?))).collect()
});

/// The ways to write hedges in a language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HedgeWords {
    about: Ways,
    over: Ways,
    at_least: Ways,
    under: Ways,
    up_to: Ways,
    nearly: Ways,
    /// Words for fractions, with what each comes to.
    fractions: BTreeMap<String, String>,
}

/// The ways to write one hedge.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ways {
    /// Those that stand before the number.
    before: Vec<String>,
    /// Those that stand behind it.
    behind: Vec<String>,
}

impl HedgeWords {
    fn hedges(&self) -> [(Hedge, &Ways); 6] {
        [
            (Hedge::About, &self.about),
            (Hedge::Over, &self.over),
            (Hedge::AtLeast, &self.at_least),
            (Hedge::Under, &self.under),
            (Hedge::UpTo, &self.up_to),
            (Hedge::Nearly, &self.nearly),
        ]
    }
}

/// The numbers in a text in the language of a tag, each with the hedge that stands directly before or behind it, and
/// fractions in words; nothing in a language whose words are not known. Marks between groups of three digits are passed
/// over, whatever they are. Where numbers are written with words of their own, as in "1만 2천", nothing is read.
///
/// ```
/// use casualty_calculator::domain::Hedge;
/// use casualty_calculator::i18n::read_words;
///
/// let numbers = read_words("fewer than 1,000", "en");
/// assert_eq!((numbers[0].hedge, numbers[0].number), (Some(Hedge::Under), 1000.0));
/// ```
pub fn read_words(text: &str, tag: &str) -> Vec<HedgedNumber> {
    let language = language_of(tag);
    let Some((_, words)) = HEDGE_WORDS.iter().find(|(of, _)| *of == language) else { return Vec::new() };
    let text = text.to_lowercase();
    let mut read = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let begins_a_word = !text[..at].ends_with(char::is_alphanumeric);
        let found = match leading_fraction(rest, words).filter(|_| begins_a_word) {
            Some((part, length)) => Some((part, length, true)),
            None if digit(c).is_some() => {
                let (number, length) = leading_number(rest);
                if rest[length..].trim_start().starts_with(['만', '천', '백', '억', '조']) {
                    return Vec::new();
                }
                Some((number, length, false))
            }
            None => None,
        };
        let Some((number, length, is_part)) = found else {
            at += c.len_utf8();
            continue;
        };
        let behind = &rest[length..];
        let is_percent = behind.trim_start().starts_with(['%', '٪']);
        read.push(HedgedNumber { number, is_part, is_percent, hedge: hedge_beside(&text[..at], behind, words) });
        at += length;
    }
    read
}

/// The fraction that a text begins with, by the longest way to write one, and how many bytes that takes.
fn leading_fraction(text: &str, words: &HedgeWords) -> Option<(f64, usize)> {
    let ends_a_word = |rest: &str| !rest.starts_with(char::is_alphanumeric) && !rest.starts_with('-');
    let begins = |way: &str| text.strip_prefix(way).is_some_and(ends_a_word);
    let longest = words.fractions.iter().filter(|(way, _)| begins(way)).max_by_key(|(way, _)| way.len());
    longest.and_then(|(way, fraction)| Some((Number::parse_fraction(fraction, Unit::Ratio)?.value, way.len())))
}

/// The hedge whose way of writing is the longest that ends before a number or begins behind it, perhaps after a word such as
/// "people": "just under" is not "under".
fn hedge_beside(before: &str, behind: &str, words: &HedgeWords) -> Option<Hedge> {
    let (before, behind) = (before.trim_end(), behind.trim_start());
    let after_a_word = behind.trim_start_matches(char::is_alphabetic).trim_start();
    let stands_before = |way: &str| before.strip_suffix(way).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    let stands_behind = |way: &str| {
        let begins = |text: &str| text.strip_prefix(way).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        begins(behind) || begins(after_a_word)
    };
    let mut found = None;
    let mut longest = 0;
    for (hedge, ways) in words.hedges() {
        let before = ways.before.iter().filter(|way| stands_before(way));
        for way in before.chain(ways.behind.iter().filter(|way| stands_behind(way))) {
            if way.len() > longest {
                longest = way.len();
                found = Some(hedge);
            }
        }
    }
    found
}

/// The number at the beginning of a text, and how many bytes it takes. A mark before three digits stands between groups, and
/// one before fewer or more of them before decimals.
fn leading_number(text: &str) -> (f64, usize) {
    let (mut number, mut place, mut in_decimals) = (0.0, 1.0, false);
    let mut length = 0;
    for (at, c) in text.char_indices() {
        if let Some((_, value)) = digit(c) {
            number = number * 10.0 + f64::from(value);
            place *= if in_decimals { 10.0 } else { 1.0 };
            length = at + c.len_utf8();
            continue;
        }
        let behind = &text[at + c.len_utf8()..];
        let digits = behind.chars().take_while(|c| digit(*c).is_some()).count();
        let is_mark = matches!(c, '.' | ',' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '٬' | '٫');
        let is_point = matches!(c, '.' | ',' | '٫');
        if in_decimals || !is_mark || digits == 0 || (digits != 3 && !is_point) {
            break;
        }
        in_decimals = digits != 3;
    }
    (number / place, length)
}

#[cfg(test)]
mod tests {
    use super::{HEDGE_WORDS, read_words};
    use crate::domain::Hedge;

    #[test]
    fn the_lists_of_all_languages_are_read_and_no_way_is_in_two_of_them() {
        assert_eq!(HEDGE_WORDS.len(), 5);
        for (language, words) in HEDGE_WORDS.iter() {
            let mut seen = Vec::new();
            for (hedge, ways) in words.hedges() {
                for (side, ways) in [("before", &ways.before), ("behind", &ways.behind)] {
                    for way in ways {
                        assert!(!seen.contains(&(side, way)), "{language}: {way} is another hedge than {hedge:?} too");
                        assert_eq!(*way, way.to_lowercase(), "{language}");
                        seen.push((side, way));
                    }
                }
            }
        }
    }

    #[test]
    fn a_number_in_words_is_read_with_the_hedge_beside_it() {
        for (language, text, expected) in [
            ("en", "fewer than 1,000", vec![(Some(Hedge::Under), 1000.0)]),
            ("en", "just under 700,000", vec![(Some(Hedge::Nearly), 700_000.0)]),
            ("en", "no more than 300", vec![(Some(Hedge::UpTo), 300.0)]),
            ("en", "Some 1 100", vec![(Some(Hedge::About), 1100.0)]),
            ("en", "3,800 of 12,000", vec![(None, 3800.0), (None, 12_000.0)]),
            ("en", "5,000 or more", vec![(Some(Hedge::AtLeast), 5000.0)]),
            ("en", "more than 33.3 per cent", vec![(Some(Hedge::Over), 33.3)]),
            ("en", "654,965 (392,979–942,636)", vec![(None, 654_965.0), (None, 392_979.0), (None, 942_636.0)]),
            ("en", "handsome 12", vec![(None, 12.0)]),
            ("en", "4,000 over the winter", vec![(None, 4000.0)]),
            ("en", "300 people or more", vec![(Some(Hedge::AtLeast), 300.0)]),
            ("en", "nearly two-fifths", vec![(Some(Hedge::Nearly), 0.4)]),
            ("en", "half of over 20,000", vec![(None, 0.5), (Some(Hedge::Over), 20_000.0)]),
            ("en", "dozens", vec![]),
            ("ru", "не более 300", vec![(Some(Hedge::UpTo), 300.0)]),
            ("ru", "300 до 15 января", vec![(None, 300.0), (Some(Hedge::UpTo), 15.0)]),
            ("uk", "майже 700 000", vec![(Some(Hedge::Nearly), 700_000.0)]),
            ("ko", "1,000명 이상", vec![(Some(Hedge::AtLeast), 1000.0)]),
            ("ko", "약 1만 명", vec![]),
            ("ar", "نحو ١٬٠٠٠", vec![(Some(Hedge::About), 1000.0)]),
            ("de", "etwa 1.000", vec![]),
        ] {
            let read: Vec<_> = read_words(text, language).into_iter().map(|read| (read.hedge, read.number)).collect();
            assert_eq!(read, expected, "{text}");
        }
    }
}
