//! Whether two figures can both be right: how claims fit with each other and with the scenario.

use std::rc::Rc;

use super::bounds::Bounds;
use super::category::{Category, Coverage};
use super::claim::Claim;
use super::date::Date;
use super::force::Denominator;
use super::quantity::Quantity;
use super::rate::RateName;
use super::rates::{Inputs, Rates, Term};
use super::scenario::Scenario;

/// What is compared: deployed, killed, casualties, and the rate of the force.
pub const COMPARED: [Quantity; 4] =
    [Quantity::Deployed, Quantity::Category(Category::Killed), Quantity::Casualties, Quantity::Rate];

/// Two figures whose dates are further apart than this are not for the same time.
const MAX_DAYS_APART: i32 = 14;

/// How two figures relate to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Relation {
    /// What their wordings allow overlaps or touches.
    Agree,
    /// What their wordings allow is apart, by this much.
    Apart(f64),
    /// They are not like for like.
    Unlike(UnlikeReason),
    /// One of them is not given.
    Unknown,
}

/// Why two figures are not like for like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnlikeReason {
    /// They are known to count different categories.
    Coverage,
    /// Their dates are known and over two weeks apart.
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

impl UnlikeReason {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Coverage => "coverage",
            Self::Dates => "dates",
        }
    }
}

/// What one source gives for one quantity, ready to be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparableFigure {
    /// What the wording allows.
    pub bounds: Bounds,
    /// The number as printed, or worked out from printed ones.
    pub printed: Option<f64>,
    /// What the total behind it counts, where that is known; empty where there is no total behind it.
    pub counts: Option<Coverage>,
    /// The date that it is for, else that of its publication.
    pub(super) day: Option<Date>,
    /// The claim whose force a rate was worked out over, and whether it was borrowed.
    force: Option<(Rc<str>, bool)>,
}

impl ComparableFigure {
    /// What a claim gives. The rate is the stated one, else the one worked out. Figures for a part of the time are not
    /// compared with anything.
    pub(super) fn from_claim(
        quantity: Quantity,
        claim: &Claim,
        denominator: Option<&Denominator>,
        inputs: &Inputs,
        rates: &Rates,
    ) -> Option<Self> {
        if claim.period.is_some() && quantity != Quantity::Deployed {
            return None;
        }
        let stated = claim.figure(quantity).map(Term::from);
        let mut comparable = Self::new(quantity, stated, inputs, rates, claim.day())?;
        if let (Quantity::Rate, None, Some(denominator)) = (quantity, stated, denominator) {
            let lender = denominator.borrowed_from.unwrap_or(claim);
            comparable.force = Some((Rc::clone(&lender.id), denominator.borrowed_from.is_some()));
        }
        Some(comparable)
    }

    /// What the scenario gives. A quantity that is solved for is the one worked out.
    pub fn from_scenario(quantity: Quantity, scenario: &Scenario, inputs: &Inputs, rates: &Rates) -> Option<Self> {
        let stated = match quantity {
            Quantity::Deployed => Some(rates.deployed(inputs)),
            Quantity::Casualties | Quantity::Rate => None,
            _ => scenario.figure(quantity).map(Term::from),
        };
        Self::new(quantity, stated, inputs, rates, scenario.as_of)
    }

    fn new(
        quantity: Quantity,
        stated: Option<Term>,
        inputs: &Inputs,
        rates: &Rates,
        day: Option<Date>,
    ) -> Option<Self> {
        let name = match quantity {
            Quantity::Casualties => Some(RateName::Casualties),
            Quantity::Rate => Some(RateName::CasualtyRate),
            _ => None,
        };
        let worked_out = name.and_then(|name| rates.get(name).ok()).map(Term::from);
        let counts = rates.coverage(inputs).or(inputs.covers());
        let counts = if name.is_some() { counts } else { Some(Coverage::default()) };
        let value = stated.or(worked_out).filter(Term::is_available)?;
        Some(Self { bounds: value.bounds, printed: value.printed, counts, day, force: None })
    }

    pub(super) fn term(&self) -> Term {
        Term { bounds: self.bounds, printed: self.printed, reason: None }
    }

    /// How this relates to another.
    pub fn relation(&self, other: &Self) -> Relation {
        if !self.is_unsure(other) && self.counts != other.counts {
            return Relation::Unlike(UnlikeReason::Coverage);
        }
        if self.days_apart(other).is_some() {
            return Relation::Unlike(UnlikeReason::Dates);
        }
        match self.bounds.gap(other.bounds) {
            0.0 => Relation::Agree,
            gap => Relation::Apart(gap),
        }
    }

    /// Whether it is not known what one of the two counts, so that they are compared as if they counted the same.
    pub fn is_unsure(&self, other: &Self) -> bool {
        self.counts.is_none() || other.counts.is_none()
    }

    /// Whether both are rates over the same force, which at least one of them borrowed: that they share it was our
    /// doing.
    pub fn shares_borrowed_force(&self, other: &Self) -> bool {
        match (&self.force, &other.force) {
            (Some((one, one_borrowed)), Some((other, other_borrowed))) => {
                one == other && (*one_borrowed || *other_borrowed)
            }
            _ => false,
        }
    }

    /// The days between the two, where there are too many for them to be for the same time.
    pub(super) fn days_apart(&self, other: &Self) -> Option<i32> {
        let days = self.day?.days_apart(other.day?);
        (days > MAX_DAYS_APART).then_some(days)
    }
}

/// How two figures relate to each other, where either may be missing.
pub fn relation(one: Option<&ComparableFigure>, other: Option<&ComparableFigure>) -> Relation {
    match (one, other) {
        (Some(one), Some(other)) => one.relation(other),
        _ => Relation::Unknown,
    }
}
