//! Whoever makes a calculator can see, read and reach all of the page: in each language, narrow, from the right, by aids; and
//! where it can't run it says what it needs.

use anyhow::Context;
use browser_tests::page::visit;
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;

use super::{BUILDER, Desk, HERE, SOUND, at_the_desk};
use crate::LANGUAGES;
use crate::accessibility::{AXE, CONTRASTS};

tests! {
    no_state_of_the_page_breaks_a_rule_of_accessibility_that_a_machine_can_see,
    the_page_is_in_every_language_of_the_interface_and_breaks_no_rule_there,
    the_narrowest_screen_scrolls_no_page_sideways,
    under_the_strictest_policy_it_is_all_there,
    where_webassembly_is_refused_it_says_what_it_needs,
}

const WITH_ERRORS: &str = "Source\tPublished\tKilled\tWounded\tFoo\nA\t1/2/2025\t1.000\t3\tx\nB\t2025-02-03\tmany 5 or 6\t4,435 to 6,800\t\nMinistry of Defence\t\t\t12\t";

/// What axe-core leaves open, by the rule and by what it says: both are measured here.
const OPEN: [(&str, &str); 6] = [
    // Cells are beyond the edge of the table's frame, or below the heads that stay.
    ("color-contrast", "overlapped by another element"),
    ("color-contrast", "partially obscured"),
    ("color-contrast", "partially overlaps"),
    ("color-contrast", "too short"),
    // An empty field.
    ("color-contrast", "no value"),
    ("target-size", "partially obscured"),
];

/// Buttons that are too small to be hit.
const SMALL: &str = "every('button, select, summary').filter((one) => one.checkVisibility()
        && !one.closest('casualty-calculator')).map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
    .filter(([, { width, height }]) => height < 24 || width < 24).map(([name, { width, height }]) => `${name}: ${width} × ${height}`)";

/// What axe-core says of the page around the calculator, which has tests of its own.
async fn look(desk: &Desk<'_>, state: &str) -> anyhow::Result<()> {
    let found = desk.0.run_with(AXE, vec![json!({"exclude": ["casualty-calculator"]})]).await?;
    assert_eq!(found[0], json!([]), "{state}: what is wrong");
    assert!(found[2].as_u64().is_some_and(|passed| passed > 15), "{state}: {found}");
    for left in found[1].as_array().into_iter().flatten() {
        let [rule, selector, why] = [0, 1, 2].map(|at| left[at].as_str().unwrap_or_default());
        let answered = OPEN.iter().any(|open| rule == open.0 && why.contains(open.1));
        assert!(answered, "{state}: what nobody has answered: {rule}, {selector}, {why}");
    }
    let small = desk.value(SMALL).await?;
    assert_eq!(small, json!([]), "{state}: targets under 24 pixels");
    // Every text of the page, 4.5 to 1 at least.
    let texts = "(css) => [...document.querySelectorAll(css)].filter((one) => !one.closest('casualty-calculator'))";
    let contrasts = desk.value(&format!("((all) => {CONTRASTS})({texts})")).await?;
    assert!(contrasts[0][0].as_u64().is_some_and(|texts| texts > 10), "{state}: {contrasts}");
    assert!(contrasts[0][1].as_f64().is_some_and(|contrast| contrast >= 4.5), "{state}: {contrasts}");
    Ok(())
}

async fn no_state_of_the_page_breaks_a_rule_of_accessibility_that_a_machine_can_see() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        look(desk, "at first").await?;
        desk.begin_with(WITH_ERRORS).await?;
        desk.wait_for("what is wrong", "every('.cell.wrong').length > 2").await?;
        desk.act("for (const one of every('details')) one.open = true", Vec::new()).await?;
        look(desk, "with errors, all open").await?;
        desk.click("cell(0, 2)").await?;
        desk.keys("5").await?;
        look(desk, "while a cell is edited").await?;
        desk.paste("document.body", None, "Source\tKilled\nC\t1").await?;
        desk.wait_for("the question", "shows('[role=alertdialog]')").await?;
        look(desk, "with a question").await?;
        desk.press("Add them to the table").await?;
        desk.press("Add a force").await?;
        desk.press("Add a note").await?;
        desk.drop_file("sheet.xlsx", b"PK\x03\x04").await?;
        desk.wait_for("the notice", "shows('.notice[role=alert]')").await?;
        look(desk, "with a notice, two forces and a note").await?;
        desk.press("Other drafts").await?;
        desk.wait_for("the draft", "shows('#start .kept li')").await?;
        look(desk, "with a draft to go on with").await?;
        desk.choose("#example", "stories/falklands.json").await?;
        desk.wait_for("nothing to be wrong", &format!("find('#title') && {SOUND} && find('#code-tag')")).await?;
        look(desk, "with nothing wrong").await
    })
    .await
}

async fn the_page_is_in_every_language_of_the_interface_and_breaks_no_rule_there() -> anyhow::Result<()> {
    at_the_desk(async |desk| {
        desk.begin_with(WITH_ERRORS).await?;
        let mut texts: Vec<String> = Vec::new();
        for language in LANGUAGES {
            desk.choose("#interface-language", language).await?;
            let direction = if language == "ar" { "rtl" } else { "ltr" };
            let is_there = format!("document.documentElement.lang === '{language}' && document.documentElement.dir === '{direction}'");
            desk.wait_for(language, &is_there).await?;
            desk.wait_for("what is wrong", "every('.cell.wrong').length > 2 && find('#check .status').textContent !== ''").await?;
            let text = desk.text("['h1', '#table-title', '#check .status', '.cell.wrong .problem', '#grid-keys'].map(said).join('\\n') + document.title").await?;
            for other in &texts {
                let same = text.lines().filter(|line| other.lines().any(|known| known == *line)).count();
                assert_eq!(same, 0, "{language}: {text}");
            }
            texts.push(text);
            look(desk, language).await?;
        }
        // From the right the arrow keys go where they point.
        desk.click("cell(0, 1)").await?;
        desk.keys(thirtyfour::Key::Left).await?;
        desk.is("place()", "0,2").await?;
        let is_left = "cell(0, 2).getBoundingClientRect().right <= cell(0, 1).getBoundingClientRect().left + 1";
        desk.is(is_left, true).await?;
        Ok(())
    })
    .await
}

async fn the_narrowest_screen_scrolls_no_page_sideways() -> anyhow::Result<()> {
    let framed = format!("/pages/framed.html?phone&width=320&page={BUILDER}");
    visit(Build::Released, &framed, async |page| {
        page.session().driver().enter_frame(0).await?;
        let desk = &Desk(page);
        desk.opened().await?;
        let wide = "every('body *').filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 0.5
                && !one.closest('nav, .frame, svg, option, casualty-calculator, pre')).map((one) => `${one.tagName}.${one.className}#${one.id}`)";
        let fits = async |state: &str| {
            desk.is("innerWidth", 320).await?;
            desk.is(wide, json!([])).await.context(state.to_owned())?;
            desk.is("document.documentElement.scrollWidth", 320).await.context(state.to_owned())?;
            anyhow::Ok(())
        };
        fits("at first").await?;
        for language in LANGUAGES {
            desk.choose("#interface-language", language).await?;
            if desk.value("find('[role=grid]') === null").await? == true {
                desk.begin_with(WITH_ERRORS).await?;
            }
            desk.wait_for("what is wrong", "every('.cell.wrong').length > 2").await?;
            desk.act("for (const one of every('details')) one.open = true", Vec::new()).await?;
            fits(language).await?;
        }
        Ok(())
    })
    .await
}

async fn under_the_strictest_policy_it_is_all_there() -> anyhow::Result<()> {
    visit(Build::Released, "/policy/strict/builder/", async |page| {
        let desk = &Desk(page);
        desk.opened().await?;
        // No script may read HTML there, so a table is read from its text.
        page.expect_console_error("TrustedHTML");
        page.expect_console_error("trusted-types");
        page.expect_console_error("require-trusted-types-for");
        desk.paste(
            "document.body",
            Some("<table><tr><td>Source<td>Killed<tr><td>A<td>1,000</table>"),
            "Source\tKilled\nA\t1,000",
        )
        .await?;
        desk.wait_for("the table", "find('[role=grid] [role=gridcell]')").await?;
        desk.is("cells()", json!([["A", "1,000"]])).await?;
        desk.name_story().await?;
        desk.wait_for(
            "the calculator",
            "element?.shadowRoot?.querySelector('.calculator') && element.data.claims.length === 1",
        )
        .await?;
        // It looks as it should: the style sheet is there.
        desk.is("getComputedStyle(find('.row')).display", "flex").await?;
        Ok(())
    })
    .await
}

async fn where_webassembly_is_refused_it_says_what_it_needs() -> anyhow::Result<()> {
    visit(Build::Released, "/policy/no-wasm/builder/", async |page| {
        page.expect_console_error("WebAssembly");
        page.expect_console_error("wasm");
        let says = format!("(() => {{ {HERE} return shows('#builder [role=alert]') && said('#builder').includes('needs a browser with scripts and a web server'); }})()");
        page.wait_for("what it needs", says).await
    })
    .await
}
