//! Pictures for the documents, which `cargo xtask pictures` puts there, and for people to look at. What the pages show
//! besides is tested elsewhere.

use std::fs;

use anyhow::Context;
use browser_tests::page::{Page, output_folder, visit};
use browser_tests::server::Build;

/// A page from its top.
async fn picture(page: &Page, (width, height): (u64, u64)) -> anyhow::Result<Vec<u8>> {
    page.session().show_as("light", width, height).await?;
    page.drawn().await?;
    Ok(page.session().driver().screenshot_as_png().await?)
}

/// Leaves a picture for the documents.
fn keep(name: &str, picture: &[u8]) -> anyhow::Result<()> {
    let folder = output_folder()?.join("pictures");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let path = folder.join(format!("{name}.png"));
    fs::write(&path, picture).with_context(|| path.display().to_string())
}

#[tokio::test]
async fn every_part_and_property_that_the_readme_names_can_be_styled() -> anyhow::Result<()> {
    for (name, size) in [("parts", (760, 4000)), ("brand", (760, 1700))] {
        visit(Build::Released, &format!("/pages/styling/{name}.html"), async |page| {
            page.ready().await?;
            let styled = picture(page, size).await?;
            keep(&format!("style-{name}"), &styled)?;
            page.act("document.styleSheets[0].disabled = true").await?;
            assert_ne!(picture(page, size).await?, styled, "{name}: the page's rules count");
            Ok(())
        })
        .await?;
    }
    Ok(())
}
