//! A network that fails for a while costs a reader nothing but that while.

use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;

use crate::ONE;

tests! {
    files_that_fail_once_come_when_they_are_asked_for_again,
    a_new_element_asks_again_for_all,
    an_answer_that_comes_too_late_still_counts,
    what_stands_below_the_figures_comes_when_it_is_asked_for_again,
    a_dataset_that_fails_once_comes_when_it_is_asked_for_again,
    a_language_that_fails_once_comes_when_it_is_asked_for_again,
}

/// What each browser tells a page when the network is back, and when a reader returns to it.
const RETURNS: [&str; 2] =
    ["window.dispatchEvent(new Event('online'))", "document.dispatchEvent(new Event('visibilitychange'))"];

/// Puts the loader into the page. By a tag: a driver's own script runs beside the page in Firefox.
const START: &str = "document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/casualty-calculator.js' }))";

/// Waits until both calculators said that they can't start.
async fn both_told(page: &Page) -> anyhow::Result<()> {
    page.wait_for("both to be told", "recorded.filter(({ name }) => name === 'calculator-error').length === 2").await
}

/// What the page was told, by name.
async fn told(page: &Page, name: &str) -> anyhow::Result<usize> {
    Ok(page.events(name).await?.len())
}

async fn files_that_fail_once_come_when_they_are_asked_for_again() -> anyhow::Result<()> {
    // The last is what the names of all of them begin with, the module's too.
    for files in [".wasm", ".css", "/casualty-calculator-"] {
        for again in RETURNS {
            visit(Build::Released, "/pages/any.html?loader=data:text/javascript,", async |page| {
                page.expect_console_error("casualty-calculator: The calculator could not be loaded");
                page.expect_console_error("casualty-calculator-");
                page.session().block(&[files]).await?;
                page.run(START).await?;
                both_told(page).await?;
                assert_eq!(
                    page.value(
                        "[...document.querySelectorAll('#fallback, .fallback')].every((part) => part.checkVisibility())"
                    )
                    .await?,
                    true
                );
                page.session().block(&[]).await?;
                page.run(again).await?;
                page.all_ready(2).await?;
                assert_eq!(
                    page.value("[shown('.calculator'), element.hasAttribute('failed')]").await?,
                    json!([true, false])
                );
                assert_eq!(told(page, "calculator-error").await?, 2, "told once");
                page.act("one('[data-input=killed] .step:last-of-type').click()").await?;
                assert_eq!(page.value("element.scenario.killed").await?, 1050);
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}

async fn a_new_element_asks_again_for_all() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/any.html?loader=data:text/javascript,", async |page| {
        page.expect_console_error("casualty-calculator: The calculator could not be loaded");
        page.session().block(&["*.wasm"]).await?;
        page.run("import('/casualty-calculator.js')").await?;
        both_told(page).await?;
        page.session().block(&[]).await?;
        page.run("document.body.prepend(document.createElement('casualty-calculator'))").await?;
        page.all_ready(3).await
    })
    .await
}

async fn an_answer_that_comes_too_late_still_counts() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/any.html?impatient&loader=data:text/javascript,", async |page| {
        page.expect_console_error("no answer in 30 seconds");
        // As on a machine that slept in the middle of it.
        page.run(
            "const { fetch } = window;
            const slept = new Promise((resolve) => { window.wake = resolve; });
            window.fetch = async (...given) => { const response = await fetch(...given); await slept; return response; };
            import('/casualty-calculator.js')",
        )
        .await?;
        both_told(page).await?;
        page.run("wake()").await?;
        page.all_ready(2).await?;
        assert_eq!(page.value("element.hasAttribute('failed')").await?, false);
        Ok(())
    })
    .await
}

async fn what_stands_below_the_figures_comes_when_it_is_asked_for_again() -> anyhow::Result<()> {
    for again in RETURNS {
        visit(Build::Released, "/pages/any.html?loader=data:text/javascript,", async |page| {
            page.expect_console_error("casualty-calculator: A part could not be loaded");
            page.expect_console_error("casualty-calculator-");
            let lazy = "fetch('/manifest.json').then((response) => response.json()).then(({ files }) =>
                files.find(({ role }) => role === 'lazy-wasm').path)";
            let lazy = page.text(format!("await {lazy}")).await?;
            page.session().block(&[&lazy]).await?;
            page.run(START).await?;
            page.wait_for(
                "what stands in for it",
                "[...document.querySelectorAll('casualty-calculator')].every((of) => shown('[data-lazy=again]', of))",
            )
            .await?;
            // The way to the rule does not depend on it where a page has what `render` makes; and no figure does.
            page.act("one('[data-input=killed] .step:last-of-type').click()").await?;
            assert_eq!(page.value("element.scenario.killed").await?, 1050);
            page.session().block(&[]).await?;
            page.run(again).await?;
            page.wait_for(
                "the sources of both",
                "[...document.querySelectorAll('casualty-calculator')].every((of) => shown('.source', of))",
            )
            .await?;
            assert_eq!(page.value("element.scenario.killed").await?, 1050, "what the reader set");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_dataset_that_fails_once_comes_when_it_is_asked_for_again() -> anyhow::Result<()> {
    for again in RETURNS {
        visit(Build::Released, "/pages/ways/none.html", async |page| {
            page.session().block(&["small.json"]).await?;
            page.open(&format!("{ONE}?src=data/small.json")).await?;
            page.wait_for("the error", "recorded.some(({ detail }) => detail?.code === 'data-not-found')").await?;
            page.session().block(&[]).await?;
            page.run(again).await?;
            page.ready().await?;
            assert_eq!(
                page.value("[shown('[role=alert]'), element.hasAttribute('failed')]").await?,
                json!([false, false])
            );
            assert_eq!(told(page, "calculator-error").await?, 1, "told once");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_language_that_fails_once_comes_when_it_is_asked_for_again() -> anyhow::Result<()> {
    for again in RETURNS {
        visit(Build::Released, ONE, async |page| {
            page.ready().await?;
            page.expect_console_error("casualty-calculator: The texts in “uk” could not be loaded");
            page.session().block(&["casualty-calculator-uk"]).await?;
            page.act("element.lang = 'uk'").await?;
            page.wait_for("the error", "consoleErrors.some((error) => error.includes('could not be loaded'))").await?;
            page.session().block(&[]).await?;
            page.run(again).await?;
            page.wait_for("the language", "one('.calculator').lang === 'uk'").await
        })
        .await?;
    }
    Ok(())
}
