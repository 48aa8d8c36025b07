//! The reader sees what does not add up, and can turn the question round.

use browser_tests::page::visit;
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;

use crate::ONE;

tests! {
    what_does_not_add_up_is_on_the_page_and_in_the_elements_findings,
    a_claim_stands_to_the_figures_above_as_the_wording_allows,
    any_two_of_force_casualties_and_rate_give_the_third,
    a_first_day_gives_a_pace,
    a_phone_shows_the_sources_within_two_screens_of_the_answer,
    every_worked_out_number_opens_to_its_working_and_to_whose_figures_are_in_it,
}

async fn what_does_not_add_up_is_on_the_page_and_in_the_elements_findings() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let codes = json!(["parts_leave_nothing", "rate_hides_denominator", "different_coverage", "same_originator"]);
        assert_eq!(page.value("element.findings.map(({ code }) => code)").await?, codes);
        assert_eq!(
            page.value("element.findings.map(({ severity }) => severity)").await?,
            json!(["note", "note", "note", "note"])
        );
        assert_eq!(page.value("all('[data-check]').map((one) => one.dataset.check)").await?, codes);
        let implied = "element.findings[1].working.implied_deployed";
        assert_eq!(page.value(format!("Math.round({implied}.printed)")).await?, 11_111);
        let bounds = page.value(format!("[{implied}.low, {implied}.high].map(Math.round)")).await?;
        assert_eq!(bounds, json!([9863, 12_394]));

        // Folded to a line each, and opened by a key.
        assert_eq!(page.value("all('.checks details').filter((one) => one.open).length").await?, 0);
        page.press(".checks li:nth-child(2) summary", "\u{e007}").await?;
        assert_eq!(page.value("shown('[data-check=rate_hides_denominator]')").await?, true);
        let shown = page.text("text('[data-check=rate_hides_denominator] p')").await?;
        assert_eq!(
            shown,
            "4,000 (3,600–4,400) ÷ 36% (35.5–36.5%) = 11,111 (9,863–12,395), a size of the force that the source does not give."
        );

        // The reader's own figures are checked at once.
        page.act("element.scenario = { deployed: 1000, killed: 1000, wounded: 500 }").await?;
        let own = "element.findings.filter(({ claims }) => claims[0] === 'scenario').map(({ code }) => code)";
        assert_eq!(page.value(own).await?, json!(["more_than_deployed"]));
        assert_eq!(page.value("all('.checks .warning:not([hidden])').length").await?, 1);
        Ok(())
    })
    .await
}

async fn a_claim_stands_to_the_figures_above_as_the_wording_allows() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let relations = "Object.fromEntries(element.comparison.map(({ id, relation }) => [id, relation]))";
        let relations = page.value(relations).await?;
        assert_eq!(
            relations["south-korea"],
            json!({ "deployed": "unknown", "killed": "apart", "casualties": "apart", "rate": "apart" })
        );
        assert_eq!(
            relations["bbc"],
            json!({ "deployed": "agree", "killed": "agree", "casualties": "unlike", "rate": "unlike" })
        );
        Ok(())
    })
    .await
}

async fn any_two_of_force_casualties_and_rate_give_the_third() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.click(".more summary").await?;
        page.click("[data-solve-for=deployed]").await?;
        assert_eq!(page.value("shown('[data-input=deployed] [part=slider]')").await?, false);
        assert!(page.text("text('[data-input=deployed] .follows')").await?.contains("once the other two are given"));
        let open = "Enter two of force, casualties and stated rate to work out the third.";
        assert_eq!(page.text("text('.sentence')").await?, open);
        page.click("[data-input=rate] [data-does=set-value]").await?;
        assert_eq!(page.text("text('.sentence')").await?, open, "asked for and not yet typed");
        page.type_over("[data-input=rate] [part=field]", "36.5").await?;
        assert_eq!(page.value("element.scenario.rate").await?, 36.5);
        assert_eq!(page.value("Math.round(element.rates.implied_deployed.printed)").await?, 10_959);
        assert!(page.text("text('[data-input=deployed] .follows')").await?.contains("10,959"));
        let sentence = page.text("text('.sentence')").await?;
        assert_eq!(
            sentence,
            "If about 4,000 casualties (killed, wounded) are 36.5% of the force, the force numbers about 10,959."
        );
        assert_eq!(page.value("element.scenario.deployed").await?, json!({"about": 11000}), "kept, and not used");

        page.click("[data-solve-for=casualties]").await?;
        assert_eq!(page.value("Math.round(element.rates.casualties.printed)").await?, 4015);
        page.click("[data-solve-for=rate]").await?;
        assert_eq!(page.value("Math.round(element.rates.casualty_rate.printed)").await?, 36);
        assert_eq!(page.value("shown('[data-input=deployed] [part=slider]')").await?, true);
        Ok(())
    })
    .await
}

async fn a_first_day_gives_a_pace() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        assert_eq!(page.value("element.rates.per_day").await?, json!({ "unavailable": "no_dates" }));
        // How a date is typed differs with the browser's language.
        page.act(
            "const start = one('[data-date=start]');
            start.value = '2024-10-15';
            start.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await?;
        assert_eq!(page.value("element.scenario.start").await?, "2024-10-15");
        assert_eq!(page.value("Math.round(element.rates.per_day.printed * 93)").await?, 4000);
        assert_eq!(page.value("shown('[data-rate=per_day]')").await?, true);
        Ok(())
    })
    .await
}

async fn a_phone_shows_the_sources_within_two_screens_of_the_answer() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/narrow.html", async |page| {
        page.session().driver().enter_frame(0).await?;
        page.ready().await?;
        let top = |part: &str| format!("one('{part}').getBoundingClientRect().top");
        let apart = page.value(format!("{} - {}", top(".comparison"), top(".sentence"))).await?;
        assert!(apart.as_f64().is_some_and(|apart| apart < 2.0 * 640.0), "{apart} pixels");
        assert_eq!(page.value("one('.change').open").await?, false);
        page.click(".change > summary").await?;
        assert_eq!(page.value("shown('[data-input=killed] [part=slider]')").await?, true);
        Ok(())
    })
    .await
}

async fn every_worked_out_number_opens_to_its_working_and_to_whose_figures_are_in_it() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let rate = "[data-rate=casualty_rate]";
        assert_eq!(page.value(format!("shown('{rate} .working p')")).await?, false);
        page.press(&format!("{rate} summary"), "\u{e007}").await?;
        let working = page.text(format!("text('{rate} .working p')")).await?;
        assert!(working.contains("4,000 (3,600–4,400) ÷ 11,000 (10,500–11,500) = 36.36% (31.3–41.91%)"), "{working}");
        assert!(working.contains("from another source: Western officials (unnamed) → BBC → KBS World"), "{working}");
        // Every rate that there is has one, save a stated total.
        let without =
            "all('[data-rate]:not([data-unavailable])').filter((one) => !one.querySelector('.working')).length";
        assert_eq!(page.value(without).await?, 0);
        assert_eq!(page.value("all('[data-rate]:not([data-unavailable])').length > 5").await?, true);
        page.open_part(".bars [data-claim=south-korea] summary").await?;
        let force = "text('.bars [data-claim=south-korea] [data-rate-of=casualty_rate]')";
        page.wait_for("what the row opens to", force).await?;
        let force = page.text(force).await?;
        assert!(force.starts_with("3,000 ÷ 11,000 (10,500–11,500) = 27.27% (26.08–28.58%)"), "{force}");
        assert!(force.contains("from another source: Western officials (unnamed) → BBC → KBS World"), "{force}");
        page.open_part("[data-shows=table]").await?;
        let sum = "text('tr[data-claim=south-korea] [data-field=casualties] .working p')";
        assert_eq!(page.text(sum).await?, "300 + 2,700 = 3,000.");
        Ok(())
    })
    .await
}
