//! How long a step of a slider takes in Chromium, by the browser test that measures it.

use xtask::packages::{self, CHROMIUM};
use xtask::project::Project;

use crate::browser_tests::browser_tests;
use crate::release;

/// Builds what is released, measures, and shows what was measured.
pub fn bench(project: &Project) -> anyhow::Result<()> {
    let out = project.path("dist");
    release::build(project, &[], &out)?;
    packages::ensure_installed(project, &CHROMIUM)?;
    let measuring = ["--", "--ignored", "--nocapture", "measuring::"];
    browser_tests(project, "chromium", &out, &measuring)?.run(project.root())
}
