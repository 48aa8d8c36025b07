//! Somebody else's page stays as it was: nothing leaks into it, out of it, or from one calculator to the next.

use browser_tests::page::{visit, visit_fresh};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;

tests! {
    several_calculators_share_the_code_and_not_their_figures,
    a_strict_page_need_not_allow_inline_styles,
    nothing_is_sent_elsewhere_or_kept,
    a_page_has_its_own_scenario_where_the_address_says_nothing,
}

async fn several_calculators_share_the_code_and_not_their_figures() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/several.html", async |page| {
        page.all_ready(3).await?;
        let fetched = "['wasm', 'css'].map((type) => performance.getEntriesByType('resource')
            .filter(({ name }) => name.endsWith(`.${type}`)).length)";
        // Both halves of the wasm, and one style sheet.
        assert_eq!(page.value(fetched).await?, json!([2, 1]));
        let sheets = "[...document.querySelectorAll('casualty-calculator')]
            .every(({ shadowRoot }) => shadowRoot.adoptedStyleSheets.length === 1
                && shadowRoot.adoptedStyleSheets[0] === element.shadowRoot.adoptedStyleSheets[0])";
        assert_eq!(page.value(sheets).await?, true);

        let rates = "['first', 'second', 'third'].map((id) => {
            const rate = document.getElementById(id).rates.casualty_rate.printed;
            return Math.round(rate * 10) / 10;
        })";
        assert_eq!(page.value(rates).await?, json!([36.4, 10, 25]));
        page.act("document.getElementById('second').scenario = { deployed: 100, casualties: 1 }").await?;
        assert_eq!(page.value(rates).await?, json!([36.4, 1, 25]));
        page.click("[data-input=killed] .step:last-of-type").await?;
        assert_eq!(
            page.value("['first', 'second', 'third'].map((id) => document.getElementById(id).scenario.killed)").await?,
            json!([1050, null, 100])
        );
        page.act("document.getElementById('third').undo(); document.getElementById('second').undo()").await?;
        assert_eq!(page.value("element.scenario.killed").await?, 1050);
        let changed = "recorded.filter(({ name }) => name === 'scenario-change').map(({ id }) => id)";
        assert_eq!(page.value(changed).await?, json!(["second", "first", "second"]));
        Ok(())
    })
    .await
}

async fn a_strict_page_need_not_allow_inline_styles() -> anyhow::Result<()> {
    visit(Build::Released, "/index.html", async |page| {
        page.ready().await?;
        page.open_part("[data-lazy=spread]").await?;
        page.open_part("[data-lazy=pairs]").await?;
        for face in ["table", "timeline", "chart"] {
            page.open_part(&format!("[data-shows={face}]")).await?;
            page.press("[data-input=killed] [part=slider]", thirtyfour::Key::Right).await?;
            // A style that a script sets and takes back leaves an empty attribute.
            let inline = "all('style, [style], script, link').filter((one) => one.getAttribute('style') !== '').length";
            assert_eq!(page.value(inline).await?, 0, "{face}");
        }
        Ok(())
    })
    .await
}

async fn nothing_is_sent_elsewhere_or_kept() -> anyhow::Result<()> {
    // Elsewhere than in Chromium a request that fails is in no list, but there a policy refuses it, aloud.
    for path in ["/alone/index.html", "/alone/embed.html"] {
        visit_fresh(Build::Released, path, async |page| {
            page.ready().await?;
            page.click(".source-button[data-claim=bbc]").await?;
            page.type_over("[data-input=killed] [part=field]", "1500").await?;
            for opens in ["lazy", "shows"] {
                // Where there is one side only, nothing sets several beside each other.
                let parts = format!("all('[data-{opens}]').filter((button) => button.checkVisibility()).map((button) => button.dataset.{opens})");
                let parts = page.value(parts).await?;
                let mut parts: Vec<String> = serde_json::from_value(parts)?;
                // A row of the chart is one of several, and there before another face is.
                parts.sort();
                parts.dedup();
                assert!(parts.len() > 1, "{parts:?}");
                for part in parts {
                    page.open_part(&format!("[data-{opens}={part}]")).await?;
                }
            }
            page.unfold().await?;
            page.click("[data-does=reset-all]").await?;

            let requests = page.session().requests().await?;
            let wasm = requests.iter().filter(|address| address.ends_with(".wasm")).count();
            assert_eq!(wasm, 2, "the log holds what was fetched: {requests:?}");
            let origin = page.text("location.origin").await?;
            // Chromium's own picture on a date's input reaches nobody.
            let reaches = |address: &&String| !address.starts_with(&origin) && !address.starts_with("data:");
            let elsewhere: Vec<_> = requests.iter().filter(reaches).collect();
            assert!(elsewhere.is_empty(), "{path}: {elsewhere:?}");
            let kept = "[document.cookie, localStorage.length, sessionStorage.length,
                (await indexedDB.databases()).length, (await caches.keys()).length,
                (await navigator.serviceWorker.getRegistrations()).length]";
            assert_eq!(page.value(kept).await?, json!(["", 0, 0, 0, 0, 0]), "{path}");
            assert_eq!(page.session().driver().get_all_cookies().await?.len(), 0, "{path}");
            assert_eq!(page.text("location.hash").await?, "", "{path}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_page_has_its_own_scenario_where_the_address_says_nothing() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/addressed.html", async |page| {
        let rate = |rate: u32| format!("element.rates?.casualty_rate.printed === {rate}");
        page.wait_for("the page's own", rate(25)).await?;
        page.run("location.hash = 'deployed=10&casualties=1'").await?;
        page.wait_for("the address's", rate(10)).await?;
        // As a link to the top of the page does.
        page.act("location.hash = ''").await?;
        page.wait_for("the address's still", rate(10)).await?;
        Ok(())
    })
    .await
}
