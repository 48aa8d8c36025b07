//! The figures of a claim or a scenario, listed in words.

use super::dates::as_of;
use super::labels::{quantity_label, rate_label};
use super::locale::Locale;
use super::message::Message;
use super::wording::Words;
use crate::domain::{Category, Claim, Coverage, Group, Quantity, RateName, Rates, Reported, Scenario, Unit};
use crate::text::append;

/// Adds a figure and what it counts to a list: "about 1,000 killed, about 3,000 wounded".
pub fn append_figure(figures: &mut String, figure: &str, counts: &str, locale: &Locale) {
    append(figures, locale.text(Message::ListComma), &figure_of(figure, counts, locale));
}

/// The categories of a scenario that are given.
pub fn scenario_figures(scenario: &Scenario, locale: &Locale) -> String {
    let mut figures = String::new();
    for category in Category::ALL {
        if let Some(figure) = scenario.figure(Quantity::Category(category)) {
            let figure = Words(locale).figure(figure, Unit::People);
            append_figure(&mut figures, &figure, locale.category(category), locale);
        }
    }
    figures
}

/// A claim's casualty figures, in the source's own words where the dataset has them; the size of the force where it gives
/// nothing else. A figure for a part of the time says so.
pub fn claim_figures(claim: &Claim, locale: &Locale) -> String {
    let words = Words(locale);
    let mut figures = String::new();
    for (category, reported) in claim.categories() {
        append_figure(&mut figures, &words.reported(reported, Unit::People), locale.category(category), locale);
    }
    for group in &claim.groups {
        append(&mut figures, locale.text(Message::ListComma), &group_figure(group, locale));
    }
    if let (Some(_), Some(period)) = (claim.period, as_of(claim, locale)) {
        if let Some(total) = claim.reported(Quantity::Casualties) {
            append_figure(&mut figures, &words.reported(total, Unit::People), &total_counts(claim, locale), locale);
        }
        append_stated(&mut figures, claim, locale);
        append(&mut figures, locale.text(Message::ListComma), &period);
    }
    if figures.is_empty() {
        append_stated(&mut figures, claim, locale);
    }
    if let (true, Some(deployed)) = (figures.is_empty(), claim.reported(Quantity::Deployed)) {
        let deployed = words.reported(deployed, Unit::People);
        figures = [locale.text(quantity_label(Quantity::Deployed)), ": ", &deployed].concat();
    }
    figures
}

/// What a claim's total counts, listed; where the source does not say it, that it does not.
pub fn total_counts(claim: &Claim, locale: &Locale) -> String {
    claim.covers.map_or_else(|| locale.text(Message::CountsUnknown).to_owned(), |covers| locale.coverage(covers))
}

/// What a claim's total counts, as a note beside the total; where the source does not say it, that it does not.
pub fn total_note(claim: &Claim, locale: &Locale) -> String {
    match claim.covers {
        Some(covers) => locale.fill(Message::ChartCounts, &[("counts", &locale.coverage(covers))]),
        None => locale.text(Message::CountsUnknown).to_owned(),
    }
}

/// Adds the rates that a claim states, but for that of all casualties.
fn append_stated(figures: &mut String, claim: &Claim, locale: &Locale) {
    for (name, stated) in claim.further_rates() {
        append(figures, locale.text(Message::ListComma), &stated_rate(*name, stated, locale));
    }
}

/// A rate that a source states, under its name.
pub fn stated_rate(name: RateName, stated: &Reported, locale: &Locale) -> String {
    let stated = Words(locale).reported(stated, name.measure().unit());
    locale.fill(Message::RateStatedOf, &[("name", &*rate_label(name, None, locale)), ("x", &stated)])
}

/// A figure for several categories at once: "about 3,000 wounded, missing combined".
pub fn group_figure(group: &Group, locale: &Locale) -> String {
    let count = Words(locale).reported(&group.count, Unit::People);
    figure_of(&count, &counted_together(group.covers, locale), locale)
}

/// What a claim can give, as the columns of a table.
#[cfg(feature = "publish")]
pub const COLUMNS: [Quantity; 7] = [
    Quantity::Deployed,
    Quantity::Category(Category::Killed),
    Quantity::Category(Category::Wounded),
    Quantity::Category(Category::Missing),
    Quantity::Category(Category::Captured),
    Quantity::Casualties,
    Quantity::Rate,
];

/// What a claim gives in a column, in words. What is counted together has no column of its own.
#[cfg(feature = "publish")]
pub fn given_in_column(claim: &Claim, quantity: Quantity, locale: &Locale) -> Option<String> {
    let words = Words(locale);
    let given = claim.reported(quantity).map(|given| words.reported(given, quantity.unit()));
    // A total says what it counts.
    let mut parts: Vec<_> = given
        .map(|given| {
            if quantity == Quantity::Casualties {
                [&*given, " (", &total_counts(claim, locale), ")"].concat()
            } else {
                given
            }
        })
        .into_iter()
        .collect();
    for group in claim.groups.iter().filter(|_| quantity == Quantity::Casualties) {
        parts.push(group_figure(group, locale));
    }
    if parts.is_empty() { None } else { Some(parts.join("; ")) }
}

/// Categories that one figure counts together.
pub fn counted_together(covers: Coverage, locale: &Locale) -> String {
    locale.fill(Message::GroupOf, &[("counts", &locale.coverage(covers))])
}

/// The total and the rate of the force: as the claim states them, else as they follow. Without a claim, those of the
/// reader's scenario.
pub fn total_and_rate(rates: &Rates, claim: Option<&Claim>, locale: &Locale) -> String {
    let words = Words(locale);
    let worked_out = |name| rates.get(name).ok().map(|rate| words.rate(name, &rate).value);
    let stated = |quantity: Quantity| {
        let reported = claim.and_then(|claim| claim.reported(quantity));
        reported.map(|reported| words.reported(reported, quantity.unit()))
    };
    let total = stated(Quantity::Casualties).or_else(|| worked_out(RateName::Casualties));
    let mut text = total.unwrap_or_else(|| locale.text(Message::NoTotal).to_owned());
    let rate = match (worked_out(RateName::CasualtyRate), stated(Quantity::Rate)) {
        (None, Some(stated)) => locale.fill(Message::RateStated, &[("x", &stated)]),
        (rate, _) => rate.unwrap_or_default(),
    };
    append(&mut text, " · ", &rate);
    text
}

fn figure_of(figure: &str, counts: &str, locale: &Locale) -> String {
    locale.fill(Message::FigureOf, &[("x", figure), ("counts", counts)])
}
