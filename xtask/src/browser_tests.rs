//! The browser tests as a program to run.

use std::path::Path;

use xtask::invocation::Invocation;
use xtask::program;
use xtask::project::Project;

use crate::fonts;

/// The browser tests in an engine, over built files and with the fonts of the tests.
///
/// # Errors
/// Where the compiler does not say where it is, or the fonts can't be put in place.
pub fn browser_tests(project: &Project, engine: &str, dist: &Path, arguments: &[&str]) -> anyhow::Result<Invocation> {
    Ok(program::checked(project, "test", "--test browser")?
        .arguments(arguments.iter().copied())
        .variables(fonts::variable(project)?)
        .variable("CC_ENGINE", engine)
        .variable("CC_DIST", dist))
}
