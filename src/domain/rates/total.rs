//! T, and the categories as T allows them.

use super::input_terms::{InputTerms, sum_of};
use super::term::Term;
use crate::domain::bounds::{Bounds, End};
use crate::domain::category::{Category, Coverage};
use crate::domain::rate::Unavailable;

/// T, and the categories as T allows them.
pub(super) struct Total {
    pub(super) term: Term,
    /// The categories as the total allows them.
    pub(super) categories: [Term; 4],
    /// The categories in the total, where it is a sum.
    pub(super) counts: Option<Coverage>,
    /// The categories that can't be larger than the total, where it is not a sum.
    pub(super) limits: Coverage,
}

impl Total {
    /// The stated total, else the sum of the figures given.
    pub(super) fn new(inputs: &InputTerms) -> Self {
        if inputs.stated_total.is_available() { Self::stated(inputs) } else { Self::sum(inputs) }
    }

    /// A stated total and the categories inside it bound each other. A category that is larger, whatever the wording
    /// allows, is left as a separate figure: a check reports it, and no bound is bent to hide it.
    fn stated(inputs: &InputTerms) -> Self {
        let (mut term, mut categories) = (inputs.stated_total, inputs.categories);
        let top = term.bounds.high;
        let limits = categories_within(&categories, inputs.covers, top);
        for category in limits.iter() {
            let part = &mut categories[category as usize].bounds;
            term.bounds.low = term.bounds.low.max(part.low);
            part.high = part.high.min(top);
        }
        Self { term, categories, counts: None, limits }
    }

    fn sum(inputs: &InputTerms) -> Self {
        let single = Coverage::ALL.filtered(|category| inputs.categories[category as usize].is_available());
        let given = single.union(inputs.group_coverage);
        let in_words = |term: &Term| term.reason == Some(Unavailable::OnlyWords);
        let worded = Coverage::ALL.filtered(|category| in_words(&inputs.categories[category as usize]));
        let enough = |given: Coverage| given.has(Category::Killed) && given.len() > 1;
        let is_sum = enough(given);
        let term = if is_sum {
            sum_of(&inputs.categories, Coverage::ALL).plus_available(&inputs.groups)
        } else if in_words(&inputs.stated_total) || enough(given.union(worded).union(inputs.groups_in_words)) {
            Term::unavailable(Unavailable::OnlyWords)
        } else {
            Term::unavailable(Unavailable::NoCasualties)
        };
        Self { term, categories: inputs.categories, counts: is_sum.then_some(given), limits: Coverage::default() }
    }

    /// Those of these categories that are given, ÷ T, in per cent.
    pub(super) fn share(&self, parts: Coverage, inputs: &InputTerms) -> Term {
        let part = sum_of(&inputs.categories, parts);
        // The printed value and the reason of this quotient are right; only its bounds are too wide.
        let share = 100.0 * part / self.term;
        if !share.is_available() {
            return share;
        }
        let bounds = if self.counts.is_some() {
            let rest = sum_of(&inputs.categories, Coverage::ALL.without(parts)).plus_available(&inputs.groups);
            share_of_sum(part.bounds, if rest.is_available() { rest.bounds } else { Bounds::exactly(0.0) })
        } else {
            self.share_of_stated(parts, inputs)
        };
        Term { bounds, ..share }
    }

    /// Each category over the total, in per cent; one that the total limits is at most all of it. All the quotients are
    /// largest where the total is smallest, so their bounds may be added up.
    fn share_of_stated(&self, parts: Coverage, inputs: &InputTerms) -> Bounds {
        let total = self.term.bounds;
        let mut share = Bounds::exactly(0.0);
        for category in parts.iter() {
            let part = inputs.categories[category as usize];
            if part.is_available() {
                let mut quotient = Bounds::exactly(100.0) * part.bounds / total;
                if self.limits.has(category) && part.bounds.high.value > total.low.value {
                    quotient.high = End::closed(100.0);
                }
                share = share + quotient;
            }
        }
        share
    }
}

/// Those of these categories that are given and may fit into a total with this top.
pub(super) fn categories_within(categories: &[Term; 4], covers: Coverage, top: End) -> Coverage {
    covers.filtered(|category| {
        let part = &categories[category as usize];
        part.is_available() && part.bounds.low.is_not_above(top)
    })
}

/// A part ÷ (part + rest), in per cent, with the part in one place: 100 ÷ (1 + rest ÷ part). It rises with the part and falls
/// with the rest. The sum of both can be more than zero.
fn share_of_sum(part: Bounds, rest: Bounds) -> Bounds {
    let none = End::closed(0.0);
    let all = End::closed(100.0);
    let at = |part: End, rest: End| {
        let value = if part.value.is_infinite() { 100.0 } else { 100.0 * part.value / (part.value + rest.value) };
        part.joined(rest, value)
    };
    // Without a rest the part is all, however small; without a part it is none of any rest.
    let low = if rest.high == none {
        all
    } else if part.low == none {
        none
    } else {
        at(part.low, rest.high)
    };
    let high = if part.high == none {
        none
    } else if rest.low == none {
        all
    } else {
        at(part.high, rest.low)
    };
    Bounds { low, high }
}
