//! What a reader sees, as HTML drawn on the machine. The table of the comparison shows only after a click, so it is the
//! browser tests' to look at.
//!
//! The snapshots are renewed with `INSTA_UPDATE=always cargo test --features render --test snapshots`; read their diff.
#![cfg(all(feature = "render", feature = "command"))]

mod published;

use std::error::Error;
use std::fs;
use std::path::Path;

use casualty_calculator::components::{
    App, AppProps, Fallback, FallbackProps, HEADING, LoadState, Screen, View, chart_image,
};
use casualty_calculator::dataset::{BUILT_IN, Dataset, parse_dataset, parse_scenarios};
use casualty_calculator::domain::{Category, Claim, Figure, Hedge, Quantity, Unit};
use casualty_calculator::state::{Action, State, reduce};
use published::published;
use yew::{AttrValue, LocalServerRenderer};

type Done = Result<(), Box<dyn Error>>;

/// Sources that differ in all that a dataset can say: totals that are not divided, a part of the time, every hedge,
/// several who speak together, a source without a link, characters that mean something in HTML.
const RICH: &str = r#"{
  "format": 2,
  "title": "How many of the <brigade> & its reserves were lost?",
  "updated": "2025-01-22",
  "forces": [
    {"id": "brigade", "name": "The <brigade>", "start": "2024-10", "denominator": "ministry",
      "scenario": {"deployed": {"over": 10000}, "reinforcements": {"at_least": 3000}, "killed": {"between": [300, 900]},
        "missing": 40, "casualties": {"up_to": 5000}, "as_of": "2025-01-15"}}
  ],
  "show": {"days_left": true},
  "claims": [
    {"id": "ministry", "source": {"name": "Ministry of Defence"}, "deployed": {"nearly": 12000},
      "casualties": {"about": 4000, "words": "some four thousand"}, "basis": "second_hand",
      "note": "The ministry says \"losses\" & <no more>."},
    {"id": "killed-and-wounded", "source": {"name": "Agency", "link": "https://agency.example/?a=1&b=2"},
      "attribution": [[{"name": "Army"}, {"name": "Navy", "kind": "military"}], {"name": "Agency", "kind": "media"}],
      "casualties": {"at_least": 3800}, "covers": ["killed", "wounded"], "killed": {"between": [300, 900]},
      "as_of": "2025-01-10", "published": "2025-01-12", "stated": {"casualty_rate": {"between": [31, 42]}}},
    {"id": "week", "source": {"name": "Daily"}, "period": {"from": "2025-01-06", "to": "2025-01-12"},
      "killed": 150, "wounded": {"up_to": 400}, "stated": {"per_day": {"about": 20}}, "basis": "copy"},
    {"id": "together", "source": {"name": "Weekly"}, "killed": {"about": 1000}, "stated": {"killed_share": "1/4"},
      "groups": [{"covers": ["wounded", "missing", "captured"], "count": {"about": 3000}}]},
    {"id": "prisoners", "source": {"name": "Radio"}, "captured": 2, "as_of_words": "early in the year"},
    {"id": "estimate", "source": {"name": "Institute"}, "as_of": "2025-01",
      "casualties": {"best": 4100, "between": [3500, 4800], "interval": "95% CI"}},
    {"id": "words", "source": {"name": "Local paper"}, "killed": {"words": "dozens <and more>"}, "wounded": {"under": 1000}},
    {"id": "early", "source": {"name": "Ministry of Defence"}, "killed": 74, "withdrawn": true},
    {"id": "corrected", "source": {"name": "Ministry of Defence"}, "killed": 64, "replaces": "early",
      "disputed_by": [{"name": "The <other> side", "link": "https://other.example/"}]}
  ],
  "notes": [
    {"date": "2025-01-22", "text": "Neither side spoke of <losses> & none denied them.",
      "source": {"name": "Radio", "link": "https://radio.example/1"}},
    {"text": "More troops were expected."}
  ],
  "credits": "Made for a test",
  "texts": {"notes.title": "What else was said"}
}"#;

fn dataset(text: &str) -> Result<Dataset, String> {
    parse_dataset(text).map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// A story of the project.
fn story(name: &str) -> Result<Dataset, Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/stories").join(name).with_extension("json");
    Ok(dataset(&fs::read_to_string(path)?)?)
}

/// What the element shows of these scenarios after these actions, as its session puts it together.
fn view(dataset: Dataset, scenarios: &str, actions: impl IntoIterator<Item = Action>) -> Result<View, String> {
    let scenarios = parse_scenarios(scenarios, &dataset).map_err(|error| error.to_string())?;
    // What a page or a link asks for is no step of the reader.
    let mut state = reduce(&State::new(&dataset), Action::ReplaceSome(scenarios), &dataset).without_past(false);
    for action in actions {
        state = reduce(&state, action, &dataset);
    }
    Ok(View::of_state(dataset, "en", HEADING, state))
}

async fn html(screen: Screen, trouble: Option<&'static str>) -> String {
    let (trouble, load_state) = (trouble.map(AttrValue::Static), LoadState::Loaded);
    let props = AppProps { screen, trouble, load_state, ..AppProps::empty() };
    LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

async fn ready(dataset: Dataset, scenario: &str, actions: impl IntoIterator<Item = Action>) -> Result<String, String> {
    Ok(html(Screen::Ready(view(dataset, scenario, actions)?.into()), None).await)
}

/// A line for each tag, for the eye and for the diff.
fn by_line(html: &str) -> String {
    html.replace('<', "\n<").trim_start().to_owned()
}

/// The text without its tags, as one line.
fn text(html: &str) -> String {
    let plain: String = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// What holds of every page, whatever it shows.
fn assert_safe(html: &str) {
    assert!(!html.contains(" style="), "a strict policy blocks style attributes: {html}");
    for tag in [
        "<script",
        "<style",
        "<iframe",
        "javascript:",
        " onclick",
        "<brigade",
        "<losses",
        "<no more",
        "<and more",
        "<other",
    ] {
        assert!(!html.contains(tag), "{tag} in {html}");
    }
}

/// Originator first: each link's parties with commas, arrows between.
fn chain(claim: &Claim) -> String {
    let links = claim.attribution.iter().map(|parties| {
        let names: Vec<_> = parties.iter().map(|party| party.name.to_string()).collect();
        names.join(", ")
    });
    let links: Vec<_> = links.collect();
    if links.is_empty() { claim.source.name.to_string() } else { links.join(" → ") }
}

/// Each claim of the force that is shown has its source, whoever said it, and what must be known of it.
fn assert_attributed(dataset: &Dataset, force: usize, html: &str) {
    let text = text(html);
    for claim in &dataset.forces[force].claims {
        assert!(text.contains(&*claim.source.name), "{}'s source is not named", claim.id);
        assert!(text.contains(&chain(claim)), "{}'s chain {} is not shown", claim.id, chain(claim));
        if let Some(note) = &claim.note {
            assert!(text.contains(&**note), "{}'s note is not shown", claim.id);
        }
        if let Some(link) = &claim.source.link {
            assert!(html.contains(&format!("href=\"{}\"", link.replace('&', "&amp;"))), "{link} leads nowhere");
        }
    }
    for note in &dataset.notes {
        assert!(text.contains(&*note.text), "this note is not shown: {}", note.text);
    }
    if let Some(credits) = &dataset.credits {
        assert!(text.contains(&**credits), "the credits are not shown");
    }
}

#[tokio::test]
async fn the_default_page_answers_the_headline_in_one_sentence() -> Done {
    let html = ready(dataset(BUILT_IN)?, "", []).await?;
    let text = text(&html);
    let sentence = "Of about 11,000 deployed, about 4,000 became casualties (killed, wounded): about 36% of the force.";
    assert!(text.contains(sentence), "{text}");
    assert!(text.contains("The wording allows 31–42%"), "{text}");
    assert_safe(&html);
    insta::assert_snapshot!("default", by_line(&html));
    Ok(())
}

#[tokio::test]
async fn every_figure_is_attributed_and_every_note_is_read() -> Done {
    let stories = ["falklands", "georgia-2008", "iraq-deaths", "wagner-bakhmut", "general-staff-uk"];
    let mut datasets = vec![dataset(BUILT_IN)?, dataset(RICH)?];
    for name in stories {
        datasets.push(story(name)?);
    }
    for dataset in datasets {
        for force in 0..dataset.forces.len() {
            let html = ready(dataset.clone(), "", [Action::ShowForce(force)]).await?;
            assert_attributed(&dataset, force, &html);
            assert_safe(&html);
        }
    }
    Ok(())
}

#[tokio::test]
async fn an_unknown_figure_is_said_to_be_unknown_and_an_open_bound_to_be_open() -> Done {
    let html = ready(dataset(BUILT_IN)?, "deployed=over:10000&killed=300", []).await?;
    let text = text(&html);
    assert!(text.contains("Of over 10,000 deployed, 300 were killed: under 3%"), "{text}");
    let no_number = |word| ["NaN", "inf", "∞"].contains(&word);
    assert!(!text.split(|c: char| !c.is_alphanumeric() && c != '∞').any(no_number), "{text}");
    assert_safe(&html);
    insta::assert_snapshot!("unknowns", by_line(&html));
    Ok(())
}

#[tokio::test]
async fn the_figures_that_a_story_begins_with_are_never_called_the_readers() -> Done {
    let mut datasets = vec![dataset(RICH)?];
    for path in published()? {
        datasets.push(dataset(&fs::read_to_string(path)?)?);
    }
    for dataset in datasets {
        for force in 0..dataset.forces.len() {
            let drawn = async |action: Action| {
                let view = view(dataset.clone(), "", [Action::ShowForce(force), action])?;
                let image = chart_image(&view, "");
                Ok::<_, String>(text(&html(Screen::Ready(view.into()), None).await) + &image)
            };
            let (id, own) = (&dataset.forces[force].id, drawn(Action::EndSlide).await?);
            assert!(!own.contains("Your figures."), "{}, {id}: {own}", dataset.title);
            let seven = Figure::new(Unit::People, Hedge::Exact, 7_777_777.0).map_err(|error| error.message())?;
            let changed = drawn(Action::Set(Quantity::Category(Category::Killed), Some(seven))).await?;
            assert!(changed.matches("Your figures.").count() > 1, "{}, {id}: {changed}", dataset.title);
        }
    }
    Ok(())
}

#[tokio::test]
async fn filling_from_a_source_names_that_source() -> Done {
    let dataset = dataset(BUILT_IN)?;
    let claims = &dataset.forces[0].claims;
    let bbc = claims.iter().position(|claim| &*claim.id == "bbc").ok_or("no claim of the BBC")?;
    let chain = chain(&claims[bbc]);
    let html = ready(dataset, "", [Action::FillFromClaim(bbc)]).await?;
    let text = text(&html);
    assert!(text.contains(&format!("Casualty figures: {chain}.")), "{text}");
    assert_safe(&html);
    insta::assert_snapshot!("filled-from-bbc", by_line(&html));
    Ok(())
}

#[tokio::test]
async fn a_failure_leaves_the_pages_own_content_and_says_why() -> Done {
    let html = html(Screen::Failed, Some("The figures could not be loaded from <b>data.json</b>: 404.")).await;
    assert!(html.contains("<slot"), "{html}");
    assert!(text(&html).contains("The figures could not be loaded from <b>data.json</b>: 404."), "{html}");
    assert!(!html.contains("<b>"), "{html}");
    insta::assert_snapshot!("failed", by_line(&html));
    Ok(())
}

#[tokio::test]
async fn more_casualties_than_people_give_no_rate_but_a_reason() -> Done {
    let html = ready(dataset(BUILT_IN)?, "deployed=1000&killed=900&wounded=2700", []).await?;
    let text = text(&html);
    assert!(
        text.contains(
            "With 1,000 deployed, 3,600 casualties are more than the whole force, however the wording is read."
        ),
        "{text}"
    );
    assert!(!text.contains("360%"), "{text}");
    assert_safe(&html);
    insta::assert_snapshot!("more-than-deployed", by_line(&html));
    Ok(())
}

#[tokio::test]
async fn a_dataset_full_of_differences_keeps_each_of_them() -> Done {
    let html = ready(dataset(RICH)?, "", []).await?;
    let text = text(&html);
    assert!(text.contains("for January 6, 2025 to January 12, 2025 only, not a running total"), "{text}");
    assert!(text.contains("early in the year"), "{text}");
    assert!(text.contains("What else was said"), "the dataset's own words are lost: {text}");
    assert!(html.contains("undivided"), "a total without parts has no picture: {html}");
    assert_safe(&html);
    insta::assert_snapshot!("rich", by_line(&html));
    Ok(())
}

#[tokio::test]
async fn a_withdrawn_figure_is_marked_as_such_and_left_out_of_the_chart() -> Done {
    let html = ready(story("georgia-2008")?, "", []).await?;
    let (chart, sources) = html.split_once("id=\"sources-title\"").ok_or("no sources")?;
    assert!(text(sources).contains("withdrawn by the source · replaced by a later figure"), "{}", text(sources));
    assert!(text(sources).contains("Taken back ten days later by the same general."), "{}", text(sources));
    assert!(!text(chart).contains("74 killed"), "the figure that was taken back is drawn: {}", text(chart));
    assert!(text(chart).contains("64 killed"), "{}", text(chart));
    assert!(text(chart).contains("Show figures later replaced or withdrawn"), "a reader can't ask for it");
    // The other side, in words alone where its source has no number.
    let other = ready(story("georgia-2008")?, "", [Action::ShowForce(1)]).await?;
    assert!(text(&other).contains("half of 400"), "{}", text(&other));
    assert!(!text(&other).contains("Taken back ten days later"), "a claim of the other side is shown");
    for html in [&html, &other] {
        assert_safe(html);
    }
    insta::assert_snapshot!("two-sides", by_line(&html));
    Ok(())
}

#[tokio::test]
async fn forces_stand_side_by_side_and_a_part_is_never_set_against_its_whole() -> Done {
    let props = FallbackProps { view: view(story("falklands")?, "", [])?.into() };
    let html = LocalServerRenderer::<Fallback>::with_props(props).hydratable(false).render().await;
    let begin = html.find("<ul class=\"ratios\"").ok_or("nothing stands side by side")?;
    let sides = &html[begin..];
    let sides = &sides[..sides.find("</table>").ok_or("no table")?];
    let (ratios, table) = sides.split_once("</ul>").ok_or("no ratios")?;
    // 255 ÷ 649 and 1,145 ÷ 13,619.
    let expected = "Killed: British forces and civilians ÷ Argentine forces = 0.39\
        Casualties: British forces and civilians ÷ Argentine forces = 0.084";
    assert_eq!(text(ratios), expected);
    assert!(table.contains("British civilians (part of British forces and civilians)"), "{table}");
    assert_safe(&html);
    insta::assert_snapshot!("side-by-side", by_line(sides));
    Ok(())
}

#[tokio::test]
async fn a_best_estimate_stands_with_the_range_that_its_source_gives() -> Done {
    let html = ready(story("iraq-deaths")?, "", []).await?;
    // Rows of the chart are open to readers without a script; others open them.
    let props = FallbackProps { view: view(story("iraq-deaths")?, "", [])?.into() };
    let opened = LocalServerRenderer::<Fallback>::with_props(props).hydratable(false).render().await;
    let text = text(&[&*html, &*opened].concat());
    for part in [
        "405,000 (48,000–751,000)",
        "654,965 (392,979–942,636, 95% CI)",
        // What the wording allows of "30,000, more or less" is another matter.
        "30,000, more or less (27,000–33,000)",
        "Ranges are the source’s own.",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(!text.contains("449,500"), "a range has no middle of ours: {text}");
    assert_safe(&html);
    insta::assert_snapshot!("best-estimates", by_line(&html));
    Ok(())
}

#[test]
fn no_text_of_a_dataset_can_become_markup() -> Done {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files += 1;
                let source = fs::read_to_string(&path)?;
                for way in ["from_html_unchecked", "VRaw", "inner_html", "outer_html", "insert_adjacent_html"] {
                    assert!(!source.contains(way), "{way} in {}", path.display());
                }
            }
        }
    }
    assert!(files > 20, "only {files} source files were found");
    Ok(())
}
