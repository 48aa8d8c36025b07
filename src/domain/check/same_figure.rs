//! An identical printed figure of the same quantity, of at least four significant digits, from different originators: one may
//! relay the other. There is one finding for each figure.

use super::code::Check;
use super::finding::{Finding, Subject};
use super::originators::share_originator;
use super::subject_figures::AllClaims;
use crate::domain::claim::Claim;
use crate::domain::decimal::place_value;
use crate::domain::quantity::Quantity;
use crate::domain::rates::Term;

pub(super) fn find(claims: &AllClaims, findings: &mut Vec<Finding>) {
    for quantity in Quantity::REPORTED {
        let mut numbers: Vec<(f64, Vec<(Subject, &Claim)>)> = Vec::new();
        for figures in &claims.figures {
            let Some(claim) = figures.claim() else { continue };
            let Some(number) = precise_number(claim, quantity) else { continue };
            match numbers.iter_mut().find(|(other, _)| *other == number) {
                Some((_, alike)) => alike.push((figures.subject, claim)),
                None => numbers.push((number, vec![(figures.subject, claim)])),
            }
        }
        for (number, alike) in numbers {
            let mut finding = Finding::new(Check::SameFigure, Vec::new());
            for (subject, claim) in &alike {
                if alike.iter().any(|(_, other)| !share_originator(claim, other)) {
                    finding.subjects.push(*subject);
                }
            }
            if !finding.subjects.is_empty() {
                finding.add_field(quantity);
                finding.add_working("figure", &Term::exactly(number));
                findings.push(finding);
            }
        }
    }
}

/// The printed number that a claim gives itself, if it has four significant digits or more.
fn precise_number(claim: &Claim, quantity: Quantity) -> Option<f64> {
    let number = claim.figure(quantity)?.printed()?;
    (number >= 1_000.0 * place_value(number) && number > 0.0).then_some(number)
}
