//! An axis of days, with months or years on it.

use crate::components::html::svg::reading_place;
use crate::domain::Date;
use crate::i18n::Locale;
use crate::state::is_spare;

/// More marks than this don't fit beside each other.
const MAX_MARKS: usize = 5;

/// The days that the axis shows, and where they stand on it.
pub(super) struct DayAxis<'a> {
    start: Date,
    first: f64,
    last: f64,
    locale: &'a Locale,
}

/// A mark of the axis.
pub(super) struct DayMark {
    /// Where it stands.
    pub(super) place: String,
    /// Where its text is held.
    pub(super) anchor: &'static str,
    pub(super) text: String,
    /// Whether it may go where room is scarce.
    pub(super) is_spare: bool,
}

impl<'a> DayAxis<'a> {
    /// The axis for dates, of which there is one at least, the earliest first.
    pub(super) fn new(dates: &[Date], locale: &'a Locale) -> Self {
        let mut last = ends(dates[0])[1];
        for date in dates {
            last = last.max(ends(*date)[1]);
        }
        let [first, _] = ends(dates[0]);
        Self { start: dates[0], first, last: last.max(first + 1.0), locale }
    }

    /// How far along a day is, between a margin on both sides that keeps marks and numbers whole.
    fn share(&self, day: f64) -> f64 {
        0.08 + (day - self.first) / (self.last - self.first) * 0.88
    }

    /// Where a date begins, where its middle is, and where it ends.
    pub(super) fn places(&self, date: Date) -> [String; 3] {
        let [first, last] = ends(date);
        [first, f64::midpoint(first, last), last].map(|day| reading_place(self.share(day), self.locale))
    }

    /// The beginnings of months or, where these would be too many, of years; where fewer than two begin, the ends of
    /// the axis.
    pub(super) fn marks(&self, dates: &[Date]) -> Vec<DayMark> {
        let mut dates_marked = Vec::new();
        for months in [1, 2, 3, 6, 12, 24, 60, 120, 240] {
            dates_marked = self.every(months);
            if dates_marked.len() <= MAX_MARKS {
                break;
            }
        }
        if dates_marked.len() < 2 {
            dates_marked = vec![dates[0]];
            dates_marked.extend(dates.last().filter(|last| **last != dates[0]));
        }
        let mut marks = Vec::new();
        let last = dates_marked.len() as u32 - 1;
        for (index, date) in (0..).zip(dates_marked) {
            let share = self.share(ends(date)[0]);
            let anchor = match share {
                share if share < 0.2 => "start",
                share if share > 0.8 => "end",
                _ => "middle",
            };
            let place = reading_place(share, self.locale);
            marks.push(DayMark { place, anchor, text: self.locale.date(date), is_spare: is_spare(index, last) });
        }
        marks
    }

    /// The months of the axis that are so many apart; whole years as years.
    fn every(&self, months: i32) -> Vec<Date> {
        let mut found = Vec::new();
        let mut month = self.start.month();
        while let Some(date) = Date::of_month(month) {
            let [first, _] = ends(date);
            if first > self.last {
                break;
            }
            if first >= self.first && month % months == 0 {
                found.push(if months < 12 { date } else { date.year() });
            }
            month += 1;
        }
        found
    }
}

/// The first and the last day of a date.
fn ends(date: Date) -> [f64; 2] {
    [date.first_day(), date.last_day()].map(|day| f64::from(day.to_julian_day()))
}
