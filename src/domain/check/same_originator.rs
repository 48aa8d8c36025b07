//! Two or more claims that give one originator's figure, with the same number or another one. They are updates or
//! relays and do not confirm each other. There is one finding for each originator.

use std::rc::Rc;

use super::code::Check;
use super::finding::Finding;
use super::subject_figures::AllClaims;
use crate::domain::claim::Claim;
use crate::domain::quantity::Quantity;

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    let mut seen: Vec<&Rc<str>> = Vec::new();
    for figures in &claims.figures {
        let Some(claim) = figures.claim() else { continue };
        for name in claim.originators() {
            if !seen.contains(&name) {
                seen.push(name);
                of_originator(name, claims, findings);
            }
        }
    }
}

fn of_originator(name: &Rc<str>, claims: &AllClaims, findings: &mut Vec<Finding>) {
    let mut finding = Finding::new(Check::SameOriginator, Vec::new());
    let mut flags = vec![false; claims.figures.len()];
    let mut theirs: Vec<(usize, &Claim)> = Vec::new();
    for (at, figures) in claims.figures.iter().enumerate() {
        // A figure for a part of the time is a different figure.
        let comparable = |claim: &&Claim| claim.has_originator(name) && claim.period.is_none();
        let Some(claim) = figures.claim().filter(comparable) else { continue };
        for (other_at, other) in &theirs {
            for quantity in Quantity::ALL {
                if claim.reported(quantity).is_some() && other.reported(quantity).is_some() {
                    flags[at] = true;
                    flags[*other_at] = true;
                    finding.add_field(quantity);
                }
            }
        }
        theirs.push((at, claim));
    }
    if !finding.fields.is_empty() {
        finding.subjects = claims.flagged(&flags);
        finding.originator = Some(Rc::clone(name));
        findings.push(finding);
    }
}
