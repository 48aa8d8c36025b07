//! Who listens hears what a change comes to: once, the last result, and what is wrong with what was typed.

use browser_tests::engine::Engine;
use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{FALKLANDS, ONE};

tests! {
    an_arrow_key_held_for_three_seconds_is_told_once_by_its_last_value,
    each_way_of_changing_a_figure_is_told,
    another_side_is_told_by_its_result,
    with_the_share_part_open_a_result_is_heard_once_and_stands_nowhere,
    what_is_wrong_in_a_field_is_told_once_and_belongs_to_it,
    neither_the_beginning_nor_another_language_or_look_is_told,
}

const SLIDER: &str = "[data-input=killed] [part=slider]";
const FIELD: &str = "[data-input=killed] [part=field]";

/// Notes from now on whatever is announced, by whatever announces: texts that come into a live region, once each.
async fn listen(page: &Page) -> anyhow::Result<()> {
    let live = "one('[role=status]').childNodes.length === 0 && all('output, [aria-live], [role=log], [role=timer]').length === 0
        && all('[role=status]').length === 1";
    assert_eq!(page.value(live).await?, true, "there is one status, and it is empty");
    page.run(
        "window.announced = [];
        new MutationObserver((changes) => {
            for (const { target, addedNodes } of changes) {
                const region = (target.nodeType === 1 ? target : target.parentElement)?.closest('[role=status], [role=alert]');
                if (region && (addedNodes.length || target.nodeType === 3)) announced.push(region.textContent);
            }
        }).observe(element.shadowRoot, { subtree: true, childList: true, characterData: true });",
    )
    .await?;
    Ok(())
}

/// Waits until something was announced, and gives all of it.
async fn announced(page: &Page) -> anyhow::Result<Value> {
    page.wait_for("something said", "announced.length > 0").await?;
    page.value("announced.splice(0)").await
}

/// How often a key that is held comes again in three seconds, as usual.
const REPEATS: usize = 90;

/// Holds the right arrow key on a slider. WebKit's driver lets a key that is down not come again, so there the events are
/// made; they are what the browser makes of such a key.
async fn hold(page: &Page) -> anyhow::Result<()> {
    page.run(format!("one('{SLIDER}').focus()")).await?;
    if page.session().engine() == Engine::WebKit {
        let script = format!(
            "const slider = one('{SLIDER}');
            const happens = (event) => slider.dispatchEvent(event);
            for (let i = 0; i < {REPEATS}; i++) {{
                happens(new KeyboardEvent('keydown', {{ key: 'ArrowRight', repeat: i > 0, bubbles: true, composed: true }}));
                slider.stepUp();
                happens(new Event('input', {{ bubbles: true, composed: true }}));
                happens(new Event('change', {{ bubbles: true }}));
                await drawn();
            }}
            happens(new KeyboardEvent('keyup', {{ key: 'ArrowRight', bubbles: true, composed: true }}));"
        );
        page.run(script).await?;
        return Ok(());
    }
    let mut keys = page.session().driver().action_chain();
    for _ in 0..REPEATS {
        keys = keys.key_down(Key::Right);
    }
    keys.key_up(Key::Right).perform().await?;
    Ok(())
}

async fn an_arrow_key_held_for_three_seconds_is_told_once_by_its_last_value() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        listen(page).await?;
        hold(page).await?;
        page.drawn().await?;
        assert_eq!(page.value("element.scenario.killed").await?, 1000 + 50 * REPEATS);
        let told = announced(page).await?;
        assert_eq!(told, json!(["about 77% of the force. The wording allows 71–84%"]));
        assert!(page.text("text('.sentence')").await?.ends_with("about 77% of the force."));
        assert_eq!(page.text("text('.answer-allows .range')").await?, "71–84%");
        Ok(())
    })
    .await
}

async fn each_way_of_changing_a_figure_is_told() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        listen(page).await?;
        page.click(".source-button[data-claim=south-korea]").await?;
        assert_eq!(announced(page).await?, json!(["about 27% of the force. The wording allows 26–29%"]));
        page.click("[data-does=undo]").await?;
        assert_eq!(announced(page).await?, json!(["about 36% of the force. The wording allows 31–42%"]));
        // Why there is none, where there is none.
        page.click("[data-input=deployed] [data-does=make-unknown]").await?;
        let why =
            "A total of about 4,000 casualties (killed, wounded). Without the size of the force there is no rate.";
        assert_eq!(announced(page).await?, json!([why]));
        page.click("[data-does=reset-all]").await?;
        announced(page).await?;
        // What else the change did comes first.
        page.click(".source-button[data-claim=moscow-times]").await?;
        announced(page).await?;
        page.press(SLIDER, Key::Right).await?;
        let told = announced(page).await?;
        let cleared = "The stated total no longer matched the parts and was cleared.";
        assert_eq!(told.as_array().map(Vec::len), Some(1), "{told}");
        assert!(
            told[0].as_str().is_some_and(|told| told.starts_with(cleared) && told.contains("of the force")),
            "{told}"
        );
        Ok(())
    })
    .await
}

async fn another_side_is_told_by_its_result() -> anyhow::Result<()> {
    visit(Build::Released, FALKLANDS, async |page| {
        page.ready().await?;
        listen(page).await?;
        for (side, told) in [
            ("ar", "With 10,000 deployed, 13,619 casualties are more than the whole force, however the wording is read."),
            ("uk", "A total of 1,145 casualties (killed, wounded, captured). Without the size of the force there is no rate."),
        ] {
            page.press(&format!("[data-force={side}]"), Key::Enter).await?;
            assert_eq!(announced(page).await?, json!([told]));
        }
        Ok(())
    })
    .await
}

/// The part with what a reader takes along has a status of its own, for what came of copying.
async fn with_the_share_part_open_a_result_is_heard_once_and_stands_nowhere() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        listen(page).await?;
        page.open_part("[data-lazy=share]").await?;
        assert_eq!(page.value("all('[role=status]').length").await?, 2);
        page.click(".source-button[data-claim=south-korea]").await?;
        let result = "about 27% of the force. The wording allows 26–29%";
        assert_eq!(announced(page).await?, json!([result]));
        let seen =
            "all('[role=status]').filter((status) => status.textContent && status.getClientRects()[0]?.width > 1)";
        assert_eq!(page.value(format!("{seen}.map((status) => status.textContent)")).await?, json!([]));
        // Nor does it take the place of what came of copying.
        page.click("[data-copies=sentence]").await?;
        let told = announced(page).await?;
        assert_eq!(told.as_array().map(Vec::len), Some(1), "{told}");
        let copied = told[0].as_str().unwrap_or_default();
        assert!(copied.starts_with("Copied") || copied.starts_with("Selected"), "{told}");
        page.click("[data-does=undo]").await?;
        assert_eq!(announced(page).await?, json!(["about 36% of the force. The wording allows 31–42%"]));
        assert_eq!(page.value(format!("{seen}.map((status) => status.textContent)")).await?, json!([copied]));
        Ok(())
    })
    .await
}

async fn what_is_wrong_in_a_field_is_told_once_and_belongs_to_it() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        listen(page).await?;
        page.type_over(FIELD, "many").await?;
        assert_eq!(announced(page).await?, json!(["Enter a number such as 11,000. “Killed” is still 1,000."]));
        let tied = format!(
            "(() => {{ const field = one('{FIELD}'); return [field.ariaInvalid, field.getAttribute('aria-describedby')
                .split(' ').map((id) => text('#' + id))]; }})()"
        );
        let tied = page.value(tied).await?;
        let described = json!([
            "Enter a number such as 11,000. “Killed” is still 1,000.",
            "0 to 10,000",
            "The wording allows 900–1,100"
        ]);
        assert_eq!(tied, json!(["true", described]));
        page.type_over(FIELD, "1100").await?;
        assert_eq!(announced(page).await?, json!(["about 37% of the force. The wording allows 33–42%"]));
        Ok(())
    })
    .await
}

async fn neither_the_beginning_nor_another_language_or_look_is_told() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        listen(page).await?;
        page.act("element.setAttribute('lang', 'de'); element.setAttribute('heading', '4')").await?;
        page.click("[data-does=ranges]").await?;
        page.open_part("[data-shows=table]").await?;
        // What is told first is the change that follows: whatever came before it would stand before it.
        page.act("element.scenario = { deployed: 1000, killed: 100, wounded: 200 }").await?;
        assert_eq!(announced(page).await?, json!(["30% of the force."]));
        Ok(())
    })
    .await
}
