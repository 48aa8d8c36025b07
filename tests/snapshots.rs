//! What a reader sees, as HTML drawn on the machine. The table of the comparison shows only after a click, so it is the
//! browser tests' to look at.
//!
//! The snapshots are renewed with `INSTA_UPDATE=always cargo test --features render --test snapshots`; read their diff.
#![cfg(all(feature = "render", feature = "command"))]

use std::error::Error;
use std::fs;
use std::path::Path;

use casualty_calculator::components::{App, AppProps, HEADING, LoadState, Screen, View};
use casualty_calculator::dataset::{BUILT_IN, Dataset, parse_dataset, parse_scenario};
use casualty_calculator::domain::{Claim, Scenario};
use casualty_calculator::state::{Action, State, reduce};
use yew::{AttrValue, LocalServerRenderer};

type Done = Result<(), Box<dyn Error>>;

/// Sources that differ in all that a dataset can say: totals that are not divided, a part of the time, every hedge,
/// several who speak together, a source without a link, characters that mean something in HTML.
const RICH: &str = r#"{
  "format": 1,
  "title": "How many of the <brigade> & its reserves were lost?",
  "deployment": {"name": "The brigade", "start": "2024-10-15", "denominator": "ministry"},
  "scenario": {"deployed": {"over": 10000}, "reinforcements": {"at_least": 3000}, "killed": {"between": [300, 900]},
    "missing": 40, "casualties": {"up_to": 5000}, "as_of": "2025-01-15"},
  "show": {"days_left": true},
  "claims": [
    {"id": "ministry", "source": {"name": "Ministry of Defence"}, "deployed": {"nearly": 12000},
      "casualties": {"about": 4000, "words": "some four thousand"}, "basis": "second_hand",
      "note": "The ministry says \"losses\" & <no more>."},
    {"id": "killed-and-wounded", "source": {"name": "Agency", "link": "https://agency.example/?a=1&b=2"},
      "attribution": [[{"name": "Army"}, {"name": "Navy", "kind": "military"}], {"name": "Agency", "kind": "media"}],
      "casualties": {"at_least": 3800}, "covers": ["killed", "wounded"], "killed": {"between": [300, 900]},
      "as_of": "2025-01-10", "published": "2025-01-12", "rate": {"between": [31, 42]}},
    {"id": "week", "source": {"name": "Daily"}, "period": {"from": "2025-01-06", "to": "2025-01-12"},
      "killed": 150, "wounded": {"up_to": 400}, "basis": "copy"},
    {"id": "together", "source": {"name": "Weekly"}, "killed": {"about": 1000}, "killed_share": {"about": 25},
      "groups": [{"covers": ["wounded", "missing", "captured"], "count": {"about": 3000}}]},
    {"id": "prisoners", "source": {"name": "Radio"}, "captured": 2, "as_of_words": "early in the year"}
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

/// What the element shows after these actions, as its session puts it together.
fn view(dataset: Dataset, scenario: Option<Scenario>, actions: impl IntoIterator<Item = Action>) -> View {
    let mut state = State::new(scenario.unwrap_or(dataset.scenario));
    for action in actions {
        state = reduce(&state, action, &dataset);
    }
    View::new(dataset, "en", HEADING, &state)
}

async fn html(screen: Screen, trouble: Option<&'static str>) -> String {
    let (trouble, load_state) = (trouble.map(AttrValue::Static), LoadState::Loaded);
    let props = AppProps { screen, trouble, load_state, ..AppProps::empty() };
    LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

async fn ready(dataset: Dataset, scenario: &str, actions: impl IntoIterator<Item = Action>) -> Result<String, String> {
    let scenario = parse_scenario(scenario).map_err(|error| error.to_string())?;
    Ok(html(Screen::Ready(view(dataset, scenario, actions).into()), None).await)
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
    for tag in ["<script", "<style", "<iframe", "javascript:", " onclick", "<brigade", "<losses", "<no more"] {
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

fn assert_attributed(dataset: &Dataset, html: &str) {
    let text = text(html);
    for claim in &dataset.claims {
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
    for dataset_text in [BUILT_IN, RICH] {
        let dataset = dataset(dataset_text)?;
        let html = ready(dataset.clone(), "", []).await?;
        assert_attributed(&dataset, &html);
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
async fn filling_from_a_source_names_that_source() -> Done {
    let dataset = dataset(BUILT_IN)?;
    let bbc = dataset.claims.iter().position(|claim| &*claim.id == "bbc").ok_or("no claim of the BBC")?;
    let chain = chain(&dataset.claims[bbc]);
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
