//! Everything that follows from a dataset and a scenario: computed once for each change, before anything is drawn.

use super::force::ForcePicture;
use crate::dataset::Dataset;
use crate::domain::{
    COMPARED, ClaimResults, ComparableFigure, Comparison, Finding, Inputs, Rates, Scenario, claim_findings, compare,
    scenario_findings,
};

/// What follows from the claims of one force, whatever the scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct DerivedClaims {
    /// What follows from each claim, in the dataset's order.
    pub results: Vec<ClaimResults>,
    /// What the checks find in them; one that concerns claims of several forces is with each of these.
    pub findings: Vec<Finding>,
}

impl DerivedClaims {
    /// What follows from the claims of a dataset, for each force.
    pub fn of_forces(dataset: &Dataset) -> Vec<Self> {
        let mut all = Vec::new();
        for force in &dataset.forces {
            let mut results = Vec::new();
            for claim in &force.claims {
                results.push(ClaimResults::new(claim, force));
            }
            all.push(results);
        }
        let findings = claim_findings(&dataset.forces, &all, &|words| dataset.read_words(words));
        let mut derived = Vec::new();
        for (index, results) in all.into_iter().enumerate() {
            let mut concerning = Vec::new();
            for finding in &findings {
                if finding.subjects.iter().any(|subject| subject.is_of_force(index)) {
                    concerning.push(finding.clone());
                }
            }
            derived.push(Self { results, findings: concerning });
        }
        derived
    }
}

/// What follows from the reader's scenario of a force.
///
/// ```
/// use casualty_calculator::dataset::{BUILT_IN, parse_dataset};
/// use casualty_calculator::domain::RateName;
/// use casualty_calculator::state::{Derived, DerivedClaims};
///
/// let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset has no errors");
/// let claims = DerivedClaims::of_forces(&dataset);
/// let derived = Derived::new(&dataset.forces[0].scenario, &dataset, 0, &claims[0]);
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
    /// Each claim of the force beside the scenario.
    pub comparisons: Vec<[Comparison; 4]>,
    /// The force as marks; `None` while its size is unknown.
    pub force: Option<ForcePicture>,
    /// What the checks find in the scenario.
    pub findings: Vec<Finding>,
}

impl Derived {
    /// What follows from a scenario of the force at this place, given what follows from its claims.
    pub fn new(scenario: &Scenario, dataset: &Dataset, force: usize, claims: &DerivedClaims) -> Self {
        let results = &claims.results;
        let inputs = Inputs::from_scenario(scenario, &dataset.forces[force]);
        let rates = Rates::new(&inputs);
        let comparable = COMPARED.map(|quantity| ComparableFigure::from_scenario(quantity, scenario, &inputs, &rates));
        let mut comparisons = Vec::new();
        for result in results {
            comparisons.push(compare(&comparable, result));
        }
        let picture = ForcePicture::new(&inputs, &rates);
        let findings = scenario_findings(scenario, (&inputs, &rates), &dataset.forces, force, results);
        Self { rates, inputs, comparable, comparisons, force: picture, findings }
    }
}
