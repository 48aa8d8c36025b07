//! More casualties than people in the force, or more in one category, whatever the wording allows. Where the force is
//! borrowed this is only a note, since the claim itself did not mention that force.

use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::category::Category;
use crate::domain::quantity::Quantity;
use crate::domain::rates::Term;

pub(super) fn find(figures: &SubjectFigures, _: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let force = figures.force()?;
    let exceeds = |losses: &Term| !losses.bounds.low.is_not_above(force.bounds.high);
    let total = [(Quantity::Casualties, figures.casualties())];
    let parts = Category::ALL.map(Quantity::Category).map(|part| (part, figures.inputs.figure(part).map(Term::from)));
    let mut all = total.into_iter().chain(parts);
    let (of, losses) = all.find_map(|(of, losses)| Some((of, losses.filter(exceeds)?)))?;
    // Words name the last of them.
    finding.fields.extend([Quantity::Deployed, of]);
    finding.add_working("casualties", &losses);
    finding.add_working("deployed", &force);
    Some(if figures.has_own_force() { Severity::Warning } else { Severity::Note })
}
