//! The named numbers in workings, those of rates and those of findings.

use super::bounds::Bounds;
use super::rate::Measure;

/// A named number in a working.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// What it is, as in results, formulas and texts.
    pub name: &'static str,
    /// What the wording allows it to be.
    pub bounds: Bounds,
    /// The number over the printed figures.
    pub printed: Option<f64>,
}

impl Amount {
    /// What it is counted in.
    pub fn measure(&self) -> Measure {
        match self.name {
            "rate" | "casualty_rate" => Measure::Percent,
            "wounded_per_killed" | "median" => Measure::Ratio,
            "days" => Measure::Days,
            _ => Measure::People,
        }
    }
}
