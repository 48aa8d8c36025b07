//! The dates of claims in words.

use super::locale::Locale;
use super::message::Message;
use crate::domain::{Claim, Date};

/// The date or the period that a claim's figures are for; a date in the source's own words where the dataset has them.
pub fn as_of(claim: &Claim, locale: &Locale) -> Option<String> {
    if let Some(period) = claim.period {
        let (from, to) = (locale.date(period.from), locale.date(period.to));
        if period.from == period.to {
            return Some(locale.fill(Message::PeriodOfOne, &[("date", &from)]));
        }
        return Some(locale.fill(Message::PeriodOf, &[("from", &from), ("to", &to)]));
    }
    match (&claim.as_of_words, claim.as_of) {
        (Some(words), _) => Some(String::from(&**words)),
        (None, date) => date.map(|date| locale.date(date)),
    }
}

/// The same in a phrase.
pub fn as_of_phrase(claim: &Claim, locale: &Locale) -> Option<String> {
    let date = as_of(claim, locale)?;
    // A period says itself that it is one.
    Some(if claim.period.is_some() { date } else { locale.fill(Message::AsOf, &[("date", &date)]) })
}

/// Both dates of a claim, each after a dot: that of its figures, and that of publication.
pub fn claim_dates(claim: &Claim, locale: &Locale) -> String {
    let mut dates = String::new();
    let published = claim.published.map(|date| locale.fill(Message::Published, &[("date", &locale.date(date))]));
    for date in [as_of_phrase(claim, locale), published].into_iter().flatten() {
        dates += " · ";
        dates += &date;
    }
    dates
}

/// The date of the newest publication, in a sentence; empty where no claim gives one.
pub fn published_until(claims: &[Claim], locale: &Locale) -> String {
    let mut newest: Option<Date> = None;
    for published in claims.iter().filter_map(|claim| claim.published) {
        if newest.is_none_or(|newest| newest.last_day() < published.last_day()) {
            newest = Some(published);
        }
    }
    newest.map_or_else(String::new, |newest| locale.fill(Message::PublishedUpTo, &[("date", &locale.date(newest))]))
}
