//! Makes the JavaScript that lets a page call the wasm, with wasm-bindgen's own library.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::references::References;
use super::split::{Halves, split};
use crate::project::CRATE;

/// The wasm as the browser gets it, and the glue around it.
pub struct Bindings {
    /// What every reader needs.
    pub wasm: Vec<u8>,
    /// What is fetched after it.
    pub lazy: Vec<u8>,
    /// An ES module that exports the calculator, `getImports`, which gives what the wasm is instantiated with, and
    /// `setInstance`, which takes the instance.
    pub script: String,
    /// The types of these exports, as TypeScript.
    pub types: String,
}

/// What wasm-bindgen exports beside the calculator, and what stands for it: the two steps of which its own ways to load
/// are made.
const THEIR_EXPORTS: &str = "initSync, __wbg_init as default";
const OUR_EXPORTS: &str = "__wbg_get_imports as getImports, __wbg_finalize_init as setInstance";

/// The same for their types, which begin here.
const THEIR_TYPES: &str = "export type InitInput";
const OUR_TYPES: &str = "export function getImports(): WebAssembly.Imports;
export function setInstance(instance: { exports: WebAssembly.Exports }): void;
";

/// What the glue asks of a browser, and the answer of every one that is new enough: the minifier drops the other way.
/// Nothing of ours is disposed of by that symbol.
const KNOWN_ANSWERS: [(&str, &str); 7] = [
    ("'encodeInto' in cachedTextEncoder", "true"),
    ("typeof FinalizationRegistry === 'undefined'", "false"),
    ("if (Symbol.dispose)", "if (false)"),
    // Every caller gives one.
    ("if (realloc === undefined)", "if (false)"),
    // A Safari of long ago decoded no more than two gigabytes of text in all.
    ("numBytesDecoded >= MAX_SAFARI_DECODE_BYTES", "false"),
    ("numBytesDecoded += bytes.length;", ""),
    // Only a memory of more threads changes without its buffer being another one.
    (
        "cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        "cachedDataViewMemory0.buffer !== wasm.memory.buffer",
    ),
];

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
        .typescript(true)
        .omit_default_module_path(true)
        .demangle(false)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen cannot bind {}", library.display()))?;
    // The manifest, the loader and the budgets know of one glue file only.
    let inline = output.snippets().iter().filter(|(_, scripts)| !scripts.is_empty());
    let extra = inline.map(|(from, _)| from).chain(output.local_modules().keys()).collect::<Vec<_>>();
    if !extra.is_empty() {
        bail!("a dependency brings JavaScript files of its own, which the build does not carry: {extra:?}");
    }
    // The loader fetches the wasm with its hash, which the browser checks before it hands out the first byte. So
    // there is nothing to stream, and the ways to load that wasm-bindgen offers are left out.
    let mut glue = renamed(output.js(), THEIR_EXPORTS, OUR_EXPORTS, |exports| format!("export {{ {exports} }}"))?;
    let types = output.ts().unwrap_or_default();
    let Some((types, _)) = types.split_once(THEIR_TYPES) else {
        bail!("the types have no \"{THEIR_TYPES}\"; wasm-bindgen may write them differently now");
    };
    let types = [types, OUR_TYPES].concat();
    for (question, answer) in KNOWN_ANSWERS {
        glue = renamed(&glue, question, answer, str::to_owned)?;
    }
    if names == Names::Removed {
        // Every imported function's name ends in a hash, which no compression can shorten; only the glue knows it.
        let module = format!("./{CRATE}_bg.js");
        glue = renamed(&glue, &module, "g", |name| format!("\"{name}\""))?;
        for (number, import) in output.wasm_mut().imports.iter_mut().enumerate() {
            let short = format!("i{number}");
            glue = renamed(&glue, &import.name, &short, |name| format!("{name}: function("))?;
            import.name = short;
            import.module = "g".to_owned();
        }
        let mut long = Vec::new();
        for (number, export) in output.wasm_mut().exports.iter_mut().enumerate() {
            let short = format!("e{number}");
            // What follows a name ends it: another may begin with the same letters.
            let ends = ["(", ")", ".", ",", ";"];
            let used = ends.into_iter().filter(|end| glue.contains(&format!("wasm.{}{end}", export.name)));
            for end in used.collect::<Vec<_>>() {
                glue = renamed(&glue, &export.name, &short, |name| format!("wasm.{name}{end}"))?;
            }
            long.push(std::mem::replace(&mut export.name, short));
        }
        if let Some(name) = long.iter().find(|name| glue.contains(&format!("wasm.{name}"))) {
            bail!("the glue uses \"wasm.{name}\" in a way that the build does not know");
        }
        // Which features the compiler used; nobody asks any more.
        output.wasm_mut().customs.remove_raw("target_features");
    }
    // What the linker noted is right of the file that it made, and of no other.
    let notes = output.wasm_mut().customs.iter().map(|(_, section)| section.name().to_owned());
    for name in notes.filter(|name| name == "linking" || name.starts_with("reloc.")).collect::<Vec<_>>() {
        output.wasm_mut().customs.remove_raw(&name);
    }
    // With the names of functions, by which it is divided; readers get them neither way.
    let wasm = output.wasm_mut().emit_wasm();
    let linked = fs::read(library).with_context(|| format!("cannot read {}", library.display()))?;
    let references = References::read(&linked).with_context(|| library.display().to_string())?;
    let Halves { first, lazy } = split(&wasm, &references, names == Names::Kept)?;
    Ok(Bindings { wasm: first, lazy, script: glue, types })
}

/// Text with one name in place of another wherever it stands in this form, which must be somewhere.
fn renamed(text: &str, name: &str, short: &str, form: impl Fn(&str) -> String) -> anyhow::Result<String> {
    let long = form(name);
    if !text.contains(&long) {
        bail!("the glue has no \"{}\"; wasm-bindgen may write it differently now", long.trim());
    }
    Ok(text.replace(&long, &form(short)))
}
