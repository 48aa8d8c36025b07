//! The pictures in the documents, made anew from the released build.

use std::fs;

use anyhow::Context;

use crate::build::{self, Kind, Order};
use crate::invocation::Invocation;
use crate::packages::{self, CHROMIUM};
use crate::project::Project;

/// Where the documents have them.
const PLACE: &str = "docs/pictures";

/// Takes them in Chromium, by the browser tests that show what they show.
pub fn pictures(project: &Project) -> anyhow::Result<()> {
    let out = project.path("dist");
    build::build(project, &Order { kind: Kind::Small, features: Vec::new(), out: out.clone() })?;
    packages::ensure_installed(project, &CHROMIUM)?;
    let output = project.target("pictures");
    Invocation::new("cargo test --package browser-tests --test browser -- pictures::")
        .variable("CC_ENGINE", "chromium")
        .variable("CC_DIST", out)
        .variable("CC_TEST_OUTPUT", &output)
        .run(project.root())?;
    let place = project.path(PLACE);
    fs::create_dir_all(&place).with_context(|| place.display().to_string())?;
    let taken = output.join("pictures");
    for entry in fs::read_dir(&taken).with_context(|| taken.display().to_string())? {
        let entry = entry?;
        fs::copy(entry.path(), place.join(entry.file_name())).with_context(|| entry.path().display().to_string())?;
        println!("{PLACE}/{}", entry.file_name().display());
    }
    Ok(())
}
