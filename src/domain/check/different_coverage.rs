//! Totals that count different categories are not like for like. Said once for a dataset.

use super::case::Claims;
use super::{Check, Finding};
use crate::domain::category::Coverage;
use crate::domain::quantity::Quantity;

pub(super) fn find(claims: &Claims, findings: &mut Vec<Finding>) {
    let mut first: Option<Coverage> = None;
    let mut differ = false;
    let mut subjects = Vec::new();
    for case in &claims.cases {
        if case.casualties().is_some() && !case.is_part_of_the_time() {
            differ |= *first.get_or_insert(case.counts()) != case.counts();
            subjects.push(case.subject);
        }
    }
    if differ {
        let mut finding = Finding::of(Check::DifferentCoverage, subjects);
        finding.concern(Quantity::Casualties);
        findings.push(finding);
    }
}
