//! The text of a link.

use casualty_calculator::dataset::{Dataset, parse_dataset, parse_scenarios, scenarios_text};
use casualty_calculator::state::{Action, DerivedClaims, State, reduce};

use crate::follows;

/// What links and actions are tried on: two forces, one of them part of the other, and some claims.
const STORY: &str = r#"{
    "format": 2,
    "title": "T",
    "forces": [
        {"id": "uk", "name": "UK", "start": "1982-04-02",
            "scenario": {"deployed": 28000, "killed": 255, "wounded": {"about": 775}, "as_of": "1982-06"}},
        {"id": "unit", "name": "A unit", "part_of": "uk", "scenario": {"deployed": {"up_to": 5000}}}
    ],
    "claims": [
        {"id": "a", "force": "uk", "source": {"name": "A"}, "deployed": 28000, "casualties": 1145},
        {"id": "b", "force": "uk", "source": {"name": "B"}, "killed": {"over": 200}, "as_of": "1982-06-14"},
        {"id": "c", "force": "unit", "source": {"name": "C"}, "killed": {"best": 86, "between": [80, 90]},
            "groups": [{"covers": ["wounded", "missing"], "count": 200}]}
    ]
}"#;

thread_local! {
    /// The same, with what follows from its claims.
    static SOUND: (Dataset, Vec<DerivedClaims>) = {
        let dataset = parse_dataset(STORY).unwrap_or_else(|errors| panic!("{}", errors[0].message()));
        let claims = DerivedClaims::of_forces(&dataset);
        (dataset, claims)
    };
}

/// Tries something on a sound dataset.
pub fn on_sound_data(attempt: impl FnOnce(&Dataset, &[DerivedClaims])) {
    SOUND.with(|(dataset, claims)| attempt(dataset, claims));
}

pub fn run(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    on_sound_data(|dataset, claims| open(text, dataset, claims));
}

fn open(text: &str, dataset: &Dataset, claims: &[DerivedClaims]) {
    let scenarios = match parse_scenarios(text, dataset) {
        Ok(scenarios) => scenarios,
        Err(error) => return assert!(!error.message().is_empty(), "{error:?}"),
    };
    // Written again, it says the same.
    for (index, scenario) in &scenarios {
        let id = &*dataset.forces[*index].id;
        let written = scenario.as_ref().map_or_else(|| format!("force={id}"), |s| scenarios_text(&[(Some(id), s)]));
        assert_eq!(parse_scenarios(&written, dataset), Ok(vec![(*index, *scenario)]), "{written}");
    }
    let state = reduce(&State::new(dataset), Action::ReplaceSome(scenarios), dataset);
    follows::derived(dataset, &state, claims);
    follows::check_link(dataset, &state);
}
