//! Each claim beside the scenario.

use super::bounds::Bounds;
use super::claim::{Claim, Deployment};
use super::quantity::Quantity;
use super::rate::RateName;
use super::rates::{Inputs, Rates};

/// How far the scenario's value is above the claim's; negative where it is below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The least and the greatest difference that the wording allows.
    pub bounds: Bounds,
    /// The difference of the printed values.
    pub printed: Option<f64>,
}

/// A claim's rates.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What follows from the claim's figures.
    pub rates: Rates,
    inputs: Inputs,
}

impl Row {
    /// The row of one claim; it does not depend on the scenario.
    pub fn of(claim: &Claim, deployment: &Deployment, claims: &[Claim]) -> Self {
        let inputs = Inputs::of_claim(claim, deployment, claims);
        Self { rates: Rates::of(&inputs), inputs }
    }
}

/// What is compared between a claim and the scenario: deployed, killed, casualties and the rate of the force. A part
/// that either side lacks has no difference; figures for a part of the time are compared with nothing.
pub fn compare(scenario: (&Inputs, &Rates), row: &Row, claim: &Claim) -> [(Quantity, Option<Difference>); 4] {
    COMPARED.map(|quantity| {
        if claim.period.is_some() && quantity != Quantity::Deployed {
            return (quantity, None);
        }
        // A claim's stated rate is its own word on it; without one it is worked out.
        let stated = given(quantity, &row.inputs).filter(|_| quantity == Quantity::Rate);
        let theirs = stated.or_else(|| value(quantity, &row.inputs, &row.rates));
        let difference = value(quantity, scenario.0, scenario.1).zip(theirs).map(|(ours, theirs)| Difference {
            bounds: ours.0.minus(theirs.0),
            printed: ours.1.zip(theirs.1).map(|(ours, theirs)| ours - theirs),
        });
        (quantity, difference)
    })
}

const COMPARED: [Quantity; 4] =
    [Quantity::Deployed, Quantity::Of(super::category::Category::Killed), Quantity::Casualties, Quantity::Rate];

fn value(quantity: Quantity, inputs: &Inputs, rates: &Rates) -> Option<(Bounds, Option<f64>)> {
    let worked_out = |name| rates.get(name).ok().map(|rate| (rate.bounds, rate.printed));
    match quantity {
        Quantity::Casualties => worked_out(RateName::Casualties),
        Quantity::Rate => worked_out(RateName::CasualtyRate),
        _ => given(quantity, inputs),
    }
}

fn given(quantity: Quantity, inputs: &Inputs) -> Option<(Bounds, Option<f64>)> {
    inputs.figure(quantity).map(|figure| (figure.bounds(), figure.printed()))
}
