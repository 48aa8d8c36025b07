//! What somebody has written is not lost: by a reload, by closing, by a second tab, by a browser without room.

use anyhow::Context;
use browser_tests::tests;
use serde_json::json;

use super::{BUILDER, at_the_desk};

tests! {
    a_draft_of_a_hundred_claims_is_there_after_a_reload_and_is_offered_after_closing,
    of_two_tabs_with_one_draft_the_older_one_is_told_and_can_take_it_back,
    a_browser_without_room_is_told_of_and_nothing_is_lost,
    a_draft_is_gone_once_it_is_removed,
}

fn hundred() -> String {
    let rows: String = (1..=100).map(|row| format!("\nSource {row}\tabout {row}\tsome words, {row}")).collect();
    format!("Source\tKilled\tNote{rows}")
}

/// Whether the draft in the browser's storage is that of the table.
const IS_KEPT: &str = "kept().length === 1 && kept()[0].draft.story.title === find('#title').value
    && JSON.stringify(kept()[0].draft.rows.map(({ cells }) => cells)) === JSON.stringify(cells())";

async fn a_draft_of_a_hundred_claims_is_there_after_a_reload_and_is_offered_after_closing() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with(&hundred()).await?;
        desk.fill("#title", "How many?").await?;
        desk.wait_for("the draft to be kept", IS_KEPT).await?;
        let all = desk.value("[find('#title').value, cells()]").await?;
        assert_eq!(all[1][99], json!(["Source 100", "about 100", "some words, 100"]));

        desk.0.open(BUILDER).await?;
        desk.wait_for("the table after a reload", "find('[role=grid]') && cells().length === 100").await?;
        desk.is("[find('#title').value, cells()]", all.clone()).await?;

        // A tab that is opened later begins with nothing, and offers it.
        let driver = desk.0.session().driver();
        let second = driver.new_tab().await?;
        driver.close_window().await?;
        driver.switch_to_window(second).await?;
        desk.0.open(BUILDER).await?;
        desk.wait_for("the offer", "shows('#start .kept li')").await?;
        assert!(desk.text("said('#start .kept li')").await?.contains("How many? rows: 100"));
        desk.press("Go on").await?;
        desk.wait_for("the table", "find('[role=grid]') && cells().length === 100").await?;
        desk.is("[find('#title').value, cells()]", all.clone()).await?;
        Ok(())
    })
    .await
}

async fn of_two_tabs_with_one_draft_the_older_one_is_told_and_can_take_it_back() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        let told =
            "every('.notice[role=alert]').some((one) => one.checkVisibility() && clean(one).includes('another tab'))";
        desk.begin_with("Source\tKilled\nA\t1").await?;
        desk.wait_for("the draft to be kept", IS_KEPT).await?;
        let driver = desk.0.session().driver();
        let first = driver.window().await?;
        let second = driver.new_tab().await?;
        driver.switch_to_window(second.clone()).await?;
        desk.0.open(BUILDER).await?;
        desk.press("Go on").await?;
        desk.wait_for("the draft to be this tab's", "kept()[0]?.draft.rows.length === 1 && find('[role=grid]')")
            .await?;
        desk.fill("#title", "In the second tab").await?;
        desk.wait_for("the draft to be kept", IS_KEPT).await?;
        desk.is(told, false).await.context("the newer one has it")?;

        driver.switch_to_window(first.clone()).await?;
        desk.wait_for("the older one to be told", told).await?;
        // What is done there meanwhile takes nothing away from the newer one.
        desk.fill("#title", "In the first tab").await?;
        desk.wait_for("all to be drawn", "said('#check .status') !== ''").await?;
        driver.switch_to_window(second.clone()).await?;
        desk.fill("#title", "In the second tab again").await?;
        desk.wait_for("the draft to be kept", IS_KEPT).await?;
        driver.switch_to_window(first.clone()).await?;
        desk.is("find('#title').value", "In the first tab").await?;
        desk.press("Keep it here instead").await?;
        desk.wait_for("the draft to be the first tab's", IS_KEPT).await?;
        desk.is(told, false).await?;
        driver.switch_to_window(second).await?;
        desk.wait_for("the other one to be told", told).await?;
        driver.close_window().await?;
        driver.switch_to_window(first).await.context("back in the first tab")
    })
    .await
}

async fn a_browser_without_room_is_told_of_and_nothing_is_lost() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with(&hundred()).await?;
        desk.wait_for("the draft to be kept", IS_KEPT).await?;
        // Something else takes the room, down to the last letter.
        let fill = "let count = 0;
            for (let size = 2 ** 22; size >= 1;) {
                try {
                    localStorage.setItem(`other/${count}`, 'x'.repeat(size));
                    count += 1;
                } catch { size = Math.floor(size / 2); }
            }
            return count;";
        assert!(desk.0.run(fill).await?.as_u64().is_some_and(|count| count > 0));
        let full = "every('.notice[role=alert]').some((one) => one.checkVisibility() && clean(one).includes('no room'))";
        desk.fill("#title", "A question that the browser has no room for").await?;
        desk.wait_for("what is said of it", full).await?;
        desk.is("kept()[0].draft.rows.length", 100).await.context("what was kept before is there")?;
        desk.is("find('#title').value", "A question that the browser has no room for").await?;
        // The table can be taken to a file from there.
        let (name, table) = desk.saved_by("button('Save the table', '.notice')").await?;
        assert_eq!(name, "table.csv");
        assert!(String::from_utf8(table)?.contains("Source 100,about 100,\"some words, 100\""));
        // Once there is room it is kept, and no more is said.
        desk.0.run("for (const key of Object.keys(localStorage)) if (key.startsWith('other/')) localStorage.removeItem(key);").await?;
        desk.fill("#title", "There is room").await?;
        desk.wait_for("the draft to be kept", IS_KEPT).await?;
        desk.wait_for("the notice to go", &format!("!({full})")).await
    })
    .await
}

async fn a_draft_is_gone_once_it_is_removed() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tKilled\nA\t1").await?;
        desk.wait_for("the draft to be kept", IS_KEPT).await?;
        desk.press("Other drafts").await?;
        desk.wait_for("the offer", "shows('#start .kept li')").await?;
        desk.begin_with("Source\tKilled\nB\t2").await?;
        desk.wait_for("both to be kept", "kept().length === 2").await?;
        desk.press("Other drafts").await?;
        // The newest comes first.
        desk.wait_for("the offer of both", "every('#start .kept li').length === 2").await?;
        desk.click("button('Remove', '#start .kept li:first-child')").await?;
        desk.wait_for("one to be gone", "every('#start .kept li').length === 1").await?;
        desk.is("kept().map(({ draft }) => draft.rows[0].cells)", json!([["A", "1"]])).await?;
        desk.press("Remove").await?;
        desk.is("[kept(), shows('#start .kept')]", json!([[], false])).await?;
        desk.0.open(BUILDER).await?;
        desk.wait_for("the ways to begin", "shows('#start')").await?;
        desk.is("shows('#start .kept')", false).await?;
        Ok(())
    })
    .await
}
