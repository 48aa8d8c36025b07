//! Between JavaScript's values and ours.

use std::rc::Rc;

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::components::text_property;
use crate::dataset::{
    BUILT_IN, Dataset, DatasetError, Field, ForceScenario, Node, Value, read_dataset, read_scenario, translated,
};
use crate::domain::decimal_text;
use crate::text::append;

#[wasm_bindgen]
extern "C" {
    // js-sys declares it without `catch`, and what a page sets may throw while it is read.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = entries)]
    fn entries(object: &JsValue) -> Result<Array, JsValue>;
}

/// The language that a calculator is shown in.
#[derive(Clone, Default, PartialEq)]
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

/// A page's value as JSON would have it, nested so deep in the whole. Not by way of JSON: scripts of a page may have changed
/// how that writes lists.
fn from_js(plain: &JsValue, depth: u32) -> Result<Value, String> {
    if depth > MAX_DEPTH {
        return Err("nested too deeply".to_owned());
    }
    if let Some(value) = plain.as_bool() {
        return Ok(Value::Bool(value));
    }
    if let Some(number) = plain.as_f64() {
        // Refused with its place where a number is expected, and no unknown figure as in JSON.
        return Ok(if number.is_finite() { Value::Number(number) } else { "NaN".into() });
    }
    if let Some(text) = plain.as_string() {
        return Ok(Value::Text(text));
    }
    if plain.is_bigint() {
        return Ok("a BigInt".into());
    }
    // What JSON has nothing for, such as a function, is nothing.
    if !plain.is_object() {
        return Ok(Value::Null);
    }
    // A list's too, so that nothing of the page's runs while they are read.
    let entries = entries(plain).map_err(|error| error_message(&error))?;
    let is_list = Array::is_array(plain);
    let (mut items, mut fields) = (Vec::new(), Vec::new());
    for entry in entries.iter() {
        let entry: Array = entry.unchecked_into();
        let value = entry.get(1);
        let node = Node::from(from_js(&value, depth + 1)?);
        if is_list {
            items.push(node);
        } else if node.value != Value::Null || value.is_null() {
            fields.push(Field { name: entry.get(0).as_string().unwrap_or_default(), place: None, node });
        }
    }
    Ok(if is_list { Value::List(items) } else { Value::Object(fields) })
}

/// The value that the text of a file stands for.
pub(super) fn parse_json(text: &str) -> Result<Node, String> {
    let value = from_js(&JSON::parse(text).map_err(|error| error_message(&error))?, 0)?;
    // A browser keeps the last of several fields of one name.
    if count_fields(&value) == count_names(text) {
        Ok(value.into())
    } else {
        Err("a field is given more than once".to_owned())
    }
}

/// How many fields a value has in the whole.
fn count_fields(value: &Value) -> usize {
    let mut count = 0;
    match value {
        Value::List(items) => {
            for item in items {
                count += count_fields(&item.value);
            }
        }
        Value::Object(fields) => {
            for field in fields {
                count += 1 + count_fields(&field.node.value);
            }
        }
        _ => {}
    }
    count
}

/// How many fields a JSON text names: outside of texts, a colon stands behind each name and nowhere else.
fn count_names(text: &str) -> usize {
    let (mut count, mut is_text, mut is_escaped) = (0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => is_text = !is_text,
            b':' if !is_text => count += 1,
            _ => {}
        }
    }
    count
}

/// The plain value that a page sets as its dataset; later changes to the page's own do not reach it.
pub(super) fn data_from_js(plain: &JsValue) -> Result<Node, String> {
    from_js(plain, 0).map(Node::from)
}

/// A dataset from its plain value, in a language where it has a translation into it.
pub(super) fn dataset_of(data: &Node, language: &Language) -> Result<Dataset, String> {
    let read = |node: &Node| read_dataset(node).map_err(|errors| error_list(&errors));
    // The built-in one may have come back from the page, which moves elements about.
    if let Some(built_in) = &language.built_in
        && *data == parse_json(BUILT_IN)?
    {
        return read(&parse_json(built_in)?);
    }
    // As it stands first: errors are about what somebody wrote.
    let dataset = read(data)?;
    translated(data, &language.tag).map_or(Ok(dataset), |node| read(&node))
}

/// A scenario from a plain object.
pub(super) fn scenario_from_js(plain: &JsValue) -> Result<ForceScenario, String> {
    read_scenario(&from_js(plain, 0)?.into()).map_err(|errors| error_list(&errors))
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
