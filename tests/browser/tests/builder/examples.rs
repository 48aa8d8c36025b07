//! What is opened and saved without a change is the same file.

use std::fs;

use anyhow::Context;
use browser_tests::tests;
use serde_json::Value;

use super::{SOUND, at_the_desk};

tests! {
    every_dataset_that_is_opened_and_not_changed_is_saved_as_it_was,
    the_table_of_a_dataset_is_opened_again_as_the_same_claims,
}

async fn every_dataset_that_is_opened_and_not_changed_is_saved_as_it_was() -> anyhow::Result<()> {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/");
    at_the_desk(async |desk| {
        let files = desk.value("[...find('#example').options].map(({ value }) => value).filter(Boolean)").await?;
        let files: Vec<String> = serde_json::from_value(files)?;
        assert_eq!(files.len(), 12, "{files:?}");
        for file in files {
            let expected: Value =
                serde_json::from_str(&fs::read_to_string(format!("{data}{file}")).context(file.clone())?)?;
            desk.choose("#example", &file).await?;
            let title = Value::from(expected["title"].as_str().context("a title")?);
            desk.wait_for(&file, &format!("find('#title')?.value === {title} && {SOUND}")).await?;
            let (name, saved) = desk.saved("Save data.json").await?;
            assert_eq!(name, "data.json");
            let saved: Value = serde_json::from_slice(&saved)?;
            // As texts, so that the order of fields counts too.
            assert_eq!(saved.to_string(), expected.to_string(), "{file}");
            desk.press("Other drafts").await?;
            desk.wait_for("the ways to begin", "find('#example')").await?;
        }
        Ok(())
    })
    .await
}

async fn the_table_of_a_dataset_is_opened_again_as_the_same_claims() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.choose("#example", "stories/falklands.json").await?;
        desk.wait_for("the dataset", &format!("find('#title') && {SOUND}")).await?;
        let (_, before) = desk.saved("Save data.json").await?;
        let (name, table) = desk.saved("Save the table").await?;
        assert_eq!(name, "table.csv");
        // In place of the rows that are there: the story stays.
        desk.drop_file("table.csv", &table).await?;
        desk.press("Replace the table").await?;
        desk.wait_for("the table", SOUND).await?;
        let (_, after) = desk.saved("Save data.json").await?;
        assert_eq!(String::from_utf8(after)?, String::from_utf8(before)?);
        Ok(())
    })
    .await
}
