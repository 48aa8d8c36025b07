//! Reads a crate's files, token by token, into its modules: what each defines, what it imports, which paths it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, anyhow};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// The place of a module in the crate; the crate's own is empty.
pub type ModulePath = Vec<String>;

/// A crate's modules.
pub type Modules = BTreeMap<ModulePath, Module>;

/// A module. One that has two files, one for each way to build the crate, is taken as both together.
#[derive(Debug, Default)]
pub struct Module {
    /// Its files.
    pub files: BTreeSet<PathBuf>,
    /// The names of what is defined in it.
    pub defined: BTreeSet<String>,
    /// What it imports.
    pub uses: Vec<Use>,
    /// The paths that stand in it outside of imports.
    pub paths: Vec<NamedPath>,
    /// Every name in it outside of imports.
    pub names: BTreeSet<String>,
}

/// A name that an import brings into a module.
#[derive(Debug, Clone)]
pub struct Use {
    /// The file that it stands in.
    pub file: PathBuf,
    /// What it imports.
    pub path: Vec<String>,
    /// Its name here; `*` for all names of a module.
    pub alias: String,
    /// Whether others can import it from here.
    pub is_public: bool,
}

/// A path of two and more names.
#[derive(Debug, Clone)]
pub struct NamedPath {
    /// The file that it stands in.
    pub file: PathBuf,
    /// Its names.
    pub path: Vec<String>,
}

/// What is followed by the name of something that it defines.
const DEFINING: [&str; 9] = ["struct", "enum", "union", "trait", "type", "fn", "const", "static", "macro_rules"];

/// Reads the crate whose root file this is.
///
/// # Errors
/// Where a file is missing or is not Rust.
pub fn modules(root: &Path) -> anyhow::Result<Modules> {
    let mut modules = Modules::new();
    let folder = root.parent().context("a root file without a folder")?;
    scan_file(&mut modules, &ModulePath::new(), root, folder)?;
    Ok(modules)
}

/// Reads a module's file; `folder` is where its children have theirs.
fn scan_file(modules: &mut Modules, module: &ModulePath, file: &Path, folder: &Path) -> anyhow::Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let tokens = TokenStream::from_str(&text).map_err(|error| anyhow!("{}: {error}", file.display()))?;
    modules.entry(module.clone()).or_default().files.insert(file.to_path_buf());
    Scan { modules, file, folder }.items(module, tokens)
}

struct Scan<'a> {
    modules: &'a mut Modules,
    file: &'a Path,
    folder: &'a Path,
}

impl Scan<'_> {
    /// Reads what stands directly in a module.
    fn items(&mut self, module: &ModulePath, tokens: TokenStream) -> anyhow::Result<()> {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let mut at = 0;
        let mut is_public = false;
        let mut file = None;
        while let Some(token) = tokens.get(at) {
            let name = ident(token);
            match (name.as_deref(), tokens.get(at + 1)) {
                (None, Some(TokenTree::Group(attribute))) if is_punct(token, '#') => {
                    if is_for_tests(attribute) {
                        at = end_of_item(&tokens, at + 2);
                        continue;
                    }
                    file = named_file(attribute).or(file);
                    at += 2;
                    continue;
                }
                // What the file says of itself.
                (None, Some(sign)) if is_punct(token, '#') && is_punct(sign, '!') => {
                    at += 3;
                    continue;
                }
                (Some("pub"), next) => {
                    // `pub(super)` is for some others, which is others all the same.
                    at += if matches!(next, Some(TokenTree::Group(_))) { 2 } else { 1 };
                    is_public = true;
                    continue;
                }
                (Some("use"), _) => {
                    let end = end_of_use(&tokens, at);
                    for (path, alias) in used(&tokens[at + 1..end]) {
                        let file = self.file.to_path_buf();
                        self.module(module).uses.push(Use { file, path, alias, is_public });
                    }
                    (at, is_public, file) = (end + 1, false, None);
                    continue;
                }
                (Some("mod"), Some(name)) => {
                    let name = ident(name).context("a module without a name")?;
                    let child = [&module[..], std::slice::from_ref(&name)].concat();
                    match tokens.get(at + 2) {
                        Some(TokenTree::Group(body)) => {
                            let file = self.file.to_path_buf();
                            self.module(&child).files.insert(file);
                            self.items(&child, body.stream())?;
                        }
                        _ => self.child(&child, &name, file.as_deref())?,
                    }
                    (at, is_public, file) = (at + 3, false, None);
                    continue;
                }
                (Some(word), _) if DEFINING.contains(&word) => {
                    let mut words = tokens[at + 1..].iter().filter_map(ident);
                    let defined = words.find(|word| !["fn", "mut", "unsafe"].contains(&word.as_str()));
                    self.module(module).defined.extend(defined);
                }
                _ => {}
            }
            let end = end_of_names(&tokens, at);
            self.names(module, &tokens[at..end]);
            (at, is_public, file) = (end, false, None);
        }
        Ok(())
    }

    /// A module in a file of its own.
    fn child(&mut self, child: &ModulePath, name: &str, file: Option<&str>) -> anyhow::Result<()> {
        let beside = self.file.parent().unwrap_or(self.folder);
        let (file, folder) = match file {
            Some(file) => (beside.join(file), beside.join(name)),
            None => {
                let folder = self.folder.join(name);
                let own = folder.join("mod.rs");
                (if own.is_file() { own } else { self.folder.join(format!("{name}.rs")) }, folder)
            }
        };
        scan_file(self.modules, child, &file, &folder)
    }

    /// Notes names and paths, and those in groups. What a function imports counts as its module's import.
    fn names(&mut self, module: &ModulePath, tokens: &[TokenTree]) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if let TokenTree::Group(group) = token {
                let inner: Vec<_> = group.stream().into_iter().collect();
                self.names(module, &inner);
            }
            let Some(name) = ident(token) else {
                at += 1;
                continue;
            };
            if name == "use" && group_or_ident(tokens.get(at + 1)) {
                let end = end_of_use(tokens, at);
                for (path, alias) in used(&tokens[at + 1..end]) {
                    let file = self.file.to_path_buf();
                    self.module(module).uses.push(Use { file, path, alias, is_public: false });
                }
                at = end;
                continue;
            }
            let (path, end) = path(tokens, at);
            let file = self.file.to_path_buf();
            let into = self.module(module);
            into.names.insert(name);
            if path.len() > 1 {
                into.paths.push(NamedPath { file, path });
            }
            at = end;
        }
    }

    fn module(&mut self, path: &ModulePath) -> &mut Module {
        self.modules.entry(path.clone()).or_default()
    }
}

fn ident(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    }
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_brace(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

fn group_or_ident(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(_) | TokenTree::Ident(_)))
}

/// Whether it is `cfg(test)`, alone or with more.
fn is_for_tests(attribute: &Group) -> bool {
    let text = attribute.stream().to_string();
    let words: Vec<_> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    words.first() == Some(&"cfg") && words.contains(&"test") && !words.contains(&"not")
}

/// What `path = "…"` names.
fn named_file(attribute: &Group) -> Option<String> {
    let text = attribute.stream().to_string();
    let value = text.strip_prefix("path")?.trim_start().strip_prefix('=')?;
    Some(value.trim().trim_matches('"').to_owned())
}

/// Behind the item that starts here.
fn end_of_item(tokens: &[TokenTree], start: usize) -> usize {
    let is_use = tokens[start..].iter().find_map(ident).is_some_and(|word| word == "use");
    let is_end = |token: &TokenTree| is_punct(token, ';') || (is_brace(token) && !is_use);
    tokens[start..].iter().position(is_end).map_or(tokens.len(), |length| start + length + 1)
}

/// Behind the import that starts here.
fn end_of_use(tokens: &[TokenTree], start: usize) -> usize {
    tokens[start..].iter().position(|token| is_punct(token, ';')).map_or(tokens.len(), |length| start + length)
}

/// Where in a module the next attribute or item may start.
fn end_of_names(tokens: &[TokenTree], start: usize) -> usize {
    let is_end = |token: &TokenTree| is_punct(token, ';') || is_brace(token);
    tokens[start..].iter().position(is_end).map_or(tokens.len(), |length| start + length + 1)
}

/// The path that starts with a name, and where it ends.
fn path(tokens: &[TokenTree], start: usize) -> (Vec<String>, usize) {
    let mut path = Vec::new();
    let mut at = start;
    while let Some(name) = tokens.get(at).and_then(ident) {
        path.push(name);
        at += 1;
        let goes_on = tokens.get(at).is_some_and(|sign| is_punct(sign, ':'))
            && tokens.get(at + 1).is_some_and(|sign| is_punct(sign, ':'))
            && tokens.get(at + 2).is_some_and(|next| matches!(next, TokenTree::Ident(_)));
        if !goes_on {
            break;
        }
        at += 2;
    }
    (path, at)
}

/// The paths that an import names, each with its name here.
fn used(tokens: &[TokenTree]) -> Vec<(Vec<String>, String)> {
    let mut found = Vec::new();
    for part in tokens.split(|token| is_punct(token, ',')) {
        let mut names = Vec::new();
        let mut alias = None;
        for token in part {
            match token {
                TokenTree::Group(group) => {
                    let inner: Vec<_> = group.stream().into_iter().collect();
                    for (rest, alias) in used(&inner) {
                        let path = if rest == ["self"] { names.clone() } else { [&names[..], &rest].concat() };
                        let alias = if rest == ["self"] && alias == "self" { last(&names) } else { alias };
                        found.push((path, alias));
                    }
                    names.clear();
                }
                TokenTree::Ident(word) if alias.is_some() => alias = Some(word.to_string()),
                TokenTree::Ident(word) if word == "as" => alias = Some(String::new()),
                TokenTree::Ident(word) => names.push(word.to_string()),
                TokenTree::Punct(sign) if sign.as_char() == '*' => alias = Some("*".to_owned()),
                _ => {}
            }
        }
        if !names.is_empty() {
            let alias = alias.unwrap_or_else(|| last(&names));
            found.push((names, alias));
        }
    }
    found
}

fn last(names: &[String]) -> String {
    names.last().cloned().unwrap_or_default()
}
