//! Everything that follows from a scenario over a dataset: computed once a change, and drawn from.

use super::{Bars, ClaimBars, ForcePicture, Scale};
use crate::dataset::Dataset;
use crate::domain::{
    COMPARED, Comparison, Finding, Inputs, Position, Rates, Row, Scenario, claim_findings, compare, scenario_findings,
};

/// What follows from a dataset's claims, which no scenario changes.
#[derive(Clone, Debug, PartialEq)]
pub struct DerivedClaims {
    /// What follows from each claim alone, in the dataset's order.
    pub rows: Vec<Row>,
    /// What the checks find in them.
    pub findings: Vec<Finding>,
    /// Their bars on each scale, in the order of [`Scale::ALL`].
    pub bars: [ClaimBars; 2],
}

impl DerivedClaims {
    /// Of the claims of a dataset.
    pub fn of(dataset: &Dataset) -> Self {
        let mut rows = Vec::new();
        for claim in &dataset.claims {
            rows.push(Row::of(claim, &dataset.deployment, &dataset.claims));
        }
        let findings = claim_findings(&dataset.claims, &rows, &dataset.deployment);
        let of = |scale| ClaimBars::of(&dataset.claims, &rows, scale);
        let bars = [of(Scale::People), of(Scale::Rates)];
        Self { rows, findings, bars }
    }
}

/// What follows from the reader's scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// The rates of the scenario.
    pub rates: Rates,
    /// What the rates follow from.
    pub inputs: Inputs,
    /// What the scenario says, in the order of [`COMPARED`].
    pub positions: [Option<Position>; 4],
    /// Each claim of the dataset beside the scenario.
    pub comparisons: Vec<[Comparison; 4]>,
    /// The scenario's bar and the axis on each scale, in the order of [`Scale::ALL`].
    pub bars: [Bars; 2],
    /// The force as marks; none while its size is unknown.
    pub force: Option<ForcePicture>,
    /// What the checks find in the scenario.
    pub findings: Vec<Finding>,
}

impl Derived {
    /// What follows from a scenario, beside what follows from the claims of the same dataset.
    pub fn of(scenario: &Scenario, dataset: &Dataset, claims: &DerivedClaims) -> Self {
        let rows = &claims.rows;
        let inputs = Inputs::of_scenario(scenario, &dataset.deployment);
        let rates = Rates::of(&inputs);
        let positions = COMPARED.map(|quantity| Position::of_scenario(quantity, scenario, &inputs, &rates));
        let mut comparisons = Vec::new();
        for row in rows {
            comparisons.push(compare(&positions, row));
        }
        let on = |scale| Bars::of(&inputs, &rates, &claims.bars[scale as usize], scale);
        let bars = [on(Scale::People), on(Scale::Rates)];
        let force = ForcePicture::of(&inputs, &rates);
        let findings = scenario_findings(scenario, (&inputs, &rates), &dataset.claims, rows, &dataset.deployment);
        Self { rates, inputs, positions, comparisons, bars, force, findings }
    }
}
