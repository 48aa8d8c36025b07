//! A stated rate, and what the claim's own figures make of it, that can't both be right, whatever their wording allows. A
//! force is never borrowed for this: the claim did not mean it.

use super::code::Check;
use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::quantity::Quantity;
use crate::domain::rate::{RateName, Unavailable};
use crate::domain::rates::Term;

pub(super) fn find(figures: &SubjectFigures, _: &AllClaims, findings: &mut Vec<Finding>) {
    for (name, stated) in figures.stated() {
        let operands = name.operands();
        let is_of_force = operands.iter().any(|name| ["force", "deployed"].contains(name));
        if is_of_force && !figures.has_own_force() {
            continue;
        }
        let Some(worked_out) = worked_out(figures, name) else { continue };
        if worked_out.bounds.overlaps(stated.bounds) {
            continue;
        }
        let mut finding = Finding::new(Check::RateMismatch, vec![figures.subject]);
        let known = figures.rates.operands(figures.inputs);
        for name in operands {
            if let Some(operand) = known.iter().find(|operand| operand.name == name) {
                finding.working.push(operand.clone());
                finding.fields.extend(if name == "force" {
                    Some(Quantity::Deployed)
                } else {
                    Quantity::from_name(name)
                });
            }
        }
        finding.severity = Severity::Warning;
        finding.rate = Some(name);
        finding.add_field(Quantity::Rate);
        finding.add_measured("worked_out", name.measure(), &worked_out);
        finding.add_measured("stated", name.measure(), &stated);
        findings.push(finding);
    }
}

/// The rate as the figures make it. A per cent of the force may come to more than 100 here, and is no less at odds with what
/// is stated; without reinforcements the first force is the whole one.
fn worked_out(figures: &SubjectFigures, name: RateName) -> Option<Term> {
    let worked_out = match figures.rates.get(name) {
        Ok(rate) => Term::from(rate),
        Err(Unavailable::MoreThanDeployed | Unavailable::NoReinforcements) => {
            100.0 * figures.losses_of(name)? / figures.force()?
        }
        Err(_) => return None,
    };
    Some(worked_out).filter(Term::is_available)
}
