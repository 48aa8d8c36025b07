//! T where it is not solved for: the stated total, else the sum of what is given.

use super::given::{Given, sum_of};
use super::term::Term;
use crate::domain::bounds::{Bounds, End};
use crate::domain::category::{Category, Coverage};
use crate::domain::rate::Unavailable;

pub(super) struct Total {
    pub(super) term: Term,
    /// The categories as the total allows them.
    pub(super) categories: [Term; 4],
    /// The categories in the total, where it is a sum.
    pub(super) counts: Option<Coverage>,
    /// The categories that can't be larger than the total, where it is stated.
    limits: Coverage,
}

impl Total {
    pub(super) fn of(given: &Given) -> Self {
        if given.stated.is_given() { Self::stated(given) } else { Self::sum(given) }
    }

    /// A stated total and the categories inside it bound each other. Where a category is larger whatever the wording
    /// allows, the two are left as separate figures: a check says so, and no bound is bent to hide it.
    fn stated(given: &Given) -> Self {
        let (mut term, mut categories) = (given.stated, given.categories);
        let most = term.bounds.high;
        let limits = limited(&categories, given.covers, most);
        for category in limits.iter() {
            let part = &mut categories[category as usize].bounds;
            term.bounds.low = term.bounds.low.later(part.low);
            part.high = part.high.earlier(most);
        }
        Self { term, categories, counts: None, limits }
    }

    fn sum(given: &Given) -> Self {
        let alone = Coverage::ALL.filtered(|category| given.categories[category as usize].is_given());
        let enough = alone.has(Category::Killed) && alone.len() + given.groups.len() > 1;
        let term = if enough {
            sum_of(&given.categories, Coverage::ALL).and_given(&given.groups)
        } else {
            Term::without(Unavailable::NoCasualties)
        };
        let counts = enough.then(|| alone.union(given.grouped));
        Self { term, categories: given.categories, counts, limits: Coverage::default() }
    }

    /// The given ones of these categories ÷ T, in per cent.
    pub(super) fn share(&self, parts: Coverage, given: &Given) -> Term {
        let part = sum_of(&given.categories, parts);
        // The plain quotient has the printed value and the reasons right, and only the bounds too wide.
        let share = part.over(self.term);
        if !share.is_given() {
            return share;
        }
        let bounds = if self.counts.is_some() {
            let rest = sum_of(&given.categories, Coverage::ALL.without(parts)).and_given(&given.groups);
            share_of_sum(part.bounds, if rest.is_given() { rest.bounds } else { Bounds::exactly(0.0) })
        } else {
            self.share_of_stated(parts, given)
        };
        Term { bounds, ..share }.as_per_cent()
    }

    /// Each category over the total, where those that the total limits are at most the whole of it: the quotients are
    /// largest together where the total is smallest.
    fn share_of_stated(&self, parts: Coverage, given: &Given) -> Bounds {
        let total = self.term.bounds;
        let mut share = Bounds::exactly(0.0);
        for category in parts.iter() {
            let part = given.categories[category as usize];
            if part.is_given() {
                let mut quotient = part.bounds.over(total);
                if self.limits.has(category) && part.bounds.high.value > total.low.value {
                    quotient.high = End::closed(1.0);
                }
                share = share.plus(quotient);
            }
        }
        share
    }
}

/// The given categories among these that fit into a total at all.
pub(super) fn limited(categories: &[Term; 4], covers: Coverage, most: End) -> Coverage {
    covers.filtered(|category| {
        let part = &categories[category as usize];
        part.is_given() && part.bounds.low.can_begin_before(most)
    })
}

/// A part ÷ (part + rest), with the part in one place: 1 ÷ (1 + rest ÷ part). It rises with the part and falls with the
/// rest. The sum of both is not nothing for certain.
fn share_of_sum(part: Bounds, rest: Bounds) -> Bounds {
    let nothing = End::closed(0.0);
    let all = End::closed(1.0);
    let at = |part: End, rest: End| {
        let value = if part.value.is_infinite() { 1.0 } else { part.value / (part.value + rest.value) };
        End { value, open: part.open || rest.open }
    };
    // Without a rest the part is all, however small; without a part it is none of any rest.
    let low = if rest.high == nothing {
        all
    } else if part.low == nothing {
        nothing
    } else {
        at(part.low, rest.high)
    };
    let high = if part.high == nothing {
        nothing
    } else if rest.low == nothing {
        all
    } else {
        at(part.high, rest.low)
    };
    Bounds { low, high }
}
