//! Reading the words in which a source hedges a number: "fewer than 1,000", "some 1 100". Only who writes a dataset needs
//! this, so the browser's copy does without the lists.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::languages::language_of;
use super::number_entry::digit;
use crate::domain::{Hedge, HedgedNumber, Number, Unit};

/// Signs that stand before a number in any language.
const SIGNS: [(&str, Hedge); 8] = [
    ("~", Hedge::About),
    ("≈", Hedge::About),
    (">", Hedge::Over),
    (">=", Hedge::AtLeast),
    ("≥", Hedge::AtLeast),
    ("<", Hedge::Under),
    ("<=", Hedge::UpTo),
    ("≤", Hedge::UpTo),
];

/// The signs that stand behind it.
const SIGNS_BEHIND: [(&str, Hedge); 2] = [("+", Hedge::AtLeast), ("~", Hedge::About)];

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
    /// How per cents are written, in signs and words.
    percent: Vec<String>,
    /// The mark before decimals.
    decimal: char,
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
    /// The lists of the language of a tag.
    fn of(tag: &str) -> Option<&'static Self> {
        let language = language_of(tag);
        HEDGE_WORDS.iter().find(|(of, _)| *of == language).map(|(_, words)| words)
    }

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

    /// The longest way to write a hedge before a number that fits: "just under" is not "under".
    fn hedge_before(&'static self, fits: impl Fn(&str) -> bool) -> Option<(&'static str, Hedge)> {
        let ways =
            self.hedges().into_iter().flat_map(|(hedge, ways)| ways.before.iter().map(move |way| (&**way, hedge)));
        ways.chain(SIGNS).filter(|(way, _)| fits(way)).max_by_key(|(way, _)| way.len())
    }

    /// The longest way to write one behind a number that fits.
    fn hedge_behind(&'static self, fits: impl Fn(&str) -> bool) -> Option<(&'static str, Hedge)> {
        let ways =
            self.hedges().into_iter().flat_map(|(hedge, ways)| ways.behind.iter().map(move |way| (&**way, hedge)));
        ways.chain(SIGNS_BEHIND).filter(|(way, _)| fits(way)).max_by_key(|(way, _)| way.len())
    }

    /// What follows after per cents at the beginning of a text; nothing where there are none.
    fn behind_percent<'a>(&self, text: &'a str) -> Option<&'a str> {
        let ends_a_word = |rest: &&str| !rest.starts_with(char::is_alphabetic);
        let rests = self.percent.iter().filter_map(|way| text.strip_prefix(&**way));
        rests.filter(ends_a_word).min_by_key(|rest| rest.len()).map(str::trim_start)
    }
}

/// A text that may be a number with a hedge and nothing else, taken apart.
pub struct HedgedText {
    /// The hedge before or behind it.
    pub hedge: Option<Hedge>,
    /// Whether it is in per cents.
    pub is_percent: bool,
    /// What is left; a fraction in words as "1/3".
    pub rest: String,
}

/// Takes a text in the language of a tag apart; nothing where it is hedged on both sides, or its language's words are not
/// known.
pub fn hedged_text(text: &str, tag: &str) -> Option<HedgedText> {
    let words = HedgeWords::of(tag)?;
    let text = text.to_lowercase();
    let text = text.trim();
    // A word ends where no letter or digit follows; a sign anywhere.
    let is_apart =
        |way: &str, rest: &str| !way.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric);
    let before = words.hedge_before(|way| text.strip_prefix(way).is_some_and(|rest| is_apart(way, rest)));
    let rest = before.map_or(text, |(way, _)| text[way.len()..].trim_start());
    let behind = words.hedge_behind(|way| rest.ends_with(way));
    let rest = behind.map_or(rest, |(way, _)| rest[..rest.len() - way.len()].trim_end());
    if before.is_some() && behind.is_some() {
        return None;
    }
    let percent = words.percent.iter().filter(|way| rest.ends_with(&***way)).max_by_key(|way| way.len());
    let rest = percent.map_or(rest, |way| rest[..rest.len() - way.len()].trim_end());
    let rest = words.fractions.get(rest).map_or(rest, |fraction| fraction);
    let hedge = before.or(behind).map(|(_, hedge)| hedge);
    Some(HedgedText { hedge, is_percent: percent.is_some(), rest: rest.to_owned() })
}

/// The numbers in a text in the language of a tag, each with the hedge that stands directly before or behind it, and
/// fractions in words; nothing in a language whose words are not known. Marks between groups of three digits are passed
/// over; what they are, and what stands before decimals, is as that language has it. Where numbers are written with words of
/// their own, as in "1만 2천", nothing is read, and what is no number, such as "12th", is passed over.
///
/// ```
/// use casualty_calculator::domain::Hedge;
/// use casualty_calculator::i18n::read_words;
///
/// let numbers = read_words("fewer than 1,000", "en");
/// assert_eq!((numbers[0].hedge, numbers[0].number), (Some(Hedge::Under), 1000.0));
/// ```
pub fn read_words(text: &str, tag: &str) -> Vec<HedgedNumber> {
    let Some(words) = HedgeWords::of(tag) else { return Vec::new() };
    let text = text.to_lowercase();
    let mut read = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let begins_a_word = !text[..at].ends_with(char::is_alphanumeric);
        let found = match leading_fraction(rest, words).filter(|_| begins_a_word) {
            Some((part, length)) => Some((part, length, true)),
            None if digit(c).is_some() => {
                let (number, length) = leading_number(rest, words.decimal);
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
        let (before, behind) = (&text[..at], &rest[length..]);
        if !is_in_a_word(behind) {
            let is_percent = words.behind_percent(behind.trim_start()).is_some();
            let hedge = hedge_beside(before, behind, words).map(|found| found.hedge);
            read.push(HedgedNumber { number, is_part, is_percent, hedge });
        }
        at += length;
    }
    read
}

/// The fraction that a text begins with, by the longest way to write one, and how many bytes that takes.
fn leading_fraction(text: &str, words: &HedgeWords) -> Option<(f64, usize)> {
    let (fraction, length) = longest_fraction(text, words)?;
    Some((Number::parse_fraction(fraction, Unit::Ratio)?.value, length))
}

fn longest_fraction<'a>(text: &str, words: &'a HedgeWords) -> Option<(&'a str, usize)> {
    let ends_a_word = |rest: &str| !rest.starts_with(char::is_alphanumeric) && !rest.starts_with('-');
    let begins = |way: &str| text.strip_prefix(way).is_some_and(ends_a_word);
    let longest = words.fractions.iter().filter(|(way, _)| begins(way)).max_by_key(|(way, _)| way.len());
    longest.map(|(way, fraction)| (fraction.as_str(), way.len()))
}

/// A hedge beside a number, and what is left of the text on both sides of the number without it.
pub(crate) struct FoundHedge<'a> {
    pub hedge: Hedge,
    /// How it is written.
    pub way: &'static str,
    /// Whether it stands before the number.
    pub is_before: bool,
    /// What else stands before the number.
    pub before: &'a str,
    /// What else stands behind it: the word between the number and the hedge, and the rest.
    pub behind: [&'a str; 2],
}

/// The hedge directly before or behind a number in small letters, in the language of a tag.
pub(crate) fn find_hedge<'a>(before: &'a str, behind: &'a str, tag: &str) -> Option<FoundHedge<'a>> {
    let words = HedgeWords::of(tag)?;
    hedge_beside(before, behind, words)
}

/// The fraction that a text in small letters begins with in words, and how many bytes they take.
pub(crate) fn find_fraction(text: &str, tag: &str) -> Option<(&'static str, usize)> {
    let words = HedgeWords::of(tag)?;
    longest_fraction(text, words)
}

/// The hedge whose way of writing is the longest that ends before a number or begins behind it, perhaps after per cents or a
/// word such as "people".
fn hedge_beside<'a>(before: &'a str, behind: &'a str, words: &'static HedgeWords) -> Option<FoundHedge<'a>> {
    let (before, behind) = (before.trim_end(), behind.trim_start());
    let begins_a_word =
        |way: &str, rest: &&str| !way.starts_with(char::is_alphanumeric) || !rest.ends_with(char::is_alphanumeric);
    let ahead_of = |way: &str| before.strip_suffix(way).filter(|rest| begins_a_word(way, rest));
    let past_percent = words.behind_percent(behind).unwrap_or(behind);
    let after_a_word = past_percent.trim_start_matches(char::is_alphabetic).trim_start();
    let ends_a_word = |rest: &&str| !rest.starts_with(char::is_alphanumeric);
    let after = |way: &str| {
        let begins = |text: &&'a str| text.strip_prefix(way).filter(ends_a_word).is_some();
        let text = [behind, past_percent, after_a_word].into_iter().find(begins)?;
        Some([behind[..behind.len() - text.len()].trim_end(), &text[way.len()..]])
    };
    let is_before = words.hedge_before(|way| ahead_of(way).is_some());
    let is_behind = words.hedge_behind(|way| after(way).is_some());
    let length = |found: Option<(&str, Hedge)>| found.map_or(0, |(way, _)| way.len());
    if length(is_before) >= length(is_behind) {
        let (way, hedge) = is_before?;
        return Some(FoundHedge { hedge, way, is_before: true, before: ahead_of(way)?, behind: [behind, ""] });
    }
    let (way, hedge) = is_behind?;
    Some(FoundHedge { hedge, way, is_before: false, before, behind: after(way)? })
}

/// Whether what follows a number makes it part of a word, as in "12th"; in "10k" it does not.
fn is_in_a_word(behind: &str) -> bool {
    let letters = &behind[..behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len()];
    !["", "k", "m", "bn"].contains(&letters)
}

/// The number at the beginning of a text, and how many bytes it takes. The language's own decimal mark stands before
/// decimals, unless it comes again after three digits; another mark does so before fewer or more than three of them.
fn leading_number(text: &str, decimal: char) -> (f64, usize) {
    let (mut number, mut place, mut in_decimals) = (0.0, 1.0, false);
    let mut length = 0;
    let mut last_mark = None;
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
        let comes_again = last_mark == Some(c)
            || (behind.chars().nth(3) == Some(c) && behind.chars().nth(4).is_some_and(|c| digit(c).is_some()));
        in_decimals = digits != 3 || (c == decimal && !comes_again);
        last_mark = Some(c);
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
            ("en", "not more than 300", vec![(Some(Hedge::UpTo), 300.0)]),
            ("en", "not fewer than 300", vec![(Some(Hedge::AtLeast), 300.0)]),
            ("en", "36% or more", vec![(Some(Hedge::AtLeast), 36.0)]),
            ("en", "36 per cent or more", vec![(Some(Hedge::AtLeast), 36.0)]),
            ("en", "12.345%", vec![(None, 12.345)]),
            ("en", "2.125 for each", vec![(None, 2.125)]),
            ("en", "12,345.125", vec![(None, 12_345.125)]),
            ("en", "1.000.000", vec![(None, 1_000_000.0)]),
            ("en", "1,000+ on the 12th", vec![(Some(Hedge::AtLeast), 1000.0)]),
            ("en", "≥10k", vec![(Some(Hedge::AtLeast), 10.0)]),
            ("en", "handsome 12", vec![(None, 12.0)]),
            ("en", "4,000 over the winter", vec![(None, 4000.0)]),
            ("en", "300 people or more", vec![(Some(Hedge::AtLeast), 300.0)]),
            ("en", "nearly two-fifths", vec![(Some(Hedge::Nearly), 0.4)]),
            ("en", "half of over 20,000", vec![(None, 0.5), (Some(Hedge::Over), 20_000.0)]),
            ("en", "dozens", vec![]),
            ("ru", "не более 300", vec![(Some(Hedge::UpTo), 300.0)]),
            ("ru", "300 до 15 января", vec![(None, 300.0), (Some(Hedge::UpTo), 15.0)]),
            ("ru", "1.000", vec![(None, 1000.0)]),
            ("ru", "36 процентов и более", vec![(Some(Hedge::AtLeast), 36.0)]),
            ("uk", "12,345 %", vec![(None, 12.345)]),
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
