//! What a reader takes along arrives as it was: links, words, code for other pages, files.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use browser_tests::page::{Page, output_folder, visit, visit_fresh};
use browser_tests::server::Build;
use browser_tests::skip::only_in_chromium;
use browser_tests::tests;
use casualty_calculator::dataset::{BUILT_IN, parse_dataset, parse_scenarios};
use casualty_calculator::figures::figures_csv;
use casualty_calculator::state::{Action, State, reduce};
use serde_json::{Value, json};

use crate::accessibility::look;
use crate::{ONE, normal};

tests! {
    a_link_restores_scenario_bounds_and_options,
    a_link_has_no_option_that_goes_without_saying,
    a_link_leads_to_where_the_publisher_wants_it_and_nowhere_worse,
    a_hostile_link_opens_the_published_figures_and_says_what_it_did_not_understand,
    what_is_copied_names_its_sources_and_its_day,
    the_code_to_embed_makes_the_same_calculator,
    copying_says_that_it_is_done_or_leaves_the_text_selected_and_never_loses_the_place,
    whoever_copies_and_closes_the_part_at_once_loses_nothing,
    the_figures_are_saved_as_the_command_writes_them,
    the_chart_is_saved_as_a_drawing_and_as_pixels_under_the_strictest_policy,
    a_file_lands_in_the_folder_for_downloads,
    a_frame_that_allows_nothing_says_what_can_be_done,
    what_can_be_taken_along_fits_at_every_width,
    what_can_be_taken_along_breaks_no_rule_of_accessibility_and_is_reached_by_keys_alone,
}

/// Every name that a scenario has, and each hedge.
const EVERYTHING: &str = "deployed=over:10000&reinforcements=at_least:3000&killed=between:300-900&wounded=nearly:2700\
    &missing=up_to:50&captured=2&casualties=about:4000&rate=about:35.5&start=2024-10-15&as_of=2025-01-15&solve_for=deployed";

pub(crate) const SHARE: &str = "[data-lazy=share]";

/// The text that can be copied under this name.
pub(crate) async fn taken(page: &Page, name: &str) -> anyhow::Result<String> {
    page.text(format!("one('[data-text={name}]')?.value")).await
}

/// Opens a link in a page of its own, so that nothing is left of where it was made.
async fn follow(page: &Page, link: &str) -> anyhow::Result<()> {
    page.session().open("about:blank").await?;
    page.session().open(link).await
}

/// What the calculator holds, and what it says of it.
async fn held(page: &Page) -> anyhow::Result<Value> {
    page.value("[element.scenario, element.rates, element.data.title, text('.sentence')]").await
}

/// Keeps what the page would save in `saved`, by the ending of its name, in place of saving it.
pub(crate) const KEEP_FILES: &str = "window.saved = {};
    const blobs = {};
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => { const address = made.call(URL, blob); blobs[address] = blob; return address; };
    HTMLAnchorElement.prototype.click = function () {
        saved[this.download.split('.').at(-1)] = { name: this.download, blob: blobs[this.href] };
    };";

/// A file that was saved: its name, its type, and its bytes.
pub(crate) async fn file(page: &Page, ending: &str) -> anyhow::Result<(String, String, Vec<u8>)> {
    page.click(&format!("[data-saves={ending}]")).await?;
    page.wait_for(&format!("the {ending}"), format!("window.saved.{ending}")).await?;
    let told = page
        .run(format!(
            "const {{ name, blob }} = window.saved.{ending};
             return [name, blob.type, [...new Uint8Array(await blob.arrayBuffer())]];"
        ))
        .await?;
    Ok(serde_json::from_value(told)?)
}

async fn a_link_restores_scenario_bounds_and_options() -> anyhow::Result<()> {
    let options = "lang=de&theme=dark&src=";
    let beside = "data%2Fkursk-2024-2025.json";
    for (path, src) in [
        ("/index.html?", beside),
        ("/embed.html?", beside),
        // Where a page of the tests has it, the dataset is beside the loader.
        (format!("{ONE}?page=/embed.html&").as_str(), "%2Fdata%2Fkursk-2024-2025.json"),
    ] {
        visit(Build::Released, &format!("{path}{options}{src}"), async |page| {
            page.ready().await?;
            page.wait_for("the other dataset", "element.data?.claims.length > 5").await?;
            page.act(format!("element.setAttribute('scenario', '{EVERYTHING}')")).await?;
            page.open_part(SHARE).await?;
            let before = held(page).await?;
            let link = taken(page, "link").await?;
            assert!(link.ends_with(&format!("#{EVERYTHING}")), "{link}");

            follow(page, &link).await?;
            page.ready().await?;
            page.wait_for("the scenario", "element.scenario.solve_for === 'deployed'").await?;
            page.drawn().await?;
            assert_eq!(normal(held(page).await?), normal(before), "{path}");
            let given = "[element.getAttribute('lang'), element.getAttribute('theme'), text('.trouble')]";
            assert_eq!(page.value(given).await?, json!(["de", "dark", ""]), "{link}");
            // What changes then is in the next link, which is the same from there.
            page.act("element.scenario = { ...element.scenario, captured: 3 }").await?;
            page.open_part(SHARE).await?;
            assert_eq!(taken(page, "link").await?, link.replace("captured=2", "captured=3"));
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_link_has_no_option_that_goes_without_saying() -> anyhow::Result<()> {
    for path in ["/index.html", "/embed.html"] {
        visit(Build::Released, &format!("{path}?childId=pym-0"), async |page| {
            page.ready().await?;
            page.open_part(SHARE).await?;
            let origin = page.text("location.origin").await?;
            let scenario = "deployed=about:11000&killed=about:1000&wounded=about:3000&as_of=2025-01-15";
            assert_eq!(taken(page, "link").await?, format!("{origin}{path}#{scenario}"));
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn a_link_leads_to_where_the_publisher_wants_it_and_nowhere_worse() -> anyhow::Result<()> {
    for (page_of_publisher, expected) in [
        ("https%3A%2F%2Fpaper.example%2Fstory%3Fid%3D7%23top", "https://paper.example/story?id=7#"),
        ("javascript%3Aalert(1)", "ORIGIN/embed.html#"),
        ("data%3Atext%2Fhtml,x", "ORIGIN/embed.html#"),
        ("http%3A%2F%2F%5B", "ORIGIN/embed.html#"),
    ] {
        for path in ["/embed.html", ONE] {
            // In the page's own markup; what an address names is another matter.
            visit(Build::Released, path, async |page| {
                page.ready().await?;
                page.act(format!("element.setAttribute('page', decodeURIComponent('{page_of_publisher}'))")).await?;
                page.open_part(SHARE).await?;
                let expected = expected.replace("ORIGIN", &page.text("location.origin").await?);
                let link = taken(page, "link").await?;
                assert!(link.starts_with(&format!("{expected}deployed=")), "{path}, {page_of_publisher}: {link}");
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}

async fn a_hostile_link_opens_the_published_figures_and_says_what_it_did_not_understand() -> anyhow::Result<()> {
    for path in ["/index.html", "/embed.html"] {
        for (text, named) in [
            ("killed=1%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "killed"),
            ("killed=%3Cscript%3Ealert(1)%3C/script%3E", "<script>alert(1)</script>"),
            ("deployed=1&deployed=2", "deployed"),
            ("killed=__proto__", "__proto__"),
            ("killed=%E0%A4%A", "killed"),
        ] {
            visit(Build::Released, &format!("{path}#{text}"), async |page| {
                page.ready().await?;
                let message = page.text("text('[role=alert]:not([hidden])')").await?;
                assert!(
                    message.contains("The requested figures could not be read") && message.contains(named),
                    "{message}"
                );
                assert_eq!(page.value("element.scenario.killed").await?, json!({"about": 1000}), "{text}");
                assert_eq!(page.value("all('img, script').length").await?, 0, "{text}");
                // What can be shared is what stands, and not what was asked for.
                page.open_part(SHARE).await?;
                assert!(taken(page, "link").await?.contains("#deployed=about:11000&killed=about:1000"), "{text}");
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}

async fn what_is_copied_names_its_sources_and_its_day() -> anyhow::Result<()> {
    visit(Build::Released, "/index.html", async |page| {
        page.ready().await?;
        page.open_part(SHARE).await?;
        let sentence = "Of about 11,000 deployed, about 4,000 became casualties (killed, wounded): about 36% of the force. \
             The wording allows 31–42%. Casualty figures: Western officials (unnamed) → BBC Russian service → The Moscow Times, with AFP. \
             Size of the force, from another source: Western officials (unnamed) → BBC → KBS World.";
        assert_eq!(taken(page, "sentence").await?, sentence);
        let link = taken(page, "link").await?;
        let day = page.text("new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date())").await?;
        assert_eq!(
            taken(page, "citation").await?,
            format!(
                "“What share of North Korea’s troops in Russia became casualties?”, Casualty Calculator. {link}, accessed {day}. \
                 Figures published up to January 22, 2025."
            )
        );
        // It follows the figures while it stands open.
        page.press("[data-input=killed] [part=slider]", thirtyfour::Key::Right).await?;
        let sentence = taken(page, "sentence").await?;
        assert!(sentence.contains("about 4,050") && sentence.contains("Your figures."), "{sentence}");
        assert!(taken(page, "link").await?.contains("killed=1050&"));
        Ok(())
    })
    .await
}

async fn the_code_to_embed_makes_the_same_calculator() -> anyhow::Result<()> {
    visit(Build::Released, "/embed.html?theme=dark&lang=ko#deployed=over:10000&killed=between:300-900", async |page| {
        page.ready().await?;
        page.open_part(SHARE).await?;
        let (frame, element) = (taken(page, "frame").await?, taken(page, "element").await?);
        let before = held(page).await?;
        // As a page's author puts it in.
        let read = "const page = new DOMParser().parseFromString(given[0], 'text/html');";
        let told = format!("{read} const {{ src, title, width, height }} = page.querySelector('iframe'); return [src, title, width, height];");
        let told = page.run_with(told, vec![frame.into()]).await?;
        assert_eq!(told[1], page.value("text('.question')").await?);
        let told_element = format!(
            "{read} const element = page.querySelector('casualty-calculator');
             return [page.querySelector('script').src, page.querySelector('script').type,
                Object.fromEntries(element.getAttributeNames().map((name) => [name, element.getAttribute(name)])),
                element.textContent.trim()];"
        );
        let told_element = page.run_with(told_element, vec![element.into()]).await?;
        let origin = page.text("location.origin").await?;
        let attributes = json!({"theme": "dark", "lang": "ko", "scenario": "deployed=over:10000&killed=between:300-900"});
        assert_eq!(told_element[0], format!("{origin}/casualty-calculator.js"));
        assert_eq!(told_element[1], "module");
        assert_eq!(told_element[2], attributes);
        // Until it runs there is the question, in the words of whoever takes it along.
        assert!(told_element[3].as_str().unwrap_or_default().starts_with(before[3].as_str().unwrap_or("none")));

        follow(page, told[0].as_str().context("the frame's address")?).await?;
        page.ready().await?;
        page.wait_for("the scenario", "element.scenario.wounded === null").await?;
        page.drawn().await?;
        assert_eq!(normal(held(page).await?), normal(before));
        assert_eq!(page.text("element.getAttribute('theme')").await?, "dark");
        Ok(())
    })
    .await
}

async fn copying_says_that_it_is_done_or_leaves_the_text_selected_and_never_loses_the_place() -> anyhow::Result<()> {
    visit(Build::Released, "/index.html", async |page| {
        page.ready().await?;
        page.open_part(SHARE).await?;
        let focus = "element.shadowRoot.activeElement?.matches('[data-copies=link], [data-text=link]')";
        let said = "text('[data-copied]')";
        assert_eq!(page.text(said).await?, "");
        page.click("[data-copies=link]").await?;
        page.wait_for("a word about it", format!("/^(Copied|Selected)/.test({said})")).await?;
        assert_eq!(page.value(focus).await?, true);

        // The browser's own way, and what it was given.
        page.run("window.copied = []; navigator.clipboard.writeText = async (text) => { copied.push(text); };").await?;
        page.click("[data-copies=sentence]").await?;
        page.wait_for("the copy", format!("{said} === 'Copied.' && copied.length === 1")).await?;
        assert_eq!(page.text("copied[0]").await?, taken(page, "sentence").await?);
        assert_eq!(page.text("element.shadowRoot.activeElement.dataset.copies").await?, "sentence");

        // Where both ways are closed, what to copy is selected.
        page.run(
            "navigator.clipboard.writeText = async () => { throw new Error('not allowed'); };
             document.execCommand = () => false;",
        )
        .await?;
        page.click("[data-copies=frame]").await?;
        page.wait_for("the other word", format!("{said} === 'Selected. Copy it by keyboard or menu.'")).await?;
        let selected = "(() => { const field = element.shadowRoot.activeElement;
            return [field.dataset.text, field.value.slice(field.selectionStart, field.selectionEnd)]; })()";
        assert_eq!(page.value(selected).await?, json!(["frame", taken(page, "frame").await?]));
        Ok(())
    })
    .await
}

async fn whoever_copies_and_closes_the_part_at_once_loses_nothing() -> anyhow::Result<()> {
    visit(Build::Released, "/index.html", async |page| {
        page.ready().await?;
        page.act(
            "window.failed = []; addEventListener('unhandledrejection', ({ reason }) => failed.push(`${reason}`));",
        )
        .await?;
        for settles in ["resolve()", "reject(new Error('not allowed'))"] {
            page.open_part(SHARE).await?;
            // The browser takes its time, as when it asks whether a page may.
            page.run(format!(
                "navigator.clipboard.writeText = () => new Promise((resolve, reject) => {{
                    window.settle = () => {settles};
                }});"
            ))
            .await?;
            page.click("[data-copies=link]").await?;
            page.wait_for("the copy", "window.settle").await?;
            page.click(SHARE).await?;
            page.act("settle(); window.settle = undefined;").await?;
            assert_eq!(page.value("failed").await?, json!([]), "{settles}");
            assert_eq!(page.value("element.rates.casualty_rate.printed > 0").await?, true, "{settles}");
        }
        Ok(())
    })
    .await
}

async fn the_figures_are_saved_as_the_command_writes_them() -> anyhow::Result<()> {
    visit(Build::Released, "/index.html#deployed=over:10000&killed=between:300-900", async |page| {
        page.ready().await?;
        page.open_part(SHARE).await?;
        page.run(KEEP_FILES).await?;
        let name = "what-share-of-north-korea-s-troops-in-2025-01-22";
        let (csv_name, csv_type, csv) = file(page, "csv").await?;
        assert_eq!((csv_name, csv_type.as_str()), (format!("{name}.csv"), "text/csv;charset=utf-8"));
        let expected = parse_dataset(BUILT_IN).map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
        let scenarios = parse_scenarios("deployed=over:10000&killed=between:300-900", &expected)?;
        let state = reduce(&State::new(&expected), Action::ReplaceSome(scenarios), &expected);
        assert_eq!(String::from_utf8(csv)?, figures_csv(&expected, &state));

        let (json_name, json_type, all) = file(page, "json").await?;
        assert_eq!((json_name, json_type.as_str()), (format!("{name}.json"), "application/json;charset=utf-8"));
        let all: Value = serde_json::from_slice(&all)?;
        // As text, since a driver may round the last digit of a number.
        let told = "JSON.stringify({ data: element.data, scenario: element.scenario, rates: element.rates,
            forces: element.forces, claims: element.comparison.map(({ id, rates }) => ({ id, force: 'nk', rates })),
            findings: element.findings })";
        assert_eq!(normal(all), normal(serde_json::from_str(&page.text(told).await?)?));
        Ok(())
    })
    .await
}

async fn the_chart_is_saved_as_a_drawing_and_as_pixels_under_the_strictest_policy() -> anyhow::Result<()> {
    visit(Build::Released, "/policy/strict/pages/policy/one.html", async |page| {
        page.ready().await?;
        page.open_part(SHARE).await?;
        // A page's own way to it, which its policy can't stop.
        page.run(KEEP_FILES).await?;
        let (_, svg_type, svg) = file(page, "svg").await?;
        assert_eq!(svg_type, "image/svg+xml;charset=utf-8");
        let svg = String::from_utf8(svg)?;
        for part in ["<title>What share", "South Korea: National Intelligence Service", "published January 22, 2025"] {
            assert!(svg.contains(part), "{part} is not in {svg}");
        }
        let (_, png_type, png) = file(page, "png").await?;
        assert_eq!(png_type, "image/png");
        assert_eq!(page.value("violations").await?, json!([]));
        assert_eq!(page.text("text('[data-copied]')").await?, "");

        // Other programs open both.
        let engine = format!("{:?}", page.session().engine()).to_lowercase();
        let path = |name: &str| anyhow::Ok(output_folder()?.join(format!("saved-{engine}{name}")));
        let (drawing, opened) = (path(".svg")?, path("-drawn.png")?);
        fs::write(&drawing, &svg)?;
        fs::write(path(".png")?, &png)?;
        let done = Command::new("rsvg-convert").arg("--zoom=2").arg(&drawing).arg("--output").arg(&opened).status();
        ensure!(done.context("rsvg-convert, of Debian's librsvg2-bin")?.success(), "rsvg-convert can't open it");
        let (size, _) = pixels(&fs::read(&opened)?)?;
        let (ours, rows) = pixels(&png)?;
        assert_eq!(ours, size, "two pixels to one of the drawing's");
        // Each line of text has left something dark in the pixels.
        let number = |text: &str, name: &str| {
            text.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()?.parse::<f64>().ok())
        };
        for text in svg.split("<text").skip(1) {
            let (y, size) = (number(text, "y").context("a place")?, number(text, "font-size").context("a size")?);
            let band = ((y - size * 0.7) * 2.0) as usize..(y * 2.0) as usize;
            assert!(rows[band].iter().any(|dark| *dark), "nothing is written where this should be: {text:.120}");
        }
        Ok(())
    })
    .await
}

/// The size of a PNG, and which of its rows hold something dark.
fn pixels(png: &[u8]) -> anyhow::Result<([u32; 2], Vec<bool>)> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().context("too large")?];
    let info = reader.next_frame(&mut bytes)?;
    let samples = info.color_type.samples();
    let dark = |pixel: &[u8]| pixel[..3].iter().all(|value| *value < 140);
    let rows = bytes[..info.buffer_size()].chunks(info.line_size);
    let rows = rows.map(|row| row.chunks(samples).any(dark)).collect();
    Ok(([info.width, info.height], rows))
}

async fn a_file_lands_in_the_folder_for_downloads() -> anyhow::Result<()> {
    only_in_chromium("its driver tells nobody where downloads go")?;
    visit_fresh(Build::Released, "/index.html", async |page| {
        let folder = tempfile::tempdir()?;
        let to = json!({"behavior": "allow", "downloadPath": folder.path()});
        page.session().devtools("Page.setDownloadBehavior", to).await?;
        page.ready().await?;
        page.open_part(SHARE).await?;
        for ending in ["csv", "json", "svg", "png"] {
            page.click(&format!("[data-saves={ending}]")).await?;
            let path = folder.path().join(format!("what-share-of-north-korea-s-troops-in-2025-01-22.{ending}"));
            let deadline = Instant::now() + Duration::from_secs(10);
            while !path.is_file() {
                ensure!(Instant::now() < deadline, "{} did not come", path.display());
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            assert!(fs::metadata(&path)?.len() > 1000, "{}", path.display());
        }
        Ok(())
    })
    .await
}

async fn a_frame_that_allows_nothing_says_what_can_be_done() -> anyhow::Result<()> {
    let host = "/pages/frames/host.html?listens=amp&sandboxed&page=/for-all/embed.html";
    visit(Build::Released, host, async |page| {
        // Not every engine scrolls the page around such a frame for it.
        let height = "document.querySelector('iframe').getBoundingClientRect().height";
        let to_the_end = "scrollTo(0, document.documentElement.scrollHeight)";
        page.wait_for("the frame's height", format!("heights > 0 && {height} > 500")).await?;
        page.act(to_the_end).await?;
        let before = page.value(height).await?;
        page.session().driver().enter_frame(0).await?;
        page.wait_for("the calculator", "shown('.calculator')").await?;
        page.open_part(SHARE).await?;
        let link = taken(page, "link").await?;
        assert!(link.contains("/for-all/embed.html#deployed=about:11000"), "{link}");
        assert!(page.text("text('.share')").await?.contains("If nothing is saved, this page may block downloads."));
        assert_eq!(page.text("one('.share a').href").await?, link);
        assert_eq!(page.value("shown('.share a')").await?, true);
        page.session().driver().enter_default_frame().await?;
        page.wait_for("the frame to grow", format!("{height} > {before}")).await?;
        page.act(to_the_end).await?;
        page.session().driver().enter_frame(0).await?;
        page.click("[data-copies=link]").await?;
        page.wait_for("a word about it", "/^(Copied|Selected)/.test(text('[data-copied]'))").await?;
        page.session().driver().enter_default_frame().await?;
        Ok(())
    })
    .await?;
    // A page of its own has no such trouble, nor has a frame that nothing holds back.
    visit(Build::Released, "/embed.html", async |page| {
        page.ready().await?;
        page.open_part(SHARE).await?;
        assert_eq!(page.value("shown('.share a')").await?, false);
        Ok(())
    })
    .await
}

async fn what_can_be_taken_along_fits_at_every_width() -> anyhow::Result<()> {
    for width in [320, 480, 760, 1100] {
        visit(Build::Released, &format!("/pages/framed.html?width={width}&page=/embed.html"), async |page| {
            for scheme in ["light", "dark"] {
                page.session().show_as(scheme, width.max(600) + 40, 900).await?;
                page.session().driver().enter_frame(0).await?;
                page.ready().await?;
                if scheme == "light" {
                    page.open_part(SHARE).await?;
                }
                assert_eq!(page.value("document.documentElement.scrollWidth <= innerWidth").await?, true, "{width}");
                let wide =
                    "all('.share textarea:not([hidden] *), .share button').filter((one) => one.offsetParent !== null
                    && (one.offsetWidth < 24 || one.offsetHeight < 24)).length";
                assert_eq!(page.value(wide).await?, 0, "{width}: something is too small to be hit");
                let shown =
                    "all('.share textarea, .share button').filter((one) => one.offsetParent !== null).length >= 14";
                assert_eq!(
                    page.value(shown).await?,
                    true,
                    "{width}: five texts, and a button for each and for four files"
                );
                page.act("one('.share').scrollIntoView()").await?;
                page.session().driver().enter_default_frame().await?;
                let path = output_folder()?.join(format!("share-{width}-{scheme}.png"));
                fs::write(&path, page.session().driver().screenshot_as_png().await?)?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn what_can_be_taken_along_breaks_no_rule_of_accessibility_and_is_reached_by_keys_alone() -> anyhow::Result<()> {
    visit(Build::Released, ONE, async |page| {
        page.ready().await?;
        page.press(SHARE, thirtyfour::Key::Enter).await?;
        page.wait_for("the part", "one('[data-text=link]')").await?;
        // Each field by what stands above it, each button by what it does and to what.
        let names = "all('.share textarea, .share button').filter((one) => one.checkVisibility())
            .map((one) => one.getAttribute('aria-label') ?? one.labels?.[0]?.firstChild.textContent ?? one.textContent)";
        let names: Vec<String> = serde_json::from_value(page.value(names).await?)?;
        let pairs = ["Link to these figures", "The sentence with its source", "Citation", "Embed code (frame)"];
        let pairs = pairs.into_iter().chain(["Embed code (script)"]);
        let expected = pairs.flat_map(|name| [name.to_owned(), format!("Copy: {name}")]);
        let expected = ["Share and download".to_owned()].into_iter().chain(expected);
        let expected = expected.chain(["CSV", "JSON", "SVG", "PNG"].map(str::to_owned)).collect::<Vec<_>>();
        assert_eq!(names.iter().filter(|name| !name.is_empty()).collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
        // From the button on, all of it in this order.
        page.run(KEEP_FILES).await?;
        let active = "element.shadowRoot.activeElement";
        assert_eq!(page.text(format!("{active}?.dataset.lazy")).await?, "share");
        let press = async |key: thirtyfour::Key| page.session().driver().action_chain().send_keys(key).perform().await;
        let mut reached = Vec::new();
        for _ in 1..expected.len() {
            press(thirtyfour::Key::Tab).await?;
            reached.push(page.text(format!("{active}?.dataset.text ?? {active}?.dataset.copies ?? {active}?.dataset.saves")).await?);
        }
        let texts = ["link", "sentence", "citation", "frame", "element"].into_iter().flat_map(|name| [name, name]);
        assert_eq!(reached, texts.chain(["csv", "json", "svg", "png"]).collect::<Vec<_>>());
        press(thirtyfour::Key::Enter).await?;
        page.wait_for("the picture", "window.saved.png").await?;

        // What lies beyond the window's edge can't be looked at.
        page.act("one('.share').scrollIntoView()").await?;
        look(page, "what can be taken along").await?;
        Ok(())
    })
    .await
}
