//! Findings about a dataset, in the words of a language.

use std::path::Path;

use casualty_calculator::components::{HEADING, View};
use casualty_calculator::dataset::Dataset;
use casualty_calculator::i18n::Words;
use casualty_calculator::state::{DerivedClaims, State};

use crate::finding_line;

/// A line for each finding about the claims, in the words of a language.
pub fn findings(file: &Path, dataset: Dataset, language: &str) -> String {
    // Those for whoever writes the dataset too, which no page shows.
    let claims = DerivedClaims::of_forces(&dataset);
    let state = State::new(&dataset);
    let view = View::of_state(dataset, language, HEADING, state);
    let words = Words(&view.story.locale);
    let mut lines = String::new();
    for (index, claims) in claims.iter().enumerate() {
        for finding in claims.findings.iter().filter(|finding| finding.is_listed_with(index)) {
            let (title, sentence) = words.finding(finding);
            lines += &finding_line(file, finding, &view.story.dataset.forces, title, &sentence);
        }
    }
    lines
}
