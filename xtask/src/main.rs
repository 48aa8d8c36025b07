//! Builds, serves, tests and measures the calculator: `cargo xtask help` lists the commands.
//!
//! Everything that turns the source into the files of `dist/` happens in this crate and in no shell script, so the
//! tools that do it are pinned in the workspace's one `Cargo.lock`.

mod bench;
mod build;
mod geckodriver;
mod invocation;
mod npm;
mod package;
mod packages;
mod pictures;
mod project;
mod serve;
mod size;
mod test;
mod toolchain;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::build::{Kind, Order};
use crate::project::Project;

#[derive(Parser)]
#[command(name = "cargo xtask", about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the files that a web server carries.
    Build {
        /// An ordinary, fast build: larger, for working on it and for the tests.
        #[arg(long)]
        quick: bool,
        /// Features of the calculator's crate beside `web`.
        #[arg(long, value_delimiter = ',')]
        features: Vec<String>,
        /// Where the files go; what stands there is replaced.
        #[arg(long, default_value = "dist")]
        out: PathBuf,
    },
    /// Show what the built files weigh, and fail where a budget is broken.
    Size {
        /// Also show which crates the wasm's code comes from.
        #[arg(long)]
        detail: bool,
        /// The built files to judge.
        #[arg(long, default_value = "dist")]
        out: PathBuf,
    },
    /// Make the npm package of the built files.
    Package {
        /// The built files.
        #[arg(long, default_value = "dist")]
        dist: PathBuf,
        /// Where the package goes; what stands there is replaced. In cargo's target folder where it is not given.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Build quickly, serve the files, and rebuild and reload on every change.
    Serve {
        /// The port to try first.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Show how long a step of a slider takes with two hundred sources.
    Bench,
    /// Take the pictures in the documents anew.
    Pictures,
    /// Run every check of the project, stopping at the first that fails.
    Test {
        /// Run this step only; may be given several times.
        #[arg(long, value_name = "STEP", value_parser = test::step_names())]
        only: Vec<String>,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let project = Project::locate()?;
    toolchain::ensure_complete(&project)?;
    match arguments.command {
        Command::Build { quick, features, out } => {
            let kind = if quick { Kind::Quick } else { Kind::Small };
            let order = Order { kind, features, out: project.path(out) };
            let manifest = build::build(&project, &order)?;
            build::report(&order, &manifest);
            Ok(ExitCode::SUCCESS)
        }
        Command::Size { detail, out } => size::size(&project, &project.path(out), detail),
        Command::Package { dist, out } => {
            let out = out.map_or_else(|| project.target("package"), |out| project.path(out));
            package::package(&project, &project.path(dist), &out)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Bench => {
            bench::bench(&project)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Pictures => {
            pictures::pictures(&project)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Serve { port } => serve::serve(&project, port),
        Command::Test { only } => test::test(&project, &only),
    }
}
