//! How long it takes from going to a page until a change takes effect, and how long the page is busy meanwhile.

use serde::Deserialize;

use crate::candidate::{self, Candidate};
use crate::site::CLAIMS;
use crate::spread::{Spread, grouped};
use crate::table::Table;
use crate::visit::{AS_IS, Conditions, Visitor};

/// The four kinds of reader.
const PROFILES: [Conditions; 4] = [
    Conditions { name: "slow 4G, CPU 4× slower", slow_network: true, cpu: 4.0 },
    Conditions { name: "slow 4G, CPU as it is", slow_network: true, cpu: 1.0 },
    Conditions { name: "fast, CPU 4× slower", slow_network: false, cpu: 4.0 },
    AS_IS,
];

/// How often a page is loaded where that takes seconds, where it does not, and with many claims.
pub struct Repetitions {
    /// Over the slow network.
    pub slow: usize,
    /// Over the fast one.
    pub fast: usize,
    /// With many claims.
    pub many: usize,
}

/// What the page noted of its start.
#[derive(Clone, Debug, Deserialize)]
struct Start {
    there: f64,
    changed: f64,
    whole: f64,
    bytes: f64,
    requests: f64,
    all_bytes: f64,
    long_tasks: f64,
    longest: f64,
    blocked: f64,
}

/// A number of a start.
type Of = fn(&Start) -> f64;

/// The starts of a candidate, round by round.
type Starts = Vec<(Candidate, Vec<Start>)>;

/// Loads each page under each of the four conditions.
///
/// # Errors
/// Where a page does not start.
pub async fn measure(visitor: &mut Visitor<'_>, repetitions: &Repetitions) -> anyhow::Result<Vec<Table>> {
    let candidates = candidate::all();
    let mut by_profile = Vec::new();
    for profile in PROFILES {
        let rounds = if profile.slow_network { repetitions.slow } else { repetitions.fast };
        by_profile.push(loads(visitor, &candidates, None, profile, rounds).await?);
    }
    let heads = || ["", "bytes until then", "requests until then", "bytes in all"];
    let mut bytes = Table::new("What is fetched until a change takes effect", heads());
    if let Some(starts) = by_profile.first() {
        for (candidate, starts) in starts {
            // The same each time: what was just under way when the change took effect is not in it.
            let parts: [Of; 3] = [|start| start.bytes, |start| start.requests, |start| start.all_bytes];
            let cells = parts.map(|of| grouped(Spread::of(starts.iter().map(of)).median()));
            bytes.row([candidate.name.to_owned()].into_iter().chain(cells));
        }
    }
    let mut tables = vec![bytes];
    let heads = || [""].into_iter().chain(PROFILES.map(|profile| profile.name));
    let times: [(&str, Of); 3] = [
        ("Milliseconds until a change takes effect", |start| start.changed),
        ("Milliseconds until the controls are there", |start| start.there),
        ("Milliseconds until all is drawn", |start| start.whole),
    ];
    for (title, of) in times {
        let mut table = Table::new(title, heads());
        for (at, candidate) in candidates.iter().enumerate() {
            let cells = by_profile.iter().map(|starts| Spread::of(starts[at].1.iter().map(of)).to_string());
            table.row([candidate.name.to_owned()].into_iter().chain(cells));
        }
        tables.push(table);
    }
    let mut table = Table::new("Time until a change takes effect, as a multiple of the calculator’s", heads());
    for (at, candidate) in candidates.iter().enumerate().skip(1) {
        let cells = by_profile.iter().map(|starts| ratios(starts, at).to_string());
        table.row([candidate.name.to_owned()].into_iter().chain(cells));
    }
    tables.push(table);
    for (profile, starts) in PROFILES.iter().zip(&by_profile).filter(|(profile, _)| profile.cpu > 1.0) {
        let heads = ["", "tasks", "longest, ms", "beyond 50 ms, together, ms"];
        let mut table = Table::new(format!("Tasks over 50 ms until all is drawn: {}", profile.name), heads);
        for (candidate, starts) in starts {
            let parts: [Of; 3] = [|start| start.long_tasks, |start| start.longest, |start| start.blocked];
            let cells = parts.map(|of| Spread::of(starts.iter().map(of)).to_string());
            table.row([candidate.name.to_owned()].into_iter().chain(cells));
        }
        tables.push(table);
    }
    Ok(tables)
}

/// Loads each page with more and more claims.
///
/// # Errors
/// Where a page does not start.
pub async fn measure_growth(visitor: &mut Visitor<'_>, repetitions: &Repetitions) -> anyhow::Result<Vec<Table>> {
    let candidates = candidate::alone();
    let heads = [String::new()].into_iter().chain(CLAIMS.map(|claims| format!("{} claims", grouped(claims as f64))));
    let mut table =
        Table::new("Milliseconds until a change takes effect, fast network, CPU as it is, figures in a file", heads);
    let mut rows = candidates.iter().map(|candidate| vec![candidate.name.to_owned()]).collect::<Vec<_>>();
    for claims in CLAIMS {
        let starts = loads(visitor, &candidates, Some(claims), AS_IS, repetitions.many).await?;
        for (row, (_, starts)) in rows.iter_mut().zip(starts) {
            row.push(Spread::of(starts.iter().map(|start| start.changed)).to_string());
        }
    }
    rows.into_iter().for_each(|row| table.row(row));
    Ok(vec![table])
}

/// Each page in turn, so that what else the machine does meets all of them.
async fn loads(
    visitor: &mut Visitor<'_>,
    candidates: &[Candidate],
    claims: Option<usize>,
    conditions: Conditions,
    rounds: usize,
) -> anyhow::Result<Starts> {
    let mut starts: Starts = candidates.iter().map(|candidate| (*candidate, Vec::new())).collect();
    for round in 0..rounds {
        for (candidate, starts) in &mut starts {
            visitor.open(&candidate.page(claims), conditions).await?;
            let start: Start = visitor.run("return bench.started(200);").await?;
            eprintln!("{}, {}, {} of {rounds}: {:.0} ms", candidate.name, conditions.name, round + 1, start.changed);
            starts.push(start);
        }
    }
    Ok(starts)
}

/// How many times longer than the calculator's a candidate's start was, round by round.
fn ratios(starts: &Starts, at: usize) -> Spread {
    let (ours, others) = (&starts[0].1, &starts[at].1);
    Spread::of(ours.iter().zip(others).map(|(ours, other)| other.changed / ours.changed))
}
