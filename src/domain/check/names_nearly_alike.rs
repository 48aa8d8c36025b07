//! Two names of originators or sources, anywhere in the dataset, that differ by white space, case or one letter: one of them
//! is probably mistyped, and then one originator counts as two. There is one finding for each two names.

use std::rc::Rc;

use super::code::Check;
use super::finding::{Finding, Subject};
use super::originators::letters;
use super::subject_figures::AllClaims;

/// Shorter names are often abbreviations that differ by a letter.
const MIN_LETTERS: usize = 5;

/// A name, its letters, and the claims that have it.
struct Name<'a> {
    name: &'a Rc<str>,
    letters: Vec<char>,
    subjects: Vec<Subject>,
}

pub(super) fn find(forces: &[AllClaims], findings: &mut Vec<Finding>) {
    let names = names(forces);
    for (at, name) in names.iter().enumerate() {
        for other in &names[..at] {
            if nearly_alike(&other.letters, &name.letters) {
                let mut finding = Finding::new(Check::NamesNearlyAlike, [&*other.subjects, &name.subjects].concat());
                finding.names = vec![Rc::clone(other.name), Rc::clone(name.name)];
                finding.subjects.sort_by_key(|subject| subject.place());
                finding.subjects.dedup();
                findings.push(finding);
            }
        }
    }
}

/// The names that are long enough.
fn names<'a>(forces: &[AllClaims<'a>]) -> Vec<Name<'a>> {
    let mut names: Vec<Name> = Vec::new();
    for claims in forces {
        for figures in &claims.figures {
            let Some(claim) = figures.claim() else { continue };
            let subject = figures.subject;
            let mut found = claim.originators();
            found.push(&claim.source.name);
            for name in found {
                if let Some(known) = names.iter_mut().find(|known| known.name == name) {
                    known.subjects.push(subject);
                    continue;
                }
                let letters = letters(name);
                if letters.iter().filter(|c| c.is_alphabetic()).count() >= MIN_LETTERS {
                    names.push(Name { name, letters, subjects: vec![subject] });
                }
            }
        }
    }
    names
}

/// Whether two names without white space and case are the same, or one letter of them is another, or is missing. A digit
/// is no letter: it numbers things.
fn nearly_alike(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let end = short[start..].iter().rev().zip(long[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, long_left) = (&short[start..short.len() - end], &long[start..long.len() - end]);
    left.len() <= 1 && long_left.len() <= 1 && !left.iter().chain(long_left).any(char::is_ascii_digit)
}
