//! Totals that are known to count different categories are not like for like. There is one finding for the whole force.

use super::code::Check;
use super::finding::Finding;
use super::subject_figures::AllClaims;
use crate::domain::category::Coverage;
use crate::domain::quantity::Quantity;

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    let mut first: Option<Coverage> = None;
    let mut differ = false;
    let mut subjects = Vec::new();
    for figures in &claims.figures {
        if let (Some(coverage), false) = (figures.coverage(), figures.is_for_a_period()) {
            differ |= *first.get_or_insert(coverage) != coverage;
            subjects.push(figures.subject);
        }
    }
    if differ {
        let mut finding = Finding::new(Check::DifferentCoverage, subjects);
        finding.add_field(Quantity::Casualties);
        findings.push(finding);
    }
}
