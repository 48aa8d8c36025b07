//! A reader's inputs.

use super::date::Date;
use super::figure::Figure;
use super::quantity::Quantity;

/// Which of deployed, casualties and rate is worked out from the other two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SolveFor {
    /// The rate.
    #[default]
    Rate,
    /// The size of the force.
    Deployed,
    /// The casualties.
    Casualties,
}

impl SolveFor {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Rate, Self::Deployed, Self::Casualties];

    /// The name in scenario texts and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rate => "rate",
            Self::Deployed => "deployed",
            Self::Casualties => "casualties",
        }
    }
}

/// A reader's inputs. A figure that is absent is unknown, which is not the same as zero.
///
/// ```
/// use casualty_calculator::domain::{Category, Figure, Hedge, Quantity, Scenario, Unit};
///
/// let killed = Quantity::Category(Category::Killed);
/// let figure = Figure::new(Unit::People, Hedge::About, 1000.0).expect("a whole number");
/// let scenario = Scenario::default().with(killed, Some(figure));
///
/// assert_eq!(scenario.figure(killed), Some(figure));
/// assert_eq!(scenario.figure(Quantity::Deployed), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scenario {
    pub(crate) figures: [Option<Figure>; 8],
    /// When it begins, if not when the force's does.
    pub start: Option<Date>,
    /// The date that the figures are for.
    pub as_of: Option<Date>,
    /// Which quantity is worked out from the others.
    pub solve_for: SolveFor,
}

impl Scenario {
    /// The figure for a quantity, typed or filled in.
    pub fn figure(&self, quantity: Quantity) -> Option<Figure> {
        self.figures[quantity.index()]
    }

    /// Sets a figure, or makes it unknown with `None`.
    pub fn set(&mut self, quantity: Quantity, figure: Option<Figure>) {
        self.figures[quantity.index()] = figure;
    }

    /// This scenario with one figure set, or made unknown with `None`.
    pub fn with(mut self, quantity: Quantity, figure: Option<Figure>) -> Self {
        self.set(quantity, figure);
        self
    }
}
