//! What a claim may hold, field by field, and what must hold between claims.

use std::rc::Rc;

use super::format::{force_ids, force_place, place_of};
use super::limits::{MAX_CLAIMS, too_many};
use super::node::{Node, Value};
use super::reader::Reader;
use crate::domain::{
    Attribution, Basis, Category, Claim, Coverage, Force, Group, Lender, Party, PartyKind, Period, Quantity, RateName,
    Reported, Source, Unit,
};

/// Every field, in the order of a file.
pub(crate) const CLAIM: &[&str] = &[
    "id",
    "force",
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
    "stated",
    "replaces",
    "withdrawn",
    "disputed_by",
    "note",
];

/// The rates that a source may state.
pub(super) const STATED: &[&str] = &[
    "casualty_rate",
    "killed_rate",
    "wounded_rate",
    "missing_rate",
    "captured_rate",
    "casualty_rate_first",
    "irrecoverable",
    "irrecoverable_rate",
    "killed_share",
    "wounded_per_killed",
    "remaining",
    "one_in",
    "per_day",
    "per_day_rate",
];

impl<'a> Reader<'a> {
    /// Reads the claims, each into its force.
    #[inline(never)]
    pub(super) fn claims(&mut self, node: &'a Node, force_nodes: &'a [Node], forces: &mut [Force]) {
        let items = self.list(node, "claims");
        if let Some(beyond) = items.get(MAX_CLAIMS) {
            self.fail(beyond, &too_many(MAX_CLAIMS, "claims", items.len()));
            return;
        }
        if let Some(claims) = node.field("claims") {
            self.not_empty(claims, "claim");
        }
        for item in items {
            let claim = self.claim(item);
            let force = self.force_of(item, force_nodes, forces);
            if let Some(force) = force.and_then(|force| forces.get_mut(force)) {
                force.claims.push(claim);
            }
        }
        for force in forces {
            let mut replaced = Vec::new();
            for claim in &force.claims {
                replaced.extend(claim.replaces.as_ref().map(Rc::clone));
            }
            for claim in &mut force.claims {
                claim.is_replaced = replaced.contains(&claim.id);
            }
        }
    }

    /// The force that a claim is about, by its place. It may be left out where there is but one.
    fn force_of(&mut self, claim: &'a Node, force_nodes: &'a [Node], forces: &[Force]) -> Option<usize> {
        if claim.field("force").is_none() && force_nodes.len() > 1 {
            self.required(claim, "force", &["one of ", &*force_ids(forces)].concat());
        }
        let Some(id) = self.text(claim, "force") else { return Some(0) };
        let index = force_place(&id, forces);
        if let (Err(reason), Some(at), false) = (&index, claim.field("force"), forces.is_empty()) {
            self.fail(at, reason);
        }
        index.ok()
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
        let figures = Quantity::ALL.map(|quantity| {
            if Quantity::REPORTED.contains(&quantity) {
                self.reported(node, quantity.name(), quantity.unit())
            } else {
                None
            }
        });
        // An empty list of groups gives no figure, nor does an empty object of rates.
        let gives = |name| {
            node.field(name).is_some_and(|given| match &given.value {
                Value::List(items) => !items.is_empty(),
                Value::Object(fields) => !fields.is_empty(),
                _ => true,
            })
        };
        let any_given = Quantity::REPORTED.into_iter().map(Quantity::name).chain(["stated", "groups"]).any(gives);
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
            lender: match node.field("denominator").map(|node| &node.value) {
                Some(Value::Null) => Lender::Nobody,
                _ => self.text(node, "denominator").map_or(Lender::OfForce, Lender::Claim),
            },
            figures,
            covers: node.field("covers").map(|node| self.coverage(node)),
            stated: node.field("stated").map(|node| self.stated(node)).unwrap_or_default(),
            groups: self.groups(node),
            replaces: self.text(node, "replaces"),
            is_replaced: false,
            is_withdrawn: node.field("withdrawn").and_then(|node| self.boolean(node)).unwrap_or(false),
            disputed_by: {
                let items = self.list(node, "disputed_by");
                self.read_each(items, Self::source_in)
            },
            note: self.text(node, "note"),
            id,
            source,
        }
    }

    /// Rates that a source states itself, each under its name.
    #[inline(never)]
    fn stated(&mut self, node: &'a Node) -> Vec<(RateName, Reported)> {
        let mut stated = Vec::new();
        for field in self.fields(node) {
            match RateName::from_name(&field.name).filter(|name| name.may_be_stated()) {
                Some(name) => {
                    if let Some(reported) = self.figure(&field.node, name.measure().unit()) {
                        stated.push((name, reported));
                    }
                }
                None => self.unknown_field(node, field, STATED),
            }
        }
        stated
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
        self.not_empty(node, "category");
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
            self.not_empty(link, "person or organization");
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
        of.field("source").map(|node| self.source_in(node))
    }

    fn source_in(&mut self, node: &'a Node) -> Source {
        self.object(node, &["name", "link"]);
        let name = self.required_text(node, "name");
        let link = self.link(node, "link");
        Source { name, link }
    }

    #[inline(never)]
    fn period(&mut self, node: &'a Node) -> Option<Period> {
        self.object(node, &["from", "to"]);
        self.required(node, "from", "a date");
        self.required(node, "to", "a date");
        let (from, to) = (self.date(node, "from"), self.date(node, "to"));
        let period = Period { from: from?, to: to? };
        if period.to.is_before(period.from) {
            self.fail(node, "the period ends before it begins");
        }
        Some(period)
    }

    /// Checks that ids are unique, that every claim named as a denominator is of the same force and gives a deployed figure,
    /// and that every claim named as replaced is another one of the same force.
    #[inline(never)]
    pub(super) fn check_ids(&mut self, root: &'a Node) {
        let items = match root.field("claims").map(|node| &node.value) {
            // Too many claims are an error of their own.
            Some(Value::List(items)) if items.len() <= MAX_CLAIMS => items.as_slice(),
            _ => return,
        };
        let mut seen: Vec<(&str, &Node, &Node)> = Vec::new();
        for node in items {
            if let Some((id, at)) = node.text_field("id") {
                match seen.iter().find(|(other, ..)| *other == id) {
                    Some((_, first, _)) => {
                        self.fail(at, &["another claim has this id", &place_of(Some(first))].concat())
                    }
                    None => seen.push((id, at, node)),
                }
            }
        }
        let forces = match root.field("forces").map(|node| &node.value) {
            Some(Value::List(forces)) => forces.as_slice(),
            _ => &[],
        };
        for (nodes, force, field) in
            [(forces, "id", "denominator"), (items, "force", "denominator"), (items, "force", "replaces")]
        {
            for node in nodes {
                let Some((id, at)) = node.text_field(field) else { continue };
                let mut named = None;
                for (other, _, claim) in &seen {
                    if *other == id {
                        named = Some(*claim);
                    }
                }
                // Anything else that is wrong with that claim is reported where the claim itself is read.
                let Some(claim) = named else {
                    self.fail(at, &["there is no claim \"", id, "\""].concat());
                    continue;
                };
                // Where there is but one force, claims need not name it.
                let text = |node: &Node, field| node.text_field(field).map(|(text, _)| text.to_owned());
                if forces.len() > 1 && text(claim, "force") != text(node, force) {
                    self.fail(at, &["claim \"", id, "\" is about another force"].concat());
                } else if field == "denominator" && !claim.field(Quantity::Deployed.name()).is_some_and(gives_number) {
                    self.fail(at, &["claim \"", id, "\" gives no deployed figure"].concat());
                }
            }
        }
        #[cfg(feature = "authoring")]
        self.check_corrections(&seen);
    }

    /// Checks that corrections do not go round in a circle. It would do a reader no harm.
    #[cfg(feature = "authoring")]
    fn check_corrections(&mut self, claims: &[(&str, &Node, &Node)]) {
        let corrected = claims.iter().filter_map(|(id, _, claim)| Some((*id, claim.text_field("replaces")?)));
        let corrected: std::collections::HashMap<_, _> = corrected.collect();
        for (id, (first, at)) in &corrected {
            let mut next = Some(*first);
            // What takes longer goes round a circle that this claim only leads into.
            for _ in 0..claims.len() {
                if next == Some(*id) {
                    self.fail(at, "a claim can't replace itself, not even by way of others");
                    break;
                }
                next = next.and_then(|id| corrected.get(id)).map(|(id, _)| *id);
            }
        }
    }
}

/// Whether a figure is more than words.
fn gives_number(figure: &Node) -> bool {
    let Value::Object(fields) = &figure.value else { return true };
    for field in fields {
        if field.name != "words" {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{RateName, STATED};

    #[test]
    fn every_rate_that_a_source_may_state_can_be_written_in_a_dataset() {
        let names = RateName::ALL.into_iter().filter(|name| name.may_be_stated()).map(RateName::name);
        assert!(names.eq(STATED.iter().copied()));
    }
}
