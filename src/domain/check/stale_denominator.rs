//! A claim for a day after reinforcements, measured against a force as it was before them.

use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::quantity::Quantity;
use crate::domain::rates::Term;

pub(super) fn find(figures: &SubjectFigures, claims: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let claim = figures.claim()?;
    let lender = claims.force.lender(claim)?;
    let (day, force_day) = (claim.day()?, lender.deployed_as_of.or(lender.day())?);
    for added in &claims.force.reinforcements {
        if added.date.is_some_and(|date| force_day.is_before(date) && date.is_before(day)) {
            finding.add_field(Quantity::Deployed);
            if let Some(count) = added.count.figure {
                finding.add_working("reinforcements", &Term::from(count));
            }
            return Some(Severity::Note);
        }
    }
    None
}
