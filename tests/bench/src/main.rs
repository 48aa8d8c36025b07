//! Measures the built calculator beside its peers, in one run: `cargo xtask bench` builds both and starts this.
//!
//! [`candidate`] lists what is measured, [`site`] serves it, [`visit`] is the browser, and `page.js` what runs in each page
//! before its own scripts. [`start_up`], [`step`], [`memory`] and [`soak`] measure; [`spread`], [`table`] and [`document`] make
//! of it what people read.

mod candidate;
mod document;
mod memory;
mod site;
mod soak;
mod spread;
mod start_up;
mod step;
mod table;
mod visit;

use std::path::PathBuf;
use std::time::Instant;

use clap::{Parser, ValueEnum};

use document::Place;
use memory::Patience;
use site::Site;
use table::Table;
use visit::Visitor;

#[derive(Parser)]
#[command(about)]
struct Arguments {
    /// The built calculator.
    #[arg(long)]
    dist: PathBuf,
    /// The built peers.
    #[arg(long)]
    peers: PathBuf,
    /// The figures of the story.
    #[arg(long)]
    dataset: PathBuf,
    /// The document that takes the results.
    #[arg(long)]
    document: PathBuf,
    /// Few repetitions, to try it out: nothing is written.
    #[arg(long)]
    quick: bool,
    /// This part only; may be given several times. Nothing is written.
    #[arg(long, value_name = "PART")]
    only: Vec<Part>,
    /// In place of all else: many calculators for so many minutes in a page that is never at rest.
    #[arg(long, value_name = "MINUTES")]
    soak: Option<u32>,
}

/// What can be measured alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Until a change takes effect.
    StartUp,
    /// The same with more and more claims.
    Growth,
    /// A step of a slider.
    Step,
    /// What a page holds.
    Memory,
}

const PARTS: [Part; 4] = [Part::StartUp, Part::Growth, Part::Step, Part::Memory];

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let start = Instant::now();
    let site = Site::new(&arguments.dist, &arguments.peers, &arguments.dataset)?;
    let mut visitor = Visitor::start(&site).await?;
    let measured = measure(&mut visitor, &arguments).await;
    let browser = visitor.version().await;
    // A browser outlives whoever forgets to end it.
    visitor.end().await;
    let text = document::text(&measured?, &browser?, if arguments.quick { ", with few repetitions" } else { "" })?;
    println!("{text}");
    let place = if arguments.soak.is_some() { Place::Soak } else { Place::Results };
    if !arguments.quick && arguments.only.is_empty() {
        document::fill(&arguments.document, place, &text)?;
        eprintln!("written into {}", arguments.document.display());
    }
    eprintln!("measured in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

async fn measure(visitor: &mut Visitor<'_>, arguments: &Arguments) -> anyhow::Result<Vec<Table>> {
    if let Some(minutes) = arguments.soak {
        return soak::measure(visitor, minutes).await;
    }
    let quick = arguments.quick;
    let loads = if quick {
        start_up::Repetitions { slow: 1, fast: 2, many: 1 }
    } else {
        start_up::Repetitions { slow: 5, fast: 9, many: 3 }
    };
    let steps =
        if quick { step::Repetitions { rounds: 1, steps: 6 } } else { step::Repetitions { rounds: 4, steps: 12 } };
    let patience = if quick {
        Patience { cycles: 50, steps: 500, of_peers: 2_000, ours: 5_000 }
    } else {
        Patience { cycles: 1_000, steps: 10_000, of_peers: 3_000, ours: 120_000 }
    };
    let mut tables = Vec::new();
    for part in PARTS.into_iter().filter(|part| arguments.only.is_empty() || arguments.only.contains(part)) {
        let start = Instant::now();
        tables.extend(match part {
            Part::StartUp => start_up::measure(visitor, &loads).await?,
            Part::Growth => start_up::measure_growth(visitor, &loads).await?,
            Part::Step => step::measure(visitor, &steps).await?,
            Part::Memory => memory::measure(visitor, &patience).await?,
        });
        eprintln!("{part:?} took {:.0} s", start.elapsed().as_secs_f64());
    }
    Ok(tables)
}
