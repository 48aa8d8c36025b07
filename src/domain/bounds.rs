//! What the wording of a figure allows: a low end and a high end, each of which may itself be excluded.

use std::ops::{Add, Div, Mul, Sub};

/// One end of a range. An open end is excluded from the range. A missing top is infinite, and so always open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Where the range ends.
    pub value: f64,
    /// Whether the end itself is excluded.
    pub open: bool,
}

impl End {
    /// The end of a range without a top.
    pub const NONE: Self = Self { value: f64::INFINITY, open: true };

    /// An end that belongs to the range.
    pub const fn closed(value: f64) -> Self {
        Self { value, open: false }
    }

    /// An end that is excluded from the range.
    pub const fn open(value: f64) -> Self {
        Self { value, open: true }
    }

    /// An end that comes from two others, and is open where either of them is.
    pub(super) fn joined(self, other: Self, value: f64) -> Self {
        Self { value, open: self.open || other.open }
    }

    /// The greater of two low ends; of two equal ones, an open end if either is open.
    #[inline(never)]
    pub(super) fn max(self, other: Self) -> Self {
        if self.value == other.value {
            self.joined(other, self.value)
        } else if self.value > other.value {
            self
        } else {
            other
        }
    }

    /// The smaller of two high ends; of two equal ones, an open end if either is open.
    #[inline(never)]
    pub(super) fn min(self, other: Self) -> Self {
        if self.value == other.value {
            self.joined(other, self.value)
        } else if self.value < other.value {
            self
        } else {
            other
        }
    }

    /// Whether a range from this low end to that high end holds any value.
    pub(super) fn is_not_above(self, high: Self) -> bool {
        self.value < high.value || (self.value == high.value && !self.open && !high.open)
    }
}

impl Add for End {
    type Output = Self;

    #[inline(never)]
    fn add(self, other: Self) -> Self {
        self.joined(other, self.value + other.value)
    }
}

impl Sub for End {
    type Output = Self;

    #[inline(never)]
    fn sub(self, other: Self) -> Self {
        self.joined(other, self.value - other.value)
    }
}

/// The product of two ends that are not negative. Zero times anything, even infinity, is zero.
impl Mul for End {
    type Output = Self;

    #[inline(never)]
    fn mul(self, other: Self) -> Self {
        if self == Self::closed(0.0) || other == Self::closed(0.0) {
            return Self::closed(0.0);
        }
        self.joined(other, self.value * other.value)
    }
}

/// The quotient of two ends that are not negative. A divisor of zero stands for the limit as it comes near zero from
/// above. Zero divided by anything is zero.
impl Div for End {
    type Output = Self;

    #[inline(never)]
    fn div(self, divisor: Self) -> Self {
        if self == Self::closed(0.0) {
            self
        } else if divisor.value == 0.0 {
            Self::NONE
        } else {
            self.joined(divisor, self.value / divisor.value)
        }
    }
}

/// The least and the greatest value that words or a formula allow. Never a confidence interval.
///
/// ```
/// use casualty_calculator::domain::{Figure, Hedge, Unit};
///
/// let over = Figure::new(Unit::People, Hedge::Over, 10_000.0).expect("a whole number").bounds();
/// assert_eq!(over.top(), None, "the words set no top");
/// assert!(over.bottom_is_open() && !over.contains(10_000.0), "10,000 itself is not over 10,000");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The low end.
    pub low: End,
    /// The high end; infinite where the words set no top.
    pub high: End,
}

impl Bounds {
    /// A single value.
    pub const fn exactly(value: f64) -> Self {
        Self { low: End::closed(value), high: End::closed(value) }
    }

    /// The high end's value, or `None` where there is no top.
    pub fn top(self) -> Option<f64> {
        self.high.value.is_finite().then_some(self.high.value)
    }

    /// The low end's value, or `None` where there is no bottom, as in a difference from a figure without a top.
    pub fn bottom(self) -> Option<f64> {
        self.low.value.is_finite().then_some(self.low.value)
    }

    /// Whether there is a top, and it is itself excluded.
    pub fn top_is_open(self) -> bool {
        self.high.open && self.high.value.is_finite()
    }

    /// Whether there is a bottom, and it is itself excluded.
    pub fn bottom_is_open(self) -> bool {
        self.low.open && self.low.value.is_finite()
    }

    /// How far the ends are apart; infinite without a top.
    pub fn width(self) -> f64 {
        self.high.value - self.low.value
    }

    /// Whether the value lies within.
    pub fn contains(self, value: f64) -> bool {
        let above = if self.low.open { value > self.low.value } else { value >= self.low.value };
        let below = if self.high.open { value < self.high.value } else { value <= self.high.value };
        above && below
    }

    /// Whether some value lies within both.
    pub(super) fn overlaps(self, other: Self) -> bool {
        self.low.max(other.low).is_not_above(self.high.min(other.high))
    }

    /// How far two ranges are apart; zero where they overlap or touch, even at an end that is excluded.
    pub(super) fn gap(self, other: Self) -> f64 {
        (self.low.value - other.high.value).max(other.low.value - self.high.value).max(0.0)
    }

    /// Whether nothing but zero is allowed.
    pub(super) fn is_zero(self) -> bool {
        self.high.value == 0.0
    }

    /// The part at or below `cap`, or `None` where there is none. A range has no holes, so one that goes beyond the cap
    /// includes it.
    #[inline(never)]
    pub(super) fn capped(self, cap: f64) -> Option<Self> {
        let cap = End::closed(cap);
        self.low
            .is_not_above(cap)
            .then_some(Self { low: self.low, high: if self.high.value > cap.value { cap } else { self.high } })
    }

    /// The part at or above `floor`, or `None` where there is none.
    #[inline(never)]
    pub(super) fn floored(self, floor: f64) -> Option<Self> {
        let floor = End::closed(floor);
        floor
            .is_not_above(self.high)
            .then_some(Self { low: if self.low.value < floor.value { floor } else { self.low }, high: self.high })
    }
}

/// The sum of two independent ranges.
impl Add for Bounds {
    type Output = Self;

    #[inline(never)]
    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

/// The difference of two independent ranges.
impl Sub for Bounds {
    type Output = Self;

    #[inline(never)]
    fn sub(self, other: Self) -> Self {
        Self { low: self.low - other.high, high: self.high - other.low }
    }
}

/// The product of two independent ranges that are not negative.
impl Mul for Bounds {
    type Output = Self;

    #[inline(never)]
    fn mul(self, other: Self) -> Self {
        Self { low: self.low * other.low, high: self.high * other.high }
    }
}

/// The quotient of two independent ranges that are not negative. The divisor must allow more than zero.
impl Div for Bounds {
    type Output = Self;

    #[inline(never)]
    fn div(self, divisor: Self) -> Self {
        Self { low: self.low / divisor.high, high: self.high / divisor.low }
    }
}
