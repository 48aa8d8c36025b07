//! Figures that are apart although they are known to count the same, and are for days over two weeks apart, the later one
//! higher: a later total that is higher does not contradict an earlier one. There is one finding for each quantity.

use super::code::Check;
use super::finding::Finding;
use super::later_figures::{LaterFigure, find_pairs};
use super::subject_figures::AllClaims;
use crate::domain::compatibility::COMPARED;

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    // Rates of the force follow from the others.
    let quantities = &COMPARED[..3];
    find_pairs(claims, (Check::DifferentDates, quantities), findings, |LaterFigure { earlier, later, .. }| {
        let rose = later.bounds.low.value > earlier.bounds.high.value;
        rose && !later.is_unsure(earlier) && later.days_apart(earlier).is_some()
    });
}
