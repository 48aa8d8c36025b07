//! The types of our JavaScript, which its comments say: checked by TypeScript, with what wasm-bindgen says of the calculator.

use std::fs;

use anyhow::{Context, ensure};
use serde_json::json;
use xtask::build;
use xtask::invocation::Invocation;
use xtask::project::Project;

use super::bundler;

/// What is checked, and how strictly; it holds for editors too.
const CONFIGURATION: &str = "src/embed/tsconfig.json";

/// Checks every script but those of the browser tests.
pub fn scripts(project: &Project) -> anyhow::Result<()> {
    let types = project.target(build::TYPES);
    ensure!(types.is_file(), "{} is not there: run `cargo xtask test --only build` first", types.display());
    let folder = types.parent().context("the types are in no folder")?;
    // The same where cargo's target folder is elsewhere.
    let configuration = json!({
        "extends": project.path(CONFIGURATION),
        "compilerOptions": { "rootDirs": [project.path("src/embed/glue"), folder] },
    });
    let path = folder.join("tsconfig.json");
    fs::write(&path, configuration.to_string()).with_context(|| format!("cannot write {}", path.display()))?;
    let check = Invocation::new("node")
        .argument(bundler::modules(project)?.join("typescript/bin/tsc").display().to_string())
        .argument("--project")
        .argument(path.display().to_string());
    check.shown().run(project.root())
}
