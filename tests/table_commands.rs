//! The commands for tables: a sheet becomes a dataset that holds, or every reason why not; and a dataset's table comes back.
#![cfg(feature = "command")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

fn run(arguments: &[&str]) -> Result<Output, Box<dyn Error>> {
    Ok(Command::new(env!("CARGO_BIN_EXE_casualty-calculator")).args(arguments).output()?)
}

/// A file of its own for each test.
fn file(name: &str, text: &str) -> Result<PathBuf, Box<dyn Error>> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text)?;
    Ok(path)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}

#[test]
fn an_imported_table_is_a_dataset_that_passes_the_check() -> Result<(), Box<dyn Error>> {
    let table = file(
        "imported.csv",
        "Losses of the brigade\n\nDate;Source;Killed;Said where\n15 January 2025;Agency;over 1,000;page 3\n",
    )?;
    let imported = run(&["import", text(&table), "--force", "The brigade"])?;
    let remarks = String::from_utf8(imported.stderr)?;
    assert!(imported.status.success(), "{remarks}");
    let name = table.display();
    assert_eq!(
        remarks,
        format!("{name}: column “Said where” is not read; to read it, say --column \"Said where=FIELD\"\n")
    );
    let dataset: Value = serde_json::from_slice(&imported.stdout)?;
    assert_eq!(
        dataset,
        json!({
            "format": 2,
            "title": "Losses of the brigade",
            "language": "en",
            "forces": [{"id": "force", "name": "The brigade"}],
            "claims": [
                {"id": "agency", "source": {"name": "Agency"}, "as_of": "2025-01-15", "killed": {"over": 1000}}
            ],
        })
    );
    let made = file("imported.json", &String::from_utf8(imported.stdout)?)?;
    let check = run(&["check", text(&made)])?;
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
    Ok(())
}

#[test]
fn what_the_table_does_not_say_is_made_up_and_said() -> Result<(), Box<dyn Error>> {
    let table = file("made-up.csv", "Source,Toll\nAgency,5\n")?;
    let imported = run(&["import", text(&table), "--column", "Toll=killed"])?;
    let name = table.display();
    assert_eq!(
        String::from_utf8(imported.stderr)?,
        format!(
            "{name}: no title is given, so it is “How many were lost?”; say another with --title\n\
             {name}: no column names a force, so there is one, “The force”; name it with --force\n"
        )
    );
    let with_forces = file("forces.csv", "Source,Force,Killed\nAgency,Argentine forces,5\nRadio,British forces,6\n")?;
    let imported = run(&["import", text(&with_forces), "--title", "How many?"])?;
    assert_eq!(String::from_utf8(imported.stderr)?, "");
    let dataset: Value = serde_json::from_slice(&imported.stdout)?;
    assert_eq!(dataset["title"], "How many?");
    assert_eq!(
        dataset["forces"],
        json!([
            {"id": "argentine-forces", "name": "Argentine forces"},
            {"id": "british-forces", "name": "British forces"},
        ])
    );
    Ok(())
}

#[test]
fn every_error_of_a_table_is_printed_at_its_row_and_column() -> Result<(), Box<dyn Error>> {
    let table = file("wrong.csv", "Source,Killed,Date\nAgency,1.000,1/2/2025\n,5,\nRadio,600 (unconfirmed),2025\n")?;
    let imported = run(&["import", text(&table)])?;
    let name = table.display();
    assert_eq!((imported.status.code(), imported.stdout.len()), (Some(1), 0));
    assert_eq!(
        String::from_utf8(imported.stderr)?,
        format!(
            "{name}: Row 2, column “Killed”: 1.000 could be 1,000 or 1. Which is meant?\n\
             {name}: Row 2, column “Date”: 1/2/2025 could be 2025-02-01 or 2025-01-02. Which is meant?\n\
             {name}: Row 3: no source is named.\n\
             {name}: Row 4, column “Killed”: What does “unconfirmed” say about the number: is it exact?\n    \
             Keep the number with the words: 600 “600 (unconfirmed)”\n    \
             Take it as an approximate number: about 600 “600 (unconfirmed)”\n    \
             Keep only the words: “600 (unconfirmed)”\n"
        )
    );
    let said = run(&["import", text(&table), "--decimal", "comma", "--dates", "day-first"])?;
    let errors = String::from_utf8(said.stderr)?;
    assert!(!errors.contains("Row 2"), "what was said is not asked again: {errors}");
    Ok(())
}

#[test]
fn what_is_wrong_between_rows_and_forces_is_told_at_the_row() -> Result<(), Box<dyn Error>> {
    let table = file("between.csv", "Source,Force,Killed\nAgency,North,5\nRadio,South,6\nDaily,,7\n")?;
    let imported = run(&["import", text(&table)])?;
    assert_eq!(
        String::from_utf8(imported.stderr)?,
        format!(
            "{}: Row 4: claim \"daily\", field force: expected one of North, South, found nothing\n",
            table.display()
        )
    );
    Ok(())
}

#[test]
fn a_sheet_without_heads_or_rows_and_a_wrong_field_are_told() -> Result<(), Box<dyn Error>> {
    let headless = file("headless.csv", "5,6\n7,8\n")?;
    let name = headless.display();
    let told =
        |arguments: &[&str]| -> Result<String, Box<dyn Error>> { Ok(String::from_utf8(run(arguments)?.stderr)?) };
    assert_eq!(
        told(&["import", text(&headless)])?,
        format!(
            "{name}: no row names its columns; put names such as Source, Killed and Date above them, or say --column HEAD=FIELD\n"
        )
    );
    let empty = file("empty.csv", "Source,Killed\n,\n")?;
    assert_eq!(
        told(&["import", text(&empty)])?,
        format!("{}: no row below the heads has anything in it\n", empty.display())
    );
    assert!(
        told(&["import", text(&empty), "--column", "Toll=kiled"])?
            .starts_with("--column Toll=kiled: there is no field kiled;")
    );
    Ok(())
}

#[test]
fn an_exported_story_is_imported_with_the_same_claims() -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir("data/stories")? {
        let path = entry?.path();
        let story: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
        for language in ["en", "uk", "ar"] {
            let exported = run(&["export", text(&path), "--language", language])?;
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let table = file(&format!("{stem}-{language}.csv"), &String::from_utf8(exported.stdout)?)?;
            let imported = run(&["import", text(&table), "--language", language])?;
            let dataset: Value = serde_json::from_slice(&imported.stdout)?;
            assert_eq!(dataset["claims"], story["claims"], "{} in {language}", path.display());
        }
    }
    Ok(())
}
