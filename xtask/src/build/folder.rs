//! Puts the built files into their folder all at once.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use walkdir::WalkDir;

use super::Optimizer;
use super::manifest::{BuildKind, File, Manifest, Role, StandardLibrary};
use crate::project::PACKAGE;

/// How much of a file's hash goes into its name: enough that two builds never share one by accident.
const HASH_BYTES: usize = 4;

/// A folder in the making, which takes the place of the real one when it is whole and vanishes when it is not.
pub struct Staging<'a> {
    optimizer: &'a dyn Optimizer,
    folder: TempDir,
    out: PathBuf,
    files: Vec<File>,
}

impl<'a> Staging<'a> {
    /// Starts a folder beside `out`, where a rename will do: on the same disk. The optimizer measures what is added.
    pub fn beside(out: &Path, optimizer: &'a dyn Optimizer) -> anyhow::Result<Self> {
        let parent = out.parent().ok_or_else(|| anyhow!("{} cannot be replaced", out.display()))?;
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        let folder = tempfile::Builder::new()
            .prefix(".dist-")
            .tempdir_in(parent)
            .with_context(|| format!("cannot make a folder in {}", parent.display()))?;
        Ok(Self { optimizer, folder, out: out.to_path_buf(), files: Vec::new() })
    }

    /// Writes a file under the name of its content, so that a cache may keep it for ever.
    pub fn add_hashed(&mut self, role: Role, extension: &str, content: &[u8]) -> anyhow::Result<File> {
        self.add_hashed_as(role, "", extension, content)
    }

    /// The same with something before the hash that tells the file from others of its role.
    pub fn add_hashed_as(&mut self, role: Role, of: &str, extension: &str, content: &[u8]) -> anyhow::Result<File> {
        self.add(role, &format!("{PACKAGE}-{of}{}.{extension}", hash(content)), content)
    }

    /// The same in a folder, which says what the file is of.
    pub fn add_hashed_in(&mut self, folder: &str, role: Role, extension: &str, content: &[u8]) -> anyhow::Result<File> {
        self.add(role, &format!("{folder}/{folder}-{}.{extension}", hash(content)), content)
    }

    /// Writes a file and notes it for the manifest.
    pub fn add(&mut self, role: Role, path: &str, content: &[u8]) -> anyhow::Result<File> {
        let target = self.folder.path().join(path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        }
        fs::write(&target, content).with_context(|| format!("cannot write {}", target.display()))?;
        let brotli = self.optimizer.brotli_size(content).with_context(|| format!("cannot compress {path}"))?;
        let file = File::new(role, path, content, brotli);
        self.files.push(file.clone());
        Ok(file)
    }

    /// Copies the files under `source` to `to`: all of them, or those with one extension.
    pub fn add_folder(&mut self, role: Role, to: &str, source: &Path, extension: Option<&str>) -> anyhow::Result<()> {
        for entry in WalkDir::new(source).sort_by_file_name() {
            let entry = entry.with_context(|| format!("cannot list {}", source.display()))?;
            let path = entry.path();
            let wanted = extension.is_none_or(|extension| path.extension().is_some_and(|found| found == extension));
            if !entry.file_type().is_file() || !wanted {
                continue;
            }
            let inside = path.strip_prefix(source)?.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>();
            let content = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            self.add(role, &format!("{to}/{}", inside.join("/")), &content)?;
        }
        Ok(())
    }

    /// Adds the manifest and moves the folder into place.
    pub fn finish(
        mut self,
        kind: BuildKind,
        standard_library: StandardLibrary,
        features: &[String],
    ) -> anyhow::Result<Manifest> {
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        let manifest = Manifest { kind, standard_library, features: features.to_vec(), files: self.files };
        manifest.write(self.folder.path())?;

        let old = self.folder.path().with_extension("old");
        let replaced = self.out.exists();
        let new = self.folder.keep();
        make_readable(&new)?;
        if replaced {
            fs::rename(&self.out, &old).with_context(|| format!("cannot move {} away", self.out.display()))?;
        }
        fs::rename(&new, &self.out)
            .with_context(|| format!("cannot move {} to {}", new.display(), self.out.display()))?;
        if replaced {
            fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
        }
        Ok(manifest)
    }
}

/// What stands in a file's name for its content.
fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(HASH_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

/// Temporary folders are their owner's alone; a web server runs as somebody else.
#[cfg(unix)]
fn make_readable(folder: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
        .with_context(|| format!("cannot open {} to others", folder.display()))
}

#[cfg(not(unix))]
fn make_readable(_folder: &Path) -> anyhow::Result<()> {
    Ok(())
}
