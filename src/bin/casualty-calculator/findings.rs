//! What the checks find in a dataset, in the words of a language.

use std::path::Path;

use casualty_calculator::components::View;
use casualty_calculator::dataset::Dataset;
use casualty_calculator::i18n::Words;
use casualty_calculator::state::State;

/// A line for each thing that the checks find in the claims, in the words of a language.
pub fn findings(file: &Path, dataset: Dataset, language: &str) -> String {
    let state = State::new(dataset.scenario);
    let view = View::of(dataset, language, &state);
    let mut lines = String::new();
    let words = Words(&view.locale);
    for finding in &view.claims.findings {
        let (title, shown) = words.finding(finding);
        let claims: Vec<_> = finding.subjects.iter().map(|subject| subject.id(&view.dataset.claims)).collect();
        let (severity, code, claims) = (finding.severity.name(), finding.check.code(), claims.join(", "));
        lines += format!("{}: {severity} {code}, {claims}: {title}. {shown}", file.display()).trim_end();
        lines += "\n";
    }
    lines
}
