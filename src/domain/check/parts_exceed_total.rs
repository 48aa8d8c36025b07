//! Parts that are more than the total that counts them.

use super::case::{Case, Claims};
use super::{Finding, Severity};
use crate::domain::quantity::Quantity;

pub(super) fn find(case: &Case, _: &Claims, finding: &mut Finding) -> Option<Severity> {
    let ((_, total), (parts, _)) = (case.total()?, case.parts()?);
    if parts.bounds.low.can_begin_before(total.bounds.high) {
        return None;
    }
    finding.concern(Quantity::Casualties);
    finding.show("parts", &parts);
    finding.show("casualties", &total);
    Some(Severity::Warning)
}
