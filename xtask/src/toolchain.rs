//! What `rust-toolchain.toml` asks for beside the compiler. rustup brings it by itself with a toolchain that is new to a
//! machine, and not where the toolchain is there already or rustup was told to install nothing.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::invocation::Invocation;
use crate::project::{Project, WASM};

/// Makes sure that the compiler can make what browsers run, and that the code can be checked.
pub fn ensure_complete(project: &Project) -> anyhow::Result<()> {
    let root = project.root();
    let target = Path::new("lib/rustlib").join(WASM).join("lib");
    let add_target = format!("rustup target add {WASM}");
    let needs = [
        (sysroot(project)?.join(target).is_dir(), add_target.as_str()),
        (Invocation::new("cargo fmt --version").succeeds(root), "rustup component add rustfmt"),
        (Invocation::new("cargo clippy --version").succeeds(root), "rustup component add clippy"),
    ];
    for (_, command) in needs.iter().filter(|(is_there, _)| !is_there) {
        if Invocation::new(command).shown().run(root).is_err() {
            bail!("a part of the Rust toolchain is missing and could not be fetched; run: {command}");
        }
    }
    Ok(())
}

/// Where the compiler has its libraries.
pub fn sysroot(project: &Project) -> anyhow::Result<PathBuf> {
    let output = Invocation::new("rustc --print sysroot").read(project.root())?;
    let text = String::from_utf8(output).context("`rustc --print sysroot` printed something other than text")?;
    Ok(PathBuf::from(text.trim()))
}

/// Whether the source of the standard library is there, or can be fetched.
pub fn has_rust_src(project: &Project) -> anyhow::Result<bool> {
    let source = sysroot(project)?.join("lib/rustlib/src/rust/library/Cargo.lock");
    if !source.is_file() {
        let rustup = Invocation::new("rustup component add rust-src");
        eprintln!("the rust-src component is missing: {rustup}");
        if let Err(error) = rustup.run(project.root()) {
            eprintln!("{error:#}");
        }
    }
    Ok(source.is_file())
}
