//! Apps of frameworks, which set properties, render anew at every event, take over what a server rendered, and take away what
//! they made. What is set, and what a server rendered, in both orders: the element declared before the page is rendered, and
//! after it.

use anyhow::Context;
use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::{Value, json};

tests! {
    what_a_framework_sets_is_what_is_shown,
    a_framework_that_renders_anew_leaves_the_readers_figures,
    what_a_server_rendered_is_read_at_once_and_then_calculates,
    a_framework_takes_away_what_it_made,
}

const FRAMEWORKS: [&str; 4] = ["react", "preact", "vue", "svelte"];

/// The element is declared first, or last.
const ORDERS: [&str; 2] = ["", "?late"];

/// What is shown of the page's scenario.
const FIGURES: &str = "[element.scenario.deployed, element.scenario.casualties, element.rates.casualty_rate.printed]";

/// Visits a page of every framework in these orders. The test is given its address.
async fn each(orders: &[&str], test: impl AsyncFn(&Page, &str) -> anyhow::Result<()>) -> anyhow::Result<()> {
    for framework in FRAMEWORKS {
        for order in orders {
            let path = format!("/frameworks/production/{framework}/index.html{order}");
            visit(Build::Released, &path, async |page| test(page, &path).await).await.with_context(|| path.clone())?;
        }
    }
    Ok(())
}

/// Presses one of the page's own buttons.
async fn press_button(page: &Page, id: &str) -> anyhow::Result<()> {
    page.act(format!("document.getElementById('{id}').click()")).await
}

/// Drags a slider as a reader does, and waits until the framework's own text says where to.
async fn drag(page: &Page) -> anyhow::Result<()> {
    page.act(
        "const slider = one('[data-input=deployed] [part=slider]');
        slider.focus();
        for (const value of [300, 400, 500]) {
            slider.value = value;
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await drawn();
        }
        slider.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await?;
    page.wait_for("the framework to hear of it", "document.querySelector('output').textContent === '500'").await
}

async fn what_a_framework_sets_is_what_is_shown() -> anyhow::Result<()> {
    each(&ORDERS, async |page, path| {
        page.ready().await?;
        assert_eq!(page.value(FIGURES).await?, json!([200, 50, 25]), "{path}");
        assert!(page.text("text('.sentence')").await?.contains("25%"), "{path}");
        // `data` was given too, as nothing.
        assert_eq!(page.value("element.data.claims.length > 1").await?, true, "{path}");
        press_button(page, "scenario").await?;
        assert_eq!(page.value(FIGURES).await?, json!([100, 10, 10]), "{path}");
        assert!(page.text("text('.sentence')").await?.contains("10%"), "{path}");
        press_button(page, "data").await?;
        assert_eq!(page.text("text('.question')").await?, "Another story", "{path}");
        assert_eq!(page.value(FIGURES).await?, json!([100, 10, 10]), "{path}");
        // And as nothing again, which is no order to change anything.
        press_button(page, "data").await?;
        assert_eq!(page.text("text('.question')").await?, "Another story", "{path}");
        assert_eq!(page.events("calculator-error").await?, [] as [Value; 0], "{path}");
        Ok(())
    })
    .await
}

async fn a_framework_that_renders_anew_leaves_the_readers_figures() -> anyhow::Result<()> {
    each(&ORDERS[..1], async |page, path| {
        page.ready().await?;
        drag(page).await?;
        page.drawn().await?;
        let now = "[element.scenario.deployed, element.shadowRoot.activeElement === one('[data-input=deployed] [part=slider]')]";
        assert_eq!(page.value(now).await?, json!([500, true]), "{path}");
        page.act("element.undo()").await?;
        let now = "[element.scenario.deployed, one('[data-does=undo]').ariaDisabled]";
        assert_eq!(page.value(now).await?, json!([200, "true"]), "{path}: all of it is one step");
        Ok(())
    })
    .await
}

async fn what_a_server_rendered_is_read_at_once_and_then_calculates() -> anyhow::Result<()> {
    // In development frameworks say more of what is not as the server rendered it.
    for (mode, order) in [("production", ORDERS[1]), ("development", ORDERS[0])] {
        for framework in FRAMEWORKS {
            let path = format!("/frameworks/{mode}/{framework}/server.html{order}");
            // To an element that is not declared yet, React and Preact give texts in place of objects.
            let has_data = order == ORDERS[0] || !["react", "preact"].contains(&framework);
            let test = async |page: &Page| rendered_by_a_server(page, &path, has_data).await;
            visit(Build::Released, "/pages/ways/none.html", test).await.with_context(|| path.clone())?;
        }
    }
    Ok(())
}

async fn rendered_by_a_server(page: &Page, path: &str, has_data: bool) -> anyhow::Result<()> {
    page.session().block(&["/assets/"]).await?;
    page.open(path).await?;
    let content = "document.querySelector('casualty-calculator p')";
    assert!(page.text(format!("{content}.textContent")).await?.contains("as reported on 22 January 2025"), "{path}");
    assert_eq!(page.value(format!("{content}.checkVisibility()")).await?, true, "{path}");
    page.session().block(&[]).await?;
    page.open(path).await?;
    page.ready().await?;
    page.wait_for("the framework", "'rendered' in document.documentElement.dataset").await?;
    assert_eq!(page.value(FIGURES).await?, json!([200, 50, 25]), "{path}");
    if has_data {
        page.wait_for("the framework's data", "text('.question') === 'Another story'").await?;
    }
    drag(page).await?;
    press_button(page, "scenario").await?;
    assert_eq!(page.value(FIGURES).await?, json!([100, 10, 10]), "{path}");
    assert_eq!(page.value("consoleWarnings").await?, json!([]), "{path}");
    Ok(())
}

async fn a_framework_takes_away_what_it_made() -> anyhow::Result<()> {
    each(&ORDERS[..1], async |page, path| {
        page.ready().await?;
        // The figure beside it, too, becomes a calculator.
        page.act("await import('/upgrade.js'); document.querySelector('figure').scrollIntoView()").await?;
        page.wait_for("the figure's calculator", "document.querySelector('figure').hidden").await?;
        press_button(page, "remove").await?;
        let left = "[...document.querySelector('main').children].map(({ localName }) => localName)";
        assert_eq!(page.value(left).await?, json!(["button", "button", "button", "p"]), "{path}");
        Ok(())
    })
    .await
}
