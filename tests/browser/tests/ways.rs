//! Every way into a page that the documents give, as somebody gets it who copies from there.

use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;

use crate::loading::BREAK;

tests! {
    the_script_tag_and_the_element,
    the_frame_and_the_script_that_gives_it_its_height,
    the_module_in_an_app_that_a_bundler_made,
    in_an_app_too_an_error_leaves_the_pages_own_content,
    the_pasted_figure_becomes_a_calculator,
    figures_are_found_however_they_were_changed,
    figures_that_come_later_are_found_once,
    a_framework_keeps_the_figure_that_it_made,
    nothing_below_a_pasted_figure_moves,
    a_pasted_figure_without_a_calculator_stands_for_itself,
}

async fn the_script_tag_and_the_element() -> anyhow::Result<()> {
    visit(Build::Released, "/ways/script", async |page| {
        page.ready().await?;
        assert_eq!(page.value("element.rates.casualty_rate.printed > 36").await?, true);
        assert!(page.text("element.textContent").await?.contains("as reported on 22 January 2025"));
        Ok(())
    })
    .await
}

async fn the_frame_and_the_script_that_gives_it_its_height() -> anyhow::Result<()> {
    visit(Build::Released, "/ways/frame", async |page| {
        let height = "document.querySelector('iframe').height";
        page.wait_for("the frame's height", format!("{height} > 1500")).await?;
        page.session().driver().enter_frame(0).await?;
        page.wait_for("the calculator", "shown('.calculator')").await?;
        assert_eq!(page.text("element.getAttribute('theme')").await?, "light");
        assert_eq!(page.value("element.scenario.killed").await?, json!({"about": 1000}));
        page.session().driver().enter_default_frame().await?;
        Ok(())
    })
    .await
}

async fn the_module_in_an_app_that_a_bundler_made() -> anyhow::Result<()> {
    visit(Build::Released, "/bundled/index.html", async |page| {
        page.ready().await?;
        page.press("[data-input=killed] [part=slider]", thirtyfour::Key::Right).await?;
        assert_eq!(page.value("element.scenario.killed").await?, 1050);
        assert_eq!(page.value("getComputedStyle(one('.calculator')).display").await?, "grid", "its styles");
        // Fetched when it is asked for.
        page.open_part("[data-shows=table]").await?;
        assert_eq!(page.value("shown('table')").await?, true);
        let from = "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
            .filter((path) => !['/favicon.ico', '/recorder.js'].includes(path))";
        let foreign = format!("{from}.filter((path) => !path.startsWith('/bundled/'))");
        assert_eq!(page.value(foreign).await?, json!([]), "all of it from the bundle");
        let hashed = format!(
            "{from}.filter((path) => /\\/casualty-calculator-[0-9a-f]{{8}}(-.*\\.(wasm|js)|\\.css-.*\\.txt)$/.test(path)).length"
        );
        // The wasm, its other half with the script for files, the glue and the styles: no language that nobody reads.
        assert_eq!(page.value(hashed).await?, 5);
        Ok(())
    })
    .await
}

async fn in_an_app_too_an_error_leaves_the_pages_own_content() -> anyhow::Result<()> {
    visit(Build::Released, "/bundled/index.html", async |page| {
        page.expect_console_error("casualty-calculator: The calculator stopped");
        page.ready().await?;
        page.run(BREAK).await?;
        page.wait_for("the error", "recorded.some(({ detail }) => detail?.code === 'stopped')").await?;
        // There is one module in the whole app, so there is no other to go on with.
        page.run("window.dispatchEvent(new Event('online'))").await?;
        for _ in 0..20 {
            page.drawn().await?;
        }
        assert_eq!(page.events("calculator-error").await?.len(), 1, "told once");
        let state = "[element.rates, shown('.calculator'), document.getElementById('fallback').checkVisibility()]";
        assert_eq!(page.value(state).await?, json!([null, false, true]));
        Ok(())
    })
    .await
}

async fn the_pasted_figure_becomes_a_calculator() -> anyhow::Result<()> {
    visit(Build::Released, "/ways/pasted", async |page| {
        page.ready().await?;
        assert_eq!(page.value("element.scenario.wounded").await?, json!({"about": 3000}));
        assert_eq!(page.text("element.lang").await?, "en");
        assert_eq!(page.value("document.querySelector('figure table').checkVisibility()").await?, false, "the figure");
        Ok(())
    })
    .await
}

/// Goes to each calculator in turn, as a reader does, until all have figures.
async fn upgraded(page: &Page, count: usize) -> anyhow::Result<()> {
    let all = "document.querySelectorAll('casualty-calculator')";
    page.wait_for("every figure's element", format!("{all}.length === {count}")).await?;
    for number in 0..count {
        page.act(format!("{all}[{number}].scrollIntoView()")).await?;
        page.wait_for("a figure's calculator", format!("{all}[{number}].rates")).await?;
    }
    Ok(())
}

async fn figures_are_found_however_they_were_changed() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/ways/pasted.html", async |page| {
        upgraded(page, 4).await?;
        let seen = "[...document.querySelectorAll('casualty-calculator')].map((element) => [
                ['src', 'lang', 'scenario', 'theme'].map((name) => element.getAttribute(name)?.replace(location.origin, '')),
                element.scenario.deployed, element.rates.casualties.printed, element.children.length,
                element.shadowRoot.querySelector('.question').textContent,
            ])";
        let built_in = page.text("all('.question', document.querySelectorAll('casualty-calculator')[1])[0].textContent").await?;
        let none = json!(null);
        assert_eq!(
            page.value(seen).await?,
            json!([
                [["../data/small.json", "en", "deployed=200&casualties=50", "dark"], 200, 50, 0, "A small dataset"],
                [[none, none, none, none], {"about": 11000}, 4000, 0, built_in],
                [["/pages/data/small.json", none, "deployed=300&casualties=3", "light"], 300, 3, 0, "A small dataset"],
                [[none, "en", none, none], {"about": 11000}, 4000, 1, built_in],
            ])
        );
        Ok(())
    })
    .await
}

async fn figures_that_come_later_are_found_once() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/ways/none.html", async |page| {
        let loaded = "performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop())";
        page.wait_for("the script", format!("{loaded}.includes('upgrade.js')")).await?;
        page.drawn().await?;
        assert_eq!(page.value(format!("{loaded}.filter((name) => name.includes('calculator'))")).await?, json!([]));
        let add = "const figure = document.createElement('figure');
            figure.dataset.casualtyCalculator = '';
            figure.dataset.scenario = 'deployed=100&casualties=25';
            figure.append('Later');
            const box = document.createElement('div');
            box.append(figure);
            document.body.append(box)";
        page.act(add).await?;
        page.ready().await?;
        assert_eq!(page.value("element.rates.casualty_rate.printed").await?, 25);
        // One that an editor has open would be saved with what was made of it.
        page.act("const open = element.parentElement.cloneNode();
            open.contentEditable = 'true';
            open.append(element.nextSibling.cloneNode(true));
            document.body.append(open)")
            .await?;
        // A second script on the page, and a figure that is moved, with what is around it and alone.
        page.act("await import('/upgrade.js?again'); document.body.prepend(element.parentElement)").await?;
        page.act("document.body.append(element.nextSibling)").await?;
        let count =
            "['casualty-calculator', 'figure', 'casualty-calculator + figure'].map((css) => document.querySelectorAll(css).length)";
        assert_eq!(page.value(count).await?, json!([1, 2, 1]));
        Ok(())
    })
    .await
}

async fn a_framework_keeps_the_figure_that_it_made() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/ways/none.html", async |page| {
        // As React and Vue do it: they keep each node that they made, and put in and take out by these alone.
        let render = "const box = document.createElement('div');
            const [before, figure, after] = ['p', 'figure', 'p'].map((name) => document.createElement(name));
            figure.dataset.casualtyCalculator = '';
            const table = document.createElement('table');
            figure.append(table, 'As reported.');
            box.append(before, figure, after);
            document.body.append(box);
            Object.assign(window, { box, before, figure, table, after });
            await import('/upgrade.js')";
        page.act(render).await?;
        page.ready().await?;
        assert_eq!(page.value("figure.checkVisibility()").await?, false, "the calculator has taken its place");
        assert_eq!(
            page.value("[figure.parentNode === box, figure.firstChild === table, figure.childNodes.length]").await?,
            json!([true, true, 2])
        );
        // Something more before it, its own content anew, and then something else in its place.
        page.act(
            "box.insertBefore(document.createElement('hr'), figure); figure.removeChild(table); figure.append('More.')",
        )
        .await?;
        page.act("const other = document.createElement('p'); box.insertBefore(other, figure); box.removeChild(figure)")
            .await?;
        assert_eq!(
            page.value("[...box.children].map(({ localName }) => localName)").await?,
            json!(["p", "hr", "p", "p"]),
            "what was added went with it"
        );
        // And back again.
        page.act("box.insertBefore(figure, after)").await?;
        page.wait_for("the calculator", "shown('.calculator')").await?;
        assert_eq!(page.value("figure.checkVisibility()").await?, false);
        // Where the calculator is taken out, the figure shows.
        page.act("element.remove()").await?;
        assert_eq!(page.value("figure.checkVisibility()").await?, true);
        Ok(())
    })
    .await
}

async fn nothing_below_a_pasted_figure_moves() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/ways/none.html", async |page| {
        let style = "const link = document.createElement('link');
            link.rel = 'stylesheet';
            link.href = '/pasted.css';
            document.head.append(link);
            await new Promise((resolve) => { link.onload = resolve; });
            const text = await (await fetch('/ways/pasted')).text();
            await import('/upgrade.js');
            window.figure = new DOMParser().parseFromString(text, 'text/html').querySelector('figure')";
        page.act(style).await?;
        for width in [320, 480, 760, 1100] {
            // How far down the text below begins: under the figure alone, under the element around it, and in the end.
            let put_in = format!(
                "const article = document.createElement('article');
                article.style.width = '{width}px';
                const below = document.createElement('p');
                article.append(figure.cloneNode(true), below);
                document.body.replaceChildren(article);
                window.position = () => below.getBoundingClientRect().top - article.getBoundingClientRect().top;
                window.tops = [position()];
                await null;
                tops.push(position(), Boolean(document.querySelector('casualty-calculator')))"
            );
            page.act(put_in).await?;
            page.wait_for("the calculator", "shown('.calculator')").await?;
            page.drawn().await?;
            let tops = page.value("[...tops, position()]").await?;
            assert_eq!(tops, json!([tops[0], tops[0], true, tops[0]]), "{width} px");
            let spare = "element.getBoundingClientRect().bottom - one('.calculator').getBoundingClientRect().bottom";
            let spare = page.value(spare).await?.as_f64().unwrap_or(f64::NAN);
            // 25 at most in Chromium and Firefox; WebKit breaks lines elsewhere.
            assert!((0.0..200.0).contains(&spare), "at {width} px {spare} px are kept free in vain: measure again");
        }
        Ok(())
    })
    .await
}

async fn a_pasted_figure_without_a_calculator_stands_for_itself() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/ways/none.html", async |page| {
        page.session().block(&["*casualty-calculator.js"]).await?;
        page.expect_console_error("casualty-calculator");
        page.open("/ways/pasted").await?;
        page.wait_for("the figure to stay", "document.querySelector('figure').matches('.casualty-calculator-stays')")
            .await?;
        let height = page.value("document.querySelector('figure').getBoundingClientRect().height").await?;
        assert!(height.as_f64().is_some_and(|height| (50.0..500.0).contains(&height)), "{height}");
        assert_eq!(page.value("document.querySelector('table').checkVisibility()").await?, true);
        Ok(())
    })
    .await
}
