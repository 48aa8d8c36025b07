//! Wounded for each killed, by printed numbers, over three times the median of three or more claims or under a third of
//! it. With an even count the two middle values stand for the median, and a claim must be outside against both.

use super::case::{Case, Claims};
use super::{Check, Finding};
use crate::domain::bounds::{Bounds, End};
use crate::domain::category::Category;
use crate::domain::quantity::Quantity;
use crate::domain::rates::Term;

/// Three times, and a hair for what a division leaves behind.
const FACTOR: f64 = 3.0 * (1.0 + 1e-9);

pub(super) fn find(claims: &Claims, findings: &mut Vec<Finding>) {
    let mut ratios: Vec<f64> = Vec::new();
    for case in &claims.cases {
        if let Some(ratio) = ratio(case) {
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
    for case in &claims.cases {
        if let Some(ratio) = ratio(case)
            && (ratio > FACTOR * high || ratio < low / FACTOR)
        {
            let mut finding = Finding::of(Check::OutlyingRatio, vec![case.subject]);
            finding.fields.extend([Quantity::Of(Category::Killed), Quantity::Of(Category::Wounded)]);
            finding.show("wounded_per_killed", &Term::exactly(ratio));
            finding.show("median", &median);
            findings.push(finding);
        }
    }
}

fn ratio(case: &Case) -> Option<f64> {
    let (killed, wounded) = (case.printed(Category::Killed)?, case.printed(Category::Wounded)?);
    (killed > 0.0).then_some(wounded / killed)
}
