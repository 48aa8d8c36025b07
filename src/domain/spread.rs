//! Random draws from what the wording allows: an assumption that a reader asks for, and no source's.

use super::bounds::Bounds;
use super::category::Category;
use super::quantity::Quantity;
use super::rate::RateName;
use super::rates::{Inputs, Rates};
use super::scenario::SolveFor;

/// How many draws are made.
pub const DRAWS: usize = 10_000;

/// How many dots stand for them, each for an equal share of the draws.
pub const DOTS: usize = 20;

/// Where the draws begin. A fixed place, so that the same figures always give the same dots.
const SEED: u64 = 20;

/// How a number is drawn from between its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distribution {
    /// Each number is as likely as any other.
    Uniform,
    /// Likeliest at the printed number, falling in straight lines to the bounds. A range prints no number, and so is
    /// drawn from evenly.
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

    /// The number below which the share `u` of draws lies: the inverse of the cumulative distribution.
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
    /// What its inputs allow without any assumption.
    pub bounds: Bounds,
    /// The middle of each twentieth of the draws, from the least.
    pub dots: [f64; DOTS],
    /// Where the middle 19 of 20 draws lie.
    pub most: (f64, f64),
}

/// Why there is nothing to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSpread {
    /// The figure for this has no top to draw below.
    Open(Quantity),
    /// The quantity can't be worked out, or follows exactly.
    Nothing,
}

impl Spread {
    /// Draws every figure that the solved quantity follows from, each for itself, and works the quantity out from each
    /// draw.
    ///
    /// # Errors
    /// Where a figure has no top, and where nothing is left to chance.
    pub fn of(inputs: &Inputs, rates: &Rates, distribution: Distribution) -> Result<Self, NoSpread> {
        let solved = inputs.solve_for();
        let name = match solved {
            SolveFor::Rate => RateName::CasualtyRate,
            SolveFor::Deployed => RateName::ImpliedDeployed,
            SolveFor::Casualties => RateName::Casualties,
        };
        let bounds = rates.get(name).map_err(|_| NoSpread::Nothing)?.bounds;
        if bounds.low == bounds.high {
            return Err(NoSpread::Nothing);
        }
        let mut drawn = Vec::new();
        for quantity in Quantity::ALL {
            let counts = match quantity {
                Quantity::Of(_) => solved != SolveFor::Casualties && inputs.figure(Quantity::Casualties).is_none(),
                Quantity::Casualties => solved != SolveFor::Casualties,
                Quantity::Rate => solved != SolveFor::Rate,
                Quantity::Deployed | Quantity::Reinforcements => solved != SolveFor::Deployed,
            };
            if let Some(figure) = inputs.figure(quantity).filter(|_| counts) {
                let Bounds { low, .. } = figure.bounds();
                let high = figure.bounds().top().ok_or(NoSpread::Open(quantity))?;
                let distribution = if figure.printed().is_some() { distribution } else { Distribution::Uniform };
                drawn.push((quantity, distribution, [low.value, figure.numbers().0, high]));
            }
        }
        let mut random = fastrand::Rng::with_seed(SEED);
        let mut values = Vec::with_capacity(DRAWS);
        for _ in 0..DRAWS {
            let mut numbers = [None; Quantity::ALL.len()];
            for (quantity, distribution, [low, peak, high]) in &drawn {
                numbers[quantity.index()] = Some(distribution.quantile(*low, *peak, *high, random.f64()));
            }
            // A draw in which more are lost than there were, or fewer than one category alone, can't have been.
            let value = worked_out(solved, |quantity| numbers[quantity.index()]);
            values.extend(value.filter(|value| (bounds.low.value..=bounds.high.value).contains(value)));
        }
        values.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| values.get((share * values.len() as f64) as usize).copied();
        let (Some(low), Some(high)) = (at(0.025), at(0.975)) else { return Err(NoSpread::Nothing) };
        let mut dots = [0.0; DOTS];
        for (index, dot) in dots.iter_mut().enumerate() {
            *dot = at((index as f64 + 0.5) / DOTS as f64).unwrap_or(high);
        }
        Ok(Self { name, bounds, dots, most: (low, high) })
    }
}

/// The solved quantity of plain numbers.
fn worked_out(solved: SolveFor, number: impl Fn(Quantity) -> Option<f64>) -> Option<f64> {
    let total = || {
        number(Quantity::Casualties).unwrap_or_else(|| {
            Category::ALL.iter().map(|category| number(Quantity::Of(*category)).unwrap_or_default()).sum()
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
