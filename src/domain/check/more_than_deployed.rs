//! More casualties than people in the force, whatever the wording allows. Where the force is borrowed this is only a
//! note, since the claim itself did not mention that force.

use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::quantity::Quantity;

pub(super) fn find(figures: &SubjectFigures, _: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let (casualties, force) = (figures.casualties()?, figures.force()?);
    if casualties.bounds.low.is_not_above(force.bounds.high) {
        return None;
    }
    finding.fields.extend([Quantity::Deployed, Quantity::Casualties]);
    finding.add_working("casualties", &casualties);
    finding.add_working("deployed", &force);
    Some(if figures.has_own_force() { Severity::Warning } else { Severity::Note })
}
