//! The table of steps: what `cargo xtask test` runs, each named so that it can be run alone.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, bail};
use xtask::build;
use xtask::invocation::Invocation;
use xtask::npm;
use xtask::packages::{self, CHROMIUM, FIREFOX, PICTURES, Requirement, SERVERS, WEBKIT};
use xtask::program;
use xtask::project::Project;

use super::{bundler, core, dependencies, frameworks, reproducible, scripts, situations};
use crate::cargo_programs::GECKODRIVER;
use crate::{browser_tests, fonts, release};

/// Where the step `ordinary` builds to, under cargo's target folder.
const ORDINARY: &str = "ordinary-dist";

/// One check.
pub struct Step {
    /// The name that `--only` takes.
    pub name: &'static str,
    /// What it shows when it passes.
    pub what: &'static str,
    /// Runs it, with all output shown through.
    pub run: fn(&Project) -> anyhow::Result<()>,
}

/// Every step, the quickest to fail first.
pub const STEPS: [Step; 15] = [
    Step { name: "format", what: "the code is laid out by rustfmt", run: format },
    Step { name: "core", what: "the domain stands alone, and no files import each other in a loop", run: core::core },
    Step { name: "lint", what: "clippy has nothing to say, on the machine and for the browser", run: lint },
    Step { name: "native", what: "the tests that need no browser", run: native },
    Step { name: "docs", what: "the documentation builds without a warning", run: docs },
    Step { name: "build", what: "the build that is released", run: released },
    Step {
        name: "dependencies",
        what: "licences, sources and known faults of what the project is made of",
        run: dependencies::dependencies,
    },
    Step { name: "scripts", what: "the types of the JavaScript hold, also between it and Rust", run: scripts::scripts },
    Step { name: "size", what: "the released build keeps its budgets", run: budgets },
    Step {
        name: "package",
        what: "the npm package: its types hold, and a bundler and four frameworks make pages of it",
        run: package,
    },
    Step {
        name: "reproducible",
        what: "the released build is the same in another folder",
        run: reproducible::reproducible,
    },
    Step { name: "ordinary", what: "the ordinary build, which the browser tests count draws in", run: ordinary },
    Step { name: "chromium", what: "the built calculator in Chromium", run: chromium },
    Step { name: "firefox", what: "the built calculator in Firefox", run: firefox },
    Step { name: "webkit", what: "the built calculator in WebKit", run: webkit },
];

/// With which features the library is built for browsers: for readers, and for whoever makes a calculator.
const WASM_FEATURES: [&str; 2] = ["web", "publish,browser,table"];

fn format(project: &Project) -> anyhow::Result<()> {
    Invocation::new("cargo fmt --all --check").run(project.root())
}

/// Compiles what `native` and the browser tests run, with clippy in the compiler's place.
fn lint(project: &Project) -> anyhow::Result<()> {
    let mut commands = vec![
        program::checked(project, "build", "--all-targets")?,
        program::checked(project, "test", "--test browser --no-run")?,
    ];
    for features in WASM_FEATURES {
        commands.push(Invocation::new(&format!(
            "cargo clippy --package casualty-calculator --lib --target wasm32-unknown-unknown \
             --no-default-features --features {features} -- -D warnings"
        )));
    }
    commands.into_iter().try_for_each(|command| command.shown().run(project.root()))
}

fn native(project: &Project) -> anyhow::Result<()> {
    packages::ensure_installed(project, &PICTURES)?;
    program::checked(project, "test", "")?.variables(fonts::variable(project)?).shown().run(project.root())
}

fn docs(project: &Project) -> anyhow::Result<()> {
    for command in [
        "cargo doc --no-deps --package casualty-calculator --lib --features render",
        "cargo doc --no-deps --package casualty-calculator --lib --target wasm32-unknown-unknown \
         --no-default-features --features web",
    ] {
        Invocation::new(command).variable("RUSTDOCFLAGS", "-D warnings").shown().run(project.root())?;
    }
    Ok(())
}

fn released(project: &Project) -> anyhow::Result<()> {
    release::build(project, &[], &project.path("dist"))
}

fn package(project: &Project) -> anyhow::Result<()> {
    bundler::bundler(project)?;
    frameworks::frameworks(project)
}

fn ordinary(project: &Project) -> anyhow::Result<()> {
    let out = project.target(ORDINARY);
    let manifest = build::quick(project, vec!["count-draws".to_owned()], out.clone())?;
    build::report(&out, &manifest);
    Ok(())
}

fn budgets(project: &Project) -> anyhow::Result<()> {
    release::size(project, &project.path("dist"), false)
}

fn chromium(project: &Project) -> anyhow::Result<()> {
    browser_tests(project, "chromium", &CHROMIUM)
}

fn firefox(project: &Project) -> anyhow::Result<()> {
    browser_tests(project, "firefox", &FIREFOX)
}

fn webkit(project: &Project) -> anyhow::Result<()> {
    browser_tests(project, "webkit", &WEBKIT)
}

/// Runs the browser tests in an engine, and says by name which of them it can't do.
fn browser_tests(project: &Project, engine: &str, required: &Requirement) -> anyhow::Result<()> {
    let (dist, ordinary) = (project.path("dist"), project.target(ORDINARY));
    let (bundled, frameworks) = (bundler::app(project), frameworks::pages(project));
    for (file, step) in [
        (dist.join("manifest.json"), "build"),
        (ordinary.join("manifest.json"), "ordinary"),
        (bundled.join("index.html"), "package"),
        (frameworks.join("production/vue/server.html"), "package"),
    ] {
        if !file.is_file() {
            bail!("{} is not built yet: run `cargo xtask test --only {step}` first", file.display());
        }
    }
    packages::ensure_installed(project, required)?;
    packages::ensure_installed(project, &PICTURES)?;
    packages::ensure_installed(project, &SERVERS)?;
    let output = project.path("test-output").join(engine);
    let skipped = output.join("skipped.txt");
    fs::create_dir_all(&output).with_context(|| output.display().to_string())?;
    fs::write(&skipped, "").with_context(|| skipped.display().to_string())?;
    let mut tests = browser_tests::browser_tests(project, engine, &dist, &[])?
        .variable("CC_ORDINARY_DIST", ordinary)
        .variable("CC_BUNDLED", bundled)
        .variable("CC_FRAMEWORKS", frameworks)
        .variable("CC_TEST_OUTPUT", &output)
        .variable("CC_NPM", npm::installed(project)?);
    if engine == "firefox" {
        tests = tests.variable("CC_GECKODRIVER", GECKODRIVER.installed(project)?);
    }
    tests.shown().run(project.root())?;
    let skipped = fs::read_to_string(&skipped).with_context(|| skipped.display().to_string())?;
    // A test that shows several pages may say it several times.
    let skipped: BTreeSet<_> = skipped.lines().collect();
    for line in &skipped {
        println!("skipped in {engine}: {line}");
    }
    println!("{} skipped in {engine}", skipped.len());
    situations::check(project, engine, &skipped)
}

/// The command, announced before it runs.
pub fn shown(command: &str) -> Invocation {
    Invocation::new(command).shown()
}
