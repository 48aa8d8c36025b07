//! Pairs of claims that give the same quantity, one for a later day than the other.

use super::code::Check;
use super::finding::Finding;
use super::subject_figures::AllClaims;
use crate::domain::claim::Claim;
use crate::domain::compatibility::ComparableFigure;
use crate::domain::quantity::Quantity;
use crate::domain::rates::Term;

/// A figure and one for a later day that may count the same.
pub(super) struct LaterFigure<'a> {
    pub(super) earlier: &'a ComparableFigure,
    pub(super) later: &'a ComparableFigure,
    /// Whose they are.
    pub(super) claims: [&'a Claim; 2],
}

/// Adds a finding for each quantity of which there is a pair that matters.
pub(super) fn find_pairs(
    claims: &AllClaims,
    (check, quantities): (Check, &[Quantity]),
    findings: &mut Vec<Finding>,
    matters: fn(&LaterFigure) -> bool,
) {
    for quantity in quantities.iter().copied() {
        let mut flags = vec![false; claims.figures.len()];
        let mut max_days = 0;
        let mut given: Vec<(usize, &Claim, &ComparableFigure)> = Vec::new();
        for (at, figures) in claims.figures.iter().enumerate() {
            let comparable = figures.results().and_then(|results| results.comparable(quantity));
            let (Some(claim), Some(comparable)) = (figures.claim(), comparable) else { continue };
            for (other_at, other_claim, other) in &given {
                let (Some(day), Some(other_day)) = (comparable.day, other.day) else { continue };
                let (earlier, later) = if other_day.is_before(day) {
                    (*other, comparable)
                } else if day.is_before(other_day) {
                    (comparable, *other)
                } else {
                    continue;
                };
                if !earlier.is_unsure(later) && earlier.counts != later.counts {
                    continue;
                }
                if matters(&LaterFigure { earlier, later, claims: [claim, other_claim] }) {
                    flags[at] = true;
                    flags[*other_at] = true;
                    max_days = max_days.max(day.days_apart(other_day));
                }
            }
            given.push((at, claim, comparable));
        }
        if max_days > 0 {
            let mut finding = Finding::new(check, claims.flagged(&flags));
            finding.add_field(quantity);
            finding.add_working("days", &Term::exactly(f64::from(max_days)));
            findings.push(finding);
        }
    }
}
