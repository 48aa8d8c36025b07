//! What JavaScript looks for in what Rust draws, and the fields that each side reads of the other's values: both must use
//! the same names.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The one place where JavaScript names what is Rust's.
const CONTRACT: &str = "src/embed/glue/contract.js";

fn read(path: impl AsRef<Path>) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no .{extension}");
    found
}

/// The code of a script without its comments.
fn code(script: &str) -> String {
    let mut code = String::new();
    let mut is_comment = false;
    for line in script.lines() {
        let text = line.trim();
        is_comment |= text.starts_with("/**");
        if !is_comment && !text.starts_with("//") {
            code += line;
            code.push('\n');
        }
        is_comment &= !text.ends_with("*/");
    }
    code
}

/// What stands between quotation marks of this kind.
fn quoted(text: &str, mark: char) -> Vec<&str> {
    text.split(mark).skip(1).step_by(2).collect()
}

/// The constants of the contract.
fn constants(contract: &str) -> Vec<&str> {
    let constants = contract.lines().filter(|line| line.starts_with("export const "));
    let values: Vec<_> = constants.flat_map(|line| quoted(line, '\'')).collect();
    assert!(values.len() > 10, "the contract is read: {values:?}");
    values
}

/// The names in a selector, or the constant itself: of classes, of attributes and their values, of elements.
fn names(constant: &str) -> BTreeSet<&str> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    // `not`, `focus` and `hidden` are the browser's, and are not drawn.
    constant.split(|letter| !is_name(letter)).filter(|name| !matches!(*name, "" | "not" | "focus" | "hidden")).collect()
}

#[test]
fn every_name_that_javascript_looks_for_is_drawn() {
    let mut drawn = BTreeSet::new();
    let sources: Vec<_> = ["src/components", "src/embed"].into_iter().flat_map(|folder| files(folder, "rs")).collect();
    let sources: Vec<_> = sources.iter().map(read).collect();
    for line in sources.iter().flat_map(|source| source.lines()).filter(|line| !line.trim().starts_with("//")) {
        for literal in quoted(line, '"') {
            drawn.extend(literal.split(' '));
        }
    }
    let contract = read(CONTRACT);
    let missing: Vec<_> =
        constants(&contract).into_iter().flat_map(names).filter(|name| !drawn.contains(name)).collect();
    assert_eq!(missing, <[&str; 0]>::default(), "in {CONTRACT}, and nowhere in what is drawn");
}

#[test]
fn only_the_contract_names_what_is_drawn() {
    let contract = read(CONTRACT);
    let ours: BTreeSet<_> =
        constants(&contract).into_iter().flat_map(names).filter(|name| name.starts_with("data-")).collect();
    for path in files("src/embed/glue", "js").iter().filter(|path| !path.ends_with("contract.js")) {
        let script = code(&read(path));
        for name in &ours {
            assert!(!script.contains(name), "{} names {name}, which {CONTRACT} has", path.display());
        }
        let classes = quoted(&script, '\'').into_iter().find(|text| {
            text.strip_prefix('.')
                .and_then(|class| class.chars().next())
                .is_some_and(|first| first.is_ascii_lowercase())
        });
        assert_eq!(classes, None, "{}: a class belongs in {CONTRACT}", path.display());
        assert!(!script.contains(".dataset"), "{}: the names of attributes belong in {CONTRACT}", path.display());
    }
}

#[test]
fn the_context_of_a_page_has_the_same_fields_on_both_sides() {
    let contract = read(CONTRACT);
    let start = contract.find("@typedef {object} PageContext").expect("the contract describes it");
    let description = contract[start..].split("*/").next().unwrap_or_default();
    let given: BTreeSet<_> = description
        .lines()
        .filter_map(|line| line.trim().strip_prefix("* @property {string} ")?.split(' ').next())
        .collect();
    let reading = read("src/components/page_context.rs");
    let taken: BTreeSet<_> = quoted(&reading, '"').into_iter().collect();
    assert!(!given.is_empty());
    assert_eq!(given, taken);
}
