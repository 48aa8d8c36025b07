//! Every part in every state looks as it did: the gallery against the pictures of it in the documents, at half its size.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use browser_tests::engine::Engine;
use browser_tests::page::{Page, output_folder, visit};
use browser_tests::picture::{store, whole};
use browser_tests::server::Build;
use browser_tests::skip::Cannot;
use image::RgbImage;
use image::imageops::{self, FilterType};

/// The pictures that stand, each named by its width, its colours and its direction.
const PICTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/gallery/pictures");

/// How far a colour may be from what it was, of 255, and how many of a million pixels may be farther. The edges of letters
/// are drawn a little differently from one version of a browser to the next; at half the size little of that is left.
const TOLERANCE: u8 = 32;
const STRAYS: u64 = 30;

/// The page whole, at half its size.
async fn picture(page: &Page, scheme: &str, width: u64) -> anyhow::Result<RgbImage> {
    let whole = whole(page, scheme, width).await?;
    Ok(imageops::resize(&whole, whole.width() / 2, whole.height() / 2, FilterType::Triangle))
}

/// How many pixels of a million are farther from what they were than the tolerance; nothing where the size is another.
fn strays(picture: &RgbImage, before: &RgbImage) -> Option<u64> {
    if picture.dimensions() != before.dimensions() {
        return None;
    }
    let far = |(one, other): &(&image::Rgb<u8>, &image::Rgb<u8>)| {
        one.0.iter().zip(other.0).any(|(one, other)| one.abs_diff(other) > TOLERANCE)
    };
    let far = picture.pixels().zip(before.pixels()).filter(far).count() as u64;
    Some(far * 1_000_000 / (u64::from(picture.width()) * u64::from(picture.height())).max(1))
}

/// Opens the gallery and waits until each calculator is in its state.
async fn open(page: &Page, direction: &str, language: &str) -> anyhow::Result<()> {
    page.open(&format!("/gallery/?dir={direction}&lang={language}")).await?;
    page.wait_for("the gallery", "document.documentElement.hasAttribute('data-ready')").await
}

#[tokio::test]
async fn every_part_in_every_state_looks_as_it_did() -> anyhow::Result<()> {
    // Set by `cargo xtask pictures`, which then takes what is shown for what is to be.
    let taken_anew = env::var_os("CC_TAKE_PICTURES").is_some();
    let folder = output_folder()?.join("gallery");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    visit(Build::Released, "/gallery/", async |page| {
        if page.session().engine() != Engine::Chromium {
            return Err(Cannot::because("the pictures are Chromium’s"));
        }
        // What the state with trouble is there to show.
        page.expect_console_error("scenario");
        let mut changed = Vec::new();
        for (direction, language) in [("ltr", "en"), ("rtl", "ar")] {
            for width in [320, 480, 760, 1100] {
                page.session().show_as("light", width, 900).await?;
                open(page, direction, language).await?;
                for scheme in ["light", "dark"] {
                    let name = format!("{width}-{scheme}-{direction}.png");
                    let now = picture(page, scheme, width).await?;
                    store(&now, &folder.join(&name))?;
                    if taken_anew {
                        continue;
                    }
                    // In as few colours as the one that stands.
                    let now = image::open(folder.join(&name))?.into_rgb8();
                    let stands = Path::new(PICTURES).join(&name);
                    let before = image::open(&stands).with_context(|| stands.display().to_string())?.into_rgb8();
                    match strays(&now, &before) {
                        Some(far) if far <= STRAYS => {}
                        Some(far) => changed.push(format!("{name}: {far} of a million pixels")),
                        None => changed.push(format!("{name}: {:?}, not {:?}", now.dimensions(), before.dimensions())),
                    }
                }
            }
        }
        ensure!(
            changed.is_empty(),
            "look at {} beside {PICTURES}; `cargo xtask pictures` keeps them: {changed:#?}",
            folder.display()
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_changed_line_is_seen_and_a_letters_edge_is_not() -> anyhow::Result<()> {
    visit(Build::Released, "/gallery/", async |page| {
        if page.session().engine() != Engine::Chromium {
            return Err(Cannot::because("the pictures are Chromium’s"));
        }
        page.expect_console_error("scenario");
        open(page, "ltr", "en").await?;
        let as_it_is = picture(page, "light", 760).await?;
        let rule = |rule: &str| {
            format!(
                "const rule = new CSSStyleSheet();
                rule.replaceSync('{rule}');
                for (const of of document.querySelectorAll('casualty-calculator')) {{
                    of.shadowRoot.adoptedStyleSheets = [...of.shadowRoot.adoptedStyleSheets.slice(0, 1), rule];
                }}"
            )
        };
        let mut seen = Vec::new();
        for change in [
            ":host > div { -webkit-text-stroke: 0.05px }",
            "section > .title { border-block-start-width: 3px }",
            ".segment.wounded { fill: #3a61a8 }",
            ".sentence { font-weight: 700 }",
            ".bar-row { padding-block-end: 3px }",
        ] {
            page.act(rule(change)).await?;
            let far = strays(&picture(page, "light", 760).await?, &as_it_is);
            seen.push(far.is_none_or(|far| far > STRAYS));
        }
        assert_eq!(seen, [false, true, true, true, true]);
        Ok(())
    })
    .await
}
