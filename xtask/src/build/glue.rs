//! The JavaScript around the wasm: the modules in `src/embed/glue/`, wasm-bindgen's bindings, and what only the build knows.
//!
//! Readers get one file, and a second one with what few of them need; whoever works on them gets them as they are, side by
//! side, for which nothing has to be installed.

use std::fs;

use anyhow::Context;
use walkdir::WalkDir;

use super::bindings::Bindings;
use super::folder::Staging;
use super::manifest::{File, Role};
use super::optimizer::Optimizer;
use crate::files::{read, write};
use crate::project::Project;

/// Where the modules are.
const SOURCE: &str = "src/embed/glue";

/// The module that the loader imports, and the one that is fetched with the second half of the wasm.
const MAIN: &str = "main.js";
const SHARE: &str = "share.js";

/// The modules that are made here: wasm-bindgen's, and the names of built files.
const BINDINGS: &str = "bindings.js";
const BUILT: &str = "built.js";

/// Under cargo's target folder: the types of what wasm-bindgen made, for the check of the scripts' types.
pub const TYPES: &str = "glue/bindings.d.ts";

/// Puts the scripts into the built folder and gives the one that the loader imports. The languages' files are found in an
/// object, given as JavaScript.
pub fn add(
    project: &Project,
    optimizer: &dyn Optimizer,
    staging: &mut Staging,
    bindings: &Bindings,
    languages: &str,
) -> anyhow::Result<File> {
    let types = project.target(TYPES);
    if let Some(folder) = types.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    write(&types, &bindings.types)?;
    // All modules in one folder, where they find each other.
    let folder = tempfile::tempdir().context("no folder for the scripts")?;
    let folder = folder.path();
    for entry in WalkDir::new(project.path(SOURCE)) {
        let path = entry.with_context(|| format!("cannot list {SOURCE}"))?.into_path();
        if path.extension().is_some_and(|extension| extension == "js") {
            write(&folder.join(path.file_name().unwrap_or_default()), &read(&path)?)?;
        }
    }
    write(&folder.join(BINDINGS), &bindings.script)?;
    let share = optimizer.bundle(folder, SHARE, &[])?;
    let share = staging.add_hashed(Role::LazyScript, "js", share.as_bytes())?;
    let address = format!("./{}", share.path);
    write(&folder.join(BUILT), &built(languages, &address))?;
    let glue = optimizer.bundle(folder, MAIN, &[&address])?;
    let glue = staging.add_hashed(Role::Glue, "js", glue.as_bytes())?;
    if !optimizer.bundles() {
        for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
            let path = entry.context("cannot list the scripts")?.into_path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if ![MAIN, SHARE].contains(&&*name) {
                staging.add(Role::Module, &name, read(&path)?.as_bytes())?;
            }
        }
    }
    Ok(glue)
}

/// The module that tells the others what the build knows, described in `built.d.ts`.
fn built(languages: &str, share: &str) -> String {
    format!(
        "export const languageFiles = {languages};\n\
         export const importShare = () => import('{share}');\n"
    )
}
