//! Which row of a sheet has the heads, and which field each column is for.

use std::collections::{BTreeMap, HashMap};
use std::iter;
use std::sync::LazyLock;

use super::column::{Column, Part, Subject};
use super::sheet::{Row, Sheet};
use super::words::Words;
use crate::domain::{Category, Coverage, Quantity, RateName};

/// How many rows are looked at for heads: titles and remarks may stand above them.
const MAX_HEAD_ROW: usize = 30;
/// A head has no more words than this; a text with more is a note or a title.
const MAX_WORDS: usize = 10;

/// A sheet whose columns have been given fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What stands above the heads, a text a cell.
    pub titles: Vec<String>,
    /// The sheet's own number of the row with the heads; of the lower one where there are two. None where no row has any.
    pub head_row: Option<usize>,
    /// The heads, as they stand in the sheet.
    pub heads: Vec<String>,
    /// The field that each column is for.
    pub columns: Vec<Column>,
    /// The rows below the heads.
    pub rows: Vec<Row>,
}

/// Words by which a head says what its column leaves out, in all languages.
const LEAVES_OUT: [&str; 10] =
    ["not", "without", "except", "excl", "excluding", "крім", "окрім", "кроме", "제외", "باستثناء"];

impl Table {
    /// What a column is called: its head in the sheet or, without one, its label in a language.
    pub fn head(&self, column: usize, language: &str) -> String {
        let head = self.heads.get(column).map_or("", |head| head.trim());
        let of_field = || self.columns.get(column).copied().unwrap_or_default().label(language);
        // Our own heads are names for programs.
        if head.is_empty() || Column::from_name(head).is_some() { of_field() } else { head.to_owned() }
    }

    /// The table as a sheet, its heads in the first row.
    pub fn sheet(&self) -> Sheet {
        let mut rows = vec![Row { number: 1, cells: self.heads.clone() }];
        rows.extend(self.rows.iter().cloned());
        Sheet { rows }
    }
}

/// Finds the row of heads in a sheet, and the field that each column is for. Heads that were assigned by hand before are in
/// `remembered`, each with the name of its column.
pub fn recognise(sheet: &Sheet, remembered: &BTreeMap<String, String>) -> Table {
    let mut best: Option<(usize, Heads)> = None;
    for at in 0..sheet.rows.len().min(MAX_HEAD_ROW) {
        let heads = Heads::at(sheet, at, remembered);
        let is_better = best.as_ref().is_none_or(|(_, best)| heads.score > best.score);
        if heads.score > 0 && is_better {
            best = Some((at, heads));
        }
    }
    match best {
        Some((at, heads)) => heads.table(sheet, at),
        None => {
            let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
            Table {
                columns: vec![Column::Ignored; width],
                heads: vec![String::new(); width],
                rows: sheet.rows.clone(),
                ..Table::default()
            }
        }
    }
}

/// The same with the heads in a row that was chosen by hand, by the sheet's own number.
pub fn with_heads_in(sheet: &Sheet, number: usize, remembered: &BTreeMap<String, String>) -> Table {
    match sheet.rows.iter().position(|row| row.number == number) {
        Some(at) => Heads::at(sheet, at, remembered).table(sheet, at),
        None => recognise(sheet, remembered),
    }
}

/// A row, or two, taken for heads.
struct Heads {
    texts: Vec<String>,
    columns: Vec<Column>,
    /// How many rows they take.
    rows: usize,
    /// How sure it is that they are heads.
    score: usize,
}

/// What one head says.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Meaning {
    Column(Column),
    /// A part of a figure that it does not name.
    Part(Part),
}

impl Heads {
    fn at(sheet: &Sheet, at: usize, remembered: &BTreeMap<String, String>) -> Self {
        let row = &sheet.rows[at];
        let width = sheet.rows[at..].iter().map(|row| row.cells.len()).max().unwrap_or(0);
        // Where every head is the name of a column, as in our own tables, none is spread over two rows.
        let is_ours = row.cells.iter().all(|cell| Column::from_name(cell.trim()).is_some());
        let below = sheet.rows.get(at + 1).filter(|below| !is_ours && has_only_parts(below));
        let above = at.checked_sub(1).map(|above| &sheet.rows[above]);
        let mut texts = Vec::new();
        let mut found = Vec::new();
        let (mut carried, mut carried_above) = (String::new(), String::new());
        for index in 0..width {
            let own = row.cell(index);
            let lower = below.map_or("", |below| below.cell(index));
            if !own.is_empty() {
                carried = own.to_owned();
            }
            if let Some(text) = above.map(|above| above.cell(index)).filter(|text| !text.is_empty()) {
                carried_above = text.to_owned();
            }
            // A merged head stands in the first of its columns.
            let text =
                if lower.is_empty() { own.to_owned() } else { [&*carried, " ", lower].concat().trim().to_owned() };
            let known = remembered.get(&text).and_then(|name| Column::from_name(name)).map(Meaning::Column);
            let (mut meaning, mut weight) = known.map_or_else(|| meaning(&text), |known| (Some(known), 3));
            if let (Some(Meaning::Part(part)), None) = (meaning, below) {
                let subject =
                    subject_of(&carried_above).unwrap_or(Subject::Quantity(Quantity::Category(Category::Killed)));
                (meaning, weight) = (Some(Meaning::Column(Column::Part(subject, part))), weight.max(1));
            }
            texts.push(text);
            found.push((meaning, weight));
        }
        let mut heads = Self { texts, columns: Vec::new(), rows: 1 + usize::from(below.is_some()), score: 0 };
        heads.assign(&found);
        heads
    }

    /// Gives each field to one column: the head that names it best, else the first.
    fn assign(&mut self, found: &[(Option<Meaning>, usize)]) {
        let column = |meaning: Option<Meaning>| match meaning {
            Some(Meaning::Column(column)) => column,
            Some(Meaning::Part(part)) => Column::Part(Subject::Quantity(Quantity::Category(Category::Killed)), part),
            None => Column::Ignored,
        };
        let all: Vec<_> = found.iter().map(|(meaning, weight)| (column(*meaning), *weight)).collect();
        for (index, (column, weight)) in all.iter().enumerate() {
            let is_taken = all.iter().enumerate().any(|(other, (of, other_weight))| {
                of == column && other != index && (other_weight > weight || (other_weight == weight && other < index))
            });
            // Beside the ends of a range, what only mentions the figure is something else.
            let has_parts = matches!(column, Column::Figure(subject)
                if *weight < 2 && all.iter().any(|(of, _)| matches!(of, Column::Part(part_of, Part::Low | Part::High) if part_of == subject)));
            let is_assigned = *column != Column::Ignored && !is_taken && !has_parts;
            self.columns.push(if is_assigned { *column } else { Column::Ignored });
            self.score += if is_assigned { *weight } else { 0 };
        }
    }

    fn table(self, sheet: &Sheet, at: usize) -> Table {
        let last = at + self.rows - 1;
        let titles = sheet.rows[..at].iter().flat_map(|row| &row.cells).map(|cell| cell.trim().to_owned());
        Table {
            titles: titles.filter(|title| !title.is_empty()).collect(),
            head_row: Some(sheet.rows[last].number),
            heads: self.texts,
            columns: self.columns,
            rows: sheet.rows[last + 1..].to_vec(),
        }
    }
}

/// Whether a row names nothing but parts of figures, two at least: the lower one of two rows of heads.
fn has_only_parts(row: &Row) -> bool {
    let cells: Vec<_> = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    cells.len() > 1 && cells.iter().all(|cell| matches!(meaning(cell), (Some(Meaning::Part(_)), _)))
}

/// What a merged head above others is about.
fn subject_of(text: &str) -> Option<Subject> {
    match meaning(text) {
        (Some(Meaning::Column(Column::Figure(subject))), _) => Some(subject),
        _ => None,
    }
}

/// What a head means, and how sure that is: 2 where it is a known head, 1 where it has one in it.
fn meaning(text: &str) -> (Option<Meaning>, usize) {
    let text = text.trim();
    if let Some(column) = Column::from_name(text) {
        return (Some(Meaning::Column(column)), 2);
    }
    let plain = plain(text);
    let words = plain.split(' ').count();
    // What a head says is not counted would be taken for what is.
    let leaves_out = plain.split(' ').any(|word| LEAVES_OUT.contains(&word));
    if plain.is_empty() || words > MAX_WORDS || leaves_out {
        return (None, 0);
    }
    let starts: Vec<_> = iter::once(0).chain(plain.match_indices(' ').map(|(at, _)| at + 1)).collect();
    let ends: Vec<_> = plain.match_indices(' ').map(|(at, _)| at).chain([plain.len()]).collect();
    let mut found = Vec::new();
    for (first, start) in starts.iter().enumerate() {
        for end in &ends[first..] {
            for name in WAYS.get(&plain[*start..*end]).into_iter().flatten() {
                found.push((*start, end - start, *name));
            }
        }
    }
    let whole = found.iter().any(|(_, length, _)| *length == plain.len());
    // What lies within a longer one is not meant: "killed" in "killed in action".
    let within = |(at, length, _): &(usize, usize, &str)| {
        found.iter().any(|(other, longer, _)| longer > length && other <= at && other + longer >= at + length)
    };
    let mut names: Vec<_> = found.iter().filter(|hit| !within(hit)).copied().collect();
    names.sort_by_key(|(at, length, _)| (std::cmp::Reverse(*length), *at));
    let meaning = joined(&names.iter().map(|(_, _, name)| *name).collect::<Vec<_>>(), text);
    (meaning, if meaning.is_none() { 0 } else { 1 + usize::from(whole) })
}

/// What the names in a head mean together, the longest first.
fn joined(names: &[&str], text: &str) -> Option<Meaning> {
    let part = Part::ALL.into_iter().find(|part| names.contains(&part.name()));
    let mut covers = Coverage::default();
    for category in Category::ALL {
        if names.contains(&category.name()) {
            covers = covers.union(category.into());
        }
    }
    let quantity = names.iter().find_map(|name| Quantity::from_name(name));
    // "Total dead" are the dead: a category says more than the word for a total or for a force.
    let subject = match (covers.len(), covers.iter().next()) {
        (1, Some(category)) => Some(Subject::Quantity(Quantity::Category(category))),
        (0, _) => quantity.map(Subject::Quantity),
        _ => Some(Subject::Group(covers)),
    };
    // A pace has a column for all casualties only.
    if covers != Coverage::default() && names.contains(&RateName::PerDay.name()) {
        return None;
    }
    let other = names.iter().copied().find_map(Column::from_name);
    match (part, subject) {
        (Some(part), Some(subject)) => Some(Meaning::Column(Column::Part(subject, part))),
        (Some(part), None) if other.is_none() => Some(Meaning::Part(part)),
        (_, Some(Subject::Quantity(quantity))) if text.contains('%') && names.len() == 1 => {
            let rate = match Category::ALL.into_iter().find(|category| category.name() == quantity.name()) {
                Some(category) => RateName::from_category(category),
                None => RateName::CasualtyRate,
            };
            Some(Meaning::Column(Column::Figure(Subject::Stated(rate))))
        }
        (_, Some(subject)) if matches!(other, None | Some(Column::Figure(Subject::Quantity(_)))) => {
            Some(Meaning::Column(Column::Figure(subject)))
        }
        _ => other.map(Meaning::Column),
    }
}

/// A head in small letters, with single spaces and without marks.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace(['’', 'ʼ'], "'");
    let words =
        lower.split(|c: char| !c.is_alphanumeric() && c != '\'' && !is_accent(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Marks over Arabic letters are part of a word.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{301}')
}

/// The ways to write heads in all languages, each with the names of its columns.
static WAYS: LazyLock<HashMap<String, Vec<&str>>> = LazyLock::new(|| {
    let mut ways: HashMap<_, Vec<&str>> = HashMap::new();
    for (name, column) in Words::all().flat_map(|words| &words.columns) {
        for way in column.heads.iter().chain([&column.label]) {
            ways.entry(plain(way)).or_default().push(name);
        }
    }
    ways
});
