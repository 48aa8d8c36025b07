//! What follows from a claim alone.

use super::claim::Claim;
use super::compatibility::{COMPARED, ComparableFigure};
use super::force::Force;
use super::quantity::Quantity;
use super::rates::{Inputs, Rates};

/// What follows from a claim alone.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimResults {
    /// What follows from the claim's figures.
    pub rates: Rates,
    /// The figures that they follow from.
    pub inputs: Inputs,
    /// What is compared of it, in the order of [`COMPARED`].
    pub(super) comparable: [Option<ComparableFigure>; 4],
}

impl ClaimResults {
    /// What follows from one claim among those of its force.
    pub fn new(claim: &Claim, force: &Force) -> Self {
        let inputs = Inputs::from_claim(claim, force);
        let rates = Rates::new(&inputs);
        let denominator = force.denominator(claim);
        let comparable =
            |quantity| ComparableFigure::from_claim(quantity, claim, denominator.as_ref(), &inputs, &rates);
        Self { comparable: COMPARED.map(comparable), rates, inputs }
    }

    /// What the claim gives for a quantity that is compared.
    pub fn comparable(&self, quantity: Quantity) -> Option<&ComparableFigure> {
        let index = COMPARED.iter().position(|other| *other == quantity)?;
        self.comparable[index].as_ref()
    }
}
