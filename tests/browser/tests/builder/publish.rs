//! What is published is whole: the archive works where it is unpacked, and the code says where the files are.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use anyhow::Context;
use browser_tests::tests;
use serde_json::json;

use super::tables::{as_table, as_text, check_data, questions_answered};
use super::{Desk, SOUND, at_the_desk};

tests! {
    the_archive_of_a_pasted_sheet_works_where_it_is_unpacked,
    the_code_has_the_address_where_the_files_will_be,
    an_archive_that_cannot_be_made_says_why,
}

/// What has to be in an archive, besides what the build calls by hashes.
const FILES: [&str; 7] =
    ["casualty-calculator.js", "data.json", "embed.html", "frame.js", "fallback.css", "index.html", "table.csv"];

/// Saves the archive and unpacks it into a folder; gives the names of its files.
async fn unpack(desk: &Desk<'_>, folder: &Path) -> anyhow::Result<Vec<String>> {
    desk.wait_for("what makes the files", "!button('Save the archive').disabled").await?;
    let (name, archive) = desk.saved("Save the archive").await?;
    assert_eq!(name, "calculator.zip");
    desk.wait_for("what is said of it", "said('#publish .status') === 'The archive was saved.'").await?;
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).context("the archive")?;
    archive.extract(folder).context("unpacking")?;
    let names = archive.file_names().map(|name| Ok(name?.into_owned()));
    names.collect()
}

async fn the_archive_of_a_pasted_sheet_works_where_it_is_unpacked() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.paste("document.body", Some(&as_table()), &as_text()).await?;
        questions_answered(desk).await?;
        let files = unpack(desk, desk.0.unpacked()).await?;
        for name in FILES {
            assert!(files.iter().any(|file| file == name), "{name} in {files:?}");
        }
        assert!(
            files.iter().any(|name| name.ends_with(".png")) && files.iter().any(|name| name.ends_with(".wasm")),
            "{files:?}"
        );
        assert!(!files.iter().any(|name| name.contains("builder")), "{files:?}");
        check_data(&fs::read_to_string(desk.0.unpacked().join("data.json"))?)?;
        let table = fs::read_to_string(desk.0.unpacked().join("table.csv"))?;
        assert!(table.contains("\"4,435 to 6,800\"") && table.contains("\"64,260 (55,298–78,525)\""), "{table}");
        // The page for frames shows the story, and so does the page that says what goes where.
        desk.0.open("/unpacked/embed.html").await?;
        desk.0.ready().await?;
        desk.is("[element.data.title, element.data.claims.length]", json!(["How many were killed?", 12])).await?;
        desk.0.open("/unpacked/index.html").await?;
        desk.wait_for("the page", "find('h1')").await
    })
    .await
}

async fn the_code_has_the_address_where_the_files_will_be() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tKilled\nA\t1").await?;
        desk.name_story().await?;
        desk.wait_for("the code", &format!("{SOUND} && shows('#code-tag')")).await?;
        desk.fill("#address", "https://paper.example/losses/").await?;
        desk.wait_for("the address in the code", "every('.code textarea').every(({ value }) => value.includes('https://paper.example/losses/'))").await?;
        desk.is("every('.code textarea').length", 4).await?;
        // What is copied is what stands there.
        desk.0.run("window.copied = []; Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { copied.push(text); } } });").await?;
        desk.click("find('#code-tag').parentElement.querySelector('button')").await?;
        desk.wait_for("the copy", "copied.length === 1 && clean(find('#code-tag').parentElement.querySelector('.status')) === 'Copied.'").await?;
        desk.is("copied[0] === find('#code-tag').value", true).await?;
        // Something that is no address is said to be none.
        desk.fill("#address", "nowhere").await?;
        desk.wait_for("what is wrong", "find('#address').getAttribute('aria-invalid') === 'true' && button('Save the archive').disabled").await?;
        desk.fill("#address", "").await?;
        desk.wait_for("the code without an address", "shows('#code-tag') && !find('#code-tag').value.includes('paper.example')").await
    })
    .await
}

async fn an_archive_that_cannot_be_made_says_why() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tKilled\nA\t1").await?;
        desk.name_story().await?;
        desk.wait_for("nothing to be wrong", &format!("{SOUND} && !button('Save the archive').disabled")).await?;
        desk.0.session().block(&["*manifest.json*"]).await?;
        desk.0.expect_console_error("manifest.json");
        desk.press("Save the archive").await?;
        desk.wait_for("the reason", "said('#publish .status').includes('manifest.json')").await?;
        desk.0.session().block(&[]).await?;
        unpack(desk, desk.0.unpacked()).await?;
        Ok(())
    })
    .await
}
