//! Numbers and dates by icu4x, where there is no browser. The same meaning as in a browser, not always the same bytes.

use icu::calendar::Date as IcuDate;
use icu::datetime::{
    DateTimeFormatter,
    fieldsets::{Y, YM, YMD},
};
use icu::decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};
use icu::locale::Locale as Tag;
use icu::locale::extensions::unicode::{key, value};
use icu::plurals::{PluralCategory, PluralRules};

use crate::domain::{Date, Precision};

/// What writes the numbers and dates of a language.
pub(super) struct Formats {
    number: Option<DecimalFormatter>,
    day: Option<DateTimeFormatter<YMD>>,
    month: Option<DateTimeFormatter<YM>>,
    year: Option<DateTimeFormatter<Y>>,
    plurals: Option<PluralRules>,
}

impl Formats {
    /// For a language tag, and that of the words; one that is not known is written as the root language is.
    pub(super) fn of(tag: &str, words_tag: &str) -> Self {
        let mut tag = tag.parse::<Tag>().unwrap_or(Tag::UNKNOWN);
        // As in a browser: digits of one kind, in charts and fields alike.
        tag.extensions.unicode.keywords.set(key!("nu"), value!("latn"));
        let number = DecimalFormatter::try_new((&tag).into(), DecimalFormatterOptions::default()).ok();
        let day = DateTimeFormatter::try_new((&tag).into(), YMD::long()).ok();
        let month = DateTimeFormatter::try_new((&tag).into(), YM::long()).ok();
        let year = DateTimeFormatter::try_new((&tag).into(), Y::long()).ok();
        Self { number, day, month, year, plurals: plural_rules(words_tag) }
    }

    /// The plural category of a number.
    pub(super) fn plural(&self, count: f64) -> String {
        let category = match (&self.plurals, format!("{count}").parse::<Decimal>()) {
            (Some(rules), Ok(count)) => rules.category_for(&count),
            _ => PluralCategory::Other,
        };
        category_name(category).to_owned()
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
        let (year, month, day) = date.first_day().to_calendar_date();
        let Ok(first) = IcuDate::try_new_iso(year, u8::from(month), day) else { return date.text() };
        let written = match date.precision() {
            Precision::Day => self.day.as_ref().map(|format| format.format(&first).to_string()),
            Precision::Month => self.month.as_ref().map(|format| format.format(&first).to_string()),
            Precision::Year => self.year.as_ref().map(|format| format.format(&first).to_string()),
        };
        written.unwrap_or_else(|| date.text())
    }
}

/// The plural categories of a language, by their names in CLDR.
#[cfg(test)]
pub(super) fn plural_categories(tag: &str) -> Vec<&'static str> {
    let rules = plural_rules(tag);
    rules.iter().flat_map(PluralRules::categories).map(category_name).collect()
}

fn plural_rules(tag: &str) -> Option<PluralRules> {
    let tag = tag.parse::<Tag>().ok()?;
    PluralRules::try_new_cardinal((&tag).into()).ok()
}

fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
