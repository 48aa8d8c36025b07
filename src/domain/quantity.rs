//! The quantities that a scenario or a claim may give a figure for.

use super::category::Category;
use super::unit::Unit;

/// A quantity that a scenario or a claim may give a figure for.
///
/// ```
/// use casualty_calculator::domain::{Category, Quantity, Unit};
///
/// assert_eq!(Quantity::from_name("killed"), Some(Quantity::Category(Category::Killed)));
/// assert_eq!(Quantity::Rate.unit(), Unit::Percent);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// The size of the force sent: the denominator.
    Deployed,
    /// Troops added later.
    Reinforcements,
    /// One category of casualty.
    Category(Category),
    /// The stated or typed total.
    Casualties,
    /// The casualties as a percentage of the force, stated or typed.
    Rate,
}

impl Quantity {
    /// Every quantity, in the order of scenario texts.
    pub const ALL: [Self; 8] = [
        Self::Deployed,
        Self::Reinforcements,
        Self::Category(Category::Killed),
        Self::Category(Category::Wounded),
        Self::Category(Category::Missing),
        Self::Category(Category::Captured),
        Self::Casualties,
        Self::Rate,
    ];

    /// What a source reports of people: of these a claim may give a figure.
    pub const REPORTED: [Self; 6] = [
        Self::Deployed,
        Self::Category(Category::Killed),
        Self::Category(Category::Wounded),
        Self::Category(Category::Missing),
        Self::Category(Category::Captured),
        Self::Casualties,
    ];

    /// The name in datasets, scenario texts and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deployed => "deployed",
            Self::Reinforcements => "reinforcements",
            Self::Category(category) => category.name(),
            Self::Casualties => "casualties",
            Self::Rate => "rate",
        }
    }

    /// The quantity of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quantity| quantity.name() == name)
    }

    /// What it is counted in.
    pub fn unit(self) -> Unit {
        if self == Self::Rate { Unit::Percent } else { Unit::People }
    }

    /// Its index in [`Self::ALL`].
    pub(super) fn index(self) -> usize {
        match self {
            Self::Deployed => 0,
            Self::Reinforcements => 1,
            Self::Category(category) => 2 + category as usize,
            Self::Casualties => 6,
            Self::Rate => 7,
        }
    }
}
