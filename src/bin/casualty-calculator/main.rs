//! The command line: the same figures, rates and errors as in the element, from a dataset file.

#[cfg(feature = "render")]
mod findings;
mod json;
mod languages;
#[cfg(feature = "render")]
mod pixels;
#[cfg(feature = "render")]
mod render;
mod tables;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[cfg(feature = "render")]
use casualty_calculator::components::HEADING;
#[cfg(feature = "render")]
use casualty_calculator::dataset::parse_translated;
use casualty_calculator::dataset::{Dataset, DatasetError, Value, parse_dataset, parse_scenarios, schema};
use casualty_calculator::domain::{Amount, Finding, Force, RateName};
use casualty_calculator::i18n::Message;
#[cfg(feature = "render")]
use casualty_calculator::publish::Options;
use casualty_calculator::results::{compatibility_value, result_fields};
use casualty_calculator::state::{Action, Derived, DerivedClaims, State, reduce};
use clap::{Parser, Subcommand};
use percent_encoding::percent_decode_str;

use crate::json::pretty;

/// Checks datasets of reported casualty figures, and works out their rates
#[derive(Parser)]
#[command(name = "casualty-calculator", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Lists every error in a dataset with its line, column, claim and field; in a valid one, what its figures do not
    /// add up to
    Check {
        /// The dataset's file
        file: PathBuf,
        /// The language in which to say what does not add up
        #[cfg(feature = "render")]
        #[arg(long)]
        lang: Option<String>,
    },
    /// Prints the rates of the scenario and of every claim as JSON
    Rates {
        /// The dataset's file
        file: PathBuf,
        /// A scenario to use instead of the dataset's own, such as deployed=about:11000&killed=1000
        #[arg(long)]
        scenario: Option<String>,
        /// How each two claims of a force compare, too
        #[arg(long)]
        pairs: bool,
    },
    /// Prints a dataset made of a table of claims, one a row: a CSV or TSV file, as a spreadsheet saves it
    Import(tables::ImportArguments),
    /// Prints the claims of a dataset as a table, which import reads back to the same claims
    Export {
        /// The dataset's file
        file: PathBuf,
        /// The language of the words in the cells
        #[arg(long, default_value = "en")]
        language: String,
    },
    /// Prints the JSON Schema for datasets
    Schema,
    /// Writes the files that browsers fetch for each language other than English: its texts and the built-in dataset
    #[command(hide = true)]
    Languages {
        /// The folder to write to
        #[arg(long)]
        out: PathBuf,
    },
    /// Writes what a page can show without a script: fallback.html to put inside the element, snippet.html to paste,
    /// calculator.txt for feeds; figures.csv, figures.json, chart.svg and chart.png for further work; social.png for
    /// links to the story; and with --url a page to embed as a frame and its oEmbed answer
    #[cfg(feature = "render")]
    Render {
        /// The dataset's file
        file: PathBuf,
        /// The language of texts, numbers and dates
        #[arg(long, default_value = "en")]
        lang: String,
        /// The folder to write to, created if missing
        #[arg(long)]
        out: PathBuf,
        /// A scenario to use instead of the dataset's own, as for rates
        #[arg(long)]
        scenario: Option<String>,
        /// The level of the question's heading, from 1 to 6; the headings of the parts are one and two levels lower
        #[arg(long, default_value_t = HEADING as u8, value_parser = clap::value_parser!(u8).range(1..=6))]
        heading: u8,
        /// The address at which that folder will be published, beside the built files
        #[arg(long)]
        url: Option<String>,
        /// The address at which the dataset will be published, full or relative to that folder; without it the pages open
        /// the built-in one
        #[arg(long)]
        src: Option<String>,
        /// Leaves out chart.png and social.png, the only files that need fonts
        #[arg(long)]
        without_pictures: bool,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        #[cfg(feature = "render")]
        Command::Check { file, lang: Some(lang) } => {
            read_in(&file, &lang).map(|dataset| content(&file, &dataset) + &findings::findings(&file, dataset, &lang))
        }
        Command::Check { file, .. } => read(&file).map(|dataset| content(&file, &dataset) + &findings(&file, &dataset)),
        Command::Rates { file, scenario, pairs } => rates(&file, scenario.as_deref().unwrap_or_default(), pairs),
        Command::Import(arguments) => tables::import(&arguments),
        Command::Export { file, language } => tables::export(&file, &language),
        Command::Schema => pretty(&schema()),
        Command::Languages { out } => languages::write_languages(&out).map(|()| String::new()),
        #[cfg(feature = "render")]
        Command::Render { file, lang, out, scenario, url, src, heading, without_pictures } => {
            let scenario = scenario.map(|text| percent_decode_str(&text).decode_utf8_lossy().into_owned());
            let (heading, pictures) = (heading.into(), !without_pictures);
            let options = Options { language: lang, scenario, heading, url, src, pictures };
            text_of(&file).and_then(|text| render::render(&file, &text, options, &out)).map(|()| String::new())
        }
    };
    match result {
        Ok(text) => print(&text),
        Err(message) => fail(&message),
    }
}

/// Prints what went wrong. If nobody reads it any more, the exit code still tells.
fn fail(message: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "{message}");
    ExitCode::FAILURE
}

/// Prints a result. It is not an error if its reader has closed the pipe, as `head` does.
fn print(text: &str) -> ExitCode {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => fail(&format!("standard output: {error}")),
        _ => ExitCode::SUCCESS,
    }
}

/// A dataset, or a line for everything that is wrong with it.
fn read(file: &Path) -> Result<Dataset, String> {
    parsed(file, &text_of(file)?, parse_dataset)
}

/// A dataset in a language, or a line for everything that is wrong with it.
#[cfg(feature = "render")]
fn read_in(file: &Path, language: &str) -> Result<Dataset, String> {
    parsed(file, &text_of(file)?, |text| parse_translated(text, language))
}

/// The text of a file, without the byte order mark that some programs put at its beginning.
fn text_of(file: &Path) -> Result<String, String> {
    let name = file.display();
    let bytes = fs::read(file).map_err(|error| format!("{name}: {error}"))?;
    let text = String::from_utf8(bytes)
        .map_err(|error| format!("{name}: expected UTF-8, but byte {} is not", error.utf8_error().valid_up_to() + 1))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn parsed<T>(file: &Path, text: &str, parse: impl Fn(&str) -> Result<T, Vec<DatasetError>>) -> Result<T, String> {
    parse(text).map_err(|errors| lines(file, &errors))
}

/// A line for each error in a file.
fn lines(file: &Path, errors: &[DatasetError]) -> String {
    let name = file.display();
    let lines: Vec<_> = errors
        .iter()
        .map(|error| match error.place() {
            Some(_) => format!("{name}:{error}"),
            None => format!("{name}: {error}"),
        })
        .collect();
    lines.join("\n")
}

/// A line that says what is in a dataset.
fn content(file: &Path, dataset: &Dataset) -> String {
    let counted = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let claims = dataset.forces.iter().map(|force| force.claims.len()).sum();
    let mut sources: Vec<_> =
        dataset.forces.iter().flat_map(|force| &force.claims).map(|claim| &claim.source.name).collect();
    sources.sort_unstable();
    sources.dedup();
    let mut dates: Vec<_> =
        dataset.forces.iter().flat_map(|force| &force.claims).filter_map(|claim| claim.day()).collect();
    dates.sort_by_key(|date| date.first_day());
    let span = match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if first == last => format!(", {}", first.text()),
        (Some(first), Some(last)) => format!(", {} to {}", first.text(), last.text()),
        _ => String::new(),
    };
    format!(
        "{}: {} about {}, from {}{span}\n",
        file.display(),
        counted(claims, "claim", "claims"),
        counted(dataset.forces.len(), "force", "forces"),
        counted(sources.len(), "source", "sources"),
    )
}

/// A line for each finding about the claims. None of them is an error.
fn findings(file: &Path, dataset: &Dataset) -> String {
    let mut lines = String::new();
    for (index, claims) in DerivedClaims::of_forces(dataset).iter().enumerate() {
        for finding in claims.findings.iter().filter(|finding| finding.is_listed_with(index)) {
            let (title, sentence) = Message::of_check(finding.check);
            let days = finding.working.iter().find(|amount| amount.name == "days").and_then(|days| days.printed);
            let mut sentence = sentence.english_for(if days == Some(1.0) { "one" } else { "other" }).to_owned();
            if let Some(rate) = finding.rate {
                sentence =
                    sentence.replace("{name}", rate.name()).replace("{formula}", &formula(rate, &finding.working));
            } else if let Some(figure) = finding.named_figure() {
                sentence = sentence.replace("{name}", figure.name());
            }
            for amount in &finding.working {
                sentence = sentence.replace(&format!("{{{}}}", amount.name), &amount_text(amount));
            }
            let names: Vec<_> = finding.names.iter().map(|name| format!("“{name}”")).collect();
            let sentence = sentence.replace("{name}", &names.join(", "));
            // If a number is missing, the sentence with the numbers is left out.
            let sentence = if sentence.contains('{') { "" } else { &sentence };
            lines += &finding_line(file, finding, &dataset.forces, title.english(), sentence);
        }
    }
    lines
}

/// The formula of a rate with places for numbers; of a sum, places for those of its parts that are there.
fn formula(rate: RateName, working: &[Amount]) -> String {
    if !rate.formula().is_empty() {
        return rate.formula().to_owned();
    }
    let parts = rate.operands().into_iter().filter(|part| working.iter().any(|amount| amount.name == *part));
    parts.map(|part| format!("{{{part}}}")).collect::<Vec<_>>().join(" + ")
}

/// The line for a finding, with its title and its sentence, which may be empty.
fn finding_line(file: &Path, finding: &Finding, forces: &[Force], title: &str, sentence: &str) -> String {
    let ids: Vec<_> = finding.subjects.iter().map(|subject| subject.id(forces)).collect();
    let (severity, code, ids) = (finding.severity.name(), finding.check.code(), ids.join(", "));
    format!("{}: {severity} {code}, {ids}: {title}. {sentence}", file.display()).trim_end().to_owned() + "\n"
}

/// A number and what its wording allows, such as `4000 (3600 to 4400)`.
fn amount_text(amount: &Amount) -> String {
    let rounded = |x: f64| format!("{}", (x * 100.0).round() / 100.0);
    let unit = if amount.measure.is_percent() { "%" } else { "" };
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

/// The dataset's own scenarios with those of a text in their place.
fn state_of(dataset: &Dataset, text: &str) -> Result<State, String> {
    let scenarios = parse_scenarios(text, dataset).map_err(|error| format!("scenario, {error}"))?;
    Ok(reduce(&State::new(dataset), Action::ReplaceSome(scenarios), dataset))
}

fn rates(file: &Path, scenario: &str, pairs: bool) -> Result<String, String> {
    let dataset = read(file)?;
    let state = state_of(&dataset, &percent_decode_str(scenario).decode_utf8_lossy())?;
    let claims = DerivedClaims::of_forces(&dataset);
    let claims: Vec<_> = claims.iter().collect();
    let derive =
        |(index, claims): (usize, &&DerivedClaims)| Derived::new(state.scenario_of(index), &dataset, index, claims);
    let derived: Vec<_> = claims.iter().enumerate().map(derive).collect();
    let mut fields = result_fields(&state, &dataset, &claims, &derived.iter().collect::<Vec<_>>());
    if pairs {
        fields.push(("compatibility", compatibility_value(&dataset, &claims)));
    }
    pretty(&Value::object(fields))
}
