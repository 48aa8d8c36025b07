//! From source to the files that a web server carries: compile, bind, minify, name by content, write.
//!
//! Each step is one module: `compile` runs cargo, `languages` makes the languages' files, `bindings` binds the wasm to
//! JavaScript, `glue` puts the scripts around it together, `split` divides the wasm by what refers to what in it, as
//! `references` reads it, `optimizer` says what is done to each kind of file, `builder` makes the page on which calculators are
//! made, `tokens` fills in names, `folder` puts the files in place, `manifest` lists them. What a released build does
//! to files is in `xtask-release`.

mod bindings;
mod builder;
mod compile;
mod folder;
mod glue;
mod languages;
mod manifest;
mod optimizer;
mod references;
mod split;
mod tokens;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::files::read;
use crate::project::Project;
use bindings::Names;
use folder::Staging;
use tokens::Tokens;

pub use glue::TYPES;
pub use manifest::{BuildKind, File, Manifest, Role, StandardLibrary};
pub use optimizer::{Fallback, Optimizer, Unoptimized};

/// The stable name that pages load; it alone never changes with the content.
pub const LOADER: &str = "casualty-calculator.js";

/// Our own pages and their script: the name in the built folder, and where it comes from. The loader sends to
/// `troubleshooting.txt` whoever looks for why the calculator does not run.
const PAGES: [(&str, &str); 7] = [
    ("address.js", "src/embed/address.js"),
    ("embed.html", "src/embed/embed.html"),
    ("frame.js", "src/embed/frame.js"),
    ("index.html", "index.html"),
    ("page.js", "src/embed/page.js"),
    ("stories.html", "stories.html"),
    ("troubleshooting.txt", "docs/troubleshooting.md"),
];

/// What a site loads for figures that were pasted into its pages, likewise.
const PASTED: [(&str, &str); 2] = [("pasted.css", "styles/pasted.css"), ("upgrade.js", "src/embed/upgrade.js")];

/// What elements show that name no other dataset.
const BUILT_IN: &str = "data/kursk-january-2025.json";

/// Where a page of ours has a fallback: behind this stand the dataset and the scenario, where they are not the built-in ones.
const FALLBACK_PLACE: &str = "<!-- fallback";

/// What to build, and where to.
pub struct BuildOptions {
    /// Released for readers, or quick for whoever works on it.
    pub kind: BuildKind,
    /// Features of the calculator's crate beside `web`.
    pub features: Vec<String>,
    /// The folder to replace.
    pub out: PathBuf,
}

/// Builds everything quickly and puts it in place at once; what stood there stays when anything fails.
///
/// # Errors
/// Whatever is wrong with the source, with the name of the file.
pub fn quick(project: &Project, features: Vec<String>, out: PathBuf) -> anyhow::Result<Manifest> {
    build(project, &BuildOptions { kind: BuildKind::Quick, features, out }, &Unoptimized)
}

/// Builds everything and puts it in place at once; what stood there stays when anything fails.
///
/// # Errors
/// Whatever is wrong with the source, with the name of the file.
pub fn build(project: &Project, options: &BuildOptions, optimizer: &dyn Optimizer) -> anyhow::Result<Manifest> {
    stage("compiling the calculator for browsers");
    let features = [&["web".to_owned()], &options.features[..]].concat();
    let compiled = compile::compile(project, &compile::CALCULATOR, options.kind, &features)?;
    let mut staging = Staging::beside(&options.out, optimizer)?;
    stage("making the files of each language");
    let languages = languages::add(project, options.kind, &mut staging)?;
    stage("making the wasm and its JavaScript");
    let bindings = bindings::generate(&compiled.wasm, Names::Removed)?;
    let glue = glue::add(project, optimizer, &mut staging, &bindings, &languages)?;
    let wasm = optimizer.wasm(bindings.wasm)?;
    let lazy_wasm = optimizer.wasm(bindings.lazy)?;
    stage("making scripts, styles and pages");
    let style = optimizer.style(&project.path("styles/index.css"))?;
    let wasm = staging.add_hashed(Role::Wasm, "wasm", &wasm)?;
    let style = staging.add_hashed(Role::Style, "css", style.as_bytes())?;
    let lazy_wasm = staging.add_hashed(Role::LazyWasm, "wasm", &lazy_wasm)?;
    let tokens = Tokens::new(&glue, &wasm, &style, &lazy_wasm);

    staging.add(Role::Loader, LOADER, filled(project, &tokens, optimizer)?.built.as_bytes())?;

    let fallback = optimizer.fallback(BUILT_IN, None)?;
    staging.add(Role::Fallback, "fallback.html", fallback.html.as_bytes())?;
    staging.add(Role::Fallback, "fallback.css", fallback.style.as_bytes())?;
    staging.add(Role::Page, "calculator.txt", fallback.text.as_bytes())?;
    for (role, files) in [(Role::Page, &PAGES[..]), (Role::Pasted, &PASTED)] {
        for (name, source) in files {
            let text = with_fallbacks(&processed(optimizer, &project.path(source))?, optimizer)?;
            staging.add(role, name, text.as_bytes())?;
        }
    }
    staging.add_folder(Role::Data, "data", &project.path("data"), Some("json"))?;
    let page_styles = project.path("styles/page");
    if page_styles.is_dir() {
        staging.add_folder(Role::Page, "styles", &page_styles, None)?;
    }
    builder::add(project, options.kind, optimizer, &mut staging)?;
    staging.finish(options.kind, compiled.standard_library, &options.features)
}

/// Says what is being done: the first time, much of it takes minutes.
fn stage(what: &str) {
    println!("-- {what}");
}

/// A page of ours with what stands where no script runs, in each of its calculators.
fn with_fallbacks(page: &str, optimizer: &dyn Optimizer) -> anyhow::Result<String> {
    let mut parts = page.split(FALLBACK_PLACE);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (given, rest) = part.split_once("-->").context("a place for a fallback that does not end")?;
        let mut given = given.split_whitespace();
        filled += &optimizer.fallback(given.next().unwrap_or(BUILT_IN), given.next())?.html;
        filled += rest;
    }
    Ok(filled)
}

/// The loader before and after the build.
pub struct Loader {
    /// As it was written, with tokens.
    pub source: String,
    /// As pages load it.
    pub built: String,
}

/// What the loader is, and what it becomes for these built files.
///
/// # Errors
/// Where a file is not there, or the loader lacks a token.
pub fn loader(project: &Project, manifest: &Manifest, optimizer: &dyn Optimizer) -> anyhow::Result<Loader> {
    let [glue, wasm, style, lazy_wasm] =
        [Role::Glue, Role::Wasm, Role::Style, Role::LazyWasm].map(|role| manifest.file(role));
    filled(project, &Tokens::new(glue?, wasm?, style?, lazy_wasm?), optimizer)
}

fn filled(project: &Project, tokens: &Tokens, optimizer: &dyn Optimizer) -> anyhow::Result<Loader> {
    let path = project.path("src/embed/loader.js");
    let source = read(&path)?;
    let built = optimizer.script(&path.display().to_string(), &tokens.fill(&path, &source)?)?;
    Ok(Loader { source, built })
}

/// What stands in a file, made fit where it is a script or a style sheet.
fn processed(optimizer: &dyn Optimizer, path: &Path) -> anyhow::Result<String> {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("js") => optimizer.script(&path.display().to_string(), &read(path)?),
        Some("css") => optimizer.style(path),
        _ => read(path),
    }
}

/// The wasm of the last build of this kind as a reader gets it, but with the names of its functions.
///
/// # Errors
/// Where there was none.
pub fn named_wasm(project: &Project, kind: BuildKind) -> anyhow::Result<Vec<u8>> {
    let library = compile::library(project, kind);
    if !library.is_file() {
        bail!("{} is not there: run `cargo xtask build` first", library.display());
    }
    Ok(bindings::generate(&library, Names::Kept)?.wasm)
}

/// Says in a few lines what was built.
pub fn report(out: &Path, manifest: &Manifest) {
    println!("{}: {}, {} files", out.display(), manifest.description(), manifest.files.len());
    let fetched = manifest.files.iter().filter(|file| file.role.is_fetched_first()).map(|file| file.brotli);
    if let Some(bytes) = fetched.sum::<Option<u64>>() {
        println!("until interactive: {bytes} bytes with brotli (`cargo xtask size` judges it)");
    }
    manifest.warn_if_not_as_asked();
}

#[cfg(test)]
mod tests {
    use super::{Unoptimized, with_fallbacks};

    #[test]
    fn every_place_for_a_fallback_in_a_page_is_filled() {
        let page = "<a><!-- fallback --></a><b><!-- fallback data/x.json deployed=1 --></b>";
        let filled = with_fallbacks(page, &Unoptimized).expect("both places end");
        let note = "<p>A quick build has no fallback here; `cargo xtask build` makes it.</p>";
        assert_eq!(filled, format!("<a>{note}</a><b>{note}</b>"));
        assert!(with_fallbacks("<!-- fallback", &Unoptimized).is_err());
    }
}
