//! What the inputs begin with, as somebody writes it: figures in words, dates.

use casualty_calculator::domain::{Category, Quantity, RateName};
use casualty_calculator::table::{CellError, Column, Problem, Settings, Subject, of_claims, read_cell};
use serde_json::{Map, Value, json};

/// The fields of a scenario that the page offers. Figures are read as those of a claim; the others are dates, and
/// reinforcements, which no claim gives.
pub const SCENARIO_FIGURES: [(&str, Option<Subject>); 9] = [
    ("deployed", Some(Subject::Quantity(Quantity::Deployed))),
    ("reinforcements", None),
    ("killed", Some(Subject::Quantity(Quantity::Category(Category::Killed)))),
    ("wounded", Some(Subject::Quantity(Quantity::Category(Category::Wounded)))),
    ("missing", Some(Subject::Quantity(Quantity::Category(Category::Missing)))),
    ("captured", Some(Subject::Quantity(Quantity::Category(Category::Captured)))),
    ("casualties", Some(Subject::Quantity(Quantity::Casualties))),
    ("rate", Some(Subject::Stated(RateName::CasualtyRate))),
    ("as_of", None),
];

/// The column that a field of a scenario is read as; nothing for what is taken as it stands.
fn column_of(name: &str) -> Option<Column> {
    match name {
        // People, as the size of the force.
        "reinforcements" => Some(Column::Figure(Subject::Quantity(Quantity::Deployed))),
        "as_of" | "start" => Some(Column::Published),
        _ => {
            let (_, subject) = SCENARIO_FIGURES.into_iter().find(|(known, _)| *known == name)?;
            subject.map(Column::Figure)
        }
    }
}

/// A field of a scenario in words, as somebody would write it.
pub fn scenario_text(name: &str, value: &Value, settings: &Settings) -> String {
    let field = match column_of(name) {
        Some(Column::Figure(Subject::Quantity(quantity))) => json!({quantity.name(): value}),
        Some(Column::Figure(Subject::Stated(rate))) => json!({"stated": {rate.name(): value}}),
        _ => return value.as_str().map_or_else(|| value.to_string(), str::to_owned),
    };
    let mut claim = json!({"id": "a", "source": {"name": "a"}});
    if let (Some(claim), Value::Object(field)) = (claim.as_object_mut(), field) {
        claim.extend(field);
    }
    let table = of_claims(&json!({"claims": [claim]}), settings);
    let place = table.columns.iter().position(|column| matches!(column, Column::Figure(_)));
    place.and_then(|place| table.rows.first()?.cells.get(place).cloned()).unwrap_or_else(|| value.to_string())
}

/// A field of a scenario as datasets have it; nothing where the text says that nothing is given.
///
/// # Errors
/// What is wrong with the text, in a language.
pub fn scenario_value(name: &str, text: &str, settings: &Settings, language: &str) -> Result<Option<Value>, String> {
    let Some(column) = column_of(name) else { return Ok(Some(text.into())) };
    match read_cell(column, text, settings) {
        Ok(Some(Value::Object(mut figure))) => {
            // An input holds a number with its hedge, without the words of a source.
            figure.shift_remove("words");
            figure.shift_remove("interval");
            Ok((!figure.is_empty()).then(|| plain(figure)))
        }
        Ok(value) => Ok(value),
        Err(CellError { kind, repairs }) => {
            let (head, cell) = (String::new(), text.to_owned());
            Err(Problem { row: 0, column: None, head, cell, kind, repairs }.reason(language))
        }
    }
}

/// A figure that is exact is a number.
fn plain(figure: Map<String, Value>) -> Value {
    match figure.get("exact") {
        Some(number) if figure.len() == 1 => number.clone(),
        _ => figure.into(),
    }
}
