//! A claim as of after dated reinforcements, over a force as of before them.

use super::case::{Case, Claims, stated};
use super::{Finding, Severity};
use crate::domain::quantity::Quantity;

pub(super) fn find(case: &Case, claims: &Claims, finding: &mut Finding) -> Option<Severity> {
    let claim = case.claim()?;
    let lender = claims.lender(claim)?;
    let (as_of, force_as_of) = (claim.as_of?, lender.deployed_as_of.or(lender.as_of)?);
    for added in &claims.deployment.reinforcements {
        if added.date.is_some_and(|date| force_as_of < date && date < as_of) {
            finding.concern(Quantity::Deployed);
            finding.show("reinforcements", &stated(added.count.figure));
            return Some(Severity::Note);
        }
    }
    None
}
