//! The rate follows from force and total, which vary independently.

use super::Formulas;
use super::given::{Given, sum_of};
use super::term::Term;
use super::total::Total;
use crate::domain::category::{Category, Coverage};

pub(super) struct SolvedRate<'a> {
    given: &'a Given,
    total: Total,
}

impl<'a> SolvedRate<'a> {
    pub(super) fn of(given: &'a Given) -> Self {
        Self { given, total: Total::of(given) }
    }
}

impl Formulas for SolvedRate<'_> {
    fn casualties(&self) -> Term {
        self.total.term
    }

    fn counts(&self) -> Option<Coverage> {
        self.total.counts
    }

    fn category(&self, category: Category) -> Term {
        self.total.categories[category as usize]
    }

    fn casualty_rate(&self) -> Term {
        self.total.term.as_per_cent().over(self.given.force)
    }

    fn part_rate(&self, parts: Coverage) -> Term {
        sum_of(&self.total.categories, parts).as_per_cent().over(self.given.force)
    }

    fn part_share(&self, parts: Coverage) -> Term {
        self.total.share(parts, self.given)
    }

    fn casualty_rate_first(&self) -> Term {
        let rate = self.total.term.as_per_cent().over(self.given.deployed);
        rate.needing(&[&self.total.term, &self.given.deployed, &self.given.reinforcements])
    }

    fn remaining(&self) -> Term {
        self.given.force.minus(self.total.term)
    }

    fn one_in(&self) -> Term {
        self.given.force.over(self.total.term)
    }

    fn implied_deployed(&self) -> Term {
        self.total.term.as_per_cent().over(self.given.rate)
    }

    fn implied_casualties(&self) -> Term {
        self.given.rate.times(self.given.force).per_hundred()
    }
}
