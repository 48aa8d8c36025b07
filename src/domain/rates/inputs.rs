//! The figures that rates are computed from: a reader's or a claim's.

use crate::domain::category::Coverage;
use crate::domain::claim::{Claim, Deployment};
use crate::domain::date::{Date, days_between};
use crate::domain::figure::Figure;
use crate::domain::quantity::Quantity;
use crate::domain::scenario::{Scenario, SolveFor};

/// The figures that rates are computed from: a reader's or a claim's.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    figures: [Option<Figure>; 8],
    groups: Vec<(Coverage, Figure)>,
    covers: Coverage,
    days: Option<i32>,
    solve_for: SolveFor,
}

impl Inputs {
    /// A reader's inputs. Rates per day are counted from the scenario's own start, else from the deployment's.
    pub fn from_scenario(scenario: &Scenario, deployment: &Deployment) -> Self {
        Self {
            figures: Quantity::ALL.map(|quantity| scenario.figure(quantity)),
            groups: Vec::new(),
            covers: Coverage::ALL,
            days: days(scenario.start.or(deployment.start), scenario.as_of),
            solve_for: scenario.solve_for,
        }
    }

    /// A claim's figures, over its own force or the one it borrows. A claim for a part of the time has no rate per day.
    pub fn from_claim(claim: &Claim, deployment: &Deployment, claims: &[Claim]) -> Self {
        let mut figures = Quantity::ALL.map(|quantity| claim.figure(quantity));
        figures[Quantity::Deployed.index()] = deployment.force(claim, claims).map(|force| force.deployed.figure);
        let until = if claim.period.is_some() { None } else { claim.day() };
        Self {
            figures,
            groups: claim.groups.iter().map(|group| (group.covers, group.count.figure)).collect(),
            covers: claim.covers,
            days: days(deployment.start, until),
            solve_for: SolveFor::Rate,
        }
    }

    /// Which quantity follows from the others.
    pub fn solve_for(&self) -> SolveFor {
        self.solve_for
    }

    /// The figures for several categories at once, with what each counts.
    pub fn groups(&self) -> &[(Coverage, Figure)] {
        &self.groups
    }

    /// The figure given for a quantity; for a claim's force, perhaps a borrowed one.
    pub fn figure(&self, quantity: Quantity) -> Option<Figure> {
        self.figures[quantity.index()]
    }

    /// What a stated total counts.
    pub(in crate::domain) fn covers(&self) -> Coverage {
        self.covers
    }

    /// The days from the first to the last; negative where the last comes first.
    pub(super) fn days(&self) -> Option<i32> {
        self.days
    }
}

fn days(start: Option<Date>, until: Option<Date>) -> Option<i32> {
    Some(days_between(start?, until?))
}
