//! What to write instead, where it is clear what was meant. Only the command says it: readers can't change the file.

use super::node::Value;
use crate::domain::{Figure, Hedge, Number, Quantity, RateName, Unit, decimal_text};
use crate::i18n::{EntryError, Symbols, hedged_text, parse_entry, read_words};

/// Fields that are written in another place, or were in format 1: each with a field that what it stands in may have.
const MOVED: [(&str, &str, &str); 16] = [
    ("deployment", "forces", "it is one of forces[] now"),
    ("scenario", "forces", "it belongs to one of forces[] now"),
    ("inputs", "forces", "it belongs to one of forces[] now"),
    ("start", "forces", "it belongs to one of forces[]"),
    ("denominator", "forces", "it belongs to one of forces[]"),
    ("reinforcements", "forces", "it belongs to one of forces[]"),
    ("side", "id", "it belongs to a name in attribution[]"),
    ("kind", "id", "it belongs to a name in attribution[]"),
    ("name", "source", "write \"source\": {\"name\": …}"),
    ("killed_share", "stated", "write \"stated\": {\"killed_share\": …}"),
    ("rate", "stated", "write \"stated\": {\"casualty_rate\": …}"),
    ("rate", "casualty_rate", "write casualty_rate"),
    ("link", "source", "it belongs to source"),
    ("url", "source", "write \"source\": {\"name\": …, \"link\": …}"),
    ("url", "link", "write link"),
    ("date", "as_of", "write as_of, the date that the figures are for, or published"),
];

/// How English writes numbers.
const ENGLISH: Symbols = Symbols { group: ',', decimal: '.', pairs: false, last: 3 };

/// What people write where they have no figure.
const NOT_GIVEN: [&str; 14] = [
    "n/a",
    "na",
    "n.a.",
    "tba",
    "tbd",
    "unknown",
    "unclear",
    "undisclosed",
    "no data",
    "not given",
    "not known",
    "not stated",
    "not available",
    "not reported",
];

/// Words that are a number, or part of one.
const NUMBER_WORDS: [&str; 32] = [
    "no",
    "none",
    "nobody",
    "zero",
    "nil",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
];

/// The end of a message about a field that is not known.
pub(super) fn field(name: &str, known: &[&str]) -> String {
    let plain = |text: &str| text.to_lowercase().replace(['-', ' ', '_'], "");
    let nearly = known.iter().copied().map(|field| (distance(&plain(field), &plain(name)), field));
    let nearest = nearly.min_by_key(|(distance, _)| *distance);
    let nearest = nearest
        .filter(|(distance, field)| *distance == 0 || (*distance <= field.len() / 4 + 1 && name.chars().count() >= 3));
    let moved = MOVED.into_iter().find(|(moved, beside, _)| *moved == name && known.contains(beside));
    match (nearest, moved) {
        (Some((0 | 1, field)), _) | (Some((_, field)), None) => format!("; did you mean {field}?"),
        (_, Some((.., place))) => format!("; {place}"),
        (None, None) => String::new(),
    }
}

/// What a text that is no JSON seems to be, or to mean at the place where it stops being JSON, and where.
pub(super) fn not_json(text: &str, at: usize) -> Option<(usize, String)> {
    let start = text.trim_start();
    let after = text.get(at..)?;
    if start.starts_with('<') {
        return Some((0, "this is a web page, not a dataset".to_owned()));
    }
    let first_line = start.lines().next().unwrap_or_default();
    if !start.starts_with(['{', '[', '"', '“', '„', '«']) && first_line.contains([',', ';', '\t']) {
        return Some((
            0,
            "this looks like a table; a dataset is a JSON file, with one object for each claim".to_owned(),
        ));
    }
    if let Some(quote) = after.chars().next().filter(|c| "“”„‟‘’«»".contains(*c)) {
        return Some((at, format!("quotation marks are written \" and not {quote}")));
    }
    number_in_json(text, at)
}

/// What to write instead of a number at whose comma or plus a text stops being JSON, and where it begins.
fn number_in_json(text: &str, at: usize) -> Option<(usize, String)> {
    let (before, after) = (&text[..at], &text[at..]);
    let is_of_number = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let head = before.len() - before.trim_end_matches(is_of_number).len();
    let tail = after.len() - after.trim_start_matches(is_of_number).len();
    let start = at - head;
    // In a list, a comma may stand between two numbers.
    let (list, field) = match before[..start].trim_end().strip_suffix('[') {
        Some(list) => (true, list),
        None => (false, &before[..start]),
    };
    let name = field.trim_end().strip_suffix(':')?.trim_end().strip_suffix('"')?.rsplit('"').next()?;
    let unit = match name {
        "count" => Some(Unit::People),
        name => Quantity::from_name(name)
            .map(Quantity::unit)
            .or_else(|| RateName::from_name(name).map(|name| name.measure().unit())),
    };
    if after.starts_with('+') {
        let figure = Figure::new(unit?, Hedge::AtLeast, parse_entry(&before[start..], ENGLISH, unit?).ok()?).ok()?;
        return Some((at, format!("write {}", written(figure, unit?))));
    }
    let number = text[start..at + tail].trim_end_matches(',');
    let commas = number.matches(',').count();
    if commas == 0 || (list && commas > 1) {
        return None;
    }
    // Ten thousand millions are no number of people, but what a hedge stands before has any unit.
    let read = parse_entry(number, ENGLISH, unit.unwrap_or(Unit::Ratio));
    let unit = unit.unwrap_or(if number.contains('.') { Unit::Ratio } else { Unit::People });
    let instead = match read.map(|number| Figure::new(unit, Hedge::Exact, number)) {
        Ok(Ok(figure)) => format!("; write {}", written(figure, unit)),
        Ok(Err(_)) | Err(EntryError::Ambiguous(_) | EntryError::NotWhole | EntryError::TooLong) => String::new(),
        Err(_) => return None,
    };
    Some((start, format!("a number has no comma in it{instead}")))
}

/// The end of a message about a text that is no date.
pub(super) fn date(value: &Value) -> &'static str {
    let Value::Text(text) = value else { return "" };
    let parts: Vec<_> = text.split(['-', '/', '.']).collect();
    if !(1..=3).contains(&parts.len()) || parts.iter().any(|part| part.parse::<u32>().is_err()) {
        return "";
    }
    let has_two_digits = |part: &&str| part.len() == 2;
    match (&parts[..], parts.get(1).map(|month| month.parse())) {
        ([year, ..], _) if year.len() != 4 => "; the year comes first, with four digits",
        _ if text.contains(['/', '.']) => "; only - stands between year, month and day",
        ([_, rest @ ..], _) if !rest.iter().all(has_two_digits) => "; months and days have two digits",
        (_, Some(Ok(0 | 13..))) => "; there is no such month",
        _ => "; there is no such day",
    }
}

/// How many letters have to be changed, put in, taken out or swapped with their neighbour.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut rows = vec![(0..=other.len()).collect::<Vec<_>>()];
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut least = (rows[i][j] + usize::from(a != b)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

/// The end of a message about a value that is no figure; or, where only a number may stand, no number. What it says to write
/// is always a figure of that unit.
pub(super) fn figure(value: &Value, unit: Unit, may_be_hedged: bool) -> String {
    let Value::Text(text) = value else { return String::new() };
    let text = text.trim();
    if is_not_given(text) {
        return if may_be_hedged { "; leave it out where the source gives none".to_owned() } else { String::new() };
    }
    if let Some(figure) = meant(text, unit) {
        // Nothing is under zero, which may be what stands before it.
        let is_number = figure.hedge() == Hedge::Exact && figure.number().value > 0.0;
        return if may_be_hedged || is_number { format!("; write {}", written(figure, unit)) } else { String::new() };
    }
    if unit == Unit::People && meant(text, Unit::Ratio).is_some_and(|figure| figure.number().is_fraction()) {
        return "; a fraction is a share or a rate: of a claim it stands in stated, under its name".to_owned();
    }
    let is_percent = hedged_text(text, "en").is_some_and(|hedged| hedged.is_percent);
    if unit == Unit::People && is_percent && meant(text, Unit::Percent).is_some() {
        return "; a per cent is a rate: of a claim it stands in stated, under its name".to_owned();
    }
    if may_be_hedged && is_words_alone(text) {
        let words = serde_json::Value::from(text);
        return format!("; write {{\"words\": {words}}}");
    }
    String::new()
}

/// The figure that a text is, with its hedge and nothing else.
fn meant(text: &str, unit: Unit) -> Option<Figure> {
    let hedged = hedged_text(text, "en")?;
    if hedged.is_percent && unit != Unit::Percent {
        return None;
    }
    let hedge = hedged.hedge.unwrap_or_default();
    let number = match Number::parse_fraction(&hedged.rest, unit).filter(|_| !hedged.is_percent) {
        Some(fraction) => Some(fraction),
        None => parse_entry(&hedged.rest, ENGLISH, unit).ok().map(Number::from),
    };
    match number {
        Some(number) => Figure::new(unit, hedge, number).ok(),
        None if hedge == Hedge::Exact => range(&hedged.rest, unit),
        None => None,
    }
}

/// The range that a text is.
fn range(text: &str, unit: Unit) -> Option<Figure> {
    let (low, high) = match (text.strip_prefix("between "), text.strip_prefix("from ")) {
        (Some(ends), _) => ends.split_once(" and ")?,
        (_, Some(ends)) => ends.split_once(" to ")?,
        _ => [" to ", "-", "–", "—"].into_iter().find_map(|mark| text.split_once(mark))?,
    };
    let [low, high] = [low, high].map(|end| parse_entry(end, ENGLISH, unit));
    Figure::between(unit, low.ok()?, high.ok()?).ok()
}

/// A figure as a dataset has it.
fn written(figure: Figure, unit: Unit) -> String {
    let number = figure.number().text(unit);
    let number = if figure.number().is_fraction() { format!("\"{number}\"") } else { number };
    let hedge = figure.hedge().name();
    match figure.hedge() {
        Hedge::Exact => number,
        Hedge::Between => {
            let [low, high] = figure.ends().map(decimal_text);
            format!("{{\"{hedge}\": [{low}, {high}]}}")
        }
        _ => format!("{{\"{hedge}\": {number}}}"),
    }
}

/// Whether a text only says that there is no figure.
fn is_not_given(text: &str) -> bool {
    !text.contains(char::is_alphanumeric) || NOT_GIVEN.contains(&&*text.to_lowercase())
}

/// Whether a text has a number in English words in it.
pub(crate) fn has_number_word(text: &str) -> bool {
    let is_number = |word: &str| NUMBER_WORDS.contains(&&*word.to_lowercase());
    text.split(|c: char| !c.is_alphabetic()).any(is_number)
}

/// Whether a text has neither a number nor part of one in it.
fn is_words_alone(text: &str) -> bool {
    let has_number = text.contains(char::is_numeric) || !read_words(text, "en").is_empty();
    let has_percent = ["%", "per cent", "percent"].iter().any(|way| text.contains(way));
    !has_number && !has_percent && !has_number_word(text)
}
