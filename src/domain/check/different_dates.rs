//! Figures that are apart, of claims alike in what they count but for days over two weeks apart: a later total that is
//! higher does not contradict an earlier one. Said once a figure.

use super::case::Claims;
use super::{Check, Finding};
use crate::domain::compatibility::{COMPARED, Relation};
use crate::domain::rates::Term;

pub(super) fn find(claims: &Claims, findings: &mut Vec<Finding>) {
    for quantity in COMPARED {
        let mut marks = vec![false; claims.cases.len()];
        let mut most_days = 0;
        for (at, case) in claims.cases.iter().enumerate() {
            let Some(position) = case.row().and_then(|row| row.position(quantity)) else { continue };
            for (other_at, other) in claims.cases.iter().enumerate().take(at) {
                let Some(other) = other.row().and_then(|row| row.position(quantity)) else { continue };
                if let (Some(days), Relation::Apart(_)) = (position.days_apart(other), position.but_for_dates(other)) {
                    marks[at] = true;
                    marks[other_at] = true;
                    most_days = most_days.max(days);
                }
            }
        }
        if most_days > 0 {
            let mut finding = Finding::of(Check::DifferentDates, claims.marked(&marks));
            finding.concern(quantity);
            finding.show("days", &Term::exactly(f64::from(most_days)));
            findings.push(finding);
        }
    }
}
