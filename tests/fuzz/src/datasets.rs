//! The text of a data file.

use casualty_calculator::dataset::{Node, Value, parse_dataset, parse_json, parse_translated};

use crate::{LANGUAGES, follows};

pub fn run(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    let other = serde_json::from_str::<serde_json::Value>(text);
    if let (Ok(node), Ok(other)) = (parse_json(text), &other) {
        assert!(is_same(&node, other), "{node:?} is {other} to others");
    }
    match parse_dataset(text) {
        Err(errors) => {
            assert!(!errors.is_empty(), "refused without a reason");
            for error in errors {
                assert!(!error.message().is_empty(), "{error:?}");
            }
        }
        Ok(dataset) => {
            assert!(other.is_ok(), "others can't read it: {other:?}");
            follows::check_all(&dataset);
            for language in LANGUAGES {
                if let Ok(translated) = parse_translated(text, language) {
                    assert_eq!(translated.forces.len(), dataset.forces.len(), "in {language}");
                }
            }
        }
    }
}

fn is_same(node: &Node, other: &serde_json::Value) -> bool {
    match &node.value {
        Value::Null => other.is_null(),
        Value::Bool(value) => other.as_bool() == Some(*value),
        // Others read long numbers to the last digit but one.
        Value::Number(number) => other.as_f64().is_some_and(|other| (other - number).abs() <= number.abs() * 1e-15),
        Value::Text(text) => other.as_str() == Some(text),
        Value::List(items) => other.as_array().is_some_and(|others| {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| is_same(item, other))
        }),
        // The other keeps the last of several fields of one name.
        Value::Object(fields) => other.as_object().is_some_and(|others| {
            fields.iter().rev().all(|field| {
                let is_last = fields.iter().rfind(|last| last.name == field.name) == Some(field);
                !is_last || others.get(&field.name).is_some_and(|other| is_same(&field.node, other))
            })
        }),
    }
}
