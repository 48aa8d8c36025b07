//! Makes an ES module small without changing what it exports.

use std::collections::BTreeSet;

use anyhow::{anyhow, bail, ensure};
use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc::minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc::parser::{Parser, ParserReturn};
use oxc::span::SourceType;
use oxc_compat::EngineTargets;

/// The newest syntax that minifying may bring in. What the authors wrote stays, newer or not.
const LANGUAGE: &str = "es2020";

/// Minifies `source`, called `name` in errors, and checks that the result is a module with the same exports.
pub fn minify(name: &str, source: &str) -> anyhow::Result<String> {
    let allocator = Allocator::default();
    let parsed = parse(&allocator, name, source)?;
    let exports = exports(&parsed);
    let mut program = parsed.program;
    let target = EngineTargets::from_target(LANGUAGE).map_err(|error| anyhow!("{LANGUAGE}: {error}"))?;
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        mangle_properties: None,
        compress: Some(CompressOptions { target, ..CompressOptions::smallest() }),
    };
    let minified = Minifier::new(options).minify(&allocator, &mut program);
    let code = Codegen::new()
        .with_options(CodegenOptions {
            minify: true,
            comments: CommentOptions::disabled(),
            ..CodegenOptions::default()
        })
        .with_scoping(minified.scoping)
        .build(&program)
        .code
        .to_string();

    let again = Allocator::default();
    let kept = self::exports(&parse(&again, &format!("{name}, minified"), &code)?);
    ensure!(kept == exports, "{name}: minifying changed its exports from {exports:?} to {kept:?}");
    Ok(code)
}

fn parse<'a>(allocator: &'a Allocator, name: &str, source: &'a str) -> anyhow::Result<ParserReturn<'a>> {
    let parsed = Parser::new(allocator, source, SourceType::mjs()).parse();
    if parsed.panicked || !parsed.diagnostics.is_empty() {
        let errors = parsed
            .diagnostics
            .into_iter()
            .map(|error| error.render_with_source_code(source.to_owned()))
            .collect::<Vec<_>>();
        bail!("{name} is not a JavaScript module:\n{}", errors.join("\n"));
    }
    Ok(parsed)
}

fn exports(parsed: &ParserReturn<'_>) -> BTreeSet<String> {
    let record = &parsed.module_record;
    let named = record.exported_bindings.keys().map(|name| name.as_str().to_owned());
    let default = record
        .local_export_entries
        .iter()
        .chain(&record.indirect_export_entries)
        .any(|entry| entry.export_name.default_export_span().is_some())
        .then(|| "default".to_owned());
    named.chain(default).collect()
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn keeps_exports_and_drops_the_rest() {
        let source = "function unused() {}\nlet started; // why\nexport function start(first) { started ??= first; \
                      return started }\nexport { start as default };";
        let small = minify("a test", source).expect("it is a module");
        assert!(small.contains("function start") && small.contains("as default"), "{small}");
        assert!(!small.contains("unused") && !small.contains("why"), "{small}");
    }

    #[test]
    fn writes_no_newer_syntax_than_asked_for() {
        let small = minify("a test", "export let a; export function f(b) { if (a == null) a = b; }").expect("a module");
        assert!(!small.contains("??="), "{small}");
    }

    #[test]
    fn names_what_is_not_a_module() {
        let error = minify("loader.js", "export function (").expect_err("it is broken").to_string();
        assert!(error.starts_with("loader.js is not a JavaScript module:\n"), "{error}");
    }
}
