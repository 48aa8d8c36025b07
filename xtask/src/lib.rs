//! Builds the calculator: what `cargo xtask` and `xtask-release`, its part for released builds, have in common.
//!
//! Everything that turns the source into the files of `dist/` happens in these two packages and in no shell script, so the
//! tools that do it are pinned in the workspace's one `Cargo.lock`. What only a released build needs is in `xtask-release`,
//! so that `cargo xtask serve` does not wait for it.

pub mod build;
pub mod invocation;
pub mod npm;
pub mod packages;
pub mod program;
pub mod project;
pub mod toolchain;
