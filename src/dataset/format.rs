//! What a dataset and a scenario may hold, field by field.

use super::error::DatasetError;
use super::input_range::InputRange;
use super::model::{Dataset, Note};
use super::node::{Node, Value};
use super::reader::Reader;
use crate::domain::{Deployment, Quantity, Reinforcement, Scenario, SolveFor, Unit};
use crate::i18n::Message;
use crate::text::join;

/// The format that this program reads.
pub(super) const FORMAT: f64 = 1.0;

const DATASET: &[&str] = &[
    "format",
    "title",
    "summary",
    "language",
    "deployment",
    "scenario",
    "inputs",
    "show",
    "claims",
    "notes",
    "credits",
    "texts",
    "translations",
];
const SCENARIO: &[&str] = &[
    "deployed",
    "reinforcements",
    "killed",
    "wounded",
    "missing",
    "captured",
    "casualties",
    "rate",
    "start",
    "as_of",
    "solve_for",
];

/// Makes a dataset from a JSON value.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_dataset(node: &Node) -> Result<Dataset, Vec<DatasetError>> {
    let mut reader = Reader::new(node);
    match reader.dataset(node) {
        Some(dataset) if reader.errors.is_empty() => Ok(dataset),
        _ => Err(reader.errors),
    }
}

/// Makes a scenario from a JSON value, such as a page sets on the element. `null` means unknown. A figure may have a
/// source's words with it; they are dropped, since a scenario is the reader's own.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_scenario(node: &Node) -> Result<Scenario, Vec<DatasetError>> {
    let mut reader = Reader::new(node);
    let scenario = reader.scenario(node);
    if reader.errors.is_empty() { Ok(scenario) } else { Err(reader.errors) }
}

impl<'a> Reader<'a> {
    #[inline(never)]
    fn dataset(&mut self, node: &'a Node) -> Option<Dataset> {
        let format = self.required(node, "format", "the number 1");
        if let Some(format) = format
            && let Some(version) = self.number(format)
            && version != FORMAT
        {
            let later = "this file is in a later format; this version reads format 1";
            self.fail(format, if version > FORMAT { later } else { "expected the number 1" });
            // A later format may differ in any respect, so nothing else in the file can be judged.
            if version > FORMAT {
                return None;
            }
        }
        self.object(node, DATASET);
        let title = self.required_text(node, "title");
        self.required(node, "claims", "a list");
        let claims = self.claims(node);
        let deployment = node.field("deployment").map(|node| self.deployment(node)).unwrap_or_default();
        self.check_ids(node);
        #[cfg(feature = "command")]
        self.check_translations(node);
        let notes = self.list(node, "notes");
        let mut dataset = Dataset {
            title,
            summary: self.text(node, "summary"),
            language: self.text(node, "language"),
            deployment,
            scenario: node.field("scenario").map(|node| self.scenario(node)).unwrap_or_default(),
            inputs: Vec::new(),
            show_days_left: node.field("show").is_some_and(|node| self.shows_days_left(node)),
            claims,
            notes: self.read_each(notes, Self::note),
            credits: self.text(node, "credits"),
            texts: Vec::new(),
        };
        if let Some(texts) = node.field("texts") {
            for field in self.fields(texts) {
                match (Message::from_name(&field.name), self.text_in(&field.node)) {
                    (Some(message), Some(text)) => dataset.texts.push((message, text)),
                    (None, _) => self.fail_field(texts, field, "the interface has no text of this name".to_owned()),
                    (Some(_), None) => {}
                }
            }
        }
        if let Some(inputs) = node.field("inputs") {
            for field in self.fields(inputs) {
                match Quantity::from_name(&field.name) {
                    Some(quantity) => {
                        if let Some(range) = self.input_range(&field.node, quantity.unit()) {
                            dataset.inputs.push((quantity, range));
                        }
                    }
                    None => {
                        let names = join(&Quantity::ALL.map(Quantity::name), ", ");
                        self.fail_field(inputs, field, ["no such input; expected one of ", &names].concat());
                    }
                }
            }
        }
        Some(dataset)
    }

    #[inline(never)]
    fn shows_days_left(&mut self, node: &'a Node) -> bool {
        self.object(node, &["days_left"]);
        node.field("days_left").and_then(|node| self.boolean(node)).unwrap_or(false)
    }

    #[inline(never)]
    fn deployment(&mut self, node: &'a Node) -> Deployment {
        self.object(node, &["name", "start", "denominator", "reinforcements"]);
        let reinforcements = self.list(node, "reinforcements");
        Deployment {
            reinforcements: self.read_each(reinforcements, Self::reinforcement),
            name: self.text(node, "name"),
            start: self.date(node, "start"),
            denominator: self.text(node, "denominator"),
        }
    }

    #[inline(never)]
    fn reinforcement(&mut self, node: &'a Node) -> Reinforcement {
        self.object(node, &["date", "count", "source"]);
        self.required(node, "count", "a figure");
        let (count, date, source) =
            (self.reported(node, "count", Unit::People), self.date(node, "date"), self.source(node));
        Reinforcement { date, count: count.unwrap_or_default(), source }
    }

    #[inline(never)]
    fn note(&mut self, node: &'a Node) -> Note {
        self.object(node, &["date", "text", "source"]);
        let (text, date, source) = (self.required_text(node, "text"), self.date(node, "date"), self.source(node));
        Note { date, text, source }
    }

    fn scenario(&mut self, node: &'a Node) -> Scenario {
        self.object(node, SCENARIO);
        let mut scenario = Scenario::default();
        let given = |name| node.field(name).is_some_and(|node| !matches!(node.value, Value::Null));
        for quantity in Quantity::ALL.into_iter().filter(|quantity| given(quantity.name())) {
            let figure = self.reported(node, quantity.name(), quantity.unit());
            scenario.set(quantity, figure.map(|reported| reported.figure));
        }
        if given("start") {
            scenario.start = self.date(node, "start");
        }
        if given("as_of") {
            scenario.as_of = self.date(node, "as_of");
        }
        if given("solve_for") {
            let choice = self.one_of(node, "solve_for", &SolveFor::ALL.map(SolveFor::name));
            scenario.solve_for = choice.map_or(SolveFor::Rate, |index| SolveFor::ALL[index]);
        }
        scenario
    }

    #[inline(never)]
    fn input_range(&mut self, node: &'a Node, unit: Unit) -> Option<InputRange> {
        self.object(node, &["min", "max", "step"]);
        let max = self.required(node, "max", "a number").and_then(|node| self.number(node));
        let mut or = |name, usual| node.field(name).map_or(Some(usual), |node| self.number(node));
        let (min, step) = (or("min", 0.0), or("step", 1.0));
        let (min, max, step) = (min?, max?, step?);
        let fits = 0.0 <= min && min < max && max <= unit.max_value() && step > 0.0 && step <= max - min;
        let whole = unit == Unit::Percent || [min, max, step].iter().all(|number| number.fract() == 0.0);
        if !fits || !whole {
            self.fail(
                node,
                "expected min below max, both within the unit's range, and a step above 0 that fits between them",
            );
            return None;
        }
        Some(InputRange { min, max, step })
    }
}
