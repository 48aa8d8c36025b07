//! What a claim may hold, field by field, and what must hold between claims.

use super::limits::{MAX_CLAIMS, too_many};
use super::node::{Node, Value};
use super::reader::Reader;
use crate::domain::{
    Attribution, Basis, Category, Claim, Coverage, Group, Party, PartyKind, Period, Quantity, Source, Unit,
};

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

impl<'a> Reader<'a> {
    #[inline(never)]
    pub(super) fn claims(&mut self, node: &'a Node) -> Vec<Claim> {
        let items = self.list(node, "claims");
        if let Some(beyond) = items.get(MAX_CLAIMS) {
            self.fail(beyond, &too_many(MAX_CLAIMS, "claims", items.len()));
            return Vec::new();
        }
        self.read_each(items, Self::claim)
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
        let single = Coverage::ALL.filtered(|category| claim.field(category.name()).is_some());
        let mut taken = single;
        let mut groups = Vec::new();
        for node in self.list(claim, "groups") {
            self.object(node, &["covers", "count"]);
            let covers = self.required(node, "covers", "a list of categories").map(|node| self.coverage(node));
            self.required(node, "count", "a figure");
            let count = self.reported(node, "count", Unit::People);
            let (Some(covers), Some(count)) = (covers, count) else { continue };
            if let Some(twice) = taken.intersection(covers).iter().next() {
                let beside = if single.has(twice) { "a figure of its own" } else { "another group" };
                self.fail(node, &[twice.name(), " is already counted in ", beside].concat());
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
            if let Some(index) = self.one_of_in(item, &Category::ALL.map(Category::name)) {
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
                self.fail(link, "expected at least one person or organization");
            }
            attribution.push(self.read_each(parties, Self::party));
        }
        attribution
    }

    #[inline(never)]
    fn party(&mut self, node: &'a Node) -> Party {
        self.object(node, &["name", "kind", "side"]);
        let name = self.required_text(node, "name");
        let kind = self.one_of(node, "kind", &PartyKind::ALL.map(PartyKind::name)).map(|index| PartyKind::ALL[index]);
        let side = self.text(node, "side");
        Party { name, kind, side }
    }

    /// The `source` of a claim, a note or reinforcements, where it is given.
    pub(super) fn source(&mut self, of: &'a Node) -> Option<Source> {
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
            self.fail(node, "the period ends before it begins");
        }
        Some(period)
    }

    /// Checks that ids are unique, and that every claim named as a denominator gives a deployed figure.
    #[inline(never)]
    pub(super) fn check_ids(&mut self, root: &'a Node) {
        let items = match root.field("claims").map(|node| &node.value) {
            // Too many claims are an error of their own.
            Some(Value::List(items)) if items.len() <= MAX_CLAIMS => items.as_slice(),
            _ => return,
        };
        let mut seen: Vec<&str> = Vec::new();
        for node in items {
            if let Some((id, at)) = node.text_field("id") {
                if seen.contains(&id) {
                    self.fail(at, "another claim has this id");
                }
                seen.push(id);
            }
        }
        for node in items.iter().chain(root.field("deployment")) {
            let Some((id, at)) = node.text_field("denominator") else { continue };
            // Anything else that is wrong with that claim is reported where the claim itself is read.
            match items.iter().find(|claim| claim.text_field("id").is_some_and(|(other, _)| other == id)) {
                Some(claim) if claim.field(Quantity::Deployed.name()).is_some() => {}
                Some(_) => self.fail(at, &["claim \"", id, "\" gives no deployed figure"].concat()),
                None => self.fail(at, &["there is no claim \"", id, "\""].concat()),
            }
        }
    }
}
