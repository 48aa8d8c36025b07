//! Whether the released build is the same wherever it is made: another folder, with nothing compiled before.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use walkdir::WalkDir;
use xtask::files::copy_folder;
use xtask::invocation::Invocation;
use xtask::program::BUILT_PROGRAMS;
use xtask::project::Project;

/// What is made and not part of the project.
const MADE: [&str; 4] = [".git", "target", "dist", "test-output"];

/// Builds a copy of the project in another folder, and compares every byte.
pub fn reproducible(project: &Project) -> anyhow::Result<()> {
    let dist = project.path("dist");
    ensure!(dist.join("manifest.json").is_file(), "{} is not built yet", dist.display());
    let folder = project.target("reproducible/a folder of another name");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let root = project.root();
    let is_made = |path: &Path| path.parent() == Some(root) && MADE.iter().any(|name| path.ends_with(name));
    copy_folder(root, &folder, |path| !is_made(path))?;
    // What runs on this machine makes the same files: that is not compiled again.
    let programs = std::env::current_exe().context("this program has no file")?;
    let programs = programs.parent().context("this program is in no folder")?;
    let made = folder.join("dist");
    Invocation::of(&programs.join("xtask-release"))
        .arguments(["build", "--out"])
        .argument(made.display().to_string())
        .variable("CARGO_MANIFEST_DIR", folder.join("xtask"))
        .variable("CARGO_TARGET_DIR", folder.join("target"))
        .variable(BUILT_PROGRAMS, programs)
        .shown()
        .run(&folder)?;
    let (one, other) = (files(&dist)?, files(&made)?);
    let names = one.keys().chain(other.keys());
    let mut unlike: Vec<_> = names.filter(|name| one.get(*name) != other.get(*name)).collect();
    unlike.sort();
    unlike.dedup();
    if !unlike.is_empty() {
        bail!("in another folder other files are built: {unlike:?}; see {}", made.display());
    }
    println!("{} files, each the same in both folders", one.len());
    fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))
}

/// Every file of a folder by its name, with what is in it.
fn files(folder: &Path) -> anyhow::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).context("a file elsewhere")?.to_owned();
            files.insert(name, fs::read(entry.path()).with_context(|| entry.path().display().to_string())?);
        }
    }
    Ok(files)
}
