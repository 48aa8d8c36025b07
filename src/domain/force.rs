//! The people whose losses are counted, with what sources claim of them.

use std::rc::Rc;

use super::attribution::Source;
use super::claim::{Claim, Lender, Reported};
use super::date::Date;
use super::input_range::InputRange;
use super::quantity::Quantity;
use super::scenario::Scenario;

/// Troops added to a force.
#[derive(Clone, Debug, PartialEq)]
pub struct Reinforcement {
    /// When they were reported.
    pub date: Option<Date>,
    /// How many.
    pub count: Reported,
    /// Where it can be read.
    pub source: Option<Source>,
}

/// The people whose losses are counted, such as one side of a war. Nothing is ever borrowed, compared or checked from one
/// force to another, save a part with its whole, so each has claims and a scenario of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Force {
    /// Its id, unique within the dataset.
    pub id: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
    /// The force that it is a part of, by its place in the dataset.
    pub part_of: Option<usize>,
    /// Its first day, from which rates per day run.
    pub start: Option<Date>,
    /// The id of the claim whose deployed figure others borrow.
    pub denominator: Option<Rc<str>>,
    /// Troops added later.
    pub reinforcements: Vec<Reinforcement>,
    /// What the inputs hold at first.
    pub scenario: Scenario,
    /// The ranges of those inputs for which the dataset gives one.
    pub(crate) inputs: Vec<(Quantity, InputRange)>,
    /// What the sources reported, in the dataset's order.
    pub claims: Vec<Claim>,
}

/// The size of the force that a claim is measured against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Denominator<'a> {
    /// How many were sent.
    pub deployed: &'a Reported,
    /// The claim it was taken from, where that is another one.
    pub borrowed_from: Option<&'a Claim>,
}

impl Force {
    /// The size of the force that a claim is measured against: its own, else that of the claim it names, else that of the
    /// claim that the force names. One that the claim gives in words alone is its own.
    #[inline(never)]
    pub fn denominator<'a>(&'a self, claim: &'a Claim) -> Option<Denominator<'a>> {
        let lender = self.lender(claim)?;
        let borrowed = claim.reported(Quantity::Deployed).is_none();
        Some(Denominator { deployed: lender.reported(Quantity::Deployed)?, borrowed_from: borrowed.then_some(lender) })
    }

    /// The claim that gives this size: the claim itself where it gives one, else the one it borrows from.
    #[inline(never)]
    pub fn lender<'a>(&'a self, claim: &'a Claim) -> Option<&'a Claim> {
        if claim.reported(Quantity::Deployed).is_some() {
            return Some(claim);
        }
        match &claim.lender {
            Lender::OfForce => self.claim(self.denominator.as_ref()?),
            Lender::Claim(id) => self.claim(id),
            Lender::Nobody => None,
        }
    }

    /// A scenario with a claim's figures in its place, and the force that the claim is measured against. Figures that it does
    /// not give become unknown; what is solved for stays as it is. So does the start, but for figures of a period, which are
    /// counted from its first day.
    pub fn filled(&self, scenario: &Scenario, claim: &Claim) -> Scenario {
        let mut filled = Scenario { as_of: claim.day(), ..*scenario };
        let period_starts_then = |claim: &Claim| claim.period.map(|period| period.from.first()) == scenario.start;
        if let Some(period) = claim.period {
            filled.start = Some(period.from.first());
            filled.as_of = Some(period.to.last());
        } else if scenario.start.is_some() && self.claims.iter().any(period_starts_then) {
            filled.start = self.scenario.start;
        }
        for quantity in Quantity::ALL {
            filled.set(quantity, claim.figure(quantity));
        }
        let denominator = self.denominator(claim);
        filled.set(Quantity::Deployed, denominator.and_then(|denominator| denominator.deployed.figure));
        filled
    }

    /// The claim with that id.
    #[inline(never)]
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| &*claim.id == id)
    }

    /// The range of an input: the dataset's own, else the usual one.
    pub fn input_range(&self, quantity: Quantity) -> InputRange {
        let given = self.inputs.iter().find(|(other, _)| *other == quantity);
        given.map_or_else(|| InputRange::usual(quantity, &self.scenario, &self.claims), |(_, range)| *range)
    }
}
