//! The JavaScript around the wasm: the modules in `src/embed/glue/`, wasm-bindgen's bindings, and what only the build knows.
//!
//! Readers get one file, and a second one with what few of them need; whoever works on them gets them as they are, side by
//! side, for which nothing has to be installed.

use std::fs;
use std::path::Path;

use anyhow::Context;
use tempfile::TempDir;
use walkdir::WalkDir;

use super::bindings::Bindings;
use super::folder::Staging;
use super::manifest::{File, Kind, Role};
use super::script;
use super::split::ROOT_EXPORT;
use crate::invocation::Invocation;
use crate::npm;
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
    kind: Kind,
    staging: &mut Staging,
    bindings: &Bindings,
    languages: &str,
) -> anyhow::Result<File> {
    write(&project.target(TYPES), &bindings.types)?;
    let modules = Modules { project, kind, folder: tempfile::tempdir().context("no folder for the scripts")? };
    for entry in WalkDir::new(project.path(SOURCE)) {
        let path = entry.with_context(|| format!("cannot list {SOURCE}"))?.into_path();
        if path.extension().is_some_and(|extension| extension == "js") {
            modules.write(&path.file_name().unwrap_or_default().to_string_lossy(), &read(&path)?)?;
        }
    }
    modules.write(BINDINGS, &bindings.script)?;
    let share = staging.add_hashed(Role::Share, "js", modules.script(SHARE, &[])?.as_bytes())?;
    let address = format!("./{}", share.path);
    modules.write(BUILT, &built(bindings, languages, &address))?;
    let glue = staging.add_hashed(Role::Glue, "js", modules.script(MAIN, &[&address])?.as_bytes())?;
    if kind == Kind::Quick {
        for entry in WalkDir::new(modules.folder.path()).min_depth(1).sort_by_file_name() {
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
fn built(bindings: &Bindings, languages: &str, share: &str) -> String {
    let Bindings { table, slot, .. } = bindings;
    format!(
        "export const languageFiles = {languages};\n\
         export const lazyTable = '{table}';\n\
         export const lazySlot = {slot};\n\
         export const lazyFunction = '{ROOT_EXPORT}';\n\
         export const importShare = () => import('{share}');\n"
    )
}

/// All modules in one folder, where they find each other.
struct Modules<'a> {
    project: &'a Project,
    kind: Kind,
    folder: TempDir,
}

impl Modules<'_> {
    fn write(&self, name: &str, text: &str) -> anyhow::Result<()> {
        write(&self.folder.path().join(name), text)
    }

    /// A module as browsers get it: for readers with all that it imports but `external`, and minified.
    fn script(&self, name: &str, external: &[&str]) -> anyhow::Result<String> {
        match self.kind {
            Kind::Quick => read(&self.folder.path().join(name)),
            Kind::Small => script::minify(name, &self.bundled(name, external)?),
        }
    }

    /// A module and all that it imports in one scope, so that names can be short.
    fn bundled(&self, name: &str, external: &[&str]) -> anyhow::Result<String> {
        let program = npm::installed(self.project)?.join("rolldown/bin/cli.mjs");
        let bundled = tempfile::tempdir().context("no folder for a bundled script")?;
        let path = bundled.path().join(name);
        Invocation::new("node")
            .argument(program.display().to_string())
            .argument(name)
            .arguments(["--format", "esm", "--logLevel", "warn", "--file"])
            .argument(path.display().to_string())
            .arguments(external.iter().flat_map(|module| ["--external", module]))
            .run(self.folder.path())?;
        read(&path)
    }
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
