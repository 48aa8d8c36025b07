//! The check that the domain knows nothing of view, JSON or browser, and that no files import each other in a loop.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use walkdir::WalkDir;
use xtask::project::{PACKAGE, Project};

use super::cycles;
use super::steps::shown;

/// Packages that the crate without features must not depend on, by any road.
const KEPT_OUT: [&str; 7] = ["yew", "web-sys", "js-sys", "wasm-bindgen", "serde", "serde_json", "gloo"];

/// What no file of the domain may name. Its own tests too: a test that needs the view is not a test of the domain.
const NOT_IN_DOMAIN: [&str; 8] = [
    "yew",
    "web_sys",
    "serde_json",
    "crate::dataset",
    "crate::state",
    "crate::components",
    "crate::embed",
    "crate::i18n",
];

/// Looks at the crate's text, then builds and tests it with no features on, and looks at its dependencies.
pub fn core(project: &Project) -> anyhow::Result<()> {
    let root = project.root();
    cycles::check(&project.path("src/lib.rs"), root)?;
    let mentions = mentions(&project.path("src/domain"), root)?;
    if !mentions.is_empty() {
        bail!("the domain must not know of these:\n{}", mentions.join("\n"));
    }
    // Alone first: a test's own dependencies could lend it what it lacks.
    shown("cargo check --package casualty-calculator --lib --no-default-features").run(root)?;
    shown("cargo test --package casualty-calculator --lib --no-default-features").run(root)?;
    let tree = shown("cargo tree --package casualty-calculator --no-default-features -e normal --prefix none");
    let tree = String::from_utf8(tree.read(root)?).context("cargo tree printed something other than text")?;
    let found = kept_out(&tree);
    if !found.is_empty() {
        bail!("without features {PACKAGE} still depends on {}", found.join(", "));
    }
    Ok(())
}

/// The packages in a tree's lines (`name v1.2.3 …`) that must not be there.
fn kept_out(tree: &str) -> Vec<&'static str> {
    let packages = tree.lines().filter_map(|line| line.split_whitespace().next()).collect::<Vec<_>>();
    KEPT_OUT.into_iter().filter(|name| packages.contains(name)).collect()
}

fn mentions(folder: &Path, root: &Path) -> anyhow::Result<Vec<String>> {
    let mut mentions = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        if entry.path().extension().is_some_and(|extension| extension == "rs") {
            let path = entry.path();
            let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
            let shown = path.strip_prefix(root).unwrap_or(path).display();
            mentions.extend(mentioned(&text).map(|(line, word)| format!("{shown}:{line}: {word}")));
        }
    }
    Ok(mentions)
}

/// Line numbers, from one, with the word that must not stand there.
fn mentioned(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    (1..).zip(text.lines()).flat_map(|(number, line)| {
        NOT_IN_DOMAIN.into_iter().filter(move |word| has_word(line, word)).map(move |word| (number, word))
    })
}

/// Whether `word` stands in `line` as itself and not inside a longer name.
fn has_word(line: &str, word: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(part_of_name) && !line[at + word.len()..].starts_with(part_of_name))
}

#[cfg(test)]
mod tests {
    use super::{kept_out, mentioned};

    #[test]
    fn finds_packages_by_their_whole_name() {
        assert_eq!(kept_out("casualty-calculator v0.1.0 (/p)\ntime v0.3.1\nserde_core v1.0.0\n"), [""; 0]);
        assert_eq!(kept_out("time v0.3.1\nyew v0.23.0\nserde v1.0.0 (*)\n"), ["yew", "serde"]);
    }

    #[test]
    fn finds_words_by_line() {
        let text =
            "use crate::figure::Figure;\nuse crate::state::Action;\n// the yews of crate::statement\nuse yew::*;";
        assert_eq!(mentioned(text).collect::<Vec<_>>(), [(2, "crate::state"), (4, "yew")]);
    }
}
