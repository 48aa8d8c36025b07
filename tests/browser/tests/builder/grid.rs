//! The table is filled in and changed by keys alone, and nothing that was done is beyond undoing.

use anyhow::Context;
use browser_tests::tests;
use serde_json::json;
use thirtyfour::{Key, TypingData};

use super::{Desk, at_the_desk};

tests! {
    whoever_has_only_keys_goes_to_every_cell,
    what_is_typed_into_a_cell_is_kept_by_enter_and_tab_and_given_up_by_escape,
    nobody_is_caught_in_the_table,
    a_block_that_is_pasted_fills_the_cells_from_the_active_one_on,
    every_step_can_be_taken_back_and_taken_again_by_keys_and_by_buttons,
    rows_are_added_copied_moved_and_removed,
    columns_come_and_go_and_say_what_they_are,
    a_key_in_a_table_of_1600_rows_draws_no_row_but_its_own,
}

const THREE: &str = "Source\tKilled\tWounded\nA\t1\t2\nB\t3\t4\nC\t5\t6";

async fn with_three_rows(work: impl AsyncFnOnce(&Desk<'_>) -> anyhow::Result<()>) -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with(THREE).await?;
        desk.click("cell(0, 1)").await?;
        desk.keys(Key::Left).await?;
        desk.is("place()", "0,0").await?;
        work(desk).await
    })
    .await
}

async fn whoever_has_only_keys_goes_to_every_cell() -> anyhow::Result<()> {
    with_three_rows(async |desk| {
        let control = |key: Key| Key::Control + key;
        let steps: [(TypingData, &str); 15] = [
            (Key::Right.into(), "0,1"),
            (Key::Down.into(), "1,1"),
            (Key::End.into(), "1,2"),
            (Key::Right.into(), "1,2"),
            (Key::Home.into(), "1,0"),
            (Key::Left.into(), "1,0"),
            (Key::Up.into(), "0,0"),
            (Key::Up.into(), "0,0"),
            (control(Key::End), "2,2"),
            (control(Key::Home), "0,0"),
            (Key::PageDown.into(), "2,0"),
            (control(Key::Right), "2,2"),
            (control(Key::Up), "0,2"),
            (Key::PageDown.into(), "2,2"),
            (Key::PageUp.into(), "0,2"),
        ];
        for (keys, place) in steps {
            desk.keys(keys).await?;
            desk.is("place()", place).await?;
            // One cell is the way into the table, and it is the one that is told to be chosen.
            desk.is("every('[role=gridcell][tabindex=\"0\"]').length", 1).await?;
            desk.is("document.activeElement.ariaSelected", "true").await?;
        }
        Ok(())
    })
    .await
}

async fn what_is_typed_into_a_cell_is_kept_by_enter_and_tab_and_given_up_by_escape() -> anyhow::Result<()> {
    with_three_rows(async |desk| {
        // Typing writes over; Enter goes down.
        desk.keys(Key::Right + "about 40" + Key::Enter).await?;
        desk.is("written(cell(0, 1))", "about 40").await?;
        desk.is("place()", "1,1").await?;
        // Enter edits what is there, with the cursor behind it; Tab goes on to the next cell and edits it.
        desk.keys(Key::Enter + "00" + Key::Tab).await?;
        desk.is("written(cell(1, 1))", "300").await?;
        desk.is("place()", "1,2 edited").await?;
        desk.keys("0" + Key::Tab).await?;
        desk.is("written(cell(1, 2))", "40").await?;
        desk.is("place()", "2,0 edited").await.context("from the end of a row to the next one")?;
        desk.keys(Key::Shift + Key::Tab).await?;
        desk.is("place()", "1,2 edited").await?;
        desk.keys("999" + Key::Escape).await?;
        desk.is("written(cell(1, 2))", "40").await.context("Escape takes back what was typed")?;
        desk.is("place()", "1,2").await?;
        desk.keys(Key::F2 + Key::Escape).await?;
        desk.is("place()", "1,2").await?;
        desk.keys(Key::Delete).await?;
        desk.is("written(cell(1, 2))", "").await?;
        // In the editor the arrows are the text's.
        desk.keys("12" + Key::Left + "0").await?;
        desk.is("written(cell(1, 2))", "102").await?;
        desk.is("place()", "1,2 edited").await?;
        // A cell holds lines, as those of spreadsheets do.
        desk.keys(Key::End + Key::Shift + Key::Enter).await?;
        desk.keys("x" + Key::Enter).await?;
        desk.is("written(cell(1, 2))", "102\nx").await?;
        Ok(())
    })
    .await
}

async fn nobody_is_caught_in_the_table() -> anyhow::Result<()> {
    with_three_rows(async |desk| {
        desk.keys(Key::Down + Key::Right).await?;
        desk.keys(Key::Tab).await?;
        desk.is("find('.grid').contains(document.activeElement)", false).await.context("Tab leads out")?;
        desk.keys(Key::Shift + Key::Tab).await?;
        desk.is("place()", "1,1").await.context("and back to the cell that was left")?;
        desk.keys(Key::Shift + Key::Tab).await?;
        desk.is("find('.grid').contains(document.activeElement)", false).await.context("so does Shift and Tab")?;
        // Out of the last cell's editor too.
        desk.click("cell(2, 2)").await?;
        desk.keys("7" + Key::Tab).await?;
        desk.is("find('.grid').contains(document.activeElement)", false).await?;
        desk.is("written(cell(2, 2))", "7").await?;
        Ok(())
    })
    .await
}

async fn a_block_that_is_pasted_fills_the_cells_from_the_active_one_on() -> anyhow::Result<()> {
    with_three_rows(async |desk| {
        desk.keys(Key::Down + Key::Right).await?;
        desk.paste("document.activeElement", None, "10\t20\n30\t40\n50\t60\n").await?;
        let filled = json!([["A", "1", "2"], ["B", "10", "20"], ["C", "30", "40"], ["", "50", "60"]]);
        desk.is("cells()", filled).await.context("with the rows that it needs")?;
        // As one step.
        desk.keys(Key::Control + "z").await?;
        desk.is("cells()", json!([["A", "1", "2"], ["B", "3", "4"], ["C", "5", "6"]])).await?;
        let table = "<meta charset=utf-8><table><tr><td>some<br>70</td><td> 80 </td></tr></table>";
        desk.paste("cell(1, 1)", Some(table), "lost").await?;
        desk.is("cells()[1]", json!(["B", "some\n70", "80"])).await?;
        // A text goes into the cell, and into the editor where it is open.
        desk.paste("cell(1, 1)", None, "90").await?;
        desk.is("written(cell(1, 1))", "90").await?;
        Ok(())
    })
    .await
}

async fn every_step_can_be_taken_back_and_taken_again_by_keys_and_by_buttons() -> anyhow::Result<()> {
    with_three_rows(async |desk| {
        let state = "[cells(), find('#title').value, every('.forces fieldset').length]";
        let mut states = vec![desk.value(state).await?];
        // A state after each step, of whatever kind it is.
        for step in 0..8 {
            match step {
                0 => desk.keys("77" + Key::Enter).await?,
                1 => desk.press("Copy").await?,
                2 => desk.press("Move down").await?,
                3 => {
                    desk.choose("#add-column", "missing").await?;
                    desk.click("find('#add-column-now')").await?;
                }
                4 => desk.fill("#title", "How many?").await?,
                5 => desk.press("Add a force").await?,
                6 => desk.press("Remove").await?,
                _ => desk.paste("cell(0, 0)", None, "x\ty").await?,
            }
            let now = desk.value(state).await?;
            assert_ne!(Some(&now), states.last(), "step {step} does something");
            states.push(now);
        }
        for by_keys in [false, true] {
            for expected in states.iter().rev().skip(1) {
                if by_keys {
                    desk.keys(Key::Control + "z").await?
                } else {
                    desk.press("Undo").await?
                }
                desk.is(state, expected.clone()).await.with_context(|| format!("taken back, by keys: {by_keys}"))?;
            }
            desk.is("button('Undo').disabled", true).await?;
            for expected in states.iter().skip(1) {
                if by_keys {
                    desk.keys(Key::Control + "y").await?
                } else {
                    desk.press("Redo").await?
                }
                desk.is(state, expected.clone()).await.with_context(|| format!("taken again, by keys: {by_keys}"))?;
            }
            desk.is("button('Redo').disabled", true).await?;
        }
        Ok(())
    })
    .await
}

async fn rows_are_added_copied_moved_and_removed() -> anyhow::Result<()> {
    with_three_rows(async |desk| {
        let names = "cells().map(([source]) => source)";
        for (tool, sources, active) in [
            ("Copy", json!(["A", "A", "B", "C"]), "1"),
            ("Move down", json!(["A", "B", "A", "C"]), "2"),
            ("Move down", json!(["A", "B", "C", "A"]), "3"),
            ("Add below", json!(["A", "B", "C", "A", ""]), "4"),
            ("Remove", json!(["A", "B", "C", "A"]), "3"),
            ("Move up", json!(["A", "B", "A", "C"]), "2"),
            ("Remove", json!(["A", "B", "C"]), "2"),
        ] {
            desk.press(tool).await?;
            desk.is(names, sources).await.context(tool)?;
            desk.is("find('.row.active [role=gridcell]').dataset.row", active).await.context(tool)?;
        }
        // The last row has nowhere to go, and the last one that is removed leaves a table that can be filled again.
        desk.is("button('Move down').disabled", true).await?;
        for _ in 0..3 {
            desk.press("Remove").await?;
        }
        desk.is("cells()", json!([])).await?;
        desk.press("Add below").await?;
        desk.is("cells()", json!([["", "", ""]])).await?;
        Ok(())
    })
    .await
}

async fn columns_come_and_go_and_say_what_they_are() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tKilled\tFoo\nA\t1\t2").await?;
        let heads = "every('.row.heads [role=columnheader]').map(clean)";
        desk.is(heads, json!(["Row", "Source", "Killed", "(Foo)"])).await?;
        desk.is("shows('#column-2')", true).await.context("what was not recognised is shown at once")?;
        desk.choose("#column-2", "wounded").await?;
        desk.is(heads, json!(["Row", "Source", "Killed", "Wounded"])).await?;
        desk.choose("#add-column", "note").await?;
        desk.is("cells()", json!([["A", "1", "2"]])).await.context("who chooses by keys passes others on the way")?;
        desk.click("find('#add-column-now')").await?;
        desk.is("cells()", json!([["A", "1", "2", ""]])).await?;
        desk.act("find('.columns details').open = true", Vec::new()).await?;
        desk.click("find('.columns li:nth-child(2) button')").await?;
        desk.is("cells()", json!([["A", "2", ""]])).await?;
        // The next table with such a head is understood.
        desk.press("Other drafts").await?;
        desk.begin_with("Source\tFoo\nB\t3").await?;
        desk.is(heads, json!(["Row", "Source", "Wounded"])).await?;
        Ok(())
    })
    .await
}

async fn a_key_in_a_table_of_1600_rows_draws_no_row_but_its_own() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        let rows: String = (0..1600).map(|row| format!("\nSource {row}\t{row}\t{row}")).collect();
        desk.begin_with(&format!("Source\tKilled\tWounded{rows}")).await?;
        desk.is("cells().length", 1600).await?;
        desk.click("cell(800, 1)").await?;
        let watch = "window.touched = new Set();
            const note = (node) => {
                const row = (node.nodeType === 1 ? node : node.parentElement)?.closest('.row');
                touched.add(row ? row.dataset.key : 'the grid');
            };
            new MutationObserver((all) => all.forEach(({ target }) => note(target)))
                .observe(find('.grid'), { subtree: true, childList: true, attributes: true, characterData: true });";
        desk.act(watch, Vec::new()).await?;
        desk.keys("7").await?;
        desk.keys("5").await?;
        desk.is("written(cell(800, 1))", "75").await?;
        desk.wait_for("what follows from it", "kept().some(({ draft }) => draft.rows[800].cells[1] === '75')").await?;
        desk.is("[...touched]", json!(["801"])).await.context("the row that is typed in, by its key")?;
        Ok(())
    })
    .await
}
