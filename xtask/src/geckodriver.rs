//! What drives Firefox: a program that cargo installs, since Debian does not have it.

use std::path::PathBuf;

use xtask::invocation::Invocation;
use xtask::project::Project;

/// The version that the tests are run with.
const VERSION: &str = "0.37.1";

/// Installs it into cargo's target folder where it is missing or of another version, and says which file it is.
pub fn installed(project: &Project) -> anyhow::Result<PathBuf> {
    let folder = project.target("geckodriver");
    let program = folder.join("bin/geckodriver");
    let found = Invocation::of(&program).argument("--version").read_quietly(project.root());
    let wanted = format!("geckodriver {VERSION} ");
    if !found.is_some_and(|found| found.starts_with(wanted.as_bytes())) {
        // Unoptimized: built in a fraction of the time, and it only hands messages on.
        let install = Invocation::new("cargo install geckodriver --locked --debug --force --no-track --version")
            .arguments([VERSION, "--root"])
            .argument(folder.display().to_string());
        install.shown().run(project.root())?;
    }
    Ok(program)
}
