//! Text files, with the name of the file in what goes wrong.

use std::fs;
use std::path::Path;

use anyhow::Context;

/// The text of a file.
///
/// # Errors
/// Where it can't be read.
pub fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a text to a file.
///
/// # Errors
/// Where it can't be written.
pub fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
