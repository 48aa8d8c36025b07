//! Makes one script of a module and all that it imports, with rolldown, which npm carries.

use std::fs;
use std::path::Path;

use anyhow::Context;
use xtask::invocation::Invocation;
use xtask::npm;
use xtask::project::Project;

/// A module of a folder and all that it imports but `external`, in one scope, so that names can be short.
pub fn bundle(project: &Project, folder: &Path, name: &str, external: &[&str]) -> anyhow::Result<String> {
    let program = npm::installed(project)?.join("rolldown/bin/cli.mjs");
    let bundled = tempfile::tempdir().context("no folder for a bundled script")?;
    let path = bundled.path().join(name);
    Invocation::new("node")
        .argument(program.display().to_string())
        .argument(name)
        .arguments(["--format", "esm", "--logLevel", "warn", "--file"])
        .argument(path.display().to_string())
        .arguments(external.iter().flat_map(|module| ["--external", module]))
        .run(folder)?;
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}
