//! Every check of the project, in the order in which a mistake shows soonest.

mod bundler;
mod core;
mod cycles;
mod dependencies;
mod frameworks;
mod reproducible;
mod scripts;
mod situations;
mod steps;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::builder::PossibleValuesParser;
use xtask::project::Project;

use self::steps::{STEPS, Step};

/// The names that `--only` takes.
pub fn step_names() -> PossibleValuesParser {
    PossibleValuesParser::new(STEPS.iter().map(|step| step.name))
}

/// Runs the steps named in `only`, or all of them, until one fails.
pub fn test(project: &Project, only: &[String]) -> anyhow::Result<ExitCode> {
    let chosen = STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|name| name == step.name));
    let mut passed = Vec::new();
    for step in chosen {
        println!("\n==> {}: {}", step.name, step.what);
        let start = Instant::now();
        let result = (step.run)(project);
        let time = start.elapsed();
        if let Err(error) = result {
            eprintln!("\nerror: step {} failed after {}: {error:#}", step.name, seconds(time));
            eprintln!("run it again with: cargo xtask test --only {}\n", step.name);
            print_summary(&passed);
            println!("{:<10} {:>9}  FAILED", step.name, seconds(time));
            let total = time + passed.iter().map(|(_, time)| *time).sum::<Duration>();
            println!("{} passed, 1 failed, in {}", passed.len(), seconds(total));
            return Ok(ExitCode::FAILURE);
        }
        println!("<== {}: passed in {}", step.name, seconds(time));
        passed.push((step, time));
    }
    println!();
    print_summary(&passed);
    println!("{} passed, 0 failed, in {}", passed.len(), seconds(passed.iter().map(|(_, time)| *time).sum()));
    Ok(ExitCode::SUCCESS)
}

fn print_summary(passed: &[(&Step, Duration)]) {
    for (step, time) in passed {
        println!("{:<10} {:>9}  passed", step.name, seconds(*time));
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
