//! A claim's own rate, total and force that can't all be right, whatever their wording allows.

use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::quantity::Quantity;

pub(super) fn find(figures: &SubjectFigures, _: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let (rate, casualties, force) = (figures.rate()?, figures.casualties()?, figures.force()?);
    let worked_out = 100.0 * casualties / force;
    if !figures.has_own_force() || !worked_out.is_available() || worked_out.bounds.overlaps(rate.bounds) {
        return None;
    }
    finding.fields.extend([Quantity::Deployed, Quantity::Casualties, Quantity::Rate]);
    finding.add_working("casualties", &casualties);
    finding.add_working("deployed", &force);
    finding.add_working("casualty_rate", &worked_out);
    finding.add_working("rate", &rate);
    Some(Severity::Warning)
}
