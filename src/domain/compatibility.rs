//! Whether two figures can both be right: compatibility of claims with each other and with the scenario.

use std::rc::Rc;

use super::bounds::Bounds;
use super::category::{Category, Coverage};
use super::claim::{Claim, Force};
use super::date::{Date, days_between};
use super::quantity::Quantity;
use super::rate::{RateName, Unavailable};
use super::rates::{Inputs, Rates, Term};
use super::scenario::Scenario;

/// What is compared: deployed, killed, casualties, and the rate of the force.
pub const COMPARED: [Quantity; 4] =
    [Quantity::Deployed, Quantity::Of(Category::Killed), Quantity::Casualties, Quantity::Rate];

/// Days over which two figures are no longer for the same time.
const SAME_TIME: i32 = 14;

/// How two figures stand to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Relation {
    /// What the wordings allow overlaps or touches.
    Agree,
    /// It does not, by so much.
    Apart(f64),
    /// They are of different things.
    Unlike(Unlike),
    /// One of them is not given.
    Unknown,
}

/// Why two figures are not like for like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlike {
    /// They count different categories.
    Coverage,
    /// Both are dated, over two weeks apart.
    Dates,
}

impl Relation {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Apart(_) => "apart",
            Self::Unlike(_) => "unlike",
            Self::Unknown => "unknown",
        }
    }
}

impl Unlike {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Coverage => "coverage",
            Self::Dates => "dates",
        }
    }
}

/// What one source says of one quantity, for comparing.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// What the wording allows.
    pub bounds: Bounds,
    /// The number as printed, or worked out from printed ones.
    pub printed: Option<f64>,
    /// What the total behind it counts; nothing where no total is.
    pub counts: Coverage,
    as_of: Option<Date>,
    /// The claim whose force a rate was worked out over, and whether it was borrowed.
    force: Option<(Rc<str>, bool)>,
}

impl Position {
    /// What a claim says, beside its own row. The rate is the stated one, else the one worked out. Figures for a part of
    /// the time are compared with nothing.
    pub(super) fn of_claim(
        quantity: Quantity,
        claim: &Claim,
        force: Option<&Force>,
        inputs: &Inputs,
        rates: &Rates,
    ) -> Option<Self> {
        if claim.period.is_some() && quantity != Quantity::Deployed {
            return None;
        }
        let stated = claim.figure(quantity).map(|figure| Term::of(Some(figure), Unavailable::NoRate));
        let mut position = Self::of(quantity, stated, inputs, rates, claim.as_of)?;
        if let (Quantity::Rate, None, Some(force)) = (quantity, stated, force) {
            let lender = force.borrowed_from.unwrap_or(claim);
            position.force = Some((Rc::clone(&lender.id), force.borrowed_from.is_some()));
        }
        Some(position)
    }

    /// What the scenario says. What is solved for is what follows.
    pub fn of_scenario(quantity: Quantity, scenario: &Scenario, inputs: &Inputs, rates: &Rates) -> Option<Self> {
        let stated = match quantity {
            Quantity::Deployed => Some(rates.deployed(inputs)),
            Quantity::Casualties | Quantity::Rate => None,
            _ => scenario.figure(quantity).map(|figure| Term::of(Some(figure), Unavailable::NoRate)),
        };
        Self::of(quantity, stated, inputs, rates, scenario.as_of)
    }

    fn of(
        quantity: Quantity,
        stated: Option<Term>,
        inputs: &Inputs,
        rates: &Rates,
        as_of: Option<Date>,
    ) -> Option<Self> {
        let name = match quantity {
            Quantity::Casualties => Some(RateName::Casualties),
            Quantity::Rate => Some(RateName::CasualtyRate),
            _ => None,
        };
        let worked_out = name.and_then(|name| rates.get(name).ok()).map(Term::from);
        let total = rates.get(RateName::Casualties).ok();
        let counts = total.and_then(|total| total.counts).unwrap_or(inputs.covers());
        let counts = if name.is_some() { counts } else { Coverage::default() };
        let value = stated.or(worked_out).filter(Term::is_given)?;
        Some(Self { bounds: value.bounds, printed: value.printed, counts, as_of, force: None })
    }

    /// How this stands to another.
    pub fn relation(&self, other: &Self) -> Relation {
        match (self.but_for_dates(other), self.days_apart(other)) {
            (Relation::Agree | Relation::Apart(_), Some(_)) => Relation::Unlike(Unlike::Dates),
            (relation, _) => relation,
        }
    }

    pub(super) fn but_for_dates(&self, other: &Self) -> Relation {
        if self.counts != other.counts {
            return Relation::Unlike(Unlike::Coverage);
        }
        match self.bounds.gap(other.bounds) {
            0.0 => Relation::Agree,
            gap => Relation::Apart(gap),
        }
    }

    /// Whether both are rates over one force that at least one of them borrowed: what they share was put there by us.
    pub fn shares_borrowed_force(&self, other: &Self) -> bool {
        match (&self.force, &other.force) {
            (Some((one, one_borrowed)), Some((other, other_borrowed))) => {
                one == other && (*one_borrowed || *other_borrowed)
            }
            _ => false,
        }
    }

    /// The days between the two, where that is too many for the same time.
    pub(super) fn days_apart(&self, other: &Self) -> Option<i32> {
        let days = days_between(self.as_of?, other.as_of?).abs();
        (days > SAME_TIME).then_some(days)
    }
}

/// How two positions stand to each other, where either may be missing.
pub fn relation(one: Option<&Position>, other: Option<&Position>) -> Relation {
    match (one, other) {
        (Some(one), Some(other)) => one.relation(other),
        _ => Relation::Unknown,
    }
}
