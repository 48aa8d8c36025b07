//! The pictures in the documents, made anew from the released build.

use std::fs;

use anyhow::Context;
use xtask::packages::{self, CHROMIUM};
use xtask::project::Project;

use crate::browser_tests::browser_tests;
use crate::release;

/// Which tests take them, where these leave them, and where the documents have them.
const TAKEN: [(&str, &str, &str); 2] =
    [("pictures::", "pictures", "docs/pictures"), ("gallery::every_part", "gallery", "docs/gallery/pictures")];

/// Takes them in Chromium, by the browser tests that show what they show.
pub fn pictures(project: &Project) -> anyhow::Result<()> {
    let out = project.path("dist");
    release::build(project, &[], &out)?;
    packages::ensure_installed(project, &CHROMIUM)?;
    let output = project.target("pictures");
    for (tests, taken, place) in TAKEN {
        browser_tests(project, "chromium", &out, &["--", tests])?
            .variable("CC_TEST_OUTPUT", &output)
            .variable("CC_TAKE_PICTURES", "yes")
            .run(project.root())?;
        let (taken, place) = (output.join(taken), project.path(place));
        fs::create_dir_all(&place).with_context(|| place.display().to_string())?;
        for entry in fs::read_dir(&taken).with_context(|| taken.display().to_string())? {
            let (from, to) = {
                let entry = entry?;
                (entry.path(), place.join(entry.file_name()))
            };
            fs::copy(&from, &to).with_context(|| from.display().to_string())?;
            println!("{}", to.display());
        }
    }
    Ok(())
}
