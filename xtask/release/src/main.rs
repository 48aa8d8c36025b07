//! The part of `cargo xtask` that only a released build needs; `cargo xtask build`, `size` and `package` run it.

mod bundle;
mod fallback;
mod optimizer;
mod package;
mod script;
mod size;
mod style;
mod wasm_opt;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::build::{self, BuildKind, BuildOptions};
use xtask::project::Project;

use crate::optimizer::Smallest;

#[derive(Parser)]
#[command(name = "xtask-release", about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the files that are released.
    Build {
        /// Features of the calculator's crate beside `web`.
        #[arg(long, value_delimiter = ',')]
        features: Vec<String>,
        /// Where the files go.
        #[arg(long)]
        out: PathBuf,
    },
    /// Show what the built files weigh, and fail where a budget is broken.
    Size {
        /// Also show which crates the wasm's code comes from.
        #[arg(long)]
        detail: bool,
        /// The built files to judge.
        #[arg(long)]
        out: PathBuf,
    },
    /// Make the npm package of the built files.
    Package {
        /// The built files.
        #[arg(long)]
        dist: PathBuf,
        /// Where the package goes.
        #[arg(long)]
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    xtask::finish(run(Arguments::parse()))
}

fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let project = Project::locate()?;
    match arguments.command {
        Command::Build { features, out } => {
            let options = BuildOptions { kind: BuildKind::Released, features, out };
            let manifest = build::build(&project, &options, &Smallest::new(&project))?;
            build::report(&options.out, &manifest);
        }
        Command::Size { detail, out } => return size::size(&project, &out, detail),
        Command::Package { dist, out } => package::package(&project, &dist, &out)?,
    }
    Ok(ExitCode::SUCCESS)
}
