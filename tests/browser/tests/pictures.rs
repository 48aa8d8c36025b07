//! Pictures for the documents, which `cargo xtask pictures` puts there, and for people to look at. What the pages show
//! besides is tested elsewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use browser_tests::page::{Page, output_folder, visit};
use browser_tests::picture::{store, whole};
use browser_tests::server::Build;
use browser_tests::tests;
use image::imageops;
use serde_json::json;

tests! {
    every_part_and_property_that_the_readme_names_can_be_styled,
    the_story_is_there_at_every_width_and_dark_where_it_is_dark,
}

/// A page from its top.
async fn picture(page: &Page, (width, height): (u64, u64)) -> anyhow::Result<Vec<u8>> {
    page.session().show_as("light", width, height).await?;
    page.drawn().await?;
    Ok(page.session().driver().screenshot_as_png().await?)
}

/// Where a picture for the documents goes.
fn place(name: &str) -> anyhow::Result<PathBuf> {
    let folder = output_folder()?.join("pictures");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    Ok(folder.join(format!("{name}.png")))
}

/// Each part that shows, by its name, unless the page's rules have put a frame around it and, where it has a place for one,
/// its name into it.
const UNSTYLED: &str = "[...new Set(all('[part]').filter((one) => one.checkVisibility()).flatMap((one) => [...one.part]))].sort()
    .map((name) => {
        const part = all(`[part~=${name}]`).find((one) => one.checkVisibility());
        const framed = getComputedStyle(part).outlineWidth === '2px' && getComputedStyle(part).outlineColor === 'rgb(179, 38, 30)';
        const named = part.matches('input') || getComputedStyle(part, '::after').content === `\"${name}\"`;
        return framed && named ? null : name;
    }).filter(Boolean)";

/// The custom properties that the page's rules set, and those of them without which everything looks the same.
const WITHOUT_EFFECT: &str = "
    const { style } = [...document.styleSheets[0].cssRules].find(({ selectorText }) => selectorText === 'casualty-calculator');
    const look = () => JSON.stringify(all('*').map((one) => {
        const { color, backgroundColor, fontFamily, fontSize } = getComputedStyle(one);
        return [color, backgroundColor, fontFamily, fontSize];
    }));
    const [names, whole] = [[...style].sort(), look()];
    return [names, names.filter((name) => {
        const value = style.getPropertyValue(name);
        style.removeProperty(name);
        const same = look() === whole;
        style.setProperty(name, value);
        return same;
    })];";

async fn every_part_and_property_that_the_readme_names_can_be_styled() -> anyhow::Result<()> {
    for (name, size) in [("parts", (760, 4000)), ("brand", (760, 1700))] {
        visit(Build::Released, &format!("/pages/styling/{name}.html"), async |page| {
            page.ready().await?;
            let styled = picture(page, size).await?;
            let path = place(&format!("style-{name}"))?;
            fs::write(&path, &styled).with_context(|| path.display().to_string())?;
            if name == "parts" {
                // The whole has no frame: it would be the picture's.
                assert_eq!(page.value(UNSTYLED).await?, json!(["calculator"]));
            } else {
                let found = page.run(WITHOUT_EFFECT).await?;
                let tokens = include_str!("../../../styles/tokens.css").split("var(--cc-").skip(1);
                let known = tokens.filter_map(|rest| Some(format!("--cc-{}", rest.split([',', ')']).next()?)));
                assert_eq!(found[0], json!(known.collect::<BTreeSet<_>>()), "the page sets every property");
                assert_eq!(found[1], json!([]), "properties that do nothing");
            }
            page.act("document.styleSheets[0].disabled = true").await?;
            assert_ne!(picture(page, size).await?, styled, "{name}: the page's rules count");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn the_story_is_there_at_every_width_and_dark_where_it_is_dark() -> anyhow::Result<()> {
    visit(Build::Released, "/index.html", async |page| {
        let all =
            "for (const one of document.querySelectorAll('casualty-calculator')) one.setAttribute('loading', 'eager')";
        page.run(all).await?;
        page.all_ready(3).await?;
        // The narrowest last: not every engine has such a window.
        for width in [1100, 760, 480, 320] {
            let mut pictures = Vec::new();
            for scheme in ["light", "dark"] {
                let story = whole(page, scheme, width).await?;
                let fits = page.value("document.documentElement.scrollWidth <= innerWidth").await?;
                assert_eq!(fits, true, "{width}, {scheme}: nothing sticks out");
                store(&story, &place(&format!("story-{width}-{scheme}"))?)?;
                if (width, scheme) == (1100, "light") {
                    // From above the question to below the chart.
                    let top = page.value("Math.round(element.offsetTop)").await?.as_u64().context("the top")?;
                    let end = "Math.round(one('.comparison').getBoundingClientRect().bottom + scrollY)";
                    let end = page.value(end).await?.as_u64().context("the end")?;
                    let (top, height) = (u32::try_from(top)?, u32::try_from(end.saturating_sub(top))?);
                    let calculator = imageops::crop_imm(&story, 0, top, story.width(), height).to_image();
                    store(&calculator, &place("calculator")?)?;
                }
                pictures.push(story);
            }
            assert_ne!(pictures[0], pictures[1], "dark is dark at {width}");
        }
        Ok(())
    })
    .await
}
