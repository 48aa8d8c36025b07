//! From source to the files that a web server carries: compile, bind, minify, name by content, write.
//!
//! Each step is one module: [`compile`] runs cargo, [`catalogues`] makes the languages' files, [`bindings`] binds
//! the wasm to JavaScript, [`glue`] puts the scripts around it together, [`split`] divides the wasm, [`optimize`] makes it
//! small, [`script`] and [`style`] the texts, [`tokens`] fills in names, [`folder`] puts the files in place, [`manifest`] lists them.

mod bindings;
mod catalogues;
mod compile;
mod fallback;
mod folder;
mod glue;
mod manifest;
mod optimize;
mod script;
mod split;
mod style;
mod tokens;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::project::Project;
use bindings::Names;
use folder::Staging;
use tokens::Tokens;

pub use glue::TYPES;
pub use manifest::{File, Kind, Manifest, Role, StandardLibrary};

/// The stable name that pages load; it alone never changes with the content.
pub const LOADER: &str = "casualty-calculator.js";

/// Our own pages and their script: the name in the built folder, and where it comes from. The loader names the page about
/// troubleshooting on the console when the calculator can't run; as `.txt` every server sends it as text.
const PAGES: [(&str, &str); 5] = [
    ("embed.html", "src/embed/embed.html"),
    ("frame.js", "src/embed/frame.js"),
    ("index.html", "index.html"),
    ("page.js", "src/embed/page.js"),
    ("troubleshooting.txt", "docs/troubleshooting.md"),
];

/// What a site loads for figures that were pasted into its pages, likewise.
const PASTED: [(&str, &str); 2] = [("pasted.css", "styles/pasted.css"), ("upgrade.js", "src/embed/upgrade.js")];

/// What to build, and where to.
pub struct Order {
    /// Small for readers, or quick for whoever works on it.
    pub kind: Kind,
    /// Features of the calculator's crate beside `web`.
    pub features: Vec<String>,
    /// The folder to replace.
    pub out: PathBuf,
}

/// Builds everything and puts it in place at once; what stood there stays when anything fails.
pub fn build(project: &Project, order: &Order) -> anyhow::Result<Manifest> {
    let compiled = compile::compile(project, order.kind, &order.features)?;
    let mut staging = Staging::beside(&order.out)?;
    let catalogues = catalogues::add(project, &mut staging)?;
    let bindings = bindings::generate(&compiled.wasm, Names::Removed)?;
    let [wasm, later] = match order.kind {
        Kind::Small => [optimize::optimize(project, &bindings.wasm)?, optimize::optimize(project, &bindings.later)?],
        Kind::Quick => [bindings.wasm.clone(), bindings.later.clone()],
    };
    let style = style::bundle(&project.path("styles/index.css"))?;

    let without_script = fallback::made(project)?;

    let glue = glue::add(project, order.kind, &mut staging, &bindings, &catalogues)?;
    let wasm = staging.add_hashed(Role::Wasm, "wasm", &wasm)?;
    let style = staging.add_hashed(Role::Style, "css", style.as_bytes())?;
    let later = staging.add_hashed(Role::Later, "wasm", &later)?;
    let tokens = Tokens::new(&glue, &wasm, &style, &later);

    staging.add(Role::Loader, LOADER, filled(project, &tokens)?.minified.as_bytes())?;

    staging.add(Role::Fallback, "fallback.html", without_script.html.as_bytes())?;
    staging.add(Role::Fallback, "fallback.css", without_script.style.as_bytes())?;
    staging.add(Role::Page, "calculator.txt", without_script.text.as_bytes())?;
    for (role, files) in [(Role::Page, &PAGES[..]), (Role::Pasted, &PASTED)] {
        for (name, source) in files {
            let text = fallback::filled(project, &small(&project.path(source))?)?;
            staging.add(role, name, text.as_bytes())?;
        }
    }
    staging.add_folder(Role::Data, "data", &project.path("data"), Some("json"))?;
    let page_styles = project.path("styles/page");
    if page_styles.is_dir() {
        staging.add_folder(Role::Page, "styles", &page_styles, None)?;
    }
    staging.finish(order.kind, compiled.standard_library, &order.features)
}

/// The loader before and after the build.
pub struct Loader {
    /// As it was written, with tokens.
    pub source: String,
    /// As pages load it.
    pub minified: String,
}

/// What the loader is, and what it becomes for these built files.
pub fn loader(project: &Project, manifest: &Manifest) -> anyhow::Result<Loader> {
    let [glue, wasm, style, later] = [Role::Glue, Role::Wasm, Role::Style, Role::Later].map(|role| manifest.file(role));
    filled(project, &Tokens::new(glue?, wasm?, style?, later?))
}

fn filled(project: &Project, tokens: &Tokens) -> anyhow::Result<Loader> {
    let path = project.path("src/embed/loader.js");
    let source = read(&path)?;
    let minified = script::minify(&path.display().to_string(), &tokens.fill(&path, &source)?)?;
    Ok(Loader { source, minified })
}

/// What stands in a file, minified where it is a script or a style sheet.
fn small(path: &Path) -> anyhow::Result<String> {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("js") => script::minify(&path.display().to_string(), &read(path)?),
        Some("css") => style::bundle(path),
        _ => read(path),
    }
}

/// The wasm of the last build of this kind as a reader gets it, but with the names of its functions.
pub fn named_wasm(project: &Project, kind: Kind) -> anyhow::Result<Vec<u8>> {
    let library = compile::library(project, kind);
    if !library.is_file() {
        bail!("{} is not there: run `cargo xtask build` first", library.display());
    }
    Ok(bindings::generate(&library, Names::Kept)?.wasm)
}

/// Says in a few lines what was built.
pub fn report(order: &Order, manifest: &Manifest) {
    let fetched: u64 = manifest.files.iter().filter(|file| file.role.is_fetched_first()).map(|file| file.brotli).sum();
    println!("{}: {}, {} files", order.out.display(), manifest.description(), manifest.files.len());
    println!("until interactive: {fetched} bytes with brotli (`cargo xtask size` judges it)");
    manifest.warn_if_not_as_asked();
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
