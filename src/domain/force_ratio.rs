//! Two forces side by side: how many times the losses of one are those of the other.

use super::bounds::Bounds;
use super::category::{Category, Coverage};
use super::force::Force;
use super::quantity::Quantity;
use super::rate::RateName;
use super::rates::{Inputs, Rates, Term};

/// How many times one force's losses are another's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ForceRatio {
    /// What is counted: killed, or casualties.
    pub of: Quantity,
    /// The force whose losses are divided, by its place in the dataset.
    pub a: usize,
    /// The force whose losses divide.
    pub b: usize,
    /// The least and the greatest ratio that the wording allows.
    pub bounds: Bounds,
    /// The ratio of the printed numbers.
    pub printed: Option<f64>,
}

/// The ratios of each two forces that are part of the same whole, or part of none: a part is never set against its whole.
/// Casualties are compared only where both are known to count the same categories. The figures are those of each force's
/// scenario, in the dataset's order of forces.
pub fn force_ratios(forces: &[Force], scenarios: &[(&Inputs, &Rates)]) -> Vec<ForceRatio> {
    let mut ratios = Vec::new();
    for (a, (force, ours)) in forces.iter().zip(scenarios).enumerate() {
        for (b, (other, theirs)) in forces.iter().zip(scenarios).enumerate().skip(a + 1) {
            if force.part_of != other.part_of {
                continue;
            }
            for of in [Quantity::Category(Category::Killed), Quantity::Casualties] {
                if let (Some(ours), Some(theirs)) = (losses(of, ours), losses(of, theirs))
                    && ours.1 == theirs.1
                {
                    let ratio = ours.0 / theirs.0;
                    if ratio.is_available() {
                        ratios.push(ForceRatio { of, a, b, bounds: ratio.bounds, printed: ratio.printed });
                    }
                }
            }
        }
    }
    ratios
}

/// How many were lost, and what that counts.
fn losses(of: Quantity, (inputs, rates): &(&Inputs, &Rates)) -> Option<(Term, Coverage)> {
    if of == Quantity::Casualties {
        return Some((Term::from(rates.get(RateName::Casualties).ok()?), rates.coverage(inputs)?));
    }
    let mut losses = Term::from(inputs.figure(of)?);
    // A stated total that counts them is no smaller than they are.
    let covers = inputs.covers().unwrap_or_default();
    if let (Ok(total), true) = (rates.get(RateName::Casualties), covers.has(Category::Killed))
        && total.counts.is_none()
        && losses.bounds.low.is_not_above(total.bounds.high)
    {
        losses.bounds.high = losses.bounds.high.min(total.bounds.high);
    }
    Some((losses, Category::Killed.into()))
}
