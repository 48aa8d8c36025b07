//! What a figure counts.

/// What a figure counts, which limits the numbers that it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// People: whole numbers from 0 to 1,000,000,000.
    People,
    /// Per cent: 0 to 100, decimals and fractions allowed.
    Percent,
    /// One count over another: 0 to 1,000,000,000, decimals and fractions allowed.
    Ratio,
    /// People a day: 0 to 1,000,000,000, decimals allowed.
    PerDay,
}

impl Unit {
    /// The greatest number of this unit that is accepted.
    pub fn max_value(self) -> f64 {
        if self == Self::Percent { 100.0 } else { 1e9 }
    }

    /// What a fraction is a part of.
    pub(super) fn whole(self) -> f64 {
        if self == Self::Percent { 100.0 } else { 1.0 }
    }

    /// Whether its numbers may be fractions.
    pub fn allows_fractions(self) -> bool {
        matches!(self, Self::Percent | Self::Ratio)
    }

    pub(super) fn accepts(self, x: f64) -> bool {
        // NaN is in no range.
        (0.0..=self.max_value()).contains(&x) && (self != Self::People || x.fract() == 0.0)
    }
}
