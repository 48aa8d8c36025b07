//! Calendar dates. Reported figures have no time of day and no time zone.

pub use time::Date;

use super::decimal::decimal_text;

/// The text is not a date of the form 2025-01-15.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

impl DateError {
    /// What was expected.
    pub fn message(self) -> &'static str {
        "expected a date such as 2025-01-15"
    }
}

/// Reads a date of the form 2025-01-15.
///
/// ```
/// use casualty_calculator::domain::{DateError, date_text, parse_date};
///
/// assert_eq!(parse_date("2025-01-15").map(date_text), Ok("2025-01-15".to_owned()));
/// assert_eq!(parse_date("2025-02-30"), Err(DateError), "there is no such day");
/// ```
///
/// # Errors
/// Where the text has another form, or there is no such day in the calendar.
pub fn parse_date(text: &str) -> Result<Date, DateError> {
    let mut parts = text.split('-');
    let mut part = |length: usize| {
        let part = parts.next().filter(|part| part.len() == length).ok_or(DateError)?;
        let all_digits = part.bytes().all(|byte| byte.is_ascii_digit());
        if all_digits { part.parse::<u16>().map_err(|_| DateError) } else { Err(DateError) }
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    if parts.next().is_some() {
        return Err(DateError);
    }
    let month = u8::try_from(month).ok().and_then(|month| time::Month::try_from(month).ok()).ok_or(DateError)?;
    let day = u8::try_from(day).map_err(|_| DateError)?;
    Date::from_calendar_date(i32::from(year), month, day).map_err(|_| DateError)
}

/// The date in the form 2025-01-15.
pub fn date_text(date: Date) -> String {
    let (year, month, day) = date.to_calendar_date();
    let part = |number: i32, length| {
        let digits = decimal_text(f64::from(number));
        "0".repeat(length - digits.len().min(length)) + &digits
    };
    [part(year, 4), part(u8::from(month).into(), 2), part(day.into(), 2)].join("-")
}

/// Days from one date to a later one; negative where it is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    to.to_julian_day() - from.to_julian_day()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_one_form_only() {
        assert_eq!(parse_date("2025-01-15").map(date_text), Ok("2025-01-15".to_owned()));
        for text in
            ["", "2025-1-15", "2025-02-30", "2025-13-01", "15-01-2025", "2025-01-15-1", "+025-01-15", "2025-01-15T00"]
        {
            assert_eq!(parse_date(text), Err(DateError), "{text}");
        }
    }

    #[test]
    fn days_count_across_a_leap_day() -> Result<(), DateError> {
        assert_eq!(days_between(parse_date("2024-02-28")?, parse_date("2024-03-01")?), 2);
        assert_eq!(days_between(parse_date("2024-10-15")?, parse_date("2025-01-15")?), 92);
        Ok(())
    }
}
