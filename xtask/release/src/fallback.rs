//! What stands where no script runs, drawn by the command line.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use xtask::build::Fallback;
use xtask::invocation::Invocation;
use xtask::project::Project;

use crate::style;

/// The class of its element, under which its styles stand.
const CLASS: &str = ".casualty-calculator-fallback";

/// Draws a dataset's with the command line, and with a scenario where one is given.
pub fn drawn(
    project: &Project,
    command_line: &Path,
    dataset: &str,
    scenario: Option<&str>,
) -> anyhow::Result<Fallback> {
    let folder = tempfile::tempdir().context("no folder for the fallback")?;
    Invocation::of(command_line)
        .arguments(["render", dataset, "--without-pictures", "--out"])
        .argument(folder.path().display().to_string())
        .arguments(scenario.into_iter().flat_map(|scenario| ["--scenario", scenario]))
        .run(project.root())?;
    let read = |name| fs::read_to_string(folder.path().join(name)).with_context(|| format!("no {name} was made"));
    let sheet = |name| style::bundle(&project.path(name));
    let style = scoped(&sheet("styles/fallback.css")?)? + &sheet("styles/fallback-global.css")?;
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
