//! The fonts of the tests: the files of two packages and no others, so that lines have the same height on every machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use xtask::invocation::Invocation;
use xtask::packages::FONTS;
use xtask::project::Project;

/// The variable by which browsers and other programs take these fonts, with a configuration that is written anew. Nothing
/// where the packages' files are not known, since this is no Debian.
///
/// # Errors
/// Where a package has no fonts, or the folder can't be written to.
pub fn variable(project: &Project) -> anyhow::Result<Option<(&'static str, PathBuf)>> {
    Ok(configuration(project)?.map(|file| ("FONTCONFIG_FILE", file)))
}

fn configuration(project: &Project) -> anyhow::Result<Option<PathBuf>> {
    let folder = project.target("fonts");
    let (files, file) = (folder.join("files"), folder.join("fonts.conf"));
    if files.exists() {
        fs::remove_dir_all(&files).with_context(|| format!("cannot remove {}", files.display()))?;
    }
    fs::create_dir_all(&files).with_context(|| format!("cannot make {}", files.display()))?;
    for package in FONTS {
        let Some(list) = Invocation::new("dpkg-query --listfiles").argument(package).read_quietly(project.root())
        else {
            return Ok(None);
        };
        let list = String::from_utf8(list).with_context(|| format!("the files of {package}"))?;
        let fonts = list.lines().map(Path::new).filter(|path| is_font(path)).collect::<Vec<_>>();
        ensure!(!fonts.is_empty(), "the package {package} has no fonts");
        for font in fonts {
            // Links and not the packages' folders: other packages put their fonts into the same ones.
            let link = files.join(font.file_name().unwrap_or_default());
            link_to(font, &link).with_context(|| format!("cannot make {}", link.display()))?;
        }
    }
    let text = FONTS_CONF.replace("%FILES%", &files.display().to_string());
    let text = text.replace("%CACHE%", &folder.join("cache").display().to_string());
    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(Some(file))
}

/// The folder of fonts, and what generic families are made of: nothing of the machine's own configuration.
const FONTS_CONF: &str = include_str!("fonts.conf");

fn is_font(path: &Path) -> bool {
    path.extension().is_some_and(|extension| ["ttf", "ttc", "otf"].iter().any(|known| extension == *known))
}

#[cfg(unix)]
fn link_to(font: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(font, link)
}

#[cfg(not(unix))]
fn link_to(font: &Path, link: &Path) -> std::io::Result<()> {
    fs::copy(font, link).map(|_| ())
}
