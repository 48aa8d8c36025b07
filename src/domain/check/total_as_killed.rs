//! A printed number of killed that the same originator gave as a total before: a total may have been taken for deaths.

use std::rc::Rc;

use super::finding::{Finding, Severity, Subject};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::category::Category;
use crate::domain::quantity::Quantity;

pub(super) fn find(figures: &SubjectFigures, claims: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let claim = figures.claim()?;
    let (killed, day) = (figures.printed(Category::Killed)?, claim.day()?);
    for (at, earlier) in claims.figures.iter().enumerate() {
        let (Some(total), Some(other)) = (earlier.casualties(), earlier.claim()) else { continue };
        if total.printed != Some(killed) || other.day().is_none_or(|other| other >= day) || other.period.is_some() {
            continue;
        }
        for name in claim.originators() {
            if other.has_originator(name) {
                let listed_first = matches!(figures.subject, Subject::Claim(own) if at < own);
                finding.subjects.insert(if listed_first { 0 } else { 1 }, earlier.subject);
                finding.fields.extend([Quantity::Category(Category::Killed), Quantity::Casualties]);
                finding.originator = Some(Rc::clone(name));
                finding.add_working("casualties", &total);
                return Some(Severity::Note);
            }
        }
    }
    None
}
