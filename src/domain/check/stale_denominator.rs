//! A claim as of a day after reinforcements, measured against a force as of a day before them.

use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::quantity::Quantity;
use crate::domain::rates::Term;

pub(super) fn find(figures: &SubjectFigures, claims: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let claim = figures.claim()?;
    let lender = claims.lender(claim)?;
    let (as_of, force_as_of) = (claim.as_of?, lender.deployed_as_of.or(lender.as_of)?);
    for added in &claims.deployment.reinforcements {
        if added.date.is_some_and(|date| force_as_of < date && date < as_of) {
            finding.add_field(Quantity::Deployed);
            finding.add_working("reinforcements", &Term::from(added.count.figure));
            return Some(Severity::Note);
        }
    }
    None
}
