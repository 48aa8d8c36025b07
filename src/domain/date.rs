//! Dates of reported figures: a day, a month or a year. They have no time of day and no time zone.

use time::Date as Day;
use time::Month;

use super::decimal::decimal_text;

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

/// A day, a month or a year: the span of days in which the moment lies.
///
/// ```
/// use casualty_calculator::domain::{Date, DateError, Precision};
///
/// let month = Date::parse("2024-11")?;
/// assert_eq!((month.precision(), month.text()), (Precision::Month, "2024-11".to_owned()));
/// assert_eq!(month.days_until(Date::parse("2024-11-30")?), 0, "the last day lies in the month");
/// # Ok::<(), DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    first: Day,
    precision: Precision,
}

/// The text is not a date of the form 2025-01-15, 2025-01 or 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

impl Date {
    /// Reads a date of the form 2025-01-15, 2025-01 or 2025.
    ///
    /// # Errors
    /// Where the text has another form, or there is no such day in the calendar.
    #[inline(never)]
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let mut part = |length: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()) => {
                part.parse::<u16>().map(Some).map_err(|_| DateError)
            }
            Some(_) => Err(DateError),
        };
        let (year, month, day) = (part(4)?.ok_or(DateError)?, part(2)?, part(2)?);
        let precision = match (month, day) {
            (None, _) => Precision::Year,
            (_, None) => Precision::Month,
            _ => Precision::Day,
        };
        let month = u8::try_from(month.unwrap_or(1)).ok().and_then(|month| Month::try_from(month).ok());
        let day = u8::try_from(day.unwrap_or(1)).map_err(|_| DateError)?;
        let first = Day::from_calendar_date(i32::from(year), month.ok_or(DateError)?, day).map_err(|_| DateError)?;
        if parts.next().is_some() { Err(DateError) } else { Ok(Self { first, precision }) }
    }

    /// A month, counted from January of the year 0.
    pub fn of_month(months: i32) -> Option<Self> {
        let month = Month::try_from(u8::try_from(months.rem_euclid(12)).ok()? + 1).ok()?;
        let first = Day::from_calendar_date(months.div_euclid(12), month, 1).ok()?;
        Some(Self { first, precision: Precision::Month })
    }

    /// The month that it is in, or begins in, counted from January of the year 0.
    pub fn month(self) -> i32 {
        self.first.year() * 12 + i32::from(u8::from(self.first.month())) - 1
    }

    /// The year that it is in.
    pub fn year(self) -> Self {
        let first = Day::from_calendar_date(self.first.year(), Month::January, 1).unwrap_or(self.first);
        Self { first, precision: Precision::Year }
    }

    /// The date in the form 2025-01-15, 2025-01 or 2025.
    #[inline(never)]
    pub fn text(self) -> String {
        let (year, month, day) = self.first.to_calendar_date();
        let mut text = digits(year, 4);
        if self.precision != Precision::Year {
            text += "-";
            text += &digits(u8::from(month).into(), 2);
        }
        if self.precision == Precision::Day {
            text += "-";
            text += &digits(day.into(), 2);
        }
        text
    }

    /// How exactly it is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The first day that it may be.
    pub fn first_day(self) -> Day {
        self.first
    }

    /// The last day that it may be.
    #[inline(never)]
    pub fn last_day(self) -> Day {
        let (year, month, _) = self.first.to_calendar_date();
        let month = match self.precision {
            Precision::Day => return self.first,
            Precision::Month => month,
            Precision::Year => Month::December,
        };
        Day::from_calendar_date(year, month, month.length(year)).unwrap_or(self.first)
    }

    /// The first day that it may be, as a date.
    pub(super) fn first(self) -> Self {
        Self { first: self.first, precision: Precision::Day }
    }

    /// The last day that it may be, as a date.
    pub(super) fn last(self) -> Self {
        Self { first: self.last_day(), precision: Precision::Day }
    }

    /// Days from the last day that this may be to the first that a later date may be; below one where they overlap or it is
    /// earlier.
    #[inline(never)]
    pub fn days_until(self, later: Self) -> i32 {
        later.first.to_julian_day() - self.last_day().to_julian_day()
    }

    /// Whether all of it comes before all of another.
    pub fn is_before(self, other: Self) -> bool {
        self.days_until(other) > 0
    }

    /// The days between the nearest ends of two dates; none where they overlap.
    #[inline(never)]
    pub(super) fn days_apart(self, other: Self) -> i32 {
        self.days_until(other).max(other.days_until(self)).max(0)
    }
}

/// The fewest and the most days from one date to another, both counted; the most is below one where the second comes first.
#[inline(never)]
pub(super) fn days_counted(start: Date, end: Date) -> (i32, i32) {
    let fewest = start.days_until(end) + 1;
    let most = end.last_day().to_julian_day() - start.first.to_julian_day() + 1;
    (fewest.max(1).min(most), most)
}

fn digits(number: i32, length: usize) -> String {
    let digits = decimal_text(f64::from(number));
    "0".repeat(length - digits.len().min(length)) + &digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_exactly_as_it_is_given_and_in_no_other_form() {
        for text in ["2025-01-15", "2024-02-29", "2025-01", "2025"] {
            assert_eq!(Date::parse(text).map(Date::text), Ok(text.to_owned()));
        }
        for text in [
            "",
            "2025-1-15",
            "2025-02-30",
            "2025-13-01",
            "2025-13",
            "2025-00",
            "15-01-2025",
            "2025-01-15-1",
            "+025-01-15",
            "2025-01-15T00",
            "2025-",
            "25",
        ] {
            assert_eq!(Date::parse(text), Err(DateError), "{text}");
        }
    }

    #[test]
    fn the_first_and_the_last_day_both_count() -> Result<(), DateError> {
        for (start, end, expected) in [
            ("2024-11-01", "2024-11-30", (30, 30)),
            ("2024-02-28", "2024-03-01", (3, 3)),
            ("2025-01-15", "2025-01-15", (1, 1)),
            ("2025-01-16", "2025-01-15", (0, 0)),
            ("2025-01-20", "2025-01-15", (-4, -4)),
            ("2024-10", "2024-11-30", (31, 61)),
            ("2024-10-15", "2024-10", (1, 17)),
            ("2024", "2024-02", (1, 60)),
            ("2024-12", "2024-10", (-30, -30)),
        ] {
            let (start_date, end_date) = (Date::parse(start)?, Date::parse(end)?);
            assert_eq!(days_counted(start_date, end_date), expected, "{start} to {end}");
        }
        Ok(())
    }

    #[test]
    fn dates_are_apart_by_their_nearest_days() -> Result<(), DateError> {
        for (one, other, expected) in [
            ("2024-11", "2024-11-20", 0),
            ("2024-11", "2024-12-10", 10),
            ("2024", "2026", 366),
            ("2025-01-01", "2025-01-16", 15),
        ] {
            let (one_date, other_date) = (Date::parse(one)?, Date::parse(other)?);
            assert_eq!(one_date.days_apart(other_date), expected, "{one}, {other}");
            assert_eq!(other_date.days_apart(one_date), expected, "{other}, {one}");
        }
        Ok(())
    }
}
