//! The total follows: T is P × F. Put in first, T is gone from every formula.
//!
//! A solved total stands in for a stated one, so no category is larger than P × F. Where a category's low end asks for
//! more than the lowest force or rate gives, those begin higher.

use super::Formulas;
use super::given::Given;
use super::term::{Term, sum};
use super::total::limited;
use crate::domain::bounds::{Bounds, End};
use crate::domain::category::{Category, Coverage};

pub(super) struct SolvedCasualties<'a> {
    given: &'a Given,
    /// P, F and T as the categories leave them possible.
    rate: Term,
    force: Term,
    total: Term,
    /// The greatest low end of a category that the total limits, a hundredfold as it stands over per cents.
    least_per_cent: End,
    limits: Coverage,
}

impl<'a> SolvedCasualties<'a> {
    pub(super) fn of(given: &'a Given) -> Self {
        let (mut rate, mut force) = (given.rate, given.force);
        let mut total = rate.times(force).per_hundred();
        let mut least = End::closed(0.0);
        let mut limits = Coverage::default();
        if total.is_given() {
            limits = limited(&given.categories, Coverage::ALL, total.bounds.high);
        }
        for category in limits.iter() {
            least = least.later(given.categories[category as usize].bounds.low);
        }
        let least_per_cent = least.times(End::closed(100.0));
        if least.value > 0.0 {
            rate.bounds.low = rate.bounds.low.later(least_per_cent.over(force.bounds.high));
            force.bounds.low = force.bounds.low.later(least_per_cent.over(rate.bounds.high));
            total.bounds.low = total.bounds.low.later(least);
        }
        Self { given, rate, force, total, least_per_cent, limits }
    }

    /// Each part ÷ `whole` in per cent, where those that the total limits are at most `most` of it.
    fn parts_over(&self, parts: Coverage, whole: Term, most: End) -> Term {
        let mut quotients = Vec::new();
        for category in parts.iter() {
            let mut quotient = self.given.categories[category as usize].as_per_cent().over(whole);
            if self.limits.has(category) {
                quotient.bounds.high = quotient.bounds.high.earlier(most);
            }
            quotients.push(quotient);
        }
        sum(&quotients)
    }
}

impl Formulas for SolvedCasualties<'_> {
    fn casualties(&self) -> Term {
        self.total
    }

    fn counts(&self) -> Option<Coverage> {
        None
    }

    fn category(&self, category: Category) -> Term {
        let mut part = self.given.categories[category as usize];
        if self.limits.has(category) {
            part.bounds.high = part.bounds.high.earlier(self.total.bounds.high);
        }
        part
    }

    fn casualty_rate(&self) -> Term {
        self.rate
    }

    fn part_rate(&self, parts: Coverage) -> Term {
        self.parts_over(parts, self.force, self.rate.bounds.high)
    }

    fn part_share(&self, parts: Coverage) -> Term {
        self.parts_over(parts, self.total, End::closed(100.0))
    }

    /// P × (D + R) ÷ D, written P × (1 + R ÷ D).
    fn casualty_rate_first(&self) -> Term {
        let Given { deployed, reinforcements, .. } = self.given;
        let one = Term::exactly(1.0);
        let mut rate = self.rate.times(one.plus(reinforcements.over(*deployed)));
        let (deployed_bounds, added) = (deployed.bounds, reinforcements.bounds);
        // The categories may ask for more first troops than the wording's least, and for more casualties among its most.
        let most = self.rate.bounds.high;
        let mut least_deployed = deployed_bounds.low;
        if self.least_per_cent.value > 0.0 {
            least_deployed = least_deployed.later(self.least_per_cent.over(most).minus(added.high));
        }
        let unit = End::closed(1.0);
        let low = self.given.rate.bounds.low.times(unit.plus(added.low.over(deployed_bounds.high)));
        let high = most.times(unit.plus(added.high.over(least_deployed)));
        rate.bounds = Bounds { low: low.later(self.least_per_cent.over(deployed_bounds.high)), high };
        rate.needing(&[&self.rate, deployed, reinforcements])
    }

    /// F × (1 − P).
    fn remaining(&self) -> Term {
        self.force.times(Term::exactly(100.0).minus(self.rate)).per_hundred()
    }

    /// 1 ÷ P.
    fn one_in(&self) -> Term {
        Term::exactly(100.0).over(self.rate)
    }

    /// P × F ÷ P, which is nothing where the rate is nothing.
    fn implied_deployed(&self) -> Term {
        let bounds = self.force.bounds;
        let implied = self.force.over(self.rate);
        let printed = self.force.printed;
        if implied.is_given() { Term { bounds, printed, ..implied } } else { implied.needing(&[&self.rate]) }
    }

    fn implied_casualties(&self) -> Term {
        self.total
    }
}
