//! What the wording of a figure allows: a low and a high end, each of which may itself be excluded.

/// One end of a range. An end that is not reached is open; a missing top is infinite, and so always open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Where the range ends.
    pub value: f64,
    /// Whether the range comes as near as one likes without reaching the end.
    pub open: bool,
}

impl End {
    /// The end of a range without a top.
    pub const NONE: Self = Self { value: f64::INFINITY, open: true };

    /// An end that the range reaches.
    pub const fn closed(value: f64) -> Self {
        Self { value, open: false }
    }

    /// An end that the range does not reach.
    pub const fn open(value: f64) -> Self {
        Self { value, open: true }
    }

    fn reached_only_with(self, other: Self, value: f64) -> Self {
        Self { value, open: self.open || other.open }
    }

    #[inline(never)]
    pub(super) fn plus(self, other: Self) -> Self {
        self.reached_only_with(other, self.value + other.value)
    }

    #[inline(never)]
    pub(super) fn minus(self, other: Self) -> Self {
        self.reached_only_with(other, self.value - other.value)
    }

    /// A product of two ends that are not negative. Nothing times anything, even without limit, is nothing.
    #[inline(never)]
    pub(super) fn times(self, other: Self) -> Self {
        if self == Self::closed(0.0) || other == Self::closed(0.0) {
            return Self::closed(0.0);
        }
        self.reached_only_with(other, self.value * other.value)
    }

    /// A quotient of two ends that are not negative: the limit as a divisor comes near zero from above. Nothing divided
    /// by anything is nothing.
    #[inline(never)]
    pub(super) fn over(self, divisor: Self) -> Self {
        if self == Self::closed(0.0) {
            self
        } else if divisor.value == 0.0 {
            Self::NONE
        } else {
            self.reached_only_with(divisor, self.value / divisor.value)
        }
    }

    /// The upper of two ends from which a range begins.
    #[inline(never)]
    pub(super) fn later(self, other: Self) -> Self {
        if self.value == other.value {
            self.reached_only_with(other, self.value)
        } else if self.value > other.value {
            self
        } else {
            other
        }
    }

    /// The lower of two ends at which a range stops.
    #[inline(never)]
    pub(super) fn earlier(self, other: Self) -> Self {
        if self.value == other.value {
            self.reached_only_with(other, self.value)
        } else if self.value < other.value {
            self
        } else {
            other
        }
    }

    /// Whether a range that begins here and stops at `high` holds anything.
    pub(super) fn can_begin_before(self, high: Self) -> bool {
        self.value < high.value || (self.value == high.value && !self.open && !high.open)
    }
}

/// The least and the greatest value that words or a formula allow. Never a confidence interval.
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

    /// Whether the high end is there and excluded.
    pub fn top_is_open(self) -> bool {
        self.high.open && self.high.value.is_finite()
    }

    /// Whether the low end is there and excluded.
    pub fn bottom_is_open(self) -> bool {
        self.low.open && self.low.value.is_finite()
    }

    /// How far the ends are apart; infinite without a top.
    pub fn width(self) -> f64 {
        self.high.value - self.low.value
    }

    /// Whether the value lies within.
    pub fn contain(self, value: f64) -> bool {
        let above = if self.low.open { value > self.low.value } else { value >= self.low.value };
        let below = if self.high.open { value < self.high.value } else { value <= self.high.value };
        above && below
    }

    /// Whether some value lies within both.
    pub(super) fn meet(self, other: Self) -> bool {
        self.low.later(other.low).can_begin_before(self.high.earlier(other.high))
    }

    /// How far the ends of two ranges are apart; nothing where they overlap or touch, reached or not.
    pub(super) fn gap(self, other: Self) -> f64 {
        (self.low.value - other.high.value).max(other.low.value - self.high.value).max(0.0)
    }

    pub(super) fn is_zero(self) -> bool {
        self.high.value == 0.0
    }

    #[inline(never)]
    pub(super) fn plus(self, other: Self) -> Self {
        Self { low: self.low.plus(other.low), high: self.high.plus(other.high) }
    }

    #[inline(never)]
    pub(super) fn minus(self, other: Self) -> Self {
        Self { low: self.low.minus(other.high), high: self.high.minus(other.low) }
    }

    /// The product of two independent ranges that are not negative.
    #[inline(never)]
    pub(super) fn times(self, other: Self) -> Self {
        Self { low: self.low.times(other.low), high: self.high.times(other.high) }
    }

    /// The quotient of two independent ranges that are not negative, the divisor not wholly zero.
    #[inline(never)]
    pub(super) fn over(self, divisor: Self) -> Self {
        Self { low: self.low.over(divisor.high), high: self.high.over(divisor.low) }
    }

    /// The part at or below `cap`, or `None` where nothing of it is. A range is connected, so one that goes beyond the
    /// cap reaches it.
    #[inline(never)]
    pub(super) fn capped(self, cap: f64) -> Option<Self> {
        let cap = End::closed(cap);
        self.low
            .can_begin_before(cap)
            .then_some(Self { low: self.low, high: if self.high.value > cap.value { cap } else { self.high } })
    }

    /// The part at or above `floor`, or `None` where nothing of it is.
    #[inline(never)]
    pub(super) fn floored(self, floor: f64) -> Option<Self> {
        let floor = End::closed(floor);
        floor
            .can_begin_before(self.high)
            .then_some(Self { low: if self.low.value < floor.value { floor } else { self.low }, high: self.high })
    }
}
