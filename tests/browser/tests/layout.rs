//! The calculator can be read and used where it is narrow, and leaves pictures of itself.

use std::fs;

use anyhow::Context;
use browser_tests::page::{output_folder, visit};
use browser_tests::server::Build;
use serde_json::json;

#[tokio::test]
async fn nothing_is_cut_off_on_the_narrowest_screen() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/narrow.html", async |page| {
        page.session().driver().enter_frame(0).await?;
        page.ready().await?;
        page.open_part("[data-later=spread]").await?;
        page.open_part("[data-later=pairs]").await?;
        page.click(".change > summary").await?;
        page.click("[data-does=ranges]").await?;
        let select = "one('[data-input=killed] select')";
        page.act(format!("{select}.value = 'between'; {select}.dispatchEvent(new Event('change', {{ bubbles: true }}))"))
            .await?;
        for face in ["chart", "table", "timeline"] {
            page.open_part(&format!("[data-shows={face}]")).await?;
            page.act("for (const details of all('details')) details.open = true").await?;
            assert_eq!(page.value("innerWidth").await?, 320);
            // The column heads are there for those who listen; the cells show their own.
            let wide = "all('*').filter((one) => one.getBoundingClientRect().right > 320.5 && !one.closest('svg')
                && !one.closest('.visually-hidden, thead, .source-buttons ul')).map((one) => `${one.tagName}.${one.className}`)";
            assert_eq!(page.value(wide).await?, json!([]), "{face}: what reaches over the edge");
            assert_eq!(page.value("document.documentElement.scrollWidth").await?, 320, "{face}");

            // A link within a text is as high as its line.
            let small = "all('button, input, summary, a').filter((one) => one.checkVisibility()
                    && getComputedStyle(one).display !== 'inline')
                .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
                .filter(([, { width, height }]) => height < 24 || width < 24)
                .map(([name, { width, height }]) => `${name}: ${width} × ${height}`)";
            assert_eq!(page.value(small).await?, json!([]), "{face}: targets under 24 pixels");
            assert_eq!(page.value("all('button').filter((one) => one.checkVisibility()).length > 20").await?, true);
        }
        Ok(())
    })
    .await
}

/// Pictures of the demo story, for people to look at; the test sees only that they are there, and differ.
#[tokio::test]
async fn pictures_for_the_record() -> anyhow::Result<()> {
    let folder = output_folder()?;
    visit(Build::Released, "/index.html", async |page| {
        page.ready().await?;
        // The narrowest last: not every engine has such a window.
        for width in [1100, 760, 480, 320] {
            let mut pictures = Vec::new();
            for scheme in ["light", "dark"] {
                page.session().show_as(scheme, width, 900).await?;
                page.drawn().await?;
                let height = page.value("document.documentElement.scrollHeight").await?;
                page.session().show_as(scheme, width, height.as_u64().context("height")?).await?;
                page.drawn().await?;
                assert_eq!(page.value("document.documentElement.scrollWidth").await?, width, "{scheme}");
                let picture = page.session().driver().screenshot_as_png().await?;
                // A picture in PNG begins with its width, after a mark of 16 bytes.
                assert_eq!(picture.get(16..20), Some(&u32::try_from(width)?.to_be_bytes()[..]));
                fs::write(folder.join(format!("demo-{width}-{scheme}.png")), &picture)?;
                pictures.push(picture);
            }
            assert_ne!(pictures[0], pictures[1], "dark is dark at {width}");
        }
        Ok(())
    })
    .await
}
