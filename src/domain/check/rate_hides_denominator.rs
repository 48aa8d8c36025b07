//! A per cent of the force without a force: the force that it refers to can only be worked out backwards.

use super::code::Check;
use super::finding::Finding;
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::quantity::Quantity;

pub(super) fn find(figures: &SubjectFigures, _: &AllClaims, findings: &mut Vec<Finding>) {
    if figures.has_own_force() {
        return;
    }
    for (name, stated) in figures.stated() {
        if !name.is_of_force() {
            continue;
        }
        let mut finding = Finding::new(Check::RateHidesDenominator, vec![figures.subject]);
        finding.rate = Some(name);
        finding.add_field(Quantity::Rate);
        if let Some(losses) = figures.losses_of(name) {
            let implied = 100.0 * losses / stated;
            if implied.is_available() {
                finding.add_working("losses", &losses);
                finding.add_measured("stated", name.measure(), &stated);
                finding.add_working("implied_deployed", &implied);
            }
        }
        findings.push(finding);
    }
}
