//! The files of each language beside English, made by the command line: the words, and the translated built-in dataset.

use std::fs;

use anyhow::{Context, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::folder::Staging;
use super::manifest::{BuildKind, File, Role};
use crate::invocation::Invocation;
use crate::program;
use crate::project::{PACKAGE, Project};

/// Adds the files and gives the text of the JavaScript object by which the glue finds them: two a language, each with its
/// address as bundlers look for it, and its hash.
///
/// # Errors
/// What a catalogue lacks.
pub fn add(project: &Project, kind: BuildKind, staging: &mut Staging) -> anyhow::Result<String> {
    let folder = tempfile::tempdir().context("no folder for the languages")?;
    let command_line = match kind {
        // A released build needs the one that draws in any case, for the fallback.
        BuildKind::Released => program::native(project, PACKAGE)?,
        BuildKind::Quick => program::without_view(project)?,
    };
    Invocation::of(&command_line)
        .arguments(["languages", "--out"])
        .argument(folder.path().display().to_string())
        .run(project.root())?;
    let mut languages = Vec::new();
    for entry in WalkDir::new(folder.path()).min_depth(1).sort_by_file_name() {
        let words = entry.context("cannot list the languages")?.into_path();
        if words.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let Some(language) = words.file_stem().and_then(|name| name.to_str()) else {
            bail!("{} names no language", words.display());
        };
        let mut place = |role, extension: &str| {
            let path = words.with_extension(extension);
            let content = fs::read(&path).with_context(|| format!("no {} was made", path.display()))?;
            staging
                .add_hashed_as(role, &format!("{language}-"), extension, &content)
                .map(|file| located(&file, &content))
        };
        let (words, dataset) = (place(Role::Words, "txt")?, place(Role::DatasetTranslation, "json")?);
        languages.push(format!("{language}:[{words},{dataset}]"));
    }
    // A page may ask for any name, also for one that all other objects have.
    Ok(format!("{{__proto__:null,{}}}", languages.join(",")))
}

/// A hash does not compress, and every reader fetches those of all languages: the shortest that browsers take will do.
fn located(File { path, .. }: &File, content: &[u8]) -> String {
    let hash = BASE64.encode(Sha256::digest(content));
    format!("[new URL('./{path}',import.meta.url),'{hash}']")
}
