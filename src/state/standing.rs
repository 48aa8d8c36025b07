//! Whose figures a scenario holds. It follows from the figures themselves, so it can't go stale: a scenario that holds
//! what a claim gave is that claim's, however it came about.

use crate::dataset::Dataset;
use crate::domain::{Claim, Quantity, Scenario};

/// Whose figures a scenario holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing<'a> {
    /// The first claim that gives the casualty figures of the scenario just as they stand; none where they are the
    /// reader's own, mixed, or there are none.
    pub claim: Option<&'a Claim>,
    /// The claim that gives the size of the force just as it stands: `claim` itself, else the one it is measured
    /// against, else the dataset's denominator.
    pub deployed: Option<&'a Claim>,
}

impl<'a> Standing<'a> {
    /// Looks among the dataset's claims.
    pub fn of(scenario: &Scenario, dataset: &'a Dataset) -> Self {
        let losses =
            || Quantity::ALL.into_iter().filter(|one| !matches!(one, Quantity::Deployed | Quantity::Reinforcements));
        let any = losses().any(|quantity| scenario.figure(quantity).is_some());
        // What a dataset begins with may be a part of what a claim gives. Anything else is the claim's only if whole.
        let begins = losses().all(|quantity| scenario.figure(quantity) == dataset.scenario.figure(quantity));
        let gives = |claim: &&Claim| {
            losses().all(|quantity| {
                let figure = scenario.figure(quantity);
                (begins && figure.is_none()) || figure == claim.figure(quantity)
            })
        };
        let claim = dataset.claims.iter().filter(|_| any).find(gives);
        let lender =
            claim.map_or(dataset.deployment.denominator.as_deref().and_then(|id| dataset.claim(id)), |claim| {
                let force = dataset.deployment.force(claim, &dataset.claims)?;
                Some(force.borrowed_from.unwrap_or(claim))
            });
        let deployed = scenario.figure(Quantity::Deployed);
        let deployed = lender.filter(|lender| deployed.is_some() && deployed == lender.figure(Quantity::Deployed));
        Self { claim, deployed }
    }

    /// Whether the size of the force is another claim's than the casualties.
    pub fn borrows_deployed(&self) -> bool {
        match (self.claim, self.deployed) {
            (Some(claim), Some(lender)) => claim.id != lender.id,
            _ => false,
        }
    }
}
