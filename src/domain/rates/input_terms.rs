//! The inputs as terms, under the letters that they have in the formulas.

use super::inputs::Inputs;
use super::term::{Term, sum};
use crate::domain::bounds::{Bounds, End};
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
    /// The categories that groups in words alone count.
    pub(super) groups_in_words: Coverage,
    /// The categories that the groups count.
    pub(super) group_coverage: Coverage,
    /// T as stated or typed.
    pub(super) stated_total: Term,
    /// What the stated total counts, as far as that is known.
    pub(super) covers: Coverage,
    /// P in per cent, as stated or typed.
    pub(super) rate: Term,
    /// The killed in per cent of the casualties, as stated.
    pub(super) killed_share: Term,
    /// The killed in per cent of the force, as stated.
    pub(super) killed_rate: Term,
    /// Whether a best estimate is among the figures, and no number that is only an end.
    pub(super) is_estimate: bool,
    /// N, the first and the last day counted; zero where the last comes before the first.
    pub(super) days: Term,
}

impl InputTerms {
    pub(super) fn new(inputs: &Inputs) -> Self {
        let term = |quantity, reason| {
            let reason = if inputs.is_in_words(quantity) { Unavailable::OnlyWords } else { reason };
            Term::from_figure(inputs.figure(quantity), reason)
        };
        let deployed = term(Quantity::Deployed, Unavailable::NoDeployed);
        let reinforcements = term(Quantity::Reinforcements, Unavailable::NoReinforcements);
        let days = inputs.days().map(|(fewest, most)| {
            let end = |days: i32| End::closed(f64::from(days.max(0)));
            let mut days = Term::exactly(end(most).value);
            days.bounds = Bounds { low: end(fewest), high: end(most) };
            // Of a span no number of days is the printed one.
            days.printed = days.printed.filter(|_| fewest == most);
            days
        });
        let no_share = if inputs.killed_in_words() { Unavailable::OnlyWords } else { Unavailable::NoRate };
        Self {
            deployed,
            reinforcements,
            force: if reinforcements.is_available() { deployed + reinforcements } else { deployed },
            categories: Category::ALL.map(|category| term(Quantity::Category(category), Unavailable::No(category))),
            groups: inputs.groups().iter().map(|group| Term::from(group.1)).collect(),
            group_coverage: inputs.groups().iter().fold(Coverage::default(), |all, group| all.union(group.0)),
            stated_total: term(Quantity::Casualties, Unavailable::NoCasualties),
            covers: inputs.covers().unwrap_or_default(),
            rate: term(Quantity::Rate, Unavailable::NoRate).capped(),
            killed_share: Term::from_figure(inputs.killed_share(), no_share).capped(),
            killed_rate: Term::from_figure(inputs.killed_rate(), no_share).capped(),
            groups_in_words: inputs.groups_in_words(),
            is_estimate: inputs.is_estimate(),
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
