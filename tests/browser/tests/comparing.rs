//! Every source stands beside the others with the figures that it gave, in the chart as in the table.

use std::collections::BTreeMap;

use anyhow::Context;
use browser_tests::page::visit;
use browser_tests::server::Build;
use casualty_calculator::dataset::BUILT_IN;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::ONE;

/// The columns of figures that a source gives or doesn't, by the names of the dataset.
const FIGURES: [&str; 5] = ["deployed", "killed", "wounded", "missing", "captured"];

/// The words for a figure of the dataset: its own, or its hedge and number.
fn words(figure: &Value) -> anyhow::Result<String> {
    if let Some(number) = figure.as_u64() {
        return Ok(grouped(number));
    }
    if let Some(words) = figure["words"].as_str() {
        return Ok(words.to_owned());
    }
    let (hedge, number) = figure.as_object().and_then(|hedged| hedged.iter().next()).context("a hedged figure")?;
    let number = number.as_u64().with_context(|| format!("{figure}: not a form that this test knows"))?;
    Ok(format!("{} {}", hedge.replace('_', " "), grouped(number)))
}

fn grouped(number: u64) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1000), number % 1000) }
}

type Rows = BTreeMap<String, BTreeMap<String, String>>;

#[tokio::test]
async fn chart_and_table_give_the_figures_of_the_sources() -> anyhow::Result<()> {
    let dataset: Value = serde_json::from_str(BUILT_IN)?;
    let claims = dataset["claims"].as_array().context("claims")?;
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let pressed =
            "all('[data-shows]').map((button) => [button.dataset.shows, button.getAttribute('aria-pressed')])";
        assert_eq!(page.value(pressed).await?, json!([["chart", "true"], ["table", "false"], ["timeline", "false"]]));
        let rows = "Object.fromEntries(all('.bar-row').map((row) => [row.dataset.claim, {
            value: row.querySelector('.bar-value summary, .bar-value span').textContent,
            figures: row.querySelector('.bar-figures').textContent,
        }]))";
        let chart: Rows = serde_json::from_value(page.value(rows).await?)?;

        page.open_part("[data-shows=table]").await?;
        assert_eq!(page.value(pressed).await?, json!([["chart", "false"], ["table", "true"], ["timeline", "false"]]));
        assert_eq!(page.value("shown('.chart')").await?, false);
        let cells = "Object.fromEntries([...row.querySelectorAll('td')].map((cell) => [cell.dataset.field,
            [...cell.querySelectorAll('.line, summary, .small:not(.working p)')].map((line) => line.textContent).join('\\n')
                || cell.textContent]))";
        let rows = format!("Object.fromEntries(all('tr[data-claim]').map((row) => [row.dataset.claim, {cells}]))");
        let table: Rows = serde_json::from_value(page.value(rows).await?)?;

        let ids: Vec<_> = claims.iter().filter_map(|claim| claim["id"].as_str()).chain(["scenario"]).collect();
        for rows in [&chart, &table] {
            assert_eq!(rows.len(), ids.len());
            assert!(ids.iter().all(|id| rows.contains_key(*id)), "{rows:?}");
        }
        for claim in claims {
            let id = claim["id"].as_str().context("id")?;
            let (row, bar) = (&table[id], &chart[id]);
            for name in FIGURES {
                let cell = row[name].lines().next().unwrap_or_default();
                match claim.get(name) {
                    Some(figure) => assert_eq!(cell, words(figure)?, "{id}: {name}"),
                    // The force may be another source's; then it says so.
                    None if name == "deployed" && row[name].contains("borrowed from KBS World") => {}
                    None => assert_eq!(row[name], "not given", "{id}: {name}"),
                }
                if name != "deployed"
                    && let Some(figure) = claim.get(name)
                {
                    let words = words(figure)?;
                    assert!(bar["figures"].contains(&words), "{id}: {name}: {words} in {bar:?}");
                }
            }
            if let Some(total) = claim.get("casualties") {
                assert_eq!(row["casualties"].lines().next(), Some(words(total)?.as_str()), "{id}");
            }
            if let Some(rate) = claim.get("rate") {
                let rate = format!("stated: {}%", words(rate)?);
                assert_eq!(row["rate"].lines().next(), Some(rate.as_str()), "{id}");
            }
            let as_of = claim["as_of_words"].as_str().unwrap_or("not given");
            assert_eq!(row["table.as_of"], as_of, "{id}");
        }
        // Both faces agree on the totals and rates.
        let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        for id in ids {
            let (row, bar) = (&table[id], &chart[id]["value"]);
            match bar.split_once(" · ") {
                Some((casualties, rate)) => {
                    let total = row["casualties"].lines().next().unwrap_or_default();
                    assert_eq!(number(casualties), number(total), "{id}");
                    assert!(row["rate"].contains(rate), "{id}: {rate} in {}", row["rate"]);
                }
                None => assert!(bar == "no total follows" && row["casualties"] == "not given", "{id}: {bar}"),
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_readers_figures_stand_among_the_sources() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let line = "one('.scenario-line').getAttribute('x1')";
        let before = page.text(line).await?;
        page.press("[data-input=killed] [part=slider]", Key::Right).await?;
        assert_ne!(page.text(line).await?, before);
        assert!(page.text("text('.bar-row.own')").await?.contains("1,050 killed"));

        page.open_part("[data-shows=table]").await?;
        let killed = "text('tr[data-claim=south-korea] [data-difference=killed]')";
        assert!(page.text(killed).await?.contains("750 more"));
        assert_eq!(page.text("text('tr[data-claim=scenario] [data-field=killed]')").await?, "1,050");
        // The face stays while the figures change.
        page.press("[data-input=killed] [part=slider]", Key::Right).await?;
        assert!(page.text(killed).await?.contains("800 more"));
        assert_eq!(page.text("text('tr[data-claim=scenario] [data-field=killed]')").await?, "1,100");
        page.click("[data-shows=chart]").await?;
        assert!(page.text("text('.bar-row.own')").await?.contains("1,100 killed"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_wording_allows_leads_to_the_rule() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        assert_eq!(page.value("one('details.method').open").await?, false);
        page.click(".answer .rule-link").await?;
        assert_eq!(page.value("one('details.method').open").await?, true);
        assert_eq!(page.value("element.shadowRoot.activeElement === one('details.method summary')").await?, true);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_source_can_be_followed() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let links = "all('.source a').map((link) => [link.protocol, link.target, link.rel])";
        let links = page.value(links).await?;
        assert_eq!(links.as_array().map(Vec::len), Some(5));
        for link in links.as_array().into_iter().flatten() {
            assert_eq!(link, &json!(["https:", "_blank", "noopener noreferrer"]));
        }
        Ok(())
    })
    .await
}

/// What is drawn anew for one step of a slider, by component.
#[tokio::test]
async fn a_step_of_a_slider_redraws_only_what_it_changes() -> anyhow::Result<()> {
    visit(Build::Counting, "/index.html", async |page| {
        page.ready().await?;
        page.drawn().await?;
        let draws = "const { name } = performance.getEntriesByType('resource')
                .find(({ name }) => /casualty-calculator-[0-9a-f]+[.]js$/.test(name));
            // In the page itself: some engines keep what a test imports apart.
            return (await window.eval(`import('${name}')`)).draws();";
        let before = page.run(draws).await?;
        page.press("[data-input=killed] [part=slider]", Key::Right).await?;
        assert_eq!(page.value("element.scenario.killed").await?, 1050);
        let after = page.run(draws).await?;
        let mut more = BTreeMap::new();
        for (name, count) in after.as_object().context("counts")? {
            let count = count.as_u64().context("a count")? - before[name].as_u64().unwrap_or_default();
            more.insert(name.as_str(), count);
        }
        let changed: BTreeMap<_, _> = more.iter().filter(|(_, count)| **count > 0).map(|(n, c)| (*n, *c)).collect();
        assert_eq!(changed, BTreeMap::from([("App", 1), ("killed", 1)]), "of {more:?}");
        for name in ["Background", "deployed", "wounded"] {
            assert_eq!(more.get(name), Some(&0), "{name} is counted");
        }
        Ok(())
    })
    .await
}
