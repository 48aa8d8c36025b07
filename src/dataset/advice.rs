//! What to write instead, where it is clear what was meant. Only the command says it: readers can't change the file.

use super::node::Value;
use crate::domain::{Hedge, HedgedNumber, Number, Unit, decimal_text};
use crate::i18n::read_words;

/// Names that are written in another place, or were in format 1.
const MOVED: [(&str, &str); 8] = [
    ("side", "it belongs to a name in attribution[]"),
    ("kind", "it belongs to a name in attribution[]"),
    ("killed_share", "write \"stated\": {\"killed_share\": …}"),
    ("rate", "write \"stated\": {\"casualty_rate\": …}"),
    ("deployment", "it is one of forces[] now"),
    ("link", "it belongs to source"),
    ("url", "write \"source\": {\"name\": …, \"link\": …}"),
    ("date", "write as_of, the date that the figures are for, or published"),
];

/// The end of a message about a field that is not known.
pub(super) fn field(name: &str, known: &[&str]) -> String {
    let plain = |text: &str| text.to_lowercase().replace(['-', ' ', '_'], "");
    let nearly = known.iter().copied().map(|field| (distance(&plain(field), &plain(name)), field));
    let nearest = nearly.min_by_key(|(distance, _)| *distance);
    let nearest = nearest
        .filter(|(distance, field)| *distance == 0 || (*distance <= field.len() / 4 + 1 && name.chars().count() >= 3));
    let moved = MOVED.into_iter().find(|(moved, _)| *moved == name && !known.contains(moved));
    match (nearest, moved) {
        (Some((0 | 1, field)), _) | (Some((_, field)), None) => format!("; did you mean {field}?"),
        (_, Some((_, place))) => format!("; {place}"),
        (None, None) => String::new(),
    }
}

/// What a text that is no JSON seems to be, or to mean at the place where it stops being JSON, and where.
pub(super) fn not_json(text: &str, at: usize) -> Option<(usize, String)> {
    let start = text.trim_start();
    let (before, after) = (text.get(..at)?.trim_end(), text.get(at..)?);
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
    // A number with a comma in it: the comma ends the number, and what follows is no field.
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
    let head = before.strip_suffix(',').unwrap_or(before);
    let lead = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if before.len() > head.len() && (1..=3).contains(&lead) && digits(after) == 3 {
        let number = [&head[head.len() - lead..], &after[..3]].concat();
        return Some((head.len() - lead, format!("a number has no comma in it; write {number}")));
    }
    if after.starts_with('+') && lead > 0 {
        return Some((at, format!("write {{\"at_least\": {}}}", &head[head.len() - lead..])));
    }
    None
}

/// The end of a message about a text that is no date.
pub(super) fn date(value: &Value) -> &'static str {
    let Value::Text(text) = value else { return "" };
    let parts: Vec<_> = text.split('-').map(str::parse::<u32>).collect();
    match parts[..] {
        [Ok(_), Ok(month), ..] if !(1..=12).contains(&month) => "; there is no such month",
        [Ok(_), Ok(_), Ok(_)] if text.len() == 10 => "; there is no such day",
        _ => "",
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

/// The end of a message about a value that is no figure; or, where it stands for a number inside of one, no number.
pub(super) fn figure(value: &Value, unit: Unit, is_whole: bool) -> String {
    let Value::Text(text) = value else { return String::new() };
    if text.trim().starts_with(['-', '−']) {
        // Nobody can tell what is meant.
        return String::new();
    }
    let numbers = read_words(text, "en");
    let text = text.trim();
    let is_percent = text.ends_with('%') || text.ends_with("per cent") || text.ends_with("percent");
    if is_percent && unit == Unit::People {
        return "; a per cent is a stated rate: write it in stated".to_owned();
    }
    if text.split('/').count() == 2 && Number::parse_fraction(text, Unit::Ratio).is_some() {
        return "; a fraction is a share or a rate: write it in stated".to_owned();
    }
    let part = |number: &HedgedNumber| fraction_text(number.number).unwrap_or_default();
    if let ([one], true) = (&numbers[..], unit.allows_fractions())
        && one.is_part
    {
        return match one.hedge {
            Some(hedge) => format!("; write {{\"{}\": \"{}\"}}", hedge.name(), part(one)),
            None => format!("; write \"{}\"", part(one)),
        };
    }
    let written = |number: f64| decimal_text(number);
    if !is_whole {
        return match &numbers[..] {
            [one] if one.hedge.is_none() && reads_as_number(text, unit) => format!("; write {}", written(one.number)),
            _ => String::new(),
        };
    }
    let hedged = |hedge: Hedge, number: f64| format!("{{\"{}\": {}}}", hedge.name(), written(number));
    let instead = match &numbers[..] {
        // Half of something is no number of people.
        [one, ..] if one.is_part => return String::new(),
        [one] if text.ends_with('+') => hedged(Hedge::AtLeast, one.number),
        [one] if text.starts_with(['~', '≈']) => hedged(Hedge::About, one.number),
        // People are counted whole.
        [one] if unit == Unit::People && one.number.fract() != 0.0 => return String::new(),
        [one] if text.starts_with('≥') => hedged(Hedge::AtLeast, one.number),
        [one] if text.starts_with('≤') => hedged(Hedge::UpTo, one.number),
        [one] if text.starts_with(['>', '<']) => {
            let includes = text[1..].starts_with('=');
            let hedge = match (text.starts_with('>'), includes) {
                (true, false) => Hedge::Over,
                (true, true) => Hedge::AtLeast,
                (false, false) => Hedge::Under,
                (false, true) => Hedge::UpTo,
            };
            hedged(hedge, one.number)
        }
        [one] => match one.hedge {
            Some(hedge) => hedged(hedge, one.number),
            None if reads_as_number(text, unit) => written(one.number),
            None => return String::new(),
        },
        [low, high] if low.number <= high.number && low.hedge.is_none() && reads_as_range(text) => {
            format!("{{\"between\": [{}, {}]}}", written(low.number), written(high.number))
        }
        [] if !text.is_empty() => format!("{{\"words\": \"{}\"}}", text.replace('"', "\\\"")),
        _ => return String::new(),
    };
    format!("; write {instead}")
}

/// Whether there is nothing but words around the number of a text, and the sign of per cents.
fn reads_as_number(text: &str, unit: Unit) -> bool {
    let is_of_number = |c: char| c.is_alphanumeric() || c.is_whitespace() || ",.'’".contains(c);
    text.chars().all(|c| is_of_number(c) || (c == '%' && unit == Unit::Percent)) && !text.starts_with('%')
}

/// Whether there is nothing but words and marks of a range around the numbers of a text.
fn reads_as_range(text: &str) -> bool {
    let rest: String = text.chars().filter(|c| !c.is_numeric() && !c.is_whitespace() && !",.'".contains(*c)).collect();
    ["-", "–", "—", "to", "fromto", "betweenand"].contains(&&*rest.to_lowercase())
}

/// A part of one as the fraction that words stand for.
fn fraction_text(part: f64) -> Option<String> {
    let is_it = |denominator: &i32| {
        let numerator = part * f64::from(*denominator);
        (numerator - numerator.round()).abs() < 1e-9
    };
    let denominator = (2..=20).find(is_it)?;
    Some(format!("{}/{denominator}", (part * f64::from(denominator)).round()))
}
