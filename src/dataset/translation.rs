//! A dataset's texts in other languages. They are under `translations`, by language and then by the text itself, so
//! that a text that occurs more than once is translated once, and a translation whose text has changed is found.

use super::node::{Field, Node, Value};
#[cfg(feature = "json")]
use super::reader::Reader;
use crate::i18n::language_of;

/// The field that holds them.
pub(super) const TRANSLATIONS: &str = "translations";

/// The fields that hold a text for readers, at whatever level. Under `texts` every field holds one.
const TEXT_FIELDS: [&str; 10] =
    ["title", "summary", "name", "side", "as_of_words", "words", "interval", "note", "text", "credits"];

/// A dataset in the language of a tag: with each text replaced by its translation, if it has one, and without the
/// translations. `None` where there is no translation into that language.
pub fn translated(dataset: &Node, tag: &str) -> Option<Node> {
    let translations = fields(dataset.field(TRANSLATIONS));
    let language = language_of(tag);
    let translation = translations.iter().find(|of| language_of(&of.name) == language)?;
    let mut result = translated_node(dataset, "", fields(Some(&translation.node)));
    if let Value::Object(fields) = &mut result.value {
        fields.retain(|field| field.name != TRANSLATIONS && field.name != "language");
        fields.push(Field { name: "language".to_owned(), place: None, node: Value::from(language).into() });
    }
    Some(result)
}

fn fields(node: Option<&Node>) -> &[Field] {
    match node.map(|node| &node.value) {
        Some(Value::Object(fields)) => fields,
        _ => &[],
    }
}

/// A value with its texts translated. `within` is the name of the field that holds it.
fn translated_node(node: &Node, within: &str, texts: &[Field]) -> Node {
    let value = match &node.value {
        Value::Text(text) if TEXT_FIELDS.contains(&within) => {
            let translation = texts.iter().find(|of| of.name == *text);
            translation.map_or_else(|| node.value.clone(), |of| of.node.value.clone())
        }
        Value::List(items) => {
            let mut list = Vec::new();
            for item in items {
                list.push(translated_node(item, "", texts));
            }
            Value::List(list)
        }
        Value::Object(fields) => {
            let mut object = Vec::new();
            for field in fields {
                let in_texts = within == "texts";
                if in_texts
                    && !matches!(&field.node.value, Value::Text(text) if texts.iter().any(|of| of.name == *text))
                {
                    // It would stand out among the words of the other language.
                    continue;
                }
                let within = if in_texts { "text" } else { field.name.as_str() };
                object.push(Field {
                    name: field.name.clone(),
                    place: field.place,
                    node: translated_node(&field.node, within, texts),
                });
            }
            Value::Object(object)
        }
        other => other.clone(),
    };
    Node { value, place: node.place }
}

/// Only the command line checks this: in a browser, a translation that nothing uses does no harm.
#[cfg(feature = "json")]
impl<'a> Reader<'a> {
    /// Collects what is wrong with the translations: values that are not texts, and translations of texts that the
    /// dataset does not have.
    pub(super) fn check_translations(&mut self, root: &'a Node) {
        let Some(translations) = root.field(TRANSLATIONS) else { return };
        let mut known = Vec::new();
        collect_texts(root, "", &mut known);
        for language in self.fields(translations) {
            for text in self.fields(&language.node) {
                self.text_in(&text.node);
                if !known.contains(&text.name.as_str()) {
                    self.fail_field(&language.node, text, "this text does not occur in the dataset".to_owned());
                }
            }
        }
    }
}

/// Collects the texts for readers.
#[cfg(feature = "json")]
fn collect_texts<'a>(node: &'a Node, within: &str, texts: &mut Vec<&'a str>) {
    match &node.value {
        Value::Text(text) if TEXT_FIELDS.contains(&within) => texts.push(text),
        Value::List(items) => {
            for item in items {
                collect_texts(item, "", texts);
            }
        }
        Value::Object(fields) => {
            for field in fields.iter().filter(|field| field.name != TRANSLATIONS) {
                collect_texts(&field.node, if within == "texts" { "text" } else { &field.name }, texts);
            }
        }
        _ => {}
    }
}
