//! How long a step of a slider takes in Chromium, by the browser test that measures it.

use xtask::packages::{self, CHROMIUM};
use xtask::program;
use xtask::project::Project;

use crate::release;

/// Builds what is released, measures, and shows what was measured.
pub fn bench(project: &Project) -> anyhow::Result<()> {
    let out = project.path("dist");
    release::build(project, &[], &out)?;
    packages::ensure_installed(project, &CHROMIUM)?;
    program::checked(project, "test", "--test browser -- --ignored --nocapture measuring::")?
        .variable("CC_ENGINE", "chromium")
        .variable("CC_DIST", out)
        .run(project.root())
}
