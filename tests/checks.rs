//! The checks find what a careful editor would find, and nothing else: in the published datasets, whose findings were
//! worked out by hand, and in small ones that are made to trigger one check, or almost.
#![cfg(feature = "command")]

mod published;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use casualty_calculator::dataset::{Dataset, parse_dataset};
use casualty_calculator::domain::{Finding, Subject};
use casualty_calculator::state::DerivedClaims;
use published::published;
use serde_json::Value;

type Done = Result<(), Box<dyn Error>>;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn dataset(text: &str) -> Result<Dataset, String> {
    parse_dataset(text).map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// A finding as the tables have it: code, severity, the claims with spaces between.
fn line(finding: &Finding, dataset: &Dataset) -> [String; 3] {
    let claims: Vec<_> = finding.subjects.iter().map(|subject| subject.id(&dataset.forces)).collect();
    [finding.check.code().to_owned(), finding.severity.name().to_owned(), claims.join(" ")]
}

/// The findings about the claims of all forces, each once.
fn findings(dataset: &Dataset) -> Vec<Finding> {
    let claims = DerivedClaims::of_forces(dataset);
    let mut findings = Vec::new();
    for (index, claims) in claims.into_iter().enumerate() {
        findings.extend(claims.findings.into_iter().filter(|finding| finding.is_listed_with(index)));
    }
    findings
}

fn found(dataset: &Dataset) -> Vec<[String; 3]> {
    let mut lines: Vec<_> = findings(dataset).iter().map(|finding| line(finding, dataset)).collect();
    lines.sort();
    lines
}

#[test]
fn the_published_figures_are_flagged_where_they_do_not_fit_and_nowhere_else() -> Done {
    for path in published()? {
        let name = path.file_stem().and_then(|name| name.to_str()).ok_or("a file without a name")?;
        let dataset = dataset(&fs::read_to_string(&path)?)?;
        let mut expected = Vec::new();
        for record in csv::Reader::from_path(folder("tests/checks").join(format!("{name}.csv")))?.records() {
            let record = record?;
            expected.push([0, 1, 2].map(|column| record.get(column).unwrap_or_default().to_owned()));
        }
        expected.sort();
        assert_eq!(found(&dataset), expected, "{name}");
    }
    Ok(())
}

#[test]
fn each_check_finds_what_it_is_for_and_nothing_that_only_comes_close() -> Done {
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(folder("tests/checks/cases.json"))?)?;
    assert_eq!(cases.len(), 280, "each with a reason");
    let mut wrong = Vec::new();
    for case in &cases {
        let dataset = dataset(&case["dataset"].to_string())?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mut expected: Vec<[String; 3]> = Vec::new();
        for finding in case["findings"].as_array().ok_or("no findings")? {
            let claims = finding["claims"].as_array().ok_or("no claims")?.iter().map(text).collect::<Vec<_>>();
            expected.push([text(&finding["code"]), text(&finding["severity"]), claims.join(" ")]);
        }
        expected.sort();
        let found = found(&dataset);
        if found != expected {
            wrong.push(format!(
                "{}\n  {}\n  expected {expected:?}\n  found {found:?}",
                text(&case["name"]),
                case["why"]
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn a_finding_names_only_claims_that_are_there() -> Done {
    let mut findings = 0;
    for path in published()? {
        let dataset = dataset(&fs::read_to_string(&path)?)?;
        for finding in self::findings(&dataset) {
            findings += 1;
            assert!(!finding.subjects.is_empty(), "{finding:?}");
            for subject in finding.subjects {
                let is_there =
                    |force: usize, claim| dataset.forces.get(force).is_some_and(|force| claim < force.claims.len());
                assert!(matches!(subject, Subject::Claim(force, claim) if is_there(force, claim)), "{path:?}");
            }
        }
    }
    assert!(findings > 10, "only {findings} findings");
    Ok(())
}
