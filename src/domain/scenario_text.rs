//! A whole scenario as a query string, as in an attribute or behind the `#` of an address.

use std::fmt;

use super::date::{DateError, date_text, parse_date};
use super::decimal::{DecimalError, decimal_text, parse_decimal};
use super::figure::{Figure, FigureError, Hedge, Unit};
use super::quantity::Quantity;
use super::scenario::{Scenario, SolveFor};

/// How much of a refused text is repeated in the message about it.
const MOST_REPEATED: usize = 40;

/// What is wrong with a scenario text, and at which name.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioTextError {
    /// The name as far as it could be read.
    pub name: String,
    reason: Reason,
}

#[derive(Clone, Debug, PartialEq)]
enum Reason {
    UnknownName,
    Repeated,
    NoValue,
    Escape,
    Hedge(String),
    Decimal(DecimalError),
    Figure(FigureError),
    Between,
    Date(DateError),
    SolveFor,
}

impl fmt::Display for ScenarioTextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "scenario, \"{}\": ", self.name)?;
        match &self.reason {
            Reason::UnknownName => f.write_str("no such name"),
            Reason::Repeated => f.write_str("given more than once"),
            Reason::NoValue => f.write_str("expected = and a value"),
            Reason::Escape => f.write_str("a % must begin an escape such as %3A"),
            Reason::Hedge(word) => {
                write!(f, "no hedge is called \"{word}\"; expected about, over, at_least, up_to, nearly or between")
            }
            Reason::Decimal(error) => error.fmt(f),
            Reason::Figure(error) => error.fmt(f),
            Reason::Between => f.write_str("expected two numbers as in between:300-900"),
            Reason::Date(error) => error.fmt(f),
            Reason::SolveFor => f.write_str("expected rate, deployed or casualties"),
        }
    }
}

impl std::error::Error for ScenarioTextError {}

/// Writes a scenario as a text that [`parse_scenario`] reads back as the same scenario.
pub fn scenario_text(scenario: &Scenario) -> String {
    let mut pairs = Vec::new();
    for quantity in Quantity::ALL {
        if let Some(figure) = scenario.figure(quantity) {
            pairs.push(format!("{}={}", quantity.name(), figure_text(figure)));
        }
    }
    for (name, date) in [("start", scenario.start), ("as_of", scenario.as_of)] {
        if let Some(date) = date {
            pairs.push(format!("{name}={}", date_text(date)));
        }
    }
    if scenario.solve_for != SolveFor::default() {
        pairs.push(format!("solve_for={}", scenario.solve_for.name()));
    }
    pairs.join("&")
}

fn figure_text(figure: Figure) -> String {
    let (first, second) = figure.numbers();
    match figure.hedge() {
        Hedge::Exact => decimal_text(first),
        Hedge::Between => format!("{}:{}-{}", Hedge::Between.name(), decimal_text(first), decimal_text(second)),
        hedge => format!("{}:{}", hedge.name(), decimal_text(first)),
    }
}

/// Reads a scenario text. The empty text stands for the default scenario and gives `None`; in any other, names left out
/// are unknown.
///
/// ```
/// use casualty_calculator::domain::{parse_scenario, scenario_text};
/// let scenario = parse_scenario("killed=about:1000&deployed=over:10000")?.expect("not empty");
/// assert_eq!(scenario_text(&scenario), "deployed=over:10000&killed=about:1000");
/// # Ok::<(), casualty_calculator::domain::ScenarioTextError>(())
/// ```
///
/// # Errors
/// At the first name that is unknown, repeated, or has a bad value.
pub fn parse_scenario(text: &str) -> Result<Option<Scenario>, ScenarioTextError> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut scenario = Scenario::default();
    let mut seen = Vec::new();
    for pair in text.split('&') {
        let (raw_name, raw_value) = match pair.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (pair, None),
        };
        let fail = |reason| ScenarioTextError { name: shortened(raw_name), reason };
        let name = unescaped(raw_name).ok_or_else(|| fail(Reason::Escape))?;
        let value = unescaped(raw_value.ok_or_else(|| fail(Reason::NoValue))?).ok_or_else(|| fail(Reason::Escape))?;
        set(&mut scenario, &name, &value).map_err(fail)?;
        if seen.contains(&name) {
            return Err(fail(Reason::Repeated));
        }
        seen.push(name);
    }
    Ok(Some(scenario))
}

fn set(scenario: &mut Scenario, name: &str, value: &str) -> Result<(), Reason> {
    match name {
        "start" => scenario.start = Some(parse_date(value).map_err(Reason::Date)?),
        "as_of" => scenario.as_of = Some(parse_date(value).map_err(Reason::Date)?),
        "solve_for" => scenario.solve_for = SolveFor::named(value).ok_or(Reason::SolveFor)?,
        _ => {
            let quantity = Quantity::named(name).ok_or(Reason::UnknownName)?;
            scenario.set(quantity, Some(figure(quantity.unit(), value)?));
        }
    }
    Ok(())
}

fn figure(unit: Unit, text: &str) -> Result<Figure, Reason> {
    let number = |text: &str| parse_decimal(text).map_err(Reason::Decimal);
    let Some((word, rest)) = text.split_once(':') else {
        return Figure::new(unit, Hedge::Exact, number(text)?).map_err(Reason::Figure);
    };
    match Hedge::named(word).ok_or_else(|| Reason::Hedge(shortened(word)))? {
        Hedge::Between => {
            let (low, high) = rest.split_once('-').ok_or(Reason::Between)?;
            Figure::between(unit, number(low)?, number(high)?).map_err(Reason::Figure)
        }
        hedge => Figure::new(unit, hedge, number(rest)?).map_err(Reason::Figure),
    }
}

/// Undoes percent-encoding. A plus sign stays one: it is no space here.
fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
            bytes.push((high * 16 + low) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= MOST_REPEATED {
        return text.to_owned();
    }
    text.chars().take(MOST_REPEATED).chain(['…']).collect()
}
