//! Solving for the force: F is T ÷ P. With that put in first, F is gone from every formula, and each has T and P once.

use super::formulas::Formulas;
use super::input_terms::InputTerms;
use super::term::Term;
use super::total::Total;
use crate::domain::category::Coverage;
use crate::domain::rate::Unavailable;

/// The formulas where the force is solved for.
pub(super) struct SolvedDeployed<'a> {
    inputs: &'a InputTerms,
    total: Total,
}

impl<'a> SolvedDeployed<'a> {
    pub(super) fn new(inputs: &'a InputTerms) -> Self {
        Self { inputs, total: Total::new(inputs) }
    }
}

impl Formulas for SolvedDeployed<'_> {
    fn inputs(&self) -> &InputTerms {
        self.inputs
    }

    fn total(&self) -> &Total {
        &self.total
    }

    fn casualty_rate(&self) -> Term {
        self.inputs.rate
    }

    /// P × part ÷ T.
    fn part_rate(&self, parts: Coverage) -> Term {
        self.inputs.rate * self.total.share(parts, self.inputs) / 100.0
    }

    /// T ÷ (T ÷ P − R), written 1 ÷ (1 ÷ P − R ÷ T): it rises with P and R and falls with T. A first force below zero
    /// is no force.
    fn casualty_rate_first(&self) -> Term {
        let InputTerms { rate, reinforcements, .. } = self.inputs;
        let total = &self.total.term;
        let first_per_casualty = 100.0 / *rate - *reinforcements / *total;
        let possible = first_per_casualty.bounds.floored(0.0).filter(|bounds| !bounds.is_zero());
        let first_per_casualty = first_per_casualty.with_bounds(possible, Unavailable::ZeroDivisor);
        (100.0 / first_per_casualty).requiring(&[total, rate, reinforcements])
    }

    /// T × (1 ÷ P − 1).
    fn remaining(&self) -> Term {
        let remaining = self.total.term * (self.one_in() - 1.0);
        remaining.requiring(&[&self.inputs.rate])
    }

    /// 1 ÷ P.
    fn one_in(&self) -> Term {
        100.0 / self.inputs.rate
    }

    /// P × T ÷ P.
    fn implied_casualties(&self) -> Term {
        self.total.term.requiring(&[&self.inputs.rate])
    }
}
