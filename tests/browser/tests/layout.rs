//! The calculator can be read and used where it is narrow, and leaves pictures of itself.

use std::fs;

use browser_tests::page::{output_folder, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;
use thirtyfour::common::print::PrintParameters;

use crate::ONE;

tests! {
    nothing_is_cut_off_on_the_narrowest_screen,
    a_pages_rules_for_everything_change_nothing_inside,
    in_a_page_that_reads_from_the_right_it_does_too,
    printed_there_are_the_figures_and_no_controls,
}

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
            page.unfold().await?;
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

async fn a_pages_rules_for_everything_change_nothing_inside() -> anyhow::Result<()> {
    // Where each part is and how it is written, seen from where the calculator begins.
    let look = "(() => {
        const from = one('.calculator').getBoundingClientRect();
        return all('h2, .sentence, [part=field], .step, .rates dt, .rates dd, .bar-row, svg, text, button, summary, p, li')
            .filter((part) => part.checkVisibility()).map((part) => {
                const { left, top, width, height } = part.getBoundingClientRect();
                const { color, fontFamily, fontSize, fontStyle, letterSpacing, textTransform } = getComputedStyle(part);
                const place = [left - from.left, top - from.top, width, height].map(Math.round);
                return [...place, color, fontFamily, fontSize, fontStyle, letterSpacing, textTransform].join(' ');
            });
    })()";
    visit(Build::Released, "/pages/hostile.html", async |page| {
        page.ready().await?;
        page.act("document.body.style.margin = 0; document.styleSheets[0].disabled = true").await?;
        let alone = page.value(look).await?;
        assert!(alone.as_array().is_some_and(|parts| parts.len() > 50), "{alone}");
        page.act("document.styleSheets[0].disabled = false").await?;
        assert_eq!(
            page.text("getComputedStyle(document.body).textTransform").await?,
            "uppercase",
            "the rules are there"
        );
        assert_eq!(page.value(look).await?, alone);
        Ok(())
    })
    .await
}

async fn in_a_page_that_reads_from_the_right_it_does_too() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let end = "one('.sentence').getBoundingClientRect().right";
        page.act("document.documentElement.dir = 'rtl'").await?;
        // Its words say which way they are read, whatever the page around them does.
        assert_eq!(page.text("getComputedStyle(one('.calculator')).direction").await?, "ltr");
        assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth").await?, true);
        page.act("document.documentElement.lang = 'ar'; element.lang = 'ar'").await?;
        page.wait_for("Arabic", "one('.calculator').lang === 'ar'").await?;
        assert_eq!(page.text("getComputedStyle(one('.calculator')).direction").await?, "rtl");
        // Fields, which begin a line, are on the right, and nothing sticks out.
        let place = format!("Math.abs(one('[data-input=killed]').getBoundingClientRect().right - {end}) < 1");
        assert_eq!(page.value(place).await?, true);
        assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth").await?, true);
        Ok(())
    })
    .await
}

async fn printed_there_are_the_figures_and_no_controls() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.act("element.scenario = { deployed: 12000, killed: 345, wounded: 678 }").await?;
        for (face, also) in [("chart", "345 killed, 678 wounded"), ("table", "not given")] {
            page.open_part(&format!("[data-shows={face}]")).await?;
            let printed = page.session().driver().print_page(PrintParameters::default()).await?;
            fs::write(output_folder()?.join(format!("printed-{face}.pdf")), &printed)?;
            let text = pdf_extract::extract_text_from_mem(&printed)?;
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for part in
                ["12,000", "1,023", also, "National Intelligence Service", "The Moscow Times", "Do the numbers add up?"]
            {
                assert!(text.contains(part), "{face}: no {part:?} in: {text}");
            }
            for part in ["Undo", "Make unknown", "Start from a source", "Use ranges", "Timeline"] {
                assert!(!text.contains(part), "{face}: {part:?} in: {text}");
            }
        }
        Ok(())
    })
    .await
}
