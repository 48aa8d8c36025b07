//! What comes after the first half of the calculator: what stands there until then, and what is in it: the table, the
//! timeline, how sources stand to each other, random draws.

use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::{Value, json};

use crate::{FETCHED, ONE};

tests! {
    changes_take_effect_before_the_rest_comes_and_what_stood_there_stays_until_then,
    where_the_rest_cannot_be_fetched_what_stood_there_stays_and_it_can_be_tried_again,
    the_second_half_is_fetched_once_for_all_of_a_page,
    the_timeline_has_every_dated_claim_once_and_joins_only_one_originators,
    each_two_sources_stand_to_each_other_as_the_command_says,
    random_draws_come_only_when_asked_for_and_always_the_same,
    figures_that_a_check_concerns_are_marked_in_the_table,
}

/// The longer dataset.
const LONG: &str = "/pages/one.html?src=%2Fdata%2Fkursk-2024-2025.json";

/// A page that has fetched nothing of the calculator.
const EMPTY: &str = "/pages/framed.html?page=about:blank&width=320";

/// Loads the demo story's calculator while `meanwhile` stands for the fetching of its second half.
async fn load_with(page: &Page, meanwhile: &str) -> anyhow::Result<()> {
    page.session().block(&["*/casualty-calculator.js"]).await?;
    page.open("/index.html").await?;
    page.wait_for("the page", "document.readyState === 'complete' && element").await?;
    page.session().block(&[]).await?;
    page.run(format!(
        "const {{ fetch }} = window;
        let first;
        window.fetch = async (address, ...given) => {{
            if (`${{address}}`.endsWith('.wasm') && `${{address}}` !== (first ??= `${{address}}`)) {{ {meanwhile} }}
            return fetch(address, ...given);
        }};
        const script = document.createElement('script');
        script.type = 'module';
        script.src = 'casualty-calculator.js?now';
        document.head.append(script);"
    ))
    .await?;
    page.wait_for("the first half", "shown('.calculator') && recorded.some(({ name }) => name === 'calculator-ready')")
        .await
}

/// The first half at work: its inputs, its answer, and what a page may ask.
async fn assert_takes_changes(page: &Page) -> anyhow::Result<()> {
    page.press("[data-input=killed] [part=slider]", thirtyfour::Key::Right).await?;
    assert_eq!(page.value("element.scenario.killed").await?, 1050);
    assert!(page.text("text('.sentence')").await?.contains("4,050"));
    let known = "[element.findings.length > 0, element.rates.casualties.printed,
        element.comparison.find(({ id }) => id === 'bbc').difference.killed.printed]";
    assert_eq!(page.value(known).await?, json!([true, 4050, 50]));
    Ok(())
}

/// What stood below the figures before the calculator took over.
const STOOD_THERE: &str = "[shown('.stand-in .bars'), shown('.stand-in .sources'), shown('.stand-in .scriptless')]";

async fn changes_take_effect_before_the_rest_comes_and_what_stood_there_stays_until_then() -> anyhow::Result<()> {
    visit(Build::Released, EMPTY, async |page| {
        load_with(page, "await new Promise((resolve) => { window.letGo = resolve; });").await?;
        assert_takes_changes(page).await?;
        assert_eq!(page.value(STOOD_THERE).await?, json!([true, true, false]));
        page.click("[data-lazy=spread]").await?;
        page.wait_for("a word", "shown('.spread [data-waiting]') && text('.spread [data-waiting]')").await?;
        page.press("[data-input=killed] [part=slider]", thirtyfour::Key::Right).await?;
        page.wait_for("the new result to be said", "text('.announcements')").await?;
        let heard = page.text("text('.announcements')").await?;

        page.run("letGo()").await?;
        page.whole().await?;
        page.drawn().await?;
        assert_eq!(page.value("[shown('.dots'), all('.stand-in').length]").await?, json!([true, 0]));
        assert!(page.text("text('.bars .own')").await?.contains("1,100"));
        let focus = "element.shadowRoot.activeElement.closest('[data-input]').dataset.input";
        assert_eq!(page.value(focus).await?, "killed");
        assert_eq!(page.text("text('.announcements')").await?, heard);
        assert_eq!(page.value(FETCHED).await?, 2);
        Ok(())
    })
    .await
}

async fn where_the_rest_cannot_be_fetched_what_stood_there_stays_and_it_can_be_tried_again() -> anyhow::Result<()> {
    visit(Build::Released, EMPTY, async |page| {
        page.expect_console_error("A part could not be loaded");
        load_with(page, "if (!window.isUp) throw new TypeError('refused');").await?;
        page.wait_for("the bad news", "text('.rest [role=alert]')?.includes('could not be loaded')").await?;
        assert_takes_changes(page).await?;
        assert_eq!(page.value(STOOD_THERE).await?, json!([true, true, false]));
        page.click(".rest [data-lazy]").await?;
        page.drawn().await?;
        assert_eq!(page.value(STOOD_THERE).await?, json!([true, true, false]), "it still can't be had");

        page.run("window.isUp = true").await?;
        page.click(".rest [data-lazy]").await?;
        page.wait_for("the rest", "shown('.bars .own') && !one('.rest')").await?;
        assert!(page.text("text('.bars .own')").await?.contains("1,050"));
        assert_eq!(page.value("element.scenario.killed").await?, 1050);
        Ok(())
    })
    .await
}

async fn the_second_half_is_fetched_once_for_all_of_a_page() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/several.html", async |page| {
        page.all_ready(3).await?;
        assert_eq!(page.value(FETCHED).await?, 2);
        page.open_part("[data-lazy=spread]").await?;
        page.open_part("[data-shows=table]").await?;
        assert_eq!(page.value(FETCHED).await?, 2);
        Ok(())
    })
    .await
}

async fn the_timeline_has_every_dated_claim_once_and_joins_only_one_originators() -> anyhow::Result<()> {
    visit(Build::Released, LONG, async |page| {
        page.ready().await?;
        page.open_part("[data-shows=timeline]").await?;
        let listed = "all('.points').map((list) => [...list.children].map((item) => item.dataset.claim))";
        let listed = page.value(listed).await?;
        // A claim without a day, or for a part of the time, has no place in it.
        let expected = "['killed', 'casualties'].map((name) => element.comparison
            .map(({ id, rates }) => [element.data.claims.find((claim) => claim.id === id), rates])
            .filter(([claim, rates]) => !claim.period && (name === 'killed' ? claim.killed : rates.casualties.unavailable === undefined))
            .filter(([claim]) => claim.as_of ?? claim.published)
            .sort(([a], [b]) => (a.as_of ?? a.published) < (b.as_of ?? b.published) ? -1 : 1)
            .map(([{ id }]) => id))";
        let days = "(lists) => lists.map((list) => list.map((id) => { const claim = element.data.claims
            .find((claim) => claim.id === id); return claim.as_of ?? claim.published; }))";
        let expected = page.value(expected).await?;
        let sets = |lists: &Value| {
            let mut lists: Vec<Vec<String>> = serde_json::from_value(lists.clone())?;
            lists.iter_mut().for_each(|list| list.sort());
            anyhow::Ok(lists)
        };
        assert_eq!(sets(&listed)?, sets(&expected)?);
        assert_eq!(page.value(format!("({days})({listed})")).await?, page.value(format!("({days})({expected})")).await?);

        let points = "all('.timeline').map((picture) => picture.querySelectorAll('.whisker').length)";
        let counts = "all('.points').map((list) => list.children.length)";
        assert_eq!(page.value(points).await?, page.value(counts).await?);
        // Killed: the intelligence service gave four of the six.
        assert_eq!(page.value("all('.timeline')[0].querySelectorAll('.series').length").await?, 3);
        assert_eq!(page.value("all('.timeline .arrow').length > 0").await?, true, "a floor has no top");
        Ok(())
    })
    .await
}

async fn each_two_sources_stand_to_each_other_as_the_command_says() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.open_part("[data-lazy=pairs]").await?;
        let rows = "all('.pairs li').map((row) => [row.querySelector('.who').textContent, row.querySelector('.marks').textContent,
            [...row.querySelectorAll('p')].map((line) => line.textContent).join(' | ')])";
        let west = "Western officials (unnamed), The Moscow Times, with AFP";
        let bbc = "Western officials (unnamed), KBS World";
        let south = "South Korea: National Intelligence Service, The Moscow Times, with AFP";
        assert_eq!(
            page.value(rows).await?,
            json!([
                [west, "·=×", format!("= agrees with: {bbc} | × counts other categories than: {south}")],
                [bbc, "=·×", format!("= agrees with: {west} | × counts other categories than: {south}")],
                [south, "××·", format!("× counts other categories than: {west}; {bbc}")],
            ])
        );
        page.click("[data-pairs=killed]").await?;
        assert_eq!(
            page.value(rows).await?,
            json!([
                [west, "·=≠", format!("= agrees with: {bbc} | ≠ differs from: {south} (by 600)")],
                [bbc, "=·≠", format!("= agrees with: {west} | ≠ differs from: {south} (by 600)")],
                [south, "≠≠·", format!("≠ differs from: {west} (by 600); {bbc} (by 600)")],
            ])
        );
        page.click(".pairs li summary").await?;
        assert_eq!(page.value("shown('.pairs li p')").await?, true);
        page.click("[data-lazy=pairs]").await?;
        assert_eq!(page.value("all('.pairs li').length").await?, 0);
        Ok(())
    })
    .await
}

async fn random_draws_come_only_when_asked_for_and_always_the_same() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        assert_eq!(page.value("all('.dot').length").await?, 0);
        let sentence = page.text("text('.sentence')").await?;
        page.open_part("[data-lazy=spread]").await?;
        let dots = "all('.dot').map((dot) => [dot.getAttribute('cx'), dot.getAttribute('cy')])";
        let even = page.value(dots).await?;
        assert_eq!(even.as_array().map(Vec::len), Some(20));
        let said = page.text("text('.spread p')").await?;
        assert!(said.contains("32–41% in 19 of 20 of our 10,000 random draws."), "{said}");
        assert!(said.contains("every number the wording allows is equally likely"), "{said}");
        page.click("[data-spread=triangular]").await?;
        let peaked = page.value(dots).await?;
        assert_ne!(peaked, even);
        assert!(page.text("text('.spread p')").await?.contains("the reported numbers are likeliest"));

        page.press("[data-input=killed] [part=slider]", thirtyfour::Key::Right).await?;
        assert_ne!(page.value(dots).await?, peaked, "other figures, other draws");
        page.click("[data-does=undo]").await?;
        assert_eq!(page.value(dots).await?, peaked);
        assert_eq!(page.text("text('.sentence')").await?, sentence, "no draw enters the sentence");

        page.act("element.scenario = { deployed: { over: 10000 }, killed: 300, wounded: 2700 }").await?;
        let said = page.text("text('.spread p')").await?;
        assert_eq!(said, "No simulation: Deployed has no upper limit. Enter a range.");
        page.act("element.scenario = { deployed: 11000, killed: 300, wounded: 2700 }").await?;
        assert!(page.text("text('.spread p')").await?.starts_with("There is nothing to simulate"));
        Ok(())
    })
    .await
}

async fn figures_that_a_check_concerns_are_marked_in_the_table() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.open_part("[data-shows=table]").await?;
        let flagged =
            "all('.flag').map((flag) => `${flag.closest('tr').dataset.claim}.${flag.closest('td').dataset.field}`)";
        let of_claims = [
            "moscow-times.killed",
            "moscow-times.casualties",
            "moscow-times.rate",
            "bbc.killed",
            "bbc.casualties",
            "bbc.rate",
            "south-korea.casualties",
        ];
        assert_eq!(page.value(flagged).await?, json!(of_claims));
        // The reader's own figures are marked as they change.
        page.act("element.scenario = { deployed: 1000, killed: 900, wounded: 300 }").await?;
        let now: Vec<String> = serde_json::from_value(page.value(flagged).await?)?;
        assert!(now.iter().any(|place| place == "scenario.deployed"), "{now:?}");
        Ok(())
    })
    .await
}
