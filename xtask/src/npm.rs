//! What comes from npm: the versions that a `package-lock.json` of the project names.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::invocation::Invocation;
use crate::packages::{self, NODE};
use crate::project::Project;

/// The files that say what is wanted.
const WANTED: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Installs what is missing or of another version of what the build and the tests take, and says in which folder
/// everything is.
pub fn installed(project: &Project) -> anyhow::Result<PathBuf> {
    installed_from(project, "xtask/npm", &project.target("npm"))
}

/// The same for what a folder of the project wants, in a folder of its own.
pub fn installed_from(project: &Project, source: &str, folder: &Path) -> anyhow::Result<PathBuf> {
    packages::ensure_installed(project, &NODE)?;
    let modules = folder.join("node_modules");
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut wanted = Vec::new();
    for name in WANTED {
        let (from, to) = (project.path(source).join(name), folder.join(name));
        let content = fs::read(&from).with_context(|| format!("cannot read {}", from.display()))?;
        fs::write(&to, &content).with_context(|| format!("cannot write {}", to.display()))?;
        wanted.extend(content);
    }
    // Written last, so that a folder left half filled is never taken for whole.
    let installed = folder.join("installed");
    if fs::read(&installed).ok() != Some(wanted.clone()) || !modules.is_dir() {
        Invocation::new("npm ci --no-audit --no-fund").run(folder)?;
        fs::write(&installed, wanted).with_context(|| format!("cannot write {}", installed.display()))?;
    }
    Ok(modules)
}
