//! Tables of claims: to a dataset, and back.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use casualty_calculator::dataset::parse_dataset;
use casualty_calculator::table::{
    Column, NewForce, Outcome, Problem, ProblemKind, Settings, Sheet, Table, claims, dataset, of_claims, recognise,
};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::{parsed, text_of};

/// What a table is read with.
#[derive(Args)]
pub struct ImportArguments {
    /// The table's file
    file: PathBuf,
    /// The language of its words and numbers, and of the dataset
    #[arg(long, default_value = "en")]
    language: String,
    /// What stands before decimals; without it, numbers that could mean two things are errors
    #[arg(long)]
    decimal: Option<Decimal>,
    /// What comes first in dates such as 1/2/2025; without it, they are errors
    #[arg(long)]
    dates: Option<Order>,
    /// The dataset's title: the question that stands above the calculator
    #[arg(long)]
    title: Option<String>,
    /// The people whose losses are counted, where the table has no column for them
    #[arg(long)]
    force: Option<String>,
    /// The field of a column that is not recognised, such as "Toll=killed"; may be given several times
    #[arg(long, value_name = "HEAD=FIELD")]
    column: Vec<String>,
}

/// The mark before decimals.
#[derive(Clone, Copy, ValueEnum)]
enum Decimal {
    /// As in 36.5
    #[value(alias = ".")]
    Point,
    /// As in 36,5
    #[value(alias = ",")]
    Comma,
}

/// Which number comes first in a date.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Order {
    /// 1/2/2025 is 1 February
    DayFirst,
    /// 1/2/2025 is 2 January
    MonthFirst,
}

/// Prints the claims of a dataset as a table.
///
/// # Errors
/// What is wrong with the dataset.
pub fn export(file: &Path, language: &str) -> Result<String, String> {
    let text = text_of(file)?;
    parsed(file, &text, parse_dataset)?;
    let value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(of_claims(&value, &Settings::of(language)).sheet().to_text())
}

/// Makes a dataset of a table. What it makes up, and which columns it does not read, it says on standard error.
///
/// # Errors
/// Every problem, with its row and column.
pub fn import(arguments: &ImportArguments) -> Result<String, String> {
    let ImportArguments { file, language, .. } = arguments;
    let settings = Settings {
        language: language.clone(),
        decimal: arguments.decimal.map(|decimal| if matches!(decimal, Decimal::Point) { '.' } else { ',' }),
        day_first: arguments.dates.map(|order| order == Order::DayFirst),
    };
    let table = recognise(&Sheet::from_text(&text_of(file)?), &assigned(&arguments.column)?);
    let name = file.display();
    if table.head_row.is_none() {
        return Err(format!(
            "{name}: no row names its columns; put names such as Source, Killed and Date above them, or say --column HEAD=FIELD"
        ));
    }
    let read = claims(&table, &settings, &[]);
    if !read.problems.is_empty() {
        return Err(read.problems.iter().map(|problem| lines(file, problem, language)).collect::<Vec<_>>().join("\n"));
    }
    if read.claims.is_empty() {
        return Err(format!("{name}: no row below the heads has anything in it"));
    }
    let mut remarks = unread(&table);
    let story = story(arguments, &table, &read.forces, &mut remarks);
    let whole = dataset(&story, read.claims.clone());
    let text = serde_json::to_string_pretty(&whole).map_err(|error| error.to_string())? + "\n";
    check(file, &text, &table, &read, language)?;
    for remark in remarks {
        // If nobody reads it any more, the dataset is all the same.
        let _ = writeln!(io::stderr(), "{name}: {remark}");
    }
    Ok(text)
}

/// The columns that were assigned by hand.
fn assigned(columns: &[String]) -> Result<BTreeMap<String, String>, String> {
    let mut assigned = BTreeMap::new();
    for column in columns {
        let (head, field) = column.rsplit_once('=').ok_or(format!("--column {column}: expected HEAD=FIELD"))?;
        if Column::from_name(field).is_none() {
            let known: Vec<_> = Column::all().iter().map(|column| column.name()).collect();
            return Err(format!("--column {column}: there is no field {field}; expected one of {}", known.join(", ")));
        }
        assigned.insert(head.trim().to_owned(), field.to_owned());
    }
    Ok(assigned)
}

/// A problem with what could be written instead, a line each.
fn lines(file: &Path, problem: &Problem, language: &str) -> String {
    let mut lines = format!("{}: {}", file.display(), problem.message(language));
    // A question names both answers already.
    if !matches!(problem.kind, ProblemKind::Ambiguous { .. } | ProblemKind::OtherMarks { .. }) {
        for repair in &problem.repairs {
            lines += &format!("\n    {}", repair.label(language));
        }
    }
    lines
}

/// What the rules for datasets find beyond the table's own, at its rows.
fn check(file: &Path, text: &str, table: &Table, read: &Outcome, language: &str) -> Result<(), String> {
    let Err(errors) = parse_dataset(text) else { return Ok(()) };
    let row_of = |id: &str| {
        let at = read.claims.iter().position(|claim| claim["id"] == id)?;
        Some(table.rows[read.origin[at]].number)
    };
    let lines: Vec<_> = errors
        .iter()
        .map(|error| match error.claim().and_then(row_of) {
            Some(row) => {
                let (head, cell, kind) = (String::new(), String::new(), ProblemKind::Dataset(error.message()));
                lines(file, &Problem { row, column: None, head, cell, kind, repairs: Vec::new() }, language)
            }
            None => format!("{}: {}", file.display(), error.message()),
        })
        .collect();
    Err(lines.join("\n"))
}

/// The columns that hold something and are not read.
fn unread(table: &Table) -> Vec<String> {
    let holds = |at: usize| table.rows.iter().any(|row| !row.cell(at).is_empty());
    let ignored = table.columns.iter().enumerate().filter(|(at, column)| **column == Column::Ignored && holds(*at));
    ignored
        .map(|(at, _)| match table.heads[at].trim() {
            "" => format!("column {} has no name and is not read", at + 1),
            head => format!("column “{head}” is not read; to read it, say --column \"{head}=FIELD\""),
        })
        .collect()
}

/// Everything of the dataset but its claims. What the table does not say is made up, and said.
fn story(arguments: &ImportArguments, table: &Table, named: &[NewForce], remarks: &mut Vec<String>) -> Value {
    let title = arguments.title.clone().or_else(|| table.titles.first().cloned()).unwrap_or_else(|| {
        remarks.push("no title is given, so it is “How many were lost?”; say another with --title".to_owned());
        "How many were lost?".to_owned()
    });
    let forces: Vec<Value> = if named.is_empty() {
        let name = arguments.force.clone().unwrap_or_else(|| {
            remarks.push("no column names a force, so there is one, “The force”; name it with --force".to_owned());
            "The force".to_owned()
        });
        vec![json!({"id": "force", "name": name})]
    } else {
        named.iter().map(|force| json!({"id": force.id, "name": force.name})).collect()
    };
    json!({"format": 2, "title": title, "language": arguments.language, "forces": forces})
}
