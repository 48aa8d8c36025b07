//! Builds the calculator: what `cargo xtask` and `xtask-release`, its part for released builds, have in common.
//!
//! Everything that turns the source into the files of `dist/` happens in these two packages and in no shell script, so the
//! tools that do it are pinned in the workspace's one `Cargo.lock`. What only a released build needs is in `xtask-release`,
//! so that `cargo xtask serve` does not wait for it.

use std::process::ExitCode;

pub mod build;
pub mod files;
pub mod invocation;
pub mod npm;
pub mod packages;
pub mod program;
pub mod project;
pub mod toolchain;

/// What a command ends with, after it has shown what went wrong, if anything did.
pub fn finish(result: anyhow::Result<ExitCode>) -> ExitCode {
    result.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
