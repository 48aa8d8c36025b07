//! What stands where no script runs, made by the command line from the built-in dataset.

use std::fs;

use anyhow::{Context, ensure};

use super::style;
use crate::invocation::Invocation;
use crate::project::Project;

/// What elements show that name no other dataset.
const BUILT_IN: &str = "data/kursk-january-2025.json";

/// Where a page of ours has one: behind this stand the dataset and the scenario, where they are not the built-in ones.
const PLACE: &str = "<!-- fallback";

/// The class of its element, under which its styles stand.
const CLASS: &str = ".casualty-calculator-fallback";

/// Its three forms.
pub struct Fallback {
    /// For inside the element.
    pub html: String,
    /// The style sheet of that.
    pub style: String,
    /// For feeds.
    pub text: String,
}

/// A page of ours with what stands where no script runs, in each of its calculators.
pub fn filled(project: &Project, page: &str) -> anyhow::Result<String> {
    let mut parts = page.split(PLACE);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (named, rest) = part.split_once("-->").context("a place for a fallback that does not end")?;
        filled += &drawn(project, named)?.html;
        filled += rest;
    }
    Ok(filled)
}

/// Draws the built-in dataset's on this machine.
pub fn made(project: &Project) -> anyhow::Result<Fallback> {
    drawn(project, "")
}

/// Draws a dataset's, with a scenario where one is named behind it.
fn drawn(project: &Project, named: &str) -> anyhow::Result<Fallback> {
    let mut named = named.split_whitespace();
    let dataset = named.next().unwrap_or(BUILT_IN);
    let scenario = named.next().map(|scenario| ["--scenario", scenario]);
    let folder = tempfile::tempdir().context("no folder for the fallback")?;
    Invocation::new("cargo run --quiet --package casualty-calculator --features render --bin casualty-calculator --")
        .arguments(["render", dataset, "--without-pictures", "--out"])
        .argument(folder.path().display().to_string())
        .arguments(scenario.into_iter().flatten())
        .run(project.root())?;
    let read = |name| fs::read_to_string(folder.path().join(name)).with_context(|| format!("no {name} was made"));
    let sheet = |name| style::bundle(&project.path(name));
    let style = scoped(&sheet("styles/fallback.css")?)? + &sheet("styles/fallback-keyframes.css")?;
    Ok(Fallback { html: read("fallback.html")?, style, text: read("calculator.txt")? })
}

/// The calculator's styles, which are written for a shadow root, for an element of a page. Not by `@scope`: WebKit 2.50 lets
/// it reach nothing inside a `details`.
fn scoped(style: &str) -> anyhow::Result<String> {
    let mut parts = style.split(":host([");
    let mut scoped = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (attribute, rest) = part.split_once("])").context("a :host(…) that is not an attribute's")?;
        scoped += &format!("casualty-calculator[{attribute}] &{rest}");
    }
    ensure!(!scoped.contains("::part"), "the fallback has no parts of its own");
    style::within(CLASS, &scoped.replace(":host", "&"))
}

#[cfg(test)]
mod tests {
    use super::scoped;

    #[test]
    fn what_was_written_for_the_element_holds_for_the_fallback() {
        let style = ":host{color:red}:host([theme=dark]){color:blue}:host>div{margin:0}p{padding:0}";
        assert_eq!(
            scoped(style).expect("all of it is known"),
            ".casualty-calculator-fallback{color:red}casualty-calculator[theme=dark] .casualty-calculator-fallback{color:#00f}.casualty-calculator-fallback>div{margin:0}.casualty-calculator-fallback p{padding:0}"
        );
    }
}
