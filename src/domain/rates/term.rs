//! A value in a formula: what it may be, what it is as printed, and why there is none where there is none. A formula
//! over terms reads like the formula; what is missing in it comes out of it.

use crate::domain::bounds::Bounds;
use crate::domain::figure::Figure;
use crate::domain::rate::{Rate, Unavailable};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::domain) struct Term {
    /// Without meaning where there is a reason.
    pub(in crate::domain) bounds: Bounds,
    pub(in crate::domain) printed: Option<f64>,
    /// Why there is no value.
    pub(in crate::domain) reason: Option<Unavailable>,
}

impl Term {
    pub(in crate::domain) fn exactly(value: f64) -> Self {
        Self { bounds: Bounds::exactly(value), printed: Some(value), reason: None }
    }

    /// No value, for a reason.
    pub(in crate::domain) fn without(reason: Unavailable) -> Self {
        Self { reason: Some(reason), ..Self::exactly(0.0) }
    }

    /// A figure's value, or the reason where there is no figure.
    pub(in crate::domain) fn of(figure: Option<Figure>, reason: Unavailable) -> Self {
        figure.map_or(Self::without(reason), |figure| Self {
            bounds: figure.bounds(),
            printed: figure.printed(),
            reason: None,
        })
    }

    pub(in crate::domain) fn is_given(&self) -> bool {
        self.reason.is_none()
    }

    /// The same, unless one of the inputs that the formula names is missing: then the first of these.
    #[inline(never)]
    pub(in crate::domain) fn needing(self, inputs: &[&Self]) -> Self {
        inputs.iter().find(|input| !input.is_given()).map_or(self, |input| **input)
    }

    /// The same, with bounds only where they are possible; else without a value, for a reason.
    #[inline(never)]
    pub(in crate::domain) fn bounded(self, bounds: Option<Bounds>, reason: Unavailable) -> Self {
        match (self.reason, bounds) {
            (None, Some(bounds)) => Self { bounds, ..self },
            (None, None) => Self::without(reason),
            (Some(_), _) => self,
        }
    }

    #[inline(never)]
    fn combined(&self, other: &Self, bounds: fn(Bounds, Bounds) -> Bounds, printed: fn(f64, f64) -> f64) -> Self {
        let reason = match (self.reason, other.reason) {
            // What is missing is named before what fails.
            (Some(reason), Some(later)) if reason.is_failure() && !later.is_failure() => Some(later),
            (reason, later) => reason.or(later),
        };
        let printed = self.printed.zip(other.printed).map(|(a, b)| printed(a, b)).filter(|value| value.is_finite());
        Self { bounds: bounds(self.bounds, other.bounds), printed, reason }
    }

    pub(in crate::domain) fn plus(self, other: Self) -> Self {
        self.combined(&other, Bounds::plus, |a, b| a + b)
    }

    /// The sum with those of the others that are given; where this is not, the sum of those alone.
    #[inline(never)]
    pub(in crate::domain) fn and_given(self, others: &[Self]) -> Self {
        let mut sum = self;
        for other in others {
            if other.is_given() {
                sum = if sum.is_given() { sum.plus(*other) } else { *other };
            }
        }
        sum
    }

    pub(in crate::domain) fn minus(self, other: Self) -> Self {
        self.combined(&other, Bounds::minus, |a, b| a - b)
    }

    pub(in crate::domain) fn times(self, other: Self) -> Self {
        self.combined(&other, Bounds::times, |a, b| a * b)
    }

    /// The quotient, unless the divisor is nothing for certain.
    pub(in crate::domain) fn over(self, divisor: Self) -> Self {
        let quotient = self.combined(&divisor, Bounds::over, |a, b| a / b);
        let possible = !divisor.is_given() || !divisor.bounds.is_zero();
        quotient.bounded(possible.then_some(quotient.bounds), Unavailable::ZeroDivisor)
    }

    pub(in crate::domain) fn as_per_cent(self) -> Self {
        self.times(Self::exactly(100.0))
    }

    /// A per cent as a part of one, multiplied in: a division by 100, which keeps whole results whole.
    pub(in crate::domain) fn per_hundred(self) -> Self {
        self.over(Self::exactly(100.0))
    }

    /// At most the whole; a per cent that is more, whatever the wording allows, is none.
    pub(in crate::domain) fn capped(self) -> Self {
        self.bounded(self.bounds.capped(100.0), Unavailable::MoreThanDeployed)
    }

    /// At least so much; a value that is less, whatever the wording allows, is none.
    pub(in crate::domain) fn floored(self, floor: f64) -> Self {
        self.bounded(self.bounds.floored(floor), Unavailable::MoreThanDeployed)
    }
}

impl From<Rate> for Term {
    fn from(rate: Rate) -> Self {
        Self { bounds: rate.bounds, printed: rate.printed, reason: None }
    }
}

/// The sum of the terms that are given; where none is, the first one's reason.
pub(super) fn sum(terms: &[Term]) -> Term {
    match terms.split_first() {
        Some((first, others)) => first.and_given(others),
        None => Term::exactly(0.0),
    }
}
