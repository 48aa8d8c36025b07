//! The check that no files of the crate import each other in a loop.
//!
//! A file imports the file that defines what it names, also where it names it by way of a facade's `pub use`. A `mod.rs`
//! is a file like others: it is in a loop where it uses a child that uses what it defines itself. Tests don't count, nor
//! does naming a module (`mod x;`, `pub use x::Y`) without using what is in it. What macros define counts as their module's.

mod imports;
mod scan;

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::path::{Path, PathBuf};

use anyhow::bail;

use self::imports::Import;

/// Fails where files under the folder of a crate's root file import each other in a loop, with one chain for each group of
/// files that does.
pub fn check(root: &Path, shown_from: &Path) -> anyhow::Result<()> {
    let modules = scan::modules(root)?;
    let loops = loops(&imports::imports(&modules));
    if loops.is_empty() {
        return Ok(());
    }
    let shown = |file: &Path| file.strip_prefix(shown_from).unwrap_or(file).display().to_string();
    let chains = loops.iter().map(|Loop { chain, files }| {
        let start = chain.first().map_or_else(String::new, |import| shown(&import.from));
        let links = chain.iter().map(|import| format!("\n    uses {} of {}", import.name, shown(&import.to)));
        format!("  {start}{}\n    ({files} files import each other)", links.collect::<String>())
    });
    bail!("files import each other in a loop:\n{}", chains.collect::<Vec<_>>().join("\n"))
}

/// Files that import each other.
#[derive(Debug)]
struct Loop {
    /// One of the shortest ways from a file back to itself.
    chain: Vec<Import>,
    /// How many files lead to each other and so can't be understood apart.
    files: usize,
}

/// Every group of files that import each other.
fn loops(imports: &[Import]) -> Vec<Loop> {
    let mut from = BTreeMap::<&PathBuf, Vec<&Import>>::new();
    for import in imports {
        from.entry(&import.from).or_default().push(import);
    }
    // A crate has some hundred files, so looking from each of them is quick enough.
    let ways: BTreeMap<_, _> = from.keys().map(|file| (*file, ways_from(file, &from))).collect();
    let mut seen = Vec::new();
    let mut loops = Vec::new();
    for (file, reached) in &ways {
        if seen.contains(file) || !reached.contains_key(file) {
            continue;
        }
        let group: Vec<_> =
            ways.iter().filter(|(other, back)| reached.contains_key(*other) && back.contains_key(*file)).collect();
        seen.extend(group.iter().map(|(other, _)| **other));
        let chains = group.iter().filter_map(|(other, back)| chain_to(other, back));
        if let Some(chain) = chains.min_by_key(Vec::len) {
            loops.push(Loop { chain, files: group.len() });
        }
    }
    loops
}

/// Each file that can be reached from one, by the last import on the shortest way there.
fn ways_from<'a>(start: &Path, from: &BTreeMap<&'a PathBuf, Vec<&'a Import>>) -> HashMap<&'a PathBuf, &'a Import> {
    let mut reached = HashMap::new();
    let mut next = VecDeque::from([start]);
    while let Some(file) = next.pop_front() {
        for import in from.get(&file.to_path_buf()).into_iter().flatten() {
            if !reached.contains_key(&import.to) {
                reached.insert(&import.to, *import);
                next.push_back(&import.to);
            }
        }
    }
    reached
}

/// The way from a file back to itself.
fn chain_to(file: &PathBuf, reached: &HashMap<&PathBuf, &Import>) -> Option<Vec<Import>> {
    let mut chain = Vec::new();
    let mut at = file;
    loop {
        let import = *reached.get(at)?;
        chain.push(import.clone());
        at = &import.from;
        if at == file {
            chain.reverse();
            return Some(chain);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::check;

    /// What the check says of a crate of these files.
    fn checked(files: &[(&str, &str)]) -> Result<(), String> {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        check(&folder.path().join("lib.rs"), folder.path()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_sound_tree_passes() {
        let sound = checked(&[
            ("lib.rs", "//! A crate.\npub mod shape;\nmod text;\n"),
            // A facade, and one child that uses another by way of it.
            ("shape/mod.rs", "mod circle;\nmod line;\npub use circle::Circle;\npub use line::Line;"),
            ("shape/circle.rs", "use super::Line;\npub struct Circle(Line);\nfn f() { crate::text::join() }"),
            (
                "shape/line.rs",
                "use yew::html;\npub struct Line;\n#[cfg(test)]\nmod tests { use crate::shape::Circle; }",
            ),
            ("text.rs", "// use crate::shape::Line;\npub fn join() { let _ = \"crate::shape::Line\"; }"),
        ]);
        assert_eq!(sound, Ok(()));
    }

    #[test]
    fn a_loop_over_several_files_is_shown_as_a_chain() {
        let found = checked(&[
            ("lib.rs", "mod a; mod b; mod c; mod d;"),
            ("a.rs", "use crate::b::{self, B as Other}; pub struct A;"),
            ("b.rs", "pub struct B; fn f() -> crate::c::C { todo!() }"),
            ("c.rs", "use super::a::A; pub struct C;"),
            ("d.rs", "use super::a::A;"),
        ]);
        let expected = "files import each other in a loop:\n  a.rs\n    uses crate::b::B of b.rs\n    uses crate::c::C of \
                        c.rs\n    uses super::a::A of a.rs\n    (3 files import each other)";
        assert_eq!(found, Err(expected.to_owned()));
    }

    #[test]
    fn a_loop_by_way_of_a_facade_is_between_the_files_that_define() {
        let found = checked(&[
            ("lib.rs", "mod shape;"),
            ("shape/mod.rs", "mod circle; mod line; pub use circle::*; pub use line::Line;"),
            ("shape/circle.rs", "use crate::shape::Line; pub struct Circle;"),
            ("shape/line.rs", "use super::Circle; pub struct Line;"),
        ]);
        let error = found.expect_err("two files use each other");
        let expected = "shape/circle.rs\n    uses crate::shape::Line of shape/line.rs\n    uses super::Circle of \
                        shape/circle.rs\n";
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn a_parent_that_uses_a_child_may_not_define_what_it_uses() {
        let parent = "mod circle; pub struct Shape;";
        let child = ("shape/circle.rs", "use super::Shape; pub struct Circle;");
        let lib = ("lib.rs", "mod shape;");
        assert_eq!(checked(&[lib, ("shape/mod.rs", &format!("{parent} pub use circle::Circle;")), child]), Ok(()));
        for uses in ["use circle::Circle;", "pub use circle::Circle; fn f(_: Circle) {}", "fn f(_: circle::Circle) {}"]
        {
            let error = checked(&[lib, ("shape/mod.rs", &format!("{parent} {uses}")), child]).expect_err(uses);
            assert!(error.contains("shape/circle.rs\n    uses super::Shape of shape/mod.rs"), "{error}");
        }
    }

    #[test]
    fn files_are_found_where_the_compiler_finds_them() {
        let found = checked(&[
            ("lib.rs", "mod a;"),
            (
                "a.rs",
                "mod inner; #[cfg(x)] #[path = \"other.rs\"] mod b; #[cfg(y)] mod b;\nuse inner::I; pub struct A;",
            ),
            ("a/inner.rs", "use super::A; pub struct I;"),
            ("other.rs", ""),
            ("a/b.rs", ""),
        ]);
        assert!(found.is_err_and(|error| error.contains("a/inner.rs\n    uses super::A of a.rs")));
        let missing = checked(&[("lib.rs", "mod gone;")]).expect_err("a file is missing");
        assert!(missing.contains("gone.rs"), "{missing}");
    }
}
