//! Numbers and dates by icu4x, where there is no browser. The same meaning as in a browser, not always the same bytes.

use icu::calendar::Date as IcuDate;
use icu::datetime::{DateTimeFormatter, fieldsets::YMD};
use icu::decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};
use icu::locale::Locale as Tag;

use crate::domain::Date;

/// What writes the numbers and dates of a language.
pub(super) struct Formats {
    number: Option<DecimalFormatter>,
    date: Option<DateTimeFormatter<YMD>>,
}

impl Formats {
    /// For a language tag; one that is not known is written as the root language is.
    pub(super) fn of(tag: &str) -> Self {
        let tag = tag.parse::<Tag>().unwrap_or(Tag::UNKNOWN);
        let number = DecimalFormatter::try_new((&tag).into(), DecimalFormatterOptions::default()).ok();
        let date = DateTimeFormatter::try_new((&tag).into(), YMD::long()).ok();
        Self { number, date }
    }

    pub(super) fn number(&self, x: f64, decimals: usize) -> String {
        let plain = format!("{x:.decimals$}");
        let plain =
            if plain.contains('.') { plain.trim_end_matches('0').trim_end_matches('.').to_owned() } else { plain };
        match (&self.number, plain.parse::<Decimal>()) {
            (Some(format), Ok(number)) => format.format_to_string(&number),
            _ => plain,
        }
    }

    pub(super) fn date(&self, date: Date) -> String {
        let (year, month, day) = date.to_calendar_date();
        match (&self.date, IcuDate::try_new_iso(year, u8::from(month), day)) {
            (Some(format), Ok(date)) => format.format(&date).to_string(),
            _ => format!("{year:04}-{:02}-{day:02}", u8::from(month)),
        }
    }
}
