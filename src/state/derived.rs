//! Everything that follows from a dataset and a scenario: computed once for each change, before anything is drawn.

use super::bars::{Bars, ClaimBars, Scale};
use super::force::ForcePicture;
use crate::dataset::Dataset;
use crate::domain::{
    COMPARED, ClaimResults, ComparableFigure, Comparison, Finding, Inputs, Rates, Scenario, claim_findings, compare,
    scenario_findings,
};

/// What follows from a dataset's claims alone, whatever the scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct DerivedClaims {
    /// What follows from each claim, in the dataset's order.
    pub results: Vec<ClaimResults>,
    /// What the checks find in them.
    pub findings: Vec<Finding>,
    /// Their bars on each scale, in the order of [`Scale::ALL`].
    pub bars: [ClaimBars; 2],
}

impl DerivedClaims {
    /// What follows from the claims of a dataset.
    pub fn new(dataset: &Dataset) -> Self {
        let mut results = Vec::new();
        for claim in &dataset.claims {
            results.push(ClaimResults::new(claim, &dataset.deployment, &dataset.claims));
        }
        let findings = claim_findings(&dataset.claims, &results, &dataset.deployment);
        let bars = |scale| ClaimBars::new(&dataset.claims, &results, scale);
        let bars = [bars(Scale::People), bars(Scale::Rates)];
        Self { results, findings, bars }
    }
}

/// What follows from the reader's scenario.
///
/// ```
/// use casualty_calculator::dataset::{BUILT_IN, parse_dataset};
/// use casualty_calculator::domain::RateName;
/// use casualty_calculator::state::{Derived, DerivedClaims};
///
/// let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset has no errors");
/// let claims = DerivedClaims::new(&dataset);
/// let derived = Derived::new(&dataset.scenario, &dataset, &claims);
/// let rate = derived.rates.get(RateName::CasualtyRate).expect("the scenario has a force and casualties");
/// assert_eq!(rate.printed.map(f64::round), Some(36.0));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// The rates of the scenario.
    pub rates: Rates,
    /// What the rates are computed from.
    pub inputs: Inputs,
    /// What is compared of the scenario, in the order of [`COMPARED`].
    pub comparable: [Option<ComparableFigure>; 4],
    /// Each claim of the dataset beside the scenario.
    pub comparisons: Vec<[Comparison; 4]>,
    /// The scenario's bar and the axis on each scale, in the order of [`Scale::ALL`].
    pub bars: [Bars; 2],
    /// The force as marks; `None` while its size is unknown.
    pub force: Option<ForcePicture>,
    /// What the checks find in the scenario.
    pub findings: Vec<Finding>,
}

impl Derived {
    /// What follows from a scenario, given what follows from the claims of the same dataset.
    pub fn new(scenario: &Scenario, dataset: &Dataset, claims: &DerivedClaims) -> Self {
        let results = &claims.results;
        let inputs = Inputs::from_scenario(scenario, &dataset.deployment);
        let rates = Rates::new(&inputs);
        let comparable = COMPARED.map(|quantity| ComparableFigure::from_scenario(quantity, scenario, &inputs, &rates));
        let mut comparisons = Vec::new();
        for result in results {
            comparisons.push(compare(&comparable, result));
        }
        let bars = |scale| Bars::new(&inputs, &rates, &claims.bars[scale as usize], scale);
        let bars = [bars(Scale::People), bars(Scale::Rates)];
        let force = ForcePicture::new(&inputs, &rates);
        let findings = scenario_findings(scenario, (&inputs, &rates), &dataset.claims, results, &dataset.deployment);
        Self { rates, inputs, comparable, comparisons, bars, force, findings }
    }
}
