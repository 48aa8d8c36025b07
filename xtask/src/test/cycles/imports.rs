//! Which file imports which, from what its modules name: paths are followed to the file that defines what they lead to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::scan::{ModulePath, Modules};

/// A file that uses what another defines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    /// The one that uses it.
    pub from: PathBuf,
    /// The one that defines it.
    pub to: PathBuf,
    /// How the first names it.
    pub name: String,
}

/// How many imports of imports are followed: more is a circle of names, which the compiler refuses.
const MAX_DEPTH: usize = 32;

/// Every import of one file from another, once.
pub fn imports(modules: &Modules) -> Vec<Import> {
    let mut imports = BTreeMap::new();
    for (module, content) in modules {
        let used = content.uses.iter().filter(|import| !import.is_public || content.names.contains(&import.alias));
        let used = used.map(|import| (&import.file, &import.path, import.alias == "*"));
        let named = content.paths.iter().map(|named| (&named.file, &named.path, false));
        for (from, path, takes_all) in used.chain(named) {
            let files = match resolved(modules, module, path, false, 0) {
                Some(Target::Item(files)) => files,
                Some(Target::Module(files)) if takes_all => files,
                _ => continue,
            };
            for to in files.into_iter().filter(|to| to != from) {
                let import = Import { from: from.clone(), to: to.clone(), name: path.join("::") };
                imports.entry((from.clone(), to)).or_insert(import);
            }
        }
    }
    imports.into_values().collect()
}

/// What a path leads to, with the files that define it.
enum Target {
    Item(BTreeSet<PathBuf>),
    Module(BTreeSet<PathBuf>),
}

/// Follows a path from a module, where it leads to something of this crate. A module may define things by macros, so it
/// counts as defining what is found nowhere else; not so where `is_defined` is asked for.
fn resolved(modules: &Modules, from: &ModulePath, path: &[String], is_defined: bool, depth: usize) -> Option<Target> {
    if depth > MAX_DEPTH {
        return None;
    }
    let mut module = from.clone();
    let mut rest = path;
    let mut is_ours = false;
    while let [first, others @ ..] = rest {
        match first.as_str() {
            "crate" => module.clear(),
            "self" => {}
            "super" => drop(module.pop()),
            _ => break,
        }
        (rest, is_ours) = (others, true);
    }
    while let [name, others @ ..] = rest {
        let content = modules.get(&module)?;
        let child = [&module[..], std::slice::from_ref(name)].concat();
        let import = content.uses.iter().find(|import| import.alias == *name && import.path != [name.clone()]);
        // A function may have its module's name: then the last name of a path is the function's.
        if modules.contains_key(&child) && !(others.is_empty() && import.is_some()) {
            (module, rest, is_ours) = (child, others, true);
            continue;
        }
        if content.defined.contains(name) {
            return Some(Target::Item(content.files.clone()));
        }
        if let Some(import) = import {
            let path = [&import.path[..], others].concat();
            return resolved(modules, &module, &path, is_defined, depth + 1);
        }
        let all = content.uses.iter().filter(|import| import.alias == "*");
        let found = all
            .into_iter()
            .find_map(|import| resolved(modules, &module, &[&import.path[..], rest].concat(), true, depth + 1));
        return found.or_else(|| (is_ours && !is_defined).then(|| Target::Item(content.files.clone())));
    }
    modules.get(&module).map(|content| Target::Module(content.files.clone()))
}
