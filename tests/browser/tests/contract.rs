//! What other people's pages build on: the element's attributes, properties, methods and events.

use browser_tests::page::visit;
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::{Value, json};

use crate::ONE;

tests! {
    properties_set_early_count,
    what_is_set_is_current_in_the_same_task,
    the_comparison_has_an_entry_for_each_claim,
    data_goes_in_and_comes_out_the_same,
    a_changed_attribute_takes_effect,
    the_theme_is_the_pages_choice_or_the_readers,
    the_methods_do_as_the_buttons,
    the_headings_fit_into_the_page_that_has_the_element,
}

async fn properties_set_early_count() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/early.html", async |page| {
        page.all_ready(2).await?;
        let early = page.value("window.beforeReady").await?;
        for read_only in ["rates", "forces", "findings", "comparison"] {
            assert_eq!(early[read_only], Value::Null, "{read_only}");
        }
        let scenario = page.value("document.getElementById('scenario').scenario").await?;
        assert_eq!((&scenario["deployed"], &scenario["wounded"]), (&10_000.into(), &600.into()));
        assert_eq!(scenario["killed"], json!({"about": 400}));
        assert_eq!(page.value("document.getElementById('data').data.title").await?, "Set early");
        assert_eq!(page.value("document.getElementById('data').rates.casualty_rate.printed").await?, 25);
        assert_eq!(page.text("text('.question', document.getElementById('data'))").await?, "Set early");
        Ok(())
    })
    .await
}

async fn what_is_set_is_current_in_the_same_task() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let script = "const before = recorded.length;
            element.scenario = { deployed: 10000, killed: 500, wounded: { about: 2000 } };
            const now = [element.rates.killed_rate.printed, element.comparison[0].difference.killed.printed,
                element.scenario.missing, recorded.length - before];
            await drawn();
            return [...now, recorded.length - before];";
        assert_eq!(page.run(script).await?, json!([5, -500, null, 0, 1]), "current at once, the event after");
        let detail = page.events("scenario-change").await?.pop().unwrap_or_default();
        assert_eq!(detail, page.value("({ scenario: element.scenario, rates: element.rates })").await?);

        // All plain objects, and copies: what a page does with them changes nothing.
        let script = "const { scenario, rates, comparison, data } = element;
            scenario.killed = 1; rates.killed_rate.printed = 1; comparison.length = 0; data.title = 'x';
            return [[scenario, rates, data].every((one) => Object.getPrototypeOf(one) === window.Object.prototype),
                Array.isArray(comparison), element.scenario.killed, element.rates.killed_rate.printed,
                element.comparison.length, element.data.title === 'x'];";
        assert_eq!(page.run(script).await?, json!([true, true, 500, 5, 5, false]));
        // Read-only stays so, in strict code with an error.
        let refused = "['rates', 'forces', 'findings', 'comparison'].map((name) => {
            try { (() => { 'use strict'; element[name] = {}; })(); return 'set'; } catch (error) { return error.name; }
        })";
        assert_eq!(page.value(refused).await?, json!(["TypeError", "TypeError", "TypeError", "TypeError"]));
        Ok(())
    })
    .await
}

async fn the_comparison_has_an_entry_for_each_claim() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let shape = "element.comparison.map(({ id, rates, difference }) =>
            [id, Object.keys(rates).join() === Object.keys(element.rates).join(), Object.keys(difference)])";
        let fields = json!(["deployed", "killed", "casualties", "rate"]);
        let expected: Vec<_> = ["moscow-times", "bbc", "south-korea", "three-governments", "zelensky"]
            .map(|id| json!([id, true, fields]))
            .into();
        assert_eq!(page.value(shape).await?, Value::Array(expected));
        Ok(())
    })
    .await
}

async fn data_goes_in_and_comes_out_the_same() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let script = "const data = element.data;
            data.title = 'Another question?';
            data.claims = data.claims.slice(0, 3);
            data.forces[0].scenario = { deployed: 500, killed: 5, wounded: 20 };
            element.data = data;
            return [JSON.stringify(element.data) === JSON.stringify(data), element.comparison.length,
                element.rates.casualty_rate.printed];";
        assert_eq!(page.run(script).await?, json!([true, 3, 5]));
        page.drawn().await?;
        assert_eq!(page.text("text('.question')").await?, "Another question?");
        assert_eq!(page.value("all('.bar-row').length").await?, 4);
        Ok(())
    })
    .await
}

async fn a_changed_attribute_takes_effect() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.act("element.setAttribute('scenario', 'deployed=2000&casualties=1000')").await?;
        assert!(page.text("text('.sentence')").await?.contains("50%"));
        page.act("element.removeAttribute('scenario')").await?;
        assert_eq!(page.value("element.scenario.deployed").await?, json!({"about": 11000}));

        let field = "one('[data-input=deployed] [part=field]').value";
        assert_eq!(page.text(field).await?, "11,000");
        page.act("element.setAttribute('lang', 'de')").await?;
        assert_eq!(page.text(field).await?, "11.000");
        assert!(page.text("text('.sentence')").await?.contains("11.000"));
        page.paste_over("[data-input=deployed] [part=field]", "12.000").await?;
        assert_eq!(page.value("element.scenario.deployed").await?, 12_000);
        page.act("element.removeAttribute('lang')").await?;
        assert_eq!(page.text("one('[data-input=killed] [part=field]').value").await?, "1,000");

        page.act("element.setAttribute('src', 'data/small.json')").await?;
        page.wait_for("the other dataset", "text('.question') === 'A small dataset'").await?;
        assert_eq!(page.value("element.data.claims.length").await?, 1);
        assert_eq!(page.value("shown('[data-rate=days_left]')").await?, true, "this one asks for it");
        page.act("element.removeAttribute('src')").await?;
        page.wait_for("the built-in dataset", "element.data.claims.length === 5").await?;

        let ink = "getComputedStyle(one('.calculator')).color";
        page.act("element.setAttribute('theme', 'dark')").await?;
        let dark = page.text(ink).await?;
        page.act("element.setAttribute('theme', 'light')").await?;
        assert_ne!(page.text(ink).await?, dark);
        Ok(())
    })
    .await
}

async fn the_theme_is_the_pages_choice_or_the_readers() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let paper = |theme| if theme == "dark" { "rgb(20, 23, 26)" } else { "rgb(255, 255, 255)" };
        for theme in ["light", "dark"] {
            for scheme in ["light", "dark"] {
                page.session().show_as(scheme, 1100, 900).await?;
                page.act(format!("element.setAttribute('theme', '{theme}')")).await?;
                assert_eq!(page.text("getComputedStyle(one('div')).backgroundColor").await?, paper(theme));
                for follows in ["element.setAttribute('theme', 'auto')", "element.removeAttribute('theme')"] {
                    page.act(follows).await?;
                    assert_eq!(
                        page.text("getComputedStyle(one('div')).backgroundColor").await?,
                        paper(scheme),
                        "{follows}"
                    );
                }
            }
        }
        Ok(())
    })
    .await
}

async fn the_methods_do_as_the_buttons() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let script = "const killed = () => element.scenario.killed?.about ?? element.scenario.killed;
            const seen = [killed()];
            const note = (act) => { act(); seen.push(killed()); };
            note(() => element.scenario = { ...element.scenario, killed: 7 });
            note(() => element.undo());
            note(() => element.redo());
            note(() => element.reset());
            note(() => element.undo());
            return seen;";
        assert_eq!(page.run(script).await?, json!([1000, 7, 1000, 7, 1000, 7]));
        page.drawn().await?;
        assert_eq!(page.text("one('[data-input=killed] [part=field]').value").await?, "7");
        assert_eq!(page.events("scenario-change").await?.len(), 5);
        Ok(())
    })
    .await
}

async fn the_headings_fit_into_the_page_that_has_the_element() -> anyhow::Result<()> {
    visit(Build::Released, &format!("{ONE}?heading=3"), async |page| {
        page.ready().await?;
        let levels = "['.question', '.inputs .title', '.method .title', '.source-buttons .subtitle'].map((css) => one(css).localName)";
        for (heading, expected) in [
            ("3", ["h3", "h4", "h4", "h5"]),
            ("1", ["h1", "h2", "h2", "h3"]),
            ("5", ["h5", "h6", "h6", "h6"]),
            ("seven", ["h2", "h3", "h3", "h4"]),
        ] {
            page.act(format!("element.setAttribute('heading', '{heading}')")).await?;
            assert_eq!(page.value(levels).await?, json!(expected), "{heading}");
        }
        page.act("element.setAttribute('heading', '6'); element.removeAttribute('heading')").await?;
        assert_eq!(page.value(levels).await?, json!(["h2", "h3", "h3", "h4"]), "without one");
        // One landmark in the page, named by its question.
        assert_eq!(page.value("all('main, article, header:not(section *), nav, aside, [role=region], [role=main]').length").await?, 0);
        assert_eq!(page.value("text('#' + one('.calculator').getAttribute('aria-labelledby')) === text('.question')").await?, true);
        Ok(())
    })
    .await
}
