//! A rate without a force: what it is a rate of can only be worked out backwards.

use super::case::{Case, Claims};
use super::{Finding, Severity};
use crate::domain::quantity::Quantity;

pub(super) fn find(case: &Case, _: &Claims, finding: &mut Finding) -> Option<Severity> {
    let rate = case.rate()?;
    if case.gives_force() {
        return None;
    }
    finding.concern(Quantity::Rate);
    if let Some(casualties) = case.casualties() {
        let implied = casualties.over(rate.per_hundred());
        if implied.is_given() {
            finding.show("casualties", &casualties);
            finding.show("rate", &rate);
            finding.show("implied_deployed", &implied);
        }
    }
    Some(Severity::Note)
}
