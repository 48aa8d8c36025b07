//! Two or more claims that give one originator's figure, with the same number or another one. They are updates or
//! relays and do not confirm each other. There is one finding for each originator.

use std::rc::Rc;

use super::code::Check;
use super::finding::Finding;
use super::originators::{name_hash, same_name};
use super::subject_figures::AllClaims;
use crate::domain::claim::Claim;
use crate::domain::quantity::Quantity;
use crate::domain::rate::RateName;

/// An originator, and where their claims are among the figures.
struct Originator<'a> {
    name: &'a Rc<str>,
    hash: u32,
    claims: Vec<(usize, &'a Claim)>,
}

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    let mut originators: Vec<Originator> = Vec::new();
    for (at, figures) in claims.figures.iter().enumerate() {
        // A figure for a part of the time is a different figure.
        let Some(claim) = figures.claim().filter(|claim| claim.period.is_none()) else { continue };
        for name in claim.originators() {
            let hash = name_hash(name);
            match originators.iter_mut().find(|other| other.hash == hash && same_name(other.name, name)) {
                // One claim may name it twice.
                Some(Originator { claims, .. }) if claims.last().is_some_and(|(last, _)| *last == at) => {}
                Some(originator) => originator.claims.push((at, claim)),
                None => originators.push(Originator { name, hash, claims: vec![(at, claim)] }),
            }
        }
    }
    for originator in &originators {
        let mut finding = Finding::new(Check::SameOriginator, Vec::new());
        let mut flags = vec![false; claims.figures.len()];
        let mut add = |quantity: Quantity, gives: &dyn Fn(&Claim) -> bool| {
            if originator.claims.iter().filter(|(_, claim)| gives(claim)).count() > 1 {
                finding.add_field(quantity);
                for (at, _) in originator.claims.iter().filter(|(_, claim)| gives(claim)) {
                    flags[*at] = true;
                }
            }
        };
        for quantity in Quantity::ALL {
            add(quantity, &|claim| claim.figure(quantity).is_some());
        }
        for name in RateName::ALL {
            add(Quantity::Rate, &|claim| claim.stated(name).is_some_and(|stated| stated.figure.is_some()));
        }
        if !finding.fields.is_empty() {
            finding.subjects = claims.flagged(&flags);
            finding.names.push(Rc::clone(originator.name));
            findings.push(finding);
        }
    }
}
