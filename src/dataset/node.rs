//! JSON as it is in a file, with the place of each value where that is known.

use crate::domain::decimal_text;

/// A place in a text, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A value and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it begins; unknown where a browser parsed the text.
    pub place: Option<Place>,
}

/// A JSON value. The fields of an object keep their order, and a field given twice is there twice.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, finite.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object.
    Object(Vec<Field>),
}

/// One field of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Where its name begins.
    pub place: Option<Place>,
    /// What it holds.
    pub node: Node,
}

impl Node {
    /// The field of that name, if this is an object that has it.
    pub fn field(&self, name: &str) -> Option<&Self> {
        let Value::Object(fields) = &self.value else { return None };
        fields.iter().find(|field| field.name == name).map(|field| &field.node)
    }

    /// The text in the field of that name without blanks around it, and its node.
    pub(super) fn text_field(&self, name: &str) -> Option<(&str, &Self)> {
        let field = self.field(name)?;
        let Value::Text(text) = &field.value else { return None };
        let trimmed = text.trim_ascii();
        Some((if trimmed.is_empty() { text } else { trimmed }, field))
    }
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        Self { value, place: None }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<V: Into<Value>> From<Option<V>> for Value {
    fn from(value: Option<V>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl Value {
    /// An object of these fields.
    pub fn object(fields: Vec<(&str, Self)>) -> Self {
        let mut named = Vec::new();
        for (name, value) in fields {
            named.push(Field { name: name.to_owned(), place: None, node: value.into() });
        }
        Self::Object(named)
    }

    /// A list of these items.
    pub fn list(values: Vec<Self>) -> Self {
        let mut items = Vec::new();
        for value in values {
            items.push(value.into());
        }
        Self::List(items)
    }

    /// What it is, for a message.
    pub fn described(&self) -> String {
        /// How much of a string is repeated in a message.
        const MAX_CHARS: usize = 40;
        /// Numbers beyond this have more digits than a text of them.
        const MAX_SHOWN: f64 = 1e15;
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(true) => "true".to_owned(),
            Self::Bool(false) => "false".to_owned(),
            Self::Number(value) if !(-MAX_SHOWN..=MAX_SHOWN).contains(value) => "one that is too large".to_owned(),
            Self::Number(value) if *value < 0.0 => ["-", &decimal_text(-value)].concat(),
            Self::Number(value) => decimal_text(*value),
            Self::Text(text) if text.chars().count() > MAX_CHARS => {
                ["\"", &*text.chars().take(MAX_CHARS).collect::<String>(), "…\""].concat()
            }
            Self::Text(text) => ["\"", text, "\""].concat(),
            Self::List(_) => "a list".to_owned(),
            Self::Object(_) => "an object".to_owned(),
        }
    }
}

/// For the command line, which prints results by serde.
#[cfg(feature = "json")]
impl serde::Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// Beyond this, not every whole number has a double of its own.
        const MAX_EXACT: f64 = 9_007_199_254_740_992.0;
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(x) if x.fract() == 0.0 && x.abs() < MAX_EXACT => serializer.serialize_i64(*x as i64),
            Self::Number(x) => serializer.serialize_f64(*x),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items.iter().map(|item| &item.value)),
            Self::Object(fields) => serializer.collect_map(fields.iter().map(|field| (&field.name, &field.node.value))),
        }
    }
}
