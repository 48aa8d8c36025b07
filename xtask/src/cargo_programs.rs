//! Programs that cargo installs, since no package of Debian's has them.

use std::path::PathBuf;

use xtask::invocation::Invocation;
use xtask::project::Project;

/// A program of a crate of that name.
pub struct CargoProgram {
    name: &'static str,
    /// The version that the tests are run with.
    version: &'static str,
}

/// What drives Firefox.
pub const GECKODRIVER: CargoProgram = CargoProgram { name: "geckodriver", version: "0.37.1" };

/// What looks at the dependencies.
pub const CARGO_DENY: CargoProgram = CargoProgram { name: "cargo-deny", version: "0.20.2" };

impl CargoProgram {
    /// Installs it into cargo's target folder where it is missing or of another version, and says which file it is.
    pub fn installed(&self, project: &Project) -> anyhow::Result<PathBuf> {
        let Self { name, version } = self;
        let folder = project.target(name);
        let program = folder.join("bin").join(name);
        let found = Invocation::of(&program).argument("--version").read_quietly(project.root());
        let is_wanted = |found: Vec<u8>| {
            let found = String::from_utf8_lossy(&found).into_owned();
            found.split_whitespace().take(2).eq([*name, *version])
        };
        if !found.is_some_and(is_wanted) {
            // Unoptimized: built in a fraction of the time, and none of them has much to do.
            let install = Invocation::new("cargo install --locked --debug --force --no-track").argument(*name);
            let install = install.arguments(["--version", *version, "--root"]);
            install.argument(folder.display().to_string()).shown().run(project.root())?;
        }
        Ok(program)
    }
}
