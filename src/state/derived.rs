//! Everything that follows from a scenario over a dataset: computed once a change, and drawn from.

use super::Bars;
use crate::dataset::Dataset;
use crate::domain::{Claim, Difference, Inputs, Quantity, Rates, Row, Scenario, compare};

/// What follows from the reader's scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// The rates of the scenario.
    pub rates: Rates,
    /// For each claim of the dataset, how far the scenario is from it.
    pub differences: Vec<[(Quantity, Option<Difference>); 4]>,
    /// The scenario and the claims as bars on one axis.
    pub bars: Bars,
}

impl Derived {
    /// The rows of a dataset's claims, which no scenario changes.
    pub fn rows(dataset: &Dataset) -> Vec<Row> {
        let row = |claim: &Claim| Row::of(claim, &dataset.deployment, &dataset.claims);
        dataset.claims.iter().map(row).collect()
    }

    /// What follows from a scenario, beside the rows of the same dataset.
    pub fn of(scenario: &Scenario, dataset: &Dataset, rows: &[Row]) -> Self {
        let inputs = Inputs::of_scenario(scenario, &dataset.deployment);
        let rates = Rates::of(&inputs);
        let claims = dataset.claims.iter().zip(rows);
        let differences = claims.map(|(claim, row)| compare((&inputs, &rates), row, claim)).collect();
        let bars = Bars::of(scenario, &rates, dataset, rows);
        Self { rates, differences, bars }
    }
}
