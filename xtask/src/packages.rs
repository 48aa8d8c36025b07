//! Programs that do not come with cargo: installed where that is possible, else asked for.

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

/// The browser tests: a browser, what drives it, and fonts, without which every text measures as nothing.
pub const BROWSERS: Need = Need {
    part: "the browser tests need",
    programs: &[("chromium", "chromium"), ("chromedriver", "chromium-driver")],
    beside: &["fonts-noto-core", "fonts-noto-cjk"],
};

/// The build for readers: its last step comes from npm and runs on node.
pub const NODE: Need =
    Need { part: "the build for readers needs", programs: &[("node", "nodejs"), ("npm", "npm")], beside: &[] };

/// The tests of how the files are served.
pub const SERVERS: Need = Need {
    part: "the tests of settings for web servers need",
    programs: &[("nginx", "nginx"), ("caddy", "caddy")],
    beside: &[],
};

/// Installs what is missing where that is possible, else says how.
pub fn ensure_installed(project: &Project, need: &Need) -> anyhow::Result<()> {
    let root = project.root();
    // nginx knows the short one only.
    let starts = |program: &str| {
        ["--version", "-v"].into_iter().any(|version| Invocation::new(program).argument(version).succeeds(root))
    };
    let absent = need.programs.iter().filter(|(program, _)| !starts(program));
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
