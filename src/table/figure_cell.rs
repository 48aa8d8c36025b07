//! Figures in words, read from a cell and written into one.

use serde_json::{Map, Value};

use super::column::Subject;
use super::number_cell::{Read, Token, tokens, written};
use super::problem::{CellError, ProblemKind, Repair, RepairKind};
use super::settings::Settings;
use super::words::{Words, known_language};
use crate::dataset::has_number_word;
use crate::domain::{Category, Coverage, Figure, FigureError, Hedge, Quantity, RateName, Unit};
use crate::i18n::{digit, find_hedge};

/// Marks before a number that hedge it, the longest first.
const MARKS_BEFORE: [(&str, Hedge); 11] = [
    (">=", Hedge::AtLeast),
    ("<=", Hedge::UpTo),
    ("=>", Hedge::AtLeast),
    ("=<", Hedge::UpTo),
    ("≥", Hedge::AtLeast),
    ("≤", Hedge::UpTo),
    (">", Hedge::Over),
    ("<", Hedge::Under),
    ("~", Hedge::About),
    ("≈", Hedge::About),
    ("±", Hedge::About),
];

/// Marks behind a number that hedge it.
const MARKS_BEHIND: [(&str, Hedge); 4] =
    [("+", Hedge::AtLeast), ("~", Hedge::About), ("≈", Hedge::About), ("±", Hedge::About)];

/// What may stand between the ends of a range, besides words.
const DASHES: [&str; 7] = ["-", "–", "—", "−", "‒", "~", "…"];

/// A figure that was read.
#[derive(Clone, Debug)]
struct Found {
    hedge: Hedge,
    /// The number and, of a range, its ends.
    number: Option<Value>,
    range: Option<[Value; 2]>,
    interval: Option<String>,
    /// Whether the cell says more than the figure, so that its words are kept.
    says_more: bool,
}

impl Found {
    fn json(self, words: Option<&str>) -> Value {
        if let (Hedge::Exact, Some(number), None) = (self.hedge, &self.number, words) {
            return number.clone();
        }
        let mut fields = Map::new();
        if let (Some(number), true) = (self.number, self.hedge != Hedge::Between) {
            fields.insert(self.hedge.name().to_owned(), number);
        }
        if let Some(range) = self.range {
            fields.insert(Hedge::Between.name().to_owned(), Value::from(range.to_vec()));
        }
        if let Some(interval) = self.interval {
            fields.insert("interval".to_owned(), interval.into());
        }
        if let Some(words) = words {
            fields.insert("words".to_owned(), words.into());
        }
        fields.into()
    }
}

/// Reads a figure from a cell that gives one: its number with the hedge beside it; the source's words, where they say more
/// than that. Words in quotation marks are the source's own, and stand behind the figure or alone.
pub(super) fn read_figure(cell: &str, subject: Subject, settings: &Settings) -> Result<Value, CellError> {
    let unit = subject.unit();
    let text = without_footnotes(cell);
    if let Some((before, words)) = quoted_words(&text) {
        if before.is_empty() {
            return Ok(serde_json::json!({"words": words}));
        }
        let lower = before.to_lowercase();
        let all = tokens(&lower, unit, settings);
        return found(before, &lower, &all, subject, settings).map(|found| found.json(Some(words)));
    }
    let lower = text.to_lowercase();
    let all = tokens(&lower, unit, settings);
    if all.is_empty() {
        if has_number_word(&text) {
            let repair = Repair { kind: RepairKind::WordsAlone, cell: ["“", &*text, "”"].concat() };
            return Err(CellError { kind: ProblemKind::NotNumber(text), repairs: vec![repair] });
        }
        let has_letters = text.contains(char::is_alphabetic);
        let words = || serde_json::json!({"words": text});
        return if has_letters { Ok(words()) } else { Err(ProblemKind::NotNumber(text.clone()).into()) };
    }
    let found = found(&text, &lower, &all, subject, settings)?;
    let words = found.says_more.then_some(&*text);
    Ok(found.json(words))
}

/// The words in quotation marks at the end of a text, and what stands before them.
fn quoted_words(text: &str) -> Option<(&str, &str)> {
    for (open, close) in [('“', '”'), ('"', '"'), ('«', '»')] {
        let Some(rest) = text.strip_suffix(close) else { continue };
        let at = rest.find(open)?;
        let (before, words) = (rest[..at].trim(), rest[at + open.len_utf8()..].trim());
        return (!words.is_empty()).then_some((before, words));
    }
    None
}

/// A text in one line, without marks of footnotes such as `*`, `†`, `[3]` or `²`.
fn without_footnotes(cell: &str) -> String {
    let mut text = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    loop {
        let before = text.len();
        let end = text.trim_end_matches(|c: char| "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c)).trim_end().len();
        text.truncate(end);
        if let Some((at, note)) =
            text.strip_suffix(']').and_then(|rest| rest.rfind('[').map(|at| (at, &rest[at + 1..])))
            && at > 0
            && is_footnote(note)
        {
            text.truncate(text[..at].trim_end().len());
        }
        if text.len() == before {
            return text;
        }
    }
}

/// Whether what stands in brackets is the mark of a footnote: `3`, `a`, `note 2`.
fn is_footnote(note: &str) -> bool {
    let number = note.trim_start_matches(|c: char| c.is_alphabetic() || c == ' ');
    let letters = note.len() - number.len();
    number.len() <= 3
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && (letters <= 1 || !number.is_empty() && letters <= 12)
}

/// A text with numbers in it, as a figure; `lower` is the same in small letters.
fn found(text: &str, lower: &str, all: &[Token], subject: Subject, settings: &Settings) -> Result<Found, CellError> {
    // Places in the one are places in the other, save where a small letter takes more bytes than the capital.
    let places = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
    let shown = if places(lower) == places(text) { text } else { lower };
    let reader =
        FigureText { lower, shown, subject, unit: subject.unit(), settings, words: Words::of(&settings.language) };
    let read = match reader.with_range_in_brackets(all)? {
        Some(found) => found,
        None => reader.plain(all)?,
    };
    reader.checked(read)
}

struct FigureText<'a> {
    lower: &'a str,
    shown: &'a str,
    subject: Subject,
    unit: Unit,
    settings: &'a Settings,
    words: &'a Words,
}

impl FigureText<'_> {
    /// A best estimate with its range behind it, or a range with what the source calls it: `64,260 (55,298–78,525)`,
    /// `8,000–194,000 (95% CI)`.
    fn with_range_in_brackets(&self, all: &[Token]) -> Result<Option<Found>, CellError> {
        let Some(open) = self.lower.find(['(', '[']).filter(|at| *at > 0) else { return Ok(None) };
        let Some(inner) = self.lower[open + 1..].strip_suffix([')', ']']) else { return Ok(None) };
        let close = open + 1 + inner.len();
        let outside: Vec<_> = all.iter().filter(|token| token.end <= open).cloned().collect();
        let inside: Vec<_> = all.iter().filter(|token| token.start > open).cloned().collect();
        let pair = inside.windows(2).find(|pair| self.is_between(&pair[0], &pair[1]));
        match (&outside[..], pair) {
            ([best], Some([low, high])) => {
                let range = self.range(low, high)?;
                let mut found = self.one(best, open)?;
                found.says_more = found.hedge != Hedge::Exact || found.says_more;
                let before = self.shown[open + 1..low.start].trim_matches([',', ';', ':', ' ']);
                let behind = self.shown[high.end..close].trim_matches([',', ';', ':', ' ']);
                let before =
                    if self.words.range_before.iter().any(|word| *word == before.to_lowercase()) { "" } else { before };
                let interval = self.interval(&[before, behind].join(" "), &dashed_range(self, &range))?;
                Ok(Some(Found { hedge: Hedge::Best, range: Some(range), interval, ..found }))
            }
            ([low, high], None) if self.is_between(low, high) => {
                let mut found = self.whole_range(low, high, open)?;
                let range = found.range.as_ref().map(|range| dashed_range(self, range)).unwrap_or_default();
                found.interval = self.interval(&self.shown[open + 1..close], &range)?;
                Ok(Some(found))
            }
            _ => Ok(None),
        }
    }

    /// One number, or a range.
    fn plain(&self, all: &[Token]) -> Result<Found, CellError> {
        match all {
            [one] => self.one(one, self.lower.len()),
            [low, high] if self.is_between(low, high) => self.whole_range(low, high, self.lower.len()),
            _ => Err(CellError { kind: ProblemKind::SeveralNumbers, repairs: vec![self.words_alone()] }),
        }
    }

    /// Whether nothing but a mark or a word of ranges stands between two numbers.
    fn is_between(&self, low: &Token, high: &Token) -> bool {
        let between = self.lower[low.end..high.start].trim();
        DASHES.contains(&between) || self.words.range_between.iter().any(|word| word == between)
    }

    fn range(&self, low: &Token, high: &Token) -> Result<[Value; 2], CellError> {
        let ends = [self.number(low)?, self.number(high)?];
        let repaired = |range: &str| Repair::read([&self.shown[..low.start], range, &self.shown[high.end..]].concat());
        if ends.iter().any(|end| end.number.is_fraction()) {
            // The ends of a range are in decimals.
            return Err(CellError { kind: ProblemKind::SeveralNumbers, repairs: vec![self.words_alone()] });
        }
        let [from, to] = ends.clone().map(|end| end.number.value);
        let dashed = |low: f64, high: f64| [&*self.written(low), "–", &*self.written(high)].concat();
        if let (None, Some(by)) = (low.multiplier, high.multiplier) {
            let (one, other) = (dashed(from * by, to), self.said_range(from, to));
            let repairs = vec![repaired(&one), repaired(&other)];
            let text = self.shown[low.start..high.end].to_owned();
            return Err(CellError { kind: ProblemKind::Ambiguous { text, one, other }, repairs });
        }
        // "10–12,000" are ten thousand or ten, unless words say that it is a range.
        let is_said = self.words.range_before.iter().any(|word| self.lower[..low.start].trim_end().ends_with(&**word))
            || self.words.range_behind.iter().any(|word| self.lower[high.end..].trim_start().starts_with(&**word));
        if from > 0.0 && from < 1000.0 && to >= 1000.0 && from * 1000.0 <= to && !is_said && low.multiplier.is_none() {
            let (one, other) = (dashed(from * 1000.0, to), self.said_range(from, to));
            let repairs = vec![repaired(&one), repaired(&other)];
            let text = self.shown[low.start..high.end].to_owned();
            return Err(CellError { kind: ProblemKind::Ambiguous { text, one, other }, repairs });
        }
        if from > to {
            return Err(CellError { kind: ProblemKind::Reversed, repairs: vec![repaired(&dashed(to, from))] });
        }
        Ok(ends.map(|end| end.json))
    }

    /// A range as words say it, which can't be taken for another: "from 10 to 12,000".
    fn said_range(&self, low: f64, high: f64) -> String {
        let [low, high] = [low, high].map(|end| self.written(end));
        let Words { range_before, range_between, range_behind, .. } = self.words;
        let word = |words: &Vec<String>| words.first().cloned().unwrap_or_default();
        let parts = [word(range_before), low, word(range_between), high, word(range_behind)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A range and nothing else but words that belong to it.
    fn whole_range(&self, low: &Token, high: &Token, until: usize) -> Result<Found, CellError> {
        let before = self.lower[..low.start].trim();
        let behind = self.lower[high.end..until].trim();
        let range = self.range(low, high)?;
        let belongs = |words: &[String], text: &str| text.is_empty() || words.iter().any(|word| word == text);
        let before = if belongs(&self.words.range_before, before) { "" } else { before };
        let behind = if belongs(&self.words.range_behind, behind) { "" } else { behind };
        let says_more = self.says_more(&[before, behind], &dashed_range(self, &range))?;
        Ok(Found { hedge: Hedge::Between, number: None, range: Some(range), interval: None, says_more })
    }

    /// A number with its hedge, and nothing else but words that say what is counted.
    fn one(&self, token: &Token, until: usize) -> Result<Found, CellError> {
        let number = self.number(token)?;
        let beside = self.beside(token, until);
        let figure = |hedge| self.hedged(hedge, number.number.value, &number.json);
        if let Some(unlike) = beside.unlike {
            return Err(self.unknown(unlike, &figure(beside.hedge)));
        }
        let says_more = self.says_more(&beside.rest, &figure(beside.hedge)).map_err(|mut trouble| {
            if beside.hedge == Hedge::Exact {
                trouble.repairs.insert(1, self.with_words(RepairKind::About, &figure(Hedge::About)));
            }
            trouble
        })?;
        Ok(Found {
            hedge: beside.hedge,
            number: Some(number.json),
            range: None,
            interval: None,
            says_more: says_more || beside.says_more || token.is_words(),
        })
    }

    /// The hedge beside a number, by its mark or in words.
    fn beside(&self, token: &Token, until: usize) -> Beside<'_> {
        let language = known_language(&self.settings.language);
        let before = self.lower[..token.start].trim();
        let behind = self.lower[token.end..until].trim();
        let mark_before = MARKS_BEFORE.into_iter().find(|(mark, _)| before.ends_with(mark));
        let mark_behind = MARKS_BEHIND.into_iter().find(|(mark, _)| behind.starts_with(mark));
        let (mut rest, mut hedge) = ([before, behind, ""], None);
        if let Some((mark, of_mark)) = mark_before {
            (rest[0], hedge) = (&before[..before.len() - mark.len()], Some(of_mark));
        }
        if let Some((mark, of_mark)) = mark_behind {
            rest[1] = &behind[mark.len()..];
            if hedge.is_some_and(|hedge| hedge != of_mark) {
                return Beside { hedge: of_mark, says_more: true, rest, unlike: Some(self.shown) };
            }
            hedge = Some(of_mark);
        }
        if rest.iter().all(|rest| rest.is_empty()) {
            return Beside { hedge: hedge.unwrap_or_default(), says_more: false, rest, unlike: None };
        }
        // A hedge may be written together with the sign of per cents.
        let with_sign = self.lower[token.digits_end..until].trim();
        let joined = find_hedge(rest[0], with_sign, language).filter(|_| token.is_percent && mark_behind.is_none());
        let apart = find_hedge(rest[0], rest[1], language);
        // Of two that are equally long, the last one.
        let in_words = joined.into_iter().chain(apart).max_by_key(|found| found.way.len());
        let Some(found) = in_words else {
            return Beside { hedge: hedge.unwrap_or_default(), says_more: false, rest, unlike: None };
        };
        let [default_before, default_behind] = <[&str; 2]>::from(self.words.hedge(found.hedge));
        let default = if found.is_before { default_before } else { default_behind };
        let is_short = found.way.ends_with('.') || !found.way.contains(char::is_alphabetic);
        let rest = [found.before, found.behind[0], found.behind[1]];
        let another = find_hedge(found.before, found.behind[1], language).filter(|other| other.hedge != found.hedge);
        let of_mark = hedge.filter(|hedge| *hedge != found.hedge);
        Beside {
            hedge: found.hedge,
            // In Korean and Arabic some are listed together with the sign of per cents.
            says_more: found.way.trim_start_matches('%').trim_start() != default && !is_short,
            rest,
            unlike: (another.is_some() || of_mark.is_some()).then_some(self.shown),
        }
    }

    /// Whether words beside a figure say more than what is counted. What is not known may say how exact it is.
    fn says_more(&self, rest: &[&str], figure: &str) -> Result<bool, CellError> {
        let mut says_more = false;
        for text in rest {
            let is_of_word = |c: char| c.is_alphanumeric() || c == '\'' || c == '’';
            for word in text.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty()) {
                if self.words.beside.iter().any(|known| known == word) {
                    says_more = true;
                } else if !self.is_counted(word) {
                    return Err(self.unknown(text.trim_matches([',', ';', ':', ' ', '(', ')']), figure));
                }
            }
            // Any other sign may say something: a minus, a currency, a doubt. Brackets stand around words.
            let is_bracket = |c: char| text.contains(char::is_alphanumeric) && "()[]".contains(c);
            let is_plain =
                |c: char| c.is_alphanumeric() || c.is_whitespace() || ".,;:'’!،؛".contains(c) || is_bracket(c);
            if !text.chars().all(is_plain) {
                return Err(self.unknown(text, figure));
            }
        }
        Ok(says_more)
    }

    /// Whether a word says what the column counts.
    fn is_counted(&self, word: &str) -> bool {
        let is_it = |known: &String| known == word;
        let mut of_subject = counted_by(self.subject).into_iter().filter_map(|name| self.words.counted_as.get(name));
        let joins = matches!(self.subject, Subject::Group(_)) && self.words.and.iter().any(is_it);
        joins || self.words.counted.iter().any(is_it) || of_subject.any(|words| words.iter().any(is_it))
    }

    /// What a source calls its range, if it is that: no other number, and nobody who is counted.
    fn interval(&self, text: &str, figure: &str) -> Result<Option<String>, CellError> {
        let text = text.trim();
        let is_word = |word: &str| self.words.counted_as.values().flatten().any(|known| known == word);
        let counts = text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(is_word);
        let has_number = text.contains(|c| digit(c).is_some()) && !text.contains(['%', '٪', '％']);
        if counts || has_number {
            return Err(self.unknown(text, figure));
        }
        Ok(Some(text.to_owned()).filter(|text| !text.is_empty()))
    }

    fn unknown(&self, text: &str, figure: &str) -> CellError {
        let repairs = vec![self.with_words(RepairKind::Exactly, figure), self.words_alone()];
        CellError { kind: ProblemKind::UnknownWords(text.to_owned()), repairs }
    }

    fn with_words(&self, kind: RepairKind, figure: &str) -> Repair {
        Repair { kind, cell: [figure, " “", self.shown, "”"].concat() }
    }

    fn words_alone(&self) -> Repair {
        Repair { kind: RepairKind::WordsAlone, cell: ["“", self.shown, "”"].concat() }
    }

    fn number(&self, token: &Token) -> Result<Read, CellError> {
        if token.is_percent && self.unit != Unit::Percent && !token.is_words() {
            return Err(ProblemKind::PercentOfPeople.into());
        }
        let read = token.number(self.shown, self.unit, self.settings)?;
        let value = read.number.value;
        // Spreadsheets keep 36% as 0.36. Of a pace, so little is usual.
        let may_be_part = self.unit == Unit::Percent && !token.is_percent && read.json.is_number();
        let is_pace = self.subject == Subject::Stated(RateName::PerDayRate);
        if may_be_part && value > 0.0 && value <= 1.0 && !is_pace {
            let [one, other] = [value * 100.0, value].map(|value| self.written((value * 1e6).round() / 1e6) + "%");
            let cell = |text: &str| [&self.shown[..token.start], text, &self.shown[token.end..]].concat();
            let repairs = vec![Repair::read(cell(&one)), Repair::read(cell(&other))];
            let text = self.shown[token.start..token.end].to_owned();
            return Err(CellError { kind: ProblemKind::Ambiguous { text, one, other }, repairs });
        }
        Ok(read)
    }

    fn written(&self, number: f64) -> String {
        written(number, self.settings)
    }

    fn hedged(&self, hedge: Hedge, number: f64, json: &Value) -> String {
        let number = json.as_str().map_or_else(|| self.written(number), str::to_owned);
        in_words(hedge, &number, self.words)
    }

    /// Whether the unit allows the numbers, and they are in order.
    fn checked(&self, found: Found) -> Result<Found, CellError> {
        let number = |value: &Value| match value.as_str() {
            Some(fraction) => crate::domain::Number::parse_fraction(fraction, self.unit),
            None => value.as_f64().map(crate::domain::Number::from),
        };
        let range = found.range.as_ref().map(|range| {
            let [low, high] = [0, 1].map(|end| range[end].as_f64().unwrap_or(f64::NAN));
            Figure::between(self.unit, low, high)
        });
        let figure = match (range, found.number.as_ref().and_then(number)) {
            (Some(range), Some(best)) => {
                range.and_then(|range| Figure::best(self.unit, best.in_decimals().value, range))
            }
            (Some(range), None) => range,
            (None, Some(number)) => Figure::new(self.unit, found.hedge, number),
            (None, None) => return Err(ProblemKind::NotNumber(self.shown.to_owned()).into()),
        };
        match figure {
            Ok(_) => Ok(found),
            Err(FigureError::OutOfRange(Unit::People)) if has_decimals(&found) => {
                Err(ProblemKind::NotWhole(self.shown.to_owned()).into())
            }
            Err(FigureError::OutOfRange(_)) => Err(ProblemKind::OutOfRange(self.shown.to_owned()).into()),
            Err(FigureError::Reversed) => Err(ProblemKind::Reversed.into()),
            Err(FigureError::Outside) => Err(ProblemKind::Outside.into()),
            Err(FigureError::UnderZero) => Err(ProblemKind::UnderZero.into()),
        }
    }
}

/// What the words beside a figure may say that it counts, by the names in `counted_as`.
fn counted_by(subject: Subject) -> Vec<&'static str> {
    let all_of = |covers: Coverage| covers.iter().map(Category::name).collect();
    match subject {
        Subject::Quantity(Quantity::Category(category)) => vec![category.name()],
        Subject::Quantity(Quantity::Casualties) => vec!["casualties"],
        Subject::Quantity(_) => Vec::new(),
        Subject::Group(covers) => all_of(covers),
        Subject::Stated(rate) => match rate {
            RateName::KilledRate => vec!["killed"],
            RateName::WoundedRate => vec!["wounded"],
            RateName::MissingRate => vec!["missing"],
            RateName::CapturedRate => vec!["captured"],
            RateName::KilledShare => vec!["killed", "casualties"],
            RateName::WoundedPerKilled => vec!["wounded", "killed"],
            RateName::Irrecoverable | RateName::IrrecoverableRate => vec!["killed", "missing", "captured"],
            RateName::PerDay | RateName::PerDayRate => vec!["casualties", "per_day"],
            _ => vec!["casualties"],
        },
    }
}

/// What stands beside a number.
struct Beside<'a> {
    hedge: Hedge,
    /// Whether the hedge is written in other words than the calculator would write it.
    says_more: bool,
    /// What else stands there.
    rest: [&'a str; 3],
    /// Where there are two hedges that say different things.
    unlike: Option<&'a str>,
}

fn has_decimals(found: &Found) -> bool {
    let ends = found.range.iter().flatten();
    found.number.iter().chain(ends).any(|number| number.as_f64().is_some_and(|number| number.fract() != 0.0))
}

fn in_words(hedge: Hedge, number: &str, words: &Words) -> String {
    let (before, behind) = words.hedge(hedge);
    [before, number, behind].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn dashed_range(text: &FigureText, range: &[Value; 2]) -> String {
    let [low, high] = [0, 1].map(|end| text.written(range[end].as_f64().unwrap_or_default()));
    [&*low, "–", &*high].concat()
}

/// Writes a figure as a person would, if it is read back the same.
pub(super) fn figure_text(figure: &Value, subject: Subject, settings: &Settings) -> Option<String> {
    let unit = subject.unit();
    let is_it = |text: &String| read_figure(text, subject, settings).is_ok_and(|read| read == *figure);
    if let Some(words) = figure.get("words").and_then(Value::as_str) {
        let mut without_words = figure.as_object()?.clone();
        without_words.shift_remove("words");
        let number = plain_figure_text(&without_words.into(), unit, settings).unwrap_or_default();
        let quoted = [&*number, if number.is_empty() { "" } else { " " }, "“", words, "”"].concat();
        return [words.to_owned(), quoted].into_iter().find(is_it);
    }
    plain_figure_text(figure, unit, settings).filter(is_it)
}

/// A figure without words beside it.
fn plain_figure_text(figure: &Value, unit: Unit, settings: &Settings) -> Option<String> {
    let words = Words::of(&settings.language);
    let sign = if unit == Unit::Percent { "%" } else { "" };
    let number = |value: &Value| match value {
        Value::String(fraction) => Some(fraction.clone()),
        other => other.as_f64().map(|number| written(number, settings) + sign),
    };
    let Some(fields) = figure.as_object() else { return number(figure) };
    let interval = fields.get("interval").and_then(Value::as_str);
    if let Some(range) = fields.get(Hedge::Between.name()).and_then(Value::as_array) {
        let [low, high] = &range[..] else { return None };
        let range = [&*number(low)?, "–", &*number(high)?].concat();
        return Some(match (fields.get(Hedge::Best.name()), interval) {
            (Some(best), Some(interval)) => format!("{} ({range}, {interval})", number(best)?),
            (Some(best), None) => format!("{} ({range})", number(best)?),
            (None, Some(interval)) => format!("{range} ({interval})"),
            (None, None) => range,
        });
    }
    let (name, value) = fields.iter().next()?;
    Some(in_words(Hedge::from_name(name)?, &number(value)?, words))
}
