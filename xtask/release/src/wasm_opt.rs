//! Makes the bound wasm smaller with wasm-opt, which npm carries: of the ways to have it, the one without a C++ compiler.

use std::fs;

use anyhow::Context;

use xtask::invocation::Invocation;
use xtask::npm;
use xtask::project::Project;

/// What the wasm uses; it says so itself no longer.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// What was found to give the fewest bytes after brotli. Nothing lives in the lowest kilobyte: the stack ends there.
const PASSES: &str = "-Oz --low-memory-unused --converge --one-caller-inline-max-function-size 80 \
                      --always-inline-max-function-size 4 --skip-pass local-cse";

/// The same module in fewer bytes.
pub fn optimize(project: &Project, wasm: &[u8]) -> anyhow::Result<Vec<u8>> {
    let program = npm::installed(project)?.join("binaryen/bin/wasm-opt");
    let folder = tempfile::tempdir().context("no folder for wasm-opt's files")?;
    let (from, to) = (folder.path().join("from.wasm"), folder.path().join("to.wasm"));
    fs::write(&from, wasm).with_context(|| format!("cannot write {}", from.display()))?;
    Invocation::new("node")
        .argument(program.display().to_string())
        .argument(from.display().to_string())
        .arguments(FEATURES)
        .arguments(PASSES.split_whitespace())
        .arguments(["-o".to_owned(), to.display().to_string()])
        .run(project.root())?;
    fs::read(&to).with_context(|| format!("wasm-opt wrote no {}", to.display()))
}
