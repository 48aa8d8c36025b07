//! `manifest.json`: every built file with its size, brotli size and integrity hash, and which kind of build it is.

use std::fs;
use std::path::Path;

use anyhow::{Context, anyhow};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha384};

/// The manifest's own name.
const NAME: &str = "manifest.json";

/// What a build is for, and so which of cargo's profiles the wasm is built with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BuildKind {
    /// For readers: as few bytes as possible.
    Released,
    /// For whoever works on it: soon built.
    Quick,
}

impl BuildKind {
    /// The profile's name in the workspace's `Cargo.toml`.
    pub fn profile(self) -> &'static str {
        match self {
            Self::Released => "wasm-release",
            Self::Quick => "wasm-quick",
        }
    }
}

/// Which standard library is inside the wasm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StandardLibrary {
    /// The one that comes with the compiler.
    #[serde(rename = "ordinary")]
    Ordinary,
    /// Compiled with the calculator, from the `rust-src` component.
    #[serde(rename = "rebuilt for size")]
    RebuiltForSize,
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The script that pages load.
    Loader,
    /// The JavaScript around the wasm.
    Glue,
    /// A part of it, where the build leaves the parts as they are.
    Module,
    /// The calculator.
    Wasm,
    /// The second half of it, fetched while the first one is drawn.
    LazyWasm,
    /// The JavaScript that goes with that, fetched likewise.
    LazyScript,
    /// The calculator's styles.
    Style,
    /// The words of one language, fetched where it is used.
    Words,
    /// The built-in dataset in one language, fetched likewise.
    DatasetTranslation,
    /// An HTML page of ours, or what only such a page loads.
    Page,
    /// What stands where no script runs, and its styles.
    Fallback,
    /// What a site loads for figures that were pasted into its pages.
    Pasted,
    /// A dataset.
    Data,
    /// The page on which calculators are made, and what it loads at once.
    Builder,
    /// What it loads to make the files for a site.
    Publisher,
}

impl Role {
    /// Whether a reader's browser fetches it before the built-in dataset is interactive.
    pub fn is_fetched_first(self) -> bool {
        matches!(self, Self::Loader | Self::Glue | Self::Wasm | Self::Style)
    }

    /// Whether there is a file for each language, of which a browser fetches one.
    pub fn is_per_language(self) -> bool {
        matches!(self, Self::Words | Self::DatasetTranslation)
    }
}

/// One built file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Where it is under the built folder, with `/` between the parts.
    pub path: String,
    /// What it is for.
    pub role: Role,
    /// Its size.
    pub bytes: u64,
    /// Its size with brotli at quality 11; a quick build does not measure it.
    pub brotli: Option<u64>,
    /// Its hash as `integrity` attributes take it.
    pub integrity: String,
}

impl File {
    /// The entry for a file's content, whose size with brotli is measured elsewhere.
    pub fn new(role: Role, path: &str, content: &[u8], brotli: Option<u64>) -> Self {
        Self {
            path: path.to_owned(),
            role,
            bytes: content.len() as u64,
            brotli,
            integrity: format!("sha384-{}", BASE64.encode(Sha384::digest(content))),
        }
    }
}

/// Everything a built folder holds but the manifest itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Released or quick.
    pub kind: BuildKind,
    /// The standard library inside the wasm.
    pub standard_library: StandardLibrary,
    /// Features beside `web`.
    pub features: Vec<String>,
    /// The files, by path.
    pub files: Vec<File>,
}

impl Manifest {
    /// Reads the manifest of a built folder.
    pub fn read(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(NAME);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}: run `cargo xtask build` first", path.display()))?;
        serde_json::from_str(&text)
            .with_context(|| format!("{} is not a manifest: run `cargo xtask build` again", path.display()))
    }

    /// Writes it into the folder that it lists.
    pub fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let path = folder.join(NAME);
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
    }

    /// The file that is there for this.
    pub fn file(&self, role: Role) -> anyhow::Result<&File> {
        let file = self.files.iter().find(|file| file.role == role);
        file.ok_or_else(|| anyhow!("the build has no file of the role {role:?}: run `cargo xtask build` again"))
    }

    /// The kind of build, in words.
    pub fn description(&self) -> String {
        let kind = match self.kind {
            BuildKind::Released => "released build",
            BuildKind::Quick => "quick build",
        };
        let library = match self.standard_library {
            StandardLibrary::Ordinary => "ordinary standard library",
            StandardLibrary::RebuiltForSize => "standard library rebuilt for size",
        };
        let features = match self.features.as_slice() {
            [] => String::new(),
            features => format!(", with {}", features.join(", ")),
        };
        format!("{kind}, {library}{features}")
    }

    /// Warns again, last and so not to be missed, that a released build did not get its standard library.
    pub fn warn_if_not_as_asked(&self) {
        if self.kind == BuildKind::Released && self.standard_library == StandardLibrary::Ordinary {
            eprintln!("warning: NOT the build that is released: the standard library could not be rebuilt for size");
        }
    }
}
