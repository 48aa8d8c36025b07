//! Decimal texts of plain numbers, without the parser and the printer of the standard library: these would take more
//! bytes in the browser's copy than the rest of the arithmetic.

/// The most digits that a decimal text may have. Each such text has a double of its own, and printing that double gives
/// the text back.
const MAX_DIGITS: usize = 15;

/// The largest power of ten that a double holds exactly.
const MAX_PLACES: u32 = 22;

/// A number as whole units of a decimal place: 12.5 is 125 with 1 place.
#[derive(Clone, Copy)]
struct Digits {
    units: u64,
    places: u32,
}

/// The shortest decimal digits of a finite number from 0 to 10^15, as far as a text may have them: no more than fifteen, and
/// no more than 22 of them decimals.
fn digits(x: f64) -> Digits {
    let mut places = 0;
    loop {
        let scale = power_of_ten(places);
        let units = (x * scale).round();
        // Both are exact doubles, so their quotient is the double nearest to the decimal text: if it equals `x`, that
        // text stands for `x`.
        if units / scale == x || places == MAX_PLACES || units >= 1e14 {
            return Digits { units: units as u64, places };
        }
        places += 1;
    }
}

fn power_of_ten(n: u32) -> f64 {
    (0..n).fold(1.0, |power, _| power * 10.0)
}

/// The number that the decimal text of a finite number from 0 to 10^15 stands for: where that has more digits than a text
/// may have, the one that is nearest.
pub(super) fn as_written(x: f64) -> f64 {
    let Digits { units, places } = digits(x);
    units as f64 / power_of_ten(places)
}

/// The place value of the last digit of `x` that is not zero, in its shortest decimal text: 4000 gives 1000, 2700 gives
/// 100, 36 gives 1, 12.5 gives 0.1. Zero gives zero.
pub(super) fn place_value(x: f64) -> f64 {
    let Digits { mut units, places } = digits(x);
    if units == 0 {
        return 0.0;
    }
    let mut value = 1.0;
    while units.is_multiple_of(10) {
        units /= 10;
        value *= 10.0;
    }
    value / power_of_ten(places)
}

/// The shortest decimal text of a finite number that is not negative, with a decimal point, no grouping and no
/// exponent.
///
/// ```
/// use casualty_calculator::domain::decimal_text;
/// assert_eq!(decimal_text(11000.0), "11000");
/// assert_eq!(decimal_text(35.5), "35.5");
/// ```
pub fn decimal_text(x: f64) -> String {
    let Digits { mut units, mut places } = digits(x);
    let mut text = Vec::new();
    loop {
        text.push(b'0' + (units % 10) as u8);
        units /= 10;
        places = match places {
            0 if units == 0 => break,
            0 => 0,
            1 => {
                text.push(b'.');
                0
            }
            more => more - 1,
        };
    }
    text.iter().rev().copied().map(char::from).collect()
}

/// Reads digits with at most one decimal point: no sign, no grouping, no exponent, and no more digits than a double
/// holds.
///
/// ```
/// use casualty_calculator::domain::parse_decimal;
/// assert_eq!(parse_decimal("35.5"), Some(35.5));
/// assert_eq!(parse_decimal("1e3"), None);
/// ```
pub fn parse_decimal(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = || whole.bytes().chain(fraction.bytes());
    let ends_in_point = text.len() > whole.len() && fraction.is_empty();
    if whole.is_empty() || ends_in_point || !digits().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let significant = digits().skip_while(|byte| *byte == b'0').count();
    if significant > MAX_DIGITS || fraction.len() > MAX_PLACES as usize {
        return None;
    }
    let units = digits().fold(0_u64, |units, byte| units * 10 + u64::from(byte - b'0'));
    // A double holds both exactly, so their quotient is the double nearest to the text.
    Some(units as f64 / power_of_ten(fraction.len() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn place_values_are_those_of_the_rule_for_about() {
        for (x, expected) in [(4000.0, 1000.0), (2700.0, 100.0), (36.0, 1.0), (12.5, 0.1), (0.0, 0.0), (33.3, 0.1)] {
            assert_eq!(place_value(x), expected, "{x}");
        }
    }

    proptest! {
        #[test]
        fn a_text_is_read_as_the_same_number_as_by_the_standard_library(units in 0_u64..1_000_000_000_000_000, places in 0_usize..15) {
            let mut text = format!("{units:0>width$}", width = places + 1);
            if places > 0 {
                text.insert(text.len() - places, '.');
            }
            prop_assert_eq!(parse_decimal(&text), Some(text.parse::<f64>().expect("digits")));
        }

        #[test]
        fn a_number_that_is_printed_and_read_again_is_unchanged(units in 0_u64..1_000_000_000_000, places in 0_u32..6) {
            let x = units as f64 / 10_f64.powi(places as i32);
            prop_assert_eq!(decimal_text(x), format!("{x}"));
            prop_assert_eq!(parse_decimal(&decimal_text(x)), Some(x));
        }
    }
}
