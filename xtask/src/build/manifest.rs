//! `manifest.json`: every built file with its size, brotli size and integrity hash, and which kind of build it is.

use std::fs;
use std::path::Path;

use anyhow::{Context, anyhow};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use brotli::enc::BrotliEncoderParams;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha384};

/// The manifest's own name.
const NAME: &str = "manifest.json";

/// Which of cargo's profiles the wasm was built with, and what for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// For readers: as few bytes as possible.
    Small,
    /// For whoever works on it: soon built.
    Quick,
}

impl Kind {
    /// The profile's name in the workspace's `Cargo.toml`.
    pub fn profile(self) -> &'static str {
        match self {
            Self::Small => "wasm-release",
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
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The script that pages load.
    Loader,
    /// The JavaScript around the wasm.
    Glue,
    /// A part of it, where the build leaves the parts as they are.
    Module,
    /// The calculator.
    Wasm,
    /// The rest of it, fetched when a reader asks for it.
    Later,
    /// What a browser has to do for that, likewise.
    Share,
    /// The calculator's styles.
    Style,
    /// The words of one language, fetched where it is used.
    Words,
    /// The built-in dataset in one language, likewise.
    Told,
    /// An HTML page of ours, or what only such a page loads.
    Page,
    /// What stands where no script runs, and its styles.
    Fallback,
    /// What a site loads for figures that were pasted into its pages.
    Pasted,
    /// A dataset.
    Data,
}

impl Role {
    /// Whether a reader's browser fetches it before the built-in dataset is interactive.
    pub fn is_fetched_first(self) -> bool {
        matches!(self, Self::Loader | Self::Glue | Self::Module | Self::Wasm | Self::Style)
    }

    /// Whether there is a file for each language, of which a browser fetches one.
    pub fn is_of_a_language(self) -> bool {
        matches!(self, Self::Words | Self::Told)
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
    /// Its size with brotli at quality 11.
    pub brotli: u64,
    /// Its hash as `integrity` attributes take it.
    pub integrity: String,
}

impl File {
    /// Measures a file's content.
    pub fn measured(role: Role, path: &str, content: &[u8]) -> anyhow::Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            role,
            bytes: content.len() as u64,
            brotli: brotli_size(content).with_context(|| format!("cannot compress {path}"))?,
            integrity: format!("sha384-{}", BASE64.encode(Sha384::digest(content))),
        })
    }
}

/// Everything a built folder holds but the manifest itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Small or quick.
    pub kind: Kind,
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
            Kind::Small => "small build",
            Kind::Quick => "quick build",
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

    /// Says again, last and so not to be missed, that a small build did not get its standard library.
    pub fn warn_if_not_as_asked(&self) {
        if self.kind == Kind::Small && self.standard_library == StandardLibrary::Ordinary {
            eprintln!("warning: NOT the build that is released: the standard library could not be rebuilt for size");
        }
    }
}

fn brotli_size(content: &[u8]) -> std::io::Result<u64> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
    Ok(compressed.len() as u64)
}
