//! What a machine can see of whether everyone can use it: axe-core, by the rules for WCAG 2.2 A and AA and good practice,
//! in every state that a reader can bring the calculator into.

use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;

use crate::{FALKLANDS, LANGUAGES, ONE, story};

tests! {
    no_state_breaks_a_rule_of_accessibility_that_a_machine_can_see,
    nor_does_any_where_it_is_narrow,
    nor_does_any_in_another_language,
    nor_does_any_of_a_story_of_several_sides,
}

/// What axe-core finds wrong, and what it can't tell, each as the rule, the element and why: of the calculator, or of what is given.
pub(crate) const AXE: &str = "
    if (!window.axe) {
        const script = document.createElement('script');
        script.src = '/npm/axe-core/axe.min.js';
        const loaded = new Promise((resolve) => { script.onload = resolve; });
        document.head.append(script);
        await loaded;
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // What passes is only counted: its elements, thousands of them, would take half of the time.
    const options = { runOnly: tags, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations', 'incomplete'] };
    const { violations, incomplete, passes } = await window.axe.run(given[0] ?? element, options);
    // Its own selector may say nothing of what it stands in.
    const named = (css) => one(css)?.closest('.opened') ? `.opened ${css}` : css;
    const told = (results) => results.flatMap(({ id, nodes }) => nodes.map(({ target, html, any, all, none }) =>
        [id, named(target.flat().at(-1)), [...any, ...all, ...none].map(({ message }) => message).join(' / '), html]));
    return [told(violations), told(incomplete), passes.length];";

/// What axe-core leaves open: the rule, what it says, and the elements that it may say it of, by selector or as they stand,
/// with the answer.
const OPEN: [(&str, &str, &str); 11] = [
    // The sign of a button for a step: its contrast is measured here.
    ("color-contrast", "only non-text characters", "class=\"step\""),
    // It is a sign, and the name says what it does, with the input that it does it to.
    ("label-content-name-mismatch", "Unable to determine", "class=\"step\""),
    // The words along an axis, on the lines of the grid: their contrast with the paper is measured here.
    ("color-contrast", "too short", "text["),
    ("color-contrast", "image node", "text["),
    ("color-contrast", "overlapped by another", "text["),
    // The ends of a slider: likewise.
    ("color-contrast", "too short", ".ends"),
    ("color-contrast", "image node", ".spare"),
    // Where boxes overlap that hold no text there, in Firefox above all: every text that shows is measured here.
    ("color-contrast", "partially obscured", ""),
    // What a row of the chart opens to, over the lines that all rows share and on paper of its own: measured here.
    ("color-contrast", "partially overlaps", ".opened"),
    // Likewise the words under a bar, where they take more than one line.
    ("color-contrast", "partially overlaps", "bar-figures"),
    ("color-contrast", "partially overlaps", "note-of-bar"),
];

/// The contrast of what axe-core can't tell, as WCAG 2.2 defines it: how many texts there are in HTML, and the lowest of them;
/// the same in SVG.
pub(crate) const CONTRASTS: &str = "(() => {
    const channels = (color) => color.match(/[\\d.]+/g).map(Number);
    const luminance = (color) => channels(color).slice(0, 3).map((of) => of / 255)
        .map((of) => of <= 0.04045 ? of / 12.92 : ((of + 0.055) / 1.055) ** 2.4)
        .reduce((sum, of, at) => sum + of * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = (part) => {
        const color = getComputedStyle(part).backgroundColor;
        return channels(color)[3] === 0 ? ground(part.parentElement) : color;
    };
    const contrast = (part, property) => {
        const [light, dark] = [getComputedStyle(part)[property], ground(part)].map(luminance).sort((a, b) => b - a);
        return (light + 0.05) / (dark + 0.05);
    };
    const says = (part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const measured = (css, property) => {
        const found = all(css).filter((part) => part.checkVisibility() && says(part)).map((part) => contrast(part, property));
        return [found.length, Math.min(21, ...found)];
    };
    return [measured('*:not(svg *, option, .visually-hidden)', 'color'), measured('svg text', 'fill')];
})()";

/// Looks at a state: nothing is wrong, enough was looked at, and what is left open has its answer, the contrast of every text
/// among them.
pub(crate) async fn look(page: &Page, state: &str) -> anyhow::Result<()> {
    let found = page.run(AXE).await?;
    assert_eq!(found[0], json!([]), "{state}: what is wrong");
    assert!(found[2].as_u64().is_some_and(|passed| passed > 15), "{state}: {found}");
    for left in found[1].as_array().into_iter().flatten() {
        let [rule, selector, why, element] = [0, 1, 2, 3].map(|at| left[at].as_str().unwrap_or_default());
        let answered = |open: &(&str, &str, &str)| {
            rule == open.0 && why.contains(open.1) && (selector.contains(open.2) || element.contains(open.2))
        };
        assert!(OPEN.iter().any(answered), "{state}: what nobody has answered: {left}");
    }
    // What stands on a ground of its own can be read: 4.5 to 1, as WCAG 2.2 asks of text. Not each state has text in a drawing.
    let contrasts = page.value(CONTRASTS).await?;
    assert!(contrasts[0][0].as_u64().is_some_and(|texts| texts > 0), "{state}: {contrasts}");
    let enough = |at: usize| contrasts[at][1].as_f64().is_some_and(|contrast| contrast >= 4.5);
    assert!(enough(0) && enough(1), "{state}: {contrasts}");
    Ok(())
}

async fn no_state_breaks_a_rule_of_accessibility_that_a_machine_can_see() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        look(page, "at first").await?;
        page.unfold().await?;
        look(page, "all open").await?;
        page.type_over("[data-input=killed] [part=field]", "many").await?;
        look(page, "with an error").await?;
        page.type_over("[data-input=killed] [part=field]", "500").await?;
        page.click("[data-does=ranges]").await?;
        look(page, "with ranges").await?;
        page.open_part("[data-lazy=spread]").await?;
        page.open_part("[data-lazy=pairs]").await?;
        look(page, "random draws and pairs").await?;
        for face in ["table", "timeline"] {
            page.open_part(&format!("[data-shows={face}]")).await?;
            look(page, face).await?;
        }
        page.act("element.setAttribute('theme', 'dark')").await?;
        look(page, "dark").await?;
        page.act("element.setAttribute('theme', 'light'); document.documentElement.dir = 'rtl'").await?;
        for face in ["timeline", "table", "chart"] {
            page.open_part(&format!("[data-shows={face}]")).await?;
            look(page, &format!("from the right, {face}")).await?;
        }
        page.act("document.documentElement.dir = 'ltr'; element.setAttribute('heading', '4')").await?;
        look(page, "under headings of the page's own").await?;
        page.act("element.setAttribute('src', 'nowhere.json')").await?;
        page.expect_console_error("nowhere.json");
        page.wait_for("the message", "shown('.trouble')").await?;
        look(page, "with figures that did not come").await?;
        Ok(())
    })
    .await
}

async fn nor_does_any_where_it_is_narrow() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/narrow.html", async |page| {
        page.session().driver().enter_frame(0).await?;
        page.ready().await?;
        look(page, "narrow").await?;
        page.click(".change > summary").await?;
        page.click("[data-does=ranges]").await?;
        page.type_over("[data-input=killed] [part=field]", "many").await?;
        page.unfold().await?;
        for face in ["table", "timeline"] {
            page.open_part(&format!("[data-shows={face}]")).await?;
            look(page, &format!("narrow, all open, {face}")).await?;
        }
        Ok(())
    })
    .await
}

async fn nor_does_any_in_another_language() -> anyhow::Result<()> {
    for language in LANGUAGES.into_iter().skip(1) {
        visit(Build::Released, &format!("{ONE}?lang={language}"), async |page| {
            page.ready().await?;
            assert_eq!(page.text("one('.calculator').lang").await?, language);
            look(page, &format!("{language}, at first")).await?;
            page.click("[data-does=ranges]").await?;
            page.type_over("[data-input=killed] [part=field]", "many").await?;
            for part in ["[data-lazy=spread]", "[data-lazy=pairs]", "[data-lazy=share]"] {
                page.open_part(part).await?;
            }
            page.unfold().await?;
            for (face, theme) in [("chart", "light"), ("table", "dark"), ("timeline", "light")] {
                page.open_part(&format!("[data-shows={face}]")).await?;
                page.act(format!("element.setAttribute('theme', '{theme}')")).await?;
                page.unfold().await?;
                let state = format!("{language}, all open, with ranges, an error and the {face}");
                assert_eq!(page.value("shown('[aria-invalid=true]')").await?, true, "{state}");
                look(page, &state).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn nor_does_any_of_a_story_of_several_sides() -> anyhow::Result<()> {
    visit(Build::Released, FALKLANDS, async |page| {
        page.ready().await?;
        look(page, "several sides").await?;
        page.open_part("[data-lazy=sides]").await?;
        for side in ["ar", "uk-service"] {
            page.click(&format!("[data-force={side}]")).await?;
            page.unfold().await?;
            look(page, &format!("side by side, {side}, all open")).await?;
        }
        page.act("element.lang = 'ar'; element.setAttribute('theme', 'dark')").await?;
        page.wait_for("Arabic", "one('.calculator').lang === 'ar'").await?;
        look(page, "side by side, from the right, dark").await?;
        Ok(())
    })
    .await?;
    visit(Build::Released, &story("general-staff-uk"), async |page| {
        page.ready().await?;
        look(page, "a menu of sources").await
    })
    .await?;
    // Every kind of figure and mark, with what was withdrawn, where it is wide and where it is narrow.
    let two_sides = "/pages/one.html?src=data/two-sides.json";
    let framed = |path: &str| format!("/pages/framed.html?phone&width=320&page={path}");
    for path in [two_sides, &framed(two_sides), &framed(FALKLANDS)] {
        visit(Build::Released, path, async |page| {
            if path != two_sides {
                page.session().driver().enter_frame(0).await?;
            }
            page.ready().await?;
            page.open_part("[data-lazy=sides]").await?;
            page.open_part("[data-lazy=pairs]").await?;
            page.act("one('[data-does=superseded]').click()").await?;
            for face in ["chart", "table", "timeline"] {
                page.open_part(&format!("[data-shows={face}]")).await?;
                page.unfold().await?;
                look(page, &format!("{path}, with what was withdrawn, {face}")).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}
