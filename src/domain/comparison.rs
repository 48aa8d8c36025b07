//! Each claim beside the scenario.

use super::bounds::Bounds;
use super::claim_results::ClaimResults;
use super::compatibility::{COMPARED, ComparableFigure, Relation, relation};
use super::quantity::Quantity;

/// How far the scenario's value is above the claim's; negative where it is below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The least and the greatest difference that the wording allows.
    pub bounds: Bounds,
    /// The difference of the printed values.
    pub printed: Option<f64>,
}

/// One quantity of a claim beside the scenario's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// Which quantity.
    pub quantity: Quantity,
    /// How far the scenario is above the claim, where both give it.
    pub difference: Option<Difference>,
    /// Whether both can be right.
    pub relation: Relation,
    /// Whether it is not known what one of them counts.
    pub is_unsure: bool,
}

/// The scenario's figures beside a claim's, in the order of [`COMPARED`].
pub fn compare(scenario: &[Option<ComparableFigure>; 4], claim: &ClaimResults) -> [Comparison; 4] {
    let nothing = |quantity| Comparison { quantity, difference: None, relation: Relation::Unknown, is_unsure: false };
    let mut compared = COMPARED.map(nothing);
    for ((comparison, ours), theirs) in compared.iter_mut().zip(scenario).zip(&claim.comparable) {
        comparison.relation = relation(ours.as_ref(), theirs.as_ref());
        if let (Some(ours), Some(theirs)) = (ours, theirs) {
            comparison.is_unsure = ours.is_unsure(theirs);
            comparison.difference = Some(Difference {
                bounds: ours.bounds - theirs.bounds,
                printed: ours.printed.zip(theirs.printed).map(|(ours, theirs)| ours - theirs),
            });
        }
    }
    compared
}
