//! The formulas that depend on what is solved for. Each choice implements them in a file of its own.

use super::input_terms::InputTerms;
use super::term::Term;
use super::total::Total;
use crate::domain::category::Coverage;

/// The formulas that depend on what is solved for. Per cents are not limited to 100 yet, nor differences to zero.
pub(super) trait Formulas {
    /// The inputs.
    fn inputs(&self) -> &InputTerms;

    /// T, and the categories as it allows them.
    fn total(&self) -> &Total;

    /// T ÷ F, in per cent.
    fn casualty_rate(&self) -> Term;

    /// Those of these categories that are given, ÷ F, in per cent.
    fn part_rate(&self, parts: Coverage) -> Term;

    /// Those of these categories that are given, ÷ T, in per cent.
    fn part_share(&self, parts: Coverage) -> Term {
        self.total().share(parts, self.inputs())
    }

    /// T ÷ D, in per cent.
    fn casualty_rate_first(&self) -> Term;

    /// F − T.
    fn remaining(&self) -> Term;

    /// F ÷ T.
    fn one_in(&self) -> Term;

    /// T ÷ P.
    fn implied_deployed(&self) -> Term {
        100.0 * self.total().term / self.inputs().rate
    }

    /// P × F.
    fn implied_casualties(&self) -> Term;
}
