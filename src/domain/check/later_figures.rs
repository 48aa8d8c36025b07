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
        let mut given: Vec<(usize, &Claim, &ComparableFigure, [i32; 2])> = Vec::new();
        for (at, figures) in claims.figures.iter().enumerate() {
            let comparable = figures.results().and_then(|results| results.comparable(quantity));
            let (Some(claim), Some(comparable)) = (figures.claim(), comparable) else { continue };
            let Some(day) = comparable.day else { continue };
            let [first, last] = [day.first_day(), day.last_day()].map(|day| day.to_julian_day());
            for (other_at, other_claim, other, [other_first, other_last]) in &given {
                let (days_after, days_before) = (first - other_last, other_first - last);
                let days = days_after.max(days_before);
                // One of the two covers a day of the other, or nothing new would come of it: there may be millions of pairs.
                if days <= 0 || (flags[at] && flags[*other_at] && days <= max_days) {
                    continue;
                }
                let (earlier, later) = if days_after > 0 { (*other, comparable) } else { (comparable, *other) };
                if !earlier.is_unsure(later) && earlier.counts != later.counts {
                    continue;
                }
                if matters(&LaterFigure { earlier, later, claims: [claim, other_claim] }) {
                    flags[at] = true;
                    flags[*other_at] = true;
                    max_days = max_days.max(days);
                }
            }
            given.push((at, claim, comparable, [first, last]));
        }
        if max_days > 0 {
            let mut finding = Finding::new(check, claims.flagged(&flags));
            finding.add_field(quantity);
            finding.add_working("days", &Term::exactly(f64::from(max_days)));
            findings.push(finding);
        }
    }
}
