//! Figures that are apart although they count the same, and are for days over two weeks apart: a later total that is
//! higher does not contradict an earlier one. There is one finding for each quantity.

use super::code::Check;
use super::finding::Finding;
use super::subject_figures::AllClaims;
use crate::domain::compatibility::{COMPARED, Relation};
use crate::domain::rates::Term;

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    for quantity in COMPARED {
        let mut flags = vec![false; claims.figures.len()];
        let mut max_days = 0;
        for (at, figures) in claims.figures.iter().enumerate() {
            let Some(comparable) = figures.results().and_then(|results| results.comparable(quantity)) else { continue };
            for (other_at, other) in claims.figures.iter().enumerate().take(at) {
                let Some(other) = other.results().and_then(|results| results.comparable(quantity)) else { continue };
                if let (Some(days), Relation::Apart(_)) =
                    (comparable.days_apart(other), comparable.relation_ignoring_dates(other))
                {
                    flags[at] = true;
                    flags[other_at] = true;
                    max_days = max_days.max(days);
                }
            }
        }
        if max_days > 0 {
            let mut finding = Finding::new(Check::DifferentDates, claims.flagged(&flags));
            finding.add_field(quantity);
            finding.add_working("days", &Term::exactly(f64::from(max_days)));
            findings.push(finding);
        }
    }
}
