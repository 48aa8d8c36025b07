//! Pages made of what `docs/embedding.md` says to copy, with the addresses of the test server in place of the reader's
//! own: so that what people copy is what is tested.

use anyhow::{Context, bail, ensure};

const EMBEDDING: &str = include_str!("../../../docs/embedding.md");

/// Where that page puts the built files.
const THERE: &str = "https://your.site/calculator/";

/// The ways in: the name of the page, and the heading in `docs/embedding.md` with the snippets that it consists of.
const WAYS: [(&str, &str); 3] =
    [("script", "## The script tag"), ("frame", "## In a frame"), ("pasted", "## As pasted HTML")];

/// The page of a way in.
///
/// # Errors
/// Where there is no such way, or the document shows none.
pub fn page(name: &str) -> anyhow::Result<String> {
    let Some((_, heading)) = WAYS.iter().find(|(way, _)| *way == name) else { bail!("no way in is called {name}") };
    let snippets = snippets(EMBEDDING, heading)?.join("\n").replace(THERE, "/");
    Ok(format!("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{name}</title>\n{snippets}"))
}

/// The HTML to copy under a heading, up to the next one of any level.
fn snippets<'a>(text: &'a str, heading: &str) -> anyhow::Result<Vec<&'a str>> {
    let (_, under) = text.split_once(&format!("\n{heading}\n")).with_context(|| format!("no heading {heading:?}"))?;
    let section = under.split("\n#").next().unwrap_or(under);
    let blocks = section.split("```html\n").skip(1);
    let snippets = blocks.filter_map(|block| Some(block.split_once("```")?.0)).collect::<Vec<_>>();
    ensure!(!snippets.is_empty(), "nothing to copy under {heading:?}");
    Ok(snippets)
}

#[cfg(test)]
mod tests {
    use super::{EMBEDDING, snippets};

    const README: &str = include_str!("../../../README.md");

    const TEXT: &str = "\n## One\n```html\n<p>a\n```\nwords\n```sh\nls\n```\n```html\n<p>b\n```\n### Two\n```html\n<p>c\n```\n## Three\n";

    #[test]
    fn finds_what_stands_under_a_heading() {
        assert_eq!(snippets(TEXT, "## One").expect("it is there"), ["<p>a\n", "<p>b\n"]);
        assert_eq!(snippets(TEXT, "### Two").expect("it is there"), ["<p>c\n"]);
    }

    #[test]
    fn the_readme_shows_the_lines_that_are_tested() {
        let shown = snippets(README, "## Embedding in five lines").expect("the README shows them");
        assert_eq!(shown, snippets(EMBEDDING, "## The script tag").expect("the page shows them"));
    }

    #[test]
    fn names_what_is_not_there() {
        let error = |heading| snippets(TEXT, heading).expect_err("it is not there").to_string();
        assert_eq!(error("## Four"), "no heading \"## Four\"");
        assert_eq!(error("## Three"), "nothing to copy under \"## Three\"");
    }
}
