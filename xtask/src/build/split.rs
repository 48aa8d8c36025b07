//! Divides the wasm in two: what every reader needs at once, and what is fetched after that.
//!
//! Both halves share memory, table and functions, so nothing is in both. The lazy half is one function and what only it
//! leads to, functions that are called through the table and data included; the first half calls that one through the table
//! too, where it has no place until the lazy half puts it there.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, ensure};
use walrus::ir::Value;
use walrus::{
    ConstExpr, Data, DataKind, Element, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind,
    ImportedFunction, MemoryId, Module, ModuleConfig, TableId,
};

use super::references::{Apart, References};

/// The function from which everything in the lazy half is reached.
const ROOT: &str = "components::lazy::draw_lazy_part";

/// What the lazy half calls the first one.
const FIRST: &str = "m";

/// The two halves.
pub struct Halves {
    /// What every reader needs at once.
    pub first: Vec<u8>,
    /// What is fetched after it. Instantiated, it takes its places in the first half's table and memory.
    pub lazy: Vec<u8>,
}

/// Divides a module whose functions have the names that the linker gave them, given what refers to what in it.
pub fn split(whole: &[u8], references: &References, keep_names: bool) -> anyhow::Result<Halves> {
    let mut first = parse(whole, keep_names)?;
    let mut lazy = parse(whole, keep_names)?;
    // The same bytes give both the same things in the same order.
    let functions = first.funcs.iter().map(walrus::Function::id).zip(lazy.funcs.iter().map(walrus::Function::id));
    let functions = functions.collect::<Vec<_>>();
    let memories = first.memories.iter().map(walrus::Memory::id).zip(lazy.memories.iter().map(walrus::Memory::id));
    let memories = memories.collect::<Vec<_>>();
    let tables = first.tables.iter().map(walrus::Table::id).zip(lazy.tables.iter().map(walrus::Table::id));
    let tables = tables.collect::<Vec<_>>();
    let globals = first.globals.iter().map(walrus::Global::id).zip(lazy.globals.iter().map(walrus::Global::id));
    let globals = globals.collect::<Vec<_>>();

    let exported = first.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => first.funcs.get(function).name.as_deref(),
        _ => None,
    });
    let apart = references.apart(&is_root, &exported.collect())?;
    leave_out_of_tables(&mut first, &apart);
    keep_in_tables(&mut lazy, &apart);
    leave_out_of_memory(&mut first, &apart);
    keep_in_memory(&mut lazy, &apart);
    walrus::passes::gc::run(&mut first);
    let kept = first.funcs.iter().map(walrus::Function::id).collect::<HashSet<_>>();
    let is_kept = first.funcs.iter().any(|function| function.name.as_deref().is_some_and(is_root));
    ensure!(!is_kept, "something else leads to {ROOT}");

    for id in lazy.exports.iter().map(walrus::Export::id).collect::<Vec<_>>() {
        lazy.exports.delete(id);
    }
    lazy.start = None;
    // Named below, once it is known which of them are used.
    let mut given = HashMap::new();
    for (ours, theirs) in functions {
        if kept.contains(&ours) {
            let function = lazy.funcs.get(theirs);
            let ty = function.ty();
            // What the whole imports the lazy half has from the first one too.
            if let FunctionKind::Import(ImportedFunction { import, .. }) = function.kind {
                lazy.imports.delete(import);
            }
            let import = lazy.imports.add(FIRST, "", theirs);
            lazy.funcs.get_mut(theirs).kind = FunctionKind::Import(ImportedFunction { import, ty });
            given.insert(import, ExportItem::Function(ours));
        }
    }
    for (ours, theirs) in memories {
        let import = lazy.imports.add(FIRST, "", theirs);
        lazy.memories.get_mut(theirs).import = Some(import);
        given.insert(import, ExportItem::Memory(ours));
    }
    for (ours, theirs) in tables {
        let import = lazy.imports.add(FIRST, "", theirs);
        lazy.tables.get_mut(theirs).import = Some(import);
        given.insert(import, ExportItem::Table(ours));
    }
    for (ours, theirs) in globals {
        if lazy.globals.get(theirs).mutable {
            let import = lazy.imports.add(FIRST, "", theirs);
            lazy.globals.get_mut(theirs).kind = GlobalKind::Import(import);
            given.insert(import, ExportItem::Global(ours));
        }
    }
    walrus::passes::gc::run(&mut lazy);

    let mut names = (0..).map(short_name);
    for import in lazy.imports.iter_mut() {
        let Some(item) = given.get(&import.id()) else { continue };
        let known = first.exports.iter().find(|export| is_same(item, &export.item));
        if let Some(export) = known {
            import.name.clone_from(&export.name);
        } else {
            import.name = names.next().unwrap_or_default();
            first.exports.add(&import.name, *item);
        }
    }
    Ok(Halves { first: first.emit_wasm(), lazy: lazy.emit_wasm() })
}

fn is_root(name: &str) -> bool {
    rustc_demangle::demangle(name).to_string().contains(ROOT)
}

fn parse(whole: &[u8], keep_names: bool) -> anyhow::Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(keep_names).generate_producers_section(false);
    config.parse(whole).context("the bound wasm can't be read again")
}

/// A stretch of a table: which one, from where on, and what stands there.
fn functions_of(element: &Element) -> Option<(TableId, u32, &[FunctionId])> {
    match (&element.kind, &element.items) {
        (
            ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(offset)) },
            ElementItems::Functions(functions),
        ) => Some((*table, u32::try_from(*offset).ok()?, functions)),
        _ => None,
    }
}

fn is_apart(module: &Module, function: FunctionId, apart: &Apart) -> bool {
    module.funcs.get(function).name.as_ref().is_some_and(|name| apart.functions.contains(name))
}

/// Puts another function wherever one of the lazy half stood, so that a call too early is no call into nothing, or one that
/// nobody calls.
fn leave_out_of_tables(first: &mut Module, apart: &Apart) {
    let mut changed = Vec::new();
    for element in first.elements.iter() {
        let Some((_, _, functions)) = functions_of(element) else { continue };
        let is_ours = |function: &FunctionId| {
            let name = &first.funcs.get(*function).name;
            !name.as_ref().is_some_and(|name| apart.functions.contains(name) || apart.unused.contains(name))
        };
        let Some(other) = functions.iter().copied().find(is_ours) else { continue };
        let ours = functions.iter().map(|function| if is_ours(function) { *function } else { other });
        changed.push((element.id(), ours.collect()));
    }
    for (id, functions) in changed {
        first.elements.get_mut(id).items = ElementItems::Functions(functions);
    }
}

/// Leaves in the tables only what is of the lazy half.
fn keep_in_tables(lazy: &mut Module, apart: &Apart) {
    let mut stretches = Vec::<(TableId, u32, Vec<FunctionId>)>::new();
    for element in lazy.elements.iter() {
        let Some((table, offset, functions)) = functions_of(element) else { continue };
        for (place, function) in (offset..).zip(functions) {
            if is_apart(lazy, *function, apart) {
                match stretches.last_mut() {
                    Some((of, start, stretch)) if *of == table && *start as usize + stretch.len() == place as usize => {
                        stretch.push(*function);
                    }
                    _ => stretches.push((table, place, vec![*function])),
                }
            }
        }
    }
    for id in lazy.elements.iter().map(Element::id).collect::<Vec<_>>() {
        lazy.elements.delete(id);
    }
    for table in lazy.tables.iter_mut() {
        table.elem_segments.clear();
    }
    for (table, place, functions) in stretches {
        let kind = ElementKind::Active { table, offset: constant(place) };
        let id = lazy.elements.add(kind, ElementItems::Functions(functions));
        lazy.tables.get_mut(table).elem_segments.insert(id);
    }
}

/// Where a segment of the data stands in memory.
fn address_of(data: &Data) -> Option<(MemoryId, u32)> {
    match &data.kind {
        DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(offset)) } => {
            Some((*memory, u32::try_from(*offset).ok()?))
        }
        _ => None,
    }
}

/// The part of a segment's bytes that stands in a range of memory.
fn part(data: &Data, address: u32, range: &Range<u32>) -> Range<usize> {
    let end = data.value.len();
    let within = |place: u32| (place.saturating_sub(address) as usize).min(end);
    within(range.start)..within(range.end)
}

/// Empties what is of the lazy half: the optimizer leaves zeros out.
fn leave_out_of_memory(first: &mut Module, apart: &Apart) {
    for id in first.data.iter().map(Data::id).collect::<Vec<_>>() {
        let data = first.data.get_mut(id);
        if let Some((_, address)) = address_of(data) {
            for range in &apart.data {
                let part = part(data, address, range);
                data.value[part].fill(0);
            }
        }
    }
}

/// Leaves of the data only what is of the lazy half, a segment a stretch.
fn keep_in_memory(lazy: &mut Module, apart: &Apart) {
    let mut stretches = Vec::new();
    for data in lazy.data.iter() {
        let Some((memory, address)) = address_of(data) else { continue };
        for range in &apart.data {
            let part = part(data, address, range);
            let bytes = &data.value[part];
            if bytes.iter().any(|byte| *byte != 0) {
                stretches.push((memory, range.start.max(address), bytes.to_vec()));
            }
        }
    }
    for id in lazy.data.iter().map(Data::id).collect::<Vec<_>>() {
        lazy.data.delete(id);
    }
    for memory in lazy.memories.iter_mut() {
        memory.data_segments.clear();
    }
    for (memory, place, bytes) in stretches {
        let id = lazy.data.add(DataKind::Active { memory, offset: constant(place) }, bytes);
        lazy.memories.get_mut(memory).data_segments.insert(id);
    }
}

/// A place in a table or in memory.
fn constant(place: u32) -> ConstExpr {
    ConstExpr::Value(Value::I32(place.cast_signed()))
}

/// The name under which the first half gives something to the lazy one, where it has none yet: of capitals, which other names
/// have none of, and short and in order, since readers fetch each name twice.
fn short_name(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'A' + u8::try_from(number % 26).unwrap_or_default()));
        number /= 26;
        if number == 0 {
            return name;
        }
    }
}

fn is_same(one: &ExportItem, other: &ExportItem) -> bool {
    match (one, other) {
        (ExportItem::Function(one), ExportItem::Function(other)) => one == other,
        (ExportItem::Table(one), ExportItem::Table(other)) => one == other,
        (ExportItem::Memory(one), ExportItem::Memory(other)) => one == other,
        (ExportItem::Global(one), ExportItem::Global(other)) => one == other,
        _ => false,
    }
}
