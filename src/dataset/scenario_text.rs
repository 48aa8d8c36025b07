//! A whole scenario as a query string, for an attribute or after the `#` of an address.

use super::error::DatasetError;
use super::format::read_scenario;
use super::node::{Field, Value};
use crate::domain::{Figure, Hedge, Quantity, Scenario, SolveFor, date_text, decimal_text, parse_decimal};

/// Writes a scenario as a text that [`parse_scenario`] reads back as the same scenario.
pub fn scenario_text(scenario: &Scenario) -> String {
    let figures = Quantity::ALL.into_iter().filter_map(|quantity| {
        let figure = scenario.figure(quantity)?;
        Some((quantity.name(), figure_text(figure)))
    });
    let dates = [("start", scenario.start), ("as_of", scenario.as_of)];
    let dates = dates.into_iter().filter_map(|(name, date)| Some((name, date_text(date?))));
    let solve_for = Some(scenario.solve_for).filter(|solve_for| *solve_for != SolveFor::default());
    let solve_for = solve_for.map(|solve_for| ("solve_for", solve_for.name().to_owned()));
    let pairs = figures.chain(dates).chain(solve_for).map(|(name, value)| [name, "=", &value].concat());
    pairs.collect::<Vec<_>>().join("&")
}

fn figure_text(figure: Figure) -> String {
    let (first, second) = figure.numbers();
    let (first, second) = (decimal_text(first), decimal_text(second));
    match figure.hedge() {
        Hedge::Exact => first,
        Hedge::Between => [Hedge::Between.name(), ":", &first, "-", &second].concat(),
        hedge => [hedge.name(), ":", &first].concat(),
    }
}

/// Reads a scenario text without percent-encoding. The empty text stands for the dataset's own scenario and gives
/// `None`; in any other text, figures that are left out are unknown.
///
/// ```
/// use casualty_calculator::dataset::{parse_scenario, scenario_text};
/// let scenario = parse_scenario("killed=about:1000&deployed=over:10000")?.expect("not empty");
/// assert_eq!(scenario_text(&scenario), "deployed=over:10000&killed=about:1000");
/// # Ok::<(), casualty_calculator::dataset::DatasetError>(())
/// ```
///
/// # Errors
/// At a name that is unknown or repeated, or whose value is not a figure, a date or a choice.
pub fn parse_scenario(text: &str) -> Result<Option<Scenario>, DatasetError> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut fields: Vec<Field> = Vec::new();
    for pair in text.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or_default();
        if name.is_empty() {
            return Err(DatasetError::in_field(pair, "expected a name and a value, such as killed=300"));
        }
        if fields.iter().any(|field| field.name == name) {
            return Err(DatasetError::in_field(name, "given more than once"));
        }
        let known = ["start", "as_of", "solve_for"].contains(&name) || Quantity::from_name(name).is_some();
        let value = if known { value_of(name, value) } else { Value::Null };
        fields.push(Field { name: name.to_owned(), place: None, node: value.into() });
        // Reading ends at the first unknown name, so that a long text is not searched over and over for repeated names.
        if !known {
            break;
        }
    }
    match read_scenario(&Value::Object(fields).into()) {
        Ok(scenario) => Ok(Some(scenario)),
        Err(mut errors) => Err(errors.swap_remove(0)),
    }
}

/// The same value as JSON. What is not a number stays a text, which reading the figure then refuses.
fn value_of(name: &str, text: &str) -> Value {
    if Quantity::from_name(name).is_none() {
        return text.into();
    }
    let number = |text: &str| parse_decimal(text).map_or_else(|| text.into(), Value::Number);
    match text.split_once(':') {
        None => number(text),
        Some((hedge, numbers)) => {
            let value = match numbers.split_once('-') {
                Some((low, high)) => Value::list(vec![number(low), number(high)]),
                None => number(numbers),
            };
            Value::object(vec![(hedge, value)])
        }
    }
}
