//! The sections of a wasm file.

use wasmparser::{Parser, Payload};

/// Each section's name and size, largest first; what is between them (their headers) is too small to matter.
pub fn sections(wasm: &[u8]) -> anyhow::Result<Vec<(String, u64)>> {
    let mut sections = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Some((_, range)) = payload.as_section() {
            sections.push((name(&payload), range.end - range.start));
        }
    }
    sections.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    Ok(sections)
}

fn name(payload: &Payload<'_>) -> String {
    match payload {
        Payload::TypeSection(_) => "types".into(),
        Payload::ImportSection(_) => "imports".into(),
        Payload::FunctionSection(_) => "functions".into(),
        Payload::TableSection(_) => "tables".into(),
        Payload::MemorySection(_) => "memories".into(),
        Payload::GlobalSection(_) => "globals".into(),
        Payload::ExportSection(_) => "exports".into(),
        Payload::StartSection { .. } => "start".into(),
        Payload::ElementSection(_) => "elements".into(),
        Payload::DataCountSection { .. } => "data count".into(),
        Payload::DataSection(_) => "data".into(),
        Payload::CodeSectionStart { .. } => "code".into(),
        Payload::CustomSection(section) => format!("custom: {}", section.name()),
        _ => "other".into(),
    }
}
