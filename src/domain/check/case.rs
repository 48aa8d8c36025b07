//! The figures that checks look at: one claim's, or the scenario's.

use super::Subject;
use crate::domain::bounds::{Bounds, End};
use crate::domain::category::{Category, Coverage};
use crate::domain::claim::{Claim, Deployment};
use crate::domain::comparison::Row;
use crate::domain::decimal::place_value;
use crate::domain::figure::{Figure, Hedge};
use crate::domain::quantity::Quantity;
use crate::domain::rate::{RateName, Unavailable};
use crate::domain::rates::{Inputs, Rates, Term};
use crate::domain::scenario::{Scenario, SolveFor};

/// One claim's figures, or the scenario's.
pub(super) struct Case<'a> {
    pub(super) subject: Subject,
    pub(super) figures: Figures<'a>,
    pub(super) inputs: &'a Inputs,
    pub(super) rates: &'a Rates,
}

/// Where the figures stand.
pub(super) enum Figures<'a> {
    Claim(&'a Claim, &'a Row),
    Scenario(&'a Scenario),
}

/// The figures of all claims of a dataset.
pub(super) struct Claims<'a> {
    pub(super) cases: Vec<Case<'a>>,
    pub(super) deployment: &'a Deployment,
    claims: &'a [Claim],
}

impl<'a> Claims<'a> {
    pub(super) fn of(claims: &'a [Claim], rows: &'a [Row], deployment: &'a Deployment) -> Self {
        let mut cases = Vec::new();
        for (index, (claim, row)) in claims.iter().zip(rows).enumerate() {
            let (inputs, rates) = (&row.inputs, &row.rates);
            cases.push(Case { subject: Subject::Claim(index), figures: Figures::Claim(claim, row), inputs, rates });
        }
        Self { cases, deployment, claims }
    }

    /// The claim that gives the force which a claim is measured against.
    pub(super) fn lender(&self, claim: &'a Claim) -> Option<&'a Claim> {
        self.deployment.lender(claim, self.claims)
    }

    /// Those of them that are marked, in the dataset's order.
    pub(super) fn marked(&self, marks: &[bool]) -> Vec<Subject> {
        let mut subjects = Vec::new();
        for (case, marked) in self.cases.iter().zip(marks) {
            if *marked {
                subjects.push(case.subject);
            }
        }
        subjects
    }
}

impl<'a> Case<'a> {
    pub(super) fn claim(&self) -> Option<&'a Claim> {
        match self.figures {
            Figures::Claim(claim, _) => Some(claim),
            Figures::Scenario(_) => None,
        }
    }

    pub(super) fn row(&self) -> Option<&'a Row> {
        match self.figures {
            Figures::Claim(_, row) => Some(row),
            Figures::Scenario(_) => None,
        }
    }

    /// A figure that it gives itself; none where it is borrowed, or solved for, or what another was solved with.
    fn own(&self, quantity: Quantity) -> Option<Figure> {
        match self.figures {
            Figures::Claim(claim, _) => claim.figure(quantity),
            Figures::Scenario(scenario) => {
                let stands = match scenario.solve_for {
                    SolveFor::Rate => true,
                    SolveFor::Deployed => !matches!(quantity, Quantity::Deployed | Quantity::Rate),
                    SolveFor::Casualties => !matches!(quantity, Quantity::Casualties | Quantity::Rate),
                };
                scenario.figure(quantity).filter(|_| stands)
            }
        }
    }

    /// T: the stated or solved total, else the sum.
    pub(super) fn casualties(&self) -> Option<Term> {
        self.rates.get(RateName::Casualties).ok().map(Term::from)
    }

    /// What T counts.
    pub(super) fn counts(&self) -> Coverage {
        let total = self.rates.get(RateName::Casualties).ok();
        total.and_then(|total| total.counts).unwrap_or(self.inputs.covers())
    }

    /// The total where it is no sum: as stated, with its hedge, or as solved for.
    pub(super) fn total(&self) -> Option<(Hedge, Term)> {
        if let Figures::Scenario(scenario) = self.figures
            && scenario.solve_for == SolveFor::Casualties
        {
            return Some((Hedge::Exact, self.casualties()?));
        }
        self.own(Quantity::Casualties).map(|figure| (figure.hedge(), stated(figure)))
    }

    /// F, borrowed, given or solved for.
    pub(super) fn force(&self) -> Option<Term> {
        Some(self.rates.force(self.inputs)).filter(Term::is_given)
    }

    /// Whether the force is its own.
    pub(super) fn gives_force(&self) -> bool {
        self.own(Quantity::Deployed).is_some()
    }

    /// The stated rate in per cent. A plain number is as exact as its last digit here: it was rounded.
    pub(super) fn rate(&self) -> Option<Term> {
        let figure = self.own(Quantity::Rate)?;
        let mut rate = stated(figure);
        if figure.hedge() == Hedge::Exact {
            let x = figure.numbers().0;
            let half = place_value(x) / 2.0;
            rate.bounds = Bounds { low: End::closed((x - half).max(0.0)), high: End::closed(x + half) };
        }
        Some(rate)
    }

    /// The figures inside what the total covers, those of several categories at once among them, added up, and the
    /// categories that they name.
    pub(super) fn parts(&self) -> Option<(Term, Coverage)> {
        let covers = self.inputs.covers();
        let mut named = Coverage::default();
        let mut parts = Term::without(Unavailable::NoCasualties);
        for category in covers.iter() {
            if let Some(figure) = self.inputs.figure(Quantity::Of(category)) {
                named = named.union(category.into());
                parts = parts.and_given(&[stated(figure)]);
            }
        }
        for (counted, figure) in self.inputs.groups() {
            if counted.without(covers).is_empty() {
                named = named.union(*counted);
                parts = parts.and_given(&[stated(*figure)]);
            }
        }
        parts.is_given().then_some((parts, named))
    }

    /// The printed number of a category.
    pub(super) fn printed(&self, category: Category) -> Option<f64> {
        self.inputs.figure(Quantity::Of(category))?.printed()
    }

    /// Whether its figures are for a part of the time, and so no running totals.
    pub(super) fn is_part_of_the_time(&self) -> bool {
        self.claim().is_some_and(|claim| claim.period.is_some())
    }
}

/// A figure as a value.
#[inline(never)]
pub(super) fn stated(figure: Figure) -> Term {
    Term::of(Some(figure), Unavailable::NoCasualties)
}
