//! Random figures and dates as sources write them, and what they are in JSON: worked out here and not by the code that is
//! tested.
#![allow(dead_code, reason = "each file of tests uses some of it")]

use casualty_calculator::domain::{Date, Figure, Hedge, Number, Unit};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// A number; of per cents and ratios now and then a fraction, of paces now and then with decimals.
pub fn number(unit: Unit) -> BoxedStrategy<Number> {
    let most = if unit == Unit::Percent { 100 } else { 20_000_u32 };
    let whole = prop_oneof![4 => 0..=most, 1 => 0..=5_u32, 1 => Just(0_u32)];
    let whole = whole.prop_map(|number| Number::from(f64::from(number)));
    let decimal = (0..=most * 10).prop_map(|tenths| Number::from(f64::from(tenths) / 10.0));
    let fraction = (0..=12_u32, 1..=12_u32).prop_filter_map("a part", move |(part, whole)| {
        Number::parse_fraction(&format!("{part}/{whole}"), unit).filter(|number| number.value <= 100.0)
    });
    match unit {
        Unit::People => whole.boxed(),
        Unit::PerDay => prop_oneof![3 => whole, 1 => decimal].boxed(),
        Unit::Percent | Unit::Ratio => prop_oneof![4 => whole, 1 => decimal, 1 => fraction].boxed(),
    }
}

/// A figure of any wording. The numbers of ranges are in decimals.
pub fn figure(unit: Unit) -> impl Strategy<Value = Figure> {
    // All but the ranges, which come last.
    let plain = (number(unit), 0..Hedge::ALL.len() - 2)
        .prop_filter_map("a figure", move |(number, hedge)| Figure::new(unit, Hedge::ALL[hedge], number).ok());
    let decimals = move || number(unit).prop_filter("in decimals", |number| !number.is_fraction());
    let ends = (decimals(), decimals(), decimals()).prop_map(|(a, b, c)| {
        let mut ends = [a.value, b.value, c.value];
        ends.sort_by(f64::total_cmp);
        ends
    });
    let between = ends.clone().prop_filter_map("a range", move |[low, _, high]| Figure::between(unit, low, high).ok());
    let best = ends.prop_filter_map("a best estimate", move |[low, best, high]| {
        Figure::best(unit, best, Figure::between(unit, low, high).ok()?).ok()
    });
    prop_oneof![6 => plain, 1 => between, 1 => best]
}

/// A number as it stands in a dataset.
fn number_json(number: Number, unit: Unit) -> Value {
    if number.is_fraction() {
        return number.text(unit).into();
    }
    let whole = number.value.fract() == 0.0;
    if whole { Value::from(number.value as u64) } else { Value::from(number.value) }
}

/// A figure as a dataset has it.
pub fn figure_json(figure: Figure, unit: Unit) -> Value {
    let mut fields = Map::new();
    if figure.hedge() == Hedge::Exact {
        return number_json(figure.number(), unit);
    }
    if figure.hedge() != Hedge::Between {
        fields.insert(figure.hedge().name().to_owned(), number_json(figure.number(), unit));
    }
    if figure.is_range() {
        let range = figure.ends().map(|end| number_json(end.into(), unit));
        fields.insert("between".to_owned(), range.to_vec().into());
    }
    fields.into()
}

/// A date of any precision within three years, one of them a leap year.
pub fn date() -> impl Strategy<Value = Date> {
    (2023..2026_u32, 1..=12_u32, 1..=31_u32, 0..3_u8).prop_filter_map("a date", |(year, month, day, precision)| {
        let text = match precision {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{year}-{month:02}"),
            _ => year.to_string(),
        };
        Date::parse(&text).ok()
    })
}

/// Each day that a date may be: those whose year, month and day begin as it does.
pub fn days_of(date: Date) -> Vec<time::Date> {
    let text = date.text();
    let parts: Vec<i32> = text.split('-').map(|part| part.parse().expect("a number")).collect();
    let first = time::Date::from_calendar_date(parts[0], time::Month::January, 1).expect("a day");
    let days = (0..366).filter_map(|days| first.checked_add(time::Duration::days(days)));
    let belongs = |day: &time::Date| {
        let own = [day.year(), i32::from(u8::from(day.month())), i32::from(day.day())];
        own[..parts.len()] == parts[..]
    };
    days.filter(belongs).collect()
}

/// The fewest and the most days from one date to another, the first and the last counted, over every pair of days that
/// they may be; nothing where no pair is in order.
pub fn counted(start: Date, end: Date) -> Option<(f64, f64)> {
    let ends = days_of(end);
    let mut found: Option<(i64, i64)> = None;
    for first in days_of(start) {
        for last in ends.iter().filter(|last| **last >= first) {
            let days = (*last - first).whole_days() + 1;
            found = Some(found.map_or((days, days), |(fewest, most)| (fewest.min(days), most.max(days))));
        }
    }
    found.map(|(fewest, most)| (fewest as f64, most as f64))
}
