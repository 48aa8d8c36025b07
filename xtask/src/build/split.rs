//! Divides the wasm in two: what every reader needs, and the parts that are fetched when one is asked for.
//!
//! Both halves share memory, table and functions, so nothing is in both. The lazy half is one function and what only it
//! leads to; the first half calls it through the table, where it has no place until the lazy half is there.

use std::collections::{BTreeMap, HashSet};

use anyhow::{Context, anyhow, ensure};
use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind, ImportedFunction, Module,
    ModuleConfig,
};

/// The function from which everything in the lazy half is reached.
const ROOT: &str = "components::lazy::draw_lazy_part";

/// What the lazy half calls the first one.
const FIRST: &str = "m";

/// The name of its one export.
pub const ROOT_EXPORT: &str = "r";

/// The two halves, and how the second one joins the first.
pub struct Halves {
    /// What every reader needs.
    pub first: Vec<u8>,
    /// What is fetched when it is asked for. It exports one function.
    pub lazy: Vec<u8>,
    /// The name under which the first half exports its table of functions.
    pub table: String,
    /// The place in it that the lazy half's function takes.
    pub slot: u32,
}

/// Divides a module whose functions have names.
pub fn split(whole: &[u8]) -> anyhow::Result<Halves> {
    let mut first = parse(whole)?;
    let mut lazy = parse(whole)?;
    // The same bytes give both the same things in the same order.
    let functions = first.funcs.iter().map(walrus::Function::id).zip(lazy.funcs.iter().map(walrus::Function::id));
    let functions = functions.collect::<Vec<_>>();
    let memories = first.memories.iter().map(walrus::Memory::id).zip(lazy.memories.iter().map(walrus::Memory::id));
    let memories = memories.collect::<Vec<_>>();
    let tables = first.tables.iter().map(walrus::Table::id).zip(lazy.tables.iter().map(walrus::Table::id));
    let tables = tables.collect::<Vec<_>>();
    let globals = first.globals.iter().map(walrus::Global::id).zip(lazy.globals.iter().map(walrus::Global::id));
    let globals = globals.collect::<Vec<_>>();

    let root = root_of(&first)?;
    let (table, slot) = take_out(&mut first, root)?;
    walrus::passes::gc::run(&mut first);
    let kept = first.funcs.iter().map(walrus::Function::id).collect::<HashSet<_>>();
    ensure!(!kept.contains(&root), "something else leads to {ROOT}");

    for id in lazy.exports.iter().map(walrus::Export::id).collect::<Vec<_>>() {
        lazy.exports.delete(id);
    }
    for id in lazy.elements.iter().map(walrus::Element::id).collect::<Vec<_>>() {
        lazy.elements.delete(id);
    }
    for id in lazy.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        lazy.data.delete(id);
    }
    lazy.start = None;
    let mut names = Names::default();
    for (ours, theirs) in functions {
        if ours == root {
            lazy.exports.add(ROOT_EXPORT, theirs);
        }
        if kept.contains(&ours) {
            let function = lazy.funcs.get(theirs);
            let ty = function.ty();
            // What the whole imports the lazy half has from the first one too.
            if let FunctionKind::Import(ImportedFunction { import, .. }) = function.kind {
                lazy.imports.delete(import);
            }
            let import = lazy.imports.add(FIRST, &names.of(ExportItem::Function(ours), &first), theirs);
            lazy.funcs.get_mut(theirs).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    for (ours, theirs) in memories {
        let import = lazy.imports.add(FIRST, &names.of(ExportItem::Memory(ours), &first), theirs);
        let memory = lazy.memories.get_mut(theirs);
        memory.data_segments.clear();
        memory.import = Some(import);
    }
    for (ours, theirs) in tables {
        let import = lazy.imports.add(FIRST, &names.of(ExportItem::Table(ours), &first), theirs);
        let table = lazy.tables.get_mut(theirs);
        table.elem_segments.clear();
        table.import = Some(import);
    }
    for (ours, theirs) in globals {
        if lazy.globals.get(theirs).mutable {
            let import = lazy.imports.add(FIRST, &names.of(ExportItem::Global(ours), &first), theirs);
            lazy.globals.get_mut(theirs).kind = GlobalKind::Import(import);
        }
    }
    walrus::passes::gc::run(&mut lazy);

    let used = lazy.imports.iter().map(|import| import.name.clone()).collect::<Vec<_>>();
    let table = names.of(ExportItem::Table(table), &first);
    for (name, item) in names.new {
        if used.contains(&name) || name == table {
            first.exports.add(&name, item);
        }
    }
    Ok(Halves { first: first.emit_wasm(), lazy: lazy.emit_wasm(), table, slot })
}

fn parse(whole: &[u8]) -> anyhow::Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config.parse(whole).context("the bound wasm can't be read again")
}

fn root_of(module: &Module) -> anyhow::Result<FunctionId> {
    let is_root = |function: &&walrus::Function| {
        function.name.as_ref().is_some_and(|name| rustc_demangle::demangle(name).to_string().contains(ROOT))
    };
    let root = module.funcs.iter().find(is_root).map(walrus::Function::id);
    root.ok_or_else(|| anyhow!("no function of the wasm is called {ROOT}"))
}

/// Takes a function out of the table that it is called through, and says which table and place that was.
fn take_out(module: &mut Module, root: FunctionId) -> anyhow::Result<(walrus::TableId, u32)> {
    for element in module.elements.iter_mut() {
        let ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(offset)) } = element.kind else {
            continue;
        };
        let ElementItems::Functions(functions) = &mut element.items else { continue };
        if let Some(index) = functions.iter().position(|function| *function == root) {
            // Another one in its place: of another type, so that a call too early is caught and not mistaken.
            functions[index] = functions[if index == 0 { 1 } else { 0 }];
            return Ok((table, u32::try_from(offset)? + u32::try_from(index)?));
        }
    }
    Err(anyhow!("{ROOT} is in no table: nothing calls it, or not through one"))
}

/// The names under which the first half gives things to the lazy one: those that they have, else new ones.
#[derive(Default)]
struct Names {
    new: BTreeMap<String, ExportItem>,
}

impl Names {
    fn of(&mut self, item: ExportItem, first: &Module) -> String {
        let same = |other: &ExportItem| match (item, *other) {
            (ExportItem::Function(one), ExportItem::Function(other)) => one == other,
            (ExportItem::Table(one), ExportItem::Table(other)) => one == other,
            (ExportItem::Memory(one), ExportItem::Memory(other)) => one == other,
            (ExportItem::Global(one), ExportItem::Global(other)) => one == other,
            _ => false,
        };
        if let Some(export) = first.exports.iter().find(|export| same(&export.item)) {
            return export.name.clone();
        }
        if let Some((name, _)) = self.new.iter().find(|(_, other)| same(other)) {
            return name.clone();
        }
        let name = format!("l{}", self.new.len());
        self.new.insert(name.clone(), item);
        name
    }
}
