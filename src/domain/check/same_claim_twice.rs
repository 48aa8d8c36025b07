//! A claim that is there twice: the same originator, dates and figures.

use super::code::Check;
use super::finding::{Finding, Severity};
use super::originators::share_originator;
use super::subject_figures::AllClaims;
use crate::domain::claim::{Claim, Group, Reported};
use crate::domain::figure::Figure;
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
    let figures = |claim| Quantity::ALL.map(|quantity| given(claim, quantity));
    let stated = |claim| RateName::ALL.map(|name| Claim::stated(claim, name).map(told));
    let same_groups = one.groups.len() == other.groups.len()
        && one.groups.iter().all(|group| {
            let is_same = |other: &Group| other.covers == group.covers && told(&other.count) == told(&group.count);
            other.groups.iter().any(is_same)
        });
    dates(one) == dates(other)
        && figures(one) == figures(other)
        && stated(one) == stated(other)
        && one.covers == other.covers
        && same_groups
        && share_originator(one, other)
}

fn given(claim: &Claim, quantity: Quantity) -> Option<Told<'_>> {
    claim.reported(quantity).map(told)
}

/// A figure, or the words that stand for one.
type Told<'a> = (Option<Figure>, Option<&'a str>);

fn told(reported: &Reported) -> Told<'_> {
    (reported.figure, reported.words.as_deref().filter(|_| reported.figure.is_none()))
}
