//! What is wrong with a dataset: where, in which claim and field, and what was expected.

use std::fmt;

use super::node::{Node, Place, Value};
use crate::domain::decimal_text;
use crate::text::append;

/// One thing that is wrong with a dataset.
///
/// ```
/// use casualty_calculator::dataset::parse_dataset;
///
/// let text = r#"{"format": 2, "title": "How many?", "forces": [{"id": "army", "name": "The army"}], "claims": [
///     {"id": "agency", "source": {"name": "News agency"}, "killed": -5}
/// ]}"#;
/// let errors = parse_dataset(text).expect_err("no fewer than nobody can be killed");
/// assert!(errors[0].to_string().starts_with("2:67: claim \"agency\", field killed: "));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct DatasetError {
    place: Option<Place>,
    /// The claim's id or, where it has none, its index in the list.
    claim: Option<String>,
    /// The path from the claim or, outside the claims, from the root.
    field: String,
    expected: String,
}

impl DatasetError {
    /// An error of the text as a whole.
    #[cfg(feature = "json")]
    pub(super) fn in_text(place: Option<Place>, expected: String) -> Self {
        Self { place, claim: None, field: String::new(), expected }
    }

    /// An error in a field of a scenario text.
    pub(super) fn in_field(name: &str, expected: &str) -> Self {
        Self { place: None, claim: None, field: name.to_owned(), expected: expected.to_owned() }
    }

    /// An error at a node below `root`, or at a field that it should have. The path to it is found only now, since most
    /// datasets have no errors and need none.
    pub(super) fn at_node(
        root: &Node,
        node: &Node,
        field: Option<&str>,
        place: Option<Place>,
        expected: String,
    ) -> Self {
        let mut path = String::new();
        find(root, node, &mut path);
        if let Some(field) = field {
            step(&mut path, field);
        }
        let (claim, path) = split_at_claim(root, path);
        Self { place, claim, field: path, expected }
    }

    /// What is wrong, without the place in the text: `claim "bbc", field killed.about: expected …`.
    pub fn message(&self) -> String {
        let mut text = String::new();
        if let Some(claim) = &self.claim {
            text = ["claim \"", claim, "\""].concat();
        }
        if !self.field.is_empty() {
            append(&mut text, ", ", &["field ", &self.field].concat());
        }
        append(&mut text, ": ", &self.expected);
        text
    }

    /// The id of the claim that it is in or, where that has none, its place: `claims[2]`.
    pub fn claim(&self) -> Option<&str> {
        self.claim.as_deref()
    }

    /// The path to it: from the claim or, outside the claims, from the root.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// What was expected there, and what was found.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// Where it is in the text, where that is known.
    pub fn place(&self) -> Option<Place> {
        self.place
    }
}

/// Writes the path from one node to another into `path`, and returns whether there is one.
fn find(from: &Node, to: &Node, path: &mut String) -> bool {
    if std::ptr::eq(from, to) {
        return true;
    }
    let before = path.len();
    match &from.value {
        Value::Object(fields) => fields.iter().any(|field| {
            path.truncate(before);
            step(path, &field.name);
            find(&field.node, to, path)
        }),
        Value::List(items) => items.iter().enumerate().any(|(index, item)| {
            path.truncate(before);
            path.push_str(&["[", &decimal_text(index as f64), "]"].concat());
            find(item, to, path)
        }),
        _ => false,
    }
}

fn step(path: &mut String, field: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(field);
}

/// Splits `claims[2].killed` into the claim's id and `killed`.
fn split_at_claim(root: &Node, path: String) -> (Option<String>, String) {
    let Some((index, rest)) = path.strip_prefix("claims[").and_then(|rest| rest.split_once(']')) else {
        return (None, path);
    };
    let claim = index.parse::<usize>().ok().and_then(|index| match &root.field("claims")?.value {
        Value::List(claims) => claims.get(index),
        _ => None,
    });
    let id = claim.and_then(|claim| Some(claim.text_field("id")?.0.to_owned()));
    let claim = id.unwrap_or_else(|| ["claims[", index, "]"].concat());
    (Some(claim), rest.strip_prefix('.').unwrap_or(rest).to_owned())
}

/// Writes `3:14: claim "bbc", field killed.about: expected …`, leaving out what is not known.
impl fmt::Display for DatasetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Place { line, column }) = self.place {
            write!(f, "{line}:{column}: ")?;
        }
        f.write_str(&self.message())
    }
}

impl std::error::Error for DatasetError {}
