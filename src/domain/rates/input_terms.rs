//! The inputs as terms, under the letters that they have in the formulas.

use super::inputs::Inputs;
use super::term::{Term, sum};
use crate::domain::category::{Category, Coverage};
use crate::domain::quantity::Quantity;
use crate::domain::rate::Unavailable;

/// The inputs as terms.
pub(super) struct InputTerms {
    /// D.
    pub(super) deployed: Term,
    /// R.
    pub(super) reinforcements: Term,
    /// F: D and, where given, R.
    pub(super) force: Term,
    /// K, W, M, C.
    pub(super) categories: [Term; 4],
    /// Figures for several categories at once.
    pub(super) groups: Vec<Term>,
    /// The categories that the groups count.
    pub(super) group_coverage: Coverage,
    /// T as stated or typed.
    pub(super) stated_total: Term,
    /// What the stated total counts.
    pub(super) covers: Coverage,
    /// P in per cent, as stated or typed.
    pub(super) rate: Term,
    /// N; zero where the last day is not after the first.
    pub(super) days: Term,
}

impl InputTerms {
    pub(super) fn new(inputs: &Inputs) -> Self {
        let term = |quantity, reason| Term::from_figure(inputs.figure(quantity), reason);
        let deployed = term(Quantity::Deployed, Unavailable::NoDeployed);
        let reinforcements = term(Quantity::Reinforcements, Unavailable::NoReinforcements);
        let days = inputs.days().map(|days| Term::exactly(f64::from(days.max(0))));
        Self {
            deployed,
            reinforcements,
            force: if reinforcements.is_available() { deployed + reinforcements } else { deployed },
            categories: Category::ALL.map(|category| term(Quantity::Category(category), Unavailable::No(category))),
            groups: inputs.groups().iter().map(|group| Term::from(group.1)).collect(),
            group_coverage: inputs.groups().iter().fold(Coverage::default(), |all, group| all.union(group.0)),
            stated_total: term(Quantity::Casualties, Unavailable::NoCasualties),
            covers: inputs.covers(),
            rate: term(Quantity::Rate, Unavailable::NoRate).capped(),
            days: days.unwrap_or(Term::unavailable(Unavailable::NoDates)),
        }
    }
}

/// The sum of those of these categories that are given. Where none is, the first one's reason.
pub(super) fn sum_of(categories: &[Term; 4], parts: Coverage) -> Term {
    let mut terms = Vec::new();
    for category in parts.iter() {
        terms.push(categories[category as usize]);
    }
    sum(&terms)
}
