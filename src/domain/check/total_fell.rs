//! A later figure that is below an earlier one, whatever the wording allows: a correction, or a contradiction. Their days are
//! over two weeks apart, or one originator gave both. There is one finding for each quantity.

use super::code::Check;
use super::finding::Finding;
use super::later_figures::{LaterFigure, find_pairs};
use super::originators::share_originator;
use super::subject_figures::AllClaims;
use crate::domain::compatibility::COMPARED;

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    // Running totals: a force may shrink, and a rate may fall because the force grew.
    let quantities = &COMPARED[1..3];
    find_pairs(
        claims,
        (Check::TotalFell, quantities),
        findings,
        |LaterFigure { earlier, later, claims: [claim, other] }| {
            let fell = earlier.bounds.low.value > later.bounds.high.value;
            fell && (later.days_apart(earlier).is_some() || share_originator(claim, other))
        },
    );
}
