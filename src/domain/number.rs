//! A number as a source writes it: in decimals, or as a fraction such as "1/3".

use super::decimal::{as_written, decimal_text, parse_decimal, place_value};
use super::unit::Unit;

/// The largest denominator that is read. Nobody writes a share in smaller parts.
const MAX_DENOMINATOR: f64 = 1_000.0;

/// A number as a source writes it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Number {
    /// In people, per cent, or as a ratio.
    pub value: f64,
    /// What a fraction divides by; zero where the number is written in decimals.
    pub(super) denominator: u16,
}

impl Number {
    /// Reads a fraction such as "1/3": two whole numbers, the second above zero. Of per cents it is the part of a whole.
    ///
    /// ```
    /// use casualty_calculator::domain::{Number, Unit};
    ///
    /// assert_eq!(Number::parse_fraction("1/4", Unit::Percent).map(|number| number.value), Some(25.0));
    /// assert_eq!(Number::parse_fraction("1/4", Unit::People), None, "people are counted whole");
    /// ```
    #[inline(never)]
    pub fn parse_fraction(text: &str, unit: Unit) -> Option<Self> {
        if !unit.allows_fractions() {
            return None;
        }
        let (numerator, denominator) = text.split_once('/')?;
        let whole = |text| parse_decimal(text).filter(|number| number.fract() == 0.0 && *number <= MAX_DENOMINATOR);
        let (numerator, denominator) = (whole(numerator)?, whole(denominator)?);
        if denominator == 0.0 {
            return None;
        }
        Some(Self { value: unit.whole() * numerator / denominator, denominator: denominator as u16 })
    }

    /// Whether it is written as a fraction.
    pub fn is_fraction(self) -> bool {
        self.denominator > 0
    }

    /// The number as it is written in datasets: "35.5", "1/3".
    #[inline(never)]
    pub fn text(self, unit: Unit) -> String {
        if !self.is_fraction() {
            return decimal_text(self.value);
        }
        let denominator = f64::from(self.denominator);
        let numerator = (self.value * denominator / unit.whole()).round();
        [&*decimal_text(numerator), "/", &decimal_text(denominator)].concat()
    }

    /// The number that can be written, so that what a page computes, such as 100 ÷ 3, is the same in a link.
    pub(super) fn as_written(self) -> Self {
        if self.is_fraction() { self } else { Self::from(as_written(self.value)) }
    }

    /// The same number in decimals: a fraction to four of them.
    pub fn in_decimals(self) -> Self {
        if self.is_fraction() { Self::from((self.value * 1e4).round() / 1e4) } else { self }
    }

    /// How far "about" and "nearly" reach below and above it: half the place value of its last digit that is not zero, but
    /// no more than a tenth of it. A fraction has no such digit.
    #[inline(never)]
    pub(super) fn around(self) -> (f64, f64) {
        if !self.is_fraction() {
            let reach = (place_value(self.value) / 2.0).min(self.value / 10.0);
            return (self.value - reach, self.value + reach);
        }
        // Nine and eleven tenths of it, in whole numbers as far as they go: 9/10 of a third is three tenths and no less.
        let denominator = f64::from(self.denominator);
        let tenths = (self.value * denominator).round();
        (9.0 * tenths / (10.0 * denominator), 11.0 * tenths / (10.0 * denominator))
    }
}

impl From<f64> for Number {
    /// Zero has one sign here, so that equal figures are equal everywhere.
    fn from(value: f64) -> Self {
        Self { value: if value == 0.0 { 0.0 } else { value }, denominator: 0 }
    }
}
