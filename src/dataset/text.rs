//! JSON text to [`Node`]s with their places, for the command line. In a browser its own reader does this.

use jsonc_parser::ast::{self, ObjectPropName};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::error::DatasetError;
use super::node::{Field, Node, Place, Value};
use super::{Dataset, MOST_BYTES, read_dataset};

/// Reads a dataset from the text of a file.
///
/// # Errors
/// Everything that is wrong with it, each with its line and column.
pub fn parse_dataset(text: &str) -> Result<Dataset, Vec<DatasetError>> {
    let fail = |place, expected| vec![DatasetError::of_text(place, expected)];
    if text.len() > MOST_BYTES {
        return Err(fail(None, format!("expected at most {MOST_BYTES} bytes, found {}", text.len())));
    }
    let places = Places::of(text);
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
    let parsed = parse_to_ast(text, &CollectOptions::default(), &plain_json)
        .map_err(|error| fail(Some(places.at(error.range().start)), format!("not JSON: {}", error.kind())))?;
    let root = parsed.value.ok_or_else(|| fail(Some(places.at(0)), "not JSON: the file is empty".to_owned()))?;
    read_dataset(&node(&root, &places)).map_err(|mut errors| {
        errors.sort_by_key(DatasetError::place);
        errors
    })
}

fn node(value: &ast::Value, places: &Places) -> Node {
    let place = Some(places.at(value.start()));
    let value = match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(value) => Value::Bool(value.value),
        // A number too large for a double reads as infinite, and is refused where it stands.
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

/// Where the lines of a text begin.
struct Places<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Places<'a> {
    fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(index, _)| index + 1)).collect();
        Self { text, starts }
    }

    fn at(&self, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts[line - 1];
        let before = self.text.get(start..offset).unwrap_or_default();
        Place { line, column: before.chars().count() + 1 }
    }
}
