//! The calculator can be read and used where it is narrow, and leaves pictures of itself.

use std::fs;

use browser_tests::page::{Page, output_folder, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;
use thirtyfour::common::print::PrintParameters;

use crate::{FALKLANDS, ONE};

tests! {
    nothing_is_cut_off_on_the_narrowest_screen,
    a_wide_table_is_a_grid_and_a_narrow_one_cards_that_leave_out_what_is_not_given,
    no_sign_changes_the_height_of_its_line_whatever_typeface_it_comes_from,
    a_pages_rules_for_everything_change_nothing_inside,
    in_a_page_that_reads_from_the_right_it_does_too,
    printed_there_are_the_figures_and_no_controls,
    printed_it_says_whose_losses_these_are,
}

/// What reaches over the edge of the window, but for what is drawn and what scrolls in itself. The column heads of a narrow table
/// are there for those who listen; the cells show their own.
pub(crate) const OVER_THE_EDGE: &str = "all('*').filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5
    && one.checkVisibility() && !one.closest('svg, option, .visually-hidden, .table-frame thead, .source-buttons ul'))
    .map((one) => `${one.tagName}.${one.className}`)";

/// What a reader would have to move sideways to see all of it, but for the row of sources.
pub(crate) const SIDEWAYS: &str = "all('*').filter((one) => one.checkVisibility() && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)
    && one.scrollWidth > one.clientWidth + 1 && !one.closest('.source-buttons ul')).map((one) => `${one.tagName}.${one.className}`)";

async fn nothing_is_cut_off_on_the_narrowest_screen() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/narrow.html", async |page| {
        page.session().driver().enter_frame(0).await?;
        page.ready().await?;
        page.open_part("[data-lazy=spread]").await?;
        page.open_part("[data-lazy=pairs]").await?;
        page.click(".change > summary").await?;
        page.click("[data-does=ranges]").await?;
        let select = "one('[data-input=killed] select')";
        page.act(format!(
            "{select}.value = 'between'; {select}.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await?;
        for face in ["chart", "table", "timeline"] {
            page.open_part(&format!("[data-shows={face}]")).await?;
            page.unfold().await?;
            assert_eq!(page.value("innerWidth").await?, 320);
            assert_eq!(page.value(OVER_THE_EDGE).await?, json!([]), "{face}: what reaches over the edge");
            assert_eq!(page.value("document.documentElement.scrollWidth").await?, 320, "{face}");

            // A link within a text is as high as its line.
            let small = "all('button, input, summary, a').filter((one) => one.checkVisibility()
                    && getComputedStyle(one).display !== 'inline')
                .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
                .filter(([, { width, height }]) => height < 24 || width < 24)
                .map(([name, { width, height }]) => `${name}: ${width} × ${height}`)";
            assert_eq!(page.value(small).await?, json!([]), "{face}: targets under 24 pixels");
            assert_eq!(page.value("all('button').filter((one) => one.checkVisibility()).length > 20").await?, true);
        }
        Ok(())
    })
    .await
}

/// What is wrong with a table as a grid: cells that are not under their heads or not beside each other, and heads or cells that do
/// not show.
const NO_GRID: &str = "(() => {
    const heads = all('[part=table] thead th');
    const rows = all('[part=table] tbody tr');
    const left = (cell) => cell.getBoundingClientRect().left;
    const wrong = heads.filter((head) => head.getBoundingClientRect().height < 10).map((head) => `no head: ${head.textContent}`);
    for (const row of rows) {
        const cells = [...row.querySelectorAll('td')];
        const top = cells[0].getBoundingClientRect().top;
        cells.forEach((cell, at) => {
            const name = `${row.dataset.claim}, ${cell.dataset.label}`;
            if (!cell.checkVisibility()) wrong.push(`not there: ${name}`);
            else if (Math.abs(left(cell) - left(heads[at + 1])) > 1) wrong.push(`not under its head: ${name}`);
            else if (Math.abs(cell.getBoundingClientRect().top - top) > 1) wrong.push(`not in line: ${name}`);
        });
    }
    return rows.length > 15 && heads.length === 10 ? wrong : ['no table'];
})()";

/// What is wrong with a table as cards: cells that are beside each other, have no label, or say that nothing is given; cells that
/// say something and do not show.
const NO_CARDS: &str = "(() => {
    const rows = all('[part=table] tbody tr');
    const wrong = all('[part=table] thead').filter((head) => head.getBoundingClientRect().height > 2).map(() => 'heads over cards');
    let left_out = 0;
    for (const row of rows) {
        let below = row.querySelector('th').getBoundingClientRect().bottom;
        for (const cell of row.querySelectorAll('td')) {
            const name = `${row.dataset.claim}, ${cell.dataset.label}`;
            const given = !cell.textContent.includes('not given');
            if (!given) left_out += 1;
            if (cell.checkVisibility() !== given) wrong.push(`${given ? 'left out' : 'not left out'}: ${name}`);
            if (!cell.checkVisibility()) continue;
            const { top, bottom } = cell.getBoundingClientRect();
            if (top < below - 1) wrong.push(`beside another: ${name}`);
            // As some engines tell it.
            const told = [JSON.stringify(cell.dataset.label), 'attr(data-label)'];
            if (!told.includes(getComputedStyle(cell, '::before').content)) wrong.push(`no label: ${name}`);
            below = bottom;
        }
    }
    return rows.length > 15 && left_out > 50 ? wrong : [`no table, or nothing to leave out: ${rows.length}, ${left_out}`];
})()";

async fn a_wide_table_is_a_grid_and_a_narrow_one_cards_that_leave_out_what_is_not_given() -> anyhow::Result<()> {
    for (width, wrong) in [(640, NO_GRID), (859, NO_GRID), (1000, NO_GRID), (639, NO_CARDS), (304, NO_CARDS)] {
        // With the page's own margins.
        let path = format!(
            "/pages/framed.html?phone&width={}&page=/pages/one.html?src=/data/kursk-2024-2025.json",
            width + 16
        );
        visit(Build::Released, &path, async |page| {
            page.session().driver().enter_frame(0).await?;
            page.ready().await?;
            assert_eq!(page.value("element.offsetWidth").await?, width);
            page.open_part("[data-shows=table]").await?;
            assert_eq!(page.value(wrong).await?, json!([]), "{width}");
            assert_eq!(page.value(OVER_THE_EDGE).await?, json!([]), "{width}");
            assert_eq!(page.value(SIDEWAYS).await?, json!([]), "{width}");
            assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth").await?, true, "{width}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Signs that a typeface may lack, so that they come from another one, whose lines may be higher.
const SIGNS: &str = "→≠×÷†−…·≤≥";

/// Has the signs come from a typeface twice as high as the others; gives the heights of an ordinary line without and with them.
const TALL: &str = "
    const range = [...given[0]].map((sign) => `U+${sign.codePointAt(0).toString(16)}`).join(', ');
    const fonts = ['Noto Sans', 'Noto Sans Regular', 'NotoSans-Regular'].map((name) => `local('${name}')`).join(', ');
    const style = document.createElement('style');
    // The one without signs comes first, since WebKit takes the height of every line from the first.
    style.textContent = `@font-face { font-family: Plain; src: ${fonts}; unicode-range: U+20-7E }
        @font-face { font-family: Tall; src: ${fonts}; unicode-range: ${range}; size-adjust: 200% }
        #line { font: 16px/normal Plain, Tall, sans-serif }`;
    document.head.append(style);
    await Promise.all([document.fonts.load('16px Plain', 'x'), document.fonts.load('16px Tall', given[0])]);
    element.style.setProperty('--cc-font', 'Plain, Tall, sans-serif');
    element.style.setProperty('--cc-font-title', 'Plain, Tall, serif');
    const line = Object.assign(document.createElement('p'), { id: 'line' });
    document.body.append(line);
    await drawn();
    return ['x', `x${given[0]}`].map((text) => { line.textContent = text; return line.offsetHeight; });";

/// The texts, each by what holds it, whose lines are higher with the signs than without; and how many were looked at.
const HIGHER: &str = "
    const walker = document.createTreeWalker(one('.calculator'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    const higher = new Set();
    let looked = 0;
    for (const text of texts) {
        const { data, parentElement: part } = text;
        if (!data.trim() || !part.checkVisibility() || part.closest('svg, select, textarea, .visually-hidden')) continue;
        let block = part;
        while (['inline', 'contents'].includes(getComputedStyle(block).display)) block = block.parentElement;
        block.style.whiteSpace = 'nowrap';
        const [without, with_] = ['x', `x${given[0]}`].map((words) => {
            text.data = words;
            return block.getBoundingClientRect().height;
        });
        text.data = data;
        block.style.whiteSpace = '';
        looked += 1;
        if (Math.abs(with_ - without) > 0.01) higher.add(`${part.localName}.${part.className} in ${block.localName}.${block.className}: ${with_ - without}`);
    }
    return [[...higher], looked];";

async fn no_sign_changes_the_height_of_its_line_whatever_typeface_it_comes_from() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.click("[data-does=ranges]").await?;
        for part in ["spread", "pairs", "share"] {
            page.open_part(&format!("[data-lazy={part}]")).await?;
        }
        let line = page.run_with(TALL, vec![SIGNS.into()]).await?;
        assert!(line[1].as_u64() > line[0].as_u64(), "the signs are higher: {line}");
        for face in ["chart", "table", "timeline"] {
            page.open_part(&format!("[data-shows={face}]")).await?;
            page.unfold().await?;
            let found = page.run_with(HIGHER, vec![SIGNS.into()]).await?;
            assert_eq!(found[0], json!([]), "{face}: lines that a sign makes higher");
            assert!(found[1].as_u64().is_some_and(|looked| looked > 200), "{face}: {found}");
        }
        Ok(())
    })
    .await
}

async fn a_pages_rules_for_everything_change_nothing_inside() -> anyhow::Result<()> {
    // Where each part is and how it is written, seen from where the calculator begins.
    let look = "(() => {
        const from = one('.calculator').getBoundingClientRect();
        return all('h2, .sentence, [part=field], .step, .rates dt, .rates dd, .bar-row, svg, text, button, summary, p, li')
            .filter((part) => part.checkVisibility()).map((part) => {
                const { left, top, width, height } = part.getBoundingClientRect();
                const { color, fontFamily, fontSize, fontStyle, letterSpacing, textTransform } = getComputedStyle(part);
                const place = [left - from.left, top - from.top, width, height].map(Math.round);
                return [...place, color, fontFamily, fontSize, fontStyle, letterSpacing, textTransform].join(' ');
            });
    })()";
    visit(Build::Released, "/pages/hostile.html", async |page| {
        page.ready().await?;
        page.act("document.body.style.margin = 0; document.styleSheets[0].disabled = true").await?;
        let alone = page.value(look).await?;
        assert!(alone.as_array().is_some_and(|parts| parts.len() > 50), "{alone}");
        page.act("document.styleSheets[0].disabled = false").await?;
        assert_eq!(
            page.text("getComputedStyle(document.body).textTransform").await?,
            "uppercase",
            "the rules are there"
        );
        assert_eq!(page.value(look).await?, alone);
        Ok(())
    })
    .await
}

async fn in_a_page_that_reads_from_the_right_it_does_too() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let end = "one('.sentence').getBoundingClientRect().right";
        page.act("document.documentElement.dir = 'rtl'").await?;
        // Its words say which way they are read, whatever the page around them does.
        assert_eq!(page.text("getComputedStyle(one('.calculator')).direction").await?, "ltr");
        assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth").await?, true);
        page.act("document.documentElement.lang = 'ar'; element.lang = 'ar'").await?;
        page.wait_for("Arabic", "one('.calculator').lang === 'ar'").await?;
        assert_eq!(page.text("getComputedStyle(one('.calculator')).direction").await?, "rtl");
        // Fields, which begin a line, are on the right, and nothing sticks out.
        let place = format!("Math.abs(one('[data-input=killed]').getBoundingClientRect().right - {end}) < 1");
        assert_eq!(page.value(place).await?, true);
        assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth").await?, true);
        Ok(())
    })
    .await
}

/// The words of the page as it is printed, which is kept under this name.
async fn printed(page: &Page, name: &str) -> anyhow::Result<String> {
    let printed = page.session().driver().print_page(PrintParameters::default()).await?;
    fs::write(output_folder()?.join(format!("printed-{name}.pdf")), &printed)?;
    let text = pdf_extract::extract_text_from_mem(&printed)?;
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

async fn printed_it_says_whose_losses_these_are() -> anyhow::Result<()> {
    visit(Build::Released, FALKLANDS, async |page| {
        page.ready().await?;
        let sides = [
            ("uk", "British forces and civilians"),
            ("uk-service", "British service personnel (part of British forces and civilians)"),
            ("ar", "Argentine forces"),
        ];
        for (id, own) in sides {
            page.click(&format!("[data-force={id}]")).await?;
            let text = printed(page, &format!("side-{id}")).await?;
            assert!(text.contains(own), "{id}: no {own} in: {text}");
            // What is no part of its name either.
            for (_, other) in sides.into_iter().filter(|(_, other)| !own.contains(other)) {
                assert!(!text.contains(other), "{id}: {other}, in: {text}");
            }
        }
        Ok(())
    })
    .await
}

async fn printed_there_are_the_figures_and_no_controls() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.act("element.scenario = { deployed: 12000, killed: 345, wounded: 678 }").await?;
        for (face, also) in [("chart", "345 killed, 678 wounded"), ("table", "not given")] {
            page.open_part(&format!("[data-shows={face}]")).await?;
            let text = printed(page, face).await?;
            for part in
                ["12,000", "1,023", also, "National Intelligence Service", "The Moscow Times", "Do the numbers add up?"]
            {
                assert!(text.contains(part), "{face}: no {part:?} in: {text}");
            }
            for control in ["undo", "make-unknown", "ranges"].map(|does| format!("[data-does={does}]")) {
                let name = page.text(format!("one('{control}').textContent.trim()")).await?;
                assert!(name.len() > 3 && !text.contains(&name), "{face}: {control}, {name:?}, in: {text}");
            }
            for part in [".source-buttons .subtitle", "[data-shows=timeline]"] {
                let name = page.text(format!("text('{part}')")).await?;
                assert!(name.len() > 3 && !text.contains(&name), "{face}: {part}, {name:?}, in: {text}");
            }
        }
        Ok(())
    })
    .await
}
