//! Pages move their parts about: an element lives through all of it, and costs nothing once it is gone.

use std::time::Instant;

use browser_tests::page::{PATIENCE, visit, visit_fresh};
use browser_tests::server::Build;
use browser_tests::skip::only_in_chromium;
use browser_tests::tests;
use serde_json::json;

use crate::{FETCHED, ONE};

tests! {
    moved_in_the_page_it_keeps_everything,
    in_another_document_and_back_it_looks_as_it_did,
    taken_out_and_put_back_it_keeps_the_readers_figures,
    removed_while_it_loads_it_starts_where_it_is_put_back,
    attributes_count_in_whatever_order_they_come,
    as_html_fifty_of_them_each_go_their_own_way,
    two_versions_in_one_page_do_not_get_in_each_others_way,
    a_page_that_adds_and_removes_a_thousand_does_not_fill_up,
}

async fn moved_in_the_page_it_keeps_everything() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.act("element.scenario = { deployed: 100, casualties: 25 }; one('.method').open = true").await?;
        page.act("const box = document.createElement('div'); box.lang = 'de'; document.body.append(box); box.append(element)")
            .await?;
        assert_eq!(
            page.value("[element.rates.casualty_rate.printed, one('.method').open, recorded.length]").await?,
            json!([25, true, 2])
        );
        page.click("[data-input=casualties] .step:last-of-type").await?;
        assert_eq!(page.value("element.scenario.casualties").await?, 125, "it still listens, once");
        page.act("element.undo(); element.undo()").await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"about": 1000}), "and its steps");
        assert_eq!(page.events("calculator-ready").await?.len(), 1);
        Ok(())
    })
    .await
}

async fn in_another_document_and_back_it_looks_as_it_did() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.run(
            "window.kept = element; window.home = element.parentNode;
            const frame = Object.assign(document.createElement('iframe'), { width: 1100, height: 800, title: 'Another' });
            document.body.append(frame);
            window.other = frame.contentDocument;",
        )
        .await?;
        let look = "(() => { const style = kept.ownerDocument.defaultView.getComputedStyle(one('.sentence', kept));
            return [style.fontFamily, style.color, one('.calculator', kept).offsetWidth > 100]; })()";
        let usual = page.value(look).await?;
        for (place, what) in [("other.body", "in the other document"), ("home", "back again"), ("other.body", "once more")] {
            page.act(format!("{place}.append(kept)")).await?;
            assert_eq!(page.value(look).await?, usual, "{what}");
            page.act("kept.scenario = { deployed: 100, casualties: 25 }").await?;
            assert_eq!(page.value("kept.rates.casualty_rate.printed").await?, 25, "{what}");
        }
        Ok(())
    })
    .await
}

async fn taken_out_and_put_back_it_keeps_the_readers_figures() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.act("element.scenario = { deployed: { between: [90, 110] }, casualties: { over: 25 } }").await?;
        let before = page.value("[element.scenario, element.rates, element.data.title]").await?;
        page.act("window.kept = element; element.remove()").await?;
        assert_eq!(page.value("[kept.rates, kept.scenario.casualties]").await?, json!([null, {"over": 25}]));
        page.act("document.body.append(kept)").await?;
        page.wait_for("it to be back", "element.rates && shown('.calculator')").await?;
        assert_eq!(page.value("[element.scenario, element.rates, element.data.title]").await?, before);
        assert_eq!(page.value("document.getElementById('fallback').checkVisibility()").await?, false);
        // What was set while it was out is what counts.
        page.act("kept.remove()").await?;
        page.act("kept.setAttribute('scenario', 'deployed=10&casualties=1'); document.body.append(kept)").await?;
        page.wait_for("the attribute to count", "element.rates?.casualty_rate.printed === 10").await?;
        page.act("kept.remove()").await?;
        page.act("kept.setAttribute('src', 'data/small.json'); document.body.append(kept)").await?;
        page.wait_for("the other figures", "element.data?.claims.length < 4").await?;
        Ok(())
    })
    .await
}

async fn removed_while_it_loads_it_starts_where_it_is_put_back() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/any.html?loader=data:text/javascript,", async |page| {
        page.run(
            "import('/casualty-calculator.js');
            await customElements.whenDefined('casualty-calculator');
            window.kept = element;
            kept.remove();",
        )
        .await?;
        page.wait_for("the other one", "document.getElementById('second').rates").await?;
        assert_eq!(page.value("[kept.shadowRoot, kept.rates]").await?, json!([null, null]));
        page.run("document.body.prepend(kept)").await?;
        page.wait_for("it to start", "element.id === 'first' && element.rates").await?;
        Ok(())
    })
    .await
}

async fn attributes_count_in_whatever_order_they_come() -> anyhow::Result<()> {
    let attributes = [
        ("src", "/pages/data/small.json"),
        ("scenario", "deployed=200&casualties=50"),
        ("lang", "de"),
        ("theme", "dark"),
    ];
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        for turn in 0..attributes.len() {
            let mut order = attributes;
            order.rotate_left(turn);
            let set: String =
                order.iter().map(|(name, value)| format!("made.setAttribute('{name}', '{value}');")).collect();
            // Half of them before it is in the page, and half of them after.
            for early in [true, false] {
                let insert = "document.body.prepend(made);";
                let (before, after) = if early { (set.as_str(), "") } else { ("", set.as_str()) };
                page.run(format!(
                    "const made = document.createElement('casualty-calculator'); {before} {insert} {after}"
                ))
                .await?;
                let state = "element.data?.claims.length < 4 && element.rates.casualty_rate.printed === 25";
                page.wait_for("all attributes to count", state).await?;
                page.act("element.remove()").await?;
            }
        }
        Ok(())
    })
    .await
}

async fn as_html_fifty_of_them_each_go_their_own_way() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.run(
            "const box = document.createElement('div');
            document.body.prepend(box);
            box.innerHTML = Array.from({ length: 50 }, (_, index) =>
                `<casualty-calculator loading=eager scenario='deployed=1000&casualties=${index}'></casualty-calculator>`).join('');",
        )
        .await?;
        let all = "[...document.querySelectorAll('[loading]')]";
        assert_eq!(page.value(format!("{all}.length")).await?, 50);
        page.wait_for("all of them", format!("{all}.every(({{ rates }}) => rates)")).await?;
        let rates = format!("{all}.every(({{ rates }}, index) => rates.casualty_rate.printed === index / 10)");
        assert_eq!(page.value(rates).await?, true);
        page.act(format!("{all}[7].scenario = {{ deployed: 100, casualties: 99 }}")).await?;
        assert_eq!(
            page.value(format!("[6, 7, 8].map((index) => {all}[index].rates.casualty_rate.printed)")).await?,
            json!([0.6, 99, 0.8])
        );
        assert_eq!(page.value(FETCHED).await?, 2, "one module for all, in its two halves");
        Ok(())
    })
    .await
}

async fn two_versions_in_one_page_do_not_get_in_each_others_way() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/several.html", async |page| {
        page.run("await import('/for-all/casualty-calculator.js');").await?;
        let all = "[...document.querySelectorAll('casualty-calculator')]";
        page.wait_for("all of them", format!("{all}.length === 3 && {all}.every(({{ rates }}) => rates)")).await?;
        page.run("document.body.prepend(document.createElement('casualty-calculator'))").await?;
        page.wait_for("one more", format!("{all}.length === 4 && {all}[0].rates")).await?;
        page.whole().await?;
        assert_eq!(page.value(FETCHED).await?, 2, "the first one that came serves all");
        Ok(())
    })
    .await
}

async fn a_page_that_adds_and_removes_a_thousand_does_not_fill_up() -> anyhow::Result<()> {
    only_in_chromium("no other driver tells how much a page holds")?;
    visit_fresh(Build::Released, ONE, async |page| {
        page.ready().await?;
        let cycles = |count: u32| {
            format!(
                "for (let cycle = 0; cycle < {count}; cycle++) {{
                    const made = document.createElement('casualty-calculator');
                    const ready = new Promise((resolve) => made.addEventListener('calculator-ready', resolve));
                    made.setAttribute('loading', 'eager');
                    document.body.prepend(made);
                    await ready;
                    made.scenario = {{ deployed: 100 + cycle, casualties: 5 }};
                    made.remove();
                    await null;
                    recorded.length = 0;
                }}"
            )
        };
        page.run(cycles(100)).await?;
        let before = page.session().heap().await?;
        for _ in 0..10 {
            page.run(cycles(100)).await?;
        }
        // Some of what nobody uses any more is given back only once the page has had a rest.
        let deadline = Instant::now() + PATIENCE;
        let (after, growth) = loop {
            let after = page.session().heap().await?;
            let growth = (after - before) / 1000.0;
            if growth < 512.0 || Instant::now() > deadline {
                break (after, growth);
            }
            page.drawn().await?;
        };
        println!("heap: {growth:.0} bytes more for each that was added and removed ({before:.0} to {after:.0})");
        assert!(growth < 1024.0, "{growth} bytes a cycle: {before} to {after}");
        Ok(())
    })
    .await
}
