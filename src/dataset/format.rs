//! What a dataset may hold, field by field, and what must hold between its parts.

use super::error::DatasetError;
use super::node::{Node, Value};
use super::reading::Reading;
use super::{Dataset, InputRange, MOST_CLAIMS, Note, too_many};
use crate::domain::{
    Attribution, Basis, Category, Claim, Coverage, Deployment, Group, Kind, Party, Period, Quantity, Reinforcement,
    Scenario, SolveFor, Source, Unit,
};
use crate::i18n::Message;
use crate::text::joined;

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
const CLAIM: &[&str] = &[
    "id",
    "source",
    "attribution",
    "basis",
    "as_of",
    "as_of_words",
    "published",
    "period",
    "deployed",
    "deployed_as_of",
    "denominator",
    "killed",
    "wounded",
    "missing",
    "captured",
    "groups",
    "casualties",
    "covers",
    "rate",
    "killed_share",
    "note",
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

/// Makes a dataset of a JSON value.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_dataset(node: &Node) -> Result<Dataset, Vec<DatasetError>> {
    let mut reading = Reading::of(node);
    match reading.dataset(node) {
        Some(dataset) if reading.errors.is_empty() => Ok(dataset),
        _ => Err(reading.errors),
    }
}

/// Makes a scenario of a JSON value, such as a page sets on the element. `null` means unknown; a figure's own words are
/// accepted and not kept, as a scenario is the reader's.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_scenario(node: &Node) -> Result<Scenario, Vec<DatasetError>> {
    let mut reading = Reading::of(node);
    let scenario = reading.scenario(node);
    if reading.errors.is_empty() { Ok(scenario) } else { Err(reading.errors) }
}

impl<'a> Reading<'a> {
    #[inline(never)]
    fn dataset(&mut self, node: &'a Node) -> Option<Dataset> {
        let format = self.required(node, "format", "the number 1");
        if let Some(format) = format
            && let Some(version) = self.number(format)
            && version != FORMAT
        {
            let later = "this file is of a later format; this version reads format 1";
            self.fail(format, if version > FORMAT { later } else { "expected the number 1" });
            // A later format may differ in anything, so nothing else is said about it.
            if version > FORMAT {
                return None;
            }
        }
        self.object(node, DATASET);
        let title = self.required_text(node, "title");
        self.required(node, "claims", "a list");
        let claims = self.claims(node);
        let deployment = node.field("deployment").map(|node| self.deployment(node)).unwrap_or_default();
        self.check_names(node);
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
            notes: self.each(notes, Self::note),
            credits: self.text(node, "credits"),
            texts: Vec::new(),
        };
        if let Some(texts) = node.field("texts") {
            for field in self.fields(texts) {
                match (Message::named(&field.name), self.text_of(&field.node)) {
                    (Some(message), Some(text)) => dataset.texts.push((message, text)),
                    (None, _) => self.fail_field(texts, field, "no text of the interface has this name".to_owned()),
                    (Some(_), None) => {}
                }
            }
        }
        if let Some(inputs) = node.field("inputs") {
            for field in self.fields(inputs) {
                match Quantity::named(&field.name) {
                    Some(quantity) => {
                        if let Some(range) = self.input_range(&field.node, quantity.unit()) {
                            dataset.inputs.push((quantity, range));
                        }
                    }
                    None => {
                        let names = joined(&Quantity::ALL.map(Quantity::name), ", ");
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
        node.field("days_left").and_then(|node| self.switch(node)).unwrap_or(false)
    }

    #[inline(never)]
    fn claims(&mut self, node: &'a Node) -> Vec<Claim> {
        let items = self.list(node, "claims");
        if let Some(beyond) = items.get(MOST_CLAIMS) {
            self.fail(beyond, &too_many(MOST_CLAIMS, "claims", items.len()));
            return Vec::new();
        }
        self.each(items, Self::claim)
    }

    #[inline(never)]
    fn claim(&mut self, node: &'a Node) -> Claim {
        self.object(node, CLAIM);
        let id = self.required_text(node, "id");
        if let Some(at) = node.field("id").filter(|_| &*id == "scenario") {
            self.fail(at, "expected another id: \"scenario\" stands for the reader's inputs");
        }
        self.required(node, "source", "an object");
        let source = self.source(node).unwrap_or_default();
        let figures = Quantity::ALL.map(|quantity| match quantity {
            Quantity::Reinforcements => None,
            _ => self.reported(node, quantity.name(), quantity.unit()),
        });
        // An empty list of groups gives no figure.
        let gives = |name| {
            node.field(name).is_some_and(|given| !matches!(&given.value, Value::List(items) if items.is_empty()))
        };
        let any_given = Quantity::ALL.into_iter().map(Quantity::name).chain(["killed_share", "groups"]).any(gives);
        if !any_given && matches!(node.value, Value::Object(_)) {
            self.fail(node, "expected at least one figure");
        }
        let basis = self.one_of(node, "basis", &Basis::ALL.map(Basis::name));
        Claim {
            attribution: self.attribution(node),
            basis: basis.map_or(Basis::Page, |index| Basis::ALL[index]),
            as_of: self.date(node, "as_of"),
            as_of_words: self.text(node, "as_of_words"),
            published: self.date(node, "published"),
            period: node.field("period").and_then(|node| self.period(node)),
            deployed_as_of: self.date(node, "deployed_as_of"),
            denominator: self.text(node, "denominator"),
            figures,
            covers: node.field("covers").map_or(Coverage::ALL, |node| self.coverage(node)),
            killed_share: self.reported(node, "killed_share", Unit::Percent),
            groups: self.groups(node),
            note: self.text(node, "note"),
            id,
            source,
        }
    }

    #[inline(never)]
    fn groups(&mut self, claim: &'a Node) -> Vec<Group> {
        let alone = Coverage::ALL.filtered(|category| claim.field(category.name()).is_some());
        let mut taken = alone;
        let mut groups = Vec::new();
        for node in self.list(claim, "groups") {
            self.object(node, &["covers", "count"]);
            let covers = self.required(node, "covers", "a list of categories").map(|node| self.coverage(node));
            self.required(node, "count", "a figure");
            let count = self.reported(node, "count", Unit::People);
            let (Some(covers), Some(count)) = (covers, count) else { continue };
            if let Some(twice) = taken.intersection(covers).iter().next() {
                let beside = if alone.has(twice) { "a figure of its own" } else { "another group" };
                self.fail(node, &[twice.name(), " is counted in ", beside, " already"].concat());
            }
            taken = taken.union(covers);
            groups.push(Group { covers, count });
        }
        groups
    }

    fn coverage(&mut self, node: &'a Node) -> Coverage {
        let mut covers = Coverage::default();
        let items = self.items(node);
        if items.is_empty() && matches!(node.value, Value::List(_)) {
            self.fail(node, "expected at least one category");
        }
        for item in items {
            if let Some(index) = self.one_of_words(item, &Category::ALL.map(Category::name)) {
                let category = Category::ALL[index];
                if covers.has(category) {
                    self.fail(item, &[category.name(), " is named more than once"].concat());
                }
                covers = covers.union(category.into());
            }
        }
        covers
    }

    #[inline(never)]
    fn attribution(&mut self, claim: &'a Node) -> Attribution {
        let mut attribution = Vec::new();
        for link in self.list(claim, "attribution") {
            let parties = match &link.value {
                Value::List(parties) => parties.as_slice(),
                _ => std::slice::from_ref(link),
            };
            if parties.is_empty() {
                self.fail(link, "expected at least one who speaks");
            }
            attribution.push(self.each(parties, Self::party));
        }
        attribution
    }

    #[inline(never)]
    fn party(&mut self, node: &'a Node) -> Party {
        self.object(node, &["name", "kind", "side"]);
        let name = self.required_text(node, "name");
        let kind = self.one_of(node, "kind", &Kind::ALL.map(Kind::name)).map(|index| Kind::ALL[index]);
        let side = self.text(node, "side");
        Party { name, kind, side }
    }

    /// The `source` of a claim, a note or reinforcements, where it is given.
    fn source(&mut self, of: &'a Node) -> Option<Source> {
        let node = of.field("source")?;
        self.object(node, &["name", "link"]);
        let name = self.required_text(node, "name");
        let link = self.link(node, "link");
        Some(Source { name, link })
    }

    #[inline(never)]
    fn period(&mut self, node: &'a Node) -> Option<Period> {
        self.object(node, &["from", "to"]);
        self.required(node, "from", "a date");
        self.required(node, "to", "a date");
        let (from, to) = (self.date(node, "from"), self.date(node, "to"));
        let period = Period { from: from?, to: to? };
        if period.from > period.to {
            self.fail(node, "expected a period that does not end before it begins");
        }
        Some(period)
    }

    #[inline(never)]
    fn deployment(&mut self, node: &'a Node) -> Deployment {
        self.object(node, &["name", "start", "denominator", "reinforcements"]);
        let reinforcements = self.list(node, "reinforcements");
        Deployment {
            reinforcements: self.each(reinforcements, Self::reinforcement),
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
        let fits = 0.0 <= min && min < max && max <= unit.most() && step > 0.0 && step <= max - min;
        let whole = unit == Unit::Percent || [min, max, step].iter().all(|number| number.fract() == 0.0);
        if !fits || !whole {
            self.fail(
                node,
                "expected min below max and a step above 0 that fits between them, within the unit's range",
            );
            return None;
        }
        Some(InputRange { min, max, step })
    }

    /// Ids are unique, and whoever is named as a denominator gives one.
    #[inline(never)]
    fn check_names(&mut self, root: &'a Node) {
        let items = match root.field("claims").map(|node| &node.value) {
            // Too many of them are refused as they are.
            Some(Value::List(items)) if items.len() <= MOST_CLAIMS => items.as_slice(),
            _ => return,
        };
        let mut seen: Vec<&str> = Vec::new();
        for node in items {
            if let Some((id, at)) = text_field(node, "id") {
                if seen.contains(&id) {
                    self.fail(at, "another claim has this id");
                }
                seen.push(id);
            }
        }
        for node in items.iter().chain(root.field("deployment")) {
            let Some((id, at)) = text_field(node, "denominator") else { continue };
            // Whatever else is wrong with that claim is said there.
            match items.iter().find(|claim| text_field(claim, "id").is_some_and(|(other, _)| other == id)) {
                Some(claim) if claim.field(Quantity::Deployed.name()).is_some() => {}
                Some(_) => self.fail(at, &["claim \"", id, "\" gives no deployed figure"].concat()),
                None => self.fail(at, &["there is no claim \"", id, "\""].concat()),
            }
        }
    }
}

fn text_field<'a>(node: &'a Node, name: &str) -> Option<(&'a str, &'a Node)> {
    let field = node.field(name)?;
    let Value::Text(text) = &field.value else { return None };
    Some((text, field))
}

/// The range of an input that the dataset gives none for: half as much again as the largest figure of its kind, rounded
/// up, in some two hundred steps.
#[inline(never)]
pub(super) fn usual_range(quantity: Quantity, dataset: &Dataset) -> InputRange {
    if quantity == Quantity::Rate {
        return InputRange { min: 0.0, max: 100.0, step: 0.5 };
    }
    // Reinforcements are troops too.
    let quantity = if quantity == Quantity::Reinforcements { Quantity::Deployed } else { quantity };
    let mut largest = dataset.scenario.figure(quantity).map_or(0.0, |figure| figure.numbers().1);
    for claim in &dataset.claims {
        largest = claim.figure(quantity).map_or(largest, |figure| largest.max(figure.numbers().1));
        if let Quantity::Of(category) = quantity {
            for group in claim.groups.iter().filter(|group| group.covers.has(category)) {
                largest = largest.max(group.count.figure.numbers().1);
            }
        }
    }
    let most = quantity.unit().most();
    let wanted = (largest * 1.5).clamp(1_000.0, most);
    let mut place = 1.0;
    while place * 10.0 <= wanted {
        place *= 10.0;
    }
    let max = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * place).into_iter().find(|round| *round >= wanted);
    InputRange { min: 0.0, max: max.unwrap_or(wanted).min(most), step: (place / 100.0).max(1.0) }
}
