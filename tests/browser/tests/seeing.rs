//! Who enlarges, spaces, forces colours, or wants more contrast or no movement sees all of it, and where the focus is.

use std::fs;

use anyhow::Context;
use browser_tests::page::{Page, output_folder, visit};
use browser_tests::server::Build;
use browser_tests::skip::only_in_chromium;
use browser_tests::tests;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::ONE;

tests! {
    with_more_space_between_letters_words_and_lines_nothing_is_cut_off_or_covered,
    at_four_times_the_size_everything_is_there_in_one_column,
    a_reader_whose_browser_has_larger_type_reads_larger_type,
    a_pages_own_sizes_are_about_its_own_lengths,
    a_phone_that_enlarges_small_fields_leaves_the_page_as_it_is,
    what_a_link_leads_to_is_not_under_a_head_that_stays_at_the_top,
    forced_colours_reach_every_mark_and_tell_them_apart,
    who_asks_for_more_contrast_gets_it_and_nothing_moves_for_who_wants_no_movement,
    the_focus_is_seen_on_whatever_stands_behind,
}

/// Why other engines are not looked at so.
const EMULATED: &str = "its driver shows no page as other systems do";

/// Shows the page as a reader has it whose system asks for this, on a screen of that many pixels.
async fn emulate(page: &Page, features: Value, (width, height, scale): (u64, u64, f64)) -> anyhow::Result<()> {
    page.session().devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    let metrics = json!({"width": width, "height": height, "deviceScaleFactor": scale, "mobile": false});
    page.session().devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    page.drawn().await
}

/// Takes a picture of the whole page, for people to look at.
async fn picture(page: &Page, name: &str, features: Value, (width, scale): (u64, f64)) -> anyhow::Result<()> {
    let height = page.value("document.documentElement.scrollHeight").await?.as_u64().context("height")?;
    emulate(page, features, (width, height, scale)).await?;
    let picture = page.session().driver().screenshot_as_png().await?;
    fs::write(output_folder()?.join(name), picture)?;
    Ok(())
}

/// What reaches over the edge of the page's body.
const WIDE: &str = "(() => {
    const edge = document.body.getBoundingClientRect().right + 0.5;
    const excused = '.visually-hidden, thead, .source-buttons ul, svg, .span, option, .scroller';
    return all('*').filter((one) => one.checkVisibility() && !one.closest(excused) && one.getBoundingClientRect().right > edge)
        .map((one) => `${one.localName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`);
})()";

/// What reaches over the edge, is cut off, or lies on what stands beside it. What scrolls in itself, and what is only for
/// those who listen, may.
const CROWDED: &str = "(() => {
    const excused = '.visually-hidden, thead, .source-buttons ul, svg, .span, option';
    const parts = all('*').filter((one) => one.checkVisibility() && !one.closest(excused));
    const name = (one) => `${one.localName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`;
    const wide = parts.filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5).map((one) => `over the edge: ${name(one)}`);
    const cut = parts.filter((one) => one.clientWidth > 0 && getComputedStyle(one).overflow !== 'visible'
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) && !one.matches('select'))
        .map((one) => `cut off: ${name(one)}`);
    // Each line of a text for itself, and each control.
    const boxes = parts.flatMap((one) => {
        if (one.matches('input, select, button')) return [[one, one.getBoundingClientRect()]];
        return [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).flatMap((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return [...range.getClientRects()].map((rect) => [one, rect]);
        });
    });
    const on = boxes.length > 100 ? [] : [`only ${boxes.length} lines and controls were looked at`];
    for (const [one, a] of boxes) {
        for (const [other, b] of boxes) {
            if (one.contains(other) || other.contains(one)) continue;
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 2 && high > 4) on.push(`${name(one)} lies on ${name(other)}`);
        }
    }
    return [...wide, ...cut, ...on];
})()";

/// The spacing that WCAG 2.2 (1.4.12) lets a reader set.
const SPACED: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }`);
    element.shadowRoot.adoptedStyleSheets = [...element.shadowRoot.adoptedStyleSheets, sheet];";

/// Brings up what a reader can see: ranges, all workings, random draws, pairs.
async fn open_all(page: &Page) -> anyhow::Result<()> {
    page.unfold().await?;
    page.click("[data-does=ranges]").await?;
    let select = "one('[data-input=killed] select')";
    page.act(format!("{select}.value = 'between'; {select}.dispatchEvent(new Event('change', {{ bubbles: true }}))"))
        .await?;
    page.open_part("[data-lazy=spread]").await?;
    page.open_part("[data-lazy=pairs]").await?;
    page.type_over("[data-input=wounded] [part=field]", "many").await?;
    page.unfold().await
}

async fn with_more_space_between_letters_words_and_lines_nothing_is_cut_off_or_covered() -> anyhow::Result<()> {
    for path in [ONE, "/pages/narrow.html"] {
        visit(Build::Released, path, async |page| {
            if path != ONE {
                page.session().driver().enter_frame(0).await?;
            }
            page.ready().await?;
            if path != ONE {
                page.click(".change > summary").await?;
            }
            open_all(page).await?;
            let before = page.value("one('.calculator').clientHeight").await?.as_f64();
            page.act(SPACED).await?;
            assert!(page.value("one('.calculator').clientHeight").await?.as_f64() > before, "it is spaced");
            for face in ["chart", "table", "timeline"] {
                page.open_part(&format!("[data-shows={face}]")).await?;
                assert_eq!(page.value(CROWDED).await?, json!([]), "{path}, {face}");
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn at_four_times_the_size_everything_is_there_in_one_column() -> anyhow::Result<()> {
    only_in_chromium(EMULATED)?;
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        // A window of 1,280 by 1,024 pixels, enlarged to 400%.
        emulate(page, json!([]), (320, 256, 4.0)).await?;
        page.act("document.body.style.margin = 0").await?;
        if page.value("one('.change').open").await? == false {
            page.click(".change > summary").await?;
        }
        open_all(page).await?;
        for face in ["chart", "table", "timeline"] {
            page.open_part(&format!("[data-shows={face}]")).await?;
            assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth").await?, true, "{face}");
            assert_eq!(page.value(CROWDED).await?, json!([]), "{face}");
        }
        // In a picture of ordinary size: sixteen times as many points would be no easier to look at.
        picture(page, "enlarged.png", json!([]), (320, 2.0)).await
    })
    .await
}

async fn a_pages_own_sizes_are_about_its_own_lengths() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.unfold().await?;
        let size = "parseFloat(getComputedStyle(one('.method p')).fontSize)";
        let usual = page.value(size).await?;
        assert_eq!(usual, 16.0);
        // As sites that count their own lengths in it, or forget that they are not alone.
        for root in ["62.5%", "60px"] {
            page.act(format!("document.documentElement.style.fontSize = '{root}'; element.style.fontSize = '{root}'"))
                .await?;
            assert_eq!(page.value(size).await?, usual, "{root}");
        }
        // A publisher's own size is the publisher's.
        page.act("element.style.setProperty('--cc-size', '18px')").await?;
        assert_eq!(page.value(size).await?, 18.0);
        Ok(())
    })
    .await
}

async fn a_phone_that_enlarges_small_fields_leaves_the_page_as_it_is() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.unfold().await?;
        page.act("element.style.setProperty('--cc-size', '12px')").await?;
        let small = "all('input:not([type=range]), select, textarea').filter((field) =>
            parseFloat(getComputedStyle(field).fontSize) < 16).map((field) => field.outerHTML.slice(0, 80))";
        assert_ne!(page.value(small).await?, json!([]), "elsewhere they have the page's size");
        // What iOS alone is given, here without asking whether it is iOS.
        page.act(
            "const [sheet] = element.shadowRoot.adoptedStyleSheets;
             const own = [...sheet.cssRules].filter((rule) => rule.conditionText?.includes('-webkit-touch-callout'));
             for (const rule of own.flatMap(({ cssRules }) => [...cssRules])) sheet.insertRule(rule.cssText);",
        )
        .await?;
        assert_eq!(page.value(small).await?, json!([]));
        Ok(())
    })
    .await
}

async fn what_a_link_leads_to_is_not_under_a_head_that_stays_at_the_top() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.whole().await?;
        page.act(
            "const head = document.createElement('header');
             head.style = 'position: sticky; inset-block-start: 0; block-size: 7em; background: silver; z-index: 9;';
             document.body.prepend(head);
             document.body.append(Object.assign(document.createElement('div'), { style: 'block-size: 200vh' }));",
        )
        .await?;
        page.click(".answer .rule-link").await?;
        let below = "one('.method summary').getBoundingClientRect().top
            >= document.querySelector('header').getBoundingClientRect().bottom";
        page.wait_for("the title of the method below the head", below).await?;
        assert_eq!(page.value("scrollY > 300").await?, true, "it went there");
        Ok(())
    })
    .await
}

async fn a_reader_whose_browser_has_larger_type_reads_larger_type() -> anyhow::Result<()> {
    only_in_chromium("its driver sets no reader's preferences")?;
    // Begun where there is no loader: one that the browser has already it does not refuse.
    visit(Build::Released, "/pages/ways/none.html", async |page| {
        let larger = json!({"fontSizes": {"standard": 32, "fixed": 26}});
        page.session().devtools("Page.setFontSizes", larger).await?;
        page.session().block(&["*/casualty-calculator.js"]).await?;
        page.open("/index.html?scriptless").await?;
        let size = "parseFloat(getComputedStyle(element.querySelector('.method p')).fontSize)";
        assert_eq!(page.value(size).await?, 32.0, "where no script runs");
        page.session().block(&[]).await?;
        page.open(ONE).await?;
        page.ready().await?;
        page.unfold().await?;
        assert_eq!(page.value(size.replace("element.querySelector", "one")).await?, 32.0);
        for width in [480, 760, 1100] {
            page.act(format!("document.body.style.margin = 0; document.body.style.width = '{width}px'")).await?;
            assert_eq!(page.value(WIDE).await?, json!([]), "{width}");
        }
        Ok(())
    })
    .await
}

async fn forced_colours_reach_every_mark_and_tell_them_apart() -> anyhow::Result<()> {
    only_in_chromium(EMULATED)?;
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        for (scheme, name) in [("light", "forced-light.png"), ("dark", "forced-dark.png")] {
            let features = json!([{"name": "forced-colors", "value": "active"}, {"name": "prefers-color-scheme", "value": scheme}]);
            emulate(page, features.clone(), (1100, 900, 1.0)).await?;
            assert_eq!(page.value("matchMedia('(forced-colors: active)').matches").await?, true);
            // The colours that the system has here.
            let system = "(() => {
                const probe = document.body.appendChild(document.createElement('p'));
                const colours = ['Canvas', 'CanvasText', 'Highlight', 'HighlightText', 'ButtonText', 'ButtonFace', 'GrayText'].map((name) => {
                    probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
                    return getComputedStyle(probe).color;
                });
                probe.remove();
                return colours;
            })()";
            // A story with marks of every kind, and then the one that the rest is about.
            for (src, sides) in [("data/two-sides.json", 2), ("/data/kursk-january-2025.json", 1)] {
                page.act(format!("element.setAttribute('src', '{src}')")).await?;
                page.wait_for("the story", format!("element.forces?.length === {sides}")).await?;
                for face in ["chart", "timeline"] {
                    page.open_part(&format!("[data-shows={face}]")).await?;
                    let foreign = format!(
                        "(() => {{
                            const system = {system};
                            const marks = all('svg *, svg').filter((mark) => mark.checkVisibility() || mark.closest('pattern'));
                            if (marks.length < 50) return [`only ${{marks.length}} marks were looked at`];
                            return marks.flatMap((mark) => ['fill', 'stroke']
                                .map((paint) => getComputedStyle(mark)[paint])
                                .filter((colour) => colour.startsWith('rgb') && !system.includes(colour) && mark.matches('text, rect, line, path, circle'))
                                .filter((colour) => !(colour === 'rgb(0, 0, 0)' && !mark.matches('text, rect, circle')))
                                .map((colour) => `${{mark.localName}}.${{mark.getAttribute('class')}} ${{colour}}`));
                        }})()"
                    );
                    assert_eq!(page.value(foreign).await?, json!([]), "{scheme}, {src}, {face}: colours that no reader chose");
                }
            }
            page.click("[data-shows=chart]").await?;
            let told_apart = "(() => {
                const look = (css) => { const style = getComputedStyle(one(css)); return [style.fill, style.stroke, style.strokeDasharray].join(); };
                const kinds = ['killed', 'wounded', 'missing', 'captured', 'together', 'undivided'].map((kind) => look(`.legend .${kind}`));
                return new Set(kinds).size;
            })()";
            assert_eq!(page.value(told_apart).await?, 6, "{scheme}: the fills are six");
            // What is pressed is not only another colour of the page's.
            let pressed = "['[data-shows=chart]', '[data-shows=table]'].map((css) => getComputedStyle(one(css)).backgroundColor)";
            let pressed = page.value(pressed).await?;
            assert_ne!(pressed[0], pressed[1], "{scheme}");
            page.press("[data-input=killed] [part=field]", Key::Tab).await?;
            picture(page, name, features, (1100, 1.0)).await?;
        }
        Ok(())
    })
    .await
}

async fn who_asks_for_more_contrast_gets_it_and_nothing_moves_for_who_wants_no_movement() -> anyhow::Result<()> {
    only_in_chromium(EMULATED)?;
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        let soft = "getComputedStyle(one('.whose')).color";
        let usual = page.value(soft).await?;
        emulate(page, json!([{"name": "prefers-contrast", "value": "more"}]), (1100, 900, 1.0)).await?;
        assert_ne!(page.value(soft).await?, usual);
        assert_eq!(page.value(format!("{soft} === getComputedStyle(one('.calculator')).color")).await?, true);
        emulate(page, json!([{"name": "prefers-reduced-motion", "value": "reduce"}]), (1100, 900, 1.0)).await?;
        let moving = "all('*').filter((one) => {
            const { transitionDuration, animationName } = getComputedStyle(one);
            return transitionDuration !== '0s' || animationName !== 'none';
        }).map((one) => one.className)";
        assert_eq!(page.value(moving).await?, json!([]));
        Ok(())
    })
    .await
}

async fn the_focus_is_seen_on_whatever_stands_behind() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        // The ring's two colours: one of them stands out 3 to 1 from anything, if they do 9 to 1 from each other.
        let ring = "(() => {
            const has = element.shadowRoot.activeElement;
            const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(has);
            const channels = (color) => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
            const luminance = (color) => channels(color).map((of) => of / 255)
                .map((of) => of <= 0.04045 ? of / 12.92 : ((of + 0.055) / 1.055) ** 2.4)
                .reduce((sum, of, at) => sum + of * [0.2126, 0.7152, 0.0722][at], 0);
            const [light, dark] = [outlineColor, boxShadow.match(/rgb[^)]*\\)/)?.[0] ?? outlineColor].map(luminance).sort((a, b) => b - a);
            return [outlineStyle, parseFloat(outlineWidth) >= 2, boxShadow.includes('inset'), (light + 0.05) / (dark + 0.05) >= 9];
        })()";
        for theme in ["light", "dark"] {
            page.act(format!("element.setAttribute('theme', '{theme}'); element.style.cssText = '--cc-accent: #ccc; --cc-paper: transparent'"))
                .await?;
            for css in [
                ".answer .rule-link",
                ".answer summary",
                ".source-button[aria-pressed=true]",
                ".source-button:not([aria-pressed=true])",
                "[data-input=killed] [part=field]",
                "[data-input=killed] [part=slider]",
                "[data-does=undo]",
                "[data-shows=chart]",
                ".source a",
            ] {
                // By the key, since a ring is shown to those who use it.
                page.act(format!("one('{css}').focus({{ focusVisible: true }})")).await?;
                page.keys(Key::Shift).await?;
                assert_eq!(page.value(ring).await?, json!(["solid", true, false, true]), "{theme}: {css}");
            }
        }
        Ok(())
    })
    .await
}
