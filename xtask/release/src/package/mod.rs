//! The npm package: the built files, with an entry whose addresses a bundler can follow, types and a README.

mod entry;

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use xtask::build::{self, Manifest, Role};
use xtask::files::{read, write};
use xtask::project::Project;

use crate::optimizer::Smallest;

/// What stands in `npm/` and goes into the package beside its `package.json`.
const WRITTEN: [&str; 8] =
    ["README.md", "framework.js", "index.d.ts", "preact.d.ts", "react.d.ts", "server.js", "svelte.d.ts", "vue.d.ts"];

/// What both licenses ask to go with every copy.
const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Makes the package's folder of the built files in `dist`; what stood there before is replaced.
///
/// The entry is made of the loader's source and not of the built loader, so both have to be of one kind: where the built
/// one came of another source it is an error, which asks for a new build.
pub fn package(project: &Project, dist: &Path, out: &Path) -> anyhow::Result<()> {
    let manifest = Manifest::read(dist)?;
    let loader = build::loader(project, &manifest, &Smallest::new(project))?;
    let built = read(&dist.join(build::LOADER))?;
    ensure!(built == loader.built, "{} is of another source: run `cargo xtask build` first", dist.display());

    let about = project.package()?;
    let facts = [
        ("%VERSION%", about.version.to_string()),
        ("%LICENSE%", about.license.context("Cargo.toml names no license")?),
        ("%DESCRIPTION%", about.description.context("Cargo.toml has no description")?),
    ];
    let json =
        facts.iter().fold(read(&project.path("npm/package.json"))?, |text, (token, fact)| text.replace(token, fact));
    let entry = entry::entry(&loader.source, &manifest)?;

    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("cannot remove {}", out.display()))?;
    }
    fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    write(&out.join("package.json"), &json)?;
    write(&out.join("index.js"), &entry)?;
    for name in WRITTEN {
        copy(&project.path("npm").join(name), &out.join(name))?;
    }
    for name in LICENSES {
        copy(&project.path(name), &out.join(name))?;
    }
    for role in [Role::Glue, Role::Wasm, Role::Style, Role::LazyWasm, Role::LazyScript] {
        let file = manifest.file(role)?;
        copy(&dist.join(&file.path), &out.join(entry::name_in_package(file)))?;
    }
    // The glue has their addresses as bundlers look for them.
    for file in manifest.files.iter().filter(|file| file.role.is_per_language()) {
        copy(&dist.join(&file.path), &out.join(&file.path))?;
    }
    println!("{}: {} {}, {}", out.display(), about.name, about.version, manifest.description());
    manifest.warn_if_not_as_asked();
    Ok(())
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
