//! Many calculators in a page that a framework draws again all the time, for long.

use std::time::{Duration, Instant};

use anyhow::ensure;
use serde_json::Value;

use crate::memory::kibibytes;
use crate::site::MANY;
use crate::spread::{Spread, grouped};
use crate::table::Table;
use crate::visit::{AS_IS, Visitor};

/// By how much the last quarter may be above the first one and still be called flat: collections of what nobody uses differ by
/// about as much.
const FLAT: f64 = 1.02;

/// How many turns come before the first note: each calculator keeps two hundred scenarios to go back to, and is full only then.
const FILLED: f64 = 250.0;

/// Notes what the page holds every minute, and says whether it grows.
///
/// # Errors
/// Where the page stops, or the browser does not say what it holds.
pub async fn measure(visitor: &mut Visitor<'_>, minutes: u32) -> anyhow::Result<Vec<Table>> {
    ensure!(minutes >= 4, "a soak takes at least four minutes, to have quarters");
    visitor.open("/soak/index.html?untouched", AS_IS).await?;
    visitor.run::<Value>(&format!("await bench.all({MANY});")).await?;
    loop {
        let turns: f64 = visitor.run("return window.turns;").await?;
        if turns > FILLED {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    let (start, mut notes) = (Instant::now(), Vec::new());
    for minute in 1..=minutes {
        let due = start + Duration::from_secs(60) * minute;
        tokio::time::sleep(due.saturating_duration_since(Instant::now())).await;
        let turns: f64 = visitor.run("return window.turns;").await?;
        let wasm: f64 = visitor.run("return bench.wasm();").await?;
        let (heap, nodes) = visitor.memory().await?;
        eprintln!("minute {minute}: turn {turns}, heap and wasm {heap:.0}, wasm {wasm:.0}, nodes {nodes:.0}");
        notes.push([heap, wasm, nodes, turns]);
    }
    let turns = notes.last().map_or(0.0, |[.., turns]| *turns);
    ensure!(turns > f64::from(minutes), "the page stopped drawing: {turns} turns in {minutes} minutes");
    let quarter = notes.len() / 4;
    let (first, last) = (&notes[..quarter], &notes[notes.len() - quarter..]);
    let title = format!("{MANY} calculators for {minutes} minutes, each set {} times by the framework", grouped(turns));
    let heads = ["", "first quarter, median", "last quarter, median", "growth", ""];
    let mut table = Table::new(title, heads);
    for (at, name) in ["heap and wasm, KiB", "of it wasm, KiB", "nodes"].into_iter().enumerate() {
        let median = |notes: &[[f64; 4]]| Spread::of(notes.iter().map(|note| note[at])).median();
        let (before, after) = (median(first), median(last));
        let shown = |value| if name == "nodes" { grouped(value) } else { kibibytes(value) };
        let growth = format!("{:+.1} %", (after / before - 1.0) * 100.0).replace('-', "−");
        let verdict = if after <= before * FLAT { "flat" } else { "grows" };
        table.row([name.to_owned(), shown(before), shown(after), growth, verdict.to_owned()]);
    }
    Ok(vec![table])
}
