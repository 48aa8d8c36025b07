//! A dataset's texts in other languages. They stand under `translations`, by language and then by the text itself, so that
//! a text that comes more than once is translated once, and a translation whose text has changed is found.

use super::node::{Field, Node, Value};
#[cfg(feature = "command")]
use super::reading::Reading;
use crate::i18n::language_of;

/// The field that has them.
pub(super) const TRANSLATIONS: &str = "translations";

/// The fields with a text for readers, wherever they stand. Under `texts` every field has one.
const TOLD: [&str; 9] = ["title", "summary", "name", "side", "as_of_words", "words", "note", "text", "credits"];

/// A dataset in the language of a tag: each text that is translated in place of its own, and the translations gone. Nothing
/// where there is no translation into that language.
pub fn translated(dataset: &Node, tag: &str) -> Option<Node> {
    let translations = fields(dataset.field(TRANSLATIONS));
    let language = language_of(tag);
    let translation = translations.iter().find(|of| language_of(&of.name) == language)?;
    let mut told = told(dataset, "", fields(Some(&translation.node)));
    if let Value::Object(fields) = &mut told.value {
        fields.retain(|field| field.name != TRANSLATIONS && field.name != "language");
        fields.push(Field { name: "language".to_owned(), place: None, node: Value::from(language).into() });
    }
    Some(told)
}

fn fields(node: Option<&Node>) -> &[Field] {
    match node.map(|node| &node.value) {
        Some(Value::Object(fields)) => fields,
        _ => &[],
    }
}

/// A value with its texts translated; `within` is the field that holds it.
fn told(node: &Node, within: &str, texts: &[Field]) -> Node {
    let value = match &node.value {
        Value::Text(text) if TOLD.contains(&within) => {
            let translation = texts.iter().find(|of| of.name == *text);
            translation.map_or_else(|| node.value.clone(), |of| of.node.value.clone())
        }
        Value::List(items) => {
            let mut list = Vec::new();
            for item in items {
                list.push(told(item, "", texts));
            }
            Value::List(list)
        }
        Value::Object(fields) => {
            let mut object = Vec::new();
            for field in fields {
                let own = within == "texts";
                if own && !matches!(&field.node.value, Value::Text(text) if texts.iter().any(|of| of.name == *text)) {
                    // It would stand out among the words of the other language.
                    continue;
                }
                let within = if own { "text" } else { field.name.as_str() };
                object.push(Field {
                    name: field.name.clone(),
                    place: field.place,
                    node: told(&field.node, within, texts),
                });
            }
            Value::Object(object)
        }
        other => other.clone(),
    };
    Node { value, place: node.place }
}

/// A browser leaves out what is translated in vain: it harms nobody.
#[cfg(feature = "command")]
impl<'a> Reading<'a> {
    /// Notes what is wrong with the translations: what is no text, and what translates none of the dataset's.
    pub(super) fn check_translations(&mut self, root: &'a Node) {
        let Some(translations) = root.field(TRANSLATIONS) else { return };
        let mut known = Vec::new();
        texts_of(root, "", &mut known);
        for language in self.fields(translations) {
            for text in self.fields(&language.node) {
                self.text_of(&text.node);
                if !known.contains(&text.name.as_str()) {
                    self.fail_field(&language.node, text, "no text of this dataset reads so".to_owned());
                }
            }
        }
    }
}

/// The texts for readers.
#[cfg(feature = "command")]
fn texts_of<'a>(node: &'a Node, within: &str, texts: &mut Vec<&'a str>) {
    match &node.value {
        Value::Text(text) if TOLD.contains(&within) => texts.push(text),
        Value::List(items) => {
            for item in items {
                texts_of(item, "", texts);
            }
        }
        Value::Object(fields) => {
            for field in fields.iter().filter(|field| field.name != TRANSLATIONS) {
                texts_of(&field.node, if within == "texts" { "text" } else { &field.name }, texts);
            }
        }
        _ => {}
    }
}
