//! Parses JSON text into [`Node`]s with their places, for the command line. In a browser, its own JSON parser does
//! this.

use std::cell::Cell;

use jsonc_parser::ast::{self, ObjectPropName};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::advice;
use super::error::DatasetError;
use super::format::read_dataset;
use super::limits::{MAX_BYTES, too_many};
use super::model::Dataset;
use super::node::{Field, Node, Place, Value};
use super::translation::translated;

/// Reads a dataset from the text of a file.
///
/// # Errors
/// Everything that is wrong with it, each with its line and column.
pub fn parse_dataset(text: &str) -> Result<Dataset, Vec<DatasetError>> {
    read(&parse_json(text)?)
}

/// Reads a dataset in the language of a tag, if it has a translation into that language; else in its own.
///
/// # Errors
/// Everything that is wrong with it, in whichever language.
pub fn parse_translated(text: &str, tag: &str) -> Result<Dataset, Vec<DatasetError>> {
    let node = parse_json(text)?;
    let dataset = read(&node)?;
    translated(&node, tag).map_or(Ok(dataset), |node| read(&node))
}

fn read(node: &Node) -> Result<Dataset, Vec<DatasetError>> {
    read_dataset(node).map_err(|mut errors| {
        errors.sort_by_key(DatasetError::place);
        errors
    })
}

/// Reads the text of a file as JSON, with the place of each value.
///
/// # Errors
/// Where it is not JSON, or larger than a dataset may be.
pub fn parse_json(text: &str) -> Result<Node, Vec<DatasetError>> {
    let fail = |place, expected| vec![DatasetError::in_text(place, expected)];
    if text.len() > MAX_BYTES {
        return Err(fail(None, too_many(MAX_BYTES, "bytes", text.len())));
    }
    let places = Places::new(text);
    let plain_json = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &plain_json).map_err(|error| {
        let start = error.range().start;
        let (start, reason) = advice::not_json(text, start).unwrap_or((start, error.kind().to_string()));
        fail(Some(places.at(start)), format!("not JSON: {reason}"))
    })?;
    let root = parsed.value.ok_or_else(|| fail(Some(places.at(0)), "not JSON: the file is empty".to_owned()))?;
    if let Some((offset, reason)) = beyond_json(text) {
        return Err(fail(Some(places.at(offset)), format!("not JSON: {reason}")));
    }
    Ok(node(&root, &places))
}

/// The first place where a text is not JSON although the parser accepted it: the parser accepts more than browsers do.
fn beyond_json(text: &str) -> Option<(usize, &'static str)> {
    let (mut in_string, mut escaped) = (false, false);
    for (offset, c) in text.char_indices() {
        match c {
            '"' if !escaped => in_string = !in_string,
            '\0'..' ' if in_string => {
                return Some((offset, "a line break or tab inside text must be written \\n or \\t"));
            }
            ' ' | '\t' | '\n' | '\r' => {}
            _ if !in_string && (c.is_whitespace() || c.is_control()) => {
                return Some((offset, "a blank other than a space, tab or line break"));
            }
            _ => {}
        }
        escaped = in_string && c == '\\' && !escaped;
    }
    None
}

fn node(value: &ast::Value, places: &Places) -> Node {
    let place = Some(places.at(value.start()));
    let value = match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(value) => Value::Bool(value.value),
        // A number too large for a double is read as infinite, and refused where it is used.
        ast::Value::NumberLit(number) => Value::Number(number.value.parse().unwrap_or(f64::INFINITY)),
        ast::Value::StringLit(text) => Value::Text(text.value.to_string()),
        ast::Value::Array(array) => Value::List(array.elements.iter().map(|item| node(item, places)).collect()),
        ast::Value::Object(object) => {
            Value::Object(object.properties.iter().map(|property| field(property, places)).collect())
        }
    };
    Node { value, place }
}

fn field(property: &ast::ObjectProp, places: &Places) -> Field {
    let name = match &property.name {
        ObjectPropName::String(name) => name.value.to_string(),
        ObjectPropName::Word(name) => name.value.to_owned(),
    };
    Field { name, place: Some(places.at(property.name.start())), node: node(&property.value, places) }
}

/// Counts lines and columns, each time from the place before: places are needed in the order of the text, and a line
/// may be as long as the file.
struct Places<'a> {
    text: &'a str,
    last: Cell<(usize, Place)>,
}

impl<'a> Places<'a> {
    const START: (usize, Place) = (0, Place { line: 1, column: 1 });

    fn new(text: &'a str) -> Self {
        Self { text, last: Cell::new(Self::START) }
    }

    fn at(&self, offset: usize) -> Place {
        let (from, mut place) = if self.last.get().0 <= offset { self.last.get() } else { Self::START };
        for c in self.text.get(from..offset).unwrap_or_default().chars() {
            place = match c {
                '\n' => Place { line: place.line + 1, column: 1 },
                _ => Place { column: place.column + 1, ..place },
            };
        }
        self.last.set((offset, place));
        place
    }
}
