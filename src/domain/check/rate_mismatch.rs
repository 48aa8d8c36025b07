//! A claim's own rate, total and force: some values in their bounds must fit.

use super::case::{Case, Claims};
use super::{Finding, Severity};
use crate::domain::quantity::Quantity;

pub(super) fn find(case: &Case, _: &Claims, finding: &mut Finding) -> Option<Severity> {
    let (rate, casualties, force) = (case.rate()?, case.casualties()?, case.force()?);
    let worked_out = casualties.over(force).as_per_cent();
    if !case.gives_force() || !worked_out.is_given() || worked_out.bounds.meet(rate.bounds) {
        return None;
    }
    finding.fields.extend([Quantity::Deployed, Quantity::Casualties, Quantity::Rate]);
    finding.show("casualties", &casualties);
    finding.show("deployed", &force);
    finding.show("casualty_rate", &worked_out);
    finding.show("rate", &rate);
    Some(Severity::Warning)
}
