//! The builder: the page on which calculators are made, with a wasm of its own. Nothing of it reaches readers.

use anyhow::Context;
use wasm_bindgen_cli_support::Bindgen;

use super::compile::{self, BUILDER_PAGE};
use super::folder::Staging;
use super::manifest::{BuildKind, Role};
use super::optimizer::Optimizer;
use crate::files::read;
use crate::project::{BUILDER, Project};

/// The folder of its source, and that of the built files.
const FOLDER: &str = "builder";

/// Compiles the builder and puts its page into the built folder.
pub fn add(project: &Project, kind: BuildKind, optimizer: &dyn Optimizer, staging: &mut Staging) -> anyhow::Result<()> {
    super::stage("compiling the builder");
    let compiled = compile::compile(project, &BUILDER_PAGE, kind, &[])?;
    let mut output = Bindgen::new()
        .input_path(&compiled.wasm)
        .out_name(BUILDER)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .remove_name_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen cannot bind {}", compiled.wasm.display()))?;
    let bindings = optimizer.script("the builder's bindings", output.js())?;
    let wasm = optimizer.wasm(output.wasm_mut().emit_wasm())?;
    let style = optimizer.style(&project.path(FOLDER).join("styles/index.css"))?;
    let names =
        [("js", bindings.as_bytes()), ("wasm", &wasm), ("css", style.as_bytes())].map(|(extension, content)| {
            let file = staging.add_hashed_in(FOLDER, Role::Builder, extension, content)?;
            // The page finds what it loads beside it.
            anyhow::Ok(file.path.trim_start_matches(FOLDER).trim_start_matches('/').to_owned())
        });
    let [bindings, wasm, style] = names;
    let tokens = [("%BINDINGS%", bindings?), ("%WASM%", wasm?), ("%STYLE%", style?)];
    for name in ["index.html", "start.js"] {
        let path = project.path(FOLDER).join(name);
        let text = tokens.iter().fold(read(&path)?, |text, (token, name)| text.replace(token, name));
        let text = if name.ends_with(".js") { optimizer.script(&path.display().to_string(), &text)? } else { text };
        staging.add(Role::Builder, &format!("{FOLDER}/{name}"), text.as_bytes())?;
    }
    Ok(())
}
