//! Solving for the rate: it follows from force and total, which vary independently.

use super::formulas::Formulas;
use super::input_terms::{InputTerms, sum_of};
use super::term::Term;
use super::total::Total;
use crate::domain::category::Coverage;

/// The formulas where the rate is solved for.
pub(super) struct SolvedRate<'a> {
    inputs: &'a InputTerms,
    total: Total,
}

impl<'a> SolvedRate<'a> {
    pub(super) fn new(inputs: &'a InputTerms) -> Self {
        Self { inputs, total: Total::new(inputs) }
    }
}

impl Formulas for SolvedRate<'_> {
    fn inputs(&self) -> &InputTerms {
        self.inputs
    }

    fn total(&self) -> &Total {
        &self.total
    }

    fn casualty_rate(&self) -> Term {
        100.0 * self.total.term / self.inputs.force
    }

    fn part_rate(&self, parts: Coverage) -> Term {
        100.0 * sum_of(&self.total.categories, parts) / self.inputs.force
    }

    fn casualty_rate_first(&self) -> Term {
        let InputTerms { deployed, reinforcements, .. } = self.inputs;
        let rate = 100.0 * self.total.term / *deployed;
        rate.requiring(&[&self.total.term, deployed, reinforcements])
    }

    fn remaining(&self) -> Term {
        self.inputs.force - self.total.term
    }

    fn one_in(&self) -> Term {
        self.inputs.force / self.total.term
    }

    fn implied_casualties(&self) -> Term {
        self.inputs.rate * self.inputs.force / 100.0
    }
}
