//! Whole scenarios as a query string, for an attribute or after the `#` of an address.

use super::error::DatasetError;
use super::format::{force_place, read_scenario};
use super::model::Dataset;
use super::node::{Field, Value};
use crate::domain::{Figure, Hedge, Quantity, Scenario, SolveFor, Unit, decimal_text, parse_decimal};
use crate::text::append;

/// Writes scenarios, each with the id of its force where it needs one, as a text that [`parse_scenarios`] reads back.
pub fn scenarios_text(scenarios: &[(Option<&str>, &Scenario)]) -> String {
    let mut text = String::new();
    for (force, scenario) in scenarios {
        if let Some(force) = force {
            append(&mut text, "&", &["force=", force].concat());
        }
        let with_force = text.len();
        let mut add = |name, value: &str| append(&mut text, "&", &[name, "=", value].concat());
        for quantity in Quantity::ALL {
            if let Some(figure) = scenario.figure(quantity) {
                add(quantity.name(), &figure_text(figure, quantity.unit()));
            }
        }
        for (name, date) in [("start", scenario.start), ("as_of", scenario.as_of)] {
            if let Some(date) = date {
                add(name, &date.text());
            }
        }
        // A force alone would be the dataset's own scenario.
        if scenario.solve_for != SolveFor::default() || text.len() == with_force {
            append(&mut text, "&", &["solve_for=", scenario.solve_for.name()].concat());
        }
    }
    text
}

fn figure_text(figure: Figure, unit: Unit) -> String {
    let number = figure.number().text(unit);
    let [low, high] = figure.ends().map(decimal_text);
    match figure.hedge() {
        Hedge::Exact => number,
        Hedge::Between => [Hedge::Between.name(), ":", &low, "-", &high].concat(),
        Hedge::Best => [Hedge::Best.name(), ":", &number, ":", &low, "-", &high].concat(),
        hedge => [hedge.name(), ":", &number].concat(),
    }
}

/// Reads a scenario text without percent-encoding: scenarios by the places of their forces in the dataset. Without an id a
/// scenario is that of the first force. In any scenario, figures that are left out are unknown; a force alone has the
/// dataset's own scenario, and the empty text has none.
///
/// ```
/// use casualty_calculator::dataset::{BUILT_IN, parse_dataset, parse_scenarios, scenarios_text};
///
/// let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset has no errors");
/// let scenarios = parse_scenarios("killed=about:1000&deployed=over:10000", &dataset)?;
/// let (force, scenario) = &scenarios[0];
/// assert_eq!(*force, 0);
/// assert_eq!(scenarios_text(&[(None, &scenario.expect("it names figures"))]), "deployed=over:10000&killed=about:1000");
/// assert_eq!(parse_scenarios("", &dataset)?, []);
/// # Ok::<(), casualty_calculator::dataset::DatasetError>(())
/// ```
///
/// # Errors
/// At a name that is unknown or repeated, or whose value is not a force, a figure, a date or a choice.
pub fn parse_scenarios(text: &str, dataset: &Dataset) -> Result<Vec<(usize, Option<Scenario>)>, DatasetError> {
    let mut forces: Vec<(usize, Vec<Field>)> = Vec::new();
    for pair in text.split('&').filter(|_| !text.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or_default();
        if name == "force" || forces.is_empty() {
            let force = force_index(Some(value).filter(|_| name == "force"), dataset)?;
            if forces.iter().any(|(other, _)| *other == force) {
                return Err(DatasetError::in_field("force", "given more than once"));
            }
            forces.push((force, Vec::new()));
        }
        if let (Some((_, fields)), true) = (forces.last_mut(), name != "force") {
            add_field(pair, fields)?;
        }
    }
    let mut scenarios = Vec::new();
    for (force, fields) in forces {
        scenarios.push((force, if fields.is_empty() { None } else { Some(scenario_of(fields)?) }));
    }
    Ok(scenarios)
}

/// The place of the force with an id; without one, of the first force.
///
/// # Errors
/// Where there is no such force.
pub fn force_index(id: Option<&str>, dataset: &Dataset) -> Result<usize, DatasetError> {
    let Some(id) = id else { return Ok(0) };
    force_place(id, &dataset.forces).map_err(|reason| DatasetError::in_field("force", &reason))
}

fn scenario_of(fields: Vec<Field>) -> Result<Scenario, DatasetError> {
    match read_scenario(&Value::Object(fields).into()) {
        Ok((_, scenario)) => Ok(scenario.unwrap_or_default()),
        Err(mut errors) => Err(errors.swap_remove(0)),
    }
}

/// Adds one name with its value to those before it. Reading ends at the first unknown name, so that a long text is not searched
/// over and over for repeated names.
fn add_field(pair: &str, fields: &mut Vec<Field>) -> Result<(), DatasetError> {
    let (name, value) = pair.split_once('=').unwrap_or_default();
    if name.is_empty() {
        return Err(DatasetError::in_field(pair, "expected a name and a value, such as killed=300"));
    }
    if fields.iter().any(|field| field.name == name) {
        return Err(DatasetError::in_field(name, "given more than once"));
    }
    if value.starts_with("words:") {
        let expected = "expected a number; nothing can be computed from words alone, so leave it out";
        return Err(DatasetError::in_field(name, expected));
    }
    let known = ["start", "as_of", "solve_for"].contains(&name) || Quantity::from_name(name).is_some();
    let value = if known { value_of(name, value) } else { Value::Null };
    fields.push(Field { name: name.to_owned(), place: None, node: value.into() });
    // The reader of scenarios says what names there are.
    if known { Ok(()) } else { scenario_of(std::mem::take(fields)).map(|_| ()) }
}

/// The same value as JSON. What is not a number stays a text, which reading the figure then refuses.
fn value_of(name: &str, text: &str) -> Value {
    if Quantity::from_name(name).is_none() {
        return text.into();
    }
    let number = |text: &str| parse_decimal(text).map_or_else(|| text.into(), Value::Number);
    let numbers = |text: &str| match text.split_once('-') {
        Some((low, high)) => Value::list(vec![number(low), number(high)]),
        None => number(text),
    };
    match text.split_once(':') {
        None => number(text),
        Some((hedge, rest)) => match rest.split_once(':') {
            Some((best, range)) => Value::object(vec![(hedge, number(best)), (Hedge::Between.name(), numbers(range))]),
            None => Value::object(vec![(hedge, numbers(rest))]),
        },
    }
}
