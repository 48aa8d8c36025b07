//! Programs that do not come with cargo: installed where that is possible, else asked for.

use std::env;

use anyhow::{Context, bail, ensure};

use crate::invocation::Invocation;
use crate::project::Project;

/// What a part of the work needs.
pub struct Need {
    /// Which part.
    pub part: &'static str,
    /// The programs that it starts, by the Debian packages that bring them.
    pub programs: &'static [(&'static str, &'static str)],
    /// Debian packages without a program.
    pub beside: &'static [&'static str],
}

/// Without fonts every text measures as nothing.
const FONTS: [&str; 2] = ["fonts-noto-core", "fonts-noto-cjk"];

/// The tests in Chromium: the browser, and what drives it.
pub const CHROMIUM: Need = Need {
    part: "the tests in Chromium need",
    programs: &[("chromium", "chromium"), ("chromedriver", "chromium-driver")],
    beside: &FONTS,
};

/// The tests in Firefox: the browser; what drives it is not in Debian.
pub const FIREFOX: Need =
    Need { part: "the tests in Firefox need", programs: &[("firefox", "firefox-esr")], beside: &FONTS };

/// The tests in WebKit: what drives it, which brings the browser, and a display with settings, since it always wants one.
pub const WEBKIT: Need = Need {
    part: "the tests in WebKit need",
    programs: &[("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb"), ("xsettingsd", "xsettingsd")],
    beside: &FONTS,
};

/// The build for readers: its last step comes from npm and runs on node.
pub const NODE: Need =
    Need { part: "the build for readers needs", programs: &[("node", "nodejs"), ("npm", "npm")], beside: &[] };

/// The tests of pictures: words take fonts, and another program has to open what is made.
pub const PICTURES: Need =
    Need { part: "the tests of pictures need", programs: &[("rsvg-convert", "librsvg2-bin")], beside: &FONTS };

/// The tests of how the files are served.
pub const SERVERS: Need = Need {
    part: "the tests of settings for web servers need",
    programs: &[("nginx", "nginx"), ("caddy", "caddy")],
    beside: &[],
};

/// Installs what is missing where that is possible, else says how.
pub fn ensure_installed(project: &Project, need: &Need) -> anyhow::Result<()> {
    let root = project.root();
    let absent = need.programs.iter().filter(|(program, _)| !is_there(program));
    if !Invocation::new("dpkg-query --version").succeeds(root) {
        // Elsewhere the packages have other names.
        let absent = absent.map(|(program, _)| *program).collect::<Vec<_>>();
        ensure!(absent.is_empty(), "{} {}: install it, then run this again", need.part, absent.join(" and "));
        return Ok(());
    }
    let beside = need.beside.iter().filter(|package| !is_installed(project, package));
    let missing = absent.map(|(_, package)| package).chain(beside).copied().collect::<Vec<_>>();
    if missing.is_empty() {
        return Ok(());
    }
    let update = Invocation::new("apt-get update");
    let install = Invocation::new("apt-get install --yes --no-install-recommends").arguments(missing);
    if !is_root(project)? {
        bail!("{} more packages; run: sudo {update} && sudo {install}", need.part);
    }
    for command in [update, install.variable("DEBIAN_FRONTEND", "noninteractive")] {
        println!("$ {command}");
        command.run(root)?;
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
