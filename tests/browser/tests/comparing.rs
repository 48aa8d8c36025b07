//! Every source stands beside the others with the figures that it gave, in the chart as in the table.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;
use browser_tests::page::visit;
use browser_tests::server::Build;
use browser_tests::tests;
use casualty_calculator::dataset::BUILT_IN;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::ONE;

tests! {
    chart_and_table_give_the_figures_of_the_sources,
    the_readers_figures_stand_among_the_sources,
    what_the_wording_allows_leads_to_the_rule,
    every_source_can_be_followed,
    chart_and_table_never_disagree,
    a_row_of_the_chart_opens_to_who_said_it_and_how_it_is_worked_out,
    a_step_of_a_slider_redraws_only_what_it_changes,
}

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

async fn chart_and_table_give_the_figures_of_the_sources() -> anyhow::Result<()> {
    let dataset: Value = serde_json::from_str(BUILT_IN)?;
    let claims = dataset["claims"].as_array().context("claims")?;
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let pressed =
            "all('[data-shows]').map((button) => [button.dataset.shows, button.getAttribute('aria-pressed')])";
        assert_eq!(page.value(pressed).await?, json!([["chart", "true"], ["table", "false"], ["timeline", "false"]]));
        let rows = "Object.fromEntries(all('.bar-row').map((row) => [row.dataset.claim, {
            value: row.querySelector('.bar-value').textContent,
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
                    None if name == "deployed" && row[name].contains("taken from KBS World") => {}
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
            if let Some(rate) = claim["stated"].get("casualty_rate") {
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
                None => assert!(bar == "no total" && row["casualties"] == "not given", "{id}: {bar}"),
            }
        }
        Ok(())
    })
    .await
}

async fn the_readers_figures_stand_among_the_sources() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let line = "one('.scenario-line').getAttribute('x1')";
        let before = page.text(line).await?;
        page.press("[data-input=killed] [part=slider]", Key::Right).await?;
        assert_ne!(page.text(line).await?, before);
        assert!(page.text("text('.bar-row.own')").await?.contains("1,050 killed"));

        page.open_part("[data-shows=table]").await?;
        let differences = "text('tr[data-claim=south-korea] .differences')";
        assert!(page.text(differences).await?.contains("Killed: 750 more"));
        assert_eq!(page.text("text('tr[data-claim=scenario] [data-field=killed]')").await?, "1,050");
        // The face stays while the figures change.
        page.press("[data-input=killed] [part=slider]", Key::Right).await?;
        assert!(page.text(differences).await?.contains("Killed: 800 more"));
        assert_eq!(page.text("text('tr[data-claim=scenario] [data-field=killed]')").await?, "1,100");
        page.click("[data-shows=chart]").await?;
        assert!(page.text("text('.bar-row.own')").await?.contains("1,100 killed"));
        Ok(())
    })
    .await
}

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

/// What chart and table say of each claim, side by side: what differs, and how many values were read.
const DISAGREE: &str = "
    const differ = [];
    let read = 0;
    const same = (what, one, other) => {
        read += 1;
        if (one !== other) differ.push(`${what}: ${one} ≠ ${other}`);
    };
    const words = (part) => part?.textContent.replace(/[\\s]+/g, ' ').trim() ?? '';
    const near = (one, other) => (Math.abs(one - other) < 0.001 * (1 + other) ? other : one);
    for (const { id, rates } of element.comparison) {
        const claim = element.data.claims.find((claim) => claim.id === id);
        const { chart, table } = given[0].rows[id];
        for (const [label, fact] of Object.entries(chart.facts)) {
            if (!(label in table.lines)) continue;
            const line = table.lines[label].replace(/^stated: /, '');
            // What we make of a wording, the row alone says; a source's own range stands in both.
            same(`${id}, ${label}`, fact === line ? fact : fact.replace(/ [(][^(]*[)]$/, ''), line);
        }
        for (const [name, label] of [['casualties', 'Casualties'], ['casualty_rate', 'Rate']]) {
            if (claim.period || rates[name].unavailable) continue;
            const total = table.lines[label] && name === 'casualties' ? table.lines[label] : table.values[label];
            same(`${id}, ${name}`, chart.value.split(' · ')[name === 'casualties' ? 0 : 1], total.replace(/^worked out: /, ''));
            // A stated total has no working in the table, but bounds in the chart.
            if (table.workings[label]) same(`${id}, how ${name} is worked out`, chart.workings[name], table.workings[label]);
        }
        const rate = rates[given[0].scale === 'rates' ? 'casualty_rate' : 'casualties'];
        if (claim.period || rate.unavailable) continue;
        const { low, high, arrows, rings } = chart.bar;
        const spread = rate.low !== rate.high;
        same(`${id}, whether there is a whisker`, low !== null, spread);
        if (!spread) continue;
        same(`${id}, low`, near(low * given[0].end, rate.low), rate.low);
        same(`${id}, high`, rate.high === null ? high : near(high * given[0].end, rate.high), rate.high === null ? 1 : rate.high);
        const cap = rate.low === 0 && rate.high !== null;
        same(`${id}, arrows`, arrows, Number(rate.high === null) + Number(cap));
        same(`${id}, rings`, rings, Number(rate.low_open && !cap) + Number(rate.high_open && rate.high !== null));
    }
    return [differ, read];
";

async fn chart_and_table_never_disagree() -> anyhow::Result<()> {
    let chart = "all('.bars .bar-row:not(.own)').map((row) => [row.dataset.claim, {
        value: row.querySelector('.bar-value').textContent,
        facts: Object.fromEntries([...row.querySelectorAll('.given div')]
            .map((fact) => [fact.querySelector('dt').textContent, fact.querySelector('dd').textContent])),
        workings: Object.fromEntries([...row.querySelectorAll('[data-rate-of]')]
            .map((line) => [line.dataset.rateOf, line.textContent.split('. ')[0]])),
        bar: {
            low: row.querySelector('.whisker') ? parseFloat(row.querySelector('.whisker').getAttribute('x1')) / 100 : null,
            high: row.querySelector('.whisker') ? parseFloat(row.querySelector('.whisker').getAttribute('x2')) / 100 : null,
            arrows: row.querySelectorAll('.arrow').length,
            rings: row.querySelectorAll('.ring').length,
        },
    }])";
    let cells = "(row, css) => Object.fromEntries([...row.querySelectorAll('td')]
        .map((cell) => [cell.dataset.label, cell.querySelector(css)?.textContent ?? '']).filter(([, text]) => text))";
    let table = format!(
        "(() => {{ const cells = {cells}; return all('tr[data-claim]:not(.own)').map((row) => [row.dataset.claim, {{
            lines: cells(row, '.line'),
            values: cells(row, 'summary'),
            workings: Object.fromEntries(Object.entries(cells(row, '.working p')).map(([label, text]) => [label, text.split('. ')[0]])),
        }}]); }})()"
    );
    for (dataset, least) in [
        (ONE, 25),
        ("/pages/one.html?src=%2Fdata%2Fkursk-2024-2025.json", 25),
        // Ranges of the source's own, figures in words, and what was withdrawn.
        ("/pages/one.html?src=data/two-sides.json", 15),
    ] {
        visit(Build::Released, dataset, async |page| {
            page.ready().await?;
            // What the rows of the chart open to is drawn with the first of them.
            page.act("all('.bars summary')[0].click()").await?;
            page.act("one('[data-does=superseded]').click()").await?;
            let mut orders = BTreeSet::new();
            for order in ["listed", "date", "source", "size"] {
                for scale in ["people", "rates"] {
                    let select = "one('[data-does=order]')";
                    let choose = format!(
                        "{select}.value = '{order}'; {select}.dispatchEvent(new Event('change', {{ bubbles: true }}))"
                    );
                    page.act(choose).await?;
                    page.click(&format!("[data-scale={scale}]")).await?;
                    let charted = page.value(chart).await?;
                    let end =
                        page.value("Number([...all('.axis .tick')].at(-1).textContent.replace(/[^0-9]/g, ''))").await?;
                    page.open_part("[data-shows=table]").await?;
                    let listed = page.value(&table).await?;
                    page.click("[data-shows=chart]").await?;

                    let ids = |rows: &Value| -> Vec<String> {
                        rows.as_array()
                            .into_iter()
                            .flatten()
                            .map(|row| row[0].as_str().unwrap_or_default().to_owned())
                            .collect()
                    };
                    assert_eq!(ids(&charted), ids(&listed), "{order}, {scale}: the order of chart and table");
                    orders.insert(ids(&charted));
                    let mut rows = serde_json::Map::new();
                    for (bar, row) in
                        charted.as_array().into_iter().flatten().zip(listed.as_array().into_iter().flatten())
                    {
                        rows.insert(
                            bar[0].as_str().unwrap_or_default().to_owned(),
                            json!({"chart": bar[1], "table": row[1]}),
                        );
                    }
                    let given = json!({"rows": rows, "scale": scale, "end": end});
                    let found = page.run_with(DISAGREE, vec![given]).await?;
                    assert_eq!(found[0], json!([]), "{order}, {scale}: where chart and table disagree");
                    assert!(found[1].as_u64().is_some_and(|read| read > least), "{order}, {scale}: {found}");
                }
            }
            assert!(orders.len() > 2, "the orders differ: {orders:?}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_row_of_the_chart_opens_to_who_said_it_and_how_it_is_worked_out() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let row = ".bars [data-claim=bbc]";
        assert_eq!(page.value(format!("shown('{row} .opened')")).await?, false);
        page.press(&format!("{row} summary"), Key::Enter).await?;
        page.wait_for("what the row opens to", format!("shown('{row} .given')")).await?;
        let opened = page.text(format!("text('{row} .opened')")).await?;
        for part in [
            "Western officials (unnamed) unnamed official",
            "KBS World news outlet",
            "as of mid-January 2025",
            "from another outlet’s account of the report",
            "Deployedan estimated 11,000 (10,500–11,500)",
            "wounded, missing, captured combinedabout 3,000 (2,700–3,300)",
            "Ratenearly 40% (36 to under 40%)",
            "4,000 (3,600–4,400) ÷ 11,000 (10,500–11,500) = 36.36% (31.3–41.91%)",
            "There is no figure for the wounded alone.",
        ] {
            assert!(opened.contains(part), "{part} in: {opened}");
        }
        assert_eq!(page.value(format!("one('{row} .opened a').protocol")).await?, "https:");
        // On another scale and in another order it stays open.
        page.click("[data-scale=rates]").await?;
        assert_eq!(page.value(format!("shown('{row} .opened')")).await?, true);
        Ok(())
    })
    .await
}

/// What is drawn anew for one step of a slider, by component.
async fn a_step_of_a_slider_redraws_only_what_it_changes() -> anyhow::Result<()> {
    visit(Build::Counting, "/index.html", async |page| {
        page.ready().await?;
        page.drawn().await?;
        let draws = "const { name } = performance.getEntriesByType('resource')
                .find(({ name }) => /casualty-calculator-[0-9a-f]+[.]js$/.test(name));
            // In the page itself: some engines keep what a test imports apart.
            return (await window.eval(`import('${name}')`)).Calculator.draws();";
        // With the first step the figures are no source's any more, and its button is not pressed.
        for (killed, expected) in [(1050, vec!["App", "SourceButtons", "killed"]), (1100, vec!["App", "killed"])] {
            let before = page.run(draws).await?;
            page.press("[data-input=killed] [part=slider]", Key::Right).await?;
            assert_eq!(page.value("element.scenario.killed").await?, killed);
            let after = page.run(draws).await?;
            let mut more = BTreeMap::new();
            for (name, count) in after.as_object().context("counts")? {
                let count = count.as_u64().context("a count")? - before[name].as_u64().unwrap_or_default();
                more.insert(name.as_str(), count);
            }
            let changed: BTreeMap<_, _> = more.iter().filter(|(_, count)| **count > 0).map(|(n, c)| (*n, *c)).collect();
            assert_eq!(changed, expected.into_iter().map(|name| (name, 1)).collect(), "of {more:?}");
            for name in ["Background", "ClaimFindings", "ClaimRows", "deployed", "wounded"] {
                assert_eq!(more.get(name), Some(&0), "{name} is counted");
            }
        }
        Ok(())
    })
    .await
}
