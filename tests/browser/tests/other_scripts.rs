//! Pages run scripts, translators and frameworks beside the calculator: whatever those do, the figures stay right and the
//! calculator goes on.

use browser_tests::engine::Engine;
use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::skip::Cannot;
use browser_tests::tests;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{FALKLANDS, ONE};

tests! {
    events_of_another_scripts_making_stop_no_calculator,
    after_a_translation_the_answer_is_the_right_one,
    after_a_translation_a_reader_can_still_choose_the_language,
    a_scroll_that_begins_on_a_slider_changes_no_figure,
    a_scroll_by_touch_that_begins_on_a_slider_changes_no_figure,
    what_the_calculator_uses_moves_nothing_else_in_the_page,
    what_the_calculator_does_not_use_the_page_still_hears,
    a_script_takes_no_reader_back_to_the_calculator,
    a_pages_own_fetch_neither_breaks_it_nor_silences_it,
    what_a_page_sets_counts_though_its_scripts_changed_how_json_is_written,
    what_throws_while_it_is_read_is_told_and_changes_nothing,
    a_number_that_is_none_is_an_error_and_not_unknown,
    a_field_given_twice_is_an_error_and_not_the_last_one,
    the_same_data_set_again_leaves_the_reader_alone,
    corrected_data_keeps_what_the_reader_set,
    figures_that_no_longer_fit_are_told_and_undo_brings_them_back,
    another_story_begins_with_its_own_figures,
    a_page_that_answers_each_step_of_a_slider_leaves_one_step_to_undo,
    a_reset_leads_to_the_scenario_that_the_page_asks_for,
    frameworks_set_properties_where_pages_write_attributes,
    a_shadow_root_that_is_there_already_is_used,
}

/// Two calculators of which scripts disturb the first only.
const TWO: &str = "/pages/any.html";

/// It goes on as if nothing had happened.
async fn assert_goes_on(page: &Page) -> anyhow::Result<()> {
    page.act("element.scenario = { deployed: 100, casualties: 25 }").await?;
    assert_eq!(page.value("element.rates.casualty_rate.printed").await?, 25);
    assert_eq!(page.value("shown('.calculator')").await?, true);
    assert!(page.text("text('.sentence')").await?.contains("25%"));
    assert_eq!(page.events("calculator-error").await?, [] as [Value; 0]);
    Ok(())
}

async fn events_of_another_scripts_making_stop_no_calculator() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.unfold().await?;
        page.click("[data-does=ranges]").await?;
        // With nothing of what their names promise, at everything that is drawn, at texts, and at what an extension put into
        // a menu.
        page.act(
            "const foreign = document.createElement('font');
            one('option').append(foreign);
            const texts = all('p').map(({ firstChild }) => firstChild).filter(Boolean);
            const names = ['keydown', 'keypress', 'keyup', 'input', 'change', 'focusin', 'focusout', 'pointerdown', 'pointercancel', 'click'];
            for (const target of [element.shadowRoot, ...all('*'), ...texts, foreign]) {
                for (const name of names) {
                    if (name === 'click' && target.closest?.('a, button, summary')) continue;
                    target.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
                    target.dispatchEvent(Object.assign(new Event(name, { bubbles: true }), { ctrlKey: true, metaKey: true }));
                }
            }",
        )
        .await?;
        assert_goes_on(page).await
    })
    .await
}

/// What translators do to a text, each in its own way: `text` is the node, `font` an element for it.
const TRANSLATORS: [&str; 4] = [
    "font.textContent = `«${text.data}»`; text.replaceWith(font)",
    "text.replaceWith(font); font.append(text)",
    "font.textContent = text.data; text.before(font); text.remove()",
    "const rest = text.splitText(Math.floor(text.length / 2)); rest.replaceWith(font); font.append(rest)",
];

/// Lets a translator loose on the first calculator.
async fn translate(page: &Page, how: &str) -> anyhow::Result<()> {
    page.act(format!(
        "const walker = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
        for (const text of texts) {{
            const font = document.createElement('font');
            {how};
        }}"
    ))
    .await
}

async fn after_a_translation_the_answer_is_the_right_one() -> anyhow::Result<()> {
    if Engine::chosen()? == Engine::WebKit {
        return Err(Cannot::because("its page ends, or hangs, under so many translations in a row"));
    }
    // What a reader can do that draws much anew: each leads to other figures, and most to other texts around them.
    let acts = [
        "of.scenario = { deployed: 11000, killed: 5000, wounded: { over: 3000 } }",
        "one('[data-shows=table]', of).click()",
        "of.scenario = { deployed: 12000, casualties: 300 }",
        "one('[data-shows=timeline]', of).click()",
        "one('[data-does=ranges]', of).click()",
        "one('[data-lazy=pairs]', of).click()",
        "one('[data-shows=chart]', of).click()",
        "one('.source-button[data-claim=south-korea]', of).click()",
        "of.undo()",
        "of.setAttribute('lang', 'uk')",
        "of.scenario = { deployed: 900, killed: 30, wounded: 60 }",
        "of.data = { ...of.data, title: 'How many now?' }",
        "of.reset()",
    ];
    for how in TRANSLATORS {
        visit(Build::Released, TWO, async |page| {
            page.all_ready(2).await?;
            for act in acts {
                translate(page, how).await?;
                page.act(format!("for (const of of document.querySelectorAll('casualty-calculator')) {{ {act}; }}")).await?;
                page.wait_for("parts that are fetched", "![...document.querySelectorAll('casualty-calculator')].some((of) => one('[data-waiting]', of))").await?;
                page.wait_for("the language", "new Set([...document.querySelectorAll('casualty-calculator')].map((of) => one('.calculator', of).lang)).size === 1").await?;
                page.drawn().await?;
                // Whatever has to do with figures must be word for word what stands in the one that nobody disturbed.
                let figures = "[...document.querySelectorAll('casualty-calculator')].map((of) => all(
                        '.sentence, .rate, .force-picture text, .bar-summary, .hint, .unknown-note, .checks li, .trouble, .notice, .numbers, td', of)
                    .filter((part) => part.checkVisibility())
                    .map((part) => [part.className || part.localName, part.textContent.replace(/[«»]/g, '')].join(': ')))";
                let [translated, own] = serde_json::from_value::<[Vec<String>; 2]>(page.value(figures).await?)?;
                assert!(own.len() > 10, "{own:?}");
                assert_eq!(translated, own, "after {act} and {how}");
            }
            assert_eq!(page.events("calculator-error").await?, [] as [Value; 0]);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn after_a_translation_a_reader_can_still_choose_the_language() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        translate(page, TRANSLATORS[0]).await?;
        page.click("[data-language=uk] font").await?;
        page.wait_for("the language", "element.lang === 'uk' && one('.calculator').lang === 'uk'").await
    })
    .await
}

/// Drags a slider as a finger does before the browser makes a scroll of it.
const CANCELLED: &str = "
    const slider = one('[data-input=wounded] [part=slider]');
    const send = (name) => slider.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
    send('pointerdown');
    slider.value = 8700;
    send('input')";

async fn a_scroll_that_begins_on_a_slider_changes_no_figure() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        // Browsers tell of the change before or after they give the touch up, or not at all.
        for end in ["send('pointercancel')", "send('pointercancel'); send('change')"] {
            page.act(format!("{CANCELLED}; {end}")).await?;
            assert_eq!(page.value("element.scenario.wounded").await?, json!({"about": 3000}), "{end}");
            assert_eq!(page.value("Number(one('[data-input=wounded] [part=slider]').value)").await?, 3000);
            assert_eq!(page.value("one('[data-does=undo]').getAttribute('aria-disabled')").await?, "true");
        }
        Ok(())
    })
    .await
}

async fn a_scroll_by_touch_that_begins_on_a_slider_changes_no_figure() -> anyhow::Result<()> {
    if Engine::chosen()? != Engine::Chromium {
        return Err(Cannot::because("no other driver scrolls a page by touch"));
    }
    visit(Build::Released, ONE, async |page| {
        page.session().show_as("light", 390, 800).await?;
        page.session().devtools("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        page.open(ONE).await?;
        page.ready().await?;
        page.unfold().await?;
        let slider = "[data-input=wounded] [part=slider]";
        page.act(format!("one('{slider}').scrollIntoView({{ block: 'center', behavior: 'instant' }})")).await?;
        let place = page
            .value(format!("(({{ left, top, width, height }}) => [left + width * 0.8, top + height / 2])(one('{slider}').getBoundingClientRect())"))
            .await?;
        let before = page.value("scrollY").await?;
        let touch = async |kind: &str, down: f64| {
            let points = match kind {
                "touchEnd" => json!([]),
                _ => json!([{"x": place[0], "y": place[1].as_f64().unwrap_or_default() - down}]),
            };
            let event = json!({"type": kind, "touchPoints": points});
            page.session().devtools("Input.dispatchTouchEvent", event).await.map(drop)
        };
        touch("touchStart", 0.0).await?;
        for step in 1..12 {
            touch("touchMove", f64::from(step) * 15.0).await?;
        }
        touch("touchEnd", 0.0).await?;
        page.wait_for("the page to scroll", format!("scrollY !== {before}")).await?;
        page.drawn().await?;
        assert_eq!(page.value("element.scenario.wounded").await?, json!({"about": 3000}));
        Ok(())
    })
    .await
}

/// Writes down what the page around hears.
const LISTEN: &str = "window.heard = [];
    for (const name of ['keydown', 'keyup', 'pointerdown', 'mousedown', 'touchstart']) {
        document.addEventListener(name, ({ type, key }) => heard.push(key ? `${type} ${key}` : type));
    }";

async fn what_the_calculator_uses_moves_nothing_else_in_the_page() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.run(LISTEN).await?;
        page.press("[data-input=killed] [part=slider]", Key::Right + Key::Left + Key::PageUp + Key::Home + Key::End)
            .await?;
        page.type_over("[data-input=killed] [part=field]", "1500").await?;
        page.press("[data-input=killed] [part=field]", Key::Left + Key::Backspace + Key::Escape).await?;
        page.press("[data-does=undo]", Key::Enter + Key::Space).await?;
        page.press("[data-does=undo]", Key::Control + "z").await?;
        let heard = page.value("heard.filter((one) => !/Control/.test(one))").await?;
        assert_eq!(heard, json!([]));
        page.act(
            "for (const name of ['pointerdown', 'mousedown', 'touchstart']) {
                one('[part=slider]').dispatchEvent(new Event(name, { bubbles: true, composed: true }));
            }",
        )
        .await?;
        assert_eq!(page.value("heard.filter((one) => !/Control/.test(one))").await?, json!([]));
        assert_goes_on(page).await
    })
    .await
}

async fn what_the_calculator_does_not_use_the_page_still_hears() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.run(LISTEN).await?;
        let send = |css: &str, keys: &str| {
            format!(
                "for (const key of {keys}) one('{css}')
                    .dispatchEvent(new KeyboardEvent('keydown', {{ key, bubbles: true, composed: true, ctrlKey: key === 'k' }}))"
            )
        };
        page.act(send("[data-input=killed] [part=field]", "['Tab', 'F5', 'k']")).await?;
        page.act(send("[data-input=killed] [part=slider]", "['Tab', '3', 'Escape', 'k']")).await?;
        page.act(send("[data-does=undo]", "['ArrowRight', '3', 'k']")).await?;
        page.act("one('[data-does=undo]').dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }))").await?;
        let wanted = ["Tab", "F5", "k", "Tab", "3", "Escape", "k", "ArrowRight", "3", "k"].map(|key| format!("keydown {key}"));
        let wanted: Vec<_> = wanted.into_iter().chain(["pointerdown".to_owned()]).collect();
        assert_eq!(page.value("heard").await?, json!(wanted));
        Ok(())
    })
    .await
}

async fn a_script_takes_no_reader_back_to_the_calculator() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.run(
            "const far = document.createElement('p');
            far.style.marginTop = '3000px';
            far.textContent = 'Far below.';
            document.body.append(far);",
        )
        .await?;
        let makes_unknown = "element.scenario = { deployed: 11000, killed: null, wounded: 3000 }";
        let begin = "element.scenario = { deployed: 11000, killed: 1000, wounded: 3000 }";
        // A reader who was in a field and then clicked elsewhere; and one who has been in it for a while.
        for leaves in ["one(css).blur()", "performance.now = () => 1e9"] {
            page.act(begin).await?;
            page.act(format!(
                "const css = '[data-input=killed] [part=field]'; one(css).focus(); {leaves}; scrollTo({{ top: 3000, behavior: 'instant' }})"
            ))
            .await?;
            page.act(makes_unknown).await?;
            assert_eq!(page.value("element.shadowRoot.activeElement?.outerHTML").await?, Value::Null, "{leaves}");
        }
        page.run("delete performance.now").await?;
        // What a reader's own act takes out leaves the focus beside it, as before.
        page.act(begin).await?;
        page.press("[data-input=killed] [data-does=make-unknown]", Key::Enter).await?;
        assert_eq!(page.value("element.shadowRoot.activeElement?.dataset.does").await?, "set-value");
        Ok(())
    })
    .await
}

/// Opens a page whose own script runs before the calculator's.
async fn open_with(page: &Page, script: &str, query: &str) -> anyhow::Result<()> {
    page.open(&format!("/pages/any.html?loader=data:text/javascript,{query}")).await?;
    page.run(script).await?;
    page.run("import('/casualty-calculator.js')").await?;
    Ok(())
}

async fn a_pages_own_fetch_neither_breaks_it_nor_silences_it() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/ways/none.html", async |page| {
        // As consent tools and analytics have it: they look into the address as a text.
        let expects_text = "const { fetch } = window;
            window.fetch = (address, ...rest) => address.startsWith('https://tracker') ? null : fetch(address, ...rest);
            element.setAttribute('src', '/pages/data/small.json'); element.setAttribute('lang', 'uk')";
        open_with(page, expects_text, "").await?;
        page.wait_for("both", "[...document.querySelectorAll('casualty-calculator')].every(({ rates }) => rates)")
            .await?;
        assert_eq!(page.text("one('.calculator').lang").await?, "uk");
        page.expect_console_error("casualty-calculator: ");
        for fetch in ["() => { throw new TypeError('not today') }", "() => { throw 'not today' }", "() => undefined"] {
            open_with(page, &format!("window.fetch = {fetch}"), "").await?;
            page.wait_for("both to be told", "recorded.filter(({ name }) => name === 'calculator-error').length === 2")
                .await?;
            let told = page.events("calculator-error").await?;
            assert_eq!(told[0]["code"], "load-failed", "{fetch}");
            let shown =
                "[...document.querySelectorAll('#fallback, .fallback')].every((part) => part.checkVisibility())";
            assert_eq!(page.value(shown).await?, true, "{fetch}");
        }
        // The dataset and the words likewise.
        open_with(page, "element.setAttribute('src', 'data/small.json'); element.setAttribute('loading', 'eager')", "")
            .await?;
        page.wait_for("the first", "recorded.length > 1").await?;
        page.act("window.fetch = () => { throw new TypeError('not today') }; element.setAttribute('src', 'b.json')")
            .await?;
        page.act("element.setAttribute('lang', 'ko')").await?;
        let told = page.events("calculator-error").await?;
        assert!(told.last().is_some_and(|told| told["code"] == "data-not-found"), "{told:?}");
        Ok(())
    })
    .await
}

/// Of an old library.
const TO_JSON: &str = "
    for (const kind of [Array, Object, String, Number]) {
        Object.defineProperty(kind.prototype, 'toJSON', { configurable: true, value() { return `a text: ${this}`; } });
    }";

async fn what_a_page_sets_counts_though_its_scripts_changed_how_json_is_written() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let before = page.value("element.data").await?;
        // In one go, since what drives the browser writes JSON too.
        page.act(format!(
            "{TO_JSON}
            element.scenario = {{ deployed: {{ between: [90, 110] }}, casualties: 25 }};
            window.rate = element.rates.casualty_rate;
            const {{ data }} = element;
            data.title = 'Set again';
            element.data = data;
            element.setAttribute('lang', 'uk');
            await drawn();
            for (const kind of [Array, Object, String, Number]) delete kind.prototype.toJSON"
        ))
        .await?;
        page.wait_for("the language", "one('.calculator').lang === 'uk'").await?;
        assert_eq!(page.value("rate.printed === null && rate.low > 22").await?, true);
        let mut after = page.value("element.data").await?;
        assert_eq!(after["title"], "Set again");
        after["title"] = before["title"].clone();
        assert_eq!(after, before);
        assert_eq!(page.events("calculator-error").await?, [] as [Value; 0]);
        Ok(())
    })
    .await
}

async fn what_throws_while_it_is_read_is_told_and_changes_nothing() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let before = page.value("[element.scenario, element.data]").await?;
        for (property, code) in [("scenario", "scenario-invalid"), ("data", "data-invalid")] {
            for value in [
                "{ get killed() { throw new Error('not now') } }",
                "new Proxy({}, { ownKeys() { throw 'not now' } })",
                "(() => { const circle = {}; circle.circle = circle; return circle })()",
                "(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy })()",
                "Symbol('none')",
                "5n",
                "null",
            ] {
                let told = page.events("calculator-error").await?.len();
                page.act(format!("element.{property} = {value}")).await?;
                let errors = page.events("calculator-error").await?;
                assert_eq!(errors.len(), told + 1, "{property}: {value}");
                assert_eq!(errors[told]["code"], code, "{property}: {value}");
            }
        }
        assert_eq!(page.value("[element.scenario, element.data]").await?, before);
        page.act("element.scenario = { deployed: 100, casualties: 25 }").await?;
        assert_eq!(page.value("element.rates.casualty_rate.printed").await?, 25);
        Ok(())
    })
    .await
}

async fn a_number_that_is_none_is_an_error_and_not_unknown() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let before = page.value("element.scenario").await?;
        for value in ["NaN", "Infinity", "{ about: NaN }", "{ between: [NaN, 5] }"] {
            page.act(format!("element.scenario = {{ deployed: 100, killed: {value} }}")).await?;
            let told = page.events("calculator-error").await?.pop().unwrap_or_default();
            assert_eq!(told["code"], "scenario-invalid", "{value}");
            assert!(told["message"].as_str().is_some_and(|message| message.contains("killed")), "{value}: {told}");
            assert_eq!(page.value("element.scenario").await?, before, "{value}");
        }
        // What is not set is not given.
        page.act("element.scenario = { deployed: 100, killed: undefined, casualties: 25 }").await?;
        assert_eq!(
            page.value("[element.scenario.killed, element.rates.casualty_rate.printed]").await?,
            json!([null, 25])
        );
        Ok(())
    })
    .await
}

async fn a_field_given_twice_is_an_error_and_not_the_last_one() -> anyhow::Result<()> {
    visit(Build::Released, &format!("{ONE}?src=data/twice.json"), async |page| {
        page.wait_for("the error", "recorded.some(({ name }) => name === 'calculator-error')").await?;
        let told = page.events("calculator-error").await?;
        assert_eq!(told[0]["code"], "data-invalid");
        assert!(told[0]["message"].as_str().is_some_and(|message| message.contains("more than once")), "{told:?}");
        Ok(())
    })
    .await
}

async fn the_same_data_set_again_leaves_the_reader_alone() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.click("[data-input=killed] .step:last-of-type").await?;
        page.press("[data-input=wounded] [part=field]", Key::Control + "a" + Key::Null + "12x").await?;
        page.act("one('.method').open = true").await?;
        let state = "[element.scenario.killed, one('[data-input=wounded] [part=field]').value, one('.method').open,
            element.shadowRoot.activeElement?.getAttribute('aria-label'), recorded.length]";
        let before = page.value(state).await?;
        assert_eq!([&before[0], &before[1], &before[2]], [&json!(1050), &json!("12x"), &json!(true)]);
        page.act("element.data = element.data; element.data = JSON.parse(JSON.stringify(element.data))").await?;
        assert_eq!(page.value(state).await?, before);
        page.act("element.undo()").await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"about": 1000}));
        Ok(())
    })
    .await
}

async fn corrected_data_keeps_what_the_reader_set() -> anyhow::Result<()> {
    visit(Build::Released, FALKLANDS, async |page| {
        page.ready().await?;
        let forces = page.value("element.forces.map(({ scenario }) => scenario)").await?;
        page.act("element.scenario = { ...element.forces[1].scenario, killed: 300, captured: 5 }").await?;
        page.press("[data-input=captured] [part=field]", Key::Control + "a" + Key::Null + "12x").await?;
        // A name is corrected, and the figure of another force.
        page.act(
            "const { data } = element;
            data.claims[0].source.name = 'Corrected';
            data.forces[1].scenario.wounded = 801;
            element.data = data",
        )
        .await?;
        assert_eq!(
            page.value("[element.scenario.force, element.scenario.killed]").await?,
            json!([forces[1]["force"], 300])
        );
        assert_eq!(page.value("element.scenario.wounded").await?, 801, "what the reader did not touch is corrected");
        assert_eq!(page.value("one('[data-input=captured] [part=field]').value").await?, "12x", "half typed");
        assert_eq!(page.value("element.data.claims[0].source.name").await?, "Corrected");
        page.act("element.undo()").await?;
        assert_eq!(
            page.value("[element.scenario.killed, element.scenario.wounded]").await?,
            json!([forces[1]["killed"], 801])
        );
        page.act("element.redo()").await?;
        assert_eq!(page.value("element.scenario.killed").await?, 300);
        Ok(())
    })
    .await
}

async fn figures_that_no_longer_fit_are_told_and_undo_brings_them_back() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.act("element.scenario = { ...element.scenario, deployed: 30000, killed: 1200 }").await?;
        page.act(
            "const { data } = element;
            data.forces[0].inputs = { deployed: { min: 0, max: 20000, step: 100 } };
            element.data = data",
        )
        .await?;
        let figures = "[element.scenario.deployed, element.scenario.killed]";
        assert_eq!(page.value(figures).await?, json!([{"about": 11000}, 1200]));
        assert!(page.text("text('.notice:not([hidden])')").await?.contains("no longer fit"));
        page.act("element.undo()").await?;
        assert_eq!(page.value(figures).await?, json!([30000, 1200]));
        Ok(())
    })
    .await
}

async fn another_story_begins_with_its_own_figures() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.act("element.scenario = { deployed: 100, killed: 50, wounded: 1 }").await?;
        page.act("element.setAttribute('src', 'data/small.json')").await?;
        page.wait_for("the other story", "element.data.title === 'A small dataset'").await?;
        page.act("window.opening = element.data.forces[0].scenario").await?;
        assert_eq!(
            page.value(
                "element.scenario.deployed === opening.deployed && element.scenario.killed === (opening.killed ?? null)"
            )
            .await?,
            true
        );
        Ok(())
    })
    .await
}

async fn a_page_that_answers_each_step_of_a_slider_leaves_one_step_to_undo() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        for answer in ["detail.scenario", "{ ...detail.scenario, wounded: 2000 }"] {
            page.run(format!(
                "window.answer = ({{ detail }}) => {{ element.scenario = {answer}; }};
                element.addEventListener('scenario-change', answer);"
            ))
            .await?;
            page.act(
                "const slider = one('[data-input=killed] [part=slider]');
                for (const value of [1100, 1200, 1300, 1400]) {
                    slider.value = value;
                    slider.dispatchEvent(new Event('input', { bubbles: true }));
                    await drawn();
                }
                slider.dispatchEvent(new Event('change', { bubbles: true }));
                element.removeEventListener('scenario-change', answer)",
            )
            .await?;
            assert_eq!(page.value("element.scenario.killed").await?, 1400, "{answer}");
            page.act("element.undo()").await?;
            assert_eq!(page.value("element.scenario.killed").await?, json!({"about": 1000}), "{answer}");
            assert_eq!(page.value("one('[data-does=undo]').getAttribute('aria-disabled')").await?, "true", "{answer}");
        }
        Ok(())
    })
    .await
}

async fn a_reset_leads_to_the_scenario_that_the_page_asks_for() -> anyhow::Result<()> {
    visit(Build::Released, &format!("{ONE}?scenario=deployed%3D200%26casualties%3D50"), async |page| {
        page.ready().await?;
        assert_eq!(page.value("shown('[data-does=reset-all]') && one('[data-does=reset-all]').getAttribute('aria-disabled')").await?, "true");
        page.click("[data-input=casualties] .step:last-of-type").await?;
        page.act("element.reset()").await?;
        assert_eq!(page.value("[element.scenario.deployed, element.scenario.casualties]").await?, json!([200, 50]));
        page.act("element.setAttribute('scenario', 'deployed=400&casualties=50'); element.scenario = { deployed: 1 }; element.reset()").await?;
        assert_eq!(page.value("[element.scenario.deployed, element.scenario.casualties]").await?, json!([400, 50]));
        page.act("element.removeAttribute('scenario'); element.scenario = { deployed: 1 }; element.reset()").await?;
        assert_eq!(page.value("element.scenario.killed").await?, json!({"about": 1000}));
        Ok(())
    })
    .await
}

async fn frameworks_set_properties_where_pages_write_attributes() -> anyhow::Result<()> {
    // Before the element is known, and after.
    for early in [true, false] {
        visit(Build::Released, "/pages/ways/none.html", async |page| {
            let load = "await import('/casualty-calculator.js');";
            page.run(format!(
                "{} window.made = document.createElement('casualty-calculator');
                made.scenario = 'deployed=200&casualties=50';
                made.data = undefined;
                document.body.append(made);
                {}",
                if early { "" } else { load },
                if early { load } else { "" },
            ))
            .await?;
            page.ready().await?;
            assert_eq!(page.value("element.rates.casualty_rate.printed").await?, 25, "early: {early}");
            page.act("element.data = undefined; element.scenario = undefined").await?;
            assert_eq!(page.value("element.rates.casualty_rate.printed").await?, 25);
            page.act("element.scenario = 'deployed=100&casualties=10'").await?;
            assert_eq!(
                page.value("[element.rates.casualty_rate.printed, element.scenario.deployed]").await?,
                json!([10, 100])
            );
            page.act("element.scenario = 'kiled=5'").await?;
            let told = page.events("calculator-error").await?;
            assert_eq!(told.len(), 1);
            assert_eq!(told[0]["code"], "scenario-invalid");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_shadow_root_that_is_there_already_is_used() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/any.html?loader=data:text/javascript,", async |page| {
        // As a server writes it, or another script made it.
        page.run(
            "element.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
            document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/casualty-calculator.js' }))",
        )
        .await?;
        page.all_ready(2).await?;
        assert_eq!(page.value("shown('.calculator')").await?, true);
        page.act("one('[data-input=killed] .step:last-of-type').click()").await?;
        assert_eq!(page.value("element.scenario.killed").await?, 1050);
        // One that nobody may look into can't be used.
        page.expect_console_error("casualty-calculator: ");
        page.run(
            "const made = document.createElement('casualty-calculator');
            made.id = 'closed';
            made.attachShadow({ mode: 'closed' });
            document.body.prepend(made);",
        )
        .await?;
        page.wait_for(
            "it to be told",
            "recorded.some(({ name, id }) => name === 'calculator-error' && id === 'closed')",
        )
        .await
    })
    .await
}
