//! JSON values whose equal numbers are equal.

use serde_json::Value;

/// The same numbers written the same way: JSON has two for whole ones.
pub fn normal(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().into(),
        Value::Array(items) => items.into_iter().map(normal).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, normal(value))).collect(),
        other => other,
    }
}
