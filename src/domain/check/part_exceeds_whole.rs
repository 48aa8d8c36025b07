//! A force that is part of another and has, in the words of one originator at about one time, more people or more losses than
//! the whole.

use super::code::Check;
use super::finding::{Finding, Severity, Subject};
use super::originators::share_originator;
use super::subject_figures::AllClaims;
use crate::domain::category::{Category, Coverage};
use crate::domain::claim::Claim;
use crate::domain::claim_results::ClaimResults;
use crate::domain::compatibility::MAX_DAYS_APART;
use crate::domain::quantity::Quantity;
use crate::domain::rates::Term;

/// What is looked at.
const QUANTITIES: [Quantity; 3] = [Quantity::Deployed, Quantity::Category(Category::Killed), Quantity::Casualties];

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    let mut next = claims.force.part_of;
    // A part of a part is a part of the whole too.
    while let Some(whole_index) = next {
        compare_with(claims, whole_index, findings);
        next = claims.forces[whole_index].part_of;
    }
}

fn compare_with(claims: &AllClaims, whole_index: usize, findings: &mut Vec<Finding>) {
    let whole = &claims.forces[whole_index];
    for (index, whole_claim) in whole.claims.iter().enumerate().filter(|(_, claim)| !claim.is_superseded()) {
        let results = ClaimResults::new(whole_claim, whole);
        for figures in &claims.figures {
            let Some((claim, own)) = figures.claim().zip(figures.results()) else { continue };
            if !may_be_compared(claim, whole_claim) {
                continue;
            }
            let mut subjects = vec![figures.subject, Subject::Claim(whole_index, index)];
            subjects.sort_by_key(|subject| subject.place());
            let mut finding = Finding::new(Check::PartExceedsWhole, subjects);
            for quantity in QUANTITIES {
                let (part, all) = (given(quantity, claim, own), given(quantity, whole_claim, &results));
                if let (Some((part, counts)), Some((all, all_count))) = (part, all)
                    && counts == all_count
                    && !part.bounds.low.is_not_above(all.bounds.high)
                    && finding.fields.is_empty()
                {
                    finding.add_field(quantity);
                    finding.add_working("part", &part);
                    finding.add_working("whole", &all);
                }
            }
            if !finding.fields.is_empty() {
                findings.push(Finding { severity: Severity::Warning, ..finding });
            }
        }
    }
}

/// Whether both are of one originator and about one time.
fn may_be_compared(claim: &Claim, whole: &Claim) -> bool {
    let is_about_one_time = match (claim.day(), whole.day()) {
        (Some(day), Some(other)) => day.days_apart(other) <= MAX_DAYS_APART,
        _ => true,
    };
    is_about_one_time && share_originator(claim, whole)
}

/// What a claim gives itself, and what it counts where it is a total; nothing where that is not known, or where it is for a
/// part of the time.
fn given(quantity: Quantity, claim: &Claim, results: &ClaimResults) -> Option<(Term, Coverage)> {
    if quantity == Quantity::Deployed {
        return claim.figure(quantity).map(|figure| (Term::from(figure), Coverage::default()));
    }
    let comparable = results.comparable(quantity)?;
    let term = Term { bounds: comparable.bounds, printed: comparable.printed, reason: None };
    Some((term, comparable.counts?))
}
