//! Wounded per killed, from printed numbers, that is over three times the median of three or more claims or under a
//! third of it. With an even number of claims, both middle values count as the median, and a claim must be far from
//! both.

use super::code::Check;
use super::finding::Finding;
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::bounds::{Bounds, End};
use crate::domain::category::Category;
use crate::domain::quantity::Quantity;
use crate::domain::rates::Term;

/// Three times, and a little more because divisions are rounded.
const FACTOR: f64 = 3.0 * (1.0 + 1e-9);

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    let mut ratios: Vec<f64> = Vec::new();
    for figures in &claims.figures {
        if let Some(ratio) = ratio(figures) {
            // Put in where it belongs, so that the middle is the median.
            let mut place = ratios.len();
            while place > 0 && ratios[place - 1] > ratio {
                place -= 1;
            }
            ratios.insert(place, ratio);
        }
    }
    if ratios.len() < 3 {
        return;
    }
    let (low, high) = (ratios[(ratios.len() - 1) / 2], ratios[ratios.len() / 2]);
    let mut median = Term::exactly(low);
    median.bounds = Bounds { low: End::closed(low), high: End::closed(high) };
    median.printed = median.printed.filter(|_| low == high);
    for figures in &claims.figures {
        if let Some(ratio) = ratio(figures)
            && (ratio > FACTOR * high || ratio < low / FACTOR)
        {
            let mut finding = Finding::new(Check::OutlyingRatio, vec![figures.subject]);
            finding.fields.extend([Quantity::Category(Category::Killed), Quantity::Category(Category::Wounded)]);
            finding.add_working("wounded_per_killed", &Term::exactly(ratio));
            finding.add_working("median", &median);
            findings.push(finding);
        }
    }
}

fn ratio(figures: &SubjectFigures) -> Option<f64> {
    let (killed, wounded) = (figures.printed(Category::Killed)?, figures.printed(Category::Wounded)?);
    (killed > 0.0).then_some(wounded / killed)
}
