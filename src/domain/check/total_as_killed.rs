//! A printed number of killed that the same originator gave as a total before: a total may have been read as deaths.

use std::rc::Rc;

use super::case::{Case, Claims};
use super::{Finding, Severity, Subject};
use crate::domain::category::Category;
use crate::domain::quantity::Quantity;

pub(super) fn find(case: &Case, claims: &Claims, finding: &mut Finding) -> Option<Severity> {
    let claim = case.claim()?;
    let (killed, day) = (case.printed(Category::Killed)?, claim.day()?);
    for (at, earlier) in claims.cases.iter().enumerate() {
        let (Some(total), Some(other)) = (earlier.casualties(), earlier.claim()) else { continue };
        if total.printed != Some(killed) || other.day().is_none_or(|other| other >= day) || other.period.is_some() {
            continue;
        }
        for name in claim.originators() {
            if other.has_originator(name) {
                let comes_first = matches!(case.subject, Subject::Claim(own) if at < own);
                finding.subjects.insert(if comes_first { 0 } else { 1 }, earlier.subject);
                finding.fields.extend([Quantity::Of(Category::Killed), Quantity::Casualties]);
                finding.originator = Some(Rc::clone(name));
                finding.show("casualties", &total);
                return Some(Severity::Note);
            }
        }
    }
    None
}
