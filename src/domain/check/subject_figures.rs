//! The figures that checks look at: one claim's, or the scenario's.

use super::finding::Subject;
use super::source_words::ReadWords;
use crate::domain::bounds::{Bounds, End};
use crate::domain::category::{Category, Coverage};
use crate::domain::claim::Claim;
use crate::domain::claim_results::ClaimResults;
use crate::domain::decimal::place_value;
use crate::domain::figure::{Figure, Hedge};
use crate::domain::force::Force;
use crate::domain::quantity::Quantity;
use crate::domain::rate::{RateName, Unavailable};
use crate::domain::rates::{Inputs, Rates, Term};
use crate::domain::scenario::{Scenario, SolveFor};

/// One claim's figures, or the scenario's.
pub(super) struct SubjectFigures<'a> {
    pub(super) subject: Subject,
    pub(super) source: FigureSource<'a>,
    pub(super) inputs: &'a Inputs,
    pub(super) rates: &'a Rates,
}

/// What the figures were taken from.
pub(super) enum FigureSource<'a> {
    Claim(&'a Claim, &'a ClaimResults),
    Scenario(&'a Scenario),
}

/// The figures of the claims of one force, in the dataset's order.
pub(super) struct AllClaims<'a> {
    pub(super) figures: Vec<SubjectFigures<'a>>,
    pub(super) force: &'a Force,
    /// Reads the sources' words.
    #[cfg_attr(not(feature = "authoring"), allow(dead_code, reason = "no check of the browser's copy reads words"))]
    pub(super) read_words: ReadWords<'a>,
}

impl<'a> AllClaims<'a> {
    /// Those of a force, which is at this place in the dataset, with or without claims that were withdrawn or replaced.
    pub(super) fn new(
        force: &'a Force,
        index: usize,
        results: &'a [ClaimResults],
        read_words: ReadWords<'a>,
        superseded: bool,
    ) -> Self {
        let mut figures = Vec::new();
        for (at, (claim, results)) in force.claims.iter().zip(results).enumerate() {
            if superseded || !claim.is_superseded() {
                figures.push(SubjectFigures {
                    subject: Subject::Claim(index, at),
                    source: FigureSource::Claim(claim, results),
                    inputs: &results.inputs,
                    rates: &results.rates,
                });
            }
        }
        Self { figures, force, read_words }
    }

    /// The claims whose flag is set, in the dataset's order.
    pub(super) fn flagged(&self, flags: &[bool]) -> Vec<Subject> {
        let mut subjects = Vec::new();
        for (figures, flag) in self.figures.iter().zip(flags) {
            if *flag {
                subjects.push(figures.subject);
            }
        }
        subjects
    }
}

impl<'a> SubjectFigures<'a> {
    pub(super) fn claim(&self) -> Option<&'a Claim> {
        match self.source {
            FigureSource::Claim(claim, _) => Some(claim),
            FigureSource::Scenario(_) => None,
        }
    }

    pub(super) fn results(&self) -> Option<&'a ClaimResults> {
        match self.source {
            FigureSource::Claim(_, results) => Some(results),
            FigureSource::Scenario(_) => None,
        }
    }

    /// A figure that the subject gives itself: not borrowed, not solved for, and not one that another was solved from.
    fn own_figure(&self, quantity: Quantity) -> Option<Figure> {
        match self.source {
            FigureSource::Claim(claim, _) => claim.figure(quantity),
            FigureSource::Scenario(scenario) => {
                let is_own = match scenario.solve_for {
                    SolveFor::Rate => true,
                    SolveFor::Deployed => !matches!(quantity, Quantity::Deployed | Quantity::Rate),
                    SolveFor::Casualties => !matches!(quantity, Quantity::Casualties | Quantity::Rate),
                };
                scenario.figure(quantity).filter(|_| is_own)
            }
        }
    }

    /// T: the stated or solved total, else the sum.
    pub(super) fn casualties(&self) -> Option<Term> {
        self.rates.get(RateName::Casualties).ok().map(Term::from)
    }

    /// What T counts, where that is known.
    pub(super) fn coverage(&self) -> Option<Coverage> {
        self.rates.coverage(self.inputs)
    }

    /// The total as stated, with its hedge, or as solved for; none where it is a sum.
    pub(super) fn total(&self) -> Option<(Hedge, Term)> {
        if let FigureSource::Scenario(scenario) = self.source
            && scenario.solve_for == SolveFor::Casualties
        {
            return Some((Hedge::Exact, self.casualties()?));
        }
        self.own_figure(Quantity::Casualties).map(|figure| (figure.hedge(), Term::from(figure)))
    }

    /// F, borrowed, given or solved for.
    pub(super) fn force(&self) -> Option<Term> {
        Some(self.rates.force(self.inputs)).filter(Term::is_available)
    }

    /// Whether the subject gives its force itself.
    pub(super) fn has_own_force(&self) -> bool {
        self.own_figure(Quantity::Deployed).is_some()
    }

    /// The rates that the subject states itself. A plain number is as exact as its last digit here: it was rounded.
    pub(super) fn stated(&self) -> Vec<(RateName, Term)> {
        let mut stated = Vec::new();
        let mut add = |name, figure: Option<Figure>| {
            if let Some(figure) = figure {
                stated.push((name, rounded(figure)));
            }
        };
        match self.source {
            FigureSource::Claim(claim, _) => {
                for (name, reported) in &claim.stated {
                    add(*name, reported.figure);
                }
            }
            FigureSource::Scenario(_) => add(RateName::CasualtyRate, self.own_figure(Quantity::Rate)),
        }
        stated
    }

    /// What a rate of the force divides by it, where the subject gives it; nothing for other rates.
    pub(super) fn losses_of(&self, name: RateName) -> Option<Term> {
        let category = |category| self.inputs.figure(Quantity::Category(category)).map(Term::from);
        match name {
            RateName::CasualtyRate | RateName::CasualtyRateFirst => self.casualties(),
            RateName::KilledRate => category(Category::Killed),
            RateName::WoundedRate => category(Category::Wounded),
            RateName::MissingRate => category(Category::Missing),
            RateName::CapturedRate => category(Category::Captured),
            RateName::IrrecoverableRate => self.rates.get(RateName::Irrecoverable).ok().map(Term::from),
            _ => None,
        }
    }

    /// Where it is known what the total covers: the sum of the figures for that, including those for several categories at
    /// once, and the categories that they name.
    pub(super) fn parts(&self) -> Option<(Term, Coverage)> {
        let covers = self.inputs.covers()?;
        let mut named = Coverage::default();
        let mut parts = Term::unavailable(Unavailable::NoCasualties);
        for category in covers.iter() {
            if let Some(figure) = self.inputs.figure(Quantity::Category(category)) {
                named = named.union(category.into());
                parts = parts.plus_available(&[Term::from(figure)]);
            }
        }
        for (counted, figure) in self.inputs.groups() {
            if counted.without(covers).is_empty() {
                named = named.union(*counted);
                parts = parts.plus_available(&[Term::from(*figure)]);
            }
        }
        parts.is_available().then_some((parts, named))
    }

    /// The printed number of a category.
    pub(super) fn printed(&self, category: Category) -> Option<f64> {
        self.inputs.figure(Quantity::Category(category))?.printed()
    }

    /// Whether the figures are for a part of the time, and so are no running totals.
    pub(super) fn is_for_a_period(&self) -> bool {
        self.claim().is_some_and(|claim| claim.period.is_some())
    }
}

/// A stated figure as what it may have been before it was rounded.
fn rounded(figure: Figure) -> Term {
    let mut rate = Term::from(figure);
    if figure.hedge() == Hedge::Exact && !figure.number().is_fraction() {
        let x = figure.number().value;
        let half = place_value(x) / 2.0;
        rate.bounds = Bounds { low: End::closed((x - half).max(0.0)), high: End::closed(x + half) };
    }
    rate
}
