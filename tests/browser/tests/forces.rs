//! A reader of a story with several sides always knows whose losses they see, and what they change of one is not the other's.

use anyhow::Context;
use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::FALKLANDS;
use crate::json_numbers::normal;
use crate::layout::{OVER_THE_EDGE, SIDEWAYS};
use crate::taking_along::{KEEP_FILES, SHARE, file};

tests! {
    everything_is_about_the_side_that_a_reader_chooses,
    each_side_keeps_its_figures_and_its_steps_back,
    nobody_is_offered_a_choice_of_one,
    two_sides_of_five_sources_each_fit_a_phone,
    the_ratio_of_the_losses_of_two_sides_follows_what_a_reader_changes,
    a_page_sets_each_side_and_reads_all_in_the_same_task,
    a_text_names_the_sides_that_it_is_about_and_leaves_the_others,
    a_side_that_there_is_not_changes_nothing_and_is_named,
    scenarios_set_early_count_for_each_side,
    taken_out_and_put_back_or_in_another_language_every_side_keeps_its_figures,
    a_link_restores_every_side_that_was_changed,
    a_saved_file_holds_the_figures_of_every_side,
}

/// What the page says of the side that is shown, in each place that has to be about it.
const SHOWN: &str = "(() => {
    const ids = (css) => all(css).map((one) => one.dataset.claim).sort();
    const number = (input) => { const field = one(`[data-input=${input}] [part=field]`);
        return field?.checkVisibility() ? field.value : null; };
    return {
        side: element.scenario.force,
        pressed: all('[data-force][aria-pressed=true]').map((one) => one.dataset.force),
        sentence: text('.sentence'),
        picture: text('.force'),
        inputs: ['deployed', 'killed', 'wounded', 'captured'].map(number),
        name: text('.inputs > .title + .small'),
        comparison: element.comparison.map(({ id }) => id).sort(),
        chart: ids('.bars .bar-row:not(.own)'),
        buttons: ids('.source-button'),
        sources: ids('.source'),
        own: text('.bar-row.own .bar-figures'),
        casualties: text('[data-rate=casualties] .value'),
        checks: [...new Set(all('.checks [data-check] .who').map((one) => one.dataset.claim))].sort(),
    };
})()";

/// A side by the name that the dataset gives it, what is said of it, and what its inputs hold.
struct Side {
    id: &'static str,
    sentence: &'static str,
    picture: &'static str,
    inputs: [Option<&'static str>; 4],
    own: &'static str,
    casualties: &'static str,
    /// What the checks that it has are about.
    checked: &'static [&'static str],
}

const SIDES: [Side; 3] = [
    Side {
        id: "ar",
        sentence: "With 10,000 deployed, 13,619 casualties are more than the whole force, however the wording is read.",
        picture: "Captured 11,313",
        inputs: [Some("10,000"), Some("649"), Some("1,657"), Some("11,313")],
        own: "649 killed, 1,657 wounded, 11,313 captured",
        casualties: "13,619",
        checked: &["scenario", "standard-argentina", "upi-1982", "wikia-argentina"],
    },
    Side {
        id: "uk-service",
        sentence: "Enter the size of the force, the number killed and one more category to get a rate.",
        picture: "No picture without the size of the force.",
        inputs: [None, None, Some("759"), None],
        own: "759 wounded",
        casualties: "",
        checked: &[],
    },
    Side {
        id: "uk",
        sentence: "A total of 1,145 casualties (killed, wounded, captured). Without the size of the force there is no rate.",
        picture: "No picture without the size of the force.",
        inputs: [None, Some("255"), Some("775"), Some("115")],
        own: "255 killed, 775 wounded, 115 captured",
        casualties: "1,145",
        checked: &["hansard-all", "standard-uk"],
    },
];

/// The claims of what a selector finds, each once.
fn ids_in(css: &str) -> String {
    format!("[...new Set(all('{css}').map((one) => one.dataset.claim))].sort()")
}

/// Chooses a side as a reader does.
async fn choose(page: &Page, id: &str, by_keys: bool) -> anyhow::Result<()> {
    let button = format!("[data-force={id}]");
    if !by_keys {
        return page.click(&button).await;
    }
    // From the first of them: where there was a focus before, engines go on from there, each in its own way.
    page.run("one('[data-force]').focus()").await?;
    page.reach(&button).await?;
    page.keys(Key::Enter).await?;
    page.drawn().await?;
    let stays = format!("element.shadowRoot.activeElement === one('{button}')");
    assert_eq!(page.value(stays).await?, true, "{id}: the focus is lost");
    Ok(())
}

async fn everything_is_about_the_side_that_a_reader_chooses() -> anyhow::Result<()> {
    for by_keys in [false, true] {
        visit(Build::Released, FALKLANDS, async |page| {
            page.ready().await?;
            assert_eq!(page.value("text('.forces') && one('.forces').ariaLabel").await?, "Whose losses?");
            assert_eq!(page.value("element.scenario.force").await?, "uk", "the first one, to begin with");
            for Side { id, sentence, picture, inputs, own, casualties, checked } in SIDES {
                choose(page, id, by_keys).await?;
                let shown = page.value(SHOWN).await?;
                let claims = "element.data.claims.filter(({ force }) => force === given[0]).map(({ id }) => id).sort()";
                let claims = page.run_with(format!("return {claims}"), vec![id.into()]).await?;
                assert_ne!(claims, json!([]), "{id} has sources");
                assert_eq!((&shown["side"], &shown["pressed"]), (&json!(id), &json!([id])));
                assert_eq!(shown["sentence"], sentence, "{id}");
                assert!(shown["picture"].as_str().is_some_and(|text| text.contains(picture)), "{id}: {shown}");
                assert_eq!(shown["inputs"], json!(inputs), "{id}");
                assert_eq!(shown["own"], own, "{id}");
                assert_eq!(shown["casualties"].as_str().unwrap_or_default(), casualties, "{id}");
                for place in ["comparison", "chart", "buttons", "sources"] {
                    assert_eq!(shown[place], claims, "{id}: {place}");
                }
                let name =
                    page.run_with("return element.data.forces.find(({ id }) => id === given[0]).name", vec![id.into()]);
                assert_eq!(shown["name"], name.await?, "{id}");
                assert_eq!(shown["checks"], json!(checked), "{id}");
                page.open_part("[data-shows=table]").await?;
                assert_eq!(page.value(ids_in("tr[data-claim]:not(.own)")).await?, claims, "{id}: table");
                // The timeline has those with a date.
                let dated = "element.data.claims.filter((claim) => claim.force === given[0] && (claim.as_of ?? claim.published))
                    .map(({ id }) => id).sort()";
                let dated = page.run_with(format!("return {dated}"), vec![id.into()]).await?;
                page.open_part("[data-shows=timeline]").await?;
                assert_ne!(dated, json!([]), "{id} has dates");
                assert_eq!(page.value(ids_in(".points [data-claim]")).await?, dated, "{id}: timeline");
                page.click("[data-shows=chart]").await?;
            }
            // The page around it is told each time, with whose figures they are.
            let told = page.events("scenario-change").await?;
            let sides = told.iter().map(|detail| &detail["scenario"]["force"]).collect::<Vec<_>>();
            assert_eq!(sides, ["ar", "uk-service", "uk"]);
            assert_eq!(told.last().context("an event")?["rates"], page.value("element.rates").await?);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// How many killed each side has, and whether there is a step back and one forth.
const KILLED: &str =
    "[...element.forces.filter(({ id }) => id === 'uk' || id === 'ar').map(({ scenario }) => scenario.killed),
    ...['undo', 'redo', 'reset-all'].map((does) => one(`[data-does=${does}]`).ariaDisabled !== 'true')]";

async fn each_side_keeps_its_figures_and_its_steps_back() -> anyhow::Result<()> {
    visit(Build::Released, FALKLANDS, async |page| {
        page.ready().await?;
        let field = "[data-input=killed] [part=field]";
        page.click("[data-force=ar]").await?;
        page.type_over(field, "700").await?;
        page.press(field, Key::Tab).await?;
        assert_eq!(page.value(KILLED).await?, json!([255, 700, true, false, true]));
        page.click("[data-force=uk]").await?;
        assert_eq!(page.value(KILLED).await?, json!([255, 700, false, false, false]), "nothing was done here");
        assert_eq!(page.text("text('.whose')").await?, "Casualty figures: Evening Standard.");
        page.type_over(field, "260").await?;
        page.press(field, Key::Tab).await?;
        assert!(page.text("text('.whose')").await?.starts_with("Your figures."));
        page.press(field, Key::Control + "z").await?;
        assert_eq!(page.value(KILLED).await?, json!([255, 700, false, true, false]), "by a key, of this side alone");
        page.press(field, Key::Control + "z").await?;
        assert_eq!(page.value(KILLED).await?, json!([255, 700, false, true, false]));
        page.click("[data-force=ar]").await?;
        assert_eq!(page.value(KILLED).await?, json!([255, 700, true, false, true]));
        assert!(page.text("text('.whose')").await?.starts_with("Your figures."));
        page.click("[data-does=undo]").await?;
        assert_eq!(page.value(KILLED).await?, json!([255, 649, false, true, false]));
        page.click("[data-force=uk]").await?;
        page.click("[data-does=redo]").await?;
        assert_eq!(page.value(KILLED).await?, json!([260, 649, true, false, true]));
        page.click("[data-force=ar]").await?;
        page.click("[data-does=redo]").await?;
        page.click("[data-does=reset-all]").await?;
        assert_eq!(page.value(KILLED).await?, json!([260, 649, true, false, false]), "what is put back is one side's");
        // A source fills in the figures of its own side, and a number that is half typed is no other side's.
        page.click(".source-button[data-claim=wikia-argentina]").await?;
        assert_eq!(
            page.value("[element.scenario.wounded, element.forces[0].scenario.wounded]").await?,
            json!([1068, 775])
        );
        page.paste_over(field, "many").await?;
        page.click("[data-force=uk]").await?;
        assert_eq!(page.value(format!("[one('{field}').value, shown('#killed-error')]")).await?, json!(["260", false]));
        Ok(())
    })
    .await
}

async fn nobody_is_offered_a_choice_of_one() -> anyhow::Result<()> {
    visit(Build::Released, crate::ONE, async |page| {
        page.ready().await?;
        let choice =
            "['.forces', '[data-force]', '[data-lazy=sides]', '[data-does=superseded]'].map((css) => shown(css))";
        assert_eq!(page.value(choice).await?, json!([false, false, false, false]));
        page.act("element.setAttribute('src', '/data/stories/falklands.json')").await?;
        page.wait_for("the other story", "element.forces?.length === 4").await?;
        page.drawn().await?;
        assert_eq!(page.value(choice).await?, json!([true, true, true, false]));
        assert_eq!(
            page.value("all('[data-force]').map((one) => one.textContent)").await?,
            json!([
                "British forces and civilians",
                "British service personnel (part of British forces and civilians)",
                "British civilians (part of British forces and civilians)",
                "Argentine forces",
            ])
        );
        Ok(())
    })
    .await
}

async fn two_sides_of_five_sources_each_fit_a_phone() -> anyhow::Result<()> {
    let path = "/pages/framed.html?phone&width=320&height=9000&page=/pages/one.html?src=data/two-sides.json";
    visit(Build::Released, path, async |page| {
        page.session().driver().enter_frame(0).await?;
        page.ready().await?;
        page.open_part("[data-lazy=sides]").await?;
        page.open_part("[data-lazy=pairs]").await?;
        page.click(".change > summary").await?;
        for side in ["north", "south"] {
            page.click(&format!("[data-force={side}]")).await?;
            page.click("[data-does=superseded]").await?;
            assert_eq!(page.value("all('.bars .bar-row:not(.own)').length").await?, 5, "{side}");
            for face in ["chart", "table", "timeline"] {
                page.open_part(&format!("[data-shows={face}]")).await?;
                page.unfold().await?;
                assert_eq!(page.value("innerWidth").await?, 320);
                assert_eq!(page.value("document.documentElement.scrollWidth").await?, 320, "{side}, {face}");
                assert_eq!(page.value(OVER_THE_EDGE).await?, json!([]), "{side}, {face}: what reaches over the edge");
                assert_eq!(page.value(SIDEWAYS).await?, json!([]), "{side}, {face}: what scrolls sideways in itself");
            }
            page.click("[data-shows=chart]").await?;
            page.click("[data-does=superseded]").await?;
        }
        Ok(())
    })
    .await
}

async fn the_ratio_of_the_losses_of_two_sides_follows_what_a_reader_changes() -> anyhow::Result<()> {
    visit(Build::Released, FALKLANDS, async |page| {
        page.ready().await?;
        page.open_part("[data-lazy=sides]").await?;
        let ratios = "all('.sides .ratios li').map((line) => line.textContent)";
        // Of the wholes alone: parts have none that could be set against each other.
        let sides = "British forces and civilians ÷ Argentine forces";
        assert_eq!(
            page.value(ratios).await?,
            json!([format!("Killed: {sides} = 0.39"), format!("Casualties: {sides} = 0.084")])
        );
        // Each side has a column.
        let heads = "all('.sides thead th').map((head) => head.textContent)";
        assert_eq!(page.value(format!("{heads}.length")).await?, 4);
        let row = "all('.sides tr[data-rate=casualties] td').map((cell) => cell.querySelector('summary')?.textContent ?? cell.textContent)";
        let none = "no total, and too few parts to add up";
        assert_eq!(page.value(row).await?, json!(["1,145", none, none, "13,619"]));
        page.click("[data-force=ar]").await?;
        page.type_over("[data-input=killed] [part=field]", "510").await?;
        assert_eq!(
            page.value(ratios).await?,
            json!([format!("Killed: {sides} = 0.5"), format!("Casualties: {sides} = 0.085")])
        );
        assert_eq!(page.value(row).await?, json!(["1,145", none, none, "13,480"]));
        page.click("[data-lazy=sides]").await?;
        assert_eq!(page.value("all('.sides table').length").await?, 0);
        Ok(())
    })
    .await
}

/// What is read of all sides.
const READ: &str =
    "[element.scenario.force, ...element.forces.map(({ id, scenario }) => `${id} ${JSON.stringify(scenario.killed)}`)]";

async fn a_page_sets_each_side_and_reads_all_in_the_same_task() -> anyhow::Result<()> {
    visit(Build::Released, FALKLANDS, async |page| {
        page.ready().await?;
        let script = format!(
            "const seen = [{READ}];
            const before = recorded.length;
            element.scenario = {{ force: 'ar', deployed: 12000, killed: {{ about: 700 }}, captured: 300 }};
            seen.push({READ}, element.rates.casualties.printed, element.comparison.map(({{ id }}) => id),
                JSON.stringify(element.forces[3].rates) === JSON.stringify(element.rates),
                JSON.stringify(element.forces[3].scenario) === JSON.stringify(element.scenario));
            element.scenario = {{ force: 'uk' }};
            seen.push({READ}, element.scenario.wounded);
            element.scenario = {{ killed: 1, wounded: 2 }};
            seen.push({READ});
            element.scenario = element.forces[3].scenario;
            seen.push({READ});
            element.undo();
            seen.push({READ});
            element.redo();
            element.reset();
            seen.push({READ});
            element.scenario = {{ ...element.scenario, force: null, killed: 3 }};
            seen.push({READ}, recorded.length - before);
            await drawn();
            return seen;"
        );
        let all = |shown: &str, uk: &str, ar: &str| {
            json!([shown, format!("uk {uk}"), "uk-service null", "uk-civilians null", format!("ar {ar}")])
        };
        let about = "{\"about\":700}";
        assert_eq!(
            page.run(script).await?,
            json!([
                all("uk", "255", "649"),
                all("ar", "255", about), 1000, ["standard-argentina", "wikia-argentina", "upi-1982"], true, true,
                all("uk", "255", about), 775,
                all("uk", "1", about),
                all("ar", "1", about),
                all("ar", "1", "649"),
                all("ar", "1", "649"),
                all("ar", "1", "3"), 0,
            ])
        );
        assert_eq!(page.text("one('[data-force][aria-pressed=true]').dataset.force").await?, "ar");
        assert_eq!(page.text("one('[data-input=killed] [part=field]').value").await?, "3");
        // Copies, with these fields and no others.
        let script = "const [first] = element.forces;
            first.scenario.killed = 99; first.name = 'x';
            return [Object.keys(first), Object.keys(element.forces[0].scenario).join() === Object.keys(element.scenario).join(),
                element.forces[0].scenario.killed, element.forces[0].name];";
        assert_eq!(
            page.run(script).await?,
            json!([["id", "name", "scenario", "rates"], true, 1, "British forces and civilians"])
        );
        let sides: Vec<Value> = page.events("scenario-change").await?.into_iter().map(|detail| detail["scenario"]["force"].clone()).collect();
        assert_eq!(sides, ["ar", "uk", "uk", "ar", "ar", "ar", "ar", "ar"]);
        Ok(())
    })
    .await
}

async fn a_text_names_the_sides_that_it_is_about_and_leaves_the_others() -> anyhow::Result<()> {
    visit(
        Build::Released,
        &format!("{FALKLANDS}&scenario=force%3Dar%26killed%3Dup_to:700%26force%3Duk%26killed%3D254"),
        async |page| {
            page.ready().await?;
            let read = async || page.value(READ).await;
            let all = |shown: &str, uk: &str, ar: &str| {
                json!([shown, format!("uk {uk}"), "uk-service null", "uk-civilians null", format!("ar {ar}")])
            };
            let up_to = "{\"up_to\":700}";
            assert_eq!(read().await?, all("ar", "254", up_to));
            assert_eq!(page.value("element.scenario.captured").await?, Value::Null, "what is left out is unknown");
            assert_eq!(
                page.value("one('[data-does=undo]').ariaDisabled").await?,
                "true",
                "it is what the reader begins with"
            );
            let set = async |text: &str| page.act(format!("element.setAttribute('scenario', '{text}')")).await;
            // Without a side it is the first one's; the others stay.
            set("killed=3").await?;
            assert_eq!(read().await?, all("uk", "3", up_to));
            // A side alone has its published figures.
            set("force=ar").await?;
            assert_eq!(read().await?, all("ar", "3", "649"));
            set("killed=5&force=ar&killed=6").await?;
            assert_eq!(read().await?, all("uk", "5", "6"));
            set("force=uk-service&wounded=7&force=ar&killed=best:700:650-800").await?;
            assert_eq!(read().await?, all("uk-service", "5", "{\"best\":700,\"between\":[650,800]}"));
            page.act("element.removeAttribute('scenario')").await?;
            assert_eq!(read().await?, all("uk", "255", "649"));
            Ok(())
        },
    )
    .await
}

async fn a_side_that_there_is_not_changes_nothing_and_is_named() -> anyhow::Result<()> {
    visit(Build::Released, FALKLANDS, async |page| {
        page.ready().await?;
        page.act("element.scenario = { force: 'ar', killed: 5 }").await?;
        let before = page.value(READ).await?;
        let no_side = "field force: there is no force \"fr\"; expected one of uk, uk-service, uk-civilians, ar";
        for (count, (value, expected)) in [
            ("{ force: 'fr', killed: 1 }", no_side),
            ("{ force: 'fr' }", no_side),
            ("{ force: 5 }", "field force: expected text, found 5"),
            ("{ force: 'ar', kiled: 1 }", "field kiled: no such field; expected one of deployed"),
        ]
        .into_iter()
        .enumerate()
        {
            page.act(format!("element.scenario = {value}")).await?;
            assert_eq!(page.value(READ).await?, before, "{value}");
            let told = page.events("calculator-error").await?;
            assert_eq!(told.len(), count + 1, "{value}");
            assert_eq!(told[count]["code"], "scenario-invalid", "{value}");
            let message = told[count]["message"].as_str().unwrap_or_default();
            assert!(message.contains(expected), "{value}: {message}");
            assert_eq!(page.value("shown('.trouble')").await?, true, "{value}");
        }
        // In a text, the published figures open.
        for (text, expected) in [
            ("force=fr&killed=1", no_side),
            ("force=ar&killed=1&force=ar&killed=2", "field force: given more than once"),
            ("force=ar&killed=1&force=fr", no_side),
        ] {
            page.act(format!("element.setAttribute('scenario', '{text}')")).await?;
            assert_eq!(page.value(format!("{READ}.slice(0, 2)")).await?, json!(["uk", "uk 255"]), "{text}");
            assert_eq!(page.value("element.scenario.killed").await?, 255, "{text}");
            let message = page.text("text('.trouble')").await?;
            assert!(message.contains(expected), "{text}: {message}");
            page.act("element.removeAttribute('scenario')").await?;
            assert_eq!(page.value("shown('.trouble')").await?, false, "{text}");
        }
        Ok(())
    })
    .await
}

async fn scenarios_set_early_count_for_each_side() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/any.html?loader=data:text/javascript,", async |page| {
        // Before the element is declared, declared and not loaded, and loaded without its figures.
        page.run(
            "element.setAttribute('loading', 'eager');
            element.setAttribute('src', '/data/stories/falklands.json');
            element.scenario = { force: 'uk', killed: 250 };
            await import('/casualty-calculator.js');
            await customElements.whenDefined('casualty-calculator');
            element.scenario = { force: 'uk-service', wounded: 760 };
            element.scenario = { force: 'ar', killed: 640 };",
        )
        .await?;
        page.wait_for("the story", "element.rates").await?;
        let read =
            "[element.scenario.force, ...element.forces.map(({ scenario }) => scenario.killed ?? scenario.wounded)]";
        assert_eq!(page.value(read).await?, json!(["ar", 250, 760, 18, 640]));
        Ok(())
    })
    .await
}

async fn taken_out_and_put_back_or_in_another_language_every_side_keeps_its_figures() -> anyhow::Result<()> {
    visit(Build::Released, FALKLANDS, async |page| {
        page.ready().await?;
        page.act("element.scenario = { force: 'uk', killed: 250 }; element.scenario = { force: 'ar', killed: { over: 600 } }").await?;
        let before = page.value("[element.scenario, element.forces]").await?;
        for language in ["ar", "en"] {
            page.act(format!("element.lang = '{language}'")).await?;
            page.wait_for(language, format!("one('.calculator').lang === '{language}'")).await?;
            assert_eq!(page.value("[element.scenario, element.forces]").await?, before, "{language}");
        }
        page.act("document.body.prepend(element)").await?;
        assert_eq!(page.value("[element.scenario, element.forces]").await?, before, "moved");
        page.act("window.kept = element; element.remove()").await?;
        page.act("document.body.append(kept)").await?;
        page.wait_for("it to be back", "element.rates && shown('.calculator')").await?;
        assert_eq!(page.value("[element.scenario, element.forces]").await?, before, "taken out and put back");
        // What is set while it is out counts, and the other sides stay.
        page.act("kept.remove()").await?;
        page.act("kept.scenario = { force: 'uk', killed: 249 }; document.body.append(kept)").await?;
        page.wait_for("it to be back", "element.rates && shown('.calculator')").await?;
        assert_eq!(
            page.value("[element.scenario.force, element.scenario.killed, element.forces[3].scenario.killed]").await?,
            json!(["uk", 249, {"over": 600}])
        );
        Ok(())
    })
    .await
}

async fn a_link_restores_every_side_that_was_changed() -> anyhow::Result<()> {
    visit(Build::Released, "/embed.html?src=data%2Fstories%2Ffalklands.json", async |page| {
        page.ready().await?;
        page.open_part("[data-lazy=share]").await?;
        let link = "one('[data-text=link]').value";
        let whole = "force=uk&killed=255&wounded=775&captured=115&as_of=1982-06-14";
        assert!(page.text(link).await?.ends_with(&format!("#{whole}")), "{}", page.text(link).await?);
        page.click("[data-force=ar]").await?;
        page.type_over("[data-input=killed] [part=field]", "700").await?;
        page.click("[data-force=uk]").await?;
        page.type_over("[data-input=killed] [part=field]", "260").await?;
        let before = page.value("[element.scenario, element.forces]").await?;
        let text = page.text(link).await?;
        let changed = "#force=uk&killed=260&wounded=775&captured=115&as_of=1982-06-14\
            &force=ar&deployed=10000&killed=700&wounded=1657&captured=11313&as_of=1982-06-14";
        assert!(text.ends_with(changed), "{text}");
        page.session().open("about:blank").await?;
        page.session().open(&text).await?;
        page.ready().await?;
        page.wait_for("the figures", "element.scenario.killed === 260").await?;
        assert_eq!(page.value("[element.scenario, element.forces]").await?, before);
        // An address that begins with a side, in a page that is open already.
        page.act("location.hash = '#force=ar&killed=1&wounded=2'").await?;
        page.wait_for("the other side", "element.scenario.force === 'ar' && element.scenario.killed === 1").await?;
        Ok(())
    })
    .await
}

async fn a_saved_file_holds_the_figures_of_every_side() -> anyhow::Result<()> {
    visit(Build::Released, FALKLANDS, async |page| {
        page.ready().await?;
        page.act("element.scenario = { force: 'uk', killed: 250 }; element.scenario = { force: 'ar', killed: { over: 600 } }").await?;
        page.open_part(SHARE).await?;
        page.run(KEEP_FILES).await?;
        let (_, _, saved) = file(page, "json").await?;
        let saved = normal(serde_json::from_slice(&saved)?);
        for field in ["scenario", "rates", "forces", "data"] {
            assert_eq!(saved[field], crate::json(page, &format!("element.{field}")).await?, "{field}");
        }
        let killed = saved["forces"].as_array().into_iter().flatten().map(|force| &force["scenario"]["killed"]);
        assert_eq!(
            killed.collect::<Vec<_>>(),
            [&json!(250.0), &Value::Null, &Value::Null, &json!({"over": 600.0})]
        );
        assert_eq!(saved["scenario"]["force"], "ar");
        // Of the claims, those of the side that is shown, as on the page.
        let shown = crate::json(page, "element.comparison.map(({ id }) => id)").await?;
        let claims = saved["claims"].as_array().context("no claims")?;
        assert_eq!(Value::from_iter(claims.iter().map(|claim| claim["id"].clone())), shown);
        Ok(())
    })
    .await
}
