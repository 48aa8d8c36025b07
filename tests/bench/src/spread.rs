//! Numbers that were measured several times: their median, and between which half of them lie.

use std::fmt;

/// What was measured several times.
#[derive(Clone, Debug, Default)]
pub struct Spread(Vec<f64>);

impl Spread {
    /// All that was measured, in any order.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<_> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        Self(values)
    }

    /// The value that half of them lie below.
    pub fn median(&self) -> f64 {
        self.at(0.5)
    }

    /// The value that so great a part of them lies below, between the two nearest ones.
    fn at(&self, part: f64) -> f64 {
        let place = part * self.0.len().saturating_sub(1) as f64;
        let (below, above) = (place.floor() as usize, place.ceil() as usize);
        let value = |at: usize| self.0.get(at).copied().unwrap_or(f64::NAN);
        value(below) + (value(above) - value(below)) * place.fract()
    }
}

/// The median, then the quartiles in brackets.
impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("–");
        }
        write!(f, "{} ({}–{})", number(self.median()), number(self.at(0.25)), number(self.at(0.75)))
    }
}

/// A number with as many digits as mean something.
pub fn number(value: f64) -> String {
    match value.abs() {
        _ if value.is_nan() => "–".to_owned(),
        size if size >= 100.0 => grouped(value),
        size if size >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// A whole number with commas between its thousands.
pub fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if value <= -0.5 { format!("−{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::{Spread, grouped, number};

    #[test]
    fn finds_median_and_quartiles_between_values() {
        assert_eq!(Spread::of([4.0, 1.0, 3.0, 2.0]).to_string(), "2.50 (1.75–3.25)");
        assert_eq!(Spread::of([120.0]).to_string(), "120 (120–120)");
        assert_eq!(Spread::default().to_string(), "–");
    }

    #[test]
    fn groups_thousands() {
        assert_eq!(grouped(1_234_567.0), "1,234,567");
        assert_eq!(number(-1_000.0), "−1,000");
    }
}
