//! How long a step of a slider takes, from the event to the laid out page, with as many sources as a long war gives. Nothing
//! here fails for being slow: machines differ. `cargo xtask bench` runs it and shows what it prints.

use anyhow::Context;
use browser_tests::page::{Page, visit};
use browser_tests::server::Build;

use crate::ONE;

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

/// The milliseconds of the middle and of the slowest but two of forty steps; and of the same, where nothing but the words and
/// the line that change stand in a copy of the same elements under the same styles, without the calculator.
const MEASURED: &str = "
    const turn = () => new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
    });
    const steps = async (root, step) => {
        const times = [];
        for (let index = 0; index < 40; index++) {
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            const from = performance.now();
            step(index);
            await turn();
            root.lastElementChild.getBoundingClientRect();
            times.push(performance.now() - from);
        }
        times.sort((a, b) => a - b);
        return [times[20], times[37]];
    };
    const slider = one('[data-input=killed] [part=slider]');
    const ours = await steps(element.shadowRoot, (index) => {
        slider.value = 1000 + index * 50;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    if (element.scenario.killed !== 1000 + 39 * 50) throw new Error(`killed: ${element.scenario.killed}`);
    const copy = document.createElement('div');
    const root = copy.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = element.shadowRoot.adoptedStyleSheets;
    root.append(...[...element.shadowRoot.childNodes].map((node) => node.cloneNode(true)));
    element.style.display = 'none';
    element.after(copy);
    const [sentence, line] = ['.sentence strong:nth-of-type(2)', '.scenario-line'].map((css) => root.querySelector(css));
    const bare = await steps(root, (index) => {
        sentence.textContent = `about ${4000 + index * 50}`;
        line?.setAttribute('x1', `${40 + index}%`);
        line?.setAttribute('x2', `${40 + index}%`);
    });
    copy.remove();
    element.style.display = '';
    return [ours, bare];";

async fn measure(page: &Page, what: &str) -> anyhow::Result<()> {
    let found = page.run(MEASURED).await?;
    let number = |which: usize, at: usize| found[which][at].as_f64().with_context(|| format!("{what}: {found}"));
    let [middle, slowest, bare] = [number(0, 0)?, number(0, 1)?, number(1, 0)?];
    println!(
        "{what}: {middle:.1} ms, slowest but two {slowest:.1} ms; {:.1} times what the same elements take without the calculator, {bare:.1} ms",
        middle / bare
    );
    Ok(())
}

#[tokio::test]
#[ignore = "it measures, and no time is wrong"]
async fn a_step_of_a_slider_with_two_hundred_sources() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
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
