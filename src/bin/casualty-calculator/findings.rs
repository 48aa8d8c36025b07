//! Findings about a dataset, in the words of a language.

use std::path::Path;

use casualty_calculator::components::{HEADING, View};
use casualty_calculator::dataset::Dataset;
use casualty_calculator::i18n::Words;
use casualty_calculator::state::State;

/// A line for each finding about the claims, in the words of a language.
pub fn findings(file: &Path, dataset: Dataset, language: &str) -> String {
    let state = State::new(dataset.scenario);
    let view = View::new(dataset, language, HEADING, &state);
    let mut lines = String::new();
    let story = &view.story;
    let words = Words(&story.locale);
    for finding in &story.claims.findings {
        let (title, sentence) = words.finding(finding);
        let claims: Vec<_> = finding.subjects.iter().map(|subject| subject.id(&story.dataset.claims)).collect();
        let (severity, code, claims) = (finding.severity.name(), finding.check.code(), claims.join(", "));
        lines += format!("{}: {severity} {code}, {claims}: {title}. {sentence}", file.display()).trim_end();
        lines += "\n";
    }
    lines
}
