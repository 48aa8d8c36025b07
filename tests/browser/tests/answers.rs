//! The reader gets the right answer, and the same one everywhere.

use anyhow::Context;
use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use casualty_calculator::dataset::{BUILT_IN, Dataset, parse_dataset, parse_scenarios};
use casualty_calculator::results::{compared_claim_value, rates_value, scenario_value};
use casualty_calculator::state::{Action, Derived, DerivedClaims, State, reduce};
use serde_json::{Value, json};

use crate::json_numbers::normal;
use crate::{ONE, json};

tests! {
    the_demo_story_answers_its_question,
    a_scenario_in_the_address_of_the_story_and_the_frame_is_taken_over,
    the_known_answers_come_out,
    what_is_known_of_claims_comes_out,
    page_element_and_command_say_the_same,
}

async fn the_demo_story_answers_its_question() -> anyhow::Result<()> {
    visit(Build::Released, "/index.html", async |page| {
        page.ready().await?;
        assert_eq!(page.events("calculator-ready").await?.len(), 1);
        let sentence = page.text("text('.sentence')").await?;
        for part in ["about 11,000", "about 4,000", "killed", "wounded", "about 36%"] {
            assert!(sentence.contains(part), "{part} in: {sentence}");
        }
        assert_eq!(page.text("text('.answer .range')").await?, "31–42%");
        let whose = page.text("text('.whose')").await?;
        assert!(whose.contains("from another source: Western officials (unnamed) → BBC → KBS World"), "{whose}");
        assert_eq!(
            page.value("document.querySelector('.casualty-calculator-fallback').checkVisibility()").await?,
            false
        );
        Ok(())
    })
    .await
}

async fn a_scenario_in_the_address_of_the_story_and_the_frame_is_taken_over() -> anyhow::Result<()> {
    visit(Build::Released, "/index.html#deployed=10000&killed=500&wounded=500", async |page| {
        page.ready().await?;
        assert_eq!(page.value("element.rates.casualty_rate.printed").await?, 10);
        page.act("location.hash = '#deployed=10000&killed=500&wounded=1500'").await?;
        page.wait_for("the new rate", "element.rates.casualty_rate.printed === 20").await?;
        page.open("/embed.html?lang=de&theme=dark#deployed=10000&casualties=3000?secret=abc").await?;
        page.ready().await?;
        assert_eq!(page.value("element.rates.casualty_rate.printed").await?, 30);
        assert_eq!(page.text("one('[data-input=deployed] [part=field]').value").await?, "10.000");
        Ok(())
    })
    .await
}

/// Answers that are known from elsewhere: worked out by hand or given by the article.
const KNOWN: [(&str, &str, f64, f64); 12] = [
    ("deployed=about:11000&killed=about:1000&wounded=about:3000", "casualties", 3600.0, 4400.0),
    ("deployed=about:11000&killed=about:1000&wounded=about:3000", "casualty_rate", 31.304, 41.905),
    ("casualties=4000&rate=about:36", "implied_deployed", 10_958.904, 11_267.606),
    ("casualties=about:4000&rate=about:36", "implied_deployed", 9_863.014, 12_394.366),
    ("deployed=about:11000&killed=300&wounded=2700", "casualty_rate", 26.087, 28.571),
    ("deployed=about:11000&killed=300&wounded=2700", "wounded_per_killed", 9.0, 9.0),
    ("deployed=11000&rate=36&solve_for=casualties", "casualties", 3960.0, 3960.0),
    // Both the first and the last day count.
    ("casualties=45680&start=2024-11-01&as_of=2024-11-30", "per_day", 1522.667, 1522.667),
    ("casualties=11000&start=2024-10-04&as_of=2024-10-15", "per_day", 916.667, 916.667),
    // A month ends on any of its days.
    ("casualties=45680&start=2024-11-01&as_of=2024-11", "per_day", 1522.667, 45680.0),
    ("casualties=300&start=2024-10-15&as_of=2024-10-15", "per_day", 300.0, 300.0),
    ("deployed=100000&casualties=best:64260:55298-78525", "casualty_rate", 55.298, 78.525),
];

async fn the_known_answers_come_out() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        for (scenario, rate, low, high) in KNOWN {
            page.act(format!("element.setAttribute('scenario', '{scenario}')")).await?;
            let found = page.value(format!("element.rates.{rate}")).await?;
            for (end, expected) in [("low", low), ("high", high)] {
                let number = found[end].as_f64().with_context(|| format!("{scenario}: {rate}: {found}"))?;
                assert!((number - expected).abs() < 0.001, "{scenario}: {rate}.{end} is {number}, not {expected}");
            }
        }
        for (scenario, sentence) in [
            ("deployed=over:10000&casualties=about:4000", "under 44% of the force"),
            ("deployed=over:10000&casualties=4000", "under 40% of the force"),
            ("casualties=4000", "there is no rate"),
            ("deployed=1000&casualties=2000", "With 1,000 deployed, 2,000 casualties are more than the whole force"),
            ("deployed=1000&killed=100", "100 were killed: 10% of the force"),
            ("captured=2", "Enter the size of the force"),
        ] {
            page.act(format!("element.setAttribute('scenario', '{scenario}')")).await?;
            let text = page.text("text('.sentence')").await?;
            assert!(text.contains(sentence), "{scenario}: {text}");
        }
        Ok(())
    })
    .await
}

async fn what_is_known_of_claims_comes_out() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let claim = |id: &str, figures: Value| {
            let mut claim = json!({"id": id, "source": {"name": id}});
            claim.as_object_mut().into_iter().for_each(|claim| claim.extend(figures.as_object().cloned().unwrap_or_default()));
            claim
        };
        let all = json!(["killed", "wounded", "missing", "captured"]);
        let data = json!({
            "format": 2,
            "title": "Known answers",
            "forces": [{"id": "force", "name": "The force", "start": "2024-11-01", "denominator": "size"}],
            "claims": [
                claim("size", json!({"deployed": 100_000})),
                claim("third", json!({"casualties": {"between": [33_000, 38_000]}, "covers": all, "stated": {"killed_share": "1/3"}})),
                claim("hansard", json!({"wounded": 777, "groups": [{"covers": ["killed", "missing"], "count": 255}]})),
                claim("best", json!({"casualties": {"best": 64_260, "between": [55_298, 78_525]}})),
                claim("month", json!({"period": {"from": "2024-11", "to": "2024-11"}, "casualties": 45_680, "denominator": null})),
                claim("twelfth", json!({"as_of": "2024-11-12", "casualties": 11_000})),
                claim("under", json!({"killed": {"under": 1000}, "wounded": {"words": "dozens"}})),
            ],
        });
        page.run_with("element.data = given[0]; await drawn()", vec![data]).await?;
        assert_eq!(page.events("calculator-error").await?, Vec::<Value>::new());
        for (id, rate, low, printed, high) in [
            ("third", "implied_killed", 9900.0, None, 13_933.333),
            ("hansard", "casualties", 1032.0, Some(1032.0), 1032.0),
            ("hansard", "casualty_rate", 1.032, Some(1.032), 1.032),
            ("best", "casualty_rate", 55.298, Some(64.26), 78.525),
            ("month", "per_day", 1522.667, Some(1522.667), 1522.667),
            ("twelfth", "per_day", 916.667, Some(916.667), 916.667),
            ("under", "killed_rate", 0.0, Some(1.0), 1.0),
        ] {
            let found = page.value(format!("element.comparison.find(({{ id }}) => id === '{id}').rates.{rate}")).await?;
            for (end, expected) in [("low", Some(low)), ("printed", printed), ("high", Some(high))] {
                let near = match (found[end].as_f64(), expected) {
                    (Some(number), Some(expected)) => (number - expected).abs() < 0.001,
                    (number, expected) => number == expected,
                };
                assert!(near, "{id}: {rate}.{end} is not {expected:?}: {found}");
            }
        }
        let counts = "element.comparison.find(({ id }) => id === 'hansard').rates.casualties.counts";
        assert_eq!(page.value(counts).await?, json!(["killed", "wounded", "missing"]));
        for (id, rate, reason) in [
            ("month", "casualty_rate", "no_deployed"),
            ("under", "wounded_per_killed", "only_words"),
            ("hansard", "killed_share", "no_killed"),
            ("hansard", "per_day", "no_dates"),
            ("best", "implied_killed", "no_rate"),
        ] {
            let found = page.value(format!("element.comparison.find(({{ id }}) => id === '{id}').rates.{rate}")).await?;
            assert_eq!(found, json!({"unavailable": reason}), "{id}: {rate}");
        }
        Ok(())
    })
    .await
}

/// Scenarios in which every reason for an unavailable rate comes up.
const SCENARIOS: [&str; 13] = [
    "deployed=about:11000&killed=about:1000&wounded=about:3000",
    "deployed=over:10000&casualties=about:4000",
    "casualties=4000&rate=about:36",
    "deployed=about:11000&killed=300&wounded=2700",
    "killed=about:1000",
    "captured=2",
    "deployed=1000&casualties=2000",
    "deployed=0&killed=0&wounded=0",
    "deployed=11000&reinforcements=3000&killed=between:300-900&missing=up_to:100&captured=2&start=2024-10-15&as_of=2025-01-15",
    "deployed=11000&killed=nearly:1000&wounded=at_least:2000&start=2025-01-15&as_of=2025-01-15",
    "deployed=11000&rate=36&solve_for=casualties",
    "casualties=4000&rate=35.5&solve_for=deployed",
    "deployed=1000000000&killed=1&wounded=1&missing=1&captured=1&casualties=3&rate=100",
];

async fn page_element_and_command_say_the_same() -> anyhow::Result<()> {
    let dataset = parse_dataset(BUILT_IN).map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        for scenario in SCENARIOS {
            page.act(format!("element.setAttribute('scenario', '{scenario}')")).await?;
            let [plain_scenario, rates, comparison] = expected(&dataset, scenario)?;
            assert_eq!(json(page, "element.scenario").await?, plain_scenario, "{scenario}");
            assert_eq!(json(page, "element.rates").await?, rates, "{scenario}");
            assert_eq!(json(page, "element.comparison").await?, comparison, "{scenario}");
            assert_listed(page, &rates).await.context(scenario)?;

            // By the property too, from what the property gave.
            page.act("const before = element.scenario; element.reset(); element.scenario = before").await?;
            assert_eq!(json(page, "element.scenario").await?, plain_scenario, "{scenario}");
            assert_eq!(json(page, "element.rates").await?, rates, "{scenario}");
        }
        Ok(())
    })
    .await
}

/// What the command prints: scenario, rates and claims, from the same functions.
fn expected(dataset: &Dataset, text: &str) -> anyhow::Result<[Value; 3]> {
    let state = reduce(&State::new(dataset), Action::ReplaceSome(parse_scenarios(text, dataset)?), dataset);
    let claims = &DerivedClaims::of_forces(dataset)[0];
    let derived = Derived::new(state.scenario(), dataset, 0, claims);
    let claims = dataset.forces[0].claims.iter().zip(&claims.results).zip(&derived.comparisons);
    let claims = claims.map(|((claim, row), comparisons)| {
        let claim = compared_claim_value(&claim.id, &row.rates, comparisons);
        serde_json::to_value(&claim)
    });
    let comparison = Value::Array(claims.collect::<Result<_, _>>()?);
    let values = [
        serde_json::to_value(scenario_value(&state, dataset, 0))?,
        serde_json::to_value(rates_value(&derived.rates))?,
        comparison,
    ];
    // Through text, as what comes from the page.
    let mut normalised = [Value::Null, Value::Null, Value::Null];
    for (place, value) in normalised.iter_mut().zip(values) {
        *place = normal(serde_json::from_str(&value.to_string())?);
    }
    Ok(normalised)
}

/// The list on the page names each rate with its value or its reason; the extrapolation only where it is asked for, and what is
/// implied only of what is not given.
async fn assert_listed(page: &Page, rates: &Value) -> anyhow::Result<()> {
    let rows = "all('[data-rate]').map((row) => [row.dataset.rate, {
        unavailable: row.dataset.unavailable ?? null,
        value: row.querySelector('.value')?.textContent ?? null,
        reason: row.querySelector('.reason')?.textContent ?? null,
    }])";
    let listed = page.value(format!("Object.fromEntries({rows})")).await?;
    let rates = rates.as_object().context("rates")?;
    let is_listed = |name: &String, rate: &Value| name != "days_left" && rate["unavailable"] != "given";
    let rates = rates.iter().filter(|(name, rate)| is_listed(name, rate)).collect::<Vec<_>>();
    assert_eq!(listed.as_object().map(serde_json::Map::len), Some(rates.len()), "{listed}");
    for (name, rate) in rates {
        let row = &listed[name];
        assert_eq!(row["unavailable"], rate.get("unavailable").cloned().unwrap_or(json!(null)), "{name}");
        let (says, silent) = if row["unavailable"].is_null() { ("value", "reason") } else { ("reason", "value") };
        assert!(row[says].as_str().is_some_and(|text| !text.trim().is_empty()), "{name}: {row}");
        assert!(row[silent].is_null(), "{name}: {row}");
    }
    Ok(())
}
