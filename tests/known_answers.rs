//! Known answers, worked out independently of the code and kept as data.

use std::path::Path;

use casualty_calculator::dataset::parse_scenario;
use casualty_calculator::domain::{Bounds, Deployment, Figure, Inputs, Quantity, RateName, Rates, Unavailable};

type Failure = Box<dyn std::error::Error>;

fn records(name: &str) -> Result<Vec<csv::StringRecord>, Failure> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/known-answers").join(name);
    Ok(csv::Reader::from_path(path)?.into_records().collect::<Result<_, _>>()?)
}

/// Equal to the twelve digits in which the answers are written down.
fn same(found: Option<f64>, wanted: &str) -> bool {
    match (found, wanted.parse::<f64>().ok()) {
        (None, None) => true,
        (Some(found), Some(wanted)) => (found - wanted).abs() <= 1e-10 * wanted.abs().max(1e-9),
        _ => false,
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

fn fits(bounds: Bounds, printed: Option<f64>, [low, high, printed_text, low_open, high_open]: [&str; 5]) -> bool {
    same(bounds.bottom(), low)
        && same(bounds.top(), high)
        && same(printed, printed_text)
        && bounds.bottom_is_open() == (low_open == "true")
        && bounds.top_is_open() == (high_open == "true")
}

#[test]
fn every_rate_equals_its_known_answer() -> Result<(), Failure> {
    let mut wrong = Vec::new();
    let records = records("rates.csv")?;
    for record in &records {
        let field = |index| record.get(index).unwrap_or_default();
        let (name, input, rate) = (field(0), field(1), field(2));
        let scenario = parse_scenario(input)?.unwrap_or_default();
        let rates = Rates::new(&Inputs::from_scenario(&scenario, &Deployment::default()));
        let rate = RateName::ALL.into_iter().find(|known| known.name() == rate).ok_or(format!("no rate {rate}"))?;
        let (found, right) = match rates.get(rate) {
            Ok(found) => {
                let counts =
                    found.counts.map(|counts| counts.iter().map(|one| one.name()).collect::<Vec<_>>().join(" "));
                let right = field(9).is_empty()
                    && fits(found.bounds, found.printed, [3, 4, 5, 6, 7].map(field))
                    && counts.clone().unwrap_or_default() == field(8);
                (format!("{}, counts {counts:?}", described(found.bounds, found.printed)), right)
            }
            Err(reason) => (reason.name().to_owned(), reason.name() == field(9)),
        };
        if !right {
            wrong.push(format!(
                "{name}\n  {input}: {}\n  found {found}\n  wanted {}",
                rate.name(),
                record.iter().skip(3).collect::<Vec<_>>().join(",")
            ));
        }
    }
    assert!(records.len() >= 60, "only {} answers", records.len());
    assert!(wrong.is_empty(), "{} of {} answers are wrong:\n{}", wrong.len(), records.len(), wrong.join("\n"));
    Ok(())
}

#[test]
fn every_hedge_has_the_bounds_of_its_words() -> Result<(), Failure> {
    for record in &records("bounds.csv")? {
        let field = |index| record.get(index).unwrap_or_default();
        // A whole number is a count; others only a rate can hold.
        let figure = |quantity: Quantity| -> Option<Figure> {
            parse_scenario(&format!("{}={}", quantity.name(), field(1))).ok()??.figure(quantity)
        };
        let figure =
            figure(Quantity::Deployed).or_else(|| figure(Quantity::Rate)).ok_or(format!("no figure {}", field(1)))?;
        let wanted = [2, 3, 6, 4, 5].map(field);
        assert!(
            fits(figure.bounds(), figure.printed(), wanted),
            "{}: {} is {}, wanted {wanted:?}",
            field(0),
            field(1),
            described(figure.bounds(), figure.printed())
        );
    }
    Ok(())
}

#[test]
fn every_rate_and_every_reason_for_none_has_a_known_answer() -> Result<(), Failure> {
    use casualty_calculator::domain::Category;
    let mut reasons: Vec<Unavailable> = Category::ALL.map(Unavailable::No).to_vec();
    reasons.extend([
        Unavailable::NoCasualties,
        Unavailable::NoDeployed,
        Unavailable::NoReinforcements,
        Unavailable::NoRate,
        Unavailable::NoDates,
        Unavailable::ZeroDivisor,
        Unavailable::MoreThanDeployed,
    ]);
    let records = records("rates.csv")?;
    for reason in reasons {
        assert!(records.iter().any(|record| record.get(9) == Some(reason.name())), "no answer is {}", reason.name());
    }
    for rate in RateName::ALL {
        assert!(records.iter().any(|record| record.get(2) == Some(rate.name())), "no answer has {}", rate.name());
    }
    Ok(())
}
