//! Pages of four frameworks with the npm package in them, as their users make them: rendered in the browser, and on a server
//! with the browser taking over.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, ensure};
use xtask::files::{copy_folder, read, write};
use xtask::invocation::Invocation;
use xtask::npm;
use xtask::project::{PACKAGE, Project};

use super::bundler::unpack;

/// The pages, with the versions of what makes them.
const PAGES: &str = "tests/frameworks";

/// The document that shows how the calculator is put into them, and what it shows of them.
const SHOWN_IN: &str = "docs/embedding.md";
const SHOWN: [&str; 3] = ["react/story.tsx", "vue/Story.vue", "svelte/Story.svelte"];
const VITE: &str = "vite.config.js";
const SHOWN_OF_VITE: &str =
    "vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'casualty-calculator' } } })";

/// The files of React that Preact takes as well, and what the document says to write in place of what.
const FOR_PREACT: [&str; 2] = ["story.tsx", "app.tsx"];
const IN_PREACT: [(&str, &str); 2] =
    [("'react'", "'preact/hooks'"), ("casualty-calculator/react", "casualty-calculator/preact")];

/// Which copies of the frameworks are built with: as published, and with those that tell what was rendered otherwise in
/// the browser than on the server.
const MODES: [&str; 2] = ["production", "development"];

/// Where the pages are when they are built: a folder for each of [`MODES`], and in it one for each framework.
pub fn pages(project: &Project) -> PathBuf {
    project.target("frameworks/built")
}

/// Checks the types that each framework has of the package, and builds the pages. The package must be made.
pub fn frameworks(project: &Project) -> anyhow::Result<()> {
    let folder = project.target("frameworks");
    let modules = npm::installed_from(project, PAGES, &folder)?;
    unpack(&project.target("package"), &modules.join(PACKAGE), &folder)?;
    let pages = folder.join("pages");
    if pages.exists() {
        fs::remove_dir_all(&pages).with_context(|| format!("cannot remove {}", pages.display()))?;
    }
    copy_folder(&project.path(PAGES), &pages, |_| true)?;
    for name in FOR_PREACT {
        let text = read(&pages.join("react").join(name))?;
        let text = IN_PREACT.iter().fold(text, |text, (react, preact)| text.replace(react, preact));
        write(&pages.join("preact").join(name), &format!("/** @jsxImportSource preact */\n{text}"))?;
    }
    are_shown(project)?;
    let node = |program: &str| Invocation::new("node").argument(modules.join(program).display().to_string());
    node("typescript/bin/tsc").arguments(["--project", "."]).shown().run(&pages)?;
    for mode in MODES {
        let vite = |arguments: [&str; 2], out: &str| {
            let build = node("vite/bin/vite.js").argument("build").arguments(arguments);
            build.arguments(["--logLevel", "warn", "--emptyOutDir", "--outDir", out]).variable("NODE_ENV", mode)
        };
        let (built, server) = (format!("../built/{mode}"), format!("../server/{mode}"));
        vite(["--mode", mode], &built).shown().run(&pages)?;
        vite(["--ssr", "render.ts"], &server).shown().run(&pages)?;
        let render = Invocation::new("node").arguments([format!("{server}/render.js"), built]);
        render.variable("NODE_ENV", mode).shown().run(&pages)?;
    }
    Ok(())
}

/// Holds the document and the pages together.
fn are_shown(project: &Project) -> anyhow::Result<()> {
    let document = read(&project.path(SHOWN_IN))?;
    for name in SHOWN {
        let file = read(&project.path(PAGES).join(name))?;
        ensure!(document.contains(&file), "{SHOWN_IN} shows something other than {PAGES}/{name}:\n{file}");
    }
    let is_tested = read(&project.path(PAGES).join(VITE))?.contains(SHOWN_OF_VITE);
    ensure!(
        is_tested && document.contains(SHOWN_OF_VITE),
        "{SHOWN_IN} and {PAGES}/{VITE} don't both have {SHOWN_OF_VITE}"
    );
    for (_, preact) in IN_PREACT {
        let name = preact.trim_matches('\'');
        ensure!(document.contains(name), "{SHOWN_IN} does not say that Preact takes {name}");
    }
    Ok(())
}
