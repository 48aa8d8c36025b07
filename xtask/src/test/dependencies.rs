//! What the project is made of besides its own code: whether known faults, licences and sources of it are all right.

use std::path::Path;

use anyhow::ensure;
use serde_json::Value;
use xtask::invocation::Invocation;
use xtask::packages::{self, NODE};
use xtask::project::Project;

use crate::cargo_programs::CARGO_DENY;

/// The folders with what npm is asked for.
const FROM_NPM: [&str; 4] = ["xtask/npm", "tests/bundler", "tests/frameworks", "tests/bench/peers"];

/// Checks crates by `deny.toml`, and what comes from npm. Where lists of known faults can't be had, says so: on a machine without
/// a network the rest is checked all the same.
pub fn dependencies(project: &Project) -> anyhow::Result<()> {
    let deny = CARGO_DENY.installed(project)?;
    let deny = |command: &str| {
        let arguments = format!("--all-features {command}");
        Invocation::of(&deny).arguments(arguments.split_whitespace())
    };
    deny("check --hide-inclusion-graph bans licenses sources").shown().run(project.root())?;
    if deny("fetch db").succeeds(project.root()) {
        deny("check --disable-fetch advisories").shown().run(project.root())?;
    } else {
        println!("NOT CHECKED: the list of known faults of crates can't be fetched here (`cargo deny fetch db`)");
    }
    packages::ensure_installed(project, &NODE)?;
    for folder in FROM_NPM {
        audit(&project.path(folder), folder)?;
    }
    Ok(())
}

/// Asks the registry for known faults of what a lock file names.
fn audit(folder: &Path, name: &str) -> anyhow::Result<()> {
    let report = Invocation::new("npm audit --json --package-lock-only").output(folder)?;
    // Where the list can't be had, what is printed is an error, in JSON or not.
    let report: Value = serde_json::from_slice(&report).unwrap_or_default();
    let Some(total) = report.pointer("/metadata/vulnerabilities/total") else {
        println!("NOT CHECKED: the list of known faults of npm packages can't be fetched here ({name})");
        return Ok(());
    };
    ensure!(total == 0, "known faults of what {name} takes from npm: run `npm audit` there\n{report:#}");
    println!("{name}: no known fault");
    Ok(())
}
