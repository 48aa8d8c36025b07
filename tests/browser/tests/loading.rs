//! However the calculator fails to come, the page keeps its own content, is told, and goes on.

use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;

use crate::{FETCHED, ONE};

tests! {
    a_file_that_does_not_come_whole_leaves_every_elements_own_content,
    a_server_that_never_answers_is_given_up,
    a_browser_that_is_too_old_keeps_the_pages_own_content,
    nothing_is_fetched_before_a_reader_comes_near,
    an_error_while_one_is_drawn_gives_every_page_its_content_back,
    after_an_error_readers_go_on_with_their_figures,
    a_script_that_takes_something_out_costs_a_reader_no_figure,
}

/// Whether both calculators show what the page put in them.
const FALLBACKS: &str = "(() => {
    const parts = [...document.querySelectorAll('#fallback, .fallback')];
    return parts.length >= 2 && parts.every((part) => part.checkVisibility() && part.getBoundingClientRect().height > 0);
})()";

/// Both were told the same, the console once and with a place to read on, and the page is as it was.
async fn assert_given_up(page: &Page, code: &str, part: &str) -> anyhow::Result<()> {
    let errors = "recorded.filter(({ name }) => name === 'calculator-error')";
    page.wait_for("both to be told", format!("{errors}.length === 2")).await?;
    page.drawn().await?;
    assert_eq!(page.value(format!("{errors}.map(({{ id }}) => id).sort()")).await?, json!(["first", "second"]));
    let told = page.events("calculator-error").await?;
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0]["code"], code);
    let message = told[0]["message"].as_str().unwrap_or_default();
    assert!(message.contains(part), "{part} in: {message}");
    let said =
        page.value("window.consoleMessages.filter((words) => words.startsWith('casualty-calculator: '))").await?;
    let said = said.as_array().cloned().unwrap_or_default();
    assert_eq!(said.len(), 1, "{said:?}");
    let said = said[0].as_str().unwrap_or_default();
    assert!(said.contains(message) && said.ends_with("/troubleshooting.txt"), "{said}");
    assert_eq!(page.value(FALLBACKS).await?, true, "the page's own content");
    assert_eq!(
        page.value("[shown('.calculator'), element.rates, element.scenario]").await?,
        json!([false, null, null])
    );
    page.act("document.getElementById('own').click()").await?;
    assert_eq!(page.text("document.getElementById('own').textContent").await?, "pressed");
    Ok(())
}

async fn a_file_that_does_not_come_whole_leaves_every_elements_own_content() -> anyhow::Result<()> {
    for (what, how, part) in [
        ("wasm", "missing", ".wasm: "),
        ("wasm", "a-page", ".wasm: "),
        ("wasm", "cut", ".wasm: "),
        ("wasm", "reset", ".wasm: "),
        ("css", "missing", ".css: "),
        ("css", "cut", ".css: "),
        ("js", "missing", "could not be loaded: "),
        ("js", "a-page", "could not be loaded: "),
    ] {
        let path = format!("/pages/any.html?loader=/broken/{what}/{how}/casualty-calculator.js");
        visit(Build::Released, &path, async |page| {
            // What the browser itself says of the file, and what the loader does.
            page.expect_console_error("casualty-calculator-");
            page.expect_console_error("casualty-calculator.js");
            page.expect_console_error("casualty-calculator: ");
            assert_given_up(page, "load-failed", part).await
        })
        .await?;
    }
    Ok(())
}

async fn a_server_that_never_answers_is_given_up() -> anyhow::Result<()> {
    for what in ["wasm", "js", "css"] {
        let path = format!("/pages/any.html?impatient&loader=/broken/{what}/silent/casualty-calculator.js");
        visit(Build::Released, &path, async |page| {
            page.expect_console_error("no answer in 30 seconds");
            assert_given_up(page, "load-failed", "no answer in 30 seconds").await
        })
        .await?;
    }
    Ok(())
}

async fn a_browser_that_is_too_old_keeps_the_pages_own_content() -> anyhow::Result<()> {
    for missing in ["instantiate", "replaceSync"] {
        visit(Build::Released, &format!("/pages/any.html?without={missing}"), async |page| {
            page.expect_console_error("casualty-calculator: The calculator could not be loaded");
            assert_given_up(page, "load-failed", "is not a function").await
        })
        .await?;
    }
    Ok(())
}

async fn nothing_is_fetched_before_a_reader_comes_near() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/far.html", async |page| {
        page.wait_for("the element", "customElements.get('casualty-calculator')").await?;
        for _ in 0..20 {
            page.drawn().await?;
        }
        assert_eq!(page.value(format!("[{FETCHED}, element.shadowRoot]")).await?, json!([0, null]));
        // Set before, it counts once the calculator is there.
        page.run("element.scenario = { deployed: 200, casualties: 50 }").await?;
        page.run("scrollTo(0, document.body.scrollHeight)").await?;
        page.ready().await?;
        assert_eq!(page.value(format!("[{FETCHED}, element.rates.casualty_rate.printed]")).await?, json!([2, 25]));
        Ok(())
    })
    .await?;
    visit(Build::Released, "/pages/far.html", async |page| {
        page.wait_for("the element", "customElements.get('casualty-calculator')").await?;
        page.run("element.setAttribute('loading', 'eager')").await?;
        page.wait_for("the calculator", "element.rates").await?;
        Ok(())
    })
    .await
}

/// What any error inside the wasm does: the page refuses to let a part of the first calculator be drawn.
pub(crate) const BREAK: &str = "const { setAttribute } = window.Element.prototype;
    window.Element.prototype.setAttribute = function (...given) {
        if (this.getRootNode() === element.shadowRoot) throw new Error('refused');
        return setAttribute.apply(this, given);
    };
    element.scenario = { deployed: 100, killed: 7 };
    await drawn();
    window.Element.prototype.setAttribute = setAttribute;";

async fn an_error_while_one_is_drawn_gives_every_page_its_content_back() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/any.html?counted", async |page| {
        page.expect_console_error("casualty-calculator: The calculator stopped");
        page.all_ready(2).await?;
        let elements = "[...document.querySelectorAll('casualty-calculator')]";
        page.wait_for("both to be drawn", format!("{elements}.every((of) => shown('.calculator', of))")).await?;
        page.run(BREAK).await?;
        assert_given_up(page, "stopped", "The calculator stopped because of an internal error").await?;
        // Whatever a page or a reader does now, nothing enters that module again; another one takes its place.
        page.run(
            "window.entered = 0;
            element.scenario = { deployed: 5 };
            element.setAttribute('scenario', 'deployed=9');
            element.setAttribute('lang', 'de');
            element.data = { format: 2 };
            for (const method of ['reset', 'undo', 'redo']) element[method]();
            const [first, second] = document.querySelectorAll('casualty-calculator');
            second.remove();
            await drawn();
            document.body.prepend(second);",
        )
        .await?;
        page.wait_for("another", "shown('.calculator', document.getElementById('second'))").await?;
        page.whole().await?;
        assert_eq!(page.value("window.entered").await?, 0);
        Ok(())
    })
    .await
}

async fn after_an_error_readers_go_on_with_their_figures() -> anyhow::Result<()> {
    for data in ["", "element.data = { ...element.data, title: 'Another question' }; await drawn();"] {
        visit(Build::Released, ONE, async |page| {
            page.expect_console_error("casualty-calculator: The calculator stopped");
            page.ready().await?;
            page.run(format!("{data} element.scenario = {{ deployed: 100, casualties: 25 }}")).await?;
            let title = page.value("element.data.title").await?;
            page.run(BREAK).await?;
            page.wait_for("the error", "recorded.some(({ detail }) => detail?.code === 'stopped')").await?;
            // Whether the last change was told before the error is the browser's: some draw it later.
            let told = "recorded.findLast(({ name }) => name === 'scenario-change').detail";
            let told = page.value(format!("[{told}.scenario, {told}.rates]")).await?;
            page.wait_for("it to run again", "shown('.calculator') && element.rates").await?;
            page.whole().await?;
            assert_eq!(page.value("[element.scenario, element.rates]").await?, told);
            assert_eq!(page.value("element.data.title").await?, title);
            assert_eq!(page.value("element.hasAttribute('failed')").await?, false);
            // All of it works, once each.
            page.click("[data-input=deployed] .step:last-of-type").await?;
            assert_eq!(page.value("element.scenario.deployed").await?, 200);
            page.open_part("[data-lazy=share]").await?;
            page.open_part("[data-shows=table]").await?;
            assert_eq!(page.value("all('.announcements').length").await?, 1);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_script_that_takes_something_out_costs_a_reader_no_figure() -> anyhow::Result<()> {
    for taken in [".sentence", ".force svg", ".inputs .numbers", ".rates dd", ".bar-row", ".checks li", ".desk"] {
        visit(Build::Released, ONE, async |page| {
            page.expect_console_error("casualty-calculator: The calculator stopped");
            page.ready().await?;
            page.act("element.scenario = { deployed: 100, casualties: 25 }").await?;
            page.act(format!("one('{taken}').remove()")).await?;
            for act in ["element.scenario = { deployed: 200, killed: 20 }", "element.lang = 'uk'", "element.undo()"] {
                page.act(act).await?;
            }
            page.run("window.stopped = recorded.some(({ detail }) => detail?.code === 'stopped')").await?;
            page.wait_for("it to run", "shown('.calculator') && element.rates").await?;
            page.act("element.scenario = { deployed: 400, casualties: 100 }").await?;
            assert_eq!(page.value("element.rates.casualty_rate.printed").await?, 25, "without {taken}");
            if page.value("stopped").await? == true {
                // Drawn anew, it is whole again.
                page.whole().await?;
                assert_eq!(page.value(format!("shown('{taken}')")).await?, true, "{taken}");
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}
