//! Printed parts that add up to the whole printed total, although the total also counts a category that they do not
//! name and in which another claim reports at least one person. A note where the hedges still leave room for one, else
//! a warning.

use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::bounds::Bounds;
use crate::domain::quantity::Quantity;

pub(super) fn find(figures: &SubjectFigures, claims: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let ((_, total), (parts, named)) = (figures.total()?, figures.parts()?);
    if parts.printed? != total.printed? {
        return None;
    }
    let mut any = false;
    for category in figures.inputs.covers()?.without(named).iter() {
        for other in &claims.figures {
            let figure = other.inputs.figure(Quantity::Category(category));
            // The claim itself is among them, but does not name the category.
            if figure.is_some_and(|figure| figure.bounds().low.value >= 1.0) {
                any = true;
                finding.add_field(Quantity::Category(category));
            }
        }
    }
    if !any {
        return None;
    }
    finding.add_field(Quantity::Casualties);
    let mut left = total - parts;
    left.bounds = left.bounds.floored(0.0).unwrap_or(Bounds::exactly(0.0));
    finding.add_working("parts", &parts);
    finding.add_working("casualties", &total);
    finding.add_working("left", &left);
    // Less than one person is nobody.
    Some(if left.bounds.high.value < 1.0 { Severity::Warning } else { Severity::Note })
}
