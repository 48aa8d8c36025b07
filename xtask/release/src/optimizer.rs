//! What a released build does to its files: as few bytes as possible, and pages that stand without a script.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use xtask::build::{Fallback, Optimizer};
use xtask::program;
use xtask::project::{PACKAGE, Project};

use crate::{bundle, fallback, script, style, wasm_opt};

/// Makes every file as small as it gets.
pub struct Smallest<'a> {
    project: &'a Project,
    /// The calculator's command line, once it is built.
    command_line: OnceCell<PathBuf>,
}

impl<'a> Smallest<'a> {
    /// For the files of a project.
    pub fn new(project: &'a Project) -> Self {
        Self { project, command_line: OnceCell::new() }
    }

    fn command_line(&self) -> anyhow::Result<&Path> {
        if let Some(built) = self.command_line.get() {
            return Ok(built);
        }
        let built = program::native(self.project, PACKAGE)?;
        Ok(self.command_line.get_or_init(|| built))
    }
}

impl Optimizer for Smallest<'_> {
    fn script(&self, name: &str, source: &str) -> anyhow::Result<String> {
        script::minify(name, source)
    }

    fn bundle(&self, folder: &Path, name: &str, external: &[&str]) -> anyhow::Result<String> {
        script::minify(name, &bundle::bundle(self.project, folder, name, external)?)
    }

    fn bundles(&self) -> bool {
        true
    }

    fn style(&self, path: &Path) -> anyhow::Result<String> {
        style::bundle(path)
    }

    fn wasm(&self, wasm: Vec<u8>) -> anyhow::Result<Vec<u8>> {
        wasm_opt::optimize(self.project, &wasm)
    }

    fn fallback(&self, dataset: &str, scenario: Option<&str>) -> anyhow::Result<Fallback> {
        fallback::drawn(self.project, self.command_line()?, dataset, scenario)
    }

    fn brotli_size(&self, content: &[u8]) -> anyhow::Result<Option<u64>> {
        let parameters = BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: content.len(), ..Default::default() };
        let mut compressed = Vec::new();
        brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
        Ok(Some(compressed.len() as u64))
    }
}
