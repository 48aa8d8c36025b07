//! The reader's own figures count, at once and everywhere, and no slip loses anything.

use anyhow::Context;
use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{ONE, normal};

tests! {
    a_slider_moved_by_keys_changes_everything,
    a_slider_dragged_is_one_step_back,
    a_typed_number_changes_everything,
    a_slip_in_a_number_field_keeps_the_last_good_number,
    a_step_button_counts_and_stops_at_the_end,
    a_source_fills_in_what_it_gives_and_nothing_else,
    a_total_that_no_longer_fits_is_cleared_aloud,
    every_step_can_be_taken_back_by_button_and_by_key,
    one_input_or_all_can_be_put_back,
    a_button_that_goes_takes_no_focus_with_it,
    a_number_half_typed_never_stays_behind,
    the_focus_stays_in_an_input_that_becomes_unknown_or_known,
    a_reader_can_work_with_ranges,
}

const SLIDER: &str = "[data-input=killed] [part=slider]";
const FIELD: &str = "[data-input=killed] [part=field]";

/// What the page says of the killed in each place, and what of them follows.
async fn shown_figures(page: &Page) -> anyhow::Result<Value> {
    page.value(format!(
        "{{
            field: one('{FIELD}').value,
            slider: one('{SLIDER}').valueAsNumber,
            sentence: text('.sentence'),
            rate: text('[data-rate=killed_rate] .value'),
            scenario: element.scenario.killed,
            printed: element.rates.killed_rate.printed,
        }}"
    ))
    .await
}

async fn a_slider_moved_by_keys_changes_everything() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let before = shown_figures(page).await?;
        assert_eq!(before["scenario"], json!({"about": 1000}));
        page.press(SLIDER, Key::Right + Key::Right).await?;
        let after = shown_figures(page).await?;
        assert_eq!(
            (&after["field"], &after["slider"], &after["scenario"]),
            (&"1,100".into(), &1100.into(), &1100.into())
        );
        assert_eq!(after["printed"], 10);
        assert!(after["sentence"].as_str().is_some_and(|text| text.contains("about 4,100")), "{after}");
        for name in ["sentence", "rate"] {
            assert_ne!(before[name], after[name]);
        }
        assert_eq!(page.text(format!("one('{SLIDER}').getAttribute('aria-valuetext')")).await?, "1,100 people");
        assert!(page.text("text('.whose')").await?.contains("Your figures"));

        let recorded = page.events("scenario-change").await?;
        let last = recorded.last().context("no scenario-change")?;
        assert_eq!(last["scenario"], page.value("element.scenario").await?);
        assert_eq!(last["rates"], page.value("element.rates").await?);
        assert_eq!(recorded.len(), 2, "one event a step");
        Ok(())
    })
    .await
}

async fn a_slider_dragged_is_one_step_back() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let slider = page.find(SLIDER).await?;
        slider.scroll_into_view().await?;
        // From the thumb at a tenth of the way; the offset counts from the middle.
        let width = page.value(format!("one('{SLIDER}').clientWidth")).await?.as_f64().context("width")?;
        let thumb = -((width - 16.0) * 0.4) as i64;
        let actions = page.session().driver().action_chain().move_to_element_with_offset(&slider, thumb, 0);
        let actions = actions.click_and_hold().move_by_offset(20, 0).move_by_offset(20, 0).move_by_offset(20, 0);
        actions.release().perform().await?;
        page.drawn().await?;

        let dragged = shown_figures(page).await?;
        let killed = dragged["scenario"].as_f64().with_context(|| dragged.to_string())?;
        assert!(killed > 1500.0, "{dragged}");
        assert_eq!(normal(dragged["slider"].clone()), killed);
        let field = dragged["field"].as_str().unwrap_or_default().replace(',', "");
        assert_eq!(field.parse::<f64>()?, killed);
        assert!(page.events("scenario-change").await?.len() > 1, "each movement is told");

        page.click("[data-does=undo]").await?;
        assert_eq!(shown_figures(page).await?["scenario"], json!({"about": 1000}));
        assert_eq!(page.value("one('[data-does=undo]').ariaDisabled === 'true'").await?, true, "one drag is one step");
        page.click("[data-does=redo]").await?;
        assert_eq!(shown_figures(page).await?, dragged);
        Ok(())
    })
    .await
}

async fn a_typed_number_changes_everything() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.type_over(FIELD, "2200").await?;
        let typed = shown_figures(page).await?;
        assert_eq!((&typed["slider"], &typed["scenario"]), (&2200.into(), &2200.into()));
        assert_eq!((&typed["printed"], &typed["field"]), (&20.into(), &"2200".into()));
        // Leaving the field writes it the usual way; the whole typing is one step.
        page.press(FIELD, Key::Tab).await?;
        assert_eq!(shown_figures(page).await?["field"], "2,200");
        page.click("[data-does=undo]").await?;
        assert_eq!(shown_figures(page).await?["scenario"], json!({"about": 1000}));

        for (text, number) in [("3,000", 3000), (" 4 000 ", 4000), ("٥٠٠", 500), ("0", 0), ("10000", 10000)] {
            page.paste_over(FIELD, text).await?;
            assert_eq!(page.value("element.scenario.killed").await?, number, "{text}");
            assert_eq!(page.value(format!("one('{FIELD}').hasAttribute('aria-invalid')")).await?, false, "{text}");
        }
        Ok(())
    })
    .await
}

async fn a_slip_in_a_number_field_keeps_the_last_good_number() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.paste_over(FIELD, "1200").await?;
        page.press(FIELD, Key::Tab).await?;
        let long = "9".repeat(10_000);
        for (text, message) in [
            ("abc", "Enter a number such as"),
            ("", "No number entered"),
            ("-5", "can’t be below 0"),
            ("10001", "Enter a number from 0 to 10,000"),
            ("1e400", "Enter a number such as"),
            ("12.5", "Enter a whole number"),
            ("NaN", "Enter a number such as"),
            ("Infinity", "Enter a number such as"),
            ("1,2", "Enter a whole number"),
            ("<b>1</b>", "Enter a number such as"),
            (&long, "Enter a number from 0 to 10,000"),
        ] {
            let shown: String = text.chars().take(20).collect();
            let rates = page.value("element.rates").await?;
            page.paste_over(FIELD, text).await?;
            let error = page.text("text('#killed-error')").await?;
            assert!(error.contains(message) && error.contains("is still 1,200"), "{shown}: {error}");
            assert_eq!(page.value("shown('#killed-error')").await?, true, "{shown}");
            assert_eq!(page.text(format!("one('{FIELD}').getAttribute('aria-invalid')")).await?, "true", "{shown}");
            assert_eq!(page.text(format!("one('{FIELD}').value")).await?, text, "{shown} can be mended");
            assert_eq!(page.value("element.scenario.killed").await?, 1200, "{shown}");
            assert_eq!(page.value("element.rates").await?, rates, "{shown}");

            page.press(FIELD, Key::Escape).await?;
            assert_eq!(page.text(format!("one('{FIELD}').value")).await?, "1,200", "Escape after {shown}");
            assert_eq!(page.value("shown('#killed-error')").await?, false, "Escape after {shown}");
            assert_eq!(page.value(format!("one('{FIELD}').hasAttribute('aria-invalid')")).await?, false);
        }
        // A text with an error stays when the field is left, and a source has the last word.
        page.paste_over(FIELD, "abc").await?;
        page.press(FIELD, Key::Tab).await?;
        assert_eq!(page.text(format!("one('{FIELD}').value")).await?, "abc");
        page.click(".source-button[data-claim=south-korea]").await?;
        assert_eq!(page.text(format!("one('{FIELD}').value")).await?, "300");
        assert_eq!(page.value("shown('#killed-error')").await?, false);
        Ok(())
    })
    .await
}

async fn a_step_button_counts_and_stops_at_the_end() -> anyhow::Result<()> {
    visit(Build::Released, &format!("{ONE}?scenario=deployed%3D11000%26killed%3D50%26wounded%3D0"), async |page| {
        page.ready().await?;
        page.click("[data-input=killed] .step").await?;
        assert_eq!(page.value("element.scenario.killed").await?, 0);
        page.click("[data-input=killed] .step").await?;
        assert_eq!(page.value("element.scenario.killed").await?, 0);
        assert_eq!(page.text("one('[data-input=killed] .step').getAttribute('aria-disabled')").await?, "true");
        page.click("[data-input=killed] .step:last-of-type").await?;
        assert_eq!(page.value("element.scenario.killed").await?, 50);
        Ok(())
    })
    .await
}

/// Whether an input is shown as unknown, with words for it; an unknown one must have no slider and no field.
async fn is_unknown(page: &Page, input: &str) -> anyhow::Result<bool> {
    let row = format!("[data-input={input}]");
    let parts = ["[part=slider]", "[part=field]", ".unknown-note"];
    let parts = parts.map(|part| format!("shown('{row} {part}')")).join(",");
    let shown = page.value(format!("[element.scenario.{input} === null, {parts}]")).await?;
    if shown == json!([false, true, true, false]) {
        return Ok(false);
    }
    assert_eq!(shown, json!([true, false, false, true]), "{input}: unknown, slider, field, words for it");
    let words = page.text(format!("text('{row} .unknown-note')")).await?;
    assert!(words.contains("not given"), "{words}");
    Ok(true)
}

async fn a_source_fills_in_what_it_gives_and_nothing_else() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.click(".source-button[data-claim=south-korea]").await?;
        let scenario = page.value("element.scenario").await?;
        assert_eq!((&scenario["killed"], &scenario["wounded"]), (&300.into(), &2700.into()));
        assert_eq!((&scenario["deployed"], &scenario["as_of"]), (&json!({"about": 11000}), &"2025-01-13".into()));
        for input in ["missing", "captured", "casualties"] {
            assert!(is_unknown(page, input).await?, "{input}");
        }
        let whose = page.text("text('.whose')").await?;
        let chain =
            "South Korea: National Intelligence Service → Lee Seong-kweun, lawmaker → The Moscow Times, with AFP";
        assert!(whose.contains(&format!("Casualty figures: {chain}.")), "{whose}");
        assert!(whose.contains("from another source: Western officials (unnamed) → BBC → KBS World"), "{whose}");
        let pressed = "all('.source-button[aria-pressed=true]').map((button) => button.dataset.claim)";
        assert_eq!(page.value(pressed).await?, json!(["south-korea"]));

        page.click("[data-input=missing] [data-does=set-value]").await?;
        assert_eq!(page.value("element.scenario.missing").await?, Value::Null, "unknown until a number is typed");
        assert_eq!(page.value("shown('[data-input=missing] [part=slider]')").await?, false);
        page.type_over("[data-input=missing] [part=field]", "0").await?;
        assert_eq!(page.value("element.scenario.missing").await?, 0);
        assert!(!is_unknown(page, "missing").await?);
        assert_eq!(page.value(pressed).await?, json!([]), "the figures are the reader's own now");
        assert!(page.text("text('.whose')").await?.contains("Your figures"));
        page.click("[data-input=missing] [data-does=make-unknown]").await?;
        assert!(is_unknown(page, "missing").await?);
        assert_eq!(page.value(pressed).await?, json!(["south-korea"]));
        Ok(())
    })
    .await
}

async fn a_total_that_no_longer_fits_is_cleared_aloud() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.click(".source-button[data-claim=moscow-times]").await?;
        assert_eq!(page.value("element.scenario.casualties").await?, json!({"about": 4000}));
        page.press(SLIDER, Key::Right).await?;
        assert!(is_unknown(page, "casualties").await?);
        let notice = page.text("text('.notice')").await?;
        assert!(notice.contains("no longer matched the parts"), "{notice}");
        // The deployed are no part of the total.
        page.click("[data-does=undo]").await?;
        page.press("[data-input=deployed] [part=slider]", Key::Right).await?;
        assert_eq!(page.value("element.scenario.casualties").await?, json!({"about": 4000}));
        assert_eq!(page.text("text('.notice')").await?, "");
        Ok(())
    })
    .await
}

async fn every_step_can_be_taken_back_by_button_and_by_key() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let start = page.value("element.scenario").await?;
        assert_eq!(
            page.value("['undo', 'redo', 'reset-all'].map((d) => one(`[data-does=${d}]`).ariaDisabled === 'true')")
                .await?,
            json!([true, true, true])
        );
        page.click(".source-button[data-claim=south-korea]").await?;
        let filled = page.value("element.scenario").await?;
        page.press(SLIDER, Key::Right).await?;
        let edited = page.value("element.scenario").await?;
        assert_eq!(edited["killed"], 350);

        page.click("[data-does=undo]").await?;
        assert_eq!(page.value("element.scenario").await?, filled);
        page.click("[data-does=redo]").await?;
        assert_eq!(page.value("element.scenario").await?, edited);

        for (keys, scenario) in [
            (Key::Control + "z", &filled),
            (Key::Control + "z", &start),
            (Key::Control + "z", &start),
            (Key::Control + Key::Shift + "z", &filled),
            (Key::Control + "y", &edited),
            (Key::Control + "y", &edited),
        ] {
            let shown = format!("{keys:?}");
            page.press(SLIDER, keys).await?;
            assert_eq!(&page.value("element.scenario").await?, scenario, "{shown}");
        }
        // In a number field too, where a browser has an undo of its own.
        page.press(FIELD, Key::Control + "z").await?;
        assert_eq!(page.value("element.scenario").await?, filled);
        Ok(())
    })
    .await
}

async fn one_input_or_all_can_be_put_back() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let start = page.value("element.scenario").await?;
        page.press(SLIDER, Key::Right).await?;
        page.press("[data-input=wounded] [part=slider]", Key::Right).await?;
        page.click("[data-input=killed] [data-does=reset]").await?;
        let scenario = page.value("element.scenario").await?;
        assert_eq!((&scenario["killed"], &scenario["wounded"]), (&start["killed"], &3050.into()));
        assert_eq!(page.value("shown('[data-input=killed] [data-does=reset]')").await?, false);
        page.click("[data-does=reset-all]").await?;
        assert_eq!(page.value("element.scenario").await?, start);
        page.click("[data-does=undo]").await?;
        assert_eq!(page.value("element.scenario").await?, scenario);
        Ok(())
    })
    .await
}

async fn a_button_that_goes_takes_no_focus_with_it() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let field = "element.shadowRoot.activeElement?.matches('[data-input=missing] [part=field]')";
        page.press("[data-input=missing] [data-does=set-value]", Key::Enter).await?;
        page.wait_for("the focus in the field that came", field).await?;
        page.press("[data-does=undo]", Key::Enter).await?;
        for button in ["undo", "redo", "reset-all"] {
            page.press(&format!("[data-does={button}]"), Key::Enter).await?;
            page.wait_for(
                "the focus where it was",
                format!("element.shadowRoot.activeElement?.dataset.does === '{button}'"),
            )
            .await?;
        }
        page.click(".more summary").await?;
        for choice in ["deployed", "rate"] {
            page.press(&format!("[data-solve-for={choice}]"), Key::Enter).await?;
            let focused = format!("element.shadowRoot.activeElement?.dataset.solveFor === '{choice}'");
            page.wait_for("what few need still open", focused).await?;
        }
        Ok(())
    })
    .await
}

/// What has the focus: an input, and which part of it.
const FOCUS: &str = "(() => { const has = element.shadowRoot.activeElement;
    return has && [has.closest('[data-input]')?.dataset.input, has.dataset.does ?? has.getAttribute('part')]; })()";

async fn a_number_half_typed_never_stays_behind() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.type_over(FIELD, "50000").await?;
        let error = page.text("text('#killed-error')").await?;
        assert!(error.contains("Enter a number from 0 to 10,000") && error.contains("is still 1,000"), "{error}");
        assert_eq!(page.value("element.scenario.killed").await?, json!({"about": 1000}));
        assert_eq!(page.value("one('[data-does=undo]').ariaDisabled").await?, "true", "nothing happened");

        // In one go: the driver leaves a field between two.
        page.press(FIELD, Key::Control + "a" + Key::Null + "2200" + Key::Escape).await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"about": 1000}));
        assert_eq!(page.text(format!("one('{FIELD}').value")).await?, "1,000");
        Ok(())
    })
    .await
}

async fn the_focus_stays_in_an_input_that_becomes_unknown_or_known() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let row = |part: &str| format!("[data-input=killed] {part}");
        page.press(&row("[data-does=make-unknown]"), Key::Enter).await?;
        page.wait_for("the way to a value", format!("String({FOCUS}) === 'killed,set-value'")).await?;
        page.press(&row("[data-does=set-value]"), Key::Enter).await?;
        page.wait_for("the field", format!("String({FOCUS}) === 'killed,field'")).await?;
        page.type_over(FIELD, "700").await?;
        page.press(&row("[data-does=reset]"), Key::Enter).await?;
        page.wait_for("the field, since there is nothing more to reset", format!("String({FOCUS}) === 'killed,field'"))
            .await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"about": 1000}));

        page.press(&row("[data-does=make-unknown]"), Key::Enter).await?;
        page.press(&row("[data-does=set-value]"), Key::Enter).await?;
        page.type_over(FIELD, "800").await?;
        page.press(FIELD, Key::Tab).await?;
        page.press(FIELD, Key::Control + "z" + Key::Null).await?;
        assert_eq!(page.value("element.scenario.killed").await?, Value::Null);
        page.wait_for("the way to a value", format!("String({FOCUS}) === 'killed,set-value'")).await?;
        Ok(())
    })
    .await
}

async fn a_reader_can_work_with_ranges() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        assert_eq!(
            page.value("all('.inputs select').length").await?,
            0,
            "single numbers, until a reader asks for ranges"
        );
        page.click("[data-does=ranges]").await?;
        let choose = |wording: &str| {
            format!(
                "const select = one('[data-input=killed] select'); select.value = '{wording}';
                select.dispatchEvent(new Event('change', {{ bubbles: true, composed: true }}))"
            )
        };
        // A wording that is chosen stays while the number changes.
        page.act(choose("over")).await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"over": 1000}));
        page.press(SLIDER, Key::Right).await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"over": 1050}));
        page.type_over(FIELD, "900").await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"over": 900}));
        assert_eq!(page.value("element.rates.killed_rate.low_open").await?, true);

        // Two handles and two fields; one that passes the other takes it along.
        page.act(choose("about")).await?;
        page.act(choose("between")).await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"between": [850, 950]}));
        assert_eq!(page.value("all('[data-input=killed] [part=slider]').length").await?, 2);
        page.press("[data-input=killed] [part=slider] + [part=slider]", Key::Right).await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"between": [850, 1000]}));
        // The half of a number takes nothing along for good.
        page.type_over("[data-input=killed] .number:last-of-type [part=field]", "600").await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"between": [600, 600]}));
        page.type_over(FIELD, "1200").await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"between": [1200, 1200]}));
        page.press("[data-input=killed] [part=slider] + [part=slider]", Key::End).await?;
        let rates = page.value("element.rates").await?;
        assert_eq!(rates["killed_rate"]["printed"], Value::Null, "a range has no middle");
        assert_eq!(rates["casualties"]["high"], 13300);

        // An undo puts the wording back where it was chosen.
        page.click("[data-does=reset-all]").await?;
        assert_eq!(page.value("one('[data-input=killed] select').value").await?, "about");
        assert_eq!(page.value("all('[data-input=killed] [part=slider]').length").await?, 1);
        // Without ranges an edit is a plain number again.
        page.click("[data-does=ranges]").await?;
        page.press(SLIDER, Key::Right).await?;
        assert_eq!(page.value("element.scenario.killed").await?, 1050);
        Ok(())
    })
    .await
}
