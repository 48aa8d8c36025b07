//! Parts that add up to more than the total that includes them.

use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::quantity::Quantity;

pub(super) fn find(figures: &SubjectFigures, _: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let ((_, total), (parts, _)) = (figures.total()?, figures.parts()?);
    if parts.bounds.low.is_not_above(total.bounds.high) {
        return None;
    }
    finding.add_field(Quantity::Casualties);
    finding.add_working("parts", &parts);
    finding.add_working("casualties", &total);
    Some(Severity::Warning)
}
