//! The dataset of a draft: the story's fields in their order, each read from its text.

use casualty_calculator::table::Settings;
use serde_json::{Map, Value, json};

use super::scenario::{SCENARIO_FIGURES, scenario_value};
use crate::draft::{ForceDraft, NoteDraft, StoryDraft};

/// What is wrong with a field of the page, by the field's id.
pub type FieldProblem = (String, String);

/// Puts a text into fields, if there is one.
fn put(fields: &mut Map<String, Value>, name: &str, text: &str) {
    let text = text.trim();
    if !text.is_empty() {
        fields.insert(name.to_owned(), text.into());
    }
}

/// Everything of a dataset but its claims. What is wrong with the texts of scenarios is added to a list.
pub fn story_value(story: &StoryDraft, forces: Vec<Value>, rest: impl Fn(&str) -> Option<Value>) -> Value {
    let mut fields = Map::new();
    fields.insert("format".to_owned(), 2.into());
    put(&mut fields, "title", &story.title);
    put(&mut fields, "summary", &story.summary);
    put(&mut fields, "language", &story.language);
    put(&mut fields, "updated", &story.updated);
    fields.insert("forces".to_owned(), forces.into());
    if story.days_left {
        fields.insert("show".to_owned(), json!({"days_left": true}));
    } else if let Some(show) = rest("show") {
        fields.insert("show".to_owned(), show);
    }
    if !story.notes.is_empty() {
        fields.insert("notes".to_owned(), story.notes.iter().map(note_value).collect::<Vec<_>>().into());
    }
    put(&mut fields, "credits", &story.credits);
    for (name, value) in &story.rest {
        if !fields.contains_key(name) {
            fields.insert(name.clone(), value.clone());
        }
    }
    fields.into()
}

/// A force as datasets have it.
pub fn force_value(
    index: usize,
    force: &ForceDraft,
    settings: &Settings,
    language: &str,
    problems: &mut Vec<FieldProblem>,
) -> Value {
    let mut fields = Map::new();
    put(&mut fields, "id", &force.id);
    put(&mut fields, "name", &force.name);
    put(&mut fields, "part_of", &force.part_of);
    put(&mut fields, "start", &force.start);
    put(&mut fields, "denominator", &force.denominator);
    if let Some(reinforcements) = force.rest.get("reinforcements") {
        fields.insert("reinforcements".to_owned(), reinforcements.clone());
    }
    let mut scenario = Map::new();
    // In the order of a file: as the page offers them, with what it does not offer before the day.
    let place = |name: &str| SCENARIO_FIGURES.iter().position(|(known, _)| *known == name);
    let mut fields_of_scenario: Vec<_> = force.scenario.iter().collect();
    fields_of_scenario.sort_by_key(|(name, _)| (*name == "as_of", place(name).unwrap_or(SCENARIO_FIGURES.len())));
    for (name, text) in fields_of_scenario {
        match scenario_value(name, text, settings, language) {
            Ok(Some(value)) => drop(scenario.insert(name.clone(), value)),
            Ok(None) => {}
            Err(reason) => problems.push((format!("force-{index}-{name}"), reason)),
        }
    }
    if !scenario.is_empty() {
        fields.insert("scenario".to_owned(), scenario.into());
    }
    for (name, value) in &force.rest {
        if !fields.contains_key(name) {
            fields.insert(name.clone(), value.clone());
        }
    }
    fields.into()
}

fn note_value(note: &NoteDraft) -> Value {
    let mut fields = Map::new();
    put(&mut fields, "date", &note.date);
    put(&mut fields, "text", &note.text);
    let mut source = Map::new();
    put(&mut source, "name", &note.source);
    put(&mut source, "link", &note.link);
    if !source.is_empty() {
        fields.insert("source".to_owned(), source.into());
    }
    fields.into()
}

/// The id of the page's field that a path in a dataset belongs to: `forces[0].scenario.killed` is `force-0-killed`.
pub fn field_of_path(path: &str) -> String {
    let path = path.replace("scenario.", "").replace("source.name", "source").replace("source.link", "link");
    let path = match path.split_once('[') {
        Some((list, rest)) => format!("{}-{}", list.trim_end_matches('s'), rest.replace("].", "-").replace(']', "")),
        None => path,
    };
    // A figure's own fields are in the field of the figure.
    path.split('.').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::field_of_path;

    #[test]
    fn an_error_in_a_file_is_shown_at_its_field() {
        for (path, field) in [
            ("title", "title"),
            ("forces[0].name", "force-0-name"),
            ("forces[1].scenario.killed.about", "force-1-killed"),
            ("notes[2].source.link", "note-2-link"),
        ] {
            assert_eq!(field_of_path(path), field);
        }
    }
}
