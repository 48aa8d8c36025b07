//! What a page holds with one calculator and with many, and whether that grows.

use serde_json::Value;

use crate::candidate::{self, Candidate};
use crate::site::MANY;
use crate::spread::{grouped, number};
use crate::table::Table;
use crate::visit::{AS_IS, Visitor};

/// How long each candidate may insert and remove, or drag; one that is slower does it less often.
pub struct Patience {
    /// How many insertions with removals.
    pub cycles: usize,
    /// How many steps of a slider.
    pub steps: usize,
    /// In milliseconds, of the peers.
    pub of_peers: u32,
    /// In milliseconds, of the calculator: all of it is to be done.
    pub ours: u32,
}

/// How long one script may run: the browser's driver ends it after thirty seconds.
const AT_ONCE: u32 = 10_000;

/// Measures the memory of each candidate.
///
/// # Errors
/// Where a page does not follow, or the browser does not say what it holds.
pub async fn measure(visitor: &mut Visitor<'_>, patience: &Patience) -> anyhow::Result<Vec<Table>> {
    visitor.open("/empty.html?untouched", AS_IS).await?;
    let empty = visitor.memory().await?;
    let mut held = Table::new(
        "What a page holds beyond an empty one",
        [
            String::new(),
            "one, KiB".to_owned(),
            "one, nodes".to_owned(),
            format!("{MANY}, KiB"),
            format!("{MANY}, nodes"),
            "each further one, KiB".to_owned(),
            "of one, wasm, KiB".to_owned(),
            format!("of {MANY}, wasm, KiB"),
        ],
    );
    let heads = [
        "",
        "insertions and removals",
        "growth each, bytes",
        "nodes each",
        "steps of a slider",
        "growth each, bytes",
        "nodes each",
        "growth of the wasm over both, KiB",
    ];
    let mut growth = Table::new("What stays behind", heads);
    for candidate in candidate::alone() {
        eprintln!("memory of {}", candidate.name);
        let one = open(visitor, candidate, 1).await?;
        let wasm_of_one: f64 = visitor.run("return bench.wasm();").await?;
        let many = open(visitor, candidate, MANY).await?;
        let wasm_of_many: f64 = visitor.run("return bench.wasm();").await?;
        let [one_heap, many_heap] = [one.0 - empty.0, many.0 - empty.0];
        let wasm = |bytes: f64| if bytes > 0.0 { kibibytes(bytes) } else { "–".to_owned() };
        held.row([
            candidate.name.to_owned(),
            kibibytes(one_heap),
            grouped(one.1 - empty.1),
            kibibytes(many_heap),
            grouped(many.1 - empty.1),
            kibibytes((many_heap - one_heap) / (MANY - 1) as f64),
            wasm(wasm_of_one),
            wasm(wasm_of_many),
        ]);
        open(visitor, candidate, 1).await?;
        let budget = if candidate.ours { patience.ours } else { patience.of_peers };
        let wasm_before: f64 = visitor.run("return bench.wasm();").await?;
        let (cycles, cycle) = grown(visitor, "cycles", patience.cycles, budget).await?;
        let (steps, step) = grown(visitor, "drag", patience.steps, budget).await?;
        let wasm_after: f64 = visitor.run("return bench.wasm();").await?;
        growth.row([
            candidate.name.to_owned(),
            grouped(cycles),
            grouped(cycle.0),
            number(cycle.1),
            grouped(steps),
            number(step.0),
            number(step.1),
            if wasm_of_one > 0.0 { kibibytes(wasm_after - wasm_before) } else { "–".to_owned() },
        ]);
    }
    Ok(vec![held, growth])
}

/// Opens a page with so many, and says what it holds when all are drawn.
async fn open(visitor: &mut Visitor<'_>, candidate: Candidate, count: usize) -> anyhow::Result<(f64, f64)> {
    let page = if count == 1 { candidate.page(None) } else { candidate.page_of_many(count) };
    visitor.open(&format!("{page}untouched"), AS_IS).await?;
    visitor.run::<Value>(&format!("await bench.all({count});")).await?;
    visitor.memory().await
}

/// Does something so often, or as long as there is patience; says how often, and by how much heap and nodes grew each time.
async fn grown(
    visitor: &mut Visitor<'_>,
    what: &str,
    count: usize,
    patience: u32,
) -> anyhow::Result<(f64, (f64, f64))> {
    // What is made once, and the compiled code, are no growth.
    visitor.run::<f64>(&format!("return bench.{what}({}, {AT_ONCE});", count.div_ceil(10))).await?;
    let before = visitor.memory().await?;
    let (mut done, mut left) = (0.0, patience);
    while (done as usize) < count && left > 0 {
        let now = left.min(AT_ONCE);
        done += visitor.run::<f64>(&format!("return bench.{what}({}, {now});", count - done as usize)).await?;
        left -= now;
    }
    let after = visitor.memory().await?;
    Ok((done, ((after.0 - before.0) / done, (after.1 - before.1) / done)))
}

/// Bytes as KiB.
pub fn kibibytes(bytes: f64) -> String {
    grouped(bytes / 1024.0)
}
