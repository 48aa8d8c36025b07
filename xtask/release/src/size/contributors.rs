//! Where the code of a wasm file comes from, by the names of its functions: which crates, and which generic functions
//! that the compiler made again for each type.

use std::collections::HashMap;

use anyhow::bail;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// The share of some functions that belong together.
#[derive(Debug)]
pub struct Contributor {
    /// What they have in common.
    pub name: String,
    /// The sum of its functions' sizes.
    pub bytes: u64,
    /// How many they are.
    pub functions: usize,
    /// The largest of them.
    pub largest: Function,
}

/// One function.
#[derive(Debug, Clone)]
pub struct Function {
    /// Its name without the hash.
    pub name: String,
    /// The size of its body.
    pub bytes: u64,
}

/// Adds up functions by crate, largest first. A generic function counts for the crate that wrote it, and not for the
/// one that made it necessary.
pub fn by_crate(functions: &[Function]) -> Vec<Contributor> {
    grouped_by(functions, crate_of)
}

/// Adds up functions by name, largest first: a generic one together with its copies for other types.
pub fn by_name(functions: &[Function]) -> Vec<Contributor> {
    grouped_by(functions, without_types)
}

fn grouped_by(functions: &[Function], key: fn(&str) -> String) -> Vec<Contributor> {
    let mut shares = HashMap::<String, Contributor>::new();
    for function in functions {
        let name = key(&function.name);
        let share = shares.entry(name.clone()).or_insert_with(|| Contributor {
            name,
            bytes: 0,
            functions: 0,
            largest: function.clone(),
        });
        share.bytes += function.bytes;
        share.functions += 1;
        if function.bytes > share.largest.bytes {
            share.largest = function.clone();
        }
    }
    let mut contributors = shares.into_values().collect::<Vec<_>>();
    contributors.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.name.cmp(&b.name)));
    contributors
}

/// Every function with its demangled name. Bodies are numbered after the imported functions.
pub fn functions(wasm: &[u8]) -> anyhow::Result<Vec<Function>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().end - body.range().start),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections {
                        if let Name::Function(map) = subsection? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    if names.is_empty() {
        bail!("the file has no names of functions");
    }
    let named = (imported..).zip(bodies).map(|(index, bytes)| {
        let mangled = names.get(&index).map_or("(without a name)", String::as_str);
        Function { name: format!("{:#}", rustc_demangle::demangle(mangled)), bytes }
    });
    Ok(named.collect())
}

/// The crate in front of a path: `yew` for `yew::html::f`, for `<yew::A as core::B>::f` and for `<&mut [yew::A]>::f`.
/// A type of no crate's own (`<u8 as core::fmt::Debug>::fmt`) leaves it to the trait.
fn crate_of(name: &str) -> String {
    let path = name.split([' ', '<', '>', '&', '*', '(', ')', '[', ']', ',', ';']).find(|word| word.contains("::"));
    match path.and_then(|path| path.split("::").next()) {
        Some(first) if !first.is_empty() => first.to_owned(),
        _ => "(no crate)".to_owned(),
    }
}

/// The name without what stands in its type parameters: `yew::f::<…>` for `yew::f::<A<B>>`. The brackets around a type
/// with a trait (`<yew::A as core::B>::f`) are no parameters and stay.
fn without_types(name: &str) -> String {
    let mut short = String::new();
    let mut depth = 0_usize;
    let mut before = ' ';
    for c in name.chars() {
        match c {
            '<' if depth > 0 || before.is_alphanumeric() || before == '_' || before == ':' => {
                if depth == 0 {
                    short.push_str("<…>");
                }
                depth += 1;
            }
            // An arrow closes nothing.
            '>' if depth > 0 && before != '-' => depth -= 1,
            _ if depth == 0 => short.push(c),
            _ => {}
        }
        before = c;
    }
    short
}

#[cfg(test)]
mod tests {
    use super::{crate_of, without_types};

    #[test]
    fn leaves_out_type_parameters_only() {
        for (name, expected) in [
            ("yew::f::<yew::A<core::B>, u8>", "yew::f::<…>"),
            ("<yew::A<core::B> as core::fmt::Display>::fmt", "<yew::A<…> as core::fmt::Display>::fmt"),
            ("core::ptr::drop_in_place::<dyn core::ops::Fn(u8) -> yew::A<u8>>", "core::ptr::drop_in_place::<…>"),
        ] {
            assert_eq!(without_types(name), expected, "{name}");
        }
    }

    #[test]
    fn finds_the_crate_in_front() {
        for (name, expected) in [
            ("yew::html::classes::f", "yew"),
            ("<yew::A as core::fmt::Display>::fmt", "yew"),
            ("<&mut [yew::A<std::B>] as core::fmt::Debug>::fmt", "yew"),
            ("<u8 as core::fmt::Debug>::fmt", "core"),
            ("core::ptr::drop_in_place<yew::A>", "core"),
            ("<alloc::vec::Vec<T>>::push", "alloc"),
            ("memcpy", "(no crate)"),
        ] {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }
}
