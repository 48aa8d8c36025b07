//! What drives Firefox: a program from crates.io, which Debian does not have.

use std::path::PathBuf;

use crate::invocation::Invocation;
use crate::project::Project;

/// The version that the tests are run with.
const VERSION: &str = "0.37.1";

/// Installs it into cargo's target folder where it is missing or of another version, and says which file it is.
pub fn installed(project: &Project) -> anyhow::Result<PathBuf> {
    let folder = project.target(format!("geckodriver-{VERSION}"));
    let program = folder.join("bin/geckodriver");
    if !program.is_file() {
        // Unoptimized: built in a fraction of the time, and it only hands messages on.
        let install = Invocation::new("cargo install geckodriver --locked --debug --no-track --version")
            .arguments([VERSION, "--root"])
            .argument(folder.display().to_string());
        println!("$ {install}");
        install.run(project.root())?;
    }
    Ok(program)
}
