//! Between JavaScript's values and ours.

use std::rc::Rc;

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::dataset::{
    BUILT_IN, Dataset, DatasetError, Field, ForceScenario, Node, Value, read_dataset, read_scenario, translated,
};
use crate::domain::decimal_text;
use crate::text::append;

/// The language that a calculator is shown in.
#[derive(Clone, Default)]
pub(super) struct Language {
    /// The tag of numbers, dates and, where there are some, words.
    pub(super) tag: String,
    /// The catalogue; without it the words are English.
    pub(super) words: Option<Rc<str>>,
    /// The text of the built-in dataset in that language.
    pub(super) built_in: Option<Rc<str>>,
}

/// How deep a page's values may be nested; a dataset goes to seven.
const MAX_DEPTH: u32 = 32;

/// A plain object, as `JSON.parse` would make it.
pub(super) fn to_js(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(value) => (*value).into(),
        Value::Number(value) => (*value).into(),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => {
            let list = Array::new();
            for item in items {
                list.push(&to_js(&item.value));
            }
            list.into()
        }
        Value::Object(fields) => {
            let object = Object::new();
            for field in fields {
                // Setting a property of a fresh plain object can't fail.
                let _ = Reflect::set(&object, &field.name.as_str().into(), &to_js(&field.node.value));
            }
            object.into()
        }
    }
}

/// What `JSON.parse` gave, nested so deep in the whole.
fn from_js(plain: &JsValue, depth: u32) -> Result<Value, String> {
    if depth > MAX_DEPTH {
        return Err("nested too deeply".to_owned());
    }
    if let Some(value) = plain.as_bool() {
        return Ok(Value::Bool(value));
    }
    if let Some(number) = plain.as_f64() {
        return Ok(Value::Number(number));
    }
    if let Some(text) = plain.as_string() {
        return Ok(Value::Text(text));
    }
    if plain.is_null() {
        return Ok(Value::Null);
    }
    if let Some(items) = plain.dyn_ref::<Array>() {
        let mut list = Vec::new();
        for item in items.iter() {
            list.push(from_js(&item, depth + 1)?.into());
        }
        return Ok(Value::List(list));
    }
    let mut fields = Vec::new();
    for entry in Object::entries(plain.unchecked_ref()).iter() {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        fields.push(Field { name, place: None, node: from_js(&entry.get(1), depth + 1)?.into() });
    }
    Ok(Value::Object(fields))
}

/// The value that the text of a file stands for.
pub(super) fn parse_json(text: &str) -> Result<JsValue, String> {
    JSON::parse(text).map_err(|error| error_message(&error))
}

/// A dataset from a plain object, in a language where it has a translation into it; and a copy of the object that later
/// changes to it do not reach.
pub(super) fn dataset_from_js(plain: &JsValue, language: &Language) -> Result<(Dataset, JsValue), String> {
    let text = json_text(plain)?;
    let copy = parse_json(&text)?;
    // The built-in one may have come back from the page, which moves elements about.
    let shown = match &language.built_in {
        Some(built_in) if text == BUILT_IN => parse_json(built_in)?,
        _ => copy.clone(),
    };
    let node = from_js(&shown, 0)?.into();
    let read = |node: &Node| read_dataset(node).map_err(|errors| error_list(&errors));
    // As it stands first: errors are about what somebody wrote.
    let dataset = read(&node)?;
    Ok((translated(&node, &language.tag).map_or(Ok(dataset), |node| read(&node))?, copy))
}

/// A scenario from a plain object.
pub(super) fn scenario_from_js(plain: &JsValue) -> Result<ForceScenario, String> {
    read_scenario(&from_js(&json_copy(plain)?, 0)?.into()).map_err(|errors| error_list(&errors))
}

/// A copy that shares nothing with the original, and holds only what JSON can.
pub(super) fn json_copy(plain: &JsValue) -> Result<JsValue, String> {
    parse_json(&json_text(plain)?)
}

/// The JSON of a plain value.
fn json_text(plain: &JsValue) -> Result<String, String> {
    let text = JSON::stringify(plain).map_err(|error| error_message(&error))?;
    // What JSON has no text for, such as a function, is nothing to it.
    Ok(JsValue::from(text).as_string().unwrap_or_else(|| "null".to_owned()))
}

/// The text that an object has under a name.
#[inline(never)]
pub(super) fn text_property(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).ok().and_then(|value| value.as_string())
}

/// The message of a thrown value.
fn error_message(error: &JsValue) -> String {
    text_property(error, "message").or_else(|| error.as_string()).unwrap_or_else(|| "unknown".to_owned())
}

/// The errors as one text: the first few whole, the rest counted.
fn error_list(errors: &[DatasetError]) -> String {
    const SHOWN: usize = 3;
    let mut text = String::new();
    for error in errors.iter().take(SHOWN) {
        append(&mut text, "; ", &error.message());
    }
    if errors.len() > SHOWN {
        text += &["; … (", &decimal_text((errors.len() - SHOWN) as f64), " more)"].concat();
    }
    text
}
