//! What the built files weigh, judged against the budgets, and what the weight is made of.

mod budget;
mod contributors;
mod sections;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, ensure};
use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, Table};

use budget::{BUDGETS, Judgement};
use xtask::build::{self, BuildKind, Manifest, Role, StandardLibrary};
use xtask::project::Project;

/// How many crates, and how many functions, `--detail` lists.
const CONTRIBUTORS: usize = 25;

/// How much of a function's name it shows.
const NAME_LENGTH: usize = 90;

/// Prints the tables for a built folder; the exit code says whether every budget holds.
pub fn size(project: &Project, out: &Path, detail: bool) -> anyhow::Result<ExitCode> {
    let manifest = Manifest::read(out)?;
    ensure!(
        manifest.kind == BuildKind::Released,
        "{} holds a quick build, whose files are not measured: run `cargo xtask build` first",
        out.display()
    );
    println!("{}: {}\n", out.display(), manifest.description());
    print_files(&manifest);
    print_sections(out, &manifest)?;
    if detail {
        print_contributors(project, &manifest)?;
    }
    let judgements = BUDGETS.iter().map(|budget| budget.judge(&manifest)).collect::<Vec<_>>();
    print_judgements(&judgements);
    if manifest.standard_library != StandardLibrary::RebuiltForSize {
        println!("\nThis judges another build than the one that is released: {}.", manifest.description());
    }
    let broken = judgements.iter().filter(|judgement| !judgement.holds()).collect::<Vec<_>>();
    for judgement in &broken {
        eprintln!("error: {judgement}");
    }
    Ok(if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print_files(manifest: &Manifest) {
    let mut table = table(["file", "bytes", "brotli"]);
    for file in &manifest.files {
        table.add_row([file.path.clone(), grouped(file.bytes), grouped(file.brotli.unwrap_or_default())]);
    }
    println!("{table}\n");
}

fn print_sections(out: &Path, manifest: &Manifest) -> anyhow::Result<()> {
    let mut table = table(["section of the wasm", "bytes"]);
    for file in manifest.files.iter().filter(|file| file.role == Role::Wasm) {
        let path = out.join(&file.path);
        let wasm = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for (name, bytes) in sections::sections(&wasm).with_context(|| path.display().to_string())? {
            table.add_row([name, grouped(bytes)]);
        }
    }
    println!("{table}\n");
    Ok(())
}

fn print_contributors(project: &Project, manifest: &Manifest) -> anyhow::Result<()> {
    let wasm = build::named_wasm(project, manifest.kind)?;
    let functions = contributors::functions(&wasm).context("cannot look into the wasm of the last build")?;
    let code: u64 = functions.iter().map(|function| function.bytes).sum();
    for (header, contributors) in [
        ("crate", contributors::by_crate(&functions)),
        ("function, for all its types", contributors::by_name(&functions)),
    ] {
        let mut table = table([header, "bytes", "per cent", "functions", "largest"]);
        for contributor in contributors.iter().take(CONTRIBUTORS) {
            let share = contributor.bytes as f64 / code.max(1) as f64 * 100.0;
            table.add_row([
                cut(&contributor.name),
                grouped(contributor.bytes),
                format!("{share:.1}"),
                contributor.functions.to_string(),
                format!("{} {}", grouped(contributor.largest.bytes), cut(&contributor.largest.name)),
            ]);
        }
        if let Some(last) = table.column_mut(4) {
            last.set_cell_alignment(CellAlignment::Left);
        }
        println!("{table}\n");
    }
    Ok(())
}

fn print_judgements(judgements: &[Judgement]) {
    let mut table = table(["budget (brotli)", "used", "limit", "room"]);
    for judgement in judgements {
        table.add_row([
            judgement.budget.what.to_owned(),
            grouped(judgement.used),
            grouped(judgement.budget.limit),
            judgement.room().map_or_else(|over| format!("−{}", grouped(over)), grouped),
        ]);
    }
    println!("{table}");
}

/// A table with its numbers, which are all columns but the first, to the right.
fn table<const COLUMNS: usize>(header: [&str; COLUMNS]) -> Table {
    let mut table = Table::new();
    table.load_preset(NOTHING).set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// The start of a name that may run over several lines where types are nested.
fn cut(name: &str) -> String {
    match name.char_indices().nth(NAME_LENGTH) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// The number with its digits in groups of three.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect::<Vec<_>>();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn groups_digits_from_the_right() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
