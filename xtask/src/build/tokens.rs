//! Fills the built files' names and integrity hashes into the loader.

use std::path::Path;

use anyhow::bail;

use super::manifest::File;

/// The tokens of `src/embed/loader.js`, each with what stands in its place once the rest is built.
pub struct Tokens([(&'static str, String); 7]);

impl Tokens {
    /// The tokens for the built files.
    pub fn new(glue: &File, wasm: &File, style: &File, lazy_wasm: &File) -> Self {
        Self([
            ("%GLUE%", glue.path.clone()),
            ("%WASM%", wasm.path.clone()),
            ("%WASM_INTEGRITY%", wasm.integrity.clone()),
            ("%STYLE%", style.path.clone()),
            ("%STYLE_INTEGRITY%", style.integrity.clone()),
            ("%LAZY_WASM%", lazy_wasm.path.clone()),
            ("%LAZY_WASM_INTEGRITY%", lazy_wasm.integrity.clone()),
        ])
    }

    /// Replaces every token in `source`, read from `path`. Each one has to be there: a loader that forgets one would
    /// load nothing, or load it unchecked.
    pub fn fill(&self, path: &Path, source: &str) -> anyhow::Result<String> {
        let missing =
            self.0.iter().map(|(token, _)| *token).filter(|token| !source.contains(token)).collect::<Vec<_>>();
        if !missing.is_empty() {
            bail!("{}: missing {}", path.display(), missing.join(", "));
        }
        Ok(self.0.iter().fold(source.to_owned(), |text, (token, value)| text.replace(token, value)))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Tokens;
    use crate::build::manifest::{File, Role};

    fn tokens() -> Tokens {
        let file = |role, path: &str| File::new(role, path, path.as_bytes(), None);
        let (glue, wasm) = (file(Role::Glue, "a.js"), file(Role::Wasm, "b.wasm"));
        Tokens::new(&glue, &wasm, &file(Role::Style, "c.css"), &file(Role::LazyWasm, "d.wasm"))
    }

    #[test]
    fn fills_in_every_token() {
        let filled = tokens()
            .fill(
                Path::new("loader.js"),
                "%GLUE% %WASM% %WASM_INTEGRITY% %STYLE% %STYLE_INTEGRITY% %LAZY_WASM% %LAZY_WASM_INTEGRITY% %GLUE%",
            )
            .expect("all tokens are there");
        let words = filled.split(' ').collect::<Vec<_>>();
        assert_eq!([words[0], words[1], words[3], words[5], words[7]], ["a.js", "b.wasm", "c.css", "d.wasm", "a.js"]);
        assert!(words[2].starts_with("sha384-") && words[4].starts_with("sha384-") && words[2] != words[4]);
    }

    #[test]
    fn names_the_tokens_that_are_missing() {
        let error = tokens()
            .fill(Path::new("src/embed/loader.js"), "%GLUE% %WASM% %STYLE% %LAZY_WASM% %LAZY_WASM_INTEGRITY%")
            .expect_err("two are missing")
            .to_string();
        assert_eq!(error, "src/embed/loader.js: missing %WASM_INTEGRITY%, %STYLE_INTEGRITY%");
    }
}
