//! The source's own words, beside a figure, that read as another hedge or another number than the figure: one of the two was
//! taken down wrongly, and a reader sees only the words.

use std::rc::Rc;

use super::finding::{Finding, Severity};
use super::source_words::HedgedNumber;
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::claim::Reported;
use crate::domain::figure::{Figure, Hedge};
use crate::domain::quantity::Quantity;
use crate::domain::unit::Unit;

pub(super) fn find(figures: &SubjectFigures, claims: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let claim = figures.claim()?;
    let mut given: Vec<(Quantity, &Reported, Unit)> = Vec::new();
    for quantity in Quantity::ALL {
        if let (Some(reported), true) = (claim.reported(quantity), quantity != Quantity::Rate) {
            given.push((quantity, reported, quantity.unit()));
        }
    }
    for group in &claim.groups {
        given.push((Quantity::Casualties, &group.count, Unit::People));
    }
    for (name, stated) in &claim.stated {
        given.push((Quantity::Rate, stated, name.measure().unit()));
    }
    for (quantity, reported, unit) in given {
        if let (Some(figure), Some(words)) = (reported.figure, &reported.words)
            && contradicts(figure, unit, &(claims.read_words)(words))
        {
            finding.add_field(quantity);
            finding.names.push(Rc::clone(words));
        }
    }
    (!finding.names.is_empty()).then_some(Severity::Warning)
}

/// Whether the first numbers in words, as many as the figure has, are others than the figure's, or hedged otherwise. What
/// comes behind them is about something else: "3,800 of 12,000".
fn contradicts(figure: Figure, unit: Unit, words: &[HedgedNumber]) -> bool {
    let count = match figure.hedge() {
        Hedge::Between => 2,
        Hedge::Best => 3,
        _ => 1,
    };
    // Half of something is no number of people, nor is the 95 of "95% CI".
    let is_of_unit = |number: &&HedgedNumber| match unit {
        Unit::Percent => true,
        Unit::Ratio => !number.is_percent,
        Unit::People | Unit::PerDay => !number.is_percent && !number.is_part,
    };
    let numbers = words.iter().filter(is_of_unit).take(count);
    numbers.into_iter().any(|number| {
        let is_other_hedge = number.hedge.is_some_and(|hedge| !fits(figure.hedge(), hedge));
        is_other_hedge || !is_in(figure, unit, *number)
    })
}

/// Whether a hedge may stand for what the words say. Words before one end of a range are about that end.
fn fits(hedge: Hedge, words: Hedge) -> bool {
    let may_be_an_end = matches!(words, Hedge::About | Hedge::AtLeast | Hedge::UpTo);
    hedge == words || (matches!(hedge, Hedge::Between | Hedge::Best) && may_be_an_end)
}

/// Whether a number is one of those in a figure, perhaps in thousands or millions; of a part of the whole, whether the figure
/// is near it, since parts are rounded.
fn is_in(figure: Figure, unit: Unit, HedgedNumber { number, is_part, .. }: HedgedNumber) -> bool {
    let [low, high] = figure.ends();
    [figure.number().value, low, high].iter().any(|own| {
        if is_part || figure.number().is_fraction() {
            let whole = unit.whole();
            let number = if is_part { number * whole } else { number };
            return (own - number).abs() < whole / 100.0;
        }
        [1.0, 1e3, 1e6].iter().any(|factor| *own == number * factor)
    })
}
