//! A total "over" a number, whose parts name all that it counts and do not pass that number: a warning where the wording
//! rules it out, a note where only the printed numbers do.

use super::case::{Case, Claims};
use super::{Finding, Severity};
use crate::domain::figure::Hedge;
use crate::domain::quantity::Quantity;

pub(super) fn find(case: &Case, _: &Claims, finding: &mut Finding) -> Option<Severity> {
    let ((hedge, total), (parts, named)) = (case.total()?, case.parts()?);
    let least = total.bounds.low.value;
    let severity = if parts.bounds.high.value <= least {
        Severity::Warning
    } else if parts.printed? <= least {
        Severity::Note
    } else {
        return None;
    };
    if hedge != Hedge::Over || named != case.inputs.covers() {
        return None;
    }
    finding.concern(Quantity::Casualties);
    finding.show("parts", &parts);
    finding.show("casualties", &total);
    Some(severity)
}
