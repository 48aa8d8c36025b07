//! Random draws from what the wording allows. How likely each value is, is an assumption that the reader chooses, and
//! no source's.

use super::bounds::Bounds;
use super::category::Category;
use super::quantity::Quantity;
use super::rate::RateName;
use super::rates::{Inputs, Rates};
use super::scenario::SolveFor;

/// How many draws are made.
pub const DRAWS: usize = 10_000;

/// How many dots show them, each for an equal share of the draws.
pub const DOTS: usize = 20;

/// The seed of the draws. It is fixed, so that the same figures always give the same dots.
const SEED: u64 = 20;

/// How a number is drawn from between its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distribution {
    /// Each number is as likely as any other.
    Uniform,
    /// Likeliest at the printed number, falling in straight lines to the bounds. A range has no printed number, so
    /// every number in it is as likely as any other.
    Triangular,
}

impl Distribution {
    /// Every choice.
    pub const ALL: [Self; 2] = [Self::Uniform, Self::Triangular];

    /// The name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Uniform => "uniform",
            Self::Triangular => "triangular",
        }
    }

    /// The number below which the share `u` of all draws lies: the inverse of the cumulative distribution.
    pub fn quantile(self, low: f64, peak: f64, high: f64, u: f64) -> f64 {
        let width = high - low;
        if self == Self::Uniform || width == 0.0 {
            return low + u * width;
        }
        let below = (peak - low) / width;
        if u < below {
            low + (u * width * (peak - low)).sqrt()
        } else {
            high - ((1.0 - u) * width * (high - peak)).sqrt()
        }
    }
}

/// What follows from the draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// The quantity that is drawn: what the reader solves for.
    pub name: RateName,
    /// What its inputs allow, without any assumption.
    pub bounds: Bounds,
    /// The middle of each twentieth of the draws, in ascending order.
    pub dots: [f64; DOTS],
    /// The range of the middle 19 of 20 draws.
    pub middle: (f64, f64),
}

/// Why there is nothing to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSpread {
    /// The figure for this quantity has no top.
    NoTop(Quantity),
    /// The quantity can't be worked out, or has only one possible value.
    NothingToDraw,
}

impl Spread {
    /// Draws each of the figures that the solved quantity depends on, independently of the others, and works the
    /// quantity out from them, [`DRAWS`] times.
    ///
    /// # Errors
    /// Where a figure has no top, or the quantity has only one possible value or none.
    pub fn draw(inputs: &Inputs, rates: &Rates, distribution: Distribution) -> Result<Self, NoSpread> {
        let solved = inputs.solve_for();
        let name = match solved {
            SolveFor::Rate => RateName::CasualtyRate,
            SolveFor::Deployed => RateName::ImpliedDeployed,
            SolveFor::Casualties => RateName::Casualties,
        };
        let bounds = rates.get(name).map_err(|_| NoSpread::NothingToDraw)?.bounds;
        if bounds.low == bounds.high {
            return Err(NoSpread::NothingToDraw);
        }
        let mut drawn = Vec::new();
        for quantity in Quantity::ALL {
            let counts = match quantity {
                Quantity::Category(_) => {
                    solved != SolveFor::Casualties && inputs.figure(Quantity::Casualties).is_none()
                }
                Quantity::Casualties => solved != SolveFor::Casualties,
                Quantity::Rate => solved != SolveFor::Rate,
                Quantity::Deployed | Quantity::Reinforcements => solved != SolveFor::Deployed,
            };
            if let Some(figure) = inputs.figure(quantity).filter(|_| counts) {
                let Bounds { low, .. } = figure.bounds();
                let high = figure.bounds().top().ok_or(NoSpread::NoTop(quantity))?;
                let distribution = if figure.printed().is_some() { distribution } else { Distribution::Uniform };
                drawn.push((quantity, distribution, [low.value, figure.number().value, high]));
            }
        }
        let mut random = fastrand::Rng::with_seed(SEED);
        let mut values = Vec::with_capacity(DRAWS);
        for _ in 0..DRAWS {
            let mut numbers = [None; Quantity::ALL.len()];
            for (quantity, distribution, [low, peak, high]) in &drawn {
                numbers[quantity.index()] = Some(distribution.quantile(*low, *peak, *high, random.f64()));
            }
            // Draws that lose more people than there were, or fewer than one category alone, are impossible.
            let value = worked_out(solved, |quantity| numbers[quantity.index()]);
            values.extend(value.filter(|value| (bounds.low.value..=bounds.high.value).contains(value)));
        }
        values.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| values.get((share * values.len() as f64) as usize).copied();
        let (Some(low), Some(high)) = (at(0.025), at(0.975)) else { return Err(NoSpread::NothingToDraw) };
        let mut dots = [0.0; DOTS];
        for (index, dot) in dots.iter_mut().enumerate() {
            *dot = at((index as f64 + 0.5) / DOTS as f64).unwrap_or(high);
        }
        Ok(Self { name, bounds, dots, middle: (low, high) })
    }
}

/// The solved quantity, from plain numbers.
fn worked_out(solved: SolveFor, number: impl Fn(Quantity) -> Option<f64>) -> Option<f64> {
    let total = || {
        number(Quantity::Casualties).unwrap_or_else(|| {
            Category::ALL.iter().map(|category| number(Quantity::Category(*category)).unwrap_or_default()).sum()
        })
    };
    let force = || Some(number(Quantity::Deployed)? + number(Quantity::Reinforcements).unwrap_or_default());
    let share = || Some(number(Quantity::Rate)? / 100.0);
    Some(match solved {
        SolveFor::Rate => total() / force()? * 100.0,
        SolveFor::Deployed => total() / share()?,
        SolveFor::Casualties => share()? * force()?,
    })
}
