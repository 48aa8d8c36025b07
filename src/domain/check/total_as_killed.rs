//! A printed number of killed that was given as a total before, by the same originator, or by another one in a report of the
//! sixty days before: a total may have been taken for deaths.

use std::rc::Rc;

use super::finding::{Finding, Severity};
use super::originators::share_originator;
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::category::Category;
use crate::domain::quantity::Quantity;

/// How long before another originator's total must have been published.
const MAX_DAYS: i32 = 60;

pub(super) fn find(figures: &SubjectFigures, claims: &AllClaims, finding: &mut Finding) -> Option<Severity> {
    let claim = figures.claim()?;
    let (killed, day) = (figures.printed(Category::Killed)?, claim.day()?);
    for earlier in &claims.figures {
        let (Some(total), Some(other)) = (earlier.casualties(), earlier.claim()) else { continue };
        if total.printed != Some(killed) || other.period.is_some() {
            continue;
        }
        let is_same = share_originator(claim, other);
        let precedes = if is_same {
            other.day().is_some_and(|other| other.is_before(day))
        } else {
            let published = other.published.zip(claim.published);
            published.is_some_and(|(then, now)| then.is_before(now) && then.days_apart(now) <= MAX_DAYS)
        };
        if !precedes {
            continue;
        }
        let at = usize::from(earlier.subject.place() > figures.subject.place());
        finding.subjects.insert(at, earlier.subject);
        finding.fields.extend([Quantity::Category(Category::Killed), Quantity::Casualties]);
        finding.names.extend(other.originators().first().map(|name| Rc::clone(name)));
        finding.add_working("casualties", &total);
        return Some(Severity::Note);
    }
    None
}
