//! What is done to each kind of file on its way into the built folder, and the least that can be done.

use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};

/// Makes files fit for those who get them.
pub trait Optimizer {
    /// A JavaScript module, called `name` in errors.
    ///
    /// # Errors
    /// Where it is not one.
    fn script(&self, name: &str, source: &str) -> anyhow::Result<String>;

    /// A JavaScript module of a folder. What it imports is in the same folder, but for `external`, and either ends up inside
    /// it or is carried beside it: see [`Self::bundles`].
    ///
    /// # Errors
    /// Where it is not there, is no module, or imports what is not there.
    fn bundle(&self, folder: &Path, name: &str, external: &[&str]) -> anyhow::Result<String>;

    /// Whether [`Self::bundle`] puts what a module imports into it.
    fn bundles(&self) -> bool;

    /// A style sheet with everything that it imports.
    ///
    /// # Errors
    /// Where a sheet is not there or can't be read, with its name.
    fn style(&self, path: &Path) -> anyhow::Result<String>;

    /// A part of the wasm.
    ///
    /// # Errors
    /// Where the tool that does it fails.
    fn wasm(&self, wasm: Vec<u8>) -> anyhow::Result<Vec<u8>>;

    /// What stands where no script runs, for a dataset and a scenario; the dataset's own where none is named.
    ///
    /// # Errors
    /// Where it can't be drawn.
    fn fallback(&self, dataset: &str, scenario: Option<&str>) -> anyhow::Result<Fallback>;

    /// How many bytes a file has with brotli, where that is measured.
    ///
    /// # Errors
    /// Where it can't be compressed.
    fn brotli_size(&self, content: &[u8]) -> anyhow::Result<Option<u64>>;
}

/// What stands where no script runs, in its three forms.
pub struct Fallback {
    /// For inside the element.
    pub html: String,
    /// The style sheet of that.
    pub style: String,
    /// For feeds.
    pub text: String,
}

/// What a quick build has in place of the fallback.
const NO_FALLBACK: &str = "A quick build has no fallback here; `cargo xtask build` makes it.";

/// Leaves files as they were written, so that building takes no time and what the browser shows is the source.
pub struct Unoptimized;

impl Optimizer for Unoptimized {
    fn script(&self, _name: &str, source: &str) -> anyhow::Result<String> {
        Ok(source.to_owned())
    }

    fn bundle(&self, folder: &Path, name: &str, _external: &[&str]) -> anyhow::Result<String> {
        let path = folder.join(name);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    }

    fn bundles(&self) -> bool {
        false
    }

    fn style(&self, path: &Path) -> anyhow::Result<String> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut style = String::new();
        for (number, line) in (1..).zip(text.lines()) {
            let imported = line.trim().strip_prefix("@import \"").and_then(|rest| rest.strip_suffix("\";"));
            if let Some(name) = imported {
                let sheet = self.style(&path.with_file_name(name));
                style += &sheet.with_context(|| format!("{}:{number}", path.display()))?;
            } else {
                ensure!(
                    !line.contains("@import"),
                    "{}:{number}: expected @import \"file.css\"; on a line of its own",
                    path.display()
                );
                style += &format!("{line}\n");
            }
        }
        Ok(style)
    }

    fn wasm(&self, wasm: Vec<u8>) -> anyhow::Result<Vec<u8>> {
        Ok(wasm)
    }

    fn fallback(&self, _dataset: &str, _scenario: Option<&str>) -> anyhow::Result<Fallback> {
        Ok(Fallback {
            html: format!("<p>{NO_FALLBACK}</p>"),
            style: format!("/* {NO_FALLBACK} */\n"),
            text: format!("{NO_FALLBACK}\n"),
        })
    }

    fn brotli_size(&self, _content: &[u8]) -> anyhow::Result<Option<u64>> {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Optimizer, Unoptimized};

    fn bundled(sheets: &[(&str, &str)]) -> anyhow::Result<String> {
        let folder = tempfile::tempdir()?;
        for (name, text) in sheets {
            fs::write(folder.path().join(name), text)?;
        }
        Unoptimized.style(&folder.path().join("index.css"))
    }

    #[test]
    fn a_quick_builds_style_sheet_holds_what_it_imports_in_order() {
        let css = bundled(&[
            ("index.css", "@import \"b.css\";\n@import \"a.css\";\nc {}"),
            ("a.css", "a {}"),
            ("b.css", "@import \"a.css\";\nb {}\n"),
        ]);
        assert_eq!(css.expect("the styles are right"), "a {}\nb {}\na {}\nc {}\n");
    }

    #[test]
    fn a_quick_build_leaves_out_no_style_sheet_in_silence() {
        let error = |text| format!("{:#}", bundled(&[("index.css", text)]).expect_err("it can't be bundled"));
        let missing = error("\n@import \"gone.css\";");
        assert!(missing.contains("index.css:2: cannot read") && missing.contains("gone.css"), "{missing}");
        let unknown = error("@import url(a.css);");
        assert!(unknown.ends_with("index.css:1: expected @import \"file.css\"; on a line of its own"), "{unknown}");
    }
}
