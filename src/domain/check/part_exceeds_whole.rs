//! A force that is part of another and has, in the words of one originator at about one time, more people or more losses than
//! the whole.

use super::code::Check;
use super::finding::{Finding, Severity};
use super::originators::share_originator;
use super::subject_figures::{AllClaims, SubjectFigures};
use crate::domain::compatibility::COMPARED;

pub(super) fn find(forces: &[AllClaims], findings: &mut Vec<Finding>) {
    for part in forces {
        let mut next = part.force.part_of;
        // A part of a part is a part of the whole too.
        while let Some(index) = next {
            for whole in &forces[index].figures {
                for figures in &part.figures {
                    findings.extend(exceeds(figures, whole));
                }
            }
            next = forces[index].force.part_of;
        }
    }
}

/// The first quantity of which the part has more, where both claims are of one originator.
fn exceeds(part: &SubjectFigures, whole: &SubjectFigures) -> Option<Finding> {
    if !share_originator(part.claim()?, whole.claim()?) {
        return None;
    }
    // Rates of the force say nothing of how many there are.
    for quantity in COMPARED[..3].iter().copied() {
        let given = part.results()?.comparable(quantity).zip(whole.results()?.comparable(quantity));
        let Some((own, all)) = given else { continue };
        let is_comparable = !own.is_unsure(all) && own.counts == all.counts && own.days_apart(all).is_none();
        if !is_comparable || own.bounds.low.is_not_above(all.bounds.high) {
            continue;
        }
        let mut subjects = vec![part.subject, whole.subject];
        if whole.subject.place() < part.subject.place() {
            subjects.swap(0, 1);
        }
        let mut finding = Finding::new(Check::PartExceedsWhole, subjects);
        finding.severity = Severity::Warning;
        finding.add_field(quantity);
        finding.add_working("part", &own.term());
        finding.add_working("whole", &all.term());
        return Some(finding);
    }
    None
}
