//! Printed parts that are the whole printed total, which also counts a category that they do not name and in which
//! another claim reports at least one. What the hedges leave for it may still be some.

use super::case::{Case, Claims};
use super::{Finding, Severity};
use crate::domain::bounds::Bounds;
use crate::domain::quantity::Quantity;

pub(super) fn find(case: &Case, claims: &Claims, finding: &mut Finding) -> Option<Severity> {
    let ((_, total), (parts, named)) = (case.total()?, case.parts()?);
    if parts.printed? != total.printed? {
        return None;
    }
    let mut any = false;
    for category in case.inputs.covers().without(named).iter() {
        for other in &claims.cases {
            let figure = other.inputs.figure(Quantity::Of(category));
            // The claim itself does not name the category.
            if figure.is_some_and(|figure| figure.bounds().low.value >= 1.0) {
                any = true;
                finding.concern(Quantity::Of(category));
            }
        }
    }
    if !any {
        return None;
    }
    finding.concern(Quantity::Casualties);
    let mut left = total.minus(parts);
    left.bounds = left.bounds.floored(0.0).unwrap_or(Bounds::exactly(0.0));
    finding.show("parts", &parts);
    finding.show("casualties", &total);
    finding.show("left", &left);
    // Less than one person is none.
    Some(if left.bounds.high.value < 1.0 { Severity::Warning } else { Severity::Note })
}
