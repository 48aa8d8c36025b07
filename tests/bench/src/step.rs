//! What one step of a slider costs: script, then styles and layout, and the same changes of the page made by hand.

use serde::Deserialize;
use serde_json::Value;

use crate::candidate::{self, Candidate};
use crate::site::CLAIMS;
use crate::spread::{Spread, grouped};
use crate::table::Table;
use crate::visit::{AS_IS, Visitor};

/// How much is measured.
pub struct Repetitions {
    /// How often each page is visited.
    pub rounds: usize,
    /// How many steps are measured at each visit.
    pub steps: usize,
}

/// In script, and in styles and layout.
type Step = [f64; 2];

#[derive(Deserialize)]
struct Floor {
    samples: Vec<Step>,
    writes: f64,
}

/// What the visits of a candidate came to.
#[derive(Default)]
struct Steps {
    all: Vec<Step>,
    floors: Vec<Step>,
    writes: f64,
    /// The median of each visit, to be compared with another candidate's of the same round.
    by_round: Vec<f64>,
}

/// Moves the slider of each candidate with more and more claims, beside the chart and beside the table.
///
/// # Errors
/// Where a page does not follow.
pub async fn measure(visitor: &mut Visitor<'_>, repetitions: &Repetitions) -> anyhow::Result<Vec<Table>> {
    let mut tables = Vec::new();
    for shows in ["chart", "table"] {
        // Only the chart is drawn by what gives these peers their names.
        let candidates = candidate::alone().into_iter().filter(|candidate| shows == "chart" || candidate.has_own_table);
        let candidates = candidates.collect::<Vec<_>>();
        for claims in CLAIMS {
            let steps = visits(visitor, &candidates, shows, claims, repetitions).await?;
            tables.push(table(&candidates, &steps, shows, claims));
        }
    }
    Ok(tables)
}

async fn visits(
    visitor: &mut Visitor<'_>,
    candidates: &[Candidate],
    shows: &str,
    claims: usize,
    repetitions: &Repetitions,
) -> anyhow::Result<Vec<Steps>> {
    let mut all = candidates.iter().map(|_| Steps::default()).collect::<Vec<_>>();
    // With many claims a step takes long enough to be measured less often.
    let Repetitions { rounds, steps: count } = *repetitions;
    let (rounds, count, warm) =
        if claims > 200 { (rounds.div_ceil(2), count.div_ceil(2), 3) } else { (rounds, count, 5) };
    for round in 0..rounds {
        for (candidate, steps) in candidates.iter().zip(&mut all) {
            visitor.open(&format!("{}untouched", candidate.page(Some(claims))), AS_IS).await?;
            visitor.run::<Value>("await bench.whole();").await?;
            if shows == "table" {
                let open = "bench.root().querySelector('[data-shows=table]').click();
                    await bench.until(() => bench.root().querySelector('tbody td'));
                    await bench.whole();";
                visitor.run::<Value>(open).await?;
            }
            let samples: Vec<Step> = visitor.run(&format!("return bench.steps({warm}, {count});")).await?;
            let median = Spread::of(samples.iter().map(|[script, layout]| script + layout)).median();
            eprintln!("{}, {shows}, {claims} claims, {} of {}: {median:.2} ms", candidate.name, round + 1, rounds);
            steps.by_round.push(median);
            steps.all.extend(samples);
            if candidate.has_elements || shows == "table" {
                let floor: Option<Floor> = visitor.run(&format!("return bench.floor({count});")).await?;
                if let Some(Floor { samples, writes }) = floor {
                    steps.writes = writes;
                    steps.floors.extend(samples);
                }
            }
        }
    }
    Ok(all)
}

fn table(candidates: &[Candidate], all: &[Steps], shows: &str, claims: usize) -> Table {
    let title = format!("A step with {} claims, beside the {shows}", grouped(claims as f64));
    let heads = [
        "",
        "script, ms",
        "styles and layout, ms",
        "together, ms",
        "to ours",
        "writes",
        "written by hand, ms",
        "to that",
    ];
    let mut table = Table::new(title, heads);
    let together = |steps: &[Step]| Spread::of(steps.iter().map(|[script, layout]| script + layout));
    for (candidate, steps) in candidates.iter().zip(all) {
        let [script, layout] = [0, 1].map(|part| Spread::of(steps.all.iter().map(|step| step[part])).to_string());
        let ratio = Spread::of(steps.by_round.iter().zip(&all[0].by_round).map(|(other, ours)| other / ours));
        let (whole, floor) = (together(&steps.all), together(&steps.floors));
        let by_hand = if steps.floors.is_empty() {
            ["–".to_owned(), "–".to_owned(), "–".to_owned()]
        } else {
            [grouped(steps.writes), floor.to_string(), format!("{:.1}×", whole.median() / floor.median())]
        };
        let cells = [candidate.name.to_owned(), script, layout, whole.to_string(), ratio.to_string()];
        table.row(cells.into_iter().chain(by_hand));
    }
    table
}
