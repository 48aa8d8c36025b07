//! Puts the style sheets together, in the order in which `styles/index.css` imports them, and makes them small.

use std::path::Path;

use anyhow::{Context, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::error::{Error, ErrorLocation};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Features, Targets};

/// Bundles what `index` imports. No browsers are named as targets, so nothing is rewritten for older ones: what the
/// authors wrote (container queries, logical properties) is what readers get, save for `light-dark()`, which Safari
/// knows from 17.5 on only.
pub fn bundle(index: &Path) -> anyhow::Result<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let sheet = bundler.bundle(index).map_err(|error| located(index, error))?;
    small(sheet, Features::LightDark).with_context(|| format!("the styles of {}", index.display()))
}

/// A sheet whose rules all hold within what a selector names: `&` is that.
pub fn within(selector: &str, style: &str) -> anyhow::Result<String> {
    let nested = format!("{selector}{{{style}}}");
    let sheet = StyleSheet::parse(&nested, ParserOptions::default()).map_err(|error| anyhow!("{error}"))?;
    small(sheet, Features::Nesting)
}

/// Prints a sheet without what only people need, and without these features.
fn small(mut sheet: StyleSheet, without: Features) -> anyhow::Result<String> {
    // But neither must anything be rewritten for newer ones, as `(min-width: …)` to `(width >= …)` would be.
    let targets = Targets { include: Features::MediaRangeSyntax | without, ..Targets::default() };
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| anyhow!("{error}"))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    Ok(printed.code)
}

/// The error as `file:line:column: what`, with lines counted from one as editors do.
fn located<T: std::fmt::Display>(index: &Path, error: Error<T>) -> anyhow::Error {
    match error.loc {
        Some(ErrorLocation { filename, line, column }) => anyhow!("{filename}:{}:{column}: {}", line + 1, error.kind),
        None => anyhow!("{}: {}", index.display(), error.kind),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::bundle;

    fn bundled(sheets: &[(&str, &str)]) -> anyhow::Result<String> {
        let folder = tempfile::tempdir()?;
        for (name, text) in sheets {
            fs::write(folder.path().join(name), text)?;
        }
        bundle(&folder.path().join("index.css"))
    }

    #[test]
    fn keeps_the_order_and_what_was_written_but_for_colours_that_safari_learnt_late() {
        let css = bundled(&[
            ("index.css", "@import \"b.css\";\n@import \"a.css\";"),
            ("a.css", ".a { color: light-dark(#000000, #ffffff); margin-inline: 1rem 2rem; }"),
            ("b.css", "@container (min-width: 40em) { .b { inset-inline-start: 0; } }"),
        ])
        .expect("the styles are right");
        assert_eq!(
            css,
            "@container (min-width:40em){.b{inset-inline-start:0}}.a{color:var(--lightningcss-light,#000)var(--lightningcss-dark,#fff);margin-inline:1rem 2rem}"
        );
    }

    #[test]
    fn names_file_and_line() {
        let error = bundled(&[("index.css", "@import \"a.css\";"), ("a.css", ".a { color: red; }\n.b } {")])
            .expect_err("it is broken")
            .to_string();
        assert!(error.contains("a.css:2:"), "{error}");
    }

    #[test]
    fn names_a_missing_sheet() {
        let error = bundled(&[("index.css", "@import \"gone.css\";")]).expect_err("it is missing").to_string();
        assert!(error.contains("index.css:1:") && error.contains("No such file"), "{error}");
    }
}
