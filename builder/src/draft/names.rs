//! Who is named in the table: each outlet and each originator once, however many rows name them.

use std::collections::HashMap;
use std::rc::Rc;

use casualty_calculator::table::{Column, Settings, of_claims, read_cell};
use serde_json::{Value, json};

use super::table::Draft;

/// What somebody is named as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// The outlet where a report stands.
    Source,
    /// Who said it, or passed it on.
    Party,
    /// The people whose losses are counted.
    Force,
}

impl NameKind {
    fn column(self) -> Column {
        match self {
            Self::Source => Column::Source,
            Self::Party => Column::Attribution,
            Self::Force => Column::Force,
        }
    }
}

/// A name, and how many rows it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub name: String,
    /// How many rows.
    pub rows: usize,
}

/// The names of a kind, in the order in which they first come.
pub fn names(draft: &Draft, kind: NameKind) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut places = HashMap::new();
    let Some(column) = draft.column(&kind.column()) else { return names };
    for row in 0..draft.rows.len() {
        for name in names_in(draft.cell(row, column), kind, draft) {
            let place = *places.entry(name).or_insert_with_key(|name| {
                names.push(Name { name: name.clone(), rows: 0 });
                names.len() - 1
            });
            names[place].rows += 1;
        }
    }
    names
}

fn names_in(cell: &str, kind: NameKind, draft: &Draft) -> Vec<String> {
    if kind != NameKind::Party {
        let name = cell.trim();
        return if name.is_empty() { Vec::new() } else { vec![name.to_owned()] };
    }
    let mut found = Vec::new();
    for party in chain(cell, draft).iter_mut().flat_map(parties) {
        if let Some(name) = party["name"].as_str().filter(|name| !found.iter().any(|known| known == name)) {
            found.push(name.to_owned());
        }
    }
    found
}

/// The chain of those who said it, as datasets have it; empty where the cell can't be read.
fn chain(cell: &str, draft: &Draft) -> Vec<Value> {
    let settings = Settings::of(draft.story.language());
    match read_cell(Column::Attribution, cell, &settings) {
        Ok(Some(Value::Array(chain))) => chain,
        _ => Vec::new(),
    }
}

/// Those in a link of the chain: one, or several who speak together.
fn parties(link: &mut Value) -> Vec<&mut Value> {
    match link {
        Value::Array(several) => several.iter_mut().collect(),
        one => vec![one],
    }
}

/// The draft with another name in place of one, wherever that stands.
pub fn renamed(draft: &Draft, kind: NameKind, from: &str, to: &str) -> Draft {
    let mut next = draft.clone();
    if kind == NameKind::Force {
        for force in &mut Rc::make_mut(&mut next.story).forces {
            if force.name == from {
                to.clone_into(&mut force.name);
            }
        }
    }
    let Some(column) = draft.column(&kind.column()) else { return next };
    for row in 0..draft.rows.len() {
        let cell = draft.cell(row, column);
        if !names_in(cell, kind, draft).iter().any(|name| name == from.trim()) {
            continue;
        }
        let text = if kind == NameKind::Party { renamed_chain(cell, draft, from, to) } else { to.to_owned() };
        next.set(row, column, text);
    }
    next
}

fn renamed_chain(cell: &str, draft: &Draft, from: &str, to: &str) -> String {
    let mut chain = chain(cell, draft);
    for party in chain.iter_mut().flat_map(parties).filter(|party| party["name"] == from) {
        party["name"] = to.into();
    }
    // Written as the export writes it.
    let claim = json!({"id": "a", "source": {"name": "a"}, "attribution": chain});
    let table = of_claims(&json!({"claims": [claim]}), &Settings::of(draft.story.language()));
    let place = table.columns.iter().position(|column| *column == Column::Attribution);
    place.and_then(|place| table.rows.first()?.cells.get(place).cloned()).unwrap_or_else(|| cell.to_owned())
}
