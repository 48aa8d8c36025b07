//! Every story that was ever told of a war can be told here: what its sources said, in their words, with their doubts and their
//! corrections.

use std::collections::BTreeSet;
use std::fs;

use anyhow::Context;
use browser_tests::page::visit;
use browser_tests::server::Build;
use browser_tests::tests;
use casualty_calculator::dataset::parse_dataset;
use casualty_calculator::results::{findings_value, result_fields};
use casualty_calculator::state::{Derived, DerivedClaims, State};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::json_numbers::normal;
use crate::taking_along::{KEEP_FILES, SHARE, file, taken};
use crate::{ONE, json, story};

tests! {
    every_story_opens_with_the_findings_that_the_command_gives,
    what_only_whoever_writes_a_story_can_mend_is_on_no_page,
    the_page_of_stories_shows_each_of_them,
    where_no_calculator_comes_each_side_has_its_table,
    a_best_estimate_keeps_its_three_numbers_wherever_it_goes,
    a_figure_that_was_taken_back_is_marked_and_out_of_the_chart_until_a_reader_asks_for_it,
    a_figure_that_somebody_disputes_says_who_does,
    a_total_that_does_not_say_what_it_counts_is_compared_and_the_doubt_is_told,
    figures_in_words_alone_are_shown_in_their_place_and_never_counted,
    more_sources_than_fit_in_a_row_are_one_menu,
    a_month_is_drawn_as_a_month_on_an_axis_of_months,
}

/// The stories that are built.
fn names() -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(Build::Released.folder()?.join("data/stories"))? {
        names.extend(entry?.file_name().to_string_lossy().strip_suffix(".json").map(str::to_owned));
    }
    names.sort();
    anyhow::ensure!(names.len() >= 10, "only {names:?}");
    Ok(names)
}

/// Checks that only whoever writes a dataset can do anything about. No page has them.
const FOR_AUTHORS: [&str; 4] = ["words_contradict", "dates_disagree", "same_claim_twice", "names_nearly_alike"];

/// Findings for readers, each as a text, so that they can be put in order.
fn for_readers(findings: &Value) -> BTreeSet<String> {
    let findings = findings.as_array().into_iter().flatten();
    let of_claims = findings.filter(|finding| {
        finding["claims"] != json!(["scenario"]) && !FOR_AUTHORS.iter().any(|code| finding["code"] == *code)
    });
    of_claims.map(|finding| normal(finding.clone()).to_string()).collect()
}

async fn every_story_opens_with_the_findings_that_the_command_gives() -> anyhow::Result<()> {
    for name in names()? {
        let text = fs::read_to_string(Build::Released.folder()?.join(format!("data/stories/{name}.json")))?;
        let dataset = parse_dataset(&text).map_err(|errors| anyhow::anyhow!("{name}: {errors:?}"))?;
        let (state, claims) = (State::new(&dataset), DerivedClaims::of_forces(&dataset));
        let derived = claims.iter().enumerate();
        let derived = derived.map(|(index, claims)| Derived::new(state.scenario_of(index), &dataset, index, claims));
        let derived = derived.collect::<Vec<_>>();
        let told =
            result_fields(&state, &dataset, &claims.iter().collect::<Vec<_>>(), &derived.iter().collect::<Vec<_>>());
        let told = told.into_iter().map(|(field, value)| Ok((field.to_owned(), serde_json::to_value(value)?)));
        let told = normal(Value::Object(told.collect::<anyhow::Result<_>>()?));
        visit(Build::Released, &story(&name), async |page| {
            page.ready().await?;
            assert_eq!(json(page, "element.forces").await?, told["forces"], "{name}");
            let mut found = BTreeSet::new();
            for (force, derived) in dataset.forces.iter().zip(&derived) {
                page.act(format!("element.scenario = {{ force: '{}' }}", force.id)).await?;
                let findings = json(page, "element.findings").await?;
                found.extend(for_readers(&findings));
                let own = findings_value(&derived.findings.iter().collect::<Vec<_>>(), &dataset.forces);
                let own = normal(serde_json::to_value(own)?);
                let ours = "element.findings.filter(({ claims }) => claims.includes('scenario'))";
                assert_eq!(json(page, ours).await?, own, "{name}, {}", force.id);
                // Each has its line.
                let lines = "all('.checks [data-check]').map((line) => line.dataset.check).sort()";
                let codes = "element.findings.map(({ code }) => code).sort()";
                assert_eq!(page.value(lines).await?, page.value(codes).await?, "{name}, {}", force.id);
                assert_ne!(page.text("text('.sentence')").await?, "", "{name}, {}", force.id);
            }
            assert_eq!(found, for_readers(&told["findings"]), "{name}");
            assert_eq!(page.events("calculator-error").await?, Vec::<Value>::new(), "{name}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// A dataset in which each of these checks finds something.
const TO_BE_MENDED: &str = include_str!("../../datasets/good/for-whoever-writes-it.json");

async fn what_only_whoever_writes_a_story_can_mend_is_on_no_page() -> anyhow::Result<()> {
    let dataset = parse_dataset(TO_BE_MENDED).map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
    let claims = DerivedClaims::of_forces(&dataset);
    let told = claims.iter().flat_map(|claims| &claims.findings).map(|finding| finding.check.code());
    let (for_authors, for_all): (BTreeSet<_>, BTreeSet<_>) = told.partition(|code| FOR_AUTHORS.contains(code));
    assert_eq!(for_authors, BTreeSet::from(FOR_AUTHORS));
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.act(format!("element.data = {TO_BE_MENDED}")).await?;
        let codes = "[...new Set(element.findings.map(({ code }) => code))].sort()";
        assert_eq!(page.value(codes).await?, json!(for_all));
        assert_eq!(
            page.value("[...new Set(all('.checks [data-check]').map((line) => line.dataset.check))].sort()").await?,
            json!(for_all)
        );
        Ok(())
    })
    .await
}

async fn the_page_of_stories_shows_each_of_them() -> anyhow::Result<()> {
    visit(Build::Released, "/stories.html", async |page| {
        let names = names()?;
        let elements = "[...document.querySelectorAll('casualty-calculator')]";
        // Until a script comes there are the words.
        let words =
            format!("{elements}.map((one) => one.querySelector('.question, .sentence')?.textContent.length > 10)");
        assert_eq!(page.value(words).await?, json!(vec![true; names.len()]));
        page.run(format!("for (const one of {elements}) one.setAttribute('loading', 'eager')")).await?;
        page.all_ready(names.len()).await?;
        let opened =
            format!("{elements}.map((one) => one.getAttribute('src').match(/stories\\/(.*)\\.json/)[1]).sort()");
        assert_eq!(page.value(opened).await?, json!(names));
        let shown = format!(
            "{elements}.map((one) => text('.question', one) === one.data.title && Boolean(text('.sentence', one))
                && all('.calculator', one)[0].checkVisibility() && !one.hasAttribute('failed'))"
        );
        assert_eq!(page.value(shown).await?, json!(vec![true; names.len()]));
        assert_eq!(page.events("calculator-error").await?, Vec::<Value>::new());
        for width in [1100, 760, 480, 320] {
            page.session().show_as("light", width, 900).await?;
            page.drawn().await?;
            assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth").await?, true, "{width}");
        }
        Ok(())
    })
    .await
}

async fn where_no_calculator_comes_each_side_has_its_table() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/framed.html?page=about:blank&width=320", async |page| {
        page.expect_console_error("casualty-calculator: The calculator could not be loaded");
        page.session().block(&["*.wasm"]).await?;
        for (width, words) in [(1100, ""), (320, ", narrow")] {
            page.open(&format!("/pages/framed.html?phone&width={width}&page=/stories.html")).await?;
            page.session().driver().enter_frame(0).await?;
            page.wait_for("the end", "recorded.some(({ name }) => name === 'calculator-error')").await?;
            page.run("for (const one of document.querySelectorAll('casualty-calculator')) one.setAttribute('loading', 'eager')").await?;
            page.wait_for("all to give up", "[...document.querySelectorAll('casualty-calculator')].every((one) => one.hasAttribute('failed'))")
                .await?;
            // What a reader sees of each story that is in its data: its sides by their names, and every source. The choice of a
            // side only names the one that the words above are about.
            let missing = "(await Promise.all([...document.querySelectorAll('casualty-calculator')].map(async (one) => {
                const { forces, claims } = await (await fetch(one.getAttribute('src'))).json();
                const seen = (css) => [...one.querySelectorAll(css)].filter((part) => part.checkVisibility());
                const rows = seen('tr[data-claim]').map((row) => row.dataset.claim);
                const heads = seen('.scriptless .subtitle, .scriptless th').map((head) => head.textContent);
                return [
                    ...claims.filter(({ id }) => !rows.includes(id)).map(({ id }) => `no row: ${id}`),
                    ...forces.filter(({ name }) => forces.length > 1 && !heads.includes(name)).map(({ name }) => `no head: ${name}`),
                    ...seen('button, input, select').filter((part) => !part.matches('.forces > [aria-pressed=true]:disabled'))
                        .map((part) => `dead: ${part.outerHTML.slice(0, 60)}`),
                    ...(seen('.forces > *').length === (forces.length > 1 ? 1 : 0) ? [] : ['not one side is named above it']),
                ];
            }))).flat()";
            assert_eq!(page.value(missing).await?, json!([]), "{words}");
            assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth").await?, true, "{words}");
            page.session().driver().enter_default_frame().await?;
        }
        Ok(())
    })
    .await
}

/// The cells of a line of a CSV file, without the marks around those with a comma in them.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
    }
    cells.push(cell);
    cells
}

async fn a_best_estimate_keeps_its_three_numbers_wherever_it_goes() -> anyhow::Result<()> {
    visit(Build::Released, &story("iraq-deaths"), async |page| {
        page.ready().await?;
        page.click(".source-button[data-claim=lancet-2006]").await?;
        let all_three = "654,965 (392,979–942,636)";
        let as_given = "654,965 (392,979–942,636, 95% CI)";
        let sentence = page.text("text('.sentence')").await?;
        assert!(sentence.contains(&format!("Killed: {all_three}.")), "{sentence}");
        assert!(page.text("text('.bar-row.own .bar-figures')").await?.contains(&format!("{all_three} killed")));
        let row = ".bars [data-claim=lancet-2006]";
        assert!(page.text(format!("text('{row} .bar-figures')")).await?.contains(&format!("{as_given} killed")));
        page.open_part(&format!("{row} summary")).await?;
        page.wait_for("what the row opens to", format!("shown('{row} .given')")).await?;
        assert!(page.text(format!("text('{row} .given')")).await?.contains(as_given));
        page.open_part("[data-shows=table]").await?;
        for (claim, said) in [("lancet-2006", as_given), ("scenario", all_three)] {
            let cell = format!("text('tr[data-claim={claim}] [data-field=killed] .line')");
            assert_eq!(page.text(cell).await?, said, "{claim}");
        }
        page.open_part("[data-shows=timeline]").await?;
        let point = "text('.points [data-claim=lancet-2006]')";
        assert!(page.text(point).await?.contains(as_given), "{}", page.text(point).await?);

        // Whose range it is that the share of the force has.
        page.act("element.scenario = { ...element.scenario, deployed: 26000000 }").await?;
        let sentence = page.text("text('.sentence')").await?;
        assert!(sentence.contains(&format!("{all_three} were killed: about 3% of the force.")), "{sentence}");
        let rate = "[data-rate=killed_rate]";
        assert_eq!(page.text(format!("text('{rate} .rate-allows')")).await?, "The source’s own range gives 1–4%");
        assert!(page.text(format!("text('{rate} .working p')")).await?.contains("= 2.52% (1.51–3.63%)"));
        assert_eq!(page.text("text('.rates > .small')").await?, "Ranges are the source’s own.");

        page.open_part(SHARE).await?;
        let link = taken(page, "link").await?;
        assert!(link.contains("&killed=best:654965:392979-942636&"), "{link}");
        assert!(taken(page, "sentence").await?.contains(all_three));
        page.run(KEEP_FILES).await?;
        let (_, _, csv) = file(page, "csv").await?;
        let csv = String::from_utf8(csv)?;
        let mut lines = csv.trim_start_matches('\u{feff}').lines();
        let heads = cells(lines.next().context("no heads")?);
        let rows = lines.map(cells).collect::<Vec<_>>();
        for (claim, interval) in [("lancet-2006", "95% CI"), ("scenario", "")] {
            let row = rows.iter().find(|row| row[..3] == ["iq", claim, "killed"]).with_context(|| csv.clone())?;
            let cell = |name: &str| {
                Ok::<_, anyhow::Error>(
                    row[heads.iter().position(|head| head == name).context(name.to_owned())?].as_str(),
                )
            };
            let numbers =
                [cell("hedge")?, cell("number")?, cell("low")?, cell("high")?, cell("own_range")?, cell("interval")?];
            assert_eq!(numbers, ["best", "654965", "392979", "942636", "true", interval], "{claim}");
        }
        let (_, _, all) = file(page, "json").await?;
        let all: Value = serde_json::from_slice(&all)?;
        let best = json!({"best": 654_965, "between": [392_979, 942_636]});
        assert_eq!(normal(all["scenario"]["killed"].clone()), normal(best.clone()));
        assert_eq!(normal(all["forces"][0]["scenario"]["killed"].clone()), normal(best));
        let given = all["data"]["claims"].as_array().into_iter().flatten().find(|claim| claim["id"] == "lancet-2006");
        let given = given.context("the claim")?["killed"].clone();
        assert_eq!(
            normal(given),
            normal(json!({"best": 654_965, "between": [392_979, 942_636], "interval": "95% CI"}))
        );
        // Of a drawing the words are enough: it has no room for a table.
        let (_, _, svg) = file(page, "svg").await?;
        assert!(String::from_utf8(svg)?.contains("654,965 (392,979–942,636"));
        // And back again.
        page.session().open("about:blank").await?;
        page.session().open(&link).await?;
        page.ready().await?;
        assert_eq!(
            page.value("element.scenario.killed").await?,
            json!({"best": 654_965, "between": [392_979, 942_636]})
        );
        Ok(())
    })
    .await
}

/// The claims that the chart shows.
const CHARTED: &str = "all('.bars .bar-row:not(.own)').map((row) => row.dataset.claim)";

async fn a_figure_that_was_taken_back_is_marked_and_out_of_the_chart_until_a_reader_asks_for_it() -> anyhow::Result<()>
{
    visit(Build::Released, &story("georgia-2008"), async |page| {
        page.ready().await?;
        assert_eq!(page.value(CHARTED).await?, json!(["russia-2008-08-20", "russia-2009-02"]));
        let marked = "[...new Set(all('.claim-status').filter((one) => one.checkVisibility() && one.textContent)
            .map((one) => [one.closest('[data-claim]').dataset.claim, one.textContent.replace(' · withdrawn', 'withdrawn')].join(': ')))]";
        let taken_back = "russia-2008-08-10: withdrawn by the source · replaced by a later figure";
        assert_eq!(page.value(marked).await?, json!([taken_back]), "among the sources");
        let button = "[data-does=superseded]";
        assert_eq!(page.text(format!("text('{button}')")).await?, "Show figures later replaced or withdrawn");
        assert_eq!(page.text(format!("one('{button}').ariaPressed")).await?, "false");
        page.click(button).await?;
        let all = json!(["russia-2008-08-10", "russia-2008-08-20", "russia-2009-02"]);
        assert_eq!(page.value(CHARTED).await?, all);
        assert_eq!(page.text(format!("one('{button}').ariaPressed")).await?, "true");
        assert!(page.text("text('.bars [data-claim=russia-2008-08-10] .claim-status')").await?.contains("withdrawn by the source"));
        // What it counts for is not in the sum of the totals, and stays so on another scale and in another order.
        page.click("[data-scale=rates]").await?;
        assert_eq!(page.value(format!("{CHARTED}.length")).await?, 3);
        // By a key it goes again, and the focus stays.
        page.press(button, Key::Enter).await?;
        assert_eq!(page.value(CHARTED).await?, json!(["russia-2008-08-20", "russia-2009-02"]));
        assert_eq!(page.value(format!("element.shadowRoot.activeElement === one('{button}')")).await?, true);
        // The table has all of them, each with its mark, and so does the timeline, in words.
        page.open_part("[data-shows=table]").await?;
        let rows = "all('tr[data-claim]:not(.own)').map((row) => [row.dataset.claim, row.querySelector('.claim-status')?.textContent ?? ''])";
        assert_eq!(
            page.value(rows).await?,
            json!([
                ["russia-2008-08-10", "withdrawn by the source · replaced by a later figure"],
                ["russia-2008-08-20", ""],
                ["russia-2009-02", ""],
            ])
        );
        page.open_part("[data-shows=timeline]").await?;
        let points = "all('.points [data-claim=russia-2008-08-10]').map((point) => point.textContent)";
        let points = page.value(points).await?;
        assert!(points[0].as_str().is_some_and(|text| text.ends_with("74 · withdrawn by the source · replaced by a later figure")), "{points}");
        // Where nothing was taken back there is no button.
        page.click("[data-force=ge]").await?;
        page.click("[data-shows=chart]").await?;
        assert_eq!(page.value(format!("shown('{button}')")).await?, false);
        // Nor does what was taken back stand in the picture that a reader takes along, but in the table for spreadsheets.
        page.click("[data-force=ossetia]").await?;
        assert_eq!(page.value(CHARTED).await?, json!(["russia-on-civilians-names"]));
        page.open_part(SHARE).await?;
        page.run(KEEP_FILES).await?;
        let (_, _, csv) = file(page, "csv").await?;
        let csv = String::from_utf8(csv)?;
        let heads = cells(csv.trim_start_matches('\u{feff}').lines().next().context("no heads")?);
        let status = heads.iter().position(|head| head == "status").context("no status")?;
        let (_, _, svg) = file(page, "svg").await?;
        let svg = String::from_utf8(svg)?;
        assert!(svg.contains("133 by name") && !svg.contains("1,600"), "{svg}");
        let of = |claim: &str| csv.lines().map(cells).find(|row| row[1] == claim).map(|row| row[status].clone());
        assert_eq!(of("russia-on-civilians-first").as_deref(), Some("withdrawn"));
        assert_eq!(of("russia-on-civilians-names").as_deref(), Some(""));
        Ok(())
    })
    .await
}

async fn a_figure_that_somebody_disputes_says_who_does() -> anyhow::Result<()> {
    visit(Build::Released, &story("wagner-bakhmut"), async |page| {
        page.ready().await?;
        let who = "disputed by United States: White House (Kirby)";
        for css in [".bars [data-claim=prigozhin-94] .claim-status", ".source[data-claim=prigozhin-94] .claim-status"] {
            assert!(page.text(format!("text('{css}')")).await?.contains(who), "{css}");
            assert_eq!(page.value(format!("shown('{css}')")).await?, true, "{css}");
        }
        page.open_part("[data-shows=table]").await?;
        assert_eq!(page.text("text('tr[data-claim=prigozhin-94] .claim-status')").await?, who);
        // It stands all the same.
        page.click("[data-shows=chart]").await?;
        assert_eq!(
            page.value(format!("{CHARTED}.includes('prigozhin-94') && !shown('[data-does=superseded]')")).await?,
            true
        );
        Ok(())
    })
    .await
}

async fn a_total_that_does_not_say_what_it_counts_is_compared_and_the_doubt_is_told() -> anyhow::Result<()> {
    visit(Build::Released, &story("general-staff-uk"), async |page| {
        page.ready().await?;
        let compared = "Object.fromEntries(element.comparison.map(({ id, relation, unsure }) => [id, [relation.casualties, unsure]]))";
        let compared = page.value(compared).await?;
        let doubt = json!({"casualties": "coverage"});
        assert_eq!(compared["gs-2024-11-10"], json!(["agree", doubt]));
        assert_eq!(compared["trump-2024-12-08"][1], json!({}));
        let bar = "text('.bars [data-claim=gs-2024-11-10] .bar-figures')";
        assert!(page.text(bar).await?.contains("total; categories not stated"), "{}", page.text(bar).await?);
        page.open_part("[data-lazy=pairs]").await?;
        let lines = "all('.pairs li').filter((row) => row.querySelector('.who').textContent.includes('Radakin'))
            .flatMap((row) => [...row.querySelectorAll('p')].map((line) => line.textContent))";
        let lines: Vec<String> = serde_json::from_value(page.value(lines).await?)?;
        let general_staff = "Ukraine: General Staff, Kyiv Independent (by 8,890) (categories not stated)";
        assert!(lines.iter().any(|line| line.starts_with('≠') && line.contains(general_staff)), "{lines:#?}");
        page.open_part("[data-shows=table]").await?;
        let cell = "text('tr[data-claim=gs-2024-11-10] [data-field=casualties]')";
        assert!(page.text(cell).await?.contains("categories not stated"), "{}", page.text(cell).await?);
        Ok(())
    })
    .await
}

async fn figures_in_words_alone_are_shown_in_their_place_and_never_counted() -> anyhow::Result<()> {
    visit(Build::Released, &story("georgia-2008"), async |page| {
        page.ready().await?;
        page.click("[data-force=ge]").await?;
        let claim = "georgia-2008-08-25";
        let rates = page.value(format!("element.comparison.find(({{ id }}) => id === '{claim}').rates")).await?;
        assert_eq!(rates["casualties"], json!({"unavailable": "only_words"}));
        assert!(page.text(format!("text('.bars [data-claim={claim}]')")).await?.contains("half of 400 killed"));
        page.open_part("[data-shows=table]").await?;
        assert_eq!(
            page.text(format!("text('tr[data-claim={claim}] [data-field=killed] .cell')")).await?,
            "half of 400"
        );
        page.click("[data-shows=chart]").await?;
        // A source that gives words fills in no number.
        page.click(&format!(".source-button[data-claim={claim}]")).await?;
        assert_eq!(
            page.value("[element.scenario.killed, element.scenario.missing]").await?,
            json!([null, {"between": [150, 160]}])
        );
        Ok(())
    })
    .await
}

async fn more_sources_than_fit_in_a_row_are_one_menu() -> anyhow::Result<()> {
    visit(Build::Released, &story("general-staff-uk"), async |page| {
        page.ready().await?;
        assert_eq!(page.value("all('.source-button').length").await?, 0);
        let menu = "one('.source-menu')";
        let options = format!("[...{menu}.options].map(({{ value }}) => value)");
        // One of them gives nothing but a rate of its own, which is no figure to start from.
        let claims = "['', ...element.data.claims.map(({ id }) => id).filter((id) => id !== 'radakin-october')]";
        assert_eq!(page.value(&options).await?, page.value(claims).await?);
        let told = format!("[...{menu}.options].map(({{ textContent }}) => textContent)");
        let told: Vec<String> = serde_json::from_value(page.value(told).await?)?;
        assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), 8, "no two are called the same: {told:?}");
        let chosen = format!("{menu}.value");
        assert_eq!(page.text(&chosen).await?, "gs-2024-11-10", "whose figures there are");
        page.click(".source-menu option[value=radakin-2024-11-10]").await?;
        assert_eq!(page.value("element.scenario.casualties").await?, json!({"nearly": 700_000}));
        assert!(page.text("text('.whose')").await?.contains("Radakin"));
        // The figures are nobody's any more, and then somebody's again.
        page.click("[data-input=casualties] .step:last-of-type").await?;
        assert_eq!(page.text(&chosen).await?, "");
        page.click("[data-does=undo]").await?;
        assert_eq!(page.text(&chosen).await?, "radakin-2024-11-10");
        // What was lost in a month says that it is no more, and comes with its days: over the whole war its pace would be a thirtieth.
        page.click(".source-menu option[value=gs-november]").await?;
        assert_eq!(page.value("Math.round(element.rates.per_day.printed * 30)").await?, 45_680);
        let when = "text('.source[data-claim=gs-november]')";
        let only = "for November 2024 only, not a running total";
        assert!(page.text(when).await?.contains(only), "{}", page.text(when).await?);
        assert!(told.iter().any(|option| option.contains(only)), "{told:?}");
        page.click("[data-does=undo]").await?;
        // Choosing nothing would say that nobody's figures are there.
        assert_eq!(page.value(format!("{menu}.options[0].disabled")).await?, true);
        Ok(())
    })
    .await
}

async fn a_month_is_drawn_as_a_month_on_an_axis_of_months() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/one.html?src=data/two-sides.json", async |page| {
        page.ready().await?;
        page.open_part("[data-shows=timeline]").await?;
        // All marks along the foot of the picture, where a reader sees them.
        let marks = "(picture) => [...picture.querySelectorAll('text.tick')].filter((tick) => tick.getAttribute('dy') === '16')";
        let months = format!("({marks})(all('.timeline')[0]).map((tick) => tick.textContent)");
        let months: Vec<String> = serde_json::from_value(page.value(months).await?)?;
        assert!(months.len() > 1 && months.len() <= 6, "{months:?}");
        let known = "[...Array(12).keys()].map((month) => new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
            .format(new Date(Date.UTC(2024, month, 1))) + ' 2024')";
        let known: Vec<String> = serde_json::from_value(page.value(known).await?)?;
        assert!(months.iter().all(|month| known.contains(month)), "{months:?}");
        let inside = format!(
            "all('.timeline').every((picture) => {{
                const frame = picture.getBoundingClientRect();
                const boxes = ({marks})(picture).map((tick) => tick.getBoundingClientRect());
                return boxes.length > 1 && boxes.every((box, at) => box.left >= frame.left - 1 && box.right <= frame.right + 1
                    && (at === 0 || box.left > boxes[at - 1].right));
            }})"
        );
        assert_eq!(page.value(&inside).await?, true, "on each other, or cut off");
        // A month, and a year, are as long as they are; a day is no span.
        let spans = "all('.timeline')[0].querySelectorAll('.date-span')";
        let lengths = format!("[...{spans}].map((span) => parseFloat(span.getAttribute('x2')) - parseFloat(span.getAttribute('x1')))");
        let lengths: Vec<f64> = serde_json::from_value(page.value(lengths).await?)?;
        assert_eq!(lengths.len(), 2, "{lengths:?}");
        let ratio = lengths.iter().copied().fold(0.0, f64::max) / lengths.iter().copied().fold(f64::MAX, f64::min);
        assert!((ratio - 365.0 / 29.0).abs() < 0.1, "a year is {ratio} times as long as November");
        let listed = "all('.points')[0].querySelectorAll('[data-claim=north-survey], [data-claim=north-command]')";
        let listed = page.value(format!("[...{listed}].map((point) => point.textContent.split(' · ')[0]).sort()")).await?;
        assert_eq!(listed, json!(["2024", "November 2024"]));
        Ok(())
    })
    .await
}
