//! Two or more claims of one originator that give the same figure, in other numbers or the same: updates or relays, and
//! no confirmation of each other. Said once an originator.

use std::rc::Rc;

use super::case::Claims;
use super::{Check, Finding};
use crate::domain::claim::Claim;
use crate::domain::quantity::Quantity;

pub(super) fn find(claims: &Claims, findings: &mut Vec<Finding>) {
    let mut seen: Vec<&Rc<str>> = Vec::new();
    for case in &claims.cases {
        let Some(claim) = case.claim() else { continue };
        for name in claim.originators() {
            if !seen.contains(&name) {
                seen.push(name);
                of_originator(name, claims, findings);
            }
        }
    }
}

fn of_originator(name: &Rc<str>, claims: &Claims, findings: &mut Vec<Finding>) {
    let mut finding = Finding::of(Check::SameOriginator, Vec::new());
    let mut marks = vec![false; claims.cases.len()];
    let mut theirs: Vec<(usize, &Claim)> = Vec::new();
    for (at, case) in claims.cases.iter().enumerate() {
        // A figure for a part of the time is another figure.
        let comparable = |claim: &&Claim| claim.has_originator(name) && claim.period.is_none();
        let Some(claim) = case.claim().filter(comparable) else { continue };
        for (other_at, other) in &theirs {
            for quantity in Quantity::ALL {
                if claim.given(quantity).is_some() && other.given(quantity).is_some() {
                    marks[at] = true;
                    marks[*other_at] = true;
                    finding.concern(quantity);
                }
            }
        }
        theirs.push((at, claim));
    }
    if !finding.fields.is_empty() {
        finding.subjects = claims.marked(&marks);
        finding.originator = Some(Rc::clone(name));
        findings.push(finding);
    }
}
