//! What is wrong is said in words where it is wrong, and mended by one press where that is clear.

use anyhow::Context;
use browser_tests::tests;
use serde_json::json;

use super::{SOUND, at_the_desk};

tests! {
    an_error_stands_at_its_cell_in_words_and_one_press_mends_it,
    the_check_leads_to_what_is_wrong_in_the_table_and_in_the_story,
    names_that_are_nearly_alike_become_one_by_one_press,
    a_name_that_is_changed_once_changes_in_every_row,
    forces_have_names_parts_and_the_size_that_they_are_measured_against,
}

async fn an_error_stands_at_its_cell_in_words_and_one_press_mends_it() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tPublished\tKilled\nA\t1/2/2025\t1.000\nB\t2025-02-03\t6,800 to 4,435\nC\t2025-02-03\t-5\nD\t\t")
            .await?;
        desk.wait_for("what is wrong", "every('.cell.wrong').length === 4").await?;
        // Each cell says that it is wrong, what is, and nothing more than that of its row.
        let told = "every('.cell.wrong').map((one) => [one.dataset.row, one.dataset.column, one.ariaInvalid ?? one.getAttribute('aria-invalid'),
            find(`[id='${one.getAttribute('aria-describedby')}']`)?.textContent.length > 20])";
        let expected = json!([["0", "1", "true", true], ["0", "2", "true", true], ["1", "2", "true", true], ["2", "2", "true", true]]);
        desk.is(told, expected).await?;
        let repairs = "(row, column) => [...cell(row, column).querySelectorAll('.repair')].map(clean)";
        let of = async |row: usize, column: usize| desk.value(&format!("({repairs})({row}, {column})")).await;
        // What could be two things is asked.
        assert_eq!(of(0, 1).await?.as_array().map(Vec::len), Some(2));
        assert_eq!(of(0, 2).await?.as_array().map(Vec::len), Some(2));
        assert_eq!(of(2, 2).await?, json!([]), "nobody knows what a negative number was meant to be");
        // A row that gives nothing is no claim, and an empty cell is no error.
        desk.is("cell(3, 2).getAttribute('aria-invalid')", json!(null)).await?;

        desk.click("cell(0, 2).querySelector('.repair')").await?;
        desk.click("cell(0, 1).querySelector('.repair')").await?;
        desk.click("cell(1, 2).querySelector('.repair')").await?;
        desk.wait_for("what is left", "every('.cell.wrong').length === 1").await?;
        desk.is("written(cell(1, 2))", "4,435–6,800").await?;
        // A repair is a step like any other.
        desk.press("Undo").await?;
        desk.wait_for("the error again", "cell(1, 2).classList.contains('wrong')").await
    })
    .await
}

async fn the_check_leads_to_what_is_wrong_in_the_table_and_in_the_story() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tKilled\nA\t1\nB\tmany 5 or 6 or 7").await?;
        desk.wait_for("what is wrong", "every('.problems li').length >= 3 && shows('.cell.wrong')").await?;
        desk.is("shows('#publish .notice') && button('Save the archive').disabled", true).await?;
        desk.click("button('Show', '#check')").await?;
        desk.wait_for("the cell", "place() === '1,1'").await?;
        // A field's error stands at the field, and the check leads there.
        desk.is(
            "['#title', '#force-0-name'].map((css) => find(css).getAttribute('aria-invalid'))",
            json!(["true", "true"]),
        )
        .await?;
        desk.is("said('#title-problem')", "The story needs a question.").await?;
        let link = "every('#check .problems a').find((link) => link.hash === '#title')";
        desk.click(link).await?;
        desk.is("location.hash", "#title").await?;
        desk.name_story().await?;
        desk.act("cell(1, 1).focus()", Vec::new()).await?;
        desk.keys("5" + thirtyfour::Key::Enter).await?;
        desk.wait_for("nothing to be wrong", SOUND).await?;
        desk.is("every('[aria-invalid=true], .cell.wrong').length", 0).await?;
        // Fields that are optional say what is wrong with them too, and inputs are read as figures are.
        desk.fill("#updated", "the day before").await?;
        desk.fill("#force-0-killed", "6,800 to 4,435").await?;
        desk.wait_for("both errors", "every('[aria-invalid=true]').length === 2").await?;
        desk.is("['#updated-problem', '#force-0-killed-problem'].map(shows)", json!([true, true])).await?;
        desk.fill("#updated", "2025-02-03").await?;
        desk.fill("#force-0-killed", "about 5").await?;
        desk.wait_for("nothing to be wrong", SOUND).await?;
        // Every claim in a sentence, to be held against the report.
        let sentences = desk.value("every('.sentences li > span').map(clean)").await?;
        assert_eq!(
            sentences,
            json!(["A says The northern army lost 1 killed.", "B says The northern army lost 5 killed."])
        );
        Ok(())
    })
    .await
}

async fn names_that_are_nearly_alike_become_one_by_one_press() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tWho said it\tKilled\nPaper\tMinistry of Defence\t1\nPaper\tMinistry of Defense\t2")
            .await?;
        desk.name_story().await?;
        desk.wait_for("the question", "button('Use “Ministry of Defence”')").await?;
        desk.press("Use “Ministry of Defence”").await?;
        desk.wait_for("one name", "every('#sources .problems li').length === 0 && every('[id^=party-]').length === 1")
            .await?;
        desk.is("cells().map((row) => row[1])", json!(["Ministry of Defence", "Ministry of Defence"])).await?;
        Ok(())
    })
    .await
}

async fn a_name_that_is_changed_once_changes_in_every_row() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tWho said it\tForce\tKilled\nPaper\tArmy → Paper\tNorth\t1\nOther\tPaper\tNorth\t2\nPaper\t\tSouth\t3").await?;
        desk.wait_for("the names", "every('[id^=source-]:not(#source-names)').length === 2").await?;
        desk.fill("#source-0", "The Paper").await?;
        desk.is("cells().map(([source]) => source)", json!(["The Paper", "Other", "The Paper"])).await?;
        desk.is("cells()[0][1]", "Army → Paper").await.context("who passed it on is another list")?;
        desk.fill("#party-0", "The army").await?;
        desk.is("cells()[0][1]", "The army → Paper").await?;
        desk.fill("#force-0-name", "Northern forces").await?;
        desk.is("cells().map((row) => row[2])", json!(["Northern forces", "Northern forces", "South"])).await?;
        desk.name_story().await?;
        desk.wait_for("nothing to be wrong", SOUND).await
    })
    .await
}

async fn forces_have_names_parts_and_the_size_that_they_are_measured_against() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tForce\tForce size\tKilled\nA\tArmy\t10,000\t100\nB\tArmy\t\t120\nC\tGuards\t\t5")
            .await?;
        desk.fill("#title", "How many?").await?;
        desk.is(
            "every('.forces fieldset').map((one) => clean(one.querySelector('legend')))",
            json!(["Army", "Guards"]),
        )
        .await?;
        desk.wait_for("nothing to be wrong", SOUND).await?;
        let army = desk.text("find('#force-1-whole').options[1].value").await?;
        desk.choose("#force-1-whole", &army).await?;
        desk.wait_for("the size to be offered", "find('#force-0-lender').options.length === 2").await?;
        let lender = desk.text("find('#force-0-lender').options[1].value").await?;
        desk.choose("#force-0-lender", &lender).await?;
        desk.fill("#force-0-start", "2024-05-06").await?;
        desk.fill("#force-0-deployed", "over 9,000").await?;
        desk.wait_for("nothing to be wrong", SOUND).await?;
        let (_, saved) = desk.saved("Save data.json").await?;
        let saved: serde_json::Value = serde_json::from_slice(&saved)?;
        let forces = &saved["forces"];
        assert_eq!(
            [&forces[0]["name"], &forces[0]["start"], &forces[0]["denominator"]],
            [&json!("Army"), &json!("2024-05-06"), &json!(lender)]
        );
        assert_eq!(forces[0]["scenario"]["deployed"], json!({"over": 9000}));
        assert_eq!([&forces[1]["name"], &forces[1]["part_of"]], [&json!("Guards"), &json!(army)]);
        // The size is the one of the claim, whose id is written down.
        assert_eq!(saved["claims"][0]["id"], json!(lender));
        // One more force comes without a name, which is asked for.
        desk.press("Add a force").await?;
        desk.wait_for("the question for its name", "shows('#force-2-name-problem')").await
    })
    .await
}
