//! The rate follows from force and total, which vary independently.

use super::total::Total;
use super::{Formulas, Given, Result, Term, sum};
use crate::domain::category::{Category, Coverage};

pub(super) struct SolvedRate<'a> {
    given: &'a Given,
    total: Result<Total>,
}

impl<'a> SolvedRate<'a> {
    pub(super) fn of(given: &'a Given) -> Self {
        Self { given, total: Total::of(given) }
    }

    fn total(&self) -> Result<&Total> {
        self.total.as_ref().map_err(|reason| *reason)
    }
}

impl Formulas for SolvedRate<'_> {
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
        let (casualties, force) = (self.casualties()?, self.given.force()?);
        casualties.as_per_cent().over(force)
    }

    fn part_rate(&self, parts: Coverage) -> Result {
        self.given.need_part(parts)?;
        let part = sum(parts.iter().filter_map(|category| self.category(category)));
        part.as_per_cent().over(self.given.force()?)
    }

    fn part_share(&self, parts: Coverage) -> Result {
        self.total()?.share(parts, self.given)
    }

    fn casualty_rate_first(&self) -> Result {
        let (casualties, deployed) = (self.casualties()?, self.given.deployed?);
        self.given.reinforcements?;
        casualties.as_per_cent().over(deployed)
    }

    fn remaining(&self) -> Result {
        Ok(self.given.force()?.minus(self.casualties()?))
    }

    /// Written F ÷ T − 1, which has T once.
    fn remaining_per_casualty(&self) -> Result {
        Ok(self.one_in()?.minus(Term::exactly(1.0)))
    }

    fn one_in(&self) -> Result {
        self.given.force()?.over(self.casualties()?)
    }

    fn implied_deployed(&self) -> Result {
        let (casualties, rate) = (self.casualties()?, self.given.rate?);
        casualties.as_per_cent().over(rate)
    }

    fn implied_casualties(&self) -> Result {
        let (rate, force) = (self.given.rate?, self.given.force()?);
        Ok(rate.times(force).per_hundred())
    }
}
