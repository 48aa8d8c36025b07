//! Everything that a reader can do here, by keys alone and by taps alone. A control that is added is a line in the table.

use anyhow::bail;
use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::taking_along::{KEEP_FILES, SHARE};
use crate::{ONE, story};

tests! {
    every_task_can_be_done_by_keys_alone_and_the_focus_is_never_lost,
    every_task_can_be_done_by_taps_alone,
    the_tab_key_leads_through_and_out_and_stops_at_no_mark,
    arrow_keys_move_a_slider_the_way_they_point,
    what_is_taken_out_leaves_the_focus_beside_it,
}

const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";
const RIGHT: &str = "\u{e014}";
/// What stands in a field is selected, and Control let go.
const OVER: &str = "\u{e009}a\u{e000}";
const UNDO: &str = "\u{e009}z";

/// Something that a reader wants.
struct Task {
    wants: &'static str,
    /// What the Tab key leads to, from the beginning of the page, and what is pressed there, in turn.
    keys: &'static [(&'static str, &'static [&'static str])],
    /// What is tapped in turn; nothing where there is nothing to want without keys.
    taps: &'static [&'static str],
    /// What is so afterwards.
    so: &'static str,
}

const MORE: &str = ".more > summary";
const SLIDER: &str = "[data-input=killed] [part=slider]";
const FIELD: &str = "[data-input=killed] [part=field]";
const STEP: &str = "[data-input=killed] .step:last-of-type";
const RULE: &str = ".answer .rule-link";
const AGAIN: &str = "the chart again";
const PAIRS: &str = "[data-lazy=pairs]";
const SPREAD: &str = "[data-lazy=spread]";
const TABLE: &str = "[data-shows=table]";
const SIDES: &str = "[data-lazy=sides]";
const SUPERSEDED: &str = "[data-does=superseded]";
const UP: &str = "\u{e013}";
const DOWN: &str = "\u{e015}";

#[rustfmt::skip]
const TASKS: [Task; 42] = [
    // Each input.
    Task { wants: "more killed", keys: &[(SLIDER, &[RIGHT])], taps: &[STEP], so: "element.scenario.killed === 1050" },
    Task { wants: "a number of killed", keys: &[(FIELD, &[OVER, "1050", ENTER])], taps: &[STEP], so: "element.scenario.killed === 1050" },
    Task { wants: "another force", keys: &[("[data-input=deployed] [part=slider]", &[RIGHT])], taps: &["[data-input=deployed] .step:last-of-type"], so: "element.scenario.deployed === 11100" },
    Task { wants: "more wounded", keys: &[("[data-input=wounded] [part=slider]", &[RIGHT])], taps: &["[data-input=wounded] .step:last-of-type"], so: "element.scenario.wounded === 3050" },
    Task { wants: "missing", keys: &[("[data-input=missing] [data-does=set-value]", &[ENTER]), ("[data-input=missing] [part=field]", &["5"])], taps: &["[data-input=missing] [data-does=set-value]", "[data-input=missing] .step:last-of-type"], so: "element.scenario.missing > 0" },
    Task { wants: "captured", keys: &[("[data-input=captured] [data-does=set-value]", &[SPACE]), ("[data-input=captured] [part=field]", &["5"])], taps: &["[data-input=captured] [data-does=set-value]", "[data-input=captured] .step:last-of-type"], so: "element.scenario.captured > 0" },
    Task { wants: "a stated total", keys: &[("[data-input=casualties] [data-does=set-value]", &[ENTER]), ("[data-input=casualties] [part=field]", &["4500"])], taps: &["[data-input=casualties] [data-does=set-value]", "[data-input=casualties] .step:last-of-type"], so: "element.scenario.casualties > 0" },
    Task { wants: "reinforcements", keys: &[(MORE, &[ENTER]), ("[data-input=reinforcements] [data-does=set-value]", &[ENTER]), ("[data-input=reinforcements] [part=field]", &["3000"])], taps: &[MORE, "[data-input=reinforcements] [data-does=set-value]", "[data-input=reinforcements] .step:last-of-type"], so: "element.scenario.reinforcements > 0" },
    Task { wants: "a stated rate", keys: &[(MORE, &[SPACE]), ("[data-input=rate] [data-does=set-value]", &[ENTER]), ("[data-input=rate] [part=field]", &["36.5"])], taps: &[MORE, "[data-input=rate] [data-does=set-value]", "[data-input=rate] .step:last-of-type"], so: "element.scenario.rate > 0" },
    Task { wants: "a figure cleared", keys: &[("[data-input=killed] [data-does=make-unknown]", &[ENTER])], taps: &["[data-input=killed] [data-does=make-unknown]"], so: "element.scenario.killed === null" },
    Task { wants: "a figure put back", keys: &[(SLIDER, &[RIGHT]), ("[data-input=killed] [data-does=reset]", &[ENTER])], taps: &[STEP, "[data-input=killed] [data-does=reset]"], so: "element.scenario.killed.about === 1000 && recorded.some(({ name }) => name === 'scenario-change')" },
    Task { wants: "what is half typed given up", keys: &[(FIELD, &[OVER, "22", "\u{e00c}"])], taps: &[], so: "element.scenario.killed.about === 1000 && recorded.some(({ name }) => name === 'scenario-change')" },
    // A range: the wording after "about" is "over".
    Task { wants: "a range", keys: &[("[data-does=ranges]", &[ENTER]), ("[data-input=killed] select", &["o", ENTER])], taps: &["[data-does=ranges]", "[data-input=killed] option[value=over]"], so: "element.scenario.killed.over === 1000" },
    Task { wants: "the high end of a range", keys: &[("[data-does=ranges]", &[ENTER]), ("[data-input=wounded] select", &["…", ENTER]), ("[data-input=wounded] .number:last-of-type [part=field]", &[OVER, "4000", ENTER])], taps: &["[data-does=ranges]", "[data-input=wounded] option[value=between]", "[data-input=wounded] .number:last-of-type .step:last-of-type"], so: "element.scenario.wounded.between?.[1] > 3300" },
    // The calendar of a date field is the browser's own, which no test can tap. What its arrow keys begin with differs too.
    Task { wants: "another day", keys: &[(MORE, &[ENTER]), ("[data-date=as_of]", &[UP, ENTER])], taps: &[], so: "element.scenario.as_of > '2025-01-15'" },
    Task { wants: "a first day", keys: &[(MORE, &[ENTER]), ("[data-date=start]", &[UP, RIGHT, UP, RIGHT, "2024", ENTER])], taps: &[], so: "(element.scenario.start ?? '').startsWith('2024-')" },
    // All inputs.
    Task { wants: "a source's figures", keys: &[(".source-button[data-claim=south-korea]", &[ENTER])], taps: &[".source-button[data-claim=south-korea]"], so: "element.scenario.killed === 300" },
    Task { wants: "a step taken back", keys: &[(SLIDER, &[RIGHT]), ("[data-does=undo]", &[ENTER])], taps: &[STEP, "[data-does=undo]"], so: "element.scenario.killed.about === 1000 && recorded.some(({ name }) => name === 'scenario-change')" },
    Task { wants: "a step taken back at once", keys: &[(SLIDER, &[RIGHT, UNDO])], taps: &[], so: "element.scenario.killed.about === 1000 && recorded.some(({ name }) => name === 'scenario-change')" },
    Task { wants: "a step done again", keys: &[(SLIDER, &[RIGHT, UNDO]), ("[data-does=redo]", &[ENTER])], taps: &[STEP, "[data-does=undo]", "[data-does=redo]"], so: "element.scenario.killed === 1050" },
    Task { wants: "everything put back", keys: &[(SLIDER, &[RIGHT]), ("[data-does=reset-all]", &[ENTER])], taps: &[STEP, "[data-does=reset-all]"], so: "element.scenario.killed.about === 1000 && recorded.some(({ name }) => name === 'scenario-change')" },
    Task { wants: "the force worked out", keys: &[(MORE, &[ENTER]), ("[data-solve-for=deployed]", &[ENTER])], taps: &[MORE, "[data-solve-for=deployed]"], so: "element.scenario.solve_for === 'deployed'" },
    // Another look.
    Task { wants: "the table", keys: &[(TABLE, &[SPACE])], taps: &[TABLE], so: "shown('table')" },
    Task { wants: "the timeline", keys: &[("[data-shows=timeline]", &[ENTER])], taps: &["[data-shows=timeline]"], so: "shown('.timeline')" },
    Task { wants: AGAIN, keys: &[(TABLE, &[ENTER, "\u{e008}\u{e004}", ENTER])], taps: &[TABLE, "[data-shows=chart]"], so: "shown('.chart') && !one('table') && (window.firstChart ??= one('.chart')) !== one('.chart')" },
    Task { wants: "the simulation", keys: &[(SPREAD, &[ENTER])], taps: &[SPREAD], so: "shown('.spread .dots')" },
    Task { wants: "where two sources disagree", keys: &[(PAIRS, &[ENTER]), (".pairs summary", &[ENTER])], taps: &[PAIRS, ".pairs summary"], so: "shown('.pairs li p')" },
    Task { wants: "whether the sources agree", keys: &[(PAIRS, &[ENTER]), ("[data-pairs=killed]", &[ENTER])], taps: &[PAIRS, "[data-pairs=killed]"], so: "one('[data-pairs=killed]')?.ariaPressed === 'true'" },
    Task { wants: "a simulation of the other kind", keys: &[(SPREAD, &[ENTER]), ("[data-spread=triangular]", &[SPACE])], taps: &[SPREAD, "[data-spread=triangular]"], so: "one('[data-spread=triangular]')?.ariaPressed === 'true'" },
    Task { wants: "the sources by name", keys: &[("[data-does=order]", &[DOWN, DOWN, ENTER])], taps: &["[data-does=order] option[value=source]"], so: "all('.bars [data-claim]')[1].dataset.claim === 'south-korea'" },
    Task { wants: "the sources by rate", keys: &[("[data-scale=rates]", &[ENTER])], taps: &["[data-scale=rates]"], so: "all('.tick').some(({ textContent }) => textContent.includes('%'))" },
    Task { wants: "another language", keys: &[("[data-language=ko]", &[ENTER])], taps: &["[data-language=ko]"], so: "one('.calculator').lang === 'ko'" },
    // To take along.
    Task { wants: "the sentence copied", keys: &[(SHARE, &[ENTER]), ("[data-copies=sentence]", &[SPACE])], taps: &[SHARE, "[data-copies=sentence]"], so: "/^(Copied|Selected)/.test(text('[data-copied]') ?? '')" },
    Task { wants: "the figures as a file", keys: &[(SHARE, &[ENTER]), ("[data-saves=csv]", &[ENTER])], taps: &[SHARE, "[data-saves=csv]"], so: "window.saved?.csv?.blob.size > 0" },
    Task { wants: "the chart as a picture", keys: &[(SHARE, &[SPACE]), ("[data-saves=png]", &[SPACE])], taps: &[SHARE, "[data-saves=png]"], so: "window.saved?.png?.blob.size > 0" },
    // Workings and findings.
    Task { wants: "how the rate follows", keys: &[(".answer summary", &[ENTER])], taps: &[".answer summary"], so: "shown('.answer .working p')" },
    Task { wants: "how another rate follows", keys: &[("[data-rate=killed_rate] summary", &[SPACE])], taps: &["[data-rate=killed_rate] summary"], so: "shown('[data-rate=killed_rate] .working p')" },
    Task { wants: "what can't be worked out", keys: &[(".unavailable > summary", &[ENTER])], taps: &[".unavailable > summary"], so: "shown('[data-unavailable]')" },
    Task { wants: "how a source's rate follows", keys: &[(".bars [data-claim=south-korea] summary", &[ENTER])], taps: &[".bars [data-claim=south-korea] summary"], so: "shown('.bars [data-claim=south-korea] .opened .working')" },
    Task { wants: "how far a source is from these figures", keys: &[(TABLE, &[ENTER]), ("summary.differences", &[ENTER])], taps: &[TABLE, "summary.differences"], so: "one('summary.differences')?.parentElement.open === true" },
    Task { wants: "what does not add up", keys: &[(".checks li:nth-child(2) summary", &[ENTER])], taps: &[".checks li:nth-child(2) summary"], so: "shown('[data-check=rate_hides_denominator]')" },
    Task { wants: "the rule", keys: &[(RULE, &[ENTER])], taps: &[RULE], so: "one('details.method').open" },
];

/// What a story of several sides, or of more sources, lets a reader do besides, each with the name of the story.
#[rustfmt::skip]
const OF_STORIES: [(&str, Task); 5] = [
    ("falklands", Task { wants: "the other side", keys: &[("[data-force=ar]", &[ENTER])], taps: &["[data-force=ar]"], so: "element.scenario.force === 'ar' && text('.sentence').includes('13,619')" }),
    ("falklands", Task { wants: "a figure of the other side", keys: &[("[data-force=ar]", &[SPACE]), (FIELD, &[OVER, "700", ENTER])], taps: &["[data-force=ar]", STEP], so: "element.forces[0].scenario.killed === 255 && element.forces[3].scenario.killed > 649" }),
    ("falklands", Task { wants: "both sides beside each other", keys: &[(SIDES, &[ENTER])], taps: &[SIDES], so: "shown('.sides table') && shown('.sides .ratios')" }),
    ("georgia-2008", Task { wants: "what was withdrawn", keys: &[(SUPERSEDED, &[SPACE])], taps: &[SUPERSEDED], so: "shown('.bars [data-claim=russia-2008-08-10]')" }),
    ("general-staff-uk", Task { wants: "a source of many", keys: &[(".source-menu", &["D", ENTER])], taps: &[".source-menu option[value=trump-2024-12-08]"], so: "element.scenario.casualties.nearly === 600000" }),
];

/// Every task, with the page that it is done on.
fn tasks() -> impl Iterator<Item = (String, Task)> {
    let of_stories = OF_STORIES.into_iter().map(|(name, task)| (story(name), task));
    TASKS.into_iter().map(|task| (ONE.to_owned(), task)).chain(of_stories)
}

/// What has the focus, as a selector finds it; nothing where it is lost.
const FOCUSED: &str = "element.shadowRoot.activeElement?.outerHTML.slice(0, 120) ?? null";

async fn every_task_can_be_done_by_keys_alone_and_the_focus_is_never_lost() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        for (path, Task { wants, keys, so, .. }) in tasks() {
            page.open(&path).await?;
            page.ready().await?;
            page.run(KEEP_FILES).await?;
            assert_eq!(page.value(so).await?, false, "{wants}: it is so already");
            for (css, pressed) in keys {
                page.reach(css).await?;
                for keys in *pressed {
                    page.keys(*keys).await?;
                    page.drawn().await?;
                }
            }
            page.wait_for(wants, so).await?;
            page.drawn().await?;
            assert_ne!(page.value(FOCUSED).await?, Value::Null, "{wants}: the focus is lost");
            // What was pressed keeps it where it still shows, save the link to the rule and what goes on to another button.
            let [.., (css, _)] = keys else { continue };
            if *css != RULE && wants != AGAIN {
                let kept =
                    format!("one('{css}') === element.shadowRoot.activeElement || !one('{css}').checkVisibility()");
                assert_eq!(page.value(kept).await?, true, "{wants}: the focus is at {}", page.value(FOCUSED).await?);
            }
        }
        Ok(())
    })
    .await
}

async fn every_task_can_be_done_by_taps_alone() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        for (path, Task { wants, taps, so, .. }) in tasks() {
            if taps.is_empty() {
                continue;
            }
            page.open(&path).await?;
            page.ready().await?;
            page.run(KEEP_FILES).await?;
            assert_eq!(page.value(so).await?, false, "{wants}: it is so already");
            for css in taps {
                page.wait_for(css, format!("one({})", json!(css))).await?;
                page.click(css).await?;
            }
            page.wait_for(wants, so).await?;
        }
        Ok(())
    })
    .await
}

/// Notes in `stops` where the Tab key leads in turn, from the element's beginning to its end, each as what a test can name it
/// by. Behind the end Tab keys go to nobody, and `over` is true.
const NOTE_STOPS: &str = "
    window.stops = [];
    window.over = false;
    const note = () => {
        const has = element.shadowRoot.activeElement;
        if (!has) {
            window.over = stops.length > 0;
            return;
        }
        const row = has.closest('[data-input], [data-rate], [data-claim], [data-check]')?.dataset ?? {};
        const name = has.ariaLabel ?? has.textContent.trim();
        stops.push([has.localName, has.type ?? '', row.input ?? row.rate ?? row.claim ?? '', name.replace(/\\s+/g, ' ')].join(' ').trim());
    };
    for (const type of ['keydown', 'keyup']) {
        addEventListener(type, (event) => {
            // The only other key. WebKit has no name for a Tab key with Shift.
            if (event.key === 'Shift') return;
            if (window.over) event.preventDefault();
            else if (type === 'keyup') note();
        }, true);
    }";

/// Where Tab keys, held by what comes before them if anything does, lead in turn from one end of the element to the other.
async fn stops(page: &Page, held: &str) -> anyhow::Result<Vec<String>> {
    const AT_ONCE: usize = 50;
    page.run("stops.length = 0; window.over = false").await?;
    for _ in 0..3 {
        page.keys(format!("{held}{}", Key::Tab.value().to_string().repeat(AT_ONCE))).await?;
        if page.value("over").await? == true {
            return Ok(serde_json::from_value(page.value("stops").await?)?);
        }
    }
    bail!("there is no way out of {:#}", page.value("stops").await?)
}

/// How many stops of the Tab key there are when a reader comes; docs/accessibility.md says it too.
const STOPS: usize = 69;

async fn the_tab_key_leads_through_and_out_and_stops_at_no_mark() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        // So that the way back begins behind the calculator.
        page.act("document.body.append(Object.assign(document.createElement('button'), { textContent: 'behind' }))")
            .await?;
        page.run(NOTE_STOPS).await?;
        let forth = stops(page, "").await?;
        assert!(forth.iter().all(|stop| !stop.starts_with("svg")), "{forth:#?}");
        assert_eq!(forth.len(), STOPS, "{forth:#?}");
        let documented = include_str!("../../../docs/accessibility.md");
        assert!(documented.contains(&format!("{STOPS} Tab stops")), "docs/accessibility.md gives another number");
        let mut back = stops(page, &Key::Shift.value().to_string()).await?;
        back.reverse();
        assert_eq!(forth, back, "the way back is another one");
        Ok(())
    })
    .await
}

async fn arrow_keys_move_a_slider_the_way_they_point() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let killed = "one('[data-input=killed] [part=slider]').valueAsNumber";
        for (language, direction, right) in [("en", "ltr", 50), ("ar", "rtl", -50)] {
            page.act(format!("element.lang = '{language}'; element.reset()")).await?;
            page.wait_for(direction, format!("getComputedStyle(one('.calculator')).direction === '{direction}'"))
                .await?;
            let told = page.events("scenario-change").await?.len();
            for (key, way) in [(Key::Right, right), (Key::Left, -right), (Key::Up, 50), (Key::Down, -50)] {
                page.act("element.reset()").await?;
                page.press(SLIDER, key.clone()).await?;
                assert_eq!(page.value(killed).await?, 1000 + way, "{direction}: {key:?}");
                assert_eq!(page.value("element.scenario.killed").await?, 1000 + way, "{direction}: {key:?}");
            }
            assert!(page.events("scenario-change").await?.len() > told, "{direction}");
        }
        Ok(())
    })
    .await
}

async fn what_is_taken_out_leaves_the_focus_beside_it() -> anyhow::Result<()> {
    let place = "element.shadowRoot.activeElement?.closest('[data-input], section')?.matches(given[0])";
    visit(Build::Released, &format!("{ONE}?scenario=killed%3D1000%26wounded%3D3000"), async |page| {
        page.ready().await?;
        // A rate that can no longer be worked out.
        page.click("[data-input=deployed] [data-does=set-value]").await?;
        page.type_over("[data-input=deployed] [part=field]", "11000").await?;
        page.press("[data-input=deployed] [part=field]", Key::Tab).await?;
        page.press("[data-rate=casualty_rate] summary", Key::Control + "z").await?;
        assert_eq!(page.value("element.rates.casualty_rate.unavailable").await?, "no_deployed");
        page.wait_for("the focus among the rates", place.replace("given[0]", "'.rates'")).await?;
        // The high end of a range that is one no more.
        page.click("[data-does=ranges]").await?;
        let select = "one('[data-input=killed] select')";
        page.act(format!(
            "{select}.value = 'between'; {select}.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await?;
        page.press("[data-input=killed] .number:last-of-type [part=field]", Key::Control + "z").await?;
        assert_eq!(page.value("all('[data-input=killed] [part=field]').length").await?, 1);
        page.wait_for("the focus in the same input", place.replace("given[0]", "'[data-input=killed]'")).await?;
        // What the checks found in figures that are gone.
        page.act("element.scenario = { deployed: 1000, killed: 100, wounded: 500 }").await?;
        page.act("element.scenario = { deployed: 1000, killed: 1000, wounded: 500 }").await?;
        page.press(".checks summary", Key::Control + "z").await?;
        page.wait_for("the focus among the checks", place.replace("given[0]", "'.checks'")).await?;
        Ok(())
    })
    .await
}
