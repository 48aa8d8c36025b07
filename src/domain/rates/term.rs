//! A value in a formula: its bounds, its printed value, and, where it can't be computed, the reason. With operators, a
//! formula over terms reads as it is written on paper, and the reason why a value is missing passes through it.

use std::ops::{Add, Div, Mul, Sub};

use crate::domain::bounds::Bounds;
use crate::domain::figure::Figure;
use crate::domain::rate::{Rate, Unavailable};

/// A value in a formula.
///
/// Per cents are multiplied by 100 before they are divided, `100.0 * total / force`, so that whole results stay whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::domain) struct Term {
    /// Without meaning where there is a reason.
    pub(in crate::domain) bounds: Bounds,
    pub(in crate::domain) printed: Option<f64>,
    /// Why there is no value.
    pub(in crate::domain) reason: Option<Unavailable>,
}

impl Term {
    /// A number without any doubt.
    pub(in crate::domain) fn exactly(value: f64) -> Self {
        Self { bounds: Bounds::exactly(value), printed: Some(value), reason: None }
    }

    /// No value, for a reason.
    pub(in crate::domain) fn unavailable(reason: Unavailable) -> Self {
        Self { reason: Some(reason), ..Self::exactly(0.0) }
    }

    /// A figure's value, or the reason where there is no figure.
    pub(in crate::domain) fn from_figure(figure: Option<Figure>, reason: Unavailable) -> Self {
        figure.map_or(Self::unavailable(reason), Self::from)
    }

    /// Whether there is a value.
    pub(in crate::domain) fn is_available(&self) -> bool {
        self.reason.is_none()
    }

    /// This value, or the first missing one of the inputs that the formula names, if any is missing.
    #[inline(never)]
    pub(in crate::domain) fn requiring(self, inputs: &[&Self]) -> Self {
        inputs.iter().find(|input| !input.is_available()).map_or(self, |input| **input)
    }

    /// The same value with other bounds. Without bounds there is no value, for a reason.
    #[inline(never)]
    pub(in crate::domain) fn with_bounds(self, bounds: Option<Bounds>, reason: Unavailable) -> Self {
        match (self.reason, bounds) {
            (None, Some(bounds)) => Self { bounds, ..self },
            (None, None) => Self::unavailable(reason),
            (Some(_), _) => self,
        }
    }

    #[inline(never)]
    fn combined(&self, other: &Self, bounds: fn(Bounds, Bounds) -> Bounds, printed: fn(f64, f64) -> f64) -> Self {
        let reason = match (self.reason, other.reason) {
            // A missing input is reported rather than a calculation that failed.
            (Some(reason), Some(other)) if reason.is_failure() && !other.is_failure() => Some(other),
            (reason, other) => reason.or(other),
        };
        let printed = self.printed.zip(other.printed).map(|(a, b)| printed(a, b)).filter(|value| value.is_finite());
        Self { bounds: bounds(self.bounds, other.bounds), printed, reason }
    }

    /// The sum of this and the other terms, leaving out those that are not available.
    #[inline(never)]
    pub(in crate::domain) fn plus_available(self, others: &[Self]) -> Self {
        let mut sum = self;
        for other in others {
            if other.is_available() {
                sum = if sum.is_available() { sum + *other } else { *other };
            }
        }
        sum
    }

    /// A per cent limited to 100. Where even its low end is higher, there is none.
    pub(in crate::domain) fn capped(self) -> Self {
        self.with_bounds(self.bounds.capped(100.0), Unavailable::MoreThanDeployed)
    }

    /// A value limited to `floor` and above. Where even its high end is lower, there is none.
    pub(in crate::domain) fn floored(self, floor: f64) -> Self {
        self.with_bounds(self.bounds.floored(floor), Unavailable::MoreThanDeployed)
    }
}

impl Add for Term {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.combined(&other, Bounds::add, f64::add)
    }
}

impl Sub for Term {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.combined(&other, Bounds::sub, f64::sub)
    }
}

impl Mul for Term {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.combined(&other, Bounds::mul, f64::mul)
    }
}

/// The quotient, unless the divisor can only be zero.
impl Div for Term {
    type Output = Self;

    fn div(self, divisor: Self) -> Self {
        let quotient = self.combined(&divisor, Bounds::div, f64::div);
        let possible = !divisor.is_available() || !divisor.bounds.is_zero();
        quotient.with_bounds(possible.then_some(quotient.bounds), Unavailable::ZeroDivisor)
    }
}

impl Add<Term> for f64 {
    type Output = Term;

    fn add(self, other: Term) -> Term {
        Term::exactly(self) + other
    }
}

impl Sub<f64> for Term {
    type Output = Self;

    fn sub(self, other: f64) -> Self {
        self - Self::exactly(other)
    }
}

impl Sub<Term> for f64 {
    type Output = Term;

    fn sub(self, other: Term) -> Term {
        Term::exactly(self) - other
    }
}

impl Mul<Term> for f64 {
    type Output = Term;

    fn mul(self, other: Term) -> Term {
        Term::exactly(self) * other
    }
}

impl Div<f64> for Term {
    type Output = Self;

    fn div(self, divisor: f64) -> Self {
        self / Self::exactly(divisor)
    }
}

impl Div<Term> for f64 {
    type Output = Term;

    fn div(self, divisor: Term) -> Term {
        Term::exactly(self) / divisor
    }
}

impl From<Figure> for Term {
    #[inline(never)]
    fn from(figure: Figure) -> Self {
        Self { bounds: figure.bounds(), printed: figure.printed(), reason: None }
    }
}

impl From<Rate> for Term {
    fn from(rate: Rate) -> Self {
        Self { bounds: rate.bounds, printed: rate.printed, reason: None }
    }
}

/// The sum of the terms that are available. Where none is, the first one's reason.
pub(super) fn sum(terms: &[Term]) -> Term {
    match terms.split_first() {
        Some((first, others)) => first.plus_available(others),
        None => Term::exactly(0.0),
    }
}
