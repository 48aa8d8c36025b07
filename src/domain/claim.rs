//! What one source reported at one time, and the deployment that the claims are about.

use std::rc::Rc;

use super::attribution::{Attribution, Source};
use super::category::{Category, Coverage};
use super::date::Date;
use super::figure::Figure;
use super::quantity::Quantity;

/// A figure as a source gave it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reported {
    /// The number and its hedge.
    pub figure: Figure,
    /// The source's own wording, where a hedge's usual words would lose it.
    pub words: Option<Rc<str>>,
}

/// A figure for several categories at once. It counts in a total and in no single category.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The categories counted together.
    pub covers: Coverage,
    /// How many.
    pub count: Reported,
}

/// A part of the time that a figure is about. Such a figure is no running total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// How the figures reached the dataset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// The report itself was seen.
    #[default]
    Page,
    /// Another outlet's account of it was seen.
    Copy,
    /// It was taken from a mention.
    SecondHand,
}

impl Basis {
    /// Every basis.
    pub const ALL: [Self; 3] = [Self::Page, Self::Copy, Self::SecondHand];

    /// The name in datasets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Copy => "copy",
            Self::SecondHand => "second_hand",
        }
    }
}

/// What one source reported at one time. A figure it did not give is absent, which is not zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its name within the dataset.
    pub id: Rc<str>,
    /// Where it can be read.
    pub source: Source,
    /// Who said it, through whom.
    pub attribution: Attribution,
    /// How it reached the dataset.
    pub basis: Basis,
    /// The day that the figures are for.
    pub as_of: Option<Date>,
    /// Words shown in place of that day, such as "mid-January".
    pub as_of_words: Option<Rc<str>>,
    /// The day of publication.
    pub published: Option<Date>,
    /// The part of the time that the figures are for, where they are no running total.
    pub period: Option<Period>,
    /// The day that the deployed figure is for.
    pub deployed_as_of: Option<Date>,
    /// The claim whose deployed figure stands in where this one gives none.
    pub denominator: Option<Rc<str>>,
    /// The figures, in the order of [`Quantity::ALL`]; reinforcements are never a claim's.
    pub(crate) figures: [Option<Reported>; 8],
    /// What the total counts.
    pub covers: Coverage,
    /// Killed per cent of the casualties, as stated.
    pub killed_share: Option<Reported>,
    /// Figures for several categories at once.
    pub groups: Vec<Group>,
    /// What a reader should know about it.
    pub note: Option<Rc<str>>,
}

impl Claim {
    /// The figure that the claim itself gives.
    pub fn given(&self, quantity: Quantity) -> Option<&Reported> {
        self.figures[quantity.index()].as_ref()
    }

    /// The same without its wording.
    pub fn figure(&self, quantity: Quantity) -> Option<Figure> {
        self.given(quantity).map(|reported| reported.figure)
    }

    /// Who said it first: the names in the first link of the chain, else the source's.
    pub fn originators(&self) -> Vec<&Rc<str>> {
        let mut names = Vec::new();
        for party in self.attribution.first().into_iter().flatten() {
            names.push(&party.name);
        }
        if names.is_empty() {
            names.push(&self.source.name);
        }
        names
    }

    /// Whether somebody is among those who said it first.
    pub fn has_originator(&self, name: &Rc<str>) -> bool {
        self.originators().contains(&name)
    }

    /// The day that its figures are for or, not knowing better, the day that they were published.
    pub fn day(&self) -> Option<Date> {
        self.as_of.or(self.published)
    }

    /// The categories that the claim gives a figure of its own for.
    pub fn categories(&self) -> impl Iterator<Item = (Category, &Reported)> {
        Category::ALL.into_iter().filter_map(|category| Some((category, self.given(Quantity::Of(category))?)))
    }
}

/// Troops added to a deployment.
#[derive(Clone, Debug, PartialEq)]
pub struct Reinforcement {
    /// When they were reported.
    pub date: Option<Date>,
    /// How many.
    pub count: Reported,
    /// Where it can be read.
    pub source: Option<Source>,
}

/// The operation that the claims are about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deployment {
    /// Its name.
    pub name: Option<Rc<str>>,
    /// Its first day, from which rates per day run.
    pub start: Option<Date>,
    /// The claim whose deployed figure others borrow.
    pub denominator: Option<Rc<str>>,
    /// Troops added later.
    pub reinforcements: Vec<Reinforcement>,
}

/// The size of the force that a claim is measured against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Force<'a> {
    /// How many were sent.
    pub deployed: &'a Reported,
    /// The claim it was taken from, where that is another one.
    pub borrowed_from: Option<&'a Claim>,
}

impl Deployment {
    /// The force that a claim is measured against: its own, else that of the claim it names, else that of the claim
    /// that the deployment names.
    pub fn force<'a>(&self, claim: &'a Claim, claims: &'a [Claim]) -> Option<Force<'a>> {
        let lender = self.lender(claim, claims)?;
        let borrowed = claim.given(Quantity::Deployed).is_none();
        Some(Force { deployed: lender.given(Quantity::Deployed)?, borrowed_from: borrowed.then_some(lender) })
    }

    /// The claim that gives that force: itself, where it gives one.
    pub fn lender<'a>(&self, claim: &'a Claim, claims: &'a [Claim]) -> Option<&'a Claim> {
        if claim.given(Quantity::Deployed).is_some() {
            return Some(claim);
        }
        let lender = claim.denominator.as_ref().or(self.denominator.as_ref())?;
        claims.iter().find(|other| other.id == *lender)
    }
}
