//! A claim that is there twice: the same originator, dates and figures.

use super::code::Check;
use super::finding::{Finding, Severity};
use super::originators::share_originator;
use super::subject_figures::AllClaims;
use crate::domain::claim::{Claim, Group};
use crate::domain::quantity::Quantity;
use crate::domain::rate::RateName;

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    let mut flags = vec![false; claims.figures.len()];
    for (at, figures) in claims.figures.iter().enumerate() {
        let Some(claim) = figures.claim().filter(|_| !flags[at]) else { continue };
        let mut subjects = vec![figures.subject];
        for (other_at, other) in claims.figures.iter().enumerate().skip(at + 1) {
            if !flags[other_at] && other.claim().is_some_and(|other| is_same(claim, other)) {
                flags[other_at] = true;
                subjects.push(other.subject);
            }
        }
        if subjects.len() > 1 {
            findings.push(Finding { severity: Severity::Warning, ..Finding::new(Check::SameClaimTwice, subjects) });
        }
    }
}

fn is_same(one: &Claim, other: &Claim) -> bool {
    let dates = |claim: &Claim| (claim.as_of, claim.published, claim.period);
    let figures = |claim: &Claim| Quantity::ALL.map(|quantity| claim.figure(quantity));
    let stated = |claim: &Claim| RateName::ALL.map(|name| claim.stated(name).and_then(|stated| stated.figure));
    let same_groups = one.groups.len() == other.groups.len()
        && one.groups.iter().all(|group| {
            let is_same = |other: &Group| other.covers == group.covers && other.count.figure == group.count.figure;
            other.groups.iter().any(is_same)
        });
    dates(one) == dates(other)
        && figures(one) == figures(other)
        && stated(one) == stated(other)
        && one.covers == other.covers
        && same_groups
        && share_originator(one, other)
}
