//! The command line: the same figures, rates and errors as in the element, from a file.

#[cfg(feature = "render")]
mod findings;
mod languages;
#[cfg(feature = "render")]
mod pixels;
#[cfg(feature = "render")]
mod render;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[cfg(feature = "render")]
use casualty_calculator::components::HEADING;
#[cfg(feature = "render")]
use casualty_calculator::dataset::parse_translated;
use casualty_calculator::dataset::{Dataset, DatasetError, Value, parse_dataset, parse_scenario, schema};
use casualty_calculator::domain::{Amount, Measure, Scenario};
use casualty_calculator::i18n::Message;
use casualty_calculator::plain::{compatibility_value, findings_value, rates_value, scenario_value};
use casualty_calculator::state::{Derived, DerivedClaims};
use clap::{Parser, Subcommand};
use percent_encoding::percent_decode_str;
use serde::Serialize;

/// Reported casualty figures: are they well formed, and what follows from them?
#[derive(Parser)]
#[command(name = "casualty-calculator", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says everything that is wrong with a dataset, each with its line, column, claim and field; of a sound one, what
    /// its figures do not add up to
    Check {
        /// The dataset
        file: PathBuf,
        /// The language of what does not add up, as for a reader
        #[cfg(feature = "render")]
        #[arg(long)]
        lang: Option<String>,
    },
    /// Prints the rates of the scenario and of every claim as JSON
    Rates {
        /// The dataset
        file: PathBuf,
        /// A scenario such as deployed=about:11000&killed=1000, in place of the dataset's own
        #[arg(long)]
        scenario: Option<String>,
    },
    /// Prints the JSON Schema of datasets
    Schema,
    /// Writes what the build gives to browsers for each language beside English: the words and the built-in dataset
    #[command(hide = true)]
    Languages {
        /// The folder to write to
        #[arg(long)]
        out: PathBuf,
    },
    /// Writes what a page shows where no script runs: fallback.html for inside the element, snippet.html for what is pasted,
    /// calculator.txt for feeds; what others work with: figures.csv for spreadsheets, figures.json, chart.svg, chart.png,
    /// and social.png for links to the story; and with --url the frame's page and the answer for those who ask how to embed it
    #[cfg(feature = "render")]
    Render {
        /// The dataset
        file: PathBuf,
        /// The language of its words, numbers and dates
        #[arg(long, default_value = "en")]
        lang: String,
        /// The folder to write to; it is made where it is not there
        #[arg(long)]
        out: PathBuf,
        /// A scenario in place of the dataset's own, as for rates
        #[arg(long)]
        scenario: Option<String>,
        /// The level of the question's heading, from 1 to 6; those of the parts follow
        #[arg(long, default_value_t = HEADING as u8, value_parser = clap::value_parser!(u8).range(1..=6))]
        heading: u8,
        /// Where that folder will be, beside the built files
        #[arg(long)]
        url: Option<String>,
        /// Where the dataset will be; without it the pages open the built-in one
        #[arg(long)]
        src: Option<String>,
        /// Leaves out chart.png and social.png, the only ones that need fonts
        #[arg(long)]
        without_pictures: bool,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        #[cfg(feature = "render")]
        Command::Check { file, lang: Some(lang) } => {
            read_in(&file, &lang).map(|dataset| findings::findings(&file, dataset, &lang))
        }
        Command::Check { file, .. } => read(&file).map(|dataset| findings(&file, &dataset)),
        Command::Rates { file, scenario } => rates(&file, scenario.as_deref().unwrap_or_default()),
        Command::Schema => pretty(&schema()),
        Command::Languages { out } => languages::languages(&out).map(|()| String::new()),
        #[cfg(feature = "render")]
        Command::Render { file, lang, out, scenario, url, src, heading, without_pictures } => {
            text_of(&file).and_then(|text| {
                let mut dataset = dataset_of(&file, &text, |text| parse_translated(text, &lang))?;
                let scenario = scenario.map(|text| percent_decode_str(&text).decode_utf8_lossy().into_owned());
                dataset.scenario = asked(&dataset, scenario.as_deref().unwrap_or_default())?;
                let order = render::Order {
                    language: lang,
                    scenario,
                    heading: heading.into(),
                    url,
                    src,
                    pictures: !without_pictures,
                };
                render::render(&text, dataset, &order, &out).map(|()| String::new())
            })
        }
    };
    match done {
        Ok(text) => print(&text),
        Err(message) => fail(&message),
    }
}

/// Says what went wrong. Where nobody listens any more, the exit code says it alone.
fn fail(message: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "{message}");
    ExitCode::FAILURE
}

/// Prints a result. A reader that has gone, such as `head`, is no trouble.
fn print(text: &str) -> ExitCode {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => fail(&format!("standard output: {error}")),
        _ => ExitCode::SUCCESS,
    }
}

/// A dataset, or a line for everything that is wrong with it.
fn read(file: &Path) -> Result<Dataset, String> {
    dataset_of(file, &text_of(file)?, parse_dataset)
}

/// The same in a language.
#[cfg(feature = "render")]
fn read_in(file: &Path, language: &str) -> Result<Dataset, String> {
    dataset_of(file, &text_of(file)?, |text| parse_translated(text, language))
}

/// What stands in a file, without the mark that some programs begin it with.
fn text_of(file: &Path) -> Result<String, String> {
    let name = file.display();
    let bytes = fs::read(file).map_err(|error| format!("{name}: {error}"))?;
    let text = String::from_utf8(bytes)
        .map_err(|error| format!("{name}: expected UTF-8; byte {} is not", error.utf8_error().valid_up_to() + 1))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn dataset_of<T>(file: &Path, text: &str, parse: impl Fn(&str) -> Result<T, Vec<DatasetError>>) -> Result<T, String> {
    let name = file.display();
    parse(text).map_err(|errors| {
        let lines: Vec<_> = errors
            .iter()
            .map(|error| match error.place() {
                Some(_) => format!("{name}:{error}"),
                None => format!("{name}: {error}"),
            })
            .collect();
        lines.join("\n")
    })
}

/// A line for each thing that the checks find in the claims. None of it is an error.
fn findings(file: &Path, dataset: &Dataset) -> String {
    let mut lines = String::new();
    for finding in &DerivedClaims::of(dataset).findings {
        let (title, shown) = Message::of_check(finding.check);
        let mut shown = shown.english().to_owned();
        for amount in &finding.working {
            shown = shown.replace(&format!("{{{}}}", amount.name), &in_words(amount));
        }
        let shown = shown.replace("{name}", finding.originator.as_deref().unwrap_or_default());
        // Where a number is missing there is nothing to show.
        let shown = if shown.contains('{') { String::new() } else { format!(" {shown}") };
        let claims: Vec<_> = finding.subjects.iter().map(|subject| subject.id(&dataset.claims)).collect();
        let (severity, code, claims) = (finding.severity.name(), finding.check.code(), claims.join(", "));
        lines += &format!("{}: {severity} {code}, {claims}: {}.{shown}\n", file.display(), title.english());
    }
    lines
}

/// A number and what its wording allows, such as `4000 (3600 to 4400)`.
fn in_words(amount: &Amount) -> String {
    let rounded = |x: f64| format!("{}", (x * 100.0).round() / 100.0);
    let unit = if amount.measure() == Measure::Percent { "%" } else { "" };
    let low = amount.bounds.bottom().map_or_else(String::new, rounded);
    let bounds = match amount.bounds.top().map(rounded) {
        Some(high) if high == low => low,
        Some(high) => format!("{low} to {high}"),
        None => format!("from {low} upwards"),
    };
    match amount.printed.map(rounded) {
        Some(printed) if printed == bounds => printed + unit,
        Some(printed) => format!("{printed}{unit} ({bounds})"),
        None => bounds + unit,
    }
}

/// The scenario of a text, or the dataset's own where the text is empty.
fn asked(dataset: &Dataset, text: &str) -> Result<Scenario, String> {
    let scenario = parse_scenario(text).map_err(|error| format!("scenario, {error}"))?;
    Ok(scenario.unwrap_or(dataset.scenario))
}

fn rates(file: &Path, scenario: &str) -> Result<String, String> {
    let dataset = read(file)?;
    let scenario = asked(&dataset, &percent_decode_str(scenario).decode_utf8_lossy())?;
    let of_claims = DerivedClaims::of(&dataset);
    let derived = Derived::of(&scenario, &dataset, &of_claims);
    let claims = dataset.claims.iter().zip(&of_claims.rows);
    let claims =
        claims.map(|(claim, row)| Value::object(vec![("id", (&*claim.id).into()), ("rates", rates_value(&row.rates))]));
    pretty(&Value::object(vec![
        ("scenario", scenario_value(&scenario)),
        ("rates", rates_value(&derived.rates)),
        ("claims", Value::list(claims.collect())),
        ("findings", findings_value(&[&of_claims.findings, &derived.findings], &dataset.claims)),
        ("compatibility", compatibility_value(&dataset.claims, &of_claims.rows)),
    ]))
}

fn pretty(value: &impl Serialize) -> Result<String, String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}
