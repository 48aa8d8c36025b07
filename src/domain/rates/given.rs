//! The inputs as terms.

use super::Inputs;
use super::term::{Term, sum};
use crate::domain::category::{Category, Coverage};
use crate::domain::quantity::Quantity;
use crate::domain::rate::Unavailable;

pub(super) struct Given {
    /// D.
    pub(super) deployed: Term,
    /// R.
    pub(super) reinforcements: Term,
    /// F: D and, where given, R.
    pub(super) force: Term,
    /// K, W, M, C.
    pub(super) categories: [Term; 4],
    pub(super) groups: Vec<Term>,
    /// What the groups count.
    pub(super) grouped: Coverage,
    /// T as stated or typed.
    pub(super) stated: Term,
    /// What the stated total counts.
    pub(super) covers: Coverage,
    /// P in per cent, as stated or typed.
    pub(super) rate: Term,
    /// N; nothing where the last day is not after the first.
    pub(super) days: Term,
}

impl Given {
    pub(super) fn of(inputs: &Inputs) -> Self {
        let term = |quantity, reason| Term::of(inputs.figure(quantity), reason);
        let deployed = term(Quantity::Deployed, Unavailable::NoDeployed);
        let reinforcements = term(Quantity::Reinforcements, Unavailable::NoReinforcements);
        let days = inputs.days.map(|days| Term::exactly(f64::from(days.max(0))));
        Self {
            deployed,
            reinforcements,
            force: if reinforcements.is_given() { deployed.plus(reinforcements) } else { deployed },
            categories: Category::ALL.map(|category| term(Quantity::Of(category), Unavailable::No(category))),
            groups: inputs.groups.iter().map(|group| Term::of(Some(group.1), Unavailable::NoCasualties)).collect(),
            grouped: inputs.groups.iter().fold(Coverage::default(), |all, group| all.union(group.0)),
            stated: term(Quantity::Casualties, Unavailable::NoCasualties),
            covers: inputs.covers,
            rate: term(Quantity::Rate, Unavailable::NoRate).capped(),
            days: days.unwrap_or(Term::without(Unavailable::NoDates)),
        }
    }
}

/// The sum of the given ones of these categories; where none is, the first one's reason.
pub(super) fn sum_of(categories: &[Term; 4], parts: Coverage) -> Term {
    let mut terms = Vec::new();
    for category in parts.iter() {
        terms.push(categories[category as usize]);
    }
    sum(&terms)
}
