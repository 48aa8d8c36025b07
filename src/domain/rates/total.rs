//! T where it is not solved for: the stated total, else the sum of what is given.

use super::{Given, Result, Term, sum};
use crate::domain::bounds::{Bounds, End};
use crate::domain::category::{Category, Coverage};
use crate::domain::rate::Unavailable;

pub(super) struct Total {
    pub(super) term: Term,
    /// The categories as the total allows them.
    pub(super) categories: [Option<Term>; 4],
    kind: Kind,
}

enum Kind {
    /// A total of its own, and the categories that can't be larger than it.
    Stated { limits: Coverage },
    /// The sum of categories and groups.
    Sum { counts: Coverage },
}

impl Total {
    pub(super) fn of(given: &Given) -> Result<Self> {
        match given.stated {
            Some((stated, covers)) => Ok(Self::stated(stated, covers, given.categories)),
            None => Self::sum(given),
        }
    }

    /// A stated total and the categories inside it bound each other. Where a category is larger whatever the wording
    /// allows, the two are left as separate figures: a check says so, and no bound is bent to hide it.
    fn stated(stated: Term, covers: Coverage, mut categories: [Option<Term>; 4]) -> Self {
        let most = stated.bounds.high;
        let mut term = stated;
        let mut limits = Coverage::default();
        for category in covers.iter() {
            let Some(part) = &mut categories[category as usize] else { continue };
            if part.bounds.low.can_begin_before(most) {
                limits = limits.union(category.into());
                term.bounds.low = term.bounds.low.later(part.bounds.low);
                part.bounds.high = part.bounds.high.earlier(most);
            }
        }
        Self { term, categories, kind: Kind::Stated { limits } }
    }

    fn sum(given: &Given) -> Result<Self> {
        let mut counts: Coverage =
            Category::ALL.into_iter().filter(|one| given.categories[*one as usize].is_some()).collect();
        let parts = counts.iter().count() + given.groups.len();
        if !counts.has(Category::Killed) || parts < 2 {
            return Err(Unavailable::NoCasualties);
        }
        for (covers, _) in &given.groups {
            counts = counts.union(*covers);
        }
        let groups = given.groups.iter().map(|(_, count)| *count);
        let term = sum(given.parts(Coverage::ALL).chain(groups));
        Ok(Self { term, categories: given.categories, kind: Kind::Sum { counts } })
    }

    pub(super) fn counts(&self) -> Option<Coverage> {
        match self.kind {
            Kind::Stated { .. } => None,
            Kind::Sum { counts } => Some(counts),
        }
    }

    /// The given ones of these categories ÷ T, in per cent.
    pub(super) fn share(&self, parts: Coverage, given: &Given) -> Result {
        if self.term.bounds.is_zero() {
            return Err(Unavailable::ZeroDivisor);
        }
        let part = sum(given.parts(parts));
        let bounds = match self.kind {
            Kind::Stated { limits } => self.share_of_stated(parts, limits, given),
            Kind::Sum { .. } => {
                let others = Category::ALL.into_iter().filter(|category| !parts.has(*category)).collect();
                let rest = sum(given.parts(others).chain(given.groups.iter().map(|(_, count)| *count)));
                share_of_sum(part.bounds, rest.bounds)
            }
        };
        Ok(Term { bounds, printed: part.printed_with(self.term, |part, total| part / total) }.as_per_cent())
    }

    /// Each category over the total, where those that the total limits are at most the whole of it: the quotients are
    /// largest together where the total is smallest.
    fn share_of_stated(&self, parts: Coverage, limits: Coverage, given: &Given) -> Bounds {
        let total = self.term.bounds;
        let mut share = Bounds::exactly(0.0);
        for category in parts.iter() {
            let Some(part) = given.categories[category as usize] else { continue };
            let quotient = part.bounds.over(total);
            let high = if limits.has(category) && part.bounds.high.value > total.low.value {
                End::closed(1.0)
            } else {
                quotient.high
            };
            share = share.plus(Bounds { low: quotient.low, high });
        }
        share
    }
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
