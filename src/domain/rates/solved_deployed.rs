//! The force follows: F is T ÷ P. Put in first, F is gone from every formula, and each has T and P once.

use super::Formulas;
use super::given::Given;
use super::term::Term;
use super::total::Total;
use crate::domain::category::{Category, Coverage};
use crate::domain::rate::Unavailable;

pub(super) struct SolvedDeployed<'a> {
    given: &'a Given,
    total: Total,
}

impl<'a> SolvedDeployed<'a> {
    pub(super) fn of(given: &'a Given) -> Self {
        Self { given, total: Total::of(given) }
    }
}

impl Formulas for SolvedDeployed<'_> {
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
        self.given.rate
    }

    /// P × part ÷ T.
    fn part_rate(&self, parts: Coverage) -> Term {
        self.given.rate.times(self.total.share(parts, self.given)).per_hundred()
    }

    fn part_share(&self, parts: Coverage) -> Term {
        self.total.share(parts, self.given)
    }

    /// T ÷ (T ÷ P − R), written 1 ÷ (1 ÷ P − R ÷ T): it rises with P and R and falls with T. A first force of less than
    /// nothing is no force.
    fn casualty_rate_first(&self) -> Term {
        let Given { rate, reinforcements, .. } = self.given;
        let whole = Term::exactly(100.0);
        let first_per_casualty = whole.over(*rate).minus(reinforcements.over(self.total.term));
        let possible = first_per_casualty.bounds.floored(0.0).filter(|bounds| !bounds.is_zero());
        let first_per_casualty = first_per_casualty.bounded(possible, Unavailable::ZeroDivisor);
        whole.over(first_per_casualty).needing(&[&self.total.term, rate, reinforcements])
    }

    /// T × (1 ÷ P − 1).
    fn remaining(&self) -> Term {
        let remaining = self.total.term.times(self.one_in().minus(Term::exactly(1.0)));
        remaining.needing(&[&self.given.rate])
    }

    /// 1 ÷ P.
    fn one_in(&self) -> Term {
        Term::exactly(100.0).over(self.given.rate)
    }

    fn implied_deployed(&self) -> Term {
        self.total.term.as_per_cent().over(self.given.rate)
    }

    /// P × T ÷ P.
    fn implied_casualties(&self) -> Term {
        self.total.term.needing(&[&self.given.rate])
    }
}
