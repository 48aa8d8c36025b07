//! The range and the step of an input.

use super::claim::Claim;
use super::figure::Figure;
use super::quantity::Quantity;
use super::scenario::Scenario;

/// The range and the step of an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InputRange {
    /// The least value.
    pub min: f64,
    /// The greatest value.
    pub max: f64,
    /// The distance between two values on the slider. The number field takes any whole number.
    pub step: f64,
}

impl InputRange {
    /// The range of an input for which a dataset gives none: up to one and a half times the largest figure of its kind,
    /// rounded up, in a few hundred steps.
    #[inline(never)]
    pub(super) fn usual(quantity: Quantity, scenario: &Scenario, claims: &[Claim]) -> Self {
        if quantity == Quantity::Rate {
            return Self { min: 0.0, max: 100.0, step: 0.5 };
        }
        // Reinforcements are troops too.
        let quantity = if quantity == Quantity::Reinforcements { Quantity::Deployed } else { quantity };
        let mut largest = 0.0_f64;
        let mut add = |figure: Option<Figure>| largest = largest.max(figure.map_or(0.0, |figure| figure.ends()[1]));
        add(scenario.figure(quantity));
        for claim in claims {
            add(claim.figure(quantity));
            if let Quantity::Category(category) = quantity {
                for group in claim.groups.iter().filter(|group| group.covers.has(category)) {
                    add(group.count.figure);
                }
            }
        }
        let limit = quantity.unit().max_value();
        let wanted = (largest * 1.5).clamp(1_000.0, limit);
        let mut place = 1.0;
        while place * 10.0 <= wanted {
            place *= 10.0;
        }
        let max = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * place).into_iter().find(|round| *round >= wanted);
        Self { min: 0.0, max: max.unwrap_or(wanted).min(limit), step: (place / 100.0).max(1.0) }
    }
}
