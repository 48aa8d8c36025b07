//! The named numbers in workings, those of rates and those of findings.

use super::bounds::Bounds;
use super::rate::Measure;

/// A named number in a working.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// What it is, as in results, formulas and texts.
    pub name: &'static str,
    /// What it is counted in.
    pub measure: Measure,
    /// What the wording allows it to be.
    pub bounds: Bounds,
    /// The number over the printed figures.
    pub printed: Option<f64>,
}

impl Amount {
    /// A number whose name tells what it is counted in.
    pub(super) fn new(name: &'static str, bounds: Bounds, printed: Option<f64>) -> Self {
        let measure = match name {
            "rate" => Measure::Percent,
            "wounded_per_killed" | "median" => Measure::Ratio,
            "days" => Measure::Days,
            "per_day" => Measure::PeoplePerDay,
            _ => Measure::People,
        };
        Self { name, measure, bounds, printed }
    }
}
