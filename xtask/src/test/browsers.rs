//! The browser and the fonts that the browser tests need.

use anyhow::{Context, bail};

use crate::invocation::Invocation;
use crate::project::Project;

/// Debian's names: a browser, what drives it, and fonts, without which every text measures as nothing.
const PACKAGES: [&str; 4] = ["chromium", "chromium-driver", "fonts-noto-core", "fonts-noto-cjk"];

/// Installs what is missing where that is possible, else says how.
pub fn ensure_installed(project: &Project) -> anyhow::Result<()> {
    let root = project.root();
    let debian = Invocation::new("dpkg-query --version").succeeds(root);
    if !debian {
        // Elsewhere the packages have other names; the two programs are what the tests start.
        for program in ["chromium", "chromedriver"] {
            if !Invocation::new(program).argument("--version").succeeds(root) {
                bail!("the browser tests need {program}: install it with its fonts, then run this step again");
            }
        }
        return Ok(());
    }
    let missing = PACKAGES.into_iter().filter(|package| !is_installed(project, package)).collect::<Vec<_>>();
    if missing.is_empty() {
        return Ok(());
    }
    let update = Invocation::new("apt-get update");
    let install = Invocation::new("apt-get install --yes --no-install-recommends").arguments(missing);
    if !is_root(project)? {
        bail!("the browser tests need more packages; run: sudo {update} && sudo {install}");
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
