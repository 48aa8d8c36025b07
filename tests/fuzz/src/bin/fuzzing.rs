//! Looks for inputs that break something, in the kinds of `tests/fuzz`: libFuzzer changes inputs and keeps what reaches code
//! that none before it reached.
//!
//! Not by way of `cargo fuzz`: that asks for a nightly compiler, for a sanitizer which finds nothing in code without `unsafe`.
//! What tells the fuzzer which code an input reaches is a pass of the compiler that is pinned.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, ensure};
use clap::Parser;
use clap::builder::{PossibleValue, PossibleValuesParser};
use fuzz::{TARGETS, Target, corpus};
use sha2::{Digest, Sha256};
use xtask::invocation::Invocation;
use xtask::packages::{self, FUZZER};
use xtask::project::Project;

/// What is kept is no longer than this: short inputs reach nearly all that long ones do, and people can read them.
const KEPT_LEN: usize = 1024;

/// What makes the compiler count which code is reached, and note what is compared with what; overflows are errors.
const FLAGS: [&str; 9] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cdebug-assertions",
    "-Coverflow-checks",
    "-Ccodegen-units=1",
    "--cfg=fuzzing",
];

/// Tries inputs of every kind, and keeps those that together reach most; stops at the first that breaks something.
#[derive(Parser)]
#[command(bin_name = "cargo xtask fuzz")]
struct Arguments {
    /// How long each kind is tried.
    #[arg(long, default_value_t = 1)]
    minutes: u32,
    /// Try this kind only; may be given several times.
    #[arg(long, value_name = "KIND", value_parser = names())]
    only: Vec<String>,
}

fn names() -> PossibleValuesParser {
    TARGETS.map(|target| PossibleValue::new(target.name).help(target.what)).into()
}

fn main() -> ExitCode {
    let Arguments { minutes, only } = Arguments::parse();
    xtask::finish(fuzz(minutes, &only).map(|()| ExitCode::SUCCESS))
}

fn fuzz(minutes: u32, only: &[String]) -> anyhow::Result<()> {
    let project = Project::locate()?;
    packages::ensure_installed(&project, &FUZZER)?;
    let program = built(&project)?;
    for target in TARGETS.iter().filter(|target| only.is_empty() || only.iter().any(|name| name == target.name)) {
        println!("-- {}: {}", target.name, target.what);
        run(&project, &program, target, minutes)?;
    }
    Ok(())
}

/// Builds the fuzzer, in a folder of its own: with other flags everything would be compiled again.
fn built(project: &Project) -> anyhow::Result<PathBuf> {
    let host = Invocation::new("rustc --print host-tuple").read(project.root())?;
    let host = String::from_utf8(host).context("`rustc --print host-tuple` printed something other than text")?;
    let (host, folder) = (host.trim(), project.target("fuzz"));
    // With a target the flags are not for what runs while it is compiled.
    let build = Invocation::new("cargo build --package fuzz --features libfuzzer --release --bin fuzz");
    let build = build.arguments(["--target", host, "--target-dir"]).argument(folder.display().to_string());
    build.variable("RUSTFLAGS", FLAGS.join(" ")).shown().run(project.root())?;
    Ok(folder.join(host).join("release/fuzz"))
}

fn run(project: &Project, program: &Path, target: &Target, minutes: u32) -> anyhow::Result<()> {
    let folder = |part: &str| -> anyhow::Result<PathBuf> {
        let folder = project.target("fuzz").join(part).join(target.name);
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(folder)
    };
    let (found, broke) = (folder("found")?, folder("broke")?);
    let kept = emptied(folder("kept")?)?;
    if corpus::file(project.root(), target).is_file() {
        for input in corpus::kept(project.root(), target)? {
            let path = kept.join(hex(&input));
            fs::write(&path, input).with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    let fuzzer = || Invocation::of(program).variable("FUZZ_TARGET", target.name);
    let text = |path: &Path| path.display().to_string();
    let search = fuzzer()
        .argument(format!("-max_len={}", target.max_len))
        .argument(format!("-max_total_time={}", minutes * 60))
        .argument(format!("-artifact_prefix={}/", broke.display()))
        .argument("-print_final_stats=1")
        .arguments([text(&found), text(&kept)])
        .arguments(target.seeds.iter().map(|seeds| text(&project.path(seeds))));
    if let Err(error) = search.shown().run(project.root()) {
        return Err(error.context(format!("an input breaks {}; it is in {}", target.name, broke.display())));
    }
    // A few that together reach all that is reached.
    let fewest = emptied(folder("fewest")?)?;
    fuzzer()
        .arguments(["-set_cover_merge=1".to_owned(), "-use_counters=0".to_owned(), format!("-max_len={KEPT_LEN}")])
        .arguments([text(&fewest), text(&kept), text(&found)])
        .run(project.root())?;
    let mut inputs = BTreeSet::new();
    for entry in fs::read_dir(&fewest).with_context(|| text(&fewest))? {
        let path = entry?.path();
        inputs.insert(fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?);
    }
    ensure!(!inputs.is_empty(), "nothing is reached by any input of {}", target.name);
    println!("{}: {} inputs kept", target.name, inputs.len());
    corpus::keep(project.root(), target, inputs)
}

fn emptied(folder: PathBuf) -> anyhow::Result<PathBuf> {
    fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// A name for an input.
fn hex(input: &[u8]) -> String {
    Sha256::digest(input).iter().map(|byte| format!("{byte:02x}")).collect()
}
