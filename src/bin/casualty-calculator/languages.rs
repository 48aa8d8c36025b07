//! The languages besides English: the files that browsers fetch for each, and findings in its words.

use std::fs;
use std::path::Path;

use casualty_calculator::components::{HEADING, View};
use casualty_calculator::dataset::{BUILT_IN_FILE, Dataset, parse_json, translated};
use casualty_calculator::i18n::{CATALOGUES, Words, compact};
use casualty_calculator::state::State;

/// Writes a file of words and the built-in dataset for each language.
///
/// # Errors
/// A message, where a catalogue lacks a text or has one too many, or the folder can't be written to.
pub fn write_languages(out: &Path) -> Result<(), String> {
    let dataset = parse_json(BUILT_IN_FILE).map_err(|errors| format!("the built-in dataset: {errors:?}"))?;
    let mut wrong = Vec::new();
    let mut files = Vec::new();
    for (language, catalogue) in CATALOGUES {
        match compact(language, catalogue) {
            Ok(words) => files.push((format!("{language}.txt"), words)),
            Err(reasons) => wrong.push(reasons),
        }
        match translated(&dataset, language) {
            Some(node) => {
                let json = serde_json::to_string(&node.value).map_err(|error| error.to_string())?;
                files.push((format!("{language}.json"), json));
            }
            None => wrong.push(format!("the built-in dataset has no translation into {language}")),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for (name, text) in files {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

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
