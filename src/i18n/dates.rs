//! The dates of claims in words.

use super::locale::Locale;
use super::message::Message;
use crate::domain::Claim;

/// The day or the period that a claim's figures are for; a day in the source's own words where the dataset has them.
pub fn as_of(claim: &Claim, locale: &Locale) -> Option<String> {
    if let Some(period) = claim.period {
        let (from, to) = (locale.date(period.from), locale.date(period.to));
        return Some(locale.fill(Message::PeriodOf, &[("from", &from), ("to", &to)]));
    }
    match (&claim.as_of_words, claim.as_of) {
        (Some(words), _) => Some(String::from(&**words)),
        (None, date) => date.map(|date| locale.date(date)),
    }
}

/// Both dates of a claim, each after a dot: the day of its figures, and that of publication.
pub fn claim_dates(claim: &Claim, locale: &Locale) -> String {
    let mut dates = String::new();
    let published = claim.published.map(|date| locale.date(date));
    for (message, date) in [(Message::AsOf, as_of(claim, locale)), (Message::Published, published)] {
        if let Some(date) = date {
            dates += " · ";
            dates += &locale.fill(message, &[("date", &date)]);
        }
    }
    dates
}

/// The day of the newest publication, in a sentence; empty where no claim gives one.
pub fn published_until(claims: &[Claim], locale: &Locale) -> String {
    let mut newest = None;
    for claim in claims {
        newest = newest.max(claim.published);
    }
    newest.map_or_else(String::new, |newest| locale.fill(Message::PublishedUpTo, &[("date", &locale.date(newest))]))
}
