//! Where the project and its build output are.

use std::path::{Path, PathBuf};

use anyhow::Context;
use cargo_metadata::{Metadata, MetadataCommand, Package};

/// The package that becomes the calculator.
pub const PACKAGE: &str = "casualty-calculator";

/// The name its library has as a crate.
pub const CRATE: &str = "casualty_calculator";

/// The package that becomes the page on which calculators are made.
pub const BUILDER: &str = "casualty-calculator-builder";

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The workspace's folders, as cargo sees them.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    builds_with_tests: bool,
}

/// Set for programs that are run where tests are run too.
pub const BUILDS_WITH_TESTS: &str = "XTASK_BUILDS_WITH_TESTS";

impl Project {
    /// Asks cargo where the workspace is that this command was started in.
    pub fn locate() -> anyhow::Result<Self> {
        // Cargo sets the variable when it runs a command; a bare start of the program falls back on where it was built.
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let metadata = metadata(&package)?;
        Ok(Self {
            root: metadata.workspace_root.into(),
            target: metadata.target_directory.into(),
            builds_with_tests: std::env::var_os(BUILDS_WITH_TESTS).is_some(),
        })
    }

    /// The same project where tests are run too, so that programs are built together with them.
    pub fn with_tests(self) -> Self {
        Self { builds_with_tests: true, ..self }
    }

    /// Whether programs are built together with the tests.
    pub fn builds_with_tests(&self) -> bool {
        self.builds_with_tests
    }

    /// What `Cargo.toml` says of the calculator's package: its version and license.
    pub fn package(&self) -> anyhow::Result<Package> {
        let packages = metadata(&self.root)?.packages;
        let ours = packages.into_iter().find(|package| package.name.as_str() == PACKAGE);
        ours.with_context(|| format!("the workspace has no package {PACKAGE}"))
    }

    /// The folder that holds the workspace's `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the project; an absolute one stays as it is.
    pub fn path(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.root.join(inside)
    }

    /// A path inside cargo's target folder, wherever that was put.
    pub fn target(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.target.join(inside)
    }
}

fn metadata(folder: &Path) -> anyhow::Result<Metadata> {
    MetadataCommand::new()
        .manifest_path(folder.join("Cargo.toml"))
        .no_deps()
        .exec()
        .with_context(|| format!("cannot read the workspace of {}", folder.display()))
}
