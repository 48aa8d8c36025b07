//! Dates in a cell, in whichever form people write them.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::problem::{CellError, ProblemKind, Repair};
use super::settings::Settings;
use super::words::Words;
use crate::domain::Date;
use crate::i18n::digit;

/// A date that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ReadDate {
    pub date: Date,
    /// Whether the cell says more than the date: "mid-January 2025".
    pub says_more: bool,
}

/// The first day that spreadsheets count from, and days that they may mean by a number alone: from 1927 to 2064.
const DAY_NUMBERS: std::ops::Range<i32> = 10_000..60_000;

/// Reads a date.
pub(super) fn read_date(cell: &str, settings: &Settings) -> Result<ReadDate, CellError> {
    let text = plain_digits(cell);
    let plain = |date| Ok(ReadDate { date, says_more: false });
    if let Ok(date) = Date::parse(&text) {
        return plain(date);
    }
    // A time of day is of no use.
    if let Some(date) =
        text.split(['T', ' ']).next().filter(|date| date.len() == 10).and_then(|date| Date::parse(date).ok())
        && text[10..].chars().all(|c| c.is_ascii_digit() || "T :.Z+-".contains(c))
    {
        return plain(date);
    }
    if let Some(read) = in_numbers(&text, settings) {
        return read.and_then(plain);
    }
    in_words(&text)
}

/// A text with digits of ASCII, in one line.
fn plain_digits(cell: &str) -> String {
    let cell = cell.trim_end_matches(['*', '†', '‡', '§']);
    let text: String = cell
        .chars()
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}'))
        .map(|c| match digit(c) {
            Some((_, value)) => char::from_digit(value, 10).unwrap_or(c),
            None if c.is_whitespace() => ' ',
            None => c,
        })
        .collect();
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A day of a month of a year, if there is one.
fn day(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::parse(&format!("{year:04}-{month:02}-{day:02}")).ok()
}

fn month(year: u32, month: u32) -> Option<Date> {
    Date::parse(&format!("{year:04}-{month:02}")).ok()
}

/// A date of numbers alone; nothing where there are words in it.
fn in_numbers(text: &str, settings: &Settings) -> Option<Result<Date, CellError>> {
    let text = text.trim_end_matches('.');
    let mark = text.chars().find(|c| !c.is_ascii_digit());
    let parts: Vec<&str> = match mark {
        Some(mark) if ['.', '/', '-'].contains(&mark) => text.split(mark).map(str::trim).collect(),
        Some(_) => return None,
        None => vec![text],
    };
    if !parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let is_year = |index: usize| parts[index].len() == 4;
    let expected = |date: Option<Date>| Some(date.ok_or_else(|| ProblemKind::NotDate.into()));
    match numbers[..] {
        [a, b, c] if is_year(0) => expected(day(a, b, c)),
        [a, b, c] if is_year(2) => Some(day_and_month(text, a, b, c, mark == Some('.'), settings)),
        // Nobody can tell which of the three is the year.
        [_, _, c] if parts[2].len() == 2 => {
            let year = if c < 50 { 2000 + c } else { 1900 + c };
            let dates = [day(year, numbers[1], numbers[0]), day(year, numbers[0], numbers[1])];
            let mut repairs: Vec<_> = dates.into_iter().flatten().map(|date| Repair::read(date.text())).collect();
            repairs.dedup();
            Some(Err(CellError { kind: ProblemKind::NoYear, repairs }))
        }
        [a, b] if is_year(0) => expected(month(a, b)),
        [a, b] if is_year(1) => expected(month(b, a)),
        [number] => Some(Err(day_number(number))),
        _ => expected(None),
    }
}

/// Two numbers before a year. With points the day comes first everywhere.
fn day_and_month(text: &str, a: u32, b: u32, year: u32, points: bool, settings: &Settings) -> Result<Date, CellError> {
    let (day_first, month_first) = (day(year, b, a), day(year, a, b));
    match (day_first, month_first) {
        (Some(date), _) if points => Ok(date),
        (Some(one), Some(other)) if one != other => match settings.day_first {
            Some(true) => Ok(one),
            Some(false) => Ok(other),
            None => {
                let [one, other] = [one, other].map(Date::text);
                let repairs = vec![Repair::read(one.clone()), Repair::read(other.clone())];
                Err(CellError { kind: ProblemKind::Ambiguous { text: text.to_owned(), one, other }, repairs })
            }
        },
        (Some(date), _) => Ok(date),
        (None, Some(date)) if !points => Ok(date),
        _ => Err(ProblemKind::NotDate.into()),
    }
}

/// A number alone, which may be what a spreadsheet keeps a day as.
fn day_number(number: u32) -> CellError {
    let number = i32::try_from(number).unwrap_or_default();
    let first = time::Date::from_calendar_date(1899, time::Month::December, 30).ok();
    let day = first
        .filter(|_| DAY_NUMBERS.contains(&number))
        .and_then(|first| time::Date::from_julian_day(first.to_julian_day() + number).ok());
    let written = |day: time::Date| format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day());
    CellError { kind: ProblemKind::NotDate, repairs: day.map(|day| Repair::read(written(day))).into_iter().collect() }
}

/// The names of months in all languages, in small letters.
static MONTHS: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let mut months = HashMap::new();
    for words in Words::all() {
        for (number, ways) in (1..).zip(&words.months) {
            months.extend(ways.iter().map(|way| (way.as_str(), number)));
        }
    }
    months
});

/// Words beside a date, or behind its numbers, that say nothing about how exact it is, in all languages.
static OF_DATES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| Words::all().flat_map(|words| &words.of_dates).map(String::as_str).collect());

/// A date with a month in words, of any of the languages: "15 January 2025", "January 15, 2025", "2025년 1월 15일".
fn in_words(text: &str) -> Result<ReadDate, CellError> {
    let is_time = |word: &&str| word.contains(':') && word.chars().all(|c| c.is_ascii_digit() || ":.".contains(c));
    let lower = text.to_lowercase().split(' ').filter(|word| !is_time(word)).collect::<Vec<_>>().join(" ");
    let words = words_of(&lower);
    let (mut year, mut of_year, mut days, mut says_more) = (None, None, Vec::new(), text.contains('?'));
    let mut at = 0;
    while let Some(word) = words.get(at) {
        at += 1;
        // Some names of months are two words.
        let pair = words.get(at).and_then(|next| MONTHS.get(&*[word, " ", next].concat()));
        at += usize::from(pair.is_some());
        let (digits, behind) = word.split_at(word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len());
        let is_plain = behind.is_empty() || OF_DATES.contains(behind);
        let month_behind = MONTHS.get(behind).filter(|_| !digits.is_empty() && digits.len() <= 2);
        match (pair.or_else(|| MONTHS.get(word)).or(month_behind), digits.parse::<u32>().ok()) {
            (Some(month), day) if of_year.is_none() => {
                of_year = Some(*month);
                days.extend(day.filter(|_| month_behind.is_some()));
            }
            // From one month to another: the figures may be for either end.
            (Some(month), _) if of_year != Some(*month) => return Err(ProblemKind::NotDate.into()),
            (Some(_), _) => says_more = true,
            (None, Some(number)) if digits.len() == 4 && year.is_some_and(|year| year != number) => {
                return Err(ProblemKind::NotDate.into());
            }
            (None, Some(number)) if digits.len() == 4 && year.is_none() && is_plain => year = Some(number),
            (None, Some(number)) if digits.len() <= 2 && is_plain => days.push(number),
            (None, Some(_)) => says_more = true,
            (None, None) => says_more |= !is_plain,
        }
    }
    let Some(year) = year else {
        let kind = if of_year.is_some() { ProblemKind::NoYear } else { ProblemKind::NotDate };
        return Err(kind.into());
    };
    let date = match (of_year, &days[..]) {
        (Some(of_year), [of_month]) => day(year, of_year, *of_month),
        (Some(of_year), []) => month(year, of_year),
        // "1–3 January": the month is what is sure.
        (Some(of_year), _) => {
            says_more = true;
            month(year, of_year)
        }
        (None, []) => Date::parse(&format!("{year:04}")).ok(),
        (None, _) => None,
    };
    Ok(ReadDate { date: date.ok_or(ProblemKind::NotDate)?, says_more })
}

/// The words of a text; numbers begin one, and have what hangs on them with them: "2025년1월" is two.
fn words_of(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut last): (usize, Option<char>) = (0, None);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let begins_number = c.is_ascii_digit() && last.is_some_and(|last| !last.is_ascii_digit());
        if !c.is_alphanumeric() || begins_number {
            if at > start && last.is_some() {
                words.push(&text[start..at]);
            }
            start = if c.is_alphanumeric() { at } else { at + c.len_utf8() };
        }
        last = c.is_alphanumeric().then_some(c);
    }
    words
}
