//! Readers who would rather look than read see the force, what is lost of it and what is open, on any screen.

use browser_tests::page::visit;
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;
use thirtyfour::Key;

use crate::ONE;

tests! {
    the_picture_follows_a_slider_and_moves_nothing,
    nothing_of_picture_and_chart_is_cut_or_too_small_at_280_pixels,
    a_phones_first_screen_has_question_answer_and_picture,
}

/// How many marks each kind has, by class.
const MARKS: &str = "Object.fromEntries(all('.force-marks path')
    .map((path) => [path.getAttribute('class').slice(5), path.getAttribute('d').split('M').length - 1])
    .filter(([, count]) => count))";

async fn the_picture_follows_a_slider_and_moves_nothing() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let marks = json!({"killed": 20, "wounded": 52, "wounded doubt": 8, "may-count": 8, "remaining": 122, "may-belong": 20});
        assert_eq!(page.value(MARKS).await?, marks);
        let label = "one('.force-marks').getAttribute('aria-label')";
        assert_eq!(
            page.text(label).await?,
            "Picture of a force of 10,500–11,500, each mark for 50. Casualties: about 1,000 killed, about 3,000 wounded. Remaining: about 7,000."
        );
        page.run("window.paths = all('.force-marks path'); window.height = one('.force-marks').getBoundingClientRect().height")
            .await?;
        for _ in 0..4 {
            page.press("[data-input=killed] [part=slider]", Key::Right).await?;
        }
        // The reader's 1,200 is exact, as every edited figure.
        assert_eq!(page.value(format!("{MARKS}.killed")).await?, 24);
        page.act("element.scenario = { deployed: { over: 29000 }, killed: 300, casualties: { up_to: 5000 } }").await?;
        let marks = json!({"killed": 1, "undivided doubt": 24, "remaining": 120, "no-end": 1});
        assert_eq!(page.value(MARKS).await?, marks);
        let same = "all('.force-marks path').every((path, at) => path === paths[at])";
        assert_eq!(page.value(same).await?, true, "the elements stay, and only their marks change");
        let same = "Math.abs(one('.force-marks').getBoundingClientRect().height - height) < 0.01";
        assert_eq!(page.value(same).await?, true, "as high whatever it shows");
        assert_eq!(page.value("all('.force :is(a, button, input, [tabindex])').length").await?, 0, "no stop for the keys");

        page.act("element.scenario = { killed: 300, wounded: 2700 }").await?;
        assert_eq!(page.value("all('.force-marks').length").await?, 0);
        assert_eq!(page.text("text('.force')").await?, "No picture without the size of the force.");
        page.act("element.scenario = { deployed: 1000, killed: 1000, wounded: 3000 }").await?;
        assert_eq!(page.value(MARKS).await?, json!({"killed": 50, "beyond": 150}));
        Ok(())
    })
    .await
}

async fn nothing_of_picture_and_chart_is_cut_or_too_small_at_280_pixels() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/narrow.html", async |page| {
        // With the page's own margins.
        page.run("document.querySelector('iframe').width = 296").await?;
        page.session().driver().enter_frame(0).await?;
        page.ready().await?;
        assert_eq!(page.value("element.offsetWidth").await?, 280);
        page.act("element.scenario = { deployed: { over: 10000 }, killed: 300, wounded: { up_to: 5000 } }").await?;
        page.open_part(".bars [data-claim=bbc] summary").await?;
        page.wait_for("what the row opens to", "shown('.bars [data-claim=bbc] .given')").await?;
        for scale in ["people", "rates"] {
            page.click(&format!("[data-scale={scale}]")).await?;
            assert_eq!(page.value("document.documentElement.scrollWidth").await?, 296, "{scale}");
            let parts = ["'.force *'", "'.arranging *'", "'.legend li'", "'.bars-frame *'", "'.axis text'"].join(", ");
            let there = format!("[{parts}].filter((css) => !all(css).some((part) => part.checkVisibility()))");
            assert_eq!(page.value(there).await?, json!([]), "{scale}: what does not show at all");
            // A stroke, and in some engines the room of a letter, may reach a pixel further.
            let out = "all('.force *, .arranging *, .legend li, .bars-frame *, .axis text').filter((part) => part.checkVisibility())
                .filter((part) => !part.closest('.bar, defs, pattern'))
                .filter((part) => { const { left, right } = part.getBoundingClientRect(); return left < 6 || right > 290; })
                .map((part) => part.outerHTML.slice(0, 90))";
            assert_eq!(page.value(out).await?, json!([]), "{scale}: what reaches over an edge");
            let overlap = "(() => { const ticks = all('.axis text').filter((tick) => tick.checkVisibility())
                    .map((tick) => tick.getBoundingClientRect());
                return [ticks.length > 1, ticks.filter((tick, at) => at > 0 && tick.left < ticks[at - 1].right + 2).length]; })()";
            assert_eq!(page.value(overlap).await?, json!([true, 0]), "{scale}: numbers of the axis that touch");
            // Each kind is there: the least of none would be more than any bound.
            let small = "['.force li', '.chart text', '.chart .who', '.chart .via', '.bar-figures', '.legend li'].filter((css) => {
                const sizes = all(css).map((part) => parseFloat(getComputedStyle(part).fontSize));
                return !sizes.length || !sizes.every((size) => size >= 12);
            })";
            assert_eq!(page.value(small).await?, json!([]), "{scale}: what is not there, or too small to be read");
        }
        Ok(())
    })
    .await
}

async fn a_phones_first_screen_has_question_answer_and_picture() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/narrow.html", async |page| {
        page.session().driver().enter_frame(0).await?;
        page.ready().await?;
        let from = "one('.question').getBoundingClientRect().top";
        let to = format!("one('.force-marks').getBoundingClientRect().bottom - {from}");
        assert!(page.value(&to).await?.as_f64().is_some_and(|high| high < 640.0), "{to}");
        Ok(())
    })
    .await
}
