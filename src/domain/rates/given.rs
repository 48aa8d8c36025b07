//! The inputs as terms.

use super::{Inputs, Result, Term};
use crate::domain::category::{Category, Coverage};
use crate::domain::quantity::Quantity;
use crate::domain::rate::Unavailable;

pub(super) struct Given {
    /// D.
    pub(super) deployed: Result,
    /// R.
    pub(super) reinforcements: Result,
    /// K, W, M, C.
    pub(super) categories: [Option<Term>; 4],
    pub(super) groups: Vec<(Coverage, Term)>,
    /// T as stated or typed, and what it counts.
    pub(super) stated: Option<(Term, Coverage)>,
    /// P in per cent, as stated or typed.
    pub(super) rate: Result,
    /// N; nothing where the last day is not after the first.
    pub(super) days: Result,
}

impl Given {
    pub(super) fn of(inputs: &Inputs) -> Self {
        let term = |quantity| inputs.figure(quantity).map(Term::from);
        Self {
            deployed: term(Quantity::Deployed).ok_or(Unavailable::NoDeployed),
            reinforcements: term(Quantity::Reinforcements).ok_or(Unavailable::NoReinforcements),
            categories: Category::ALL.map(|category| term(Quantity::Of(category))),
            groups: inputs.groups.iter().map(|(covers, figure)| (*covers, Term::from(*figure))).collect(),
            stated: term(Quantity::Casualties).map(|total| (total, inputs.covers)),
            rate: term(Quantity::Rate).ok_or(Unavailable::NoRate).and_then(super::per_cent),
            days: inputs.days.map(|days| Term::exactly(f64::from(days.max(0)))).ok_or(Unavailable::NoDates),
        }
    }

    /// F: D and, where given, R.
    pub(super) fn force(&self) -> Result {
        let deployed = self.deployed?;
        Ok(self.reinforcements.map_or(deployed, |reinforcements| deployed.plus(reinforcements)))
    }

    /// The terms of the given ones of these categories.
    pub(super) fn parts(&self, parts: Coverage) -> impl Iterator<Item = Term> {
        parts.iter().filter_map(|category| self.categories[category as usize])
    }

    /// Why a rate of these categories has no numerator, where it has none.
    pub(super) fn need_part(&self, parts: Coverage) -> Result<()> {
        if self.parts(parts).next().is_some() {
            return Ok(());
        }
        Err(parts.iter().next().map_or(Unavailable::NoCasualties, Unavailable::No))
    }
}
