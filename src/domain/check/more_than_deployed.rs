//! More casualties than there were people, whatever the wording allows. Over a borrowed force that is only a note: the
//! claim never spoke of that force.

use super::case::{Case, Claims};
use super::{Finding, Severity};
use crate::domain::quantity::Quantity;

pub(super) fn find(case: &Case, _: &Claims, finding: &mut Finding) -> Option<Severity> {
    let (casualties, force) = (case.casualties()?, case.force()?);
    if casualties.bounds.low.can_begin_before(force.bounds.high) {
        return None;
    }
    finding.fields.extend([Quantity::Deployed, Quantity::Casualties]);
    finding.show("casualties", &casualties);
    finding.show("deployed", &force);
    Some(if case.gives_force() { Severity::Warning } else { Severity::Note })
}
