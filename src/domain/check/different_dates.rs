//! Figures that are apart although they are known to count the same, and are for days over two weeks apart, the later one higher: a later
//! total that is higher does not contradict an earlier one. There is one finding for each quantity.

use super::code::Check;
use super::finding::Finding;
use super::later_figures::{LaterFigure, find_pairs};
use super::subject_figures::AllClaims;
use crate::domain::category::Category;
use crate::domain::quantity::Quantity;

/// What is looked at. Rates of the force follow from the others.
const QUANTITIES: [Quantity; 3] = [Quantity::Deployed, Quantity::Category(Category::Killed), Quantity::Casualties];

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    find_pairs(
        claims,
        (Check::DifferentDates, &QUANTITIES),
        findings,
        |LaterFigure { earlier, later, is_unsure, .. }| {
            let rose = later.bounds.low.value > earlier.bounds.high.value;
            rose && !is_unsure && later.days_apart(earlier).is_some()
        },
    );
}
