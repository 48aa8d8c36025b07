//! Inputs that were kept: those that once broke something, and those that together reach as much of the code as any do. A file
//! for each kind, an input in base64 on each line; what stands behind `#` says what was wrong.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::Target;

/// Where the inputs of a kind are kept, in a folder of the project.
pub fn file(project: &Path, target: &Target) -> PathBuf {
    project.join("tests/fuzz/corpus").join(target.name).with_extension("txt")
}

/// The inputs that are kept of a kind.
///
/// # Errors
/// Where the file is not there, or a line of it is not base64.
pub fn kept(project: &Path, target: &Target) -> anyhow::Result<Vec<Vec<u8>>> {
    let path = file(project, target);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    let inputs = lines.filter(|line| !line.is_empty()).map(|line| {
        STANDARD.decode(line).with_context(|| format!("{} has a line that is not base64: {line}", path.display()))
    });
    inputs.collect()
}

/// Keeps inputs beside those that said what was wrong; the others go.
///
/// # Errors
/// Where the file can't be read or written.
pub fn keep(project: &Path, target: &Target, inputs: BTreeSet<Vec<u8>>) -> anyhow::Result<()> {
    let path = file(project, target);
    let text = fs::read_to_string(&path).unwrap_or_default();
    let mut lines: Vec<_> = text.lines().filter(|line| line.contains('#')).map(str::to_owned).collect();
    lines.extend(inputs.into_iter().map(|input| STANDARD.encode(input)));
    fs::write(&path, lines.join("\n") + "\n").with_context(|| format!("cannot write {}", path.display()))
}

/// Tries every input that is kept of a kind, and says how many there are.
///
/// # Errors
/// Where they can't be read, or are too few to be all.
pub fn replay(project: &Path, target: &Target) -> anyhow::Result<usize> {
    let inputs = kept(project, target)?;
    ensure!(inputs.len() > 20, "only {} of {}", inputs.len(), target.name);
    for input in &inputs {
        // Shown where it fails.
        println!("{}: {}", target.name, STANDARD.encode(input));
        (target.run)(input);
    }
    Ok(inputs.len())
}
