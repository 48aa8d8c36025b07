//! Findings about a dataset, in the words of a language.

use std::path::Path;

use casualty_calculator::components::{HEADING, View};
use casualty_calculator::dataset::Dataset;
use casualty_calculator::i18n::Words;
use casualty_calculator::state::State;

use crate::finding_line;

/// A line for each finding about the claims, in the words of a language.
pub fn findings(file: &Path, dataset: Dataset, language: &str) -> String {
    let state = State::new(dataset.scenario);
    let view = View::new(dataset, language, HEADING, &state);
    let mut lines = String::new();
    let story = &view.story;
    let words = Words(&story.locale);
    for finding in &story.claims.findings {
        let (title, sentence) = words.finding(finding);
        lines += &finding_line(file, finding, &story.dataset.claims, title, &sentence);
    }
    lines
}
