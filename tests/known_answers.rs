//! Known answers, worked out independently of the code and kept as data: `rates.csv` of readers' inputs, `claims.json` of
//! what sources say, `ratios.json` of forces side by side, `bounds.csv` of single figures.
#![cfg(feature = "command")]

use std::fs;
use std::path::{Path, PathBuf};

use casualty_calculator::dataset::{Dataset, parse_dataset, parse_scenarios};
use casualty_calculator::domain::{
    Bounds, Category, ClaimResults, Coverage, Figure, Force, Inputs, Quantity, Rate, RateName, Rates, Scenario,
    Unavailable, force_ratios,
};
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/known-answers")
}

fn records(name: &str) -> Result<Vec<csv::StringRecord>, Failure> {
    Ok(csv::Reader::from_path(folder().join(name))?.into_records().collect::<Result<_, _>>()?)
}

fn cases(name: &str) -> Result<Vec<Value>, Failure> {
    Ok(serde_json::from_str(&fs::read_to_string(folder().join(name))?)?)
}

fn dataset(value: &Value) -> Result<Dataset, Failure> {
    let errors = |errors: Vec<_>| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    Ok(parse_dataset(&value.to_string()).map_err(errors)?)
}

/// A scenario text as that of a force of which nothing else is known.
fn scenario(text: &str) -> Result<Scenario, Failure> {
    let claim = json!({"id": "a", "source": {"name": "S"}, "killed": 1});
    let plain = json!({"format": 2, "title": "T", "forces": [{"id": "f", "name": "F"}], "claims": [claim]});
    let scenarios = parse_scenarios(text, &dataset(&plain)?)?;
    Ok(scenarios.first().and_then(|(_, scenario)| *scenario).unwrap_or_default())
}

/// Equal to the twelve digits in which the answers are written down.
fn same(found: Option<f64>, wanted: Option<f64>) -> bool {
    match (found, wanted) {
        (None, None) => true,
        (Some(found), Some(wanted)) => (found - wanted).abs() <= 1e-10 * wanted.abs().max(1e-9),
        _ => false,
    }
}

/// What must be found: the ends, whether they are open, and the printed number.
struct Answer {
    low: Option<f64>,
    high: Option<f64>,
    printed: Option<f64>,
    low_open: bool,
    high_open: bool,
}

impl Answer {
    fn of_cells([low, high, printed, low_open, high_open]: [&str; 5]) -> Self {
        let number = |cell: &str| cell.parse().ok();
        let [low, high, printed] = [low, high, printed].map(number);
        Self { low, high, printed, low_open: low_open == "true", high_open: high_open == "true" }
    }

    fn of_json(value: &Value) -> Self {
        let number = |name: &str| value[name].as_f64();
        let flag = |name: &str| value[name].as_bool().unwrap_or(false);
        Self {
            low: number("low"),
            high: number("high"),
            printed: number("printed"),
            low_open: flag("low_open"),
            high_open: flag("high_open"),
        }
    }

    fn fits(&self, bounds: Bounds, printed: Option<f64>) -> bool {
        same(bounds.bottom(), self.low)
            && same(bounds.top(), self.high)
            && same(printed, self.printed)
            && bounds.bottom_is_open() == self.low_open
            && bounds.top_is_open() == self.high_open
    }
}

fn described(bounds: Bounds, printed: Option<f64>) -> String {
    format!(
        "{:?}{} to {:?}{}, printed {printed:?}",
        bounds.bottom(),
        if bounds.bottom_is_open() { " open" } else { "" },
        bounds.top(),
        if bounds.top_is_open() { " open" } else { "" },
    )
}

fn names(counts: Option<Coverage>) -> Vec<&'static str> {
    counts.map(|counts| counts.iter().map(Category::name).collect()).unwrap_or_default()
}

fn described_rate(rate: Result<Rate, Unavailable>) -> String {
    match rate {
        Ok(rate) => format!("{}, counts {:?}", described(rate.bounds, rate.printed), names(rate.counts)),
        Err(reason) => reason.name().to_owned(),
    }
}

fn rate_name(name: &str) -> Result<RateName, String> {
    RateName::from_name(name).ok_or(format!("there is no rate {name}"))
}

#[test]
fn every_rate_of_a_readers_figures_equals_its_known_answer() -> Result<(), Failure> {
    let mut wrong = Vec::new();
    let records = records("rates.csv")?;
    for record in &records {
        let field = |index| record.get(index).unwrap_or_default();
        let (name, input) = (field(0), field(1));
        let scenario = scenario(input).map_err(|error| format!("{name}: {error}"))?;
        let rates = Rates::new(&Inputs::from_scenario(&scenario, &Force::default()));
        let found = rates.get(rate_name(field(2))?);
        let right = match found {
            Ok(rate) => {
                field(9).is_empty()
                    && Answer::of_cells([3, 4, 5, 6, 7].map(field)).fits(rate.bounds, rate.printed)
                    && names(rate.counts).join(" ") == field(8)
            }
            Err(reason) => reason.name() == field(9),
        };
        if !right {
            let wanted = record.iter().skip(3).collect::<Vec<_>>().join(",");
            wrong.push(format!(
                "{name}\n  {input}: {}\n  found {}\n  wanted {wanted}",
                field(2),
                described_rate(found)
            ));
        }
    }
    assert!(records.len() >= 300, "only {} answers", records.len());
    assert!(wrong.is_empty(), "{} of {} answers are wrong:\n{}", wrong.len(), records.len(), wrong.join("\n"));
    Ok(())
}

/// The claim of a case, with those that it may borrow from, about a force with these fields.
fn dataset_of_claim(case: &Value) -> Result<Dataset, Failure> {
    let mut force = json!({"id": "f", "name": "F"});
    let mut claims = vec![case["claim"].clone()];
    if let (Some(force), Some(fields)) = (force.as_object_mut(), case["force"].as_object()) {
        force.extend(fields.clone());
    }
    claims.extend(case["others"].as_array().cloned().unwrap_or_default());
    for claim in claims.iter_mut().filter_map(Value::as_object_mut) {
        claim.entry("id").or_insert_with(|| "claim".into());
        claim.insert("source".to_owned(), json!({"name": "S"}));
    }
    dataset(&json!({"format": 2, "title": "T", "forces": [force], "claims": claims}))
}

#[test]
fn every_rate_of_a_sources_figures_equals_its_known_answer() -> Result<(), Failure> {
    let mut wrong = Vec::new();
    let cases = cases("claims.json")?;
    for case in &cases {
        let name = case["name"].as_str().ok_or("a case without a name")?;
        let dataset = dataset_of_claim(case).map_err(|error| format!("{name}: {error}"))?;
        let force = &dataset.forces[0];
        let results = ClaimResults::new(&force.claims[0], force);
        for (rate, wanted) in case["answers"].as_object().ok_or(format!("{name} has no answers"))? {
            let found = results.rates.get(rate_name(rate)?);
            let right = match found {
                Ok(rate) => {
                    wanted.get("unavailable").is_none()
                        && Answer::of_json(wanted).fits(rate.bounds, rate.printed)
                        && wanted.get("counts").is_none_or(|counts| *counts == json!(names(rate.counts)))
                }
                Err(reason) => wanted["unavailable"] == reason.name(),
            };
            if !right {
                wrong.push(format!(
                    "{name}\n  {}: {rate}\n  found {}\n  wanted {wanted}\n  {}",
                    case["claim"],
                    described_rate(found),
                    case["working"]
                ));
            }
        }
    }
    assert!(cases.len() >= 60, "only {} cases", cases.len());
    assert!(wrong.is_empty(), "{} answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

#[test]
fn forces_are_set_side_by_side_only_where_that_is_fair_and_by_the_right_number() -> Result<(), Failure> {
    let mut wrong = Vec::new();
    let cases = cases("ratios.json")?;
    for case in &cases {
        let forces = &case["forces"];
        let claim = json!({"id": "c", "source": {"name": "S"}, "killed": 1, "force": forces[0]["id"]});
        let dataset = dataset(&json!({"format": 2, "title": "T", "forces": forces, "claims": [claim]}))
            .map_err(|error| format!("{}: {error}", case["name"]))?;
        let inputs = |force: &Force| Inputs::from_scenario(&force.scenario, force);
        let inputs: Vec<_> = dataset.forces.iter().map(inputs).collect();
        let rates: Vec<_> = inputs.iter().map(Rates::new).collect();
        let found = force_ratios(&dataset.forces, &inputs.iter().zip(&rates).collect::<Vec<_>>());
        let wanted = case["ratios"].as_array().ok_or("no ratios")?;
        let right = found.len() == wanted.len()
            && found.iter().zip(wanted).all(|(ratio, wanted)| {
                wanted["of"] == ratio.of.name()
                    && wanted["a"] == *dataset.forces[ratio.a].id
                    && wanted["b"] == *dataset.forces[ratio.b].id
                    && Answer::of_json(wanted).fits(ratio.bounds, ratio.printed)
            });
        if !right {
            let found = found.iter().map(|ratio| {
                let [a, b] = [ratio.a, ratio.b].map(|force| &dataset.forces[force].id);
                format!("{} {a} {b} {}", ratio.of.name(), described(ratio.bounds, ratio.printed))
            });
            let found = found.collect::<Vec<_>>().join("; ");
            wrong.push(format!("{}\n  found {found}\n  wanted {}", case["name"], case["ratios"]));
        }
    }
    assert!(cases.len() >= 15, "only {} cases", cases.len());
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    Ok(())
}

#[test]
fn every_hedge_has_the_bounds_of_its_words() -> Result<(), Failure> {
    let records = records("bounds.csv")?;
    for record in &records {
        let field = |index| record.get(index).unwrap_or_default();
        // A whole number is a count; others only a rate can hold.
        let figure = |quantity: Quantity| -> Option<Figure> {
            scenario(&format!("{}={}", quantity.name(), field(1))).ok()?.figure(quantity)
        };
        let figure =
            figure(Quantity::Deployed).or_else(|| figure(Quantity::Rate)).ok_or(format!("no figure {}", field(1)))?;
        let wanted = [2, 3, 6, 4, 5].map(field);
        assert!(
            Answer::of_cells(wanted).fits(figure.bounds(), figure.printed()),
            "{}: {} is {}, wanted {wanted:?}",
            field(0),
            field(1),
            described(figure.bounds(), figure.printed())
        );
    }
    assert!(records.len() >= 80, "only {} figures", records.len());
    Ok(())
}

#[test]
fn every_rate_and_every_reason_for_none_has_a_known_answer() -> Result<(), Failure> {
    let mut reasons: Vec<Unavailable> = Category::ALL.map(Unavailable::No).to_vec();
    reasons.extend([
        Unavailable::NoCasualties,
        Unavailable::NoDeployed,
        Unavailable::NoReinforcements,
        Unavailable::NoRate,
        Unavailable::NoDates,
        Unavailable::ZeroDivisor,
        Unavailable::MoreThanDeployed,
        Unavailable::OnlyWords,
        Unavailable::Given,
    ]);
    let mut answers = Vec::new();
    for record in records("rates.csv")? {
        answers.push([2, 9].map(|index| record.get(index).unwrap_or_default().to_owned()));
    }
    for case in cases("claims.json")? {
        for (rate, answer) in case["answers"].as_object().into_iter().flatten() {
            answers.push([rate.clone(), answer["unavailable"].as_str().unwrap_or_default().to_owned()]);
        }
    }
    for reason in reasons {
        assert!(answers.iter().any(|[_, found]| found == reason.name()), "no answer is {}", reason.name());
    }
    for rate in RateName::ALL {
        let has_number = answers.iter().any(|[found, reason]| found == rate.name() && reason.is_empty());
        assert!(has_number, "no answer has {}", rate.name());
    }
    Ok(())
}
