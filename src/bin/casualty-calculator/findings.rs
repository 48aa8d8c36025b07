//! Findings about a dataset, in the words of a language.

use std::path::Path;

use casualty_calculator::components::{HEADING, View};
use casualty_calculator::dataset::Dataset;
use casualty_calculator::i18n::Words;
use casualty_calculator::state::State;

use crate::{finding_line, is_listed_with};

/// A line for each finding about the claims, in the words of a language.
pub fn findings(file: &Path, dataset: Dataset, language: &str) -> String {
    let state = State::new(&dataset);
    let view = View::of_state(dataset, language, HEADING, state);
    let words = Words(&view.story.locale);
    let mut lines = String::new();
    for story in view.stories.iter() {
        for finding in story.claims.findings.iter().filter(|finding| is_listed_with(finding, story.force_index)) {
            let (title, sentence) = words.finding(finding);
            lines += &finding_line(file, finding, &story.dataset.forces, title, &sentence);
        }
    }
    lines
}
