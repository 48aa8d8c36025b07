//! The document that the results stand in, between two comments each, so that nobody writes a number by hand.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use time::OffsetDateTime;
use time::macros::format_description;

use crate::table::Table;

/// A part of the document that a run fills.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// Of a whole run.
    Results,
    /// Of a soak.
    Soak,
}

impl Place {
    fn marks(self) -> [&'static str; 2] {
        match self {
            Self::Results => ["<!-- results of `cargo xtask bench` -->\n", "<!-- end of the results -->"],
            Self::Soak => ["<!-- results of `cargo xtask bench --soak` -->\n", "<!-- end of the soak -->"],
        }
    }
}

/// What was measured, with where and when.
///
/// # Errors
/// Where the machine does not say what it is.
pub fn text(tables: &[Table], browser: &str, note: &str) -> anyhow::Result<String> {
    let today = OffsetDateTime::now_utc().format(format_description!("[day padding:none] [month repr:long] [year]"))?;
    let mut text = format!("Measured on {today} with {browser} on {}{note}.\n", machine()?);
    for table in tables {
        text += &format!("\n{table}");
    }
    Ok(text)
}

/// Puts a text into its place in the document.
///
/// # Errors
/// Where the document can't be read or written, or lacks the place.
pub fn fill(path: &Path, place: Place, text: &str) -> anyhow::Result<()> {
    let before = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    fs::write(path, filled(&before, place, text)?).with_context(|| path.display().to_string())
}

fn filled(document: &str, place: Place, text: &str) -> anyhow::Result<String> {
    let [from, to] = place.marks();
    let (head, rest) = document.split_once(from).with_context(|| format!("no {from:?}"))?;
    let (old, tail) = rest.split_once(to).with_context(|| format!("no {to:?}"))?;
    ensure!(!old.contains("<!-- "), "another mark before {to:?}");
    Ok(format!("{head}{from}\n{text}\n{to}{tail}"))
}

/// The processor with its cores, as Linux says it.
fn machine() -> anyhow::Result<String> {
    let cores = std::thread::available_parallelism().context("how many cores there are")?;
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = information.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let model = model.map_or("an unnamed processor", |(_, name)| name.trim());
    Ok(format!("{model}, {cores} cores"))
}

#[cfg(test)]
mod tests {
    use super::{Place, filled};

    #[test]
    fn fills_its_place_and_leaves_the_rest() {
        let document = "a\n<!-- results of `cargo xtask bench` -->\nold\n<!-- end of the results -->\nb\n";
        let new = filled(document, Place::Results, "new\n").expect("it has the place");
        assert_eq!(new, "a\n<!-- results of `cargo xtask bench` -->\n\nnew\n\n<!-- end of the results -->\nb\n");
        assert_eq!(filled(&new, Place::Results, "new\n").expect("it still has"), new);
        assert!(filled(document, Place::Soak, "").is_err());
    }
}
