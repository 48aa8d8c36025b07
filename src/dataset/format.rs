//! What a dataset and a scenario may hold, field by field.

use std::rc::Rc;

use super::error::DatasetError;
use super::model::{Dataset, Note};
use super::node::{Node, Value};
use super::reader::Reader;
use crate::domain::{Force, InputRange, Quantity, Reinforcement, Scenario, SolveFor, Unit, decimal_text};
use crate::i18n::Message;
use crate::text::{append, join};

/// The format that this program reads.
pub(super) const FORMAT: f64 = 2.0;

const DATASET: &[&str] = &[
    "format",
    "title",
    "summary",
    "language",
    "updated",
    "forces",
    "show",
    "claims",
    "notes",
    "credits",
    "texts",
    "translations",
];
const FORCE: &[&str] = &["id", "name", "part_of", "start", "denominator", "reinforcements", "scenario", "inputs"];
/// The last one is for pages: in a dataset, each force has its scenario.
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
    "force",
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

/// A scenario, and the id of the force that it is for, where it names one. A force alone has no scenario with it.
pub type ForceScenario = (Option<Rc<str>>, Option<Scenario>);

/// Makes a scenario from a JSON value, such as a page sets on the element. `null` means unknown. A figure may have a
/// source's words with it; they are dropped, since a scenario is the reader's own.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_scenario(node: &Node) -> Result<ForceScenario, Vec<DatasetError>> {
    let mut reader = Reader::new(node);
    let scenario = reader.scenario(node, SCENARIO);
    let force = node.field("force").filter(|force| !matches!(force.value, Value::Null));
    let force = force.and_then(|force| reader.text_in(force));
    let is_force_alone = force.is_some() && matches!(&node.value, Value::Object(fields) if fields.len() == 1);
    if reader.errors.is_empty() { Ok((force, (!is_force_alone).then_some(scenario))) } else { Err(reader.errors) }
}

impl<'a> Reader<'a> {
    #[inline(never)]
    fn dataset(&mut self, node: &'a Node) -> Option<Dataset> {
        let format = self.required(node, "format", "the number 2");
        if let Some(format) = format
            && let Some(version) = self.number(format)
            && version != FORMAT
        {
            self.fail(
                format,
                if version > FORMAT {
                    "this file is in a later format; this version reads format 2"
                } else if version == 1.0 {
                    FORMAT_1
                } else {
                    "expected the number 2"
                },
            );
            // Another format may differ in any respect, so nothing else in the file can be judged.
            if version > FORMAT || version == 1.0 {
                return None;
            }
        }
        self.object(node, DATASET);
        let title = self.required_text(node, "title");
        self.required(node, "forces", "a list");
        let items = self.list(node, "forces");
        if let Some(forces) = node.field("forces") {
            self.not_empty(forces, "force");
        }
        let mut forces = self.read_each(items, Self::force);
        self.check_forces(items, &mut forces);
        self.required(node, "claims", "a list");
        self.claims(node, items, &mut forces);
        self.check_ids(node);
        #[cfg(feature = "json")]
        self.check_translations(node);
        let notes = self.list(node, "notes");
        let mut dataset = Dataset {
            title,
            summary: self.text(node, "summary"),
            language: self.text(node, "language"),
            updated: self.date(node, "updated"),
            forces,
            show_days_left: node.field("show").is_some_and(|node| self.shows_days_left(node)),
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
        Some(dataset)
    }

    #[inline(never)]
    fn force(&mut self, node: &'a Node) -> Force {
        self.object(node, FORCE);
        let id = self.required_text(node, "id");
        // It stands in addresses: `force=…`.
        let is_plain = |c: char| !(c.is_whitespace() || c.is_control() || "&=%#+".contains(c));
        if let Some(at) = node.field("id").filter(|_| !id.chars().all(is_plain)) {
            self.fail(at, "expected an id without spaces and without & = % # +");
        }
        let name = self.required_text(node, "name");
        let reinforcements = self.list(node, "reinforcements");
        let mut force = Force {
            id,
            name,
            start: self.date(node, "start"),
            denominator: self.text(node, "denominator"),
            reinforcements: self.read_each(reinforcements, Self::reinforcement),
            ..Force::default()
        };
        if let Some(scenario) = node.field("scenario") {
            force.scenario = self.scenario(scenario, &SCENARIO[..SCENARIO.len() - 1]);
        }
        if let Some(inputs) = node.field("inputs") {
            for field in self.fields(inputs) {
                match Quantity::from_name(&field.name) {
                    Some(quantity) => {
                        if let Some(range) = self.input_range(&field.node, quantity.unit()) {
                            force.inputs.push((quantity, range));
                        }
                    }
                    None => {
                        let names = join(&Quantity::ALL.map(Quantity::name), ", ");
                        self.fail_field(inputs, field, ["no such input; expected one of ", &names].concat());
                    }
                }
            }
        }
        force
    }

    /// Checks that the ids of forces are unique and that what a force is part of is another one, and says which.
    #[inline(never)]
    fn check_forces(&mut self, items: &'a [Node], forces: &mut [Force]) {
        for (index, item) in items.iter().enumerate() {
            let id = &forces[index].id;
            let first = forces.iter().position(|other| other.id == *id);
            if let Some(at) = item.field("id").filter(|_| first != Some(index)) {
                self.fail(
                    at,
                    &["another force has this id", &place_of(first.and_then(|first| items[first].field("id")))]
                        .concat(),
                );
            }
            let Some((whole, at)) = item.text_field("part_of") else {
                self.text(item, "part_of");
                continue;
            };
            match forces.iter().position(|other| &*other.id == whole) {
                Some(whole) => forces[index].part_of = Some(whole),
                None => self.fail(at, &["there is no force \"", whole, "\""].concat()),
            }
        }
        for (index, item) in items.iter().enumerate() {
            let mut whole = forces[index].part_of;
            // What takes longer goes round a circle that this force only leads into.
            for _ in 0..forces.len() {
                if let (true, Some(at)) = (whole == Some(index), item.field("part_of")) {
                    self.fail(at, "a force can't be part of itself, not even by way of others");
                    forces[index].part_of = None;
                }
                whole = whole.and_then(|whole| forces[whole].part_of);
            }
        }
    }

    #[inline(never)]
    fn shows_days_left(&mut self, node: &'a Node) -> bool {
        self.object(node, &["days_left"]);
        node.field("days_left").and_then(|node| self.boolean(node)).unwrap_or(false)
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

    fn scenario(&mut self, node: &'a Node, known: &[&str]) -> Scenario {
        self.object(node, known);
        let mut scenario = Scenario::default();
        let given = |name| node.field(name).is_some_and(|node| !matches!(node.value, Value::Null));
        for quantity in Quantity::ALL.into_iter().filter(|quantity| given(quantity.name())) {
            let figure = self.reported(node, quantity.name(), quantity.unit());
            scenario.set(quantity, figure.and_then(|reported| reported.figure));
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

/// What a file of format 1 has to become.
#[cfg(feature = "authoring")]
const FORMAT_1: &str = "this file is in format 1, and this version reads format 2. What changed: deployment, scenario and \
    inputs stand in forces, a list of forces with an id and a name each; of a claim, rate and killed_share stand in \
    stated, as casualty_rate and killed_share; a total whose covers is left out counts categories that are not known, no \
    longer all four";
/// The whole of it is for whoever can change the file.
#[cfg(not(feature = "authoring"))]
const FORMAT_1: &str = "this file is in format 1, and this version reads format 2";

/// The place of the force with an id, else that there is none.
#[inline(never)]
pub(super) fn force_place(id: &str, forces: &[Force]) -> Result<usize, String> {
    let place = forces.iter().position(|force| *force.id == *id);
    place.ok_or_else(|| ["there is no force \"", id, "\"; expected one of ", &force_ids(forces)].concat())
}

/// The ids of all forces.
pub(super) fn force_ids(forces: &[Force]) -> String {
    let mut ids = String::new();
    for force in forces {
        append(&mut ids, ", ", &force.id);
    }
    ids
}

/// Where a value stands in the text, for the end of a message; nothing where that is not known.
pub(super) fn place_of(node: Option<&Node>) -> String {
    let place = node.and_then(|node| node.place);
    let number = |number: usize| decimal_text(number as f64);
    place.map_or_else(String::new, |place| [", at ", &number(place.line), ":", &number(place.column)].concat())
}
