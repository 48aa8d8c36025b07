//! The force follows: F is T ÷ P. Put in first, F is gone from every formula, and each has T and P once.

use super::total::Total;
use super::{Formulas, Given, Result, Term};
use crate::domain::category::{Category, Coverage};
use crate::domain::rate::Unavailable;

pub(super) struct SolvedDeployed<'a> {
    given: &'a Given,
    total: Result<Total>,
}

impl<'a> SolvedDeployed<'a> {
    pub(super) fn of(given: &'a Given) -> Self {
        Self { given, total: Total::of(given) }
    }

    fn total(&self) -> Result<&Total> {
        self.total.as_ref().map_err(|reason| *reason)
    }
}

impl Formulas for SolvedDeployed<'_> {
    fn casualties(&self) -> Result {
        Ok(self.total()?.term)
    }

    fn counts(&self) -> Option<Coverage> {
        self.total().ok()?.counts()
    }

    fn category(&self, category: Category) -> Option<Term> {
        match &self.total {
            Ok(total) => total.categories[category as usize],
            Err(_) => self.given.categories[category as usize],
        }
    }

    fn casualty_rate(&self) -> Result {
        self.given.rate
    }

    /// P × part ÷ T.
    fn part_rate(&self, parts: Coverage) -> Result {
        let rate = self.given.rate?;
        self.given.need_part(parts)?;
        Ok(rate.times(self.total()?.share(parts, self.given)?).per_hundred())
    }

    fn part_share(&self, parts: Coverage) -> Result {
        self.total()?.share(parts, self.given)
    }

    /// T ÷ (T ÷ P − R), written 1 ÷ (1 ÷ P − R ÷ T): it rises with P and R and falls with T. A first force of less than
    /// nothing is no force.
    fn casualty_rate_first(&self) -> Result {
        let (total, rate) = (self.casualties()?, self.given.rate?);
        let reinforcements = self.given.reinforcements?;
        let whole = Term::exactly(100.0);
        let force_per_casualty = whole.over(rate)?;
        let added_per_casualty = reinforcements.over(total)?;
        let first = force_per_casualty.minus(added_per_casualty);
        let bounds = first.bounds.floored(0.0).filter(|bounds| !bounds.is_zero()).ok_or(Unavailable::ZeroDivisor)?;
        whole.over(Term { bounds, ..first })
    }

    /// T × (1 ÷ P − 1).
    fn remaining(&self) -> Result {
        let rest = self.remaining_per_casualty();
        let total = self.casualties()?;
        Ok(total.times(rest?))
    }

    fn remaining_per_casualty(&self) -> Result {
        Ok(self.one_in()?.minus(Term::exactly(1.0)))
    }

    fn one_in(&self) -> Result {
        Term::exactly(100.0).over(self.given.rate?)
    }

    fn implied_deployed(&self) -> Result {
        let (total, rate) = (self.casualties()?, self.given.rate?);
        total.as_per_cent().over(rate)
    }

    /// P × T ÷ P.
    fn implied_casualties(&self) -> Result {
        self.given.rate?;
        self.casualties()
    }
}
