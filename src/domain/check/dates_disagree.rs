//! Dates of a claim that can't follow each other as they do: figures for a day after their publication or before the force's
//! start, or a period that ends after publication. Spans that overlap may be in order.

use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};

pub(super) fn find(figures: &SubjectFigures, claims: &AllClaims, _: &mut Finding) -> Option<Severity> {
    let claim = figures.claim()?;
    let until = [claim.as_of, claim.period.map(|period| period.to)];
    let mut disagree = false;
    for end in until.into_iter().flatten() {
        disagree |= claim.published.is_some_and(|published| published.is_before(end));
        disagree |= claims.force.start.is_some_and(|start| end.is_before(start));
    }
    disagree.then_some(Severity::Warning)
}
