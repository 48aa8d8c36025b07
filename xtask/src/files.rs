//! Files, with the name of the file in what goes wrong.

use std::fs;
use std::path::Path;

use anyhow::Context;
use walkdir::WalkDir;

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

/// Copies a folder into another, with what of it is wanted: what is not, and all that is in it, is passed over.
///
/// # Errors
/// Where something cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path, is_wanted: impl Fn(&Path) -> bool) -> anyhow::Result<()> {
    for entry in WalkDir::new(from).into_iter().filter_entry(|entry| is_wanted(entry.path())) {
        let entry = entry.with_context(|| format!("cannot list {}", from.display()))?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target).with_context(|| format!("cannot make {}", target.display()))?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| format!("cannot write {}", target.display()))?;
        }
    }
    Ok(())
}
