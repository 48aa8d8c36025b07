//! Programs that do not come with cargo: installed where that is possible, else asked for.

use std::env;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, bail, ensure};

use crate::invocation::Invocation;
use crate::project::Project;

/// What a part of the work requires.
pub struct Requirement {
    /// Which part.
    pub part: &'static str,
    /// The programs that it starts, by the Debian packages that bring them.
    pub programs: &'static [(&'static str, &'static str)],
    /// Debian packages without a program.
    pub without_program: &'static [&'static str],
}

/// The packages with the fonts that tests are run with: without any, every text measures as nothing.
pub const FONTS: [&str; 2] = ["fonts-noto-core", "fonts-noto-cjk"];

/// The tests in Chromium: the browser, and what drives it.
pub const CHROMIUM: Requirement = Requirement {
    part: "the tests in Chromium need",
    programs: &[("chromium", "chromium"), ("chromedriver", "chromium-driver")],
    without_program: &FONTS,
};

/// The tests in Firefox: the browser; what drives it is not in Debian.
pub const FIREFOX: Requirement =
    Requirement { part: "the tests in Firefox need", programs: &[("firefox", "firefox-esr")], without_program: &FONTS };

/// The tests in WebKit: what drives it, which brings the browser, and a display with settings, since it always wants one.
pub const WEBKIT: Requirement = Requirement {
    part: "the tests in WebKit need",
    programs: &[("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb"), ("xsettingsd", "xsettingsd")],
    without_program: &FONTS,
};

/// The build for readers: its last step comes from npm and runs on node.
pub const NODE: Requirement = Requirement {
    part: "the build for readers needs",
    programs: &[("node", "nodejs"), ("npm", "npm")],
    without_program: &[],
};

/// The fuzzer, which is compiled from C++.
pub const FUZZER: Requirement =
    Requirement { part: "the fuzzer needs", programs: &[("c++", "g++")], without_program: &[] };

/// The tests of pictures: words take fonts, and another program has to open what is made.
pub const PICTURES: Requirement = Requirement {
    part: "the tests of pictures need",
    programs: &[("rsvg-convert", "librsvg2-bin")],
    without_program: &FONTS,
};

/// The tests of how the files are served.
pub const SERVERS: Requirement = Requirement {
    part: "the tests of settings for web servers need",
    programs: &[("nginx", "nginx"), ("caddy", "caddy")],
    without_program: &[],
};

/// Whether this run has fetched the lists of packages.
static LISTS_ARE_NEW: AtomicBool = AtomicBool::new(false);

/// Installs what is missing where that is possible, else says how.
pub fn ensure_installed(project: &Project, required: &Requirement) -> anyhow::Result<()> {
    let root = project.root();
    let absent = required.programs.iter().filter(|(program, _)| !is_there(program));
    if !Invocation::new("dpkg-query --version").succeeds(root) {
        // Elsewhere the packages have other names.
        let absent = absent.map(|(program, _)| *program).collect::<Vec<_>>();
        ensure!(absent.is_empty(), "{} {}: install it, then run this again", required.part, absent.join(" and "));
        return Ok(());
    }
    let others = required.without_program.iter().filter(|package| !is_installed(project, package));
    let missing = absent.map(|(_, package)| package).chain(others).copied().collect::<Vec<_>>();
    if missing.is_empty() {
        return Ok(());
    }
    let update = Invocation::new("apt-get update");
    let install = Invocation::new("apt-get install --yes --no-install-recommends").arguments(missing);
    if !is_root(project)? {
        bail!("{} more packages; run: sudo {update} && sudo {install}", required.part);
    }
    let install = install.variable("DEBIAN_FRONTEND", "noninteractive");
    // The lists of packages do not change within one run.
    let update = (!LISTS_ARE_NEW.swap(true, Ordering::Relaxed)).then_some(update);
    for command in update.into_iter().chain([install]) {
        command.shown().run(root)?;
    }
    Ok(())
}

/// Whether a shell would find it. Not every program can be started for nothing: some have no `--version`.
fn is_there(program: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

fn is_installed(project: &Project, package: &str) -> bool {
    Invocation::new("dpkg-query --show --showformat=${db:Status-Status}")
        .argument(package)
        .read_quietly(project.root())
        .is_some_and(|status| status == b"installed")
}

fn is_root(project: &Project) -> anyhow::Result<bool> {
    let output = Invocation::new("id -u").read(project.root()).context("cannot tell whether this is root")?;
    Ok(output.trim_ascii() == b"0")
}
