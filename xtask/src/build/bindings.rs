//! Makes the JavaScript that lets a page call the wasm, with wasm-bindgen's own library.

use std::path::Path;

use anyhow::{Context, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::CRATE;

/// The wasm as the browser gets it, and the glue around it.
pub struct Bindings {
    /// The module.
    pub wasm: Vec<u8>,
    /// An ES module whose default export takes the wasm's address.
    pub glue: String,
}

/// Whether the module keeps the names of its functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// For looking at what is inside.
    Kept,
    /// For readers.
    Removed,
}

/// Generates both from the library that cargo made.
pub fn generate(library: &Path, names: Names) -> anyhow::Result<Bindings> {
    let mut bindgen = Bindgen::new();
    let mut output = bindgen
        .input_path(library)
        .out_name(CRATE)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .demangle(names == Names::Removed)
        .remove_name_section(names == Names::Removed)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen cannot bind {}", library.display()))?;
    // The manifest, the loader and the budgets know of one glue file only.
    let inline = output.snippets().iter().filter(|(_, scripts)| !scripts.is_empty());
    let extra = inline.map(|(from, _)| from).chain(output.local_modules().keys()).collect::<Vec<_>>();
    if !extra.is_empty() {
        bail!("a dependency brings JavaScript files of its own, which the build does not carry: {extra:?}");
    }
    Ok(Bindings { wasm: output.wasm_mut().emit_wasm(), glue: output.js().to_owned() })
}
