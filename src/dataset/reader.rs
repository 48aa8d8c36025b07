//! Reads values from a [`Node`]. Every error is collected, and none ends the reading.

use std::rc::Rc;

#[cfg(feature = "authoring")]
use super::advice;
use super::error::DatasetError;
use super::node::{Field, Node, Place, Value};
use crate::domain::{Date, Figure, FigureError, Hedge, Number, Reported, Unit};
use crate::text::join;

/// What a date may look like.
const DATE: &str = "a date such as 2025-01-15, 2025-01 or 2025";

/// What a figure may look like.
const FIGURE: &str = "a number, one of exact, about, over, at_least, under, up_to, nearly, between with its number, best with \
    between, or words alone";

/// A node being read, and the errors found so far. Each method collects what is wrong and returns a value all the same,
/// even an empty one: if there are errors, all values are thrown away, and early returns in every method would take
/// more bytes.
pub(super) struct Reader<'a> {
    root: &'a Node,
    pub(super) errors: Vec<DatasetError>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(root: &'a Node) -> Self {
        Self { root, errors: Vec::new() }
    }

    /// Collects an error at a node, or at a field that it should have. Finding the path to it takes a walk through the
    /// whole file, so there is a limit, which is more than a person would read.
    fn push(&mut self, node: &Node, field: Option<&str>, place: Option<Place>, expected: String) {
        const MAX_ERRORS: usize = 1_000;
        if self.errors.len() < MAX_ERRORS {
            self.errors.push(DatasetError::at_node(self.root, node, field, place, expected));
        }
    }

    /// Collects an error at a value.
    pub(super) fn fail(&mut self, node: &Node, expected: &str) {
        self.push(node, None, node.place, expected.to_owned());
    }

    pub(super) fn wrong_kind(&mut self, node: &Node, expected: &str) {
        self.fail(node, &["expected ", expected, ", found ", &node.value.described()].concat());
    }

    /// Collects an error at a value that is no date.
    #[cfg(feature = "authoring")]
    fn wrong_date(&mut self, node: &Node) {
        let advice = advice::date(&node.value);
        self.fail(node, &["expected ", DATE, ", found ", &node.value.described(), advice].concat());
    }

    /// Collects an error at a value that is no date.
    #[cfg(not(feature = "authoring"))]
    fn wrong_date(&mut self, node: &Node) {
        self.wrong_kind(node, DATE);
    }

    /// The same, with what to write instead where that is clear.
    #[cfg(feature = "authoring")]
    fn wrong_figure(&mut self, node: &Node, expected: &str, unit: Unit) {
        // A figure with a hedge is written otherwise in a scenario text, whose values have no place.
        let may_be_hedged = expected == FIGURE && node.place.is_some();
        let advice = advice::figure(&node.value, unit, may_be_hedged);
        self.fail(node, &["expected ", expected, ", found ", &node.value.described(), &advice].concat());
    }

    /// The command says what to write instead; a reader can't.
    #[cfg(not(feature = "authoring"))]
    fn wrong_figure(&mut self, node: &Node, expected: &str, _: Unit) {
        self.wrong_kind(node, expected);
    }

    /// The fields of an object, each at most once.
    pub(super) fn fields(&mut self, node: &'a Node) -> &'a [Field] {
        let Value::Object(fields) = &node.value else {
            self.wrong_kind(node, "an object");
            return &[];
        };
        // A browser's JSON parser keeps only the last of them.
        #[cfg(feature = "json")]
        {
            let mut seen = std::collections::HashSet::new();
            for field in fields.iter().filter(|field| !seen.insert(&field.name)) {
                self.fail_field(node, field, "given more than once".to_owned());
            }
        }
        fields
    }

    /// Collects an error at the name of a field.
    pub(super) fn fail_field(&mut self, node: &Node, field: &Field, expected: String) {
        self.push(node, Some(&field.name), field.place, expected);
    }

    /// Checks that an object has no other fields than these.
    pub(super) fn object(&mut self, node: &'a Node, known: &[&str]) {
        for field in self.fields(node) {
            if !known.contains(&field.name.as_str()) {
                self.unknown_field(node, field, known);
            }
        }
    }

    /// Collects an error at a field that is not known, with the one that is likely meant.
    #[cfg(feature = "authoring")]
    pub(super) fn unknown_field(&mut self, node: &Node, field: &Field, known: &[&str]) {
        let advice = advice::field(&field.name, known);
        self.fail_field(node, field, ["no such field", &advice, "; expected one of ", &join(known, ", ")].concat());
    }

    /// Collects an error at a field that is not known.
    #[cfg(not(feature = "authoring"))]
    pub(super) fn unknown_field(&mut self, node: &Node, field: &Field, known: &[&str]) {
        self.fail_field(node, field, ["no such field; expected one of ", &join(known, ", ")].concat());
    }

    /// A field that must be there.
    pub(super) fn required(&mut self, node: &'a Node, name: &str, what: &str) -> Option<&'a Node> {
        let field = node.field(name);
        if field.is_none() && matches!(node.value, Value::Object(_)) {
            let expected = ["expected ", what, ", found nothing"].concat();
            self.push(node, Some(name), node.place, expected);
        }
        field
    }

    /// A text that must be there; an empty one where it is not.
    pub(super) fn required_text(&mut self, node: &'a Node, name: &str) -> Rc<str> {
        self.required(node, name, "text");
        self.text(node, name).unwrap_or_default()
    }

    /// A text that is not blank, where the field is given.
    pub(super) fn text(&mut self, node: &'a Node, name: &str) -> Option<Rc<str>> {
        self.text_in(node.field(name)?)
    }

    /// The same of a node.
    pub(super) fn text_in(&mut self, node: &Node) -> Option<Rc<str>> {
        match &node.value {
            Value::Text(text) if !text.trim_ascii().is_empty() => Some(Rc::from(text.trim_ascii())),
            _ => {
                self.wrong_kind(node, "text");
                None
            }
        }
    }

    /// The items of a list, none where the field is not given.
    pub(super) fn list(&mut self, node: &'a Node, name: &str) -> &'a [Node] {
        node.field(name).map_or(&[], |node| self.items(node))
    }

    /// The items of a list.
    pub(super) fn items(&mut self, node: &'a Node) -> &'a [Node] {
        let Value::List(items) = &node.value else {
            self.wrong_kind(node, "a list");
            return &[];
        };
        items
    }

    /// Collects an error at a list with nothing in it.
    pub(super) fn not_empty(&mut self, node: &Node, what: &str) {
        if matches!(&node.value, Value::List(items) if items.is_empty()) {
            self.fail(node, &["expected at least one ", what].concat());
        }
    }

    /// Reads each of these nodes.
    pub(super) fn read_each<T>(&mut self, nodes: &'a [Node], read: fn(&mut Self, &'a Node) -> T) -> Vec<T> {
        let mut all = Vec::new();
        for node in nodes {
            all.push(read(self, node));
        }
        all
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, node: &Node) -> Option<bool> {
        let Value::Bool(value) = node.value else {
            self.wrong_kind(node, "true or false");
            return None;
        };
        Some(value)
    }

    /// A finite number.
    pub(super) fn number(&mut self, node: &Node) -> Option<f64> {
        match node.value {
            Value::Number(value) if value.is_finite() => Some(value),
            _ => {
                self.wrong_kind(node, "a number");
                None
            }
        }
    }

    /// The index of a word among the given ones, where the field is given.
    pub(super) fn one_of(&mut self, node: &'a Node, name: &str, words: &[&str]) -> Option<usize> {
        self.one_of_in(node.field(name)?, words)
    }

    /// The same of a node.
    pub(super) fn one_of_in(&mut self, node: &Node, words: &[&str]) -> Option<usize> {
        let place = match &node.value {
            Value::Text(text) => words.iter().position(|word| word == text),
            _ => None,
        };
        if place.is_none() {
            self.wrong_kind(node, &["one of ", &join(words, ", ")].concat());
        }
        place
    }

    /// A date, where the field is given.
    pub(super) fn date(&mut self, node: &'a Node, name: &str) -> Option<Date> {
        let node = node.field(name)?;
        let date = match &node.value {
            Value::Text(text) => Date::parse(text).ok(),
            _ => None,
        };
        if date.is_none() {
            self.wrong_date(node);
        }
        date
    }

    /// An address that a page may link to, where the field is given.
    pub(super) fn link(&mut self, node: &'a Node, name: &str) -> Option<Rc<str>> {
        let node = node.field(name)?;
        let text = match &node.value {
            Value::Text(text) => text.as_str(),
            _ => "",
        };
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
        let has_host = !rest.is_empty() && !rest.starts_with(['/', '?', '#']);
        if !has_host || text.contains(|c: char| c.is_ascii_whitespace() || c.is_ascii_control()) {
            self.wrong_kind(node, "an address that begins with https:// or http://");
            return None;
        }
        Some(Rc::from(text))
    }

    /// A figure, where the field is given: a number, or one hedge with its number, and the source's own words.
    pub(super) fn reported(&mut self, node: &'a Node, name: &str, unit: Unit) -> Option<Reported> {
        self.figure(node.field(name)?, unit)
    }

    pub(super) fn figure(&mut self, node: &'a Node, unit: Unit) -> Option<Reported> {
        if let Value::Object(fields) = &node.value {
            return self.hedged_figure(node, fields, unit);
        }
        let number = self.number_of(node, unit, FIGURE)?;
        let figure = self.checked(node, Figure::new(unit, Hedge::Exact, number))?;
        Some(Reported { figure: Some(figure), ..Reported::default() })
    }

    fn hedged_figure(&mut self, node: &'a Node, fields: &'a [Field], unit: Unit) -> Option<Reported> {
        let known = [&HEDGE_NAMES[..], &["words", "interval"]].concat();
        self.object(node, &known);
        let mut hedges = Vec::new();
        for field in fields {
            hedges.extend(Hedge::from_name(&field.name).map(|hedge| (hedge, &field.node)));
        }
        let (words, interval) = (self.text(node, "words"), self.text(node, "interval"));
        let range = node.field(Hedge::Between.name());
        let best = node.field(Hedge::Best.name());
        let figure = match (&hedges[..], best, range) {
            ([_, _], Some(best), Some(range)) => {
                let (number, range) = (self.number_of(best, unit, "a number"), self.range(range, unit));
                Some(self.checked(best, Figure::best(unit, number?.in_decimals().value, range?))?)
            }
            ([_], Some(best), _) => {
                self.fail(best, "expected the source's own range beside it, as between");
                return None;
            }
            ([_], _, Some(range)) => Some(self.range(range, unit)?),
            ([(hedge, number)], ..) => {
                let value = self.number_of(number, unit, "a number")?;
                Some(self.checked(number, Figure::new(unit, *hedge, value))?)
            }
            ([], ..) if words.is_some() => None,
            ([], ..) => {
                self.wrong_kind(node, FIGURE);
                return None;
            }
            _ => {
                self.fail(node, "two wordings for one figure; keep one");
                return None;
            }
        };
        if let (Some(at), None) = (node.field("interval"), range) {
            self.fail(at, "expected beside between only: it is what the source calls its range");
        }
        Some(Reported { figure, words, interval })
    }

    /// A number, or a fraction where the unit allows one.
    fn number_of(&mut self, node: &Node, unit: Unit, expected: &str) -> Option<Number> {
        let number = match &node.value {
            Value::Number(number) if number.is_finite() => Some(Number::from(*number)),
            Value::Text(text) => Number::parse_fraction(text, unit),
            _ => None,
        };
        if number.is_none() {
            self.wrong_figure(node, expected, unit);
        }
        number
    }

    fn range(&mut self, node: &Node, unit: Unit) -> Option<Figure> {
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => &[],
        };
        let [low, high] = items else {
            match node.value {
                Value::List(_) => self.fail(node, "expected exactly two numbers"),
                _ => self.wrong_kind(node, "a list of two numbers"),
            }
            return None;
        };
        let (low, high) = (self.number_of(low, unit, "a number"), self.number_of(high, unit, "a number"));
        self.checked(node, Figure::between(unit, low?.in_decimals().value, high?.in_decimals().value))
    }

    fn checked(&mut self, node: &Node, figure: Result<Figure, FigureError>) -> Option<Figure> {
        let figure = figure.map_err(|error| match (error, &node.value) {
            (FigureError::OutOfRange(_), Value::Number(_)) => self.wrong_number(node, error.message()),
            _ => self.fail(node, error.message()),
        });
        figure.ok()
    }

    fn wrong_number(&mut self, node: &Node, expected: &str) {
        self.fail(node, &[expected, ", found ", &node.value.described()].concat());
    }
}

/// The hedges as a dataset names them.
pub(super) const HEDGE_NAMES: [&str; 9] =
    ["exact", "about", "over", "at_least", "under", "up_to", "nearly", "between", "best"];

#[cfg(test)]
mod tests {
    use super::{HEDGE_NAMES, Hedge};

    #[test]
    fn every_hedge_can_be_written_in_a_dataset() {
        assert!(Hedge::ALL.map(Hedge::name).iter().eq(&HEDGE_NAMES));
    }
}
