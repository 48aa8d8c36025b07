//! A total "over" a number, although its parts name everything that it counts, none of them without a top, and do not
//! exceed that number. A warning where the wording of the parts rules it out, a note where only their printed numbers do.

use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::figure::Hedge;
use crate::domain::quantity::Quantity;

pub(super) fn find(figures: &SubjectFigures, _: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let ((hedge, total), (parts, named)) = (figures.total()?, figures.parts()?);
    let least = total.bounds.low.value;
    let severity = if parts.bounds.high.value <= least {
        Severity::Warning
    } else if parts.bounds.top().is_some() && parts.printed? <= least {
        Severity::Note
    } else {
        return None;
    };
    if hedge != Hedge::Over || Some(named) != figures.inputs.covers() {
        return None;
    }
    finding.add_field(Quantity::Casualties);
    finding.add_working("parts", &parts);
    finding.add_working("casualties", &total);
    Some(severity)
}
