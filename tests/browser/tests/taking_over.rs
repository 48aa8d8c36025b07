//! What stands in a page until a script runs keeps its place when the calculator takes over, and stays where none comes.

use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;

use crate::ONE;

tests! {
    nothing_moves_when_the_calculator_takes_over,
    where_no_calculator_comes_there_is_the_table_and_nothing_that_does_not_work,
    figures_that_come_after_wrong_ones_take_the_place_of_the_table,
    where_the_loader_never_comes_what_does_not_work_goes,
}

/// Where each part stands that both have, seen from the top of the window.
const PLACES: &str = "(() => {
    const from = element.shadowRoot ?? element;
    const parts = '.question, .sentence, .whose, .summary, .source-buttons, .source-button, .change > summary, .input, .slider input,'
        + '.number input, .more, .history, .rate, .unavailable, .spread, .comparison-head, .faces, .legend li, .bar-row,'
        + '.checks li, .pairs, .background, footer, section, article';
    const places = [...from.querySelectorAll(parts)].filter((part) => part.checkVisibility()).map((part) => {
        const { left, top, width, height } = part.getBoundingClientRect();
        return [part.className || part.localName, ...[left, top, width, height].map((place) => Math.round(place * 4) / 4)].join(' ');
    });
    const { top, bottom } = element.getBoundingClientRect();
    return [...places, `element ${top} ${bottom}`, `page ${document.documentElement.scrollHeight}`];
})()";

/// Loads the calculator into a page that was told there is none.
async fn take_over(page: &Page, place: &str) -> anyhow::Result<()> {
    page.run(format!("scrollTo({{ top: {place}, behavior: 'instant' }}); await drawn()")).await?;
    let before = page.value(PLACES).await?;
    assert!(before.as_array().is_some_and(|places| places.len() > 40), "{before}");
    page.run(
        "window.shifts = [];
        if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
            new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) =>
                    [value, ...sources.map(({ node }) => node?.className || node?.localName)].join(' '))))
                .observe({ type: 'layout-shift' });
        }",
    )
    .await?;
    page.session().block(&[]).await?;
    page.run(
        "const script = document.createElement('script'); script.type = 'module';
        script.src = 'casualty-calculator.js?now'; document.head.append(script);",
    )
    .await?;
    page.wait_for("the calculator to take over", "shown('.calculator')").await?;
    page.drawn().await?;
    assert_eq!(page.value(PLACES).await?, before, "{place}");
    page.whole().await?;
    page.drawn().await?;
    assert_eq!(page.value(PLACES).await?, before, "{place}: with what comes after the first half");
    assert_eq!(page.value("shifts").await?, json!([]), "{place}: by the browser's own account");
    Ok(())
}

async fn nothing_moves_when_the_calculator_takes_over() -> anyhow::Result<()> {
    // A tab each: WebKit keeps what so many pages took until their tab goes.
    for name in ["index", "embed", "stories"] {
        visit(Build::Released, "/pages/framed.html?page=about:blank&width=320", async |page| {
            for width in [320, 400, 560, 760, 1100] {
                for place in ["element.offsetTop", "element.offsetTop + element.offsetHeight - 600"] {
                    page.session().block(&["*/casualty-calculator.js"]).await?;
                    page.session().driver().enter_default_frame().await?;
                    page.open(&format!("/pages/framed.html?page=/{name}.html&width={width}")).await?;
                    page.session().driver().enter_frame(0).await?;
                    page.wait_for("the page", "document.readyState === 'complete' && element").await?;
                    take_over(page, place).await?;
                }
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn where_no_calculator_comes_there_is_the_table_and_nothing_that_does_not_work() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/framed.html?page=about:blank&width=320", async |page| {
        page.expect_console_error("casualty-calculator: The calculator could not be loaded");
        page.session().block(&["*.wasm"]).await?;
        page.open("/index.html").await?;
        page.wait_for("the error", "recorded.some(({ name }) => name === 'calculator-error')").await?;
        let of =
            |css: &str| format!("[...element.querySelectorAll('{css}')].filter((one) => one.checkVisibility()).length");
        assert_eq!(page.value(of("button, input, select")).await?, 0);
        assert_eq!(page.value(of("table, .rates, .sources")).await?, 3);
        assert_eq!(page.value("element.hasAttribute('failed')").await?, true);
        Ok(())
    })
    .await
}

async fn figures_that_come_after_wrong_ones_take_the_place_of_the_table() -> anyhow::Result<()> {
    visit(Build::Released, &format!("{ONE}?src=data/not-json.json"), async |page| {
        page.wait_for("the error", "element.hasAttribute('failed')").await?;
        page.run("element.removeAttribute('src')").await?;
        page.ready().await?;
        assert_eq!(page.value("element.hasAttribute('failed')").await?, false);
        Ok(())
    })
    .await
}

async fn where_the_loader_never_comes_what_does_not_work_goes() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/framed.html?page=about:blank&width=320", async |page| {
        page.session().block(&["*/casualty-calculator.js"]).await?;
        page.open("/index.html").await?;
        let shown = "['button', 'input', 'table'].map((css) => [...element.querySelectorAll(css)]
            .some((one) => one.checkVisibility({ visibilityProperty: true }) && one.closest('section').offsetHeight > 0))";
        assert_eq!(page.value(shown).await?, json!([true, true, false]), "at first, since it may be on its way");
        // Half a minute later.
        page.act("for (const animation of element.getAnimations({ subtree: true })) animation.finish()").await?;
        assert_eq!(page.value(shown).await?, json!([false, false, true]));
        let gap = "element.querySelector('.comparison').getBoundingClientRect().top
            - element.querySelector('.rates > :last-child').getBoundingClientRect().bottom";
        let gap = page.value(gap).await?;
        assert!(gap.as_f64().is_some_and(|gap| (0.0..100.0).contains(&gap)), "a gap of {gap} pixels");
        Ok(())
    })
    .await
}
