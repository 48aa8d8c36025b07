//! Values that a page sets as a dataset or a scenario, as the element has them once it has read them.

use std::sync::LazyLock;

use arbitrary::{Arbitrary, Unstructured};
use casualty_calculator::dataset::{Field, Node, Value, read_dataset, read_scenario, schema, translated};

use crate::{LANGUAGES, follows};

/// How deep they are nested.
const DEPTH: u32 = 8;

/// The words that datasets are written in: names of fields, and the texts that those may hold.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut words = Vec::new();
    collect(&schema(), &mut words);
    for text in ["a", "b", "2024-02-29", "2024-02", "2024", "https://a.example/", "1/3", "about 5", "uk", " "] {
        words.push(text.to_owned());
    }
    words.sort();
    words.dedup();
    words
});

fn collect(schema: &serde_json::Value, words: &mut Vec<String>) {
    match schema {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                words.push(name.clone());
                collect(value, words);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        // Descriptions are no words of the format.
        serde_json::Value::String(text) if !text.contains(' ') => words.push(text.clone()),
        _ => {}
    }
}

pub fn run(input: &[u8]) {
    let mut unstructured = Unstructured::new(input);
    let Ok(node) = value(&mut unstructured, DEPTH).map(Node::from) else { return };
    let _ = read_scenario(&node);
    if let Ok(dataset) = read_dataset(&node) {
        follows::check_all(&dataset);
        for language in LANGUAGES {
            if let Some(node) = translated(&node, language) {
                let _ = read_dataset(&node);
            }
        }
    }
    // A sound frame around it, so that more than a few come as far as what follows.
    let claims = list(&mut unstructured, DEPTH - 2).unwrap_or_default();
    let fields = |own: Vec<(&str, Value)>| Value::object(own);
    let dataset = fields(vec![
        ("format", Value::Number(2.0)),
        ("title", "T".into()),
        (
            "forces",
            Value::list(vec![fields(vec![("id", "a".into()), ("name", "A".into()), ("scenario", node.value.clone())])]),
        ),
        ("claims", Value::list(claims.into_iter().enumerate().map(|(index, claim)| as_claim(index, claim)).collect())),
    ]);
    if let Ok(dataset) = read_dataset(&dataset.into()) {
        follows::check_all(&dataset);
    }
}

/// The value with what every claim must have.
fn as_claim(index: usize, value: Value) -> Value {
    let Value::Object(mut fields) = value else { return value };
    let needed = [
        ("id", Value::Text(format!("c{index}"))),
        ("source", Value::object(vec![("name", "S".into())])),
        ("killed", Value::Number(5.0)),
    ];
    for (name, value) in needed {
        if !fields.iter().any(|field| field.name == name) {
            fields.push(Field { name: name.to_owned(), place: None, node: value.into() });
        }
    }
    Value::Object(fields)
}

fn value(unstructured: &mut Unstructured, depth: u32) -> arbitrary::Result<Value> {
    let kinds = if depth == 0 { 4 } else { 8 };
    Ok(match unstructured.int_in_range(0..=kinds)? {
        0 => Value::Null,
        1 => Value::Bool(bool::arbitrary(unstructured)?),
        2 => Value::Number(f64::from(u16::arbitrary(unstructured)?)),
        // No page's value is another: those are refused before.
        3 => Some(f64::arbitrary(unstructured)?).filter(|number| number.is_finite()).map_or(Value::Null, Value::Number),
        4 => Value::Text(word(unstructured)?),
        5 => Value::list(list(unstructured, depth - 1)?),
        _ => {
            let mut fields: Vec<Field> = Vec::new();
            while !unstructured.is_empty() && unstructured.ratio(3, 4)? {
                let (name, value) = (word(unstructured)?, value(unstructured, depth - 1)?);
                // No object has a field twice.
                if !fields.iter().any(|field| field.name == name) {
                    fields.push(Field { name, place: None, node: value.into() });
                }
            }
            Value::Object(fields)
        }
    })
}

fn list(unstructured: &mut Unstructured, depth: u32) -> arbitrary::Result<Vec<Value>> {
    let mut items = Vec::new();
    while !unstructured.is_empty() && unstructured.ratio(3, 4)? {
        items.push(value(unstructured, depth)?);
    }
    Ok(items)
}

fn word(unstructured: &mut Unstructured) -> arbitrary::Result<String> {
    Ok(if unstructured.ratio(7, 8)? { unstructured.choose(&WORDS)?.clone() } else { String::arbitrary(unstructured)? })
}
