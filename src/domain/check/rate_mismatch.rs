//! A stated rate, and what the claim's own figures make of it, that can't both be right, whatever their wording allows. A
//! force is never borrowed for this: the claim did not mean it.

use super::code::Check;
use super::finding::{Finding, Severity};
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::quantity::Quantity;
use crate::domain::rate::RateName;
use crate::domain::rates::Term;

pub(super) fn find(figures: &SubjectFigures, _: &AllClaims, findings: &mut Vec<Finding>) {
    for (name, stated) in figures.stated() {
        let Some(worked_out) = worked_out(figures, name) else { continue };
        let mut finding = Finding::new(Check::RateMismatch, vec![figures.subject]);
        let mut is_of_force = false;
        let operands = figures.rates.operands(figures.inputs);
        for part in name.operands() {
            is_of_force |= part == "force" || part == "deployed";
            finding.working.extend(operands.iter().filter(|operand| operand.name == part).cloned());
            let quantity = if part == "force" { Some(Quantity::Deployed) } else { Quantity::from_name(part) };
            finding.fields.extend(quantity);
        }
        if (is_of_force && !figures.has_own_force()) || worked_out.bounds.overlaps(stated.bounds) {
            continue;
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
/// is stated.
fn worked_out(figures: &SubjectFigures, name: RateName) -> Option<Term> {
    let worked_out = match figures.losses_of(name) {
        Some(losses) if name != RateName::CasualtyRateFirst => 100.0 * losses / figures.force()?,
        _ => Term::from(figures.rates.get(name).ok()?),
    };
    Some(worked_out).filter(Term::is_available)
}
