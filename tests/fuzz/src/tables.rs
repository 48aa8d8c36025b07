//! A table of claims.

use std::collections::BTreeMap;

use casualty_calculator::dataset::parse_dataset;
use casualty_calculator::table::{Outcome, Settings, Sheet, claims, dataset, of_claims, recognise};
use serde_json::{Value, json};

use crate::{LANGUAGES, text_and_choice};

pub fn run(input: &[u8]) {
    let Some((text, choice)) = text_and_choice(input) else { return };
    let language = LANGUAGES[choice % LANGUAGES.len()];
    let settings = Settings::of(language);
    let table = recognise(&Sheet::from_text(text), &BTreeMap::new());
    let Outcome { claims: read, origin, forces, problems } = claims(&table, &settings, &[]);
    assert_eq!(read.len(), origin.len(), "each claim has its row");
    for problem in &problems {
        assert!(!problem.message(language).is_empty(), "{problem:?}");
        assert!(problem.column.is_none_or(|column| column < table.columns.len()), "{problem:?}");
    }
    if !problems.is_empty() || read.is_empty() {
        return;
    }
    // What was not asked about is a sound dataset, but for what only the whole of it shows.
    let named: Vec<_> = forces.iter().map(|force| json!({"id": force.id, "name": force.name})).collect();
    let forces = if named.is_empty() { vec![json!({"id": "a", "name": "A"})] } else { named };
    let known: Vec<_> = forces.iter().map(|force| (text_of(&force["id"]), text_of(&force["name"]))).collect();
    let story = dataset(&json!({"format": 2, "title": "T", "forces": forces}), read.clone());
    let _ = parse_dataset(&story.to_string());
    // Written and read again, it is the same.
    let written = of_claims(&story, &settings).sheet().to_text();
    let table = recognise(&Sheet::from_text(&written), &BTreeMap::new());
    let again = claims(&table, &settings, &known);
    assert_eq!(again.problems, [], "{written}");
    assert_eq!(Value::from(again.claims), Value::from(read), "{written}");
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
