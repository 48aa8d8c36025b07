//! What a scenario holds a figure of.

use super::category::Category;
use super::figure::Unit;

/// A figure's place in a scenario or a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// The size of the force sent: the denominator.
    Deployed,
    /// Troops added later.
    Reinforcements,
    /// One category of casualty.
    Of(Category),
    /// The stated or typed total.
    Casualties,
    /// Casualties per cent of the force, stated or typed.
    Rate,
}

impl Quantity {
    /// Every quantity, in the order of scenario texts.
    pub const ALL: [Self; 8] = [
        Self::Deployed,
        Self::Reinforcements,
        Self::Of(Category::Killed),
        Self::Of(Category::Wounded),
        Self::Of(Category::Missing),
        Self::Of(Category::Captured),
        Self::Casualties,
        Self::Rate,
    ];

    /// The name in datasets, scenario texts and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Deployed => "deployed",
            Self::Reinforcements => "reinforcements",
            Self::Of(category) => category.name(),
            Self::Casualties => "casualties",
            Self::Rate => "rate",
        }
    }

    /// The quantity of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quantity| quantity.name() == name)
    }

    /// What it is counted in.
    pub fn unit(self) -> Unit {
        if self == Self::Rate { Unit::Percent } else { Unit::People }
    }

    /// Its place in [`Self::ALL`].
    pub(super) fn index(self) -> usize {
        match self {
            Self::Deployed => 0,
            Self::Reinforcements => 1,
            Self::Of(category) => 2 + category as usize,
            Self::Casualties => 6,
            Self::Rate => 7,
        }
    }
}
