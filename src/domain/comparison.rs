//! Each claim beside the scenario.

use super::bounds::Bounds;
use super::claim::{Claim, Deployment};
use super::compatibility::{COMPARED, Position, Relation, relation};
use super::quantity::Quantity;
use super::rates::{Inputs, Rates};

/// How far the scenario's value is above the claim's; negative where it is below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The least and the greatest difference that the wording allows.
    pub bounds: Bounds,
    /// The difference of the printed values.
    pub printed: Option<f64>,
}

/// What follows from a claim alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What follows from the claim's figures.
    pub rates: Rates,
    /// The figures that they follow from.
    pub inputs: Inputs,
    /// What the claim says, in the order of [`COMPARED`].
    positions: [Option<Position>; 4],
}

impl Row {
    /// The row of one claim; it does not depend on the scenario.
    pub fn of(claim: &Claim, deployment: &Deployment, claims: &[Claim]) -> Self {
        let inputs = Inputs::of_claim(claim, deployment, claims);
        let rates = Rates::of(&inputs);
        let force = deployment.force(claim, claims);
        let position = |quantity| Position::of_claim(quantity, claim, force.as_ref(), &inputs, &rates);
        Self { positions: COMPARED.map(position), rates, inputs }
    }

    /// What the claim says of a quantity that is compared.
    pub fn position(&self, quantity: Quantity) -> Option<&Position> {
        let index = COMPARED.iter().position(|other| *other == quantity)?;
        self.positions[index].as_ref()
    }
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
}

/// The scenario's positions beside a claim's: deployed, killed, casualties and the rate of the force.
pub fn compare(positions: &[Option<Position>; 4], row: &Row) -> [Comparison; 4] {
    let mut compared = COMPARED.map(|quantity| Comparison { quantity, difference: None, relation: Relation::Unknown });
    for ((comparison, ours), theirs) in compared.iter_mut().zip(positions).zip(&row.positions) {
        comparison.relation = relation(ours.as_ref(), theirs.as_ref());
        if let (Some(ours), Some(theirs)) = (ours, theirs) {
            comparison.difference = Some(Difference {
                bounds: ours.bounds.minus(theirs.bounds),
                printed: ours.printed.zip(theirs.printed).map(|(ours, theirs)| ours - theirs),
            });
        }
    }
    compared
}
