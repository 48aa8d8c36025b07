//! Every part in every state looks as it did: the gallery against the pictures of it in the documents, at half its size.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use browser_tests::page::{Page, output_folder, visit};
use browser_tests::picture::{half, store, whole};
use browser_tests::server::Build;
use browser_tests::skip::only_in_chromium;
use browser_tests::tests;
use image::RgbImage;

tests! {
    every_part_in_every_state_looks_as_it_did,
    a_changed_line_is_seen_and_a_letters_edge_is_not,
}

/// The pictures that stand, each named by its width, its colours and its direction.
const PICTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/gallery/pictures");

/// Why no other engine's are compared.
const WHOSE: &str = "the pictures are Chromium’s";

/// How far a colour may be from what it was, of 255, and how many of a million pixels may be farther. The edges of letters
/// are drawn a little differently from one version of a browser to the next; at half the size little of that is left.
const TOLERANCE: u8 = 32;
const STRAYS: u64 = 30;

/// The page whole, at half its size.
async fn picture(page: &Page, scheme: &str, width: u64) -> anyhow::Result<RgbImage> {
    Ok(half(whole(page, scheme, width).await?))
}

/// How many pixels of a million are farther from what they were than the tolerance; nothing where the size is another.
fn strays(picture: &RgbImage, before: &RgbImage) -> Option<u64> {
    if picture.dimensions() != before.dimensions() {
        return None;
    }
    let far = |(one, other): &(&[u8], &[u8])| {
        one != other && one.iter().zip(*other).any(|(one, other)| one.abs_diff(*other) > TOLERANCE)
    };
    let row = picture.width() as usize * 3;
    // Most rows are as they were.
    let changed = picture.chunks_exact(row).zip(before.chunks_exact(row)).filter(|(one, other)| one != other);
    let far = changed.map(|(one, other)| one.chunks_exact(3).zip(other.chunks_exact(3)).filter(far).count() as u64);
    let far = far.sum::<u64>();
    Some(far * 1_000_000 / (u64::from(picture.width()) * u64::from(picture.height())).max(1))
}

/// Opens the gallery and waits until each calculator is in its state.
async fn open(page: &Page, direction: &str, language: &str) -> anyhow::Result<()> {
    page.open(&format!("/gallery/?dir={direction}&lang={language}")).await?;
    page.wait_for("the gallery", "document.documentElement.hasAttribute('data-ready')").await
}

async fn every_part_in_every_state_looks_as_it_did() -> anyhow::Result<()> {
    only_in_chromium(WHOSE)?;
    // Set by `cargo xtask pictures`, which then takes what is shown for what is to be.
    let taken_anew = env::var_os("CC_TAKE_PICTURES").is_some();
    let folder = output_folder()?.join("gallery");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    visit(Build::Released, "/gallery/", async |page| {
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

async fn a_changed_line_is_seen_and_a_letters_edge_is_not() -> anyhow::Result<()> {
    only_in_chromium(WHOSE)?;
    visit(Build::Released, "/gallery/", async |page| {
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
