//! Measures the calculator beside pages that do its job in other ways: `tests/bench` has both the pages and what measures.

use std::path::PathBuf;

use clap::Args;
use xtask::files::copy_folder;
use xtask::invocation::Invocation;
use xtask::npm;
use xtask::packages::{self, CHROMIUM};
use xtask::project::Project;

use crate::{fonts, release};

/// Where the other pages are, with the versions of what they are made of.
const PEERS: &str = "tests/bench/peers";

/// The figures of the story that all pages tell.
const DATASET: &str = "data/kursk-january-2025.json";

/// What takes the results.
const DOCUMENT: &str = "docs/performance.md";

/// What is measured.
#[derive(Args)]
pub struct Options {
    /// Few repetitions, to try it out: nothing is written into the document.
    #[arg(long)]
    quick: bool,
    /// This part only: start-up, growth, step or memory; may be given several times. Nothing is written.
    #[arg(long, value_name = "PART")]
    only: Vec<String>,
    /// In place of all else: fifty calculators for so many minutes in a page that is never at rest.
    #[arg(long, value_name = "MINUTES")]
    soak: Option<u32>,
    /// Built files to measure, in place of new ones.
    #[arg(long)]
    dist: Option<PathBuf>,
}

/// Builds what is released, and the other pages, and measures.
pub fn bench(project: &Project, options: Options) -> anyhow::Result<()> {
    let Options { quick, only, soak, dist } = options;
    let dist = match dist {
        Some(built) => project.path(built),
        None => {
            let out = project.path("dist");
            release::build(project, &[], &out)?;
            out
        }
    };
    packages::ensure_installed(project, &CHROMIUM)?;
    let peers = peers(project)?;
    // Alone: what the tests take besides would be compiled for nothing.
    let mut measuring = Invocation::new("cargo run --quiet --package benchmark --");
    for (name, path) in [
        ("--dist", dist),
        ("--peers", peers),
        ("--dataset", project.path(DATASET)),
        ("--document", project.path(DOCUMENT)),
    ] {
        measuring = measuring.argument(name).argument(path.display().to_string());
    }
    measuring = measuring.arguments(quick.then_some("--quick"));
    for part in only {
        measuring = measuring.argument("--only").argument(part);
    }
    if let Some(minutes) = soak {
        measuring = measuring.argument("--soak").argument(minutes.to_string());
    }
    measuring.variables(fonts::variable(project)?).run(project.root())
}

/// Builds the other pages as a newsroom would, and says where they are.
fn peers(project: &Project) -> anyhow::Result<PathBuf> {
    let folder = project.target("bench");
    npm::installed_from(project, PEERS, &folder)?;
    copy_folder(&project.path(PEERS), &folder, |_| true)?;
    let built = folder.join("built");
    let build = Invocation::new("node build.js").argument(project.path(DATASET).display().to_string());
    build.argument(built.display().to_string()).shown().run(&folder)?;
    Ok(built)
}
