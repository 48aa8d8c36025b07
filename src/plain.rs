//! Results as plain values: one shape each, which the element gives to JavaScript and the command prints as JSON.

use crate::dataset::Value;
use crate::domain::{
    Bounds, Coverage, Difference, Figure, Hedge, Quantity, Rate, Rates, Scenario, Unavailable, date_text,
};

/// A scenario with every name, `null` for what is unknown.
pub fn scenario_value(scenario: &Scenario) -> Value {
    let mut fields = Vec::new();
    for quantity in Quantity::ALL {
        fields.push((quantity.name(), scenario.figure(quantity).map(figure_value).into()));
    }
    for (name, date) in [("start", scenario.start), ("as_of", scenario.as_of)] {
        fields.push((name, date.map(date_text).as_deref().into()));
    }
    fields.push(("solve_for", scenario.solve_for.name().into()));
    Value::object(fields)
}

/// Every rate by its name: its bounds, or why there are none.
pub fn rates_value(rates: &Rates) -> Value {
    let mut fields = Vec::new();
    for (name, rate) in rates.iter() {
        fields.push((name.name(), rate_value(rate)));
    }
    Value::object(fields)
}

/// Each claim against the scenario.
pub fn compared_claim_value(id: &str, rates: &Rates, differences: &[(Quantity, Option<Difference>)]) -> Value {
    let mut fields = Vec::new();
    for (quantity, difference) in differences {
        let value = difference.map(|difference| bounded(difference.bounds, difference.printed, None));
        fields.push((quantity.name(), value.into()));
    }
    let difference = Value::object(fields);
    Value::object(vec![("id", id.into()), ("rates", rates_value(rates)), ("difference", difference)])
}

fn rate_value(rate: Result<Rate, Unavailable>) -> Value {
    match rate {
        Ok(rate) => bounded(rate.bounds, rate.printed, rate.counts),
        Err(reason) => Value::object(vec![("unavailable", reason.name().into())]),
    }
}

fn bounded(bounds: Bounds, printed: Option<f64>, counts: Option<Coverage>) -> Value {
    let number = |number: Option<f64>| number.map_or(Value::Null, Value::Number);
    let mut fields = vec![
        ("low", number(bounds.bottom())),
        ("high", number(bounds.top())),
        ("printed", number(printed)),
        ("low_open", Value::Bool(bounds.bottom_is_open())),
        ("high_open", Value::Bool(bounds.top_is_open())),
    ];
    if let Some(counts) = counts {
        let mut names = Vec::new();
        for category in counts.iter() {
            names.push(category.name().into());
        }
        fields.push(("counts", Value::list(names)));
    }
    Value::object(fields)
}

fn figure_value(figure: Figure) -> Value {
    let (first, second) = figure.numbers();
    let value = match figure.hedge() {
        Hedge::Exact => return Value::Number(first),
        Hedge::Between => Value::list(vec![Value::Number(first), Value::Number(second)]),
        _ => Value::Number(first),
    };
    Value::object(vec![(figure.hedge().name(), value)])
}
