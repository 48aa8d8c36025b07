//! A rate without a force: the force that it refers to can only be worked out backwards.

use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::quantity::Quantity;

pub(super) fn find(figures: &SubjectFigures, _: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let rate = figures.rate()?;
    if figures.has_own_force() {
        return None;
    }
    finding.add_field(Quantity::Rate);
    if let Some(casualties) = figures.casualties() {
        let implied = casualties / (rate / 100.0);
        if implied.is_available() {
            finding.add_working("casualties", &casualties);
            finding.add_working("rate", &rate);
            finding.add_working("implied_deployed", &implied);
        }
    }
    Some(Severity::Note)
}
