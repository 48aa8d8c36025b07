//! Solving for the total: T is P × F. With that put in first, T is gone from every formula.
//!
//! A solved total stands in for a stated one, so no category is larger than P × F. Where the low end of a category is
//! more than the lowest force or rate gives, the bounds of force and rate begin higher.

use super::formulas::Formulas;
use super::input_terms::InputTerms;
use super::term::{Term, sum};
use super::total::{Total, categories_within};
use crate::domain::bounds::{Bounds, End};
use crate::domain::category::Coverage;

/// The formulas where the total is solved for.
pub(super) struct SolvedCasualties<'a> {
    inputs: &'a InputTerms,
    /// P as the categories leave it possible.
    rate: Term,
    /// F as the categories leave it possible.
    force: Term,
    total: Total,
    /// The greatest low end of a category that the total limits, times 100 because it is divided by per cents.
    least_per_cent: End,
}

impl<'a> SolvedCasualties<'a> {
    pub(super) fn new(inputs: &'a InputTerms) -> Self {
        let (mut rate, mut force, mut categories) = (inputs.rate, inputs.force, inputs.categories);
        let mut total = rate * force / 100.0;
        let mut least = End::closed(0.0);
        let mut limits = Coverage::default();
        if total.is_available() {
            limits = categories_within(&categories, Coverage::ALL, total.bounds.high);
        }
        for category in limits.iter() {
            let part = &mut categories[category as usize].bounds;
            least = least.max(part.low);
            part.high = part.high.min(total.bounds.high);
        }
        let least_per_cent = least * End::closed(100.0);
        if least.value > 0.0 {
            rate.bounds.low = rate.bounds.low.max(least_per_cent / force.bounds.high);
            force.bounds.low = force.bounds.low.max(least_per_cent / rate.bounds.high);
            total.bounds.low = total.bounds.low.max(least);
        }
        Self { inputs, rate, force, total: Total { term: total, categories, counts: None, limits }, least_per_cent }
    }

    /// Each part ÷ `whole`, in per cent; a part that the total limits is at most `cap` per cent of it.
    fn parts_over(&self, parts: Coverage, whole: Term, cap: End) -> Term {
        let mut quotients = Vec::new();
        for category in parts.iter() {
            let mut quotient = 100.0 * self.inputs.categories[category as usize] / whole;
            if self.total.limits.has(category) {
                quotient.bounds.high = quotient.bounds.high.min(cap);
            }
            quotients.push(quotient);
        }
        sum(&quotients)
    }
}

impl Formulas for SolvedCasualties<'_> {
    fn inputs(&self) -> &InputTerms {
        self.inputs
    }

    fn total(&self) -> &Total {
        &self.total
    }

    fn casualty_rate(&self) -> Term {
        self.rate
    }

    fn part_rate(&self, parts: Coverage) -> Term {
        self.parts_over(parts, self.force, self.rate.bounds.high)
    }

    fn part_share(&self, parts: Coverage) -> Term {
        self.parts_over(parts, self.total.term, End::closed(100.0))
    }

    /// P × (D + R) ÷ D, written P × (1 + R ÷ D).
    fn casualty_rate_first(&self) -> Term {
        let InputTerms { deployed, reinforcements, .. } = self.inputs;
        let mut rate = self.rate * (1.0 + *reinforcements / *deployed);
        let (first, added) = (deployed.bounds, reinforcements.bounds);
        // The categories may require more first troops than the wording's least, or more casualties among its most.
        let highest_rate = self.rate.bounds.high;
        let mut least_first = first.low;
        if self.least_per_cent.value > 0.0 {
            least_first = least_first.max(self.least_per_cent / highest_rate - added.high);
        }
        let one = End::closed(1.0);
        let low = self.inputs.rate.bounds.low * (one + added.low / first.high);
        let high = highest_rate * (one + added.high / least_first);
        rate.bounds = Bounds { low: low.max(self.least_per_cent / first.high), high };
        rate.requiring(&[&self.rate, deployed, reinforcements])
    }

    /// F × (1 − P).
    fn remaining(&self) -> Term {
        self.force * (100.0 - self.rate) / 100.0
    }

    /// 1 ÷ P.
    fn one_in(&self) -> Term {
        100.0 / self.rate
    }

    /// P × F ÷ P, which has no value where the rate is zero.
    fn implied_deployed(&self) -> Term {
        let Term { bounds, printed, .. } = self.force;
        let implied = self.force / self.rate;
        if implied.is_available() { Term { bounds, printed, ..implied } } else { implied.requiring(&[&self.rate]) }
    }

    fn implied_casualties(&self) -> Term {
        self.total.term
    }
}
