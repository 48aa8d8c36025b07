//! A later figure that is below an earlier one, whatever the wording allows: a correction, or a contradiction. Their days are
//! over two weeks apart, or one originator gave both. There is one finding for each quantity.

use super::code::Check;
use super::finding::Finding;
use super::later_figures::{LaterFigure, find_pairs};
use super::subject_figures::AllClaims;
use crate::domain::category::Category;
use crate::domain::quantity::Quantity;

/// What is looked at: running totals. A force may shrink, and a rate may fall because the force grew.
const QUANTITIES: [Quantity; 2] = [Quantity::Category(Category::Killed), Quantity::Casualties];

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    find_pairs(
        claims,
        (Check::TotalFell, &QUANTITIES),
        findings,
        |LaterFigure { earlier, later, same_originator, .. }| {
            let fell = earlier.bounds.low.value > later.bounds.high.value;
            fell && (*same_originator || later.days_apart(earlier).is_some())
        },
    );
}
