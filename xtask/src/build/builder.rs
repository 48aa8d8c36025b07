//! The builder: the page on which calculators are made, with a wasm of its own. Nothing of it reaches readers.

use std::path::Path;

use anyhow::Context;
use wasm_bindgen_cli_support::Bindgen;

use super::compile::{self, BUILDER_PAGE, PUBLISHER};
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
    let mut tokens = Vec::new();
    for (program, role, [bindings_token, wasm_token]) in [
        (&BUILDER_PAGE, Role::Builder, ["%BUILDER_BINDINGS%", "%BUILDER_WASM%"]),
        (&PUBLISHER, Role::Publisher, ["%PUBLISHER_BINDINGS%", "%PUBLISHER_WASM%"]),
    ] {
        let (bindings, wasm) = bound(&compile::compile(project, program, kind, &[])?.wasm)?;
        let bindings = optimizer.script("the builder's bindings", &bindings)?;
        tokens.push((bindings_token, added(staging, role, "js", bindings.as_bytes())?));
        tokens.push((wasm_token, added(staging, role, "wasm", &optimizer.wasm(wasm)?)?));
    }
    let style = optimizer.style(&project.path(FOLDER).join("styles/index.css"))?;
    tokens.push(("%STYLE%", added(staging, Role::Builder, "css", style.as_bytes())?));
    for name in ["index.html", "start.js"] {
        let path = project.path(FOLDER).join(name);
        let text = tokens.iter().fold(read(&path)?, |text, (token, name)| text.replace(token, name));
        let text = if name.ends_with(".js") { optimizer.script(&path.display().to_string(), &text)? } else { text };
        staging.add(Role::Builder, &format!("{FOLDER}/{name}"), text.as_bytes())?;
    }
    Ok(())
}

/// The JavaScript and the wasm of a program.
fn bound(program: &Path) -> anyhow::Result<(String, Vec<u8>)> {
    let mut output = Bindgen::new()
        .input_path(program)
        .out_name(BUILDER)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .remove_name_section(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen cannot bind {}", program.display()))?;
    Ok((output.js().to_owned(), output.wasm_mut().emit_wasm()))
}

/// Adds a file under the name of its content, and gives the address by which the page finds it.
fn added(staging: &mut Staging, role: Role, extension: &str, content: &[u8]) -> anyhow::Result<String> {
    let file = staging.add_hashed_in(FOLDER, role, extension, content)?;
    Ok(file.path.trim_start_matches(FOLDER).trim_start_matches('/').to_owned())
}
