//! What refers to what in the wasm that the linker made, as the linker noted it (`--emit-relocs`): functions to functions
//! and to data, data to functions, as tables of methods do, and to data.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, anyhow};
use wasmparser::{
    DataKind, ExternalKind, KnownCustom, Linking, Operator, Parser, Payload, RelocationEntry, RelocationType,
    SymbolInfo, TypeRef,
};

/// Something that refers to others: a function, or what stands in memory from the start under a name of its own.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Node {
    Function(u32),
    Data(usize),
}

/// What a function of wasm-bindgen's begins with that says how another one is called, and that no reader gets: the tool
/// asks it and takes it out.
const DESCRIPTION: &str = "__wbindgen_describe";

/// What only one function leads to.
pub struct Apart {
    /// The names of the functions, that one among them.
    pub functions: HashSet<String>,
    /// The names of functions that nothing leads to any more, though a table may still have them.
    pub unused: HashSet<String>,
    /// Where the data stands in memory, in order.
    pub data: Vec<Range<u32>>,
}

/// What refers to what.
pub struct References {
    /// The names of functions; two may share one.
    names: HashMap<u32, String>,
    /// Where the data of each symbol stands in memory.
    places: Vec<Option<Range<u32>>>,
    edges: HashMap<Node, Vec<Node>>,
    /// What is reached from outside.
    roots: Vec<Node>,
}

impl References {
    /// Reads the linker's notes.
    ///
    /// # Errors
    /// Where they are not there.
    pub fn read(wasm: &[u8]) -> anyhow::Result<Self> {
        let sections = Sections::read(wasm)?;
        let mut references = Self {
            names: sections.names(),
            places: sections.symbols.iter().map(|symbol| sections.place(symbol)).collect(),
            edges: HashMap::new(),
            roots: sections.exported.iter().copied().map(Node::Function).collect(),
        };
        let relocations = |section| sections.relocations.get(&section).map_or(&[][..], Vec::as_slice);
        let code = relocations(sections.code.context("the wasm has no code")?);
        for (index, body) in (sections.imported..).zip(&sections.bodies) {
            references.edges.insert(Node::Function(index), sections.targets(code, body)?);
        }
        // What lies in no symbol's data may be read by anybody.
        let data = relocations(sections.data.unwrap_or_default());
        let mut nobodys = data.iter().map(|entry| entry.offset).collect::<HashSet<_>>();
        for (index, symbol) in sections.symbols.iter().enumerate() {
            if let Some(range) = sections.range_in_section(symbol) {
                nobodys.retain(|offset| !range.contains(offset));
                references.edges.insert(Node::Data(index), sections.targets(data, &range)?);
            }
        }
        for entry in data.iter().filter(|entry| nobodys.contains(&entry.offset)) {
            references.roots.extend(sections.target(entry)?);
        }
        Ok(references)
    }

    /// What only the function whose name is chosen leads to, where these functions are reached from outside too.
    ///
    /// # Errors
    /// Where there is none, or several.
    pub fn apart(&self, is_chosen: &dyn Fn(&str) -> bool, exported: &HashSet<&str>) -> anyhow::Result<Apart> {
        let mut chosen = self.names.iter().filter(|(_, name)| is_chosen(name)).map(|(index, _)| *index);
        let (Some(root), None) = (chosen.next(), chosen.next()) else {
            return Err(anyhow!("the linker's notes name not exactly one such function"));
        };
        let root = Node::Function(root);
        let exported = self.names.iter().filter(|(_, name)| exported.contains(&***name));
        let exported = exported.map(|(index, _)| Node::Function(*index));
        let shared = self.reached(self.roots.iter().copied().chain(exported).collect(), Some(root));
        let apart = self.reached(vec![root], None);
        let is_apart = |node: &Node| apart.contains(node) && !shared.contains(node);
        let (mut functions, mut unused, mut others) = (HashSet::new(), HashSet::new(), HashSet::new());
        for (index, name) in &self.names {
            let node = Node::Function(*index);
            let names = match (apart.contains(&node), shared.contains(&node)) {
                (true, false) => &mut functions,
                (false, false) => &mut unused,
                (_, true) => &mut others,
            };
            names.insert(name.clone());
        }
        // Two may share a name.
        unused.retain(|name| !others.contains(name) && !functions.contains(name));
        functions.retain(|name| !others.contains(name));
        Ok(Apart { functions, unused, data: self.data_apart(&is_apart) })
    }

    fn reached(&self, mut waiting: Vec<Node>, but: Option<Node>) -> HashSet<Node> {
        let mut reached = HashSet::new();
        while let Some(node) = waiting.pop() {
            if Some(node) != but && reached.insert(node) {
                waiting.extend(self.edges.get(&node).into_iter().flatten());
            }
        }
        reached
    }

    /// The places that only symbols apart cover.
    fn data_apart(&self, is_apart: &dyn Fn(&Node) -> bool) -> Vec<Range<u32>> {
        let (mut ours, mut theirs) = (HashSet::new(), HashSet::new());
        for (index, place) in self.places.iter().enumerate() {
            let bytes = if is_apart(&Node::Data(index)) { &mut ours } else { &mut theirs };
            bytes.extend(place.clone().into_iter().flatten());
        }
        let mut bytes = ours.difference(&theirs).copied().collect::<Vec<_>>();
        bytes.sort_unstable();
        let mut ranges = Vec::<Range<u32>>::new();
        for byte in bytes {
            match ranges.last_mut() {
                Some(range) if range.end == byte => range.end += 1,
                _ => ranges.push(byte..byte + 1),
            }
        }
        ranges
    }
}

/// A symbol of the linker's: what it names.
enum Symbol {
    Function(u32, Option<String>),
    /// In a segment of the data, from an offset on, so many bytes.
    Data {
        segment: usize,
        offset: u32,
        size: u32,
    },
    Other,
}

/// A segment of the data: where it stands in the data section, and in memory.
struct Segment {
    in_section: Range<u32>,
    address: u32,
}

/// The sections that say something of references.
#[derive(Default)]
struct Sections {
    imported: u32,
    /// Their numbers.
    code: Option<u32>,
    data: Option<u32>,
    /// Where the code of each function stands in the code section.
    bodies: Vec<Range<u32>>,
    segments: Vec<Segment>,
    exported: Vec<u32>,
    symbols: Vec<Symbol>,
    /// By the number of the section that they are in, in order.
    relocations: HashMap<u32, Vec<RelocationEntry>>,
}

impl Sections {
    fn read(wasm: &[u8]) -> anyhow::Result<Self> {
        let mut sections = Self::default();
        let mut number = 0;
        let mut code_start = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        sections.imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports.clone() {
                        let export = export?;
                        if export.kind == ExternalKind::Func && !export.name.starts_with(DESCRIPTION) {
                            sections.exported.push(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => sections.exported.push(*func),
                Payload::CodeSectionStart { unchecked_range: range, .. } => {
                    sections.code = Some(number);
                    code_start = range.start;
                }
                Payload::CodeSectionEntry(body) => sections.bodies.push(within(body.range(), code_start)?),
                Payload::DataSection(data) => {
                    sections.data = Some(number);
                    for segment in data.clone() {
                        let segment = segment?;
                        let start = segment.range.end - segment.data.len() as u64;
                        let address = address(&segment.kind)?;
                        let in_section = within(start..segment.range.end, data.range().start)?;
                        sections.segments.push(Segment { in_section, address });
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => sections.add_symbols(&linking)?,
                    KnownCustom::Reloc(relocations) => {
                        let mut entries = relocations.entries().into_iter().collect::<Result<Vec<_>, _>>()?;
                        entries.sort_by_key(|entry| entry.offset);
                        sections.relocations.insert(relocations.section_index(), entries);
                    }
                    _ => {}
                },
                _ => {}
            }
            // The code of each function is no section of its own.
            number += u32::from(payload.as_section().is_some());
        }
        Ok(sections)
    }

    fn add_symbols(&mut self, linking: &wasmparser::LinkingSectionReader) -> anyhow::Result<()> {
        for subsection in linking.subsections() {
            let Linking::SymbolTable(symbols) = subsection? else { continue };
            for symbol in symbols {
                self.symbols.push(match symbol? {
                    SymbolInfo::Func { index, name, .. } => Symbol::Function(index, name.map(str::to_owned)),
                    SymbolInfo::Data { symbol: Some(data), .. } => {
                        Symbol::Data { segment: data.index as usize, offset: data.offset, size: data.size }
                    }
                    _ => Symbol::Other,
                });
            }
        }
        Ok(())
    }

    fn names(&self) -> HashMap<u32, String> {
        let mut names = HashMap::new();
        for symbol in &self.symbols {
            if let Symbol::Function(index, Some(name)) = symbol {
                names.entry(*index).or_insert_with(|| name.clone());
            }
        }
        names
    }

    /// Where a symbol's data stands in memory.
    fn place(&self, symbol: &Symbol) -> Option<Range<u32>> {
        let Symbol::Data { segment, offset, size } = symbol else { return None };
        let start = self.segments.get(*segment)?.address + offset;
        Some(start..start + size)
    }

    /// Where it stands in the data section.
    fn range_in_section(&self, symbol: &Symbol) -> Option<Range<u32>> {
        let Symbol::Data { segment, offset, size } = symbol else { return None };
        let start = self.segments.get(*segment)?.in_section.start + offset;
        Some(start..start + size)
    }

    /// What the references in a part of a section lead to.
    fn targets(&self, entries: &[RelocationEntry], part: &Range<u32>) -> anyhow::Result<Vec<Node>> {
        let first = entries.partition_point(|entry| entry.offset < part.start);
        let mut targets = Vec::new();
        for entry in entries[first..].iter().take_while(|entry| entry.offset < part.end) {
            targets.extend(self.target(entry)?);
        }
        Ok(targets)
    }

    fn target(&self, entry: &RelocationEntry) -> anyhow::Result<Option<Node>> {
        use RelocationType::{
            FunctionIndexLeb, GlobalIndexLeb, MemoryAddrI32, MemoryAddrLeb, MemoryAddrSleb, TableIndexI32,
            TableIndexSleb, TableNumberLeb, TypeIndexLeb,
        };
        let index = entry.index as usize;
        match (entry.ty, self.symbols.get(index)) {
            (TypeIndexLeb | GlobalIndexLeb | TableNumberLeb, _) => Ok(None),
            (FunctionIndexLeb | TableIndexSleb | TableIndexI32, Some(Symbol::Function(function, _))) => {
                Ok(Some(Node::Function(*function)))
            }
            (MemoryAddrLeb | MemoryAddrSleb | MemoryAddrI32, Some(Symbol::Data { .. })) => Ok(Some(Node::Data(index))),
            // A name that nothing in the wasm stands for, as the end of the data.
            (MemoryAddrLeb | MemoryAddrSleb | MemoryAddrI32, Some(Symbol::Other)) => Ok(None),
            (ty, _) => Err(anyhow!("the linker notes a reference that the build does not know: {ty:?}")),
        }
    }
}

/// A part of a file as a part of the section that starts there.
fn within(range: Range<u64>, start: u64) -> anyhow::Result<Range<u32>> {
    Ok(u32::try_from(range.start - start)?..u32::try_from(range.end - start)?)
}

fn address(kind: &DataKind) -> anyhow::Result<u32> {
    if let DataKind::Active { offset_expr, .. } = kind
        && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
    {
        return Ok(u32::try_from(value)?);
    }
    Err(anyhow!("a segment of the data has no fixed place in memory"))
}
