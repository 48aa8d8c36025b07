//! How long a step of a slider takes in Chromium, by the browser test that measures it.

use crate::build::{self, Kind, Order};
use crate::invocation::Invocation;
use crate::packages::{self, CHROMIUM};
use crate::project::Project;

/// Builds what is released, measures, and shows what was measured.
pub fn bench(project: &Project) -> anyhow::Result<()> {
    let out = project.path("dist");
    build::build(project, &Order { kind: Kind::Small, features: Vec::new(), out: out.clone() })?;
    packages::ensure_installed(project, &CHROMIUM)?;
    Invocation::new("cargo test --package browser-tests --test browser -- --ignored --nocapture measuring::")
        .variable("CC_ENGINE", "chromium")
        .variable("CC_DIST", out)
        .run(project.root())
}
