//! Rows to claims.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::attribution_cell::one_line;
use super::cell::read_cell;
use super::column::{Column, Part, Subject};
use super::figure_cell::read_figure;
use super::heads::Table;
use super::problem::{CellError, Problem, ProblemKind};
use super::settings::Settings;
use super::sheet::Row;
use crate::dataset::CLAIM;
use crate::domain::{Category, Coverage, Date, Hedge};

/// What the rows of a table come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The claims, as they stand in a dataset. What could not be read of a row is left out of its claim; a row without a
    /// source or without any figure has none.
    pub claims: Vec<Value>,
    /// For each claim, the place of its row in [`Table::rows`].
    pub origin: Vec<usize>,
    /// Forces that the rows name and that were not known, in the order in which they come.
    pub forces: Vec<NewForce>,
    /// Everything that is wrong, in the order of rows and columns.
    pub problems: Vec<Problem>,
}

/// A force that a row names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewForce {
    /// Its id, made of its name where that can't be one.
    pub id: String,
    /// Its name, as it stands in the cell.
    pub name: String,
}

/// Reads the rows of a table as claims. `forces` are those that are known, each with its id and its name: a cell may have
/// either. A claim whose row gives no id gets one that is made of its source's name.
///
/// Every problem is found at once: none hides another.
pub fn claims(table: &Table, settings: &Settings, forces: &[(String, String)]) -> Outcome {
    let mut outcome = Outcome::default();
    let mut read: Vec<(usize, Map<String, Value>)> = Vec::new();
    for (index, row) in table.rows.iter().enumerate().filter(|(_, row)| !row.is_blank()) {
        let mut fields = ReadRow::new(table, row, settings);
        let mut claim = fields.claim();
        name_force(&mut claim, fields.names_force_as_in_file, forces, &mut outcome.forces);
        outcome.problems.extend(fields.problems);
        read.push((index, claim));
    }
    give_ids(&mut read);
    check_together(table, &settings.language, &read, &mut outcome.problems);
    for (index, claim) in read {
        if claim.contains_key("source") && gives_figure(&claim) {
            outcome.origin.push(index);
            outcome.claims.push(in_order(claim).into());
        }
    }
    outcome.problems.sort_by_key(|problem| (problem.row, problem.column));
    outcome
}

/// The fields of a claim in the order of a file.
fn in_order(mut claim: Map<String, Value>) -> Map<String, Value> {
    let mut ordered = Map::new();
    for name in CLAIM {
        if let Some(value) = claim.shift_remove(*name) {
            ordered.insert((*name).to_owned(), value);
        }
    }
    ordered.extend(claim);
    ordered
}

fn gives_figure(claim: &Map<String, Value>) -> bool {
    let is_filled = |value: &Value| match value {
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    };
    let figures = ["deployed", "killed", "wounded", "missing", "captured", "casualties", "groups", "stated"];
    figures.iter().any(|name| claim.get(*name).is_some_and(is_filled))
}

/// A row being read, and what is wrong with it.
pub(super) struct ReadRow<'a> {
    table: &'a Table,
    row: &'a Row,
    settings: &'a Settings,
    /// What each column of the table gives, by its place.
    values: Vec<Option<Value>>,
    /// Whether its force stands in the column for the rest: the id itself, whatever is in it.
    names_force_as_in_file: bool,
    pub problems: Vec<Problem>,
}

impl<'a> ReadRow<'a> {
    pub fn new(table: &'a Table, row: &'a Row, settings: &'a Settings) -> Self {
        let mut read =
            Self { table, row, settings, values: Vec::new(), names_force_as_in_file: false, problems: Vec::new() };
        for (index, column) in table.columns.iter().enumerate() {
            let value = read_cell(*column, row.cell(index), settings);
            let value = value.unwrap_or_else(|error| {
                read.fail(index, error);
                None
            });
            read.values.push(value);
        }
        read
    }

    fn fail(&mut self, index: usize, error: impl Into<CellError>) {
        let head = self.table.head(index, &self.settings.language);
        self.problems.push(error.into().at(self.row.number, index, &head, self.row.cell(index)));
    }

    fn fail_row(&mut self, kind: ProblemKind) {
        let (row, cell) = (self.row.number, String::new());
        self.problems.push(Problem { row, column: None, head: String::new(), cell, kind, repairs: Vec::new() });
    }

    /// The claim of the row, without what is made up for it. What another claim would have to be looked at for is not
    /// checked.
    pub fn claim(&mut self) -> Map<String, Value> {
        let mut claim = Map::new();
        let plain = [
            Column::Id,
            Column::Force,
            Column::Attribution,
            Column::Basis,
            Column::AsOf,
            Column::AsOfWords,
            Column::Published,
            Column::DeployedAsOf,
            Column::Denominator,
            Column::Covers,
            Column::Replaces,
            Column::Withdrawn,
            Column::DisputedBy,
            Column::Note,
        ];
        for column in plain {
            match self.one(column) {
                Some((_, Value::Object(both))) if column == Column::AsOf => claim.extend(both),
                Some((_, value)) => drop(claim.insert(column.name(), value)),
                None => {}
            }
        }
        self.source(&mut claim);
        self.period(&mut claim);
        self.figures(&mut claim);
        if let Some((_, Value::Object(rest))) = self.one(Column::Rest) {
            self.names_force_as_in_file = rest.contains_key("force");
            for (name, value) in rest {
                match (claim.get_mut(&name).and_then(Value::as_object_mut), value) {
                    // Only the rates that no cell can hold stand there.
                    (Some(rates), Value::Object(more)) if name == "stated" => rates.extend(more),
                    (_, value) => {
                        claim.insert(name, value);
                    }
                }
            }
        }
        // An error in a cell is told already.
        let has_failed = !self.problems.is_empty();
        if !claim.contains_key("source") && !self.failed_in(Column::Source) {
            self.fail_row(ProblemKind::NoSource);
        }
        if !gives_figure(&claim) && !has_failed {
            self.fail_row(ProblemKind::NoFigure);
        }
        claim
    }

    fn failed_in(&self, column: Column) -> bool {
        let is_it = |index: usize| self.table.columns.get(index) == Some(&column);
        self.problems.iter().filter_map(|problem| problem.column).any(is_it)
    }

    /// What the column of a field gives, and its place. Where there are several columns, only one may give anything.
    fn one(&mut self, column: Column) -> Option<(usize, Value)> {
        let mut found = None;
        for index in 0..self.values.len() {
            if self.table.columns[index] != column {
                continue;
            }
            let Some(value) = self.values[index].take() else { continue };
            match &found {
                None => found = Some((index, value)),
                Some((_, first)) if *first == value => {}
                Some(_) => self.fail(index, ProblemKind::TwoFigures(column)),
            }
        }
        found
    }

    fn source(&mut self, claim: &mut Map<String, Value>) {
        let (name, link) = (self.one(Column::Source), self.one(Column::Link));
        let Some((_, name)) = name else { return };
        let mut source = Map::new();
        source.insert("name".to_owned(), name);
        if let Some((_, link)) = link {
            source.insert("link".to_owned(), link);
        }
        claim.insert("source".to_owned(), source.into());
    }

    fn period(&mut self, claim: &mut Map<String, Value>) {
        let (from, to) = (self.one(Column::PeriodFrom), self.one(Column::PeriodTo));
        let date = |value: &Value| value.as_str().and_then(|text| Date::parse(text).ok());
        match (from, to) {
            (Some((_, from)), Some((index, to))) => {
                if let (Some(first), Some(last)) = (date(&from), date(&to))
                    && last.is_before(first)
                {
                    self.fail(index, ProblemKind::PeriodReversed);
                    return;
                }
                claim.insert("period".to_owned(), json!({"from": from, "to": to}));
            }
            (Some((index, _)), None) if !self.failed_in(Column::PeriodTo) => self.fail(index, ProblemKind::PeriodHalf),
            (None, Some((index, _))) if !self.failed_in(Column::PeriodFrom) => {
                self.fail(index, ProblemKind::PeriodHalf)
            }
            _ => {}
        }
    }

    fn figures(&mut self, claim: &mut Map<String, Value>) {
        let mut subjects = Vec::new();
        for column in &self.table.columns {
            if let Column::Figure(subject) | Column::Part(subject, _) = column
                && !subjects.contains(subject)
            {
                subjects.push(*subject);
            }
        }
        let (mut groups, mut stated) = (Vec::new(), Map::new());
        let mut taken = Coverage::default();
        for subject in subjects {
            let Some((index, figure)) = self.figure(subject) else { continue };
            let covers = match subject {
                Subject::Quantity(quantity) => Category::ALL
                    .into_iter()
                    .find(|category| category.name() == quantity.name())
                    .map_or(Coverage::default(), Coverage::from),
                Subject::Group(covers) => covers,
                Subject::Stated(_) => Coverage::default(),
            };
            if let Some(twice) = taken.intersection(covers).iter().next() {
                let other = Column::from_name(twice.name()).unwrap_or_default();
                self.fail(index, ProblemKind::CountedTwice(other));
                continue;
            }
            taken = taken.union(covers);
            match subject {
                Subject::Quantity(quantity) => {
                    claim.insert(quantity.name().to_owned(), figure);
                }
                Subject::Group(covers) => {
                    let names: Vec<_> = covers.iter().map(Category::name).collect();
                    groups.push(json!({"covers": names, "count": figure}));
                }
                Subject::Stated(rate) => {
                    stated.insert(rate.name().to_owned(), figure);
                }
            }
        }
        if !groups.is_empty() {
            claim.insert("groups".to_owned(), groups.into());
        }
        if !stated.is_empty() {
            claim.insert("stated".to_owned(), stated.into());
        }
    }

    /// The figure of a subject, from its cell or from those of its parts.
    fn figure(&mut self, subject: Subject) -> Option<(usize, Value)> {
        let column = Column::Figure(subject);
        let part = |part| Column::Part(subject, part);
        let mut given = self.one(column);
        if let Some(hedge) = self.one(part(Part::Hedge)) {
            given = self.hedged(given, hedge, subject);
        }
        let [low, best, high] = [Part::Low, Part::Best, Part::High].map(|of| self.one(part(of)));
        if low.is_none() && high.is_none() {
            if let (Some(_), Some((index, _))) = (&given, &best) {
                self.fail(*index, ProblemKind::TwoFigures(column));
                return given;
            }
            return given.or(best);
        }
        let best = match (given, best) {
            (Some(_), Some((index, _))) => {
                self.fail(index, ProblemKind::TwoFigures(column));
                return None;
            }
            (Some((index, Value::Object(_))), None) => {
                self.fail(index, ProblemKind::TwoFigures(part(Part::Low)));
                return None;
            }
            (given, best) => given.or(best),
        };
        match (low, best, high) {
            (Some(low), best, Some(high)) => self.range(low, best, high),
            (Some((index, low)), None, None) if !self.failed_in(part(Part::High)) => {
                Some((index, json!({"at_least": low})))
            }
            (None, None, Some((index, high))) if !self.failed_in(part(Part::Low)) => {
                Some((index, json!({"up_to": high})))
            }
            (Some((index, _)), Some(_), None) if !self.failed_in(part(Part::High)) => {
                self.fail(index, ProblemKind::PartMissing(part(Part::High)));
                None
            }
            (None, Some(_), Some((index, _))) if !self.failed_in(part(Part::Low)) => {
                self.fail(index, ProblemKind::PartMissing(part(Part::Low)));
                None
            }
            _ => None,
        }
    }

    fn range(
        &mut self,
        low: (usize, Value),
        best: Option<(usize, Value)>,
        high: (usize, Value),
    ) -> Option<(usize, Value)> {
        let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
        let ends = [number(&low.1), number(&high.1)];
        if ends[0] > ends[1] {
            self.fail(low.0, ProblemKind::Reversed);
            return None;
        }
        let is_one = ends[0] == ends[1];
        let Some((index, best)) = best else {
            let figure = if is_one { low.1 } else { json!({"between": [low.1, high.1]}) };
            return Some((low.0, figure));
        };
        if !(ends[0]..=ends[1]).contains(&number(&best)) {
            self.fail(index, ProblemKind::Outside);
            return None;
        }
        // Where all three are one, the source gives no range.
        Some((index, if is_one { best } else { json!({"best": best, "between": [low.1, high.1]}) }))
    }

    /// A number with the hedge of another column.
    fn hedged(
        &mut self,
        number: Option<(usize, Value)>,
        hedge: (usize, Value),
        subject: Subject,
    ) -> Option<(usize, Value)> {
        let (at, hedge) = (hedge.0, hedge.1.as_str().unwrap_or_default().to_owned());
        let Some((index, value)) = number else {
            if !self.failed_in(Column::Figure(subject)) {
                self.fail(at, ProblemKind::PartMissing(Column::Figure(subject)));
            }
            return None;
        };
        if value.is_object() {
            self.fail(at, ProblemKind::TwoFigures(Column::Figure(subject)));
            return Some((index, value));
        }
        let plain = hedge.to_lowercase().replace(' ', "_");
        let named = Hedge::from_name(&plain).filter(|hedge| !matches!(hedge, Hedge::Between | Hedge::Best));
        if let Some(named) = named {
            let figure = if named == Hedge::Exact { value } else { json!({named.name(): value}) };
            return Some((index, figure));
        }
        let cell = self.row.cell(index);
        let orders = [[&*hedge, " ", cell].concat(), [cell, " ", &*hedge].concat()];
        let read = orders.iter().find_map(|text| {
            let read = read_figure(text, subject, self.settings).ok()?;
            let hedge = read.as_object()?.keys().next()?;
            (hedge != Hedge::Exact.name()).then_some(read)
        });
        if read.is_none() {
            self.fail(at, ProblemKind::UnknownHedge);
        }
        Some((index, read?))
    }
}

/// Puts the id of its force in the place of what the cell says, unless it is the id as a file has it.
fn name_force(claim: &mut Map<String, Value>, is_id: bool, known: &[(String, String)], new: &mut Vec<NewForce>) {
    let Some(text) = claim.get("force").and_then(Value::as_str).map(str::to_owned) else { return };
    let named = text.trim();
    let by_name = |name: &str| name.to_lowercase() == named.to_lowercase();
    let by_id = known.iter().find(|(id, _)| id == named);
    let found = by_id.or_else(|| known.iter().find(|(_, name)| by_name(name)));
    let is_same = |force: &&NewForce| if is_id { force.name == named } else { by_name(&force.name) };
    let id = match (found, new.iter().find(is_same)) {
        (Some((id, _)), _) => id.clone(),
        (None, Some(force)) => force.id.clone(),
        (None, None) => {
            let is_new = |id: &str| new.iter().any(|force: &NewForce| force.id == id);
            let taken = |id: &str| is_new(id) || known.iter().any(|(other, _)| other == id);
            let id = if is_id { named.to_owned() } else { free(&id_of(named), &taken) };
            new.push(NewForce { id: id.clone(), name: named.to_owned() });
            id
        }
    };
    if !is_id {
        claim.insert("force".to_owned(), id.into());
    }
}

/// The id that a name makes: the name itself, if it can be one.
pub(super) fn id_of(name: &str) -> String {
    let is_id = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !name.is_empty() && name.chars().all(is_id) {
        return name.to_owned();
    }
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
    if id.is_empty() { "row".to_owned() } else { id }
}

/// An id that is not taken.
fn free(id: &str, taken: &dyn Fn(&str) -> bool) -> String {
    // The reader's own inputs are called so.
    let is_free = |id: &str| !taken(id) && id != "scenario";
    if is_free(id) {
        return id.to_owned();
    }
    let numbered = (2_usize..).map(|number| format!("{id}-{number}"));
    numbered.into_iter().find(|id| is_free(id)).unwrap_or_default()
}

/// Gives an id to each claim without one: its source's name, with a number where that is taken.
fn give_ids(read: &mut [(usize, Map<String, Value>)]) {
    let mut taken: HashMap<String, usize> = HashMap::new();
    for (_, claim) in read.iter() {
        if let Some(id) = claim.get("id").and_then(Value::as_str) {
            taken.insert(id.to_owned(), 1);
        }
    }
    for (_, claim) in read {
        if claim.contains_key("id") {
            continue;
        }
        let source = claim.get("source").and_then(|source| source.get("name")).and_then(Value::as_str);
        let base = id_of(&one_line(source.unwrap_or_default())).to_lowercase();
        // So that the thousandth row of a source does not try a thousand numbers.
        let mut number = taken.get(&base).copied().unwrap_or(usize::from(base == "scenario"));
        let id = loop {
            number += 1;
            let id = if number == 1 { base.clone() } else { format!("{base}-{number}") };
            if !taken.contains_key(&id) {
                break id;
            }
        };
        taken.insert(base, number);
        taken.entry(id.clone()).or_insert(1);
        claim.insert("id".to_owned(), id.into());
    }
}

/// The text of a field. Blanks around an id are no part of it.
fn text(claim: &Map<String, Value>, field: &str) -> Option<String> {
    claim.get(field).and_then(Value::as_str).map(|text| text.trim().to_owned())
}

/// Finds what is wrong between rows: ids that are not unique, and claims that others name.
fn check_together(table: &Table, language: &str, read: &[(usize, Map<String, Value>)], problems: &mut Vec<Problem>) {
    let mut by_id: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::new();
    for (at, (index, claim)) in read.iter().enumerate() {
        let Some(id) = text(claim, "id") else { continue };
        match by_id.get(&id) {
            Some(first) => {
                let row = table.rows[read[*first].0].number;
                found.push((*index, Column::Id, ProblemKind::SameId { row }));
            }
            None => {
                by_id.insert(id, at);
            }
        }
    }
    for (index, claim) in read {
        for (field, column) in [("denominator", Column::Denominator), ("replaces", Column::Replaces)] {
            let Some(named) = text(claim, field) else { continue };
            let Some((_, other)) = by_id.get(&named).map(|at| &read[*at]) else {
                found.push((*index, column, ProblemKind::NoSuchClaim));
                continue;
            };
            let gives_deployed = other.get("deployed").is_some_and(|figure| match figure {
                Value::Object(fields) => fields.keys().any(|name| name != "words"),
                _ => true,
            });
            if text(other, "force") != text(claim, "force") {
                found.push((*index, column, ProblemKind::OtherForce));
            } else if column == Column::Denominator && !gives_deployed {
                found.push((*index, column, ProblemKind::NoDeployed));
            } else if column == Column::Replaces && goes_round(claim, &named, read, &by_id) {
                found.push((*index, column, ProblemKind::ReplacesItself));
            }
        }
    }
    for (index, column, kind) in found {
        let row = &table.rows[index];
        // What stands in the column for the rest is in no cell of its own.
        let at = [column, Column::Rest].into_iter().find_map(|column| {
            table.columns.iter().position(|of| *of == column).filter(|at| !row.cell(*at).is_empty())
        });
        let cell = at.map_or("", |at| row.cell(at)).to_owned();
        let head = at.map(|at| table.head(at, language)).unwrap_or_default();
        problems.push(Problem { row: row.number, column: at, head, cell, kind, repairs: Vec::new() });
    }
}

/// Whether a claim that corrects another one is, by way of others, corrected by that.
fn goes_round(
    claim: &Map<String, Value>,
    corrected: &str,
    read: &[(usize, Map<String, Value>)],
    by_id: &HashMap<String, usize>,
) -> bool {
    let own = text(claim, "id");
    let mut next = Some(corrected.to_owned());
    for _ in 0..=read.len() {
        if next.is_none() || next == own {
            return next.is_some();
        }
        next = next.and_then(|id| by_id.get(&id)).and_then(|at| text(&read[*at].1, "replaces"));
    }
    false
}
