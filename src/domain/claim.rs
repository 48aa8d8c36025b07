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

/// A part of the time that a figure is for. Such a figure is not a running total.
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

/// What one source reported at one time. A figure that it did not give is absent, which is not the same as zero.
///
/// ```
/// use casualty_calculator::dataset::parse_dataset;
/// use casualty_calculator::domain::{Category, Quantity};
///
/// let dataset = parse_dataset(r#"{"format": 1, "title": "How many?", "claims": [{
///     "id": "agency", "source": {"name": "News agency"}, "killed": {"about": 1000, "words": "some thousand"}
/// }]}"#).expect("a dataset without errors");
/// let claim = &dataset.claims[0];
///
/// let killed = claim.reported(Quantity::Category(Category::Killed)).expect("it gives the killed");
/// assert_eq!(killed.words.as_deref(), Some("some thousand"));
/// assert_eq!(claim.figure(Quantity::Category(Category::Wounded)), None, "it does not give the wounded");
/// assert_eq!(&**claim.originators()[0], "News agency", "without an attribution it is the source's own");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its id, unique within the dataset.
    pub id: Rc<str>,
    /// Where it can be read.
    pub source: Source,
    /// Who reported it, through whom.
    pub attribution: Attribution,
    /// How it reached the dataset.
    pub basis: Basis,
    /// The day that the figures are for.
    pub as_of: Option<Date>,
    /// Words to show instead of that day, such as "mid-January".
    pub as_of_words: Option<Rc<str>>,
    /// The day of publication.
    pub published: Option<Date>,
    /// The part of the time that the figures are for, where they are not running totals.
    pub period: Option<Period>,
    /// The day that the deployed figure is for.
    pub deployed_as_of: Option<Date>,
    /// The id of the claim whose deployed figure is used where this one gives none.
    pub denominator: Option<Rc<str>>,
    /// The figures, in the order of [`Quantity::ALL`]; reinforcements are never a claim's.
    pub(crate) figures: [Option<Reported>; 8],
    /// What the total counts.
    pub covers: Coverage,
    /// The killed as a percentage of the casualties, as stated.
    pub killed_share: Option<Reported>,
    /// Figures for several categories at once.
    pub groups: Vec<Group>,
    /// What a reader should know about it.
    pub note: Option<Rc<str>>,
}

impl Claim {
    /// The figure that the claim itself gives, with the source's wording.
    pub fn reported(&self, quantity: Quantity) -> Option<&Reported> {
        self.figures[quantity.index()].as_ref()
    }

    /// The figure that the claim itself gives.
    pub fn figure(&self, quantity: Quantity) -> Option<Figure> {
        self.reported(quantity).map(|reported| reported.figure)
    }

    /// Who reported it first: the names in the first link of the attribution, else the source's.
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

    /// Whether the name is among those of the originators.
    pub fn has_originator(&self, name: &Rc<str>) -> bool {
        match self.attribution.first() {
            Some(parties) if !parties.is_empty() => parties.iter().any(|party| party.name == *name),
            _ => self.source.name == *name,
        }
    }

    /// The day that its figures are for, else the day of publication.
    pub fn day(&self) -> Option<Date> {
        self.as_of.or(self.published)
    }

    /// The single categories that the claim gives figures for.
    pub fn categories(&self) -> impl Iterator<Item = (Category, &Reported)> {
        Category::ALL.into_iter().filter_map(|category| Some((category, self.reported(Quantity::Category(category))?)))
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
    /// The id of the claim whose deployed figure others borrow.
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
        let borrowed = claim.reported(Quantity::Deployed).is_none();
        Some(Force { deployed: lender.reported(Quantity::Deployed)?, borrowed_from: borrowed.then_some(lender) })
    }

    /// The claim that gives this force: the claim itself where it gives one, else the one it borrows from.
    pub fn lender<'a>(&self, claim: &'a Claim, claims: &'a [Claim]) -> Option<&'a Claim> {
        if claim.reported(Quantity::Deployed).is_some() {
            return Some(claim);
        }
        let lender = claim.denominator.as_ref().or(self.denominator.as_ref())?;
        claims.iter().find(|other| other.id == *lender)
    }
}
