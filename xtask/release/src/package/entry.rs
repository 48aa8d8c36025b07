//! The package's entry: the loader with every address written out where a bundler looks for it.
//!
//! Bundlers do not run a script; they look for `new URL('./file', import.meta.url)` and `import('./file')` with the name
//! as it stands. So that is what takes the place of the loader's tokens, and the loader puts nothing of its own before them:
//! what a bundler makes of an address may be one from the page's own host on, as in Turbopack, and `import.meta.url` no
//! address at all.

use anyhow::{Context, ensure};

use xtask::build::{File, Manifest, Role};

/// How the loader begins the one import whose file is a module.
const IMPORT: &str = "import(";

/// How the loader makes an address of a name, and what is done with an address.
const ADDRESS: (&str, &str) = ("new URL(name, import.meta.url).href", "String(name)");

/// The loader's source as a module that bundlers can follow. Hashes stay, since bundlers copy such files byte for byte.
pub fn entry(loader: &str, manifest: &Manifest) -> anyhow::Result<String> {
    ensure!(loader.contains(ADDRESS.0), "the loader makes addresses in another way than {}", ADDRESS.0);
    let mut text = imported(&loader.replace(ADDRESS.0, ADDRESS.1), "'%GLUE%'", manifest.file(Role::Glue)?)?;
    for (token, hash, role) in [
        ("'%WASM%'", "%WASM_INTEGRITY%", Role::Wasm),
        ("'%STYLE%'", "%STYLE_INTEGRITY%", Role::Style),
        ("'%LAZY_WASM%'", "%LAZY_WASM_INTEGRITY%", Role::LazyWasm),
    ] {
        let file = manifest.file(role)?;
        ensure!(text.contains(token), "the loader has no {token} for a bundler to find");
        text = text.replace(token, &format!("new URL('./{}', import.meta.url)", name_in_package(file)));
        text = text.replace(hash, &file.integrity);
    }
    let left = text.split('\'').find(|part| part.len() > 2 && part.starts_with('%') && part.ends_with('%'));
    ensure!(left.is_none(), "the loader has {} besides, which the package does not know", left.unwrap_or_default());
    Ok(text)
}

/// What a file is called in the package. The style sheet is no `.css` there: webpack makes all of those smaller that it
/// copies, and then they are not what their hash says.
pub fn name_in_package(file: &File) -> String {
    if file.role == Role::Style { format!("{}.txt", file.path) } else { file.path.clone() }
}

/// The import of the token's file, with the file's name as all that it is given.
fn imported(text: &str, token: &str, file: &File) -> anyhow::Result<String> {
    let missing = || format!("the loader does not import {token}");
    let at = text.find(token).with_context(missing)?;
    let start = text[..at].rfind(IMPORT).with_context(missing)? + IMPORT.len();
    let mut open = 1;
    let length = text[start..].bytes().position(|byte| {
        open += i32::from(byte == b'(') - i32::from(byte == b')');
        open == 0
    });
    let end = start + length.with_context(missing)?;
    ensure!(at < end, missing());
    Ok(format!("{}'./{}'{}", &text[..start], file.path, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::entry;
    use xtask::build::{BuildKind, File, Manifest, Role, StandardLibrary};

    fn manifest() -> Manifest {
        let file = |role, path| File::new(role, path, b"content", None);
        Manifest {
            kind: BuildKind::Released,
            standard_library: StandardLibrary::RebuiltForSize,
            features: Vec::new(),
            files: vec![
                file(Role::Glue, "a.js"),
                file(Role::Wasm, "b.wasm"),
                file(Role::Style, "c.css"),
                file(Role::LazyWasm, "d.wasm"),
            ],
        }
    }

    const REST: &str = "got('%STYLE%', '%STYLE_INTEGRITY%'); got('%LAZY_WASM%', '%LAZY_WASM_INTEGRITY%'); \
        at = (name) => new URL(name, import.meta.url).href;";

    #[test]
    fn writes_addresses_out_where_bundlers_look() {
        for import in ["import(new URL('%GLUE%', import.meta.url))", "import(here('%GLUE%'))", "import('%GLUE%')"] {
            let text = entry(&format!("all([got('%WASM%', '%WASM_INTEGRITY%'), {import}]); {REST}"), &manifest())
                .expect("all tokens are there");
            let start = "all([got(new URL('./b.wasm', import.meta.url), 'sha384-";
            assert!(
                text.starts_with(start) && text.contains("'), import('./a.js')]); got(new URL('./c.css.txt',"),
                "{text}"
            );
            assert!(text.ends_with("at = (name) => String(name);"), "{text}");
        }
    }

    #[test]
    fn names_what_it_cannot_write_out() {
        let error = |text: &str| entry(text, &manifest()).expect_err("something is amiss").to_string();
        assert_eq!(error(REST), "the loader does not import '%GLUE%'");
        assert_eq!(error(&format!("import('x'); got('%GLUE%'); {REST}")), "the loader does not import '%GLUE%'");
        assert_eq!(error(&format!("import('%GLUE%'); {REST}")), "the loader has no '%WASM%' for a bundler to find");
        assert!(error("import('%GLUE%')").starts_with("the loader makes addresses in another way than new URL("));
        let more = format!("import('%GLUE%'); got('%WASM%', '%WASM_INTEGRITY%'); {REST} got('%MORE%')");
        assert_eq!(error(&more), "the loader has %MORE% besides, which the package does not know");
    }
}
