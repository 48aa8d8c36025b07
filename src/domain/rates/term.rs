//! A value in a formula: what it may be, and what it is as printed.

use super::Result;
use crate::domain::bounds::Bounds;
use crate::domain::figure::Figure;
use crate::domain::rate::Unavailable;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Term {
    pub(super) bounds: Bounds,
    pub(super) printed: Option<f64>,
}

impl From<Figure> for Term {
    fn from(figure: Figure) -> Self {
        Self { bounds: figure.bounds(), printed: figure.printed() }
    }
}

impl Term {
    pub(super) fn exactly(value: f64) -> Self {
        Self { bounds: Bounds::exactly(value), printed: Some(value) }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { bounds: self.bounds.plus(other.bounds), printed: self.printed_with(other, |a, b| a + b) }
    }

    pub(super) fn minus(self, other: Self) -> Self {
        Self { bounds: self.bounds.minus(other.bounds), printed: self.printed_with(other, |a, b| a - b) }
    }

    pub(super) fn times(self, other: Self) -> Self {
        Self { bounds: self.bounds.times(other.bounds), printed: self.printed_with(other, |a, b| a * b) }
    }

    /// The quotient, unless the divisor is nothing for certain.
    pub(super) fn over(self, divisor: Self) -> Result {
        if divisor.bounds.is_zero() {
            return Err(Unavailable::ZeroDivisor);
        }
        Ok(Self { bounds: self.bounds.over(divisor.bounds), printed: self.printed_with(divisor, |a, b| a / b) })
    }

    pub(super) fn as_per_cent(self) -> Self {
        self.times(Self::exactly(100.0))
    }

    /// A per cent as a part of one, multiplied in: a division by 100, which keeps whole results whole.
    pub(super) fn per_hundred(self) -> Self {
        let hundred = Self::exactly(100.0);
        Self { bounds: self.bounds.over(hundred.bounds), printed: self.printed_with(hundred, |a, b| a / b) }
    }

    /// A formula over the printed values of both, or `None` where one has none or the result is no number.
    pub(super) fn printed_with(self, other: Self, formula: impl Fn(f64, f64) -> f64) -> Option<f64> {
        Some(formula(self.printed?, other.printed?)).filter(|value| value.is_finite())
    }
}
