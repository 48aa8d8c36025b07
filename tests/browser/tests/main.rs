//! The built calculator in a real browser, grouped by what somebody would lose.

use std::process::ExitCode;

use browser_tests::engine::Engine;
use browser_tests::page::Page;
use browser_tests::run::run;
use json_numbers::normal;
use serde_json::Value;

mod accessibility;
mod addresses;
mod announcing;
mod answers;
mod builder;
mod checking;
mod comparing;
mod contract;
mod editing;
mod forces;
mod frames;
mod frameworks;
mod gallery;
#[path = "../../json_numbers/mod.rs"]
mod json_numbers;
mod languages;
mod layout;
mod life;
mod listening;
mod loading;
mod names;
mod other_scripts;
mod parts;
mod pictures;
mod picturing;
mod policies;
mod recovering;
mod seeing;
mod serving;
mod sharing;
mod stories;
mod taking_along;
mod taking_over;
mod tasks;
mod trouble;
mod ways;

fn main() -> ExitCode {
    // What takes longest comes first, so that no worker is left with it at the end.
    let modules = [
        accessibility::tests(),
        gallery::tests(),
        builder::tests(),
        taking_over::tests(),
        tasks::tests(),
        frameworks::tests(),
        names::tests(),
        listening::tests(),
        pictures::tests(),
        languages::tests(),
        comparing::tests(),
        stories::tests(),
        forces::tests(),
        frames::tests(),
        other_scripts::tests(),
        addresses::tests(),
        announcing::tests(),
        answers::tests(),
        checking::tests(),
        contract::tests(),
        editing::tests(),
        layout::tests(),
        life::tests(),
        loading::tests(),
        parts::tests(),
        picturing::tests(),
        policies::tests(),
        recovering::tests(),
        seeing::tests(),
        serving::tests(),
        sharing::tests(),
        taking_along::tests(),
        trouble::tests(),
        ways::tests(),
    ];
    run(modules.into_iter().flatten().collect())
}

/// A page with one calculator, whose attributes its query gives.
const ONE: &str = "/pages/one.html";

/// The same with a story of four sides, two of them parts of another.
const FALKLANDS: &str = "/pages/one.html?src=/data/stories/falklands.json";

/// How many wasm files the page has fetched.
const FETCHED: &str = "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length";

/// The languages of the interface; English, which needs no catalogue, first.
const LANGUAGES: [&str; 5] = ["en", "uk", "ru", "ko", "ar"];

/// The languages of the interface whose controls and whose walk have a snapshot. What the engines tell of a control is the
/// same, but numbers and dates come from each one's own tables, so all but English are read in Chromium alone.
fn snapshot_languages() -> anyhow::Result<&'static [&'static str]> {
    Ok(if Engine::chosen()? == Engine::Chromium { &LANGUAGES } else { &LANGUAGES[..1] })
}

/// Where snapshots stand, beside the tests of this folder.
fn snapshots() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// The address of a page with a story.
fn story(name: &str) -> String {
    format!("{ONE}?src=/data/stories/{name}.json")
}

/// What a script's expression comes to, as JSON that can be compared.
async fn json(page: &Page, expression: &str) -> anyhow::Result<Value> {
    Ok(normal(serde_json::from_str(&page.text(format!("JSON.stringify({expression})")).await?)?))
}
