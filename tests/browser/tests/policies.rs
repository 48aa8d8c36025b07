//! What a page's content policy allows works; what it does not leaves the page's own content.

use browser_tests::page::visit;
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;

tests! {
    the_strictest_policy_of_a_newsroom_breaks_nothing,
    a_policy_without_webassembly_leaves_the_pages_own_content,
    a_policy_without_webassembly_lets_a_frame_take_the_place_once_it_is_there,
    a_frame_that_does_not_come_leaves_the_pages_own_content,
    a_policy_without_scripts_leaves_the_pages_own_content,
}

async fn the_strictest_policy_of_a_newsroom_breaks_nothing() -> anyhow::Result<()> {
    visit(Build::Released, "/policy/strict/pages/policy/one.html", async |page| {
        page.ready().await?;
        page.open_part("[data-shows=table]").await?;
        page.open_part("[data-shows=timeline]").await?;
        page.open_part("[data-lazy=spread]").await?;
        page.open_part("[data-lazy=pairs]").await?;
        page.type_over("[data-input=killed] [part=field]", "500").await?;
        page.wait_for("the figure", "element.scenario.killed === 500").await?;
        // It looks as it should: the style sheet is there.
        assert_eq!(page.text("getComputedStyle(one('div')).containerType").await?, "inline-size");
        assert_eq!(page.value("violations").await?, json!([]));
        Ok(())
    })
    .await
}

async fn a_policy_without_webassembly_leaves_the_pages_own_content() -> anyhow::Result<()> {
    visit(Build::Released, "/policy/no-wasm/pages/policy/one.html", async |page| {
        page.expect_console_error("WebAssembly");
        page.expect_console_error("wasm");
        page.wait_for("calculator-error", "recorded.some(({ name }) => name === 'calculator-error')").await?;
        assert_eq!(page.events("calculator-error").await?[0]["code"], "load-failed");
        assert_eq!(page.value("document.getElementById('fallback').checkVisibility()").await?, true);
        Ok(())
    })
    .await
}

async fn a_policy_without_webassembly_lets_a_frame_take_the_place_once_it_is_there() -> anyhow::Result<()> {
    visit(Build::Released, "/policy/no-wasm/pages/policy/one.html?frame=/embed.html%23killed=7", async |page| {
        page.expect_console_error("WebAssembly");
        page.expect_console_error("wasm");
        let frame = "element.shadowRoot?.querySelector('iframe')";
        let inside = format!("{frame}?.contentDocument?.querySelector('casualty-calculator')");
        page.wait_for("the calculator in the frame", format!("{inside}?.scenario?.killed === 7")).await?;
        // As high as it is, with the page's own content out of the way.
        let height = format!("{frame}.contentDocument.documentElement.getBoundingClientRect().height");
        page.wait_for("its height", format!("Math.abs({frame}.clientHeight - {height}) <= 1 && {height} > 1000"))
            .await?;
        assert_eq!(page.value("document.getElementById('fallback').checkVisibility()").await?, false);
        assert_eq!(page.value(format!("{frame}.title")).await?, "Casualty Calculator");
        Ok(())
    })
    .await
}

async fn a_frame_that_does_not_come_leaves_the_pages_own_content() -> anyhow::Result<()> {
    // Nothing is there, and what is there tells no height that a calculator has.
    for (frame_page, messages) in [("/nowhere.html", 0), ("/policy/no-wasm/pages/policy/tall.html", 9)] {
        visit(Build::Released, &format!("/policy/no-wasm/pages/policy/one.html?frame={frame_page}"), async |page| {
            page.expect_console_error("WebAssembly");
            page.expect_console_error("wasm");
            page.expect_console_error("404");
            page.expect_console_error("nowhere");
            let frame = "element.shadowRoot?.querySelector('iframe')";
            // Not what a frame holds until its page comes.
            let there = format!("{frame}?.contentWindow.location.pathname === '{}'", frame_page);
            page.wait_for("the frame", format!("{there} && {frame}.contentDocument.readyState === 'complete'")).await?;
            page.wait_for("what it says", format!("messages.length === {messages}")).await?;
            page.drawn().await?;
            assert_eq!(page.value(format!("{frame}.clientHeight")).await?, 0);
            assert_eq!(page.value("document.getElementById('fallback').checkVisibility()").await?, true);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_policy_without_scripts_leaves_the_pages_own_content() -> anyhow::Result<()> {
    visit(Build::Released, "/policy/no-script/pages/policy/one.html", async |page| {
        page.expect_console_error("Content Security Policy");
        page.drawn().await?;
        assert_eq!(page.value("document.getElementById('fallback').checkVisibility()").await?, true);
        assert_eq!(page.value("customElements.get('casualty-calculator') === undefined").await?, true);
        Ok(())
    })
    .await
}
