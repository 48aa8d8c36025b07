//! Claims to rows: the way back, without loss.

use serde_json::{Map, Value};

use super::cell::cell_text;
use super::claims::{ReadRow, id_of};
use super::column::{Column, Subject};
use super::heads::Table;
use super::settings::Settings;
use super::sheet::Row;
use crate::domain::{Category, Coverage};

/// The table of a dataset's claims, with the columns that they use. Its heads are the columns' names. Read as
/// [`claims`](super::claims()), with the same settings, it gives the same claims.
///
/// Cells say figures, names and dates in words. What a cell can't say so that it is read back the same stands in the column
/// `rest`, as it is in the file.
pub fn of_claims(dataset: &Value, settings: &Settings) -> Table {
    let claims: Vec<&Map<String, Value>> =
        dataset.get("claims").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object).collect();
    let cells: Vec<Vec<(Column, String)>> = claims.iter().map(|claim| cells_of(claim, settings)).collect();
    let mut columns = columns_of(&cells);
    let mut rows: Vec<Vec<String>> = cells.iter().map(|cells| row_of(cells, &columns)).collect();
    let table = table(&columns, rows.clone());
    let mut rest = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        let read = ReadRow::new(&table, &table.rows[index], settings).claim();
        let lost = lost_fields(claim, &read);
        for (column, cell) in columns.iter().zip(&mut rows[index]) {
            if is_lost(*column, &lost) {
                cell.clear();
            }
        }
        rest.push(if lost.is_empty() { String::new() } else { Value::from(lost).to_string() });
    }
    if rest.iter().any(|rest| !rest.is_empty()) {
        columns.push(Column::Rest);
        for (row, rest) in rows.iter_mut().zip(rest) {
            row.push(rest);
        }
    }
    drop_empty(columns, rows)
}

/// The fields of a claim that its row does not give back, or not the same. Of stated rates, those alone.
fn lost_fields(claim: &Map<String, Value>, read: &Map<String, Value>) -> Map<String, Value> {
    let mut lost = Map::new();
    for (name, value) in claim {
        let is_other_force = name == "force" && value.as_str().is_some_and(|id| id_of(id) != id);
        let own = read.get(name);
        if own == Some(value) && !is_other_force {
            continue;
        }
        let value = match (value.as_object(), own.and_then(Value::as_object)) {
            (Some(rates), Some(own)) if name == "stated" => {
                let differs = |(rate, figure): &(&String, &Value)| own.get(*rate) != Some(*figure);
                rates.iter().filter(differs).map(|(rate, figure)| (rate.clone(), figure.clone())).collect()
            }
            _ => value.clone(),
        };
        lost.insert(name.clone(), value);
    }
    lost
}

/// Whether a column's field is among those that are lost.
fn is_lost(column: Column, lost: &Map<String, Value>) -> bool {
    match (column, lost.get("stated").and_then(Value::as_object)) {
        (Column::Figure(Subject::Stated(rate)), Some(rates)) => rates.contains_key(rate.name()),
        _ => lost.contains_key(&field_of(column)),
    }
}

/// The field of a claim that a column is for.
fn field_of(column: Column) -> String {
    match column {
        Column::Source | Column::Link => "source".to_owned(),
        Column::PeriodFrom | Column::PeriodTo => "period".to_owned(),
        Column::Figure(Subject::Group(_)) => "groups".to_owned(),
        other => other.name(),
    }
}

/// The cells of a claim.
fn cells_of(claim: &Map<String, Value>, settings: &Settings) -> Vec<(Column, String)> {
    let mut cells = Vec::new();
    let mut put = |column: Option<Column>, value: Option<&Value>| {
        let text = column.zip(value).and_then(|(column, value)| Some((column, cell_text(column, value, settings)?)));
        cells.extend(text.filter(|(_, text)| !text.is_empty()));
    };
    for (name, value) in claim {
        match name.as_str() {
            "source" => {
                put(Some(Column::Source), value.get("name"));
                put(Some(Column::Link), value.get("link"));
            }
            "period" => {
                put(Some(Column::PeriodFrom), value.get("from"));
                put(Some(Column::PeriodTo), value.get("to"));
            }
            "groups" => {
                for group in value.as_array().into_iter().flatten() {
                    put(group.get("covers").and_then(group_column), group.get("count"));
                }
            }
            "stated" => {
                for (rate, figure) in value.as_object().into_iter().flatten() {
                    let is_stated = |column: &Column| matches!(column, Column::Figure(Subject::Stated(_)));
                    put(Column::from_name(rate).filter(is_stated), Some(figure));
                }
            }
            name => put(Column::from_name(name), Some(value)),
        }
    }
    cells
}

fn group_column(covers: &Value) -> Option<Column> {
    let mut set = Coverage::default();
    for name in covers.as_array()? {
        let category = Category::ALL.into_iter().find(|category| Some(category.name()) == name.as_str())?;
        set = set.union(category.into());
    }
    (!set.is_empty()).then_some(Column::Figure(Subject::Group(set)))
}

/// The columns that any claim uses, in the order of a sheet; groups in the order in which they come.
fn columns_of(cells: &[Vec<(Column, String)>]) -> Vec<Column> {
    let order = Column::all();
    let mut used: Vec<Column> = Vec::new();
    for (column, _) in cells.iter().flatten() {
        if !used.contains(column) {
            used.push(*column);
        }
    }
    let is_group = |column: &Column| matches!(column, Column::Figure(Subject::Group(_)));
    // Behind the categories, before the total.
    let groups_at = order.iter().position(|column| column.name() == "casualties").unwrap_or(0);
    let place = |column: &Column| match order.iter().position(|of| of == column) {
        Some(at) if !is_group(column) => 2 * at,
        _ => 2 * groups_at - 1,
    };
    used.sort_by_key(place);
    used
}

fn row_of(cells: &[(Column, String)], columns: &[Column]) -> Vec<String> {
    let cell = |column: &Column| cells.iter().find(|(of, _)| of == column).map(|(_, text)| text.clone());
    columns.iter().map(|column| cell(column).unwrap_or_default()).collect()
}

fn table(columns: &[Column], rows: Vec<Vec<String>>) -> Table {
    Table {
        titles: Vec::new(),
        head_row: Some(1),
        heads: columns.iter().map(|column| column.name()).collect(),
        columns: columns.to_vec(),
        rows: rows.into_iter().enumerate().map(|(index, cells)| Row { number: index + 2, cells }).collect(),
    }
}

/// The table without columns that nothing is left in.
fn drop_empty(columns: Vec<Column>, rows: Vec<Vec<String>>) -> Table {
    let kept: Vec<usize> = (0..columns.len()).filter(|at| rows.iter().any(|row| !row[*at].is_empty())).collect();
    let columns: Vec<_> = kept.iter().map(|at| columns[*at]).collect();
    let rows = rows.into_iter().map(|row| kept.iter().map(|at| row[*at].clone()).collect()).collect();
    table(&columns, rows)
}
