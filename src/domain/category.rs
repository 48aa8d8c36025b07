//! The four ways in which a unit loses a person, and sets of them.

/// A category of casualty. A casualty is a person lost to the unit, which does not always mean dead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Died in the operation, by enemy action or otherwise.
    Killed,
    /// Injured and lost to the unit, temporarily or permanently.
    Wounded,
    /// Unaccounted for.
    Missing,
    /// Held by the other side.
    Captured,
}

impl Category {
    /// Every category, in the order in which they are shown and summed.
    pub const ALL: [Self; 4] = [Self::Killed, Self::Wounded, Self::Missing, Self::Captured];

    /// The name in datasets, scenario texts and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Wounded => "wounded",
            Self::Missing => "missing",
            Self::Captured => "captured",
        }
    }
}

/// A set of categories: what a total counts. Two totals with different coverage are not like for like.
///
/// ```
/// use casualty_calculator::domain::{Category, Coverage};
///
/// let killed_and_wounded = Coverage::from(Category::Killed).union(Category::Wounded.into());
/// assert!(killed_and_wounded.has(Category::Wounded));
/// assert_eq!(Coverage::ALL.without(killed_and_wounded).iter().next(), Some(Category::Missing));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Coverage(u8);

impl Coverage {
    /// All four categories.
    pub const ALL: Self = Self(0b1111);

    /// Whether the total counts this category.
    pub fn has(self, category: Category) -> bool {
        self.0 & Self::from(category).0 != 0
    }

    /// What either counts.
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both count.
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether it counts nothing.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What this counts and the other does not.
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Those of its categories for which `keep` returns true.
    pub fn filtered(self, mut keep: impl FnMut(Category) -> bool) -> Self {
        let mut kept = Self::default();
        for category in self.iter() {
            if keep(category) {
                kept = kept.union(category.into());
            }
        }
        kept
    }

    /// How many categories it counts.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The categories in their order.
    pub fn iter(self) -> Categories {
        Categories(self)
    }
}

/// The categories of a [`Coverage`] in their order.
#[derive(Clone, Debug)]
pub struct Categories(Coverage);

impl Iterator for Categories {
    type Item = Category;

    #[inline(never)]
    fn next(&mut self) -> Option<Category> {
        for category in Category::ALL {
            if self.0.has(category) {
                self.0 = self.0.without(category.into());
                return Some(category);
            }
        }
        None
    }
}

impl From<Category> for Coverage {
    fn from(category: Category) -> Self {
        Self(1 << category as u8)
    }
}
