//! What readers will have is seen while one works, at every width and in every language.

use anyhow::Context;
use browser_tests::tests;
use serde_json::json;

use super::{SOUND, at_the_desk};
use crate::LANGUAGES;

tests! {
    the_preview_follows_what_is_typed_and_keeps_the_last_version_without_errors,
    the_preview_is_as_wide_as_dark_and_in_the_language_that_one_chooses,
}

/// Whether the calculator's data have this title and this many claims.
fn previews(title: &str, claims: usize) -> String {
    format!(
        "element?.data?.title === '{title}' && element.data.claims.length === {claims} && element.shadowRoot.querySelector('.calculator')"
    )
}

async fn the_preview_follows_what_is_typed_and_keeps_the_last_version_without_errors() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tKilled\tForce size\nA\t100\t2,000\nB\tabout 200\t").await?;
        desk.is("shows('#preview .stage')", false).await.context("there is nothing to see yet")?;
        desk.name_story().await?;
        desk.wait_for("the calculator", &previews("How many were killed?", 2)).await?;
        desk.click("cell(1, 1)").await?;
        desk.keys("300").await?;
        desk.wait_for("the figure", "element.data.claims[1].killed === 300").await?;
        // While something is wrong the last version stays, and that is said.
        desk.keys(" or 400 or 500").await?;
        desk.wait_for("what is said of it", "shows('#preview .notice')").await?;
        desk.is("[element.data.claims.length, shows('casualty-calculator')]", json!([2, true])).await?;
        desk.keys(thirtyfour::Key::Escape).await?;
        desk.wait_for("the figure as it was", "element.data.claims[1].killed?.about === 200").await?;
        desk.is("shows('#preview .notice')", false).await?;
        // The text for feeds follows too.
        assert!(desk.text("find('#preview pre').textContent").await?.contains("How many were killed?"));
        Ok(())
    })
    .await
}

async fn the_preview_is_as_wide_as_dark_and_in_the_language_that_one_chooses() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with("Source\tKilled\nA\t100").await?;
        desk.name_story().await?;
        desk.wait_for("the calculator", &previews("How many were killed?", 1)).await?;
        let width = "element.getBoundingClientRect().width";
        assert!(desk.value(width).await?.as_f64().is_some_and(|width| width > 600.0));
        desk.press("Phone").await?;
        assert!(desk.value(width).await?.as_f64().is_some_and(|width| (300.0..400.0).contains(&width)));
        desk.is("button('Phone').ariaPressed", "true").await?;
        desk.press("Desk").await?;
        assert!(desk.value(width).await?.as_f64().is_some_and(|width| width > 600.0));
        let ink = "getComputedStyle(element.shadowRoot.querySelector('.calculator')).color";
        let light = desk.text(ink).await?;
        desk.press("Dark").await?;
        desk.wait_for("darkness", &format!("element.getAttribute('theme') === 'dark' && {ink} !== '{light}'")).await?;
        desk.press("Light").await?;
        desk.wait_for("light", &format!("{ink} === '{light}'")).await?;
        for language in LANGUAGES {
            desk.choose("#preview-language", language).await?;
            let lang = format!("element.shadowRoot.querySelector('.calculator').lang === '{language}'");
            desk.wait_for(language, &lang).await?;
        }
        // The story's own language comes first, and its texts are in it.
        desk.choose("#language", "ru").await?;
        desk.wait_for("nothing to be wrong", SOUND).await
    })
    .await
}
