//! When something is wrong, the reader keeps what the page gave and is told why.

use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;

use crate::ONE;

tests! {
    figures_that_are_not_there_leave_the_pages_own_content,
    wrong_figures_leave_the_pages_own_content,
    a_wrong_scenario_opens_the_published_figures,
    what_a_page_sets_wrongly_changes_nothing,
}

const FALLBACK_SHOWN: &str =
    "(() => { const { width, height } = document.getElementById('fallback').getBoundingClientRect();
        return width > 0 && height > 0; })()";

/// The page's own content is shown with a message, and the page was told the same.
async fn assert_failed(page: &Page, code: &str, parts: &[&str]) -> anyhow::Result<()> {
    page.wait_for("calculator-error", "recorded.some(({ name }) => name === 'calculator-error')").await?;
    page.drawn().await?;
    let message = page.text("text('[role=alert]:not([hidden])')").await?;
    for part in parts {
        assert!(message.contains(part), "{part} in: {message}");
    }
    assert_eq!(page.value("shown('[role=alert]')").await?, true);
    assert_eq!(page.events("calculator-error").await?, [json!({"code": code, "message": message})]);
    assert_eq!(page.value(FALLBACK_SHOWN).await?, true, "the page's own content");
    assert_eq!(page.value("shown('.calculator')").await?, false);
    assert_eq!(page.value("[element.rates, element.scenario, element.data]").await?, json!([null, null, null]));
    assert_eq!(page.events("calculator-ready").await?.len(), 0);
    Ok(())
}

async fn figures_that_are_not_there_leave_the_pages_own_content() -> anyhow::Result<()> {
    visit(Build::Released, &format!("{ONE}?src=nowhere.json"), async |page| {
        page.expect_console_error("nowhere.json");
        assert_failed(page, "data-not-found", &["nowhere.json", "404"]).await
    })
    .await
}

async fn wrong_figures_leave_the_pages_own_content() -> anyhow::Result<()> {
    for (file, parts) in [
        ("not-json", &["data/not-json.json", "JSON"][..]),
        ("later-format", &["data/later-format.json", "format"]),
        ("earlier-format", &["data/earlier-format.json", "format 1", "format 2"]),
        ("wrong-field", &["data/wrong-field.json", "kiled"]),
    ] {
        visit(Build::Released, &format!("{ONE}?src=data/{file}.json"), async |page| {
            assert_failed(page, "data-invalid", parts).await?;
            // Mended, it goes on.
            page.act("element.setAttribute('src', 'data/small.json')").await?;
            page.ready().await?;
            assert_eq!(page.value("shown('[role=alert]')").await?, false);
            assert_eq!(page.value(FALLBACK_SHOWN).await?, false);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_wrong_scenario_opens_the_published_figures() -> anyhow::Result<()> {
    visit(Build::Released, &format!("{ONE}?scenario=kiled%3D5"), async |page| {
        page.ready().await?;
        let message = page.text("text('[role=alert]:not([hidden])')").await?;
        assert!(message.contains("The requested figures could not be read") && message.contains("kiled"), "{message}");
        assert_eq!(page.events("calculator-error").await?, [json!({"code": "scenario-invalid", "message": message})]);
        assert_eq!(page.value("element.scenario.killed").await?, json!({"about": 1000}));
        page.act("element.setAttribute('scenario', 'deployed=100&casualties=9')").await?;
        assert_eq!(page.value("[element.rates.casualty_rate.printed, shown('.trouble')]").await?, json!([9, false]));
        page.act("element.setAttribute('scenario', 'deployed=100&deployed=200')").await?;
        assert_eq!(
            page.value("[element.scenario.deployed, shown('.trouble')]").await?,
            json!([{"about": 11000}, true])
        );
        Ok(())
    })
    .await
}

async fn what_a_page_sets_wrongly_changes_nothing() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.act("element.scenario = { deployed: 100, casualties: 5 }").await?;
        let before = page.value("[element.scenario, element.rates, element.data]").await?;
        let wrong = [
            ("data", "{ format: 2, title: 'x', forces: [{ id: 'f', name: 'F' }], claims: [{ id: 'a', source: { name: 'A' } }] }", "data-invalid"),
            ("data", "null", "data-invalid"),
            ("data", "'text'", "data-invalid"),
            ("data", "(() => { const loop = {}; loop.loop = loop; return loop; })()", "data-invalid"),
            ("scenario", "{ kiled: 5 }", "scenario-invalid"),
            ("scenario", "{ killed: -5 }", "scenario-invalid"),
            ("scenario", "{ killed: NaN, deployed: 'many' }", "scenario-invalid"),
            ("scenario", "[]", "scenario-invalid"),
        ];
        for (count, (property, value, code)) in wrong.into_iter().enumerate() {
            page.act(format!("element.{property} = {value}")).await?;
            let errors = page.events("calculator-error").await?;
            assert_eq!(errors.len(), count + 1, "{property} = {value}");
            assert_eq!(errors[count]["code"], code, "{property} = {value}");
            assert_eq!(
                page.text("one('.trouble').textContent").await?,
                errors[count]["message"],
                "{property} = {value}"
            );
            assert_eq!(page.value("[element.scenario, element.rates, element.data]").await?, before, "{value}");
            assert_eq!(page.value("shown('.calculator') && shown('.trouble')").await?, true);
        }
        page.click("[data-input=casualties] .step:last-of-type").await?;
        assert_eq!(page.value("element.scenario.casualties").await?, 105, "it still works");
        Ok(())
    })
    .await
}
