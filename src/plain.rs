//! Results as plain values: one shape each, which the element gives to JavaScript and the command prints as JSON.

use crate::dataset::Value;
use crate::domain::{
    Bounds, Coverage, Difference, Figure, Hedge, Quantity, Rate, RateName, Rates, Scenario, Unavailable, date_text,
};

/// A scenario with every name, `null` for what is unknown.
pub fn scenario_value(scenario: &Scenario) -> Value {
    let figures = Quantity::ALL.map(|quantity| (quantity.name(), scenario.figure(quantity).map(figure_value).into()));
    let date = |date: Option<_>| date.map(date_text).as_deref().into();
    let rest = [
        ("start", date(scenario.start)),
        ("as_of", date(scenario.as_of)),
        ("solve_for", scenario.solve_for.name().into()),
    ];
    Value::object(figures.into_iter().chain(rest))
}

/// Every rate by its name: its bounds, or why there are none.
pub fn rates_value(rates: &Rates) -> Value {
    Value::object(rates.iter().map(|(name, rate): (RateName, _)| (name.name(), rate_value(rate))))
}

/// Each claim against the scenario.
pub fn compared_claim_value(id: &str, rates: &Rates, differences: &[(Quantity, Option<Difference>)]) -> Value {
    let difference = |difference: Difference| bounded(difference.bounds, difference.printed, None);
    let differences = differences.iter().map(|(quantity, value)| (quantity.name(), value.map(difference).into()));
    Value::object([("id", id.into()), ("rates", rates_value(rates)), ("difference", Value::object(differences))])
}

fn rate_value(rate: Result<Rate, Unavailable>) -> Value {
    match rate {
        Ok(rate) => bounded(rate.bounds, rate.printed, rate.counts),
        Err(reason) => Value::object([("unavailable", reason.name().into())]),
    }
}

fn bounded(bounds: Bounds, printed: Option<f64>, counts: Option<Coverage>) -> Value {
    let number = |number: Option<f64>| number.map_or(Value::Null, Value::Number);
    let counts = counts.map(|counts| ("counts", Value::list(counts.iter().map(|category| category.name().into()))));
    let ends = [
        ("low", number(bounds.bottom())),
        ("high", number(bounds.top())),
        ("printed", number(printed)),
        ("low_open", Value::Bool(bounds.bottom_is_open())),
        ("high_open", Value::Bool(bounds.top_is_open())),
    ];
    Value::object(ends.into_iter().chain(counts))
}

fn figure_value(figure: Figure) -> Value {
    let (first, second) = figure.numbers();
    let value = match figure.hedge() {
        Hedge::Exact => return Value::Number(first),
        Hedge::Between => Value::list([Value::Number(first), Value::Number(second)]),
        _ => Value::Number(first),
    };
    Value::object([(figure.hedge().name(), value)])
}
