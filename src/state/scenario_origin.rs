//! Whose figures a scenario holds. This follows from the figures themselves, so it can't become outdated: a scenario
//! with the figures of a claim is that claim's, however it came about.

use crate::domain::{Claim, Force, Quantity, Scenario};

/// Whose figures a scenario holds.
///
/// ```
/// use casualty_calculator::dataset::{BUILT_IN, parse_dataset, parse_scenarios};
/// use casualty_calculator::state::ScenarioOrigin;
///
/// let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset has no errors");
/// let scenario = parse_scenarios("killed=300&wounded=2700", &dataset)?[0].1.expect("it names figures");
/// let origin = ScenarioOrigin::new(&scenario, &dataset.forces[0]);
/// assert_eq!(origin.claim.map(|claim| &*claim.id), Some("south-korea"));
/// assert_eq!(origin.deployed, None, "the scenario has no force");
/// # Ok::<(), casualty_calculator::dataset::DatasetError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScenarioOrigin<'a> {
    /// The first claim that gives exactly the casualty figures of the scenario; none where these are the reader's own,
    /// come from several claims, or are missing.
    pub claim: Option<&'a Claim>,
    /// The claim that gives exactly the size of the force. It is looked for in one claim only: the one whose force
    /// `claim` is measured against, which may be itself, or without such a claim the force's denominator.
    pub deployed: Option<&'a Claim>,
}

impl<'a> ScenarioOrigin<'a> {
    /// Finds out whose figures these are among the claims of a force.
    pub fn new(scenario: &Scenario, force: &'a Force) -> Self {
        let losses =
            || Quantity::ALL.into_iter().filter(|one| !matches!(one, Quantity::Deployed | Quantity::Reinforcements));
        let any = losses().any(|quantity| scenario.figure(quantity).is_some());
        // The dataset's own scenario may have only some of a claim's figures. Any other scenario must have all of them.
        let is_own_scenario = losses().all(|quantity| scenario.figure(quantity) == force.scenario.figure(quantity));
        let gives = |claim: &&Claim| {
            losses().all(|quantity| {
                let figure = scenario.figure(quantity);
                (is_own_scenario && figure.is_none()) || figure == claim.figure(quantity)
            })
        };
        let claim = force.claims.iter().filter(|_| any).find(gives);
        let lender = match claim {
            Some(claim) => force.lender(claim),
            None => force.denominator.as_deref().and_then(|id| force.claim(id)),
        };
        let deployed = scenario.figure(Quantity::Deployed);
        let deployed = lender.filter(|lender| deployed.is_some() && deployed == lender.figure(Quantity::Deployed));
        Self { claim, deployed }
    }

    /// Whether the size of the force comes from a different claim than the casualties.
    pub fn borrows_deployed(&self) -> bool {
        match (self.claim, self.deployed) {
            (Some(claim), Some(lender)) => claim.id != lender.id,
            _ => false,
        }
    }
}
