//! Runs `xtask-release`, which has what only a released build needs and so is not built before it is wanted.

use std::path::Path;

use anyhow::Context;
use xtask::invocation::Invocation;
use xtask::program;
use xtask::project::{BUILDS_WITH_TESTS, Project};

/// Builds the files that are released, with features of the calculator's crate beside `web`.
pub fn build(project: &Project, features: &[String], out: &Path) -> anyhow::Result<()> {
    let mut build = release(project)?.arguments(["build", "--out"]).argument(text(out)?);
    if !features.is_empty() {
        build = build.argument("--features").argument(features.join(","));
    }
    build.run(project.root())
}

/// Shows what built files weigh, and fails where a budget is broken.
pub fn size(project: &Project, out: &Path, detail: bool) -> anyhow::Result<()> {
    let size = release(project)?.arguments(["size", "--out"]).argument(text(out)?);
    size.arguments(detail.then_some("--detail")).run(project.root())
}

/// Makes the npm package of built files.
pub fn package(project: &Project, dist: &Path, out: &Path) -> anyhow::Result<()> {
    let package = release(project)?.arguments(["package", "--dist"]).argument(text(dist)?);
    package.argument("--out").argument(text(out)?).run(project.root())
}

fn release(project: &Project) -> anyhow::Result<Invocation> {
    let release = Invocation::of(&program::native(project, "xtask-release")?);
    Ok(release.variables(project.builds_with_tests().then_some((BUILDS_WITH_TESTS, "yes"))))
}

fn text(path: &Path) -> anyhow::Result<&str> {
    path.to_str().with_context(|| format!("{} is not text", path.display()))
}
