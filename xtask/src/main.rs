//! Builds, serves, tests and measures the calculator: `cargo xtask help` lists the commands.

mod bench;
mod browser_tests;
mod cargo_programs;
mod fonts;
mod pictures;
mod release;
mod serve;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::build;
use xtask::invocation::Invocation;
use xtask::project::Project;
use xtask::toolchain;

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
    /// Measure start-up, steps of a slider and memory beside other ways of doing the same, for docs/performance.md.
    Bench(bench::Options),
    /// Look for inputs that break something: `cargo xtask fuzz --help` says more.
    #[command(disable_help_flag = true)]
    Fuzz {
        /// For how long, and of which kinds.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
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
    xtask::finish(run(Arguments::parse()))
}

fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let project = Project::locate()?;
    toolchain::ensure_complete(&project)?;
    match arguments.command {
        Command::Build { quick: true, features, out } => {
            let out = project.path(out);
            let manifest = build::quick(&project, features, out.clone())?;
            build::report(&out, &manifest);
        }
        Command::Build { quick: false, features, out } => release::build(&project, &features, &project.path(out))?,
        Command::Size { detail, out } => release::size(&project, &project.path(out), detail)?,
        Command::Package { dist, out } => {
            let out = out.map_or_else(|| project.target("package"), |out| project.path(out));
            release::package(&project, &project.path(dist), &out)?;
        }
        Command::Bench(options) => bench::bench(&project.with_tests(), options)?,
        Command::Fuzz { arguments } => {
            let fuzzing = Invocation::new("cargo run --quiet --package fuzz --features session --bin fuzzing --");
            fuzzing.arguments(arguments).run(project.root())?;
        }
        Command::Pictures => pictures::pictures(&project.with_tests())?,
        Command::Serve { port } => serve::serve(&project, port)?,
        Command::Test { only } => return test::test(&project.with_tests(), &only),
    }
    Ok(ExitCode::SUCCESS)
}
