//! The total follows: T is P × F. Put in first, T is gone from every formula.
//!
//! A solved total stands in for a stated one, so no category is larger than P × F. Where a category's low end asks for
//! more than the lowest force or rate gives, those begin higher.

use super::{Formulas, Given, Result, Term, sum};
use crate::domain::bounds::{Bounds, End};
use crate::domain::category::{Category, Coverage};

pub(super) struct SolvedCasualties<'a> {
    given: &'a Given,
    solved: Result<Solved>,
}

/// Rate, force and total that the categories leave possible.
#[derive(Clone, Copy)]
struct Solved {
    rate: Term,
    force: Term,
    total: Term,
    /// The greatest low end of a category that the total limits.
    least: End,
    limits: Coverage,
}

impl<'a> SolvedCasualties<'a> {
    pub(super) fn of(given: &'a Given) -> Self {
        Self { given, solved: Solved::of(given) }
    }
}

impl Solved {
    fn of(given: &Given) -> Result<Self> {
        let (mut rate, mut force) = (given.rate?, given.force()?);
        let mut total = rate.times(force).per_hundred();
        let most = total.bounds.high;
        let mut least = End::closed(0.0);
        let mut limits = Coverage::default();
        for category in Category::ALL {
            let Some(part) = given.categories[category as usize] else { continue };
            if part.bounds.low.can_begin_before(most) {
                limits = limits.union(category.into());
                least = least.later(part.bounds.low);
            }
        }
        let least_per_cent = least.times(End::closed(100.0));
        if least.value > 0.0 {
            rate.bounds.low = rate.bounds.low.later(least_per_cent.over(force.bounds.high));
            force.bounds.low = force.bounds.low.later(least_per_cent.over(rate.bounds.high));
            total.bounds.low = total.bounds.low.later(least);
        }
        Ok(Self { rate, force, total, least, limits })
    }

    fn limited(&self, category: Category, part: Term) -> Term {
        if !self.limits.has(category) {
            return part;
        }
        let high = part.bounds.high.earlier(self.total.bounds.high);
        Term { bounds: Bounds { high, ..part.bounds }, ..part }
    }

    /// Each part ÷ `whole`, where those that the total limits are at most `most` of it.
    fn parts_over(&self, parts: Coverage, given: &Given, whole: Term, most: End) -> Result {
        let mut quotients = Term::exactly(0.0);
        for category in parts.iter() {
            let Some(part) = given.categories[category as usize] else { continue };
            let mut quotient = part.as_per_cent().over(whole)?;
            if self.limits.has(category) {
                quotient.bounds.high = quotient.bounds.high.earlier(most);
            }
            quotients = quotients.plus(quotient);
        }
        Ok(quotients)
    }
}

impl Formulas for SolvedCasualties<'_> {
    fn casualties(&self) -> Result {
        Ok(self.solved?.total)
    }

    fn counts(&self) -> Option<Coverage> {
        None
    }

    fn category(&self, category: Category) -> Option<Term> {
        let part = self.given.categories[category as usize]?;
        Some(self.solved.map_or(part, |solved| solved.limited(category, part)))
    }

    fn casualty_rate(&self) -> Result {
        self.given.rate?;
        Ok(self.solved.map_or(self.given.rate?, |solved| solved.rate))
    }

    fn part_rate(&self, parts: Coverage) -> Result {
        self.given.need_part(parts)?;
        let force = self.given.force()?;
        match self.solved {
            Ok(solved) => solved.parts_over(parts, self.given, solved.force, solved.rate.bounds.high),
            Err(_) => sum(self.given.parts(parts)).as_per_cent().over(force),
        }
    }

    fn part_share(&self, parts: Coverage) -> Result {
        let solved = self.solved?;
        solved.parts_over(parts, self.given, solved.total, End::closed(100.0))
    }

    /// P × (D + R) ÷ D, written P × (1 + R ÷ D).
    fn casualty_rate_first(&self) -> Result {
        let (solved, deployed, added) = (self.solved?, self.given.deployed?, self.given.reinforcements?);
        let one = Term::exactly(1.0);
        let plain = solved.rate.times(one.plus(added.over(deployed)?));
        // The categories may ask for more first troops than the wording's least, and for more casualties among its most.
        let rate_high = solved.rate.bounds.high;
        let needed = solved.least.times(End::closed(100.0)).over(rate_high).minus(added.bounds.high);
        let least_deployed =
            if solved.least.value > 0.0 { deployed.bounds.low.later(needed) } else { deployed.bounds.low };
        let high = rate_high.times(End::closed(1.0).plus(added.bounds.high.over(least_deployed)));
        let share = solved.least.times(End::closed(100.0)).over(deployed.bounds.high);
        let low = self.given.rate?.bounds.low.times(one.bounds.low.plus(added.bounds.low.over(deployed.bounds.high)));
        Ok(Term { bounds: Bounds { low: low.later(share), high }, ..plain })
    }

    /// F × (1 − P).
    fn remaining(&self) -> Result {
        let force = self.given.force()?;
        let solved = self.solved?;
        let rest = Term::exactly(100.0).minus(solved.rate);
        let remaining = solved.force.times(rest).per_hundred();
        Ok(Term { printed: force.printed_with(rest, |force, rest| force * rest / 100.0), ..remaining })
    }

    /// 1 ÷ P − 1.
    fn remaining_per_casualty(&self) -> Result {
        Ok(self.one_in()?.minus(Term::exactly(1.0)))
    }

    /// 1 ÷ P.
    fn one_in(&self) -> Result {
        Term::exactly(100.0).over(self.casualty_rate()?)
    }

    /// P × F ÷ P.
    fn implied_deployed(&self) -> Result {
        let solved = self.solved?;
        // A rate of nothing implies no force.
        solved.force.over(solved.rate)?;
        Ok(solved.force)
    }

    fn implied_casualties(&self) -> Result {
        self.casualties()
    }
}
