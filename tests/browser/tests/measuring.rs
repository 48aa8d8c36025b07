//! How long a step of a slider takes, from the event to the laid out page, with as many sources as a long war gives. Nothing
//! here fails for being slow: machines differ. `cargo xtask bench` runs it and shows what it prints.

use anyhow::Context;
use browser_tests::page::{Page, visit_fresh};
use browser_tests::server::Build;
use browser_tests::skip::only_in_chromium;
use browser_tests::tests;
use serde_json::json;

use crate::ONE;

tests! {
    ; ignored a_step_of_a_slider_with_two_hundred_sources
}

/// Two hundred claims that differ, after those of the built-in dataset.
const MANY: &str = "
    const data = element.data;
    const [, first] = data.claims;
    for (let index = data.claims.length; index < 200; index++) {
        const claim = structuredClone(first);
        claim.id = `claim-${index}`;
        claim.killed = { about: 300 + index * 5 };
        claim.casualties = index % 3 ? { about: 1000 + index * 20 } : { over: 1000 + index * 20 };
        delete claim.groups;
        if (index % 2) delete claim.deployed;
        data.claims.push(claim);
    }
    element.data = data";

/// Moves a slider forty steps on, each laid out before the next.
const STEPS: &str = "
    const slider = one('[data-input=killed] [part=slider]');
    for (let index = 0; index < 40; index++) {
        slider.value = 1000 + index * 50;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await drawn();
        element.shadowRoot.lastElementChild.getBoundingClientRect();
    }
    if (element.scenario.killed !== 1000 + 39 * 50) throw new Error(`killed: ${element.scenario.killed}`);";

/// Puts the same elements under the same styles in the calculator's place, without the calculator.
const COPY: &str = "
    const copy = document.createElement('div');
    copy.id = 'copy';
    const root = copy.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = element.shadowRoot.adoptedStyleSheets;
    root.append(...[...element.shadowRoot.childNodes].map((node) => node.cloneNode(true)));
    element.style.display = 'none';
    element.after(copy);";

/// The least that a step can be: a number in the sentence, and a line.
const BARE_STEPS: &str = "
    const root = document.getElementById('copy').shadowRoot;
    const [sentence, line] = ['.sentence b:nth-of-type(2)', '.scenario-line'].map((css) => root.querySelector(css));
    for (let index = 0; index < 40; index++) {
        sentence.textContent = `about ${4000 + index * 50}`;
        line?.setAttribute('x1', `${40 + index}%`);
        line?.setAttribute('x2', `${40 + index}%`);
        await drawn();
        root.lastElementChild.getBoundingClientRect();
    }";

/// The milliseconds of the page's own thread in script, styles and layout for one of forty steps: not by the clock, since
/// other programs run too.
async fn per_step(page: &Page, steps: &str) -> anyhow::Result<[f64; 3]> {
    let names = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];
    let so_far = async || -> anyhow::Result<[f64; 3]> {
        let metrics = page.session().devtools("Performance.getMetrics", json!({})).await?;
        let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
        let value =
            |name| metrics.iter().find(|metric| metric["name"] == name).and_then(|metric| metric["value"].as_f64());
        let [script, style, layout] = names.map(value);
        Ok([script.context("script")?, style.context("styles")?, layout.context("layout")?])
    };
    page.session().devtools("Performance.enable", json!({"timeDomain": "threadTicks"})).await?;
    let before = so_far().await?;
    page.run(steps).await?;
    let after = so_far().await?;
    Ok([0, 1, 2].map(|at| (after[at] - before[at]) / 40.0 * 1000.0))
}

async fn measure(page: &Page, what: &str) -> anyhow::Result<()> {
    let ours = per_step(page, STEPS).await?;
    page.run(COPY).await?;
    let bare = per_step(page, BARE_STEPS).await?.iter().sum::<f64>();
    page.run("document.getElementById('copy').remove(); element.style.display = ''").await?;
    let [script, style, layout] = ours;
    let all: f64 = ours.iter().sum();
    println!(
        "{what}: {all:.1} ms a step, script {script:.1}, styles {style:.1}, layout {layout:.1}; \
         {:.1} times what the same elements take without the calculator, {bare:.1} ms",
        all / bare
    );
    Ok(())
}

async fn a_step_of_a_slider_with_two_hundred_sources() -> anyhow::Result<()> {
    only_in_chromium("no other driver tells how long a page's own thread took")?;
    visit_fresh(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.act(MANY).await?;
        assert_eq!(page.value("element.comparison.length").await?, 200);
        measure(page, "picture and chart, in people").await?;
        if page.value("Boolean(one('[data-scale=rates]'))").await? == true {
            page.click("[data-scale=rates]").await?;
            measure(page, "picture and chart, in per cent of the force").await?;
        }
        page.open_part("[data-shows=table]").await?;
        measure(page, "picture and table").await?;
        Ok(())
    })
    .await
}
