//! The story around the table: what is asked, of whom, and from which figures readers start.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Everything of a dataset but its claims, each text as somebody wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoryDraft {
    /// The question.
    pub title: String,
    /// What readers should know first.
    pub summary: String,
    /// The tag of the language that all of it is in.
    pub language: String,
    /// The day of the last change.
    pub updated: String,
    /// Who made it.
    pub credits: String,
    /// Whether days left, an extrapolation, are shown.
    pub days_left: bool,
    /// The people whose losses are counted.
    pub forces: Vec<ForceDraft>,
    /// Facts beside the figures.
    pub notes: Vec<NoteDraft>,
    /// What the page has no fields for, such as translations. It is kept as it is.
    pub rest: Map<String, Value>,
}

/// A force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ForceDraft {
    /// The id by which claims and links name it.
    pub id: String,
    /// What readers see.
    pub name: String,
    /// The id of the force that it is a part of.
    pub part_of: String,
    /// The first day.
    pub start: String,
    /// The id of the claim whose force the others are measured against.
    pub denominator: String,
    /// What the inputs begin with, by the names of scenarios.
    pub scenario: BTreeMap<String, String>,
    /// What the page has no fields for, such as reinforcements.
    pub rest: Map<String, Value>,
}

/// A fact that belongs to no claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoteDraft {
    /// Its day.
    pub date: String,
    /// The fact.
    pub text: String,
    /// Who reports it.
    pub source: String,
    /// Where.
    pub link: String,
}

impl StoryDraft {
    /// The language of its words; English where none is named.
    pub fn language(&self) -> &str {
        if self.language.trim().is_empty() { "en" } else { self.language.trim() }
    }

    /// Adds a force, with an id that no other one has.
    pub fn add_force(&mut self, name: &str) {
        let is_free = |id: &String| self.forces.iter().all(|force| force.id != *id);
        let id = (1..).map(|number| format!("force-{number}")).find(is_free).unwrap_or_default();
        self.forces.push(ForceDraft { id, name: name.to_owned(), ..ForceDraft::default() });
    }
}

impl ForceDraft {
    /// Puts a text into the scenario; an empty one takes the figure out.
    pub fn set_scenario(&mut self, name: &str, text: String) {
        if text.is_empty() {
            self.scenario.remove(name);
        } else {
            self.scenario.insert(name.to_owned(), text);
        }
    }
}
