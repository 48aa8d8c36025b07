//! The languages besides English: the files that browsers fetch for each.

use std::fs;
use std::path::Path;

use casualty_calculator::dataset::{BUILT_IN_FILE, parse_json, translated};
use casualty_calculator::i18n::{CATALOGUES, compact};

/// Writes a file of words and a dataset for each language.
///
/// # Errors
/// What is missing in a catalogue or too much, with its file and name; where the folder can't be written to.
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
            Some(translated) => {
                let text = serde_json::to_string(&translated.value).map_err(|error| error.to_string())?;
                files.push((format!("{language}.json"), text));
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
