//! Texts that are opened: a dataset, or a table.

use std::collections::BTreeMap;

use casualty_calculator::table::{Column, Settings, Sheet, Table, of_claims, recognise};
use serde_json::{Map, Value};

use crate::draft::{Draft, ForceDraft, NoteDraft, StoryDraft};
use crate::judged::scenario_text;

/// What a text is.
#[derive(Debug, PartialEq)]
pub enum Opened {
    /// A dataset.
    Dataset(Box<Draft>),
    /// A table, of which it is still to be said where it goes.
    Table(Table),
}

/// Why a text can't be opened.
#[derive(Debug, PartialEq, Eq)]
pub enum CannotOpen {
    /// It begins as JSON does and is none, as the reader of JSON says.
    NotJson(String),
    /// It is JSON but no dataset of this format.
    NotDataset,
    /// There is nothing in it.
    Empty,
}

/// Reads a text. The heads of tables that were assigned by hand before are given.
///
/// # Errors
/// Where there is neither a dataset nor a table in it.
pub fn opened(text: &str, remembered: &BTreeMap<String, String>) -> Result<Opened, CannotOpen> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with(['{', '[']) {
        let value = serde_json::from_str(text).map_err(|error| CannotOpen::NotJson(error.to_string()))?;
        return draft_of(&value).map(|draft| Opened::Dataset(Box::new(draft))).ok_or(CannotOpen::NotDataset);
    }
    table_in(&Sheet::from_text(text), remembered)
}

/// Reads cells that were pasted.
///
/// # Errors
/// Where all of them are empty.
pub fn table_of(rows: Vec<Vec<String>>, remembered: &BTreeMap<String, String>) -> Result<Opened, CannotOpen> {
    table_in(&Sheet::from_cells(rows), remembered)
}

fn table_in(sheet: &Sheet, remembered: &BTreeMap<String, String>) -> Result<Opened, CannotOpen> {
    if sheet.rows.is_empty() {
        return Err(CannotOpen::Empty);
    }
    let mut table = recognise(sheet, remembered);
    // Spreadsheets give columns that nobody filled.
    for column in (0..table.columns.len()).rev() {
        let is_headless = table.heads.get(column).is_none_or(|head| head.trim().is_empty());
        if is_headless && table.rows.iter().all(|row| row.cell(column).is_empty()) {
            table.columns.remove(column);
            for cells in table.rows.iter_mut().map(|row| &mut row.cells).chain([&mut table.heads]) {
                if column < cells.len() {
                    cells.remove(column);
                }
            }
        }
    }
    Ok(Opened::Table(table))
}

/// The draft of a dataset of format 2.
pub fn draft_of(dataset: &Value) -> Option<Draft> {
    let fields = dataset.as_object()?;
    if fields.get("format").and_then(Value::as_u64) != Some(2) {
        return None;
    }
    let language = fields.get("language").and_then(Value::as_str).unwrap_or("en");
    let settings = Settings::of(language);
    let table = of_claims(dataset, &settings);
    let rows = table.rows.into_iter().map(|row| row.cells);
    let mut draft = Draft::new(table.columns, rows, story_of(fields, &settings));
    draft.name_forces();
    draft.move_to_end(Column::Id);
    Some(draft)
}

/// Takes a text out of fields; what is there and is no text stays.
fn take_text(fields: &mut Map<String, Value>, name: &str) -> String {
    match fields.get(name) {
        Some(Value::String(text)) => {
            let text = text.clone();
            fields.remove(name);
            text
        }
        _ => String::new(),
    }
}

/// Takes a list of objects out of fields, if it is one.
fn take_objects(fields: &mut Map<String, Value>, name: &str) -> Vec<Map<String, Value>> {
    let objects = fields
        .get(name)
        .and_then(Value::as_array)
        .and_then(|items| items.iter().map(|item| item.as_object().cloned()).collect::<Option<Vec<_>>>());
    if objects.is_some() {
        fields.remove(name);
    }
    objects.unwrap_or_default()
}

fn story_of(fields: &Map<String, Value>, settings: &Settings) -> StoryDraft {
    let mut rest = fields.clone();
    rest.remove("format");
    rest.remove("claims");
    let days_left = rest.get("show") == Some(&serde_json::json!({"days_left": true}));
    if days_left {
        rest.remove("show");
    }
    let forces = take_objects(&mut rest, "forces").into_iter().map(|force| force_of(force, settings)).collect();
    let notes = take_objects(&mut rest, "notes").into_iter().map(note_of).collect();
    StoryDraft {
        title: take_text(&mut rest, "title"),
        summary: take_text(&mut rest, "summary"),
        language: take_text(&mut rest, "language"),
        updated: take_text(&mut rest, "updated"),
        credits: take_text(&mut rest, "credits"),
        days_left,
        forces,
        notes,
        rest,
    }
}

fn force_of(mut rest: Map<String, Value>, settings: &Settings) -> ForceDraft {
    let mut scenario = BTreeMap::new();
    if let Some(Value::Object(fields)) = rest.get("scenario") {
        for (name, value) in fields {
            scenario.insert(name.clone(), scenario_text(name, value, settings));
        }
        rest.remove("scenario");
    }
    ForceDraft {
        id: take_text(&mut rest, "id"),
        name: take_text(&mut rest, "name"),
        part_of: take_text(&mut rest, "part_of"),
        start: take_text(&mut rest, "start"),
        denominator: take_text(&mut rest, "denominator"),
        scenario,
        rest,
    }
}

fn note_of(mut rest: Map<String, Value>) -> NoteDraft {
    let mut source = match rest.remove("source") {
        Some(Value::Object(source)) => source,
        _ => Map::new(),
    };
    NoteDraft {
        date: take_text(&mut rest, "date"),
        text: take_text(&mut rest, "text"),
        source: take_text(&mut source, "name"),
        link: take_text(&mut source, "link"),
    }
}
