//! The iframe page in pages of every kind: as high as what it holds, and at work where it has no origin.

use std::fs;

use anyhow::Context;
use browser_tests::page::{Page, output_folder, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;
use thirtyfour::By;

tests! {
    every_kind_of_page_gives_the_frame_its_height_and_takes_it_back,
    a_height_that_was_set_sets_off_no_other,
    a_frame_without_an_origin_works_where_the_files_are_there_for_all,
    a_frame_that_may_open_no_page_says_where_a_source_leads,
    a_frame_without_an_origin_keeps_the_words_where_the_files_are_not,
    without_scripts_a_reader_has_the_answer_the_chart_the_table_and_the_sources,
}

/// A page that listens as AMP does.
const HOST: &str = "/pages/frames/host.html?listens=amp";

/// Pages that set the frame's height, each in its own way: with their own script where npm has it.
const HOSTS: [&str; 7] = [
    "host.html?listens=amp",
    "host.html?listens=datawrapper",
    "host.html?listens=guardian",
    "host.html?listens=medium",
    "host.html?listens=wordpress&page=/embed.html%23%3Fsecret=Ab1xY2",
    "newswire.html",
    "pym.html",
];

/// How high the frame is, in the page around it.
const HEIGHT: &str = "document.querySelector('iframe').getBoundingClientRect().height";

/// Whether the frame is as high as what it holds: nothing to scroll, and nothing left over.
async fn fits(page: &Page, what: &str) -> anyhow::Result<u64> {
    let content =
        "Math.ceil(document.querySelector('iframe').contentDocument.documentElement.getBoundingClientRect().height)";
    page.wait_for(what, format!("Math.abs({HEIGHT} - {content}) < 1 && {HEIGHT} > 500")).await?;
    Ok(page.value(HEIGHT).await?.as_f64().unwrap_or_default() as u64)
}

async fn every_kind_of_page_gives_the_frame_its_height_and_takes_it_back() -> anyhow::Result<()> {
    for host in HOSTS {
        visit(Build::Released, &format!("/pages/frames/{host}"), async |page| {
            let inside = "document.querySelector('iframe')?.contentDocument?.querySelector('casualty-calculator')";
            // Drawn as a whole: before, the frame is as high as the fallback, and parts of that stand in the calculator.
            let root = format!("{inside}?.shadowRoot");
            let drawn = format!("{root}?.querySelector('.method') && !{root}.querySelector('[data-waiting]')");
            page.wait_for("the calculator in the frame", drawn).await?;
            page.drawn().await?;
            let details = format!("({inside}).shadowRoot.querySelector('.method')");
            let first = fits(page, &format!("{host} to give the frame its height")).await?;
            page.act(format!("{details}.open = true")).await?;
            page.wait_for(&format!("{host} to let it grow"), format!("{HEIGHT} > {first} + 50")).await?;
            fits(page, &format!("{host} to let it grow")).await?;
            page.act(format!("{details}.open = false")).await?;
            page.wait_for(&format!("{host} to let it shrink"), format!("{HEIGHT} < {first} + 1")).await?;
            assert_eq!(fits(page, host).await?, first, "{host}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_height_that_was_set_sets_off_no_other() -> anyhow::Result<()> {
    visit(Build::Released, HOST, async |page| {
        page.wait_for("a height", "heights > 0").await?;
        fits(page, "the height").await?;
        page.drawn().await?;
        let heights = page.value("heights").await?;
        for _ in 0..20 {
            page.drawn().await?;
        }
        assert_eq!(page.value("heights").await?, heights);
        // Asked, it says it again; others than the page around it are not answered.
        page.act(
            "document.querySelector('iframe').contentWindow.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*')",
        )
        .await?;
        page.wait_for("an answer", format!("heights === {heights} + 1")).await?;
        Ok(())
    })
    .await
}

async fn a_frame_without_an_origin_works_where_the_files_are_there_for_all() -> anyhow::Result<()> {
    visit(Build::Released, &format!("{HOST}&sandboxed&page=/for-all/embed.html"), async |page| {
        page.wait_for("the frame's height", format!("heights > 0 && {HEIGHT} > 500")).await?;
        // Not every engine scrolls the page around such a frame for it.
        page.act("scrollTo(0, 500)").await?;
        page.session().driver().enter_frame(0).await?;
        page.wait_for("the calculator", "shown('.calculator')").await?;
        // By a click: not every engine gives such a frame the focus before it had one.
        page.click("[data-input=killed] .step:last-of-type").await?;
        assert_eq!(page.value("element.scenario.killed").await?, 1050);
        page.open_part("[data-shows=table]").await?;
        page.session().driver().enter_default_frame().await?;
        Ok(())
    })
    .await
}

async fn a_frame_that_may_open_no_page_says_where_a_source_leads() -> anyhow::Result<()> {
    for (sandboxed, told) in [("&sandboxed", true), ("", false)] {
        visit(Build::Released, &format!("{HOST}{sandboxed}&page=/for-all/embed.html"), async |page| {
            page.expect_console_error("Blocked opening");
            page.session().driver().enter_frame(0).await?;
            page.wait_for("the sources", "shown('.source a')").await?;
            page.whole().await?;
            if !told {
                page.run("window.open = (address) => { window.opened = address; return {}; }").await?;
            }
            // Twice, and a link to nowhere else.
            page.act("const link = one('.source a'); link.click(); link.click()").await?;
            let output = "all('.source output').map(({ textContent }) => textContent)";
            let address = page.value("one('.source a').href").await?;
            if told {
                assert_eq!(page.value(output).await?, json!([address]));
            } else {
                assert_eq!(page.value(format!("[{output}.length, opened]")).await?, json!([0, address]));
            }
            // What is drawn anew beside it is drawn as ever.
            page.act("element.scenario = { deployed: 100, casualties: 25 }; element.lang = 'uk'").await?;
            page.wait_for("the language", "one('.calculator').lang === 'uk'").await?;
            assert_eq!(page.value("element.rates.casualty_rate.printed").await?, 25);
            page.session().driver().enter_default_frame().await?;
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_frame_without_an_origin_keeps_the_words_where_the_files_are_not() -> anyhow::Result<()> {
    visit(Build::Released, &format!("{HOST}&sandboxed"), async |page| {
        page.expect_console_error("CORS policy");
        page.expect_console_error("ERR_FAILED");
        page.session().driver().enter_frame(0).await?;
        let words = "document.querySelector('casualty-calculator').querySelector('.sentence')?.checkVisibility()";
        page.wait_for("the words", words).await?;
        assert_eq!(page.value("document.querySelector('casualty-calculator').checkVisibility()").await?, true);
        assert_eq!(
            page.value("document.querySelector('casualty-calculator').shadowRoot").await?,
            serde_json::Value::Null
        );
        page.session().driver().enter_default_frame().await?;
        Ok(())
    })
    .await
}

async fn without_scripts_a_reader_has_the_answer_the_chart_the_table_and_the_sources() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/frames/no-script.html", async |page| {
        page.expect_console_error("Blocked script execution");
        let inside = "document.querySelector('iframe').contentDocument";
        page.wait_for("the story", format!("{inside}?.querySelector('.sources a')?.checkVisibility()")).await?;
        assert_eq!(page.value(format!("{inside}.querySelector('casualty-calculator').shadowRoot")).await?, json!(null));
        let shown = format!(
            "['.question', '.sentence', '.rate', '.bar-row svg', 'table', '.checks summary', '.sources a']
                .every((css) => {inside}.querySelector('.casualty-calculator-fallback ' + css).getBoundingClientRect().height > 0)"
        );
        let dead = format!("[...{inside}.querySelectorAll('button, input, select')].filter((one) => one.checkVisibility()).length");
        let frame = page.session().driver().find(By::Css("iframe")).await?;
        for width in [1100, 760, 480, 320] {
            page.act(format!("document.querySelector('iframe').width = {width}")).await?;
            assert_eq!(page.value(&shown).await?, true, "{width}");
            assert_eq!(page.value(&dead).await?, 0, "{width}: what nothing brings to life");
            let fits = format!("{inside}.documentElement.scrollWidth <= {width}");
            assert_eq!(page.value(fits).await?, true, "nothing sticks out at {width}");
            assert_eq!(page.value(format!("getComputedStyle({inside}.querySelector('.desk')).display")).await?, "grid");
            for scheme in ["light", "dark"] {
                // A picture of the frame alone: not every engine has so narrow a window.
                page.session().show_as(scheme, width.max(600), 4600).await?;
                page.drawn().await?;
                let picture = frame.screenshot_as_png().await?;
                let path = output_folder()?.join(format!("without-scripts-{width}-{scheme}.png"));
                fs::write(&path, picture).with_context(|| path.display().to_string())?;
            }
        }
        Ok(())
    })
    .await
}
