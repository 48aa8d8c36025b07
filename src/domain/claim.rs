//! What one source reported at one time.

use std::rc::Rc;

use super::attribution::{Attribution, Source};
use super::category::{Category, Coverage};
use super::date::Date;
use super::figure::Figure;
use super::quantity::Quantity;
use super::rate::RateName;

/// A figure as a source gave it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reported {
    /// The number and its hedge; nothing where the source has only words, such as "dozens".
    pub figure: Option<Figure>,
    /// The source's own wording, where a hedge's usual words would lose it.
    pub words: Option<Rc<str>>,
    /// What the source calls its range, such as "95% CI".
    pub interval: Option<Rc<str>>,
}

impl Reported {
    /// Whether the source gives the figure's range itself. A range beside words without numbers, such as "several hundred",
    /// is how we read them.
    #[inline(never)]
    pub fn has_own_range(&self) -> bool {
        let is_ours = |words: &Rc<str>| {
            self.interval.is_none() && !words.contains(|c| matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹'))
        };
        self.figure.is_some_and(Figure::is_range) && !self.words.as_ref().is_some_and(is_ours)
    }
}

/// A figure for several categories at once. It counts in a total and in no single category.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The categories counted together.
    pub covers: Coverage,
    /// How many.
    pub count: Reported,
}

/// A part of the time that a figure is for. Such a figure is not a running total. A period of months is whole months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Period {
    /// When it begins.
    pub from: Date,
    /// When it ends.
    pub to: Date,
}

/// Whose force a claim is measured against where it gives none.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Lender {
    /// That of the claim which its force names.
    #[default]
    OfForce,
    /// That of the claim with this id.
    Claim(Rc<str>),
    /// Nobody's.
    Nobody,
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
/// let dataset = parse_dataset(r#"{"format": 2, "title": "How many?", "forces": [{"id": "army", "name": "The army"}], "claims": [
///     {"id": "agency", "source": {"name": "News agency"}, "killed": {"about": 1000, "words": "some thousand"}}
/// ]}"#).expect("a dataset without errors");
/// let claim = &dataset.forces[0].claims[0];
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
    /// The date that the figures are for.
    pub as_of: Option<Date>,
    /// Words to show instead of that date, such as "mid-January".
    pub as_of_words: Option<Rc<str>>,
    /// The date of publication.
    pub published: Option<Date>,
    /// The part of the time that the figures are for, where they are not running totals.
    pub period: Option<Period>,
    /// The date that the deployed figure is for.
    pub deployed_as_of: Option<Date>,
    /// Whose force it is measured against where it gives none.
    pub lender: Lender,
    /// The figures, in the order of [`Quantity::ALL`]; reinforcements are never a claim's, and its rate is a stated one.
    pub(crate) figures: [Option<Reported>; 8],
    /// What the total counts; nothing where the source does not say it.
    pub covers: Option<Coverage>,
    /// Rates that the source states itself.
    pub stated: Vec<(RateName, Reported)>,
    /// Figures for several categories at once.
    pub groups: Vec<Group>,
    /// The id of the claim that this one corrects.
    pub replaces: Option<Rc<str>>,
    /// Whether another claim corrects this one.
    pub is_replaced: bool,
    /// Whether its source took it back.
    pub is_withdrawn: bool,
    /// Who contradicts it.
    pub disputed_by: Vec<Source>,
    /// What a reader should know about it.
    pub note: Option<Rc<str>>,
}

impl Claim {
    /// The figure that the claim itself gives, with the source's wording.
    #[inline(never)]
    pub fn reported(&self, quantity: Quantity) -> Option<&Reported> {
        match quantity {
            Quantity::Rate => self.stated(RateName::CasualtyRate),
            _ => self.figures[quantity.index()].as_ref(),
        }
    }

    /// The figure that the claim itself gives; nothing where it has only words.
    #[inline(never)]
    pub fn figure(&self, quantity: Quantity) -> Option<Figure> {
        self.reported(quantity)?.figure
    }

    /// A rate that the claim states itself.
    #[inline(never)]
    pub fn stated(&self, name: RateName) -> Option<&Reported> {
        for (stated, reported) in &self.stated {
            if *stated == name {
                return Some(reported);
            }
        }
        None
    }

    /// Whether it no longer stands: its source took it back, or another claim corrects it.
    pub fn is_superseded(&self) -> bool {
        self.is_withdrawn || self.is_replaced
    }

    /// Who reported it first: the names in the first link of the attribution, else the source's.
    #[inline(never)]
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

    /// The rates that it states, but for that of all casualties, which stands beside the total.
    pub fn further_rates(&self) -> impl Iterator<Item = &(RateName, Reported)> {
        self.stated.iter().filter(|(name, _)| *name != RateName::CasualtyRate)
    }

    /// The date that its figures are for, else that of publication.
    #[inline(never)]
    pub fn day(&self) -> Option<Date> {
        self.as_of.or(self.published)
    }

    /// The single categories that the claim gives figures for.
    pub fn categories(&self) -> impl Iterator<Item = (Category, &Reported)> {
        Category::ALL.into_iter().filter_map(|category| Some((category, self.reported(Quantity::Category(category))?)))
    }
}
