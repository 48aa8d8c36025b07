//! The datasets that are published: those of the project and the stories.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The datasets in a folder of the project.
pub fn folder(name: &str) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(name))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.retain(|path| !path.ends_with("dataset.schema.json"));
    files.sort();
    Ok(files)
}

/// Every published dataset.
pub fn published() -> io::Result<Vec<PathBuf>> {
    let files = [folder("data")?, folder("data/stories")?].concat();
    assert!(files.len() >= 12, "{files:?}");
    Ok(files)
}
