//! Programs of this workspace, built before they are run.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

use anyhow::anyhow;
use cargo_metadata::Message;

use crate::invocation::Invocation;
use crate::project::{PACKAGE, Project};
use crate::toolchain::sysroot;

/// The packages and features with which everything is built that runs on this machine. Cargo joins the features that the
/// chosen packages ask of a dependency, so another choice would compile many dependencies again.
const NATIVE: &str = "--workspace --features casualty-calculator/render";

/// What clippy is given through a variable, since cargo's command line is the compiler's: every warning is an error.
const CLIPPY_ARGUMENTS: &str = "-Dwarnings__CLIPPY_HACKERY__";

/// Names a folder that has the programs of this workspace already.
pub const BUILT_PROGRAMS: &str = "XTASK_BUILT_PROGRAMS";

/// A cargo command for all packages, with clippy in the compiler's place: so what is linted and what is tested is compiled
/// once, and the dependencies of both with it.
///
/// # Errors
/// Where the compiler does not say where it is.
pub fn checked(project: &Project, command: &str, arguments: &str) -> anyhow::Result<Invocation> {
    let driver = sysroot(project)?.join("bin").join(format!("clippy-driver{EXE_SUFFIX}"));
    Ok(Invocation::new(&format!("cargo {command} {NATIVE} {arguments}"))
        .variable("RUSTC_WORKSPACE_WRAPPER", driver)
        .variable("CLIPPY_ARGS", CLIPPY_ARGUMENTS))
}

/// Builds a program and says which file it is. Where tests are run too it is the one that is built with them: they ask for more
/// features of some dependencies, so without them these would be compiled again.
///
/// # Errors
/// Where it does not compile.
pub fn native(project: &Project, name: &str) -> anyhow::Result<PathBuf> {
    if let Some(folder) = std::env::var_os(BUILT_PROGRAMS) {
        return Ok(PathBuf::from(folder).join(format!("{name}{EXE_SUFFIX}")));
    }
    if project.builds_with_tests() {
        built(project, checked(project, "build", "--all-targets")?, name)
    } else {
        built(project, Invocation::new(&format!("cargo build {NATIVE} --bin {name}")), name)
    }
}

/// Builds the calculator's command line with as little as the languages' files need, without what draws.
///
/// # Errors
/// Where it does not compile.
pub fn without_view(project: &Project) -> anyhow::Result<PathBuf> {
    if project.builds_with_tests() || std::env::var_os(BUILT_PROGRAMS).is_some() {
        return native(project, PACKAGE);
    }
    built(project, Invocation::new(&format!("cargo build --package {PACKAGE} --bin {PACKAGE}")), PACKAGE)
}

fn built(project: &Project, command: Invocation, name: &str) -> anyhow::Result<PathBuf> {
    let messages = command.shown().arguments(["--message-format", "json-render-diagnostics"]).read(project.root())?;
    let programs = Message::parse_stream(messages.as_slice()).filter_map(|message| match message {
        // The tests of a program are one too.
        Ok(Message::CompilerArtifact(artifact)) if artifact.target.name == name && !artifact.profile.test => {
            artifact.executable
        }
        _ => None,
    });
    programs.last().map(PathBuf::from).ok_or_else(|| anyhow!("cargo built no program {name}"))
}
