//! A table as people have it becomes a calculator that is checked, and a file that can't is told why.

use anyhow::Context;
use browser_tests::tests;
use casualty_calculator::dataset::parse_dataset;
use serde_json::{Value, json};

use super::{Desk, SOUND, at_the_desk};

tests! {
    a_sheet_as_people_write_it_becomes_claims_once_what_is_unclear_was_asked,
    the_text_of_a_table_is_read_as_its_cells_are,
    a_table_beside_another_one_is_asked_about,
    files_that_are_dropped_are_read_or_it_is_said_why_not,
    a_story_is_written_by_hand_from_an_empty_row,
}

/// Twelve reports as somebody keeps them: a title above the heads, a blank row, an empty last column, hedges by words and by
/// marks, ranges, the mark of a footnote, line breaks, dates of every precision, and three cells that could mean two things.
#[rustfmt::skip]
const SHEET: [&[&str]; 16] = [
    &["What the reports say"],
    &[],
    &["Source", "As of", "Published", "Killed", "Wounded", "Force size", "Casualty rate", ""],
    &["First", "mid-January 2025", "22 January 2025", "about 1,000", "some 3,000", "over 10,000", "", ""],
    &["Second", "2025-01-13", "1/2/2025", "6806*", "2,700", "1.000", "", ""],
    &["Third", "", "2025-02", "dozens", "4,435 to 6,800", "", "", ""],
    &["Fourth", "", "3 March 2025", "8,500+", "12,740~", "", "36,5 %", ""],
    &[],
    &["Fifth", "", "", ">1,000", "at least 600", "n/a", "", ""],
    &["Sixth", "", "", "~500", "c. 500", "?", "", ""],
    &["Seventh", "", "", "64,260 (55,298–78,525)", "", "-", "", ""],
    &["Eighth", "", "", "up to 15,000", "nearly 9,000", "", "", ""],
    &["Ninth", "", "", "5–6", "", "", "", ""],
    &["Tenth", "", "", "", "1,100", "", "a third", ""],
    &["Eleventh\nreport", "", "", "12", "", "", "", ""],
    &["Twelfth", "", "", "1,234", "2,345", "20,000", "", ""],
];

/// The figures of each: killed, wounded, the size of the force, the rate.
fn figures() -> Value {
    json!([
        [{"about": 1000}, {"about": 3000, "words": "some 3,000"}, {"over": 10000}, null],
        [6806, 2700, 1000, null],
        [{"words": "dozens"}, {"between": [4435, 6800]}, null, null],
        [{"at_least": 8500}, {"about": 12740}, null, 36.5],
        [{"over": 1000}, {"at_least": 600}, null, null],
        [{"about": 500}, {"about": 500}, null, null],
        [{"best": 64260, "between": [55298, 78525]}, null, null, null],
        [{"up_to": 15000}, {"nearly": 9000}, null, null],
        [{"between": [5, 6]}, null, null, null],
        [null, 1100, null, {"exact": "1/3", "words": "a third"}],
        [12, null, null, null],
        [1234, 2345, 20000, null],
    ])
}

/// The sheet as a spreadsheet puts it on the clipboard: a table.
pub(super) fn as_table() -> String {
    let rows = SHEET.iter().map(|row| {
        let cells: String =
            row.iter().map(|cell| format!("<td>{}</td>", cell.replace('>', "&gt;").replace('\n', "<br>"))).collect();
        format!("<tr>{cells}</tr>")
    });
    format!("<meta charset='utf-8'><table><tbody>{}</tbody></table>", rows.collect::<String>())
}

/// The sheet as text between tabs.
pub(super) fn as_text() -> String {
    let cell = |cell: &&str| if cell.contains('\n') { format!("\"{cell}\"") } else { (*cell).to_owned() };
    let rows = SHEET.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t"));
    rows.collect::<Vec<_>>().join("\n")
}

/// Answers what is asked by one press each: the day first, a whole number, a decimal comma.
pub(super) async fn questions_answered(desk: &Desk<'_>) -> anyhow::Result<()> {
    desk.wait_for("the questions", "every('.cell .repair').length === 5").await?;
    desk.is("every('.cell.wrong').map(written)", json!(["1/2/2025", "1.000", "36,5 %"])).await?;
    let answer = async |row: usize, column: usize, says: &str| {
        let repair = format!(
            "[...cell({row}, {column}).querySelectorAll('.repair')].find((one) => clean(one).includes('{says}'))"
        );
        desk.click(&repair).await
    };
    answer(1, 2, "2025-02-01").await?;
    answer(1, 5, "1,000").await?;
    answer(3, 6, "36.5").await?;
    desk.name_story().await?;
    desk.wait_for("nothing to be wrong", SOUND).await
}

async fn check(desk: &Desk<'_>) -> anyhow::Result<()> {
    let (name, saved) = desk.saved("Save data.json").await?;
    assert_eq!(name, "data.json");
    check_data(&String::from_utf8(saved)?)
}

/// A data file is one that the command accepts, with what the sheet says.
pub(super) fn check_data(text: &str) -> anyhow::Result<()> {
    parse_dataset(text).map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
    let data: Value = serde_json::from_str(text)?;
    let claims = data["claims"].as_array().cloned().unwrap_or_default();
    let told: Vec<Value> = claims
        .iter()
        .map(|claim| json!([claim["killed"], claim["wounded"], claim["deployed"], claim["stated"]["casualty_rate"]]))
        .collect();
    assert_eq!(Value::from(told), figures());
    let of = |field: &str| claims.iter().take(4).map(|claim| claim[field].clone()).collect::<Value>();
    assert_eq!(of("published"), json!(["2025-01-22", "2025-02-01", "2025-02", "2025-03-03"]));
    assert_eq!(of("as_of"), json!(["2025-01", "2025-01-13", null, null]));
    assert_eq!(claims[0]["as_of_words"], "mid-January 2025");
    let sources: Vec<_> = claims.iter().map(|claim| claim["source"]["name"].clone()).collect();
    assert_eq!(sources[10], "Eleventh report");
    assert_eq!(sources.len(), 12);
    Ok(())
}

async fn a_sheet_as_people_write_it_becomes_claims_once_what_is_unclear_was_asked() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.paste("document.body", Some(&as_table()), &as_text()).await?;
        desk.wait_for("the table", "find('[role=grid]') && cells().length === 12").await?;
        questions_answered(desk).await?;
        check(desk).await
    })
    .await
}

async fn the_text_of_a_table_is_read_as_its_cells_are() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.paste("find('#paste')", None, "").await?;
        desk.act("find('#paste').value = given[0]", vec![as_text().into()]).await?;
        desk.press("Read the table").await?;
        desk.wait_for("the table", "find('[role=grid]') && cells().length === 12").await?;
        questions_answered(desk).await?;
        check(desk).await
    })
    .await
}

async fn a_table_beside_another_one_is_asked_about() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tKilled\nA\t1").await?;
        let another = "Killed\tSource\tWounded\n2\tB\t3";
        for (answer, cells) in [
            ("Cancel", json!([["A", "1"]])),
            ("Add them to the table", json!([["A", "1", ""], ["B", "2", "3"]])),
            ("Replace the table", json!([["2", "B", "3"]])),
        ] {
            desk.paste("document.body", None, another).await?;
            desk.press(answer).await?;
            desk.is("cells()", cells).await.context(answer)?;
            desk.is("shows('[role=alertdialog]')", false).await?;
        }
        // It is a step that can be taken back.
        desk.press("Undo").await?;
        desk.is("cells().length", 2).await?;
        Ok(())
    })
    .await
}

async fn files_that_are_dropped_are_read_or_it_is_said_why_not() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        // What can't be read leaves what is there, and says what to do.
        for (name, bytes, says) in [
            ("sheet.xlsx", &b"PK\x03\x04\x14\x00"[..], "save the sheet as CSV"),
            ("sheet.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "save the sheet as CSV"),
            ("old.csv", b"Source;Killed\nD\xe9p\xeache;1", "letters of this file"),
            ("data.json", b"{\"format\": 2,", "begins as JSON"),
            ("data.json", b"{\"format\": 1, \"claims\": []}", "not a dataset of format 2"),
            ("empty.csv", b"\n\n", "no table in it"),
        ] {
            desk.drop_file(name, bytes).await?;
            let told = format!("shows('.notice[role=alert]') && said('.notice[role=alert] p').includes('{says}')");
            desk.wait_for(&format!("what is said of {name}"), &told).await?;
        }
        desk.press("Close").await?;
        desk.is("[shows('.notice[role=alert]'), shows('#start')]", json!([false, true])).await?;
        let little: Vec<u8> = "\u{feff}Source\tKilled\nДепеша\t1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}Source;Killed\nДепеша;1".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let story = br#"{"format": 2, "title": "How many?", "forces": [{"id": "a", "name": "Army"}],
            "claims": [{"id": "d", "source": {"name": "\u0414\u0435\u043f\u0435\u0448\u0430"}, "killed": 1}]}"#;
        for (name, bytes) in [
            ("utf-8.csv", "Source,Killed\nДепеша,1".as_bytes()),
            ("utf-16-le.txt", &little),
            ("utf-16-be.csv", &big),
            ("data.json", story),
        ] {
            desk.drop_file(name, bytes).await?;
            desk.wait_for(name, "find('[role=grid] [role=gridcell]')").await?;
            desk.is("cells()[0].slice(0, 2)", json!(["Депеша", "1"])).await.context(name)?;
            desk.press("Other drafts").await?;
        }
        Ok(())
    })
    .await
}

async fn a_story_is_written_by_hand_from_an_empty_row() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.press("Begin with an empty row").await?;
        desk.wait_for("the table", "find('[role=grid]')").await?;
        // The row as a form says what each field means.
        desk.click("find('.claim-form > summary')").await?;
        desk.is(
            "every('.claim-form .field').every((one) => one.querySelector('.hint')?.textContent.length > 10)",
            true,
        )
        .await?;
        let field = |column: &str| format!("[id^=claim-][id$=-{column}]");
        desk.fill(&field("source"), "A paper").await?;
        desk.fill(&field("killed"), "over 1,000").await?;
        desk.name_story().await?;
        desk.wait_for("nothing to be wrong", SOUND).await?;
        let (_, saved) = desk.saved("Save data.json").await?;
        let saved: Value = serde_json::from_slice(&saved)?;
        assert_eq!(saved["claims"][0]["killed"], json!({"over": 1000}));
        assert_eq!(saved["claims"][0]["source"], json!({"name": "A paper"}));
        Ok(())
    })
    .await
}
