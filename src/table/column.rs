//! The columns of a table: the fields that a claim can have.

use super::words::Words;
use crate::domain::{Category, Coverage, Quantity, RateName, Unit};

/// What a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// One of the quantities that a claim may give.
    Quantity(Quantity),
    /// Several categories at once.
    Group(Coverage),
    /// A rate that the source states itself.
    Stated(RateName),
}

/// A part of a figure, where a sheet has a column for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The low end of the source's range.
    Low,
    /// The best estimate.
    Best,
    /// The high end.
    High,
    /// The hedge, in words.
    Hedge,
}

impl Part {
    /// Every part, in the order of columns.
    pub const ALL: [Self; 4] = [Self::Low, Self::Best, Self::High, Self::Hedge];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Best => "best",
            Self::High => "high",
            Self::Hedge => "hedge",
        }
    }
}

/// What a column holds: a field of a claim, or nothing that is read.
///
/// ```
/// use casualty_calculator::table::Column;
///
/// assert_eq!(Column::from_name("as_of"), Some(Column::AsOf));
/// assert_eq!(Column::from_name("wounded+missing").map(|column| column.name()), Some("wounded+missing".to_owned()));
/// assert_eq!(Column::AsOf.label("en"), "As of");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    /// Nothing that is read.
    #[default]
    Ignored,
    /// The claim's id.
    Id,
    /// The force that it is about, by id or by name.
    Force,
    /// The name of the page or broadcast where it stands.
    Source,
    /// The address of that page.
    Link,
    /// Who said it, and through whom.
    Attribution,
    /// Whether the report itself was seen.
    Basis,
    /// The date that the figures are for.
    AsOf,
    /// What is shown in place of that date.
    AsOfWords,
    /// When it was published.
    Published,
    /// The first day of a part of the time.
    PeriodFrom,
    /// The last day of it.
    PeriodTo,
    /// The date that the size of the force is for.
    DeployedAsOf,
    /// The claim whose size of the force this one is measured against.
    Denominator,
    /// A figure in words.
    Figure(Subject),
    /// A part of a figure.
    Part(Subject, Part),
    /// The categories that the total counts.
    Covers,
    /// The claim that this one corrects.
    Replaces,
    /// Whether its source took it back.
    Withdrawn,
    /// Who contradicts it.
    DisputedBy,
    /// What else is to be said.
    Note,
    /// Fields that no cell can hold in words, as JSON.
    Rest,
}

/// Columns that belong together in a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnGroup {
    /// Who reported it, where.
    Source,
    /// When.
    Dates,
    /// People.
    Figures,
    /// Rates that the source states.
    Stated,
    /// Parts of figures.
    Parts,
    /// What else a claim may say.
    Other,
}

impl ColumnGroup {
    /// Every group, in the order of a menu.
    pub const ALL: [Self; 6] = [Self::Source, Self::Dates, Self::Figures, Self::Stated, Self::Parts, Self::Other];

    /// What the group is called in a language.
    pub fn label(self, language: &str) -> &'static str {
        Words::of(language).text(match self {
            Self::Source => "group.source",
            Self::Dates => "group.dates",
            Self::Figures => "group.figures",
            Self::Stated => "group.stated",
            Self::Parts => "group.parts",
            Self::Other => "group.other",
        })
    }
}

/// The columns that have no figures, with their names, in the order of a sheet.
const PLAIN: [(Column, &str); 20] = [
    (Column::Id, "id"),
    (Column::Force, "force"),
    (Column::Source, "source"),
    (Column::Link, "link"),
    (Column::Attribution, "attribution"),
    (Column::Basis, "basis"),
    (Column::AsOf, "as_of"),
    (Column::AsOfWords, "as_of_words"),
    (Column::Published, "published"),
    (Column::PeriodFrom, "period_from"),
    (Column::PeriodTo, "period_to"),
    (Column::DeployedAsOf, "deployed_as_of"),
    (Column::Denominator, "denominator"),
    (Column::Covers, "covers"),
    (Column::Replaces, "replaces"),
    (Column::Withdrawn, "withdrawn"),
    (Column::DisputedBy, "disputed_by"),
    (Column::Note, "note"),
    (Column::Rest, "rest"),
    (Column::Ignored, "ignored"),
];

impl Subject {
    /// The name in datasets; of a group the names of its categories with plus signs between them.
    pub fn name(self) -> String {
        match self {
            Self::Quantity(quantity) => quantity.name().to_owned(),
            Self::Stated(rate) => rate.name().to_owned(),
            Self::Group(covers) => covers.iter().map(Category::name).collect::<Vec<_>>().join("+"),
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        if name.contains('+') {
            return group_named(name);
        }
        let quantity = Quantity::from_name(name).filter(|quantity| Quantity::REPORTED.contains(quantity));
        let rate = || RateName::from_name(name).filter(|rate| rate.may_be_stated());
        quantity.map(Self::Quantity).or_else(|| rate().map(Self::Stated))
    }

    /// What its numbers count.
    pub fn unit(self) -> Unit {
        match self {
            Self::Quantity(quantity) => quantity.unit(),
            Self::Group(_) => Unit::People,
            Self::Stated(rate) => rate.measure().unit(),
        }
    }

    fn label(self, words: &Words) -> String {
        match self {
            Self::Group(covers) => {
                let names: Vec<_> =
                    covers.iter().map(|category| words.column(category.name()).label.as_str()).collect();
                names.join(" + ")
            }
            other => words.column(&other.name()).label.clone(),
        }
    }
}

/// Several categories, with plus signs between their names.
fn group_named(name: &str) -> Option<Subject> {
    let mut covers = Coverage::default();
    for part in name.split('+') {
        let category = Category::ALL.into_iter().find(|category| category.name() == part)?;
        if covers.has(category) {
            return None;
        }
        covers = covers.union(category.into());
    }
    (covers.len() > 1).then_some(Subject::Group(covers))
}

impl Column {
    /// Every column that a menu offers, in the order of a sheet. Groups are those that are reported most; any other can be
    /// made by name.
    pub fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for (column, _) in PLAIN {
            if column == Self::Covers {
                all.extend(figures());
            }
            if column != Self::Ignored {
                all.push(column);
            }
        }
        all
    }

    /// The name that stays the same in every language and version: in drafts, and in the heads of an exported table.
    pub fn name(self) -> String {
        match self {
            Self::Figure(Subject::Group(covers)) if covers.len() == 1 => {
                [&*Subject::Group(covers).name(), "+"].concat()
            }
            Self::Figure(subject) => subject.name(),
            Self::Part(subject, part) => [&*subject.name(), "_", part.name()].concat(),
            plain => PLAIN.into_iter().find(|(column, _)| *column == plain).map_or("", |(_, name)| name).to_owned(),
        }
    }

    /// The column of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        if let Some((column, _)) = PLAIN.into_iter().find(|(_, plain)| *plain == name) {
            return Some(column);
        }
        if let Some(subject) = Subject::from_name(name) {
            return Some(Self::Figure(subject));
        }
        // A group of one category, which a dataset may have.
        if let Some(category) =
            Category::ALL.into_iter().find(|category| name.strip_suffix('+') == Some(category.name()))
        {
            return Some(Self::Figure(Subject::Group(category.into())));
        }
        let (subject, part) = name.rsplit_once('_')?;
        let part = Part::ALL.into_iter().find(|known| known.name() == part)?;
        Some(Self::Part(Subject::from_name(subject)?, part))
    }

    /// What the column is called in a language.
    pub fn label(self, language: &str) -> String {
        let words = Words::of(language);
        match self {
            Self::Figure(subject) => subject.label(words),
            Self::Part(subject, part) => [&*subject.label(words), ": ", &words.column(part.name()).label].concat(),
            plain => words.column(&plain.name()).label.clone(),
        }
    }

    /// What the field means, in one line with an example from a report.
    pub fn hint(self, language: &str) -> &'static str {
        let words = Words::of(language);
        match self {
            Self::Figure(Subject::Group(_)) => &words.column("group").hint,
            Self::Part(_, part) => &words.column(part.name()).hint,
            other => &words.column(&other.name()).hint,
        }
    }

    /// Where a menu offers it.
    pub fn group(self) -> ColumnGroup {
        match self {
            Self::Source | Self::Link | Self::Attribution | Self::Basis => ColumnGroup::Source,
            Self::AsOf | Self::AsOfWords | Self::Published | Self::PeriodFrom | Self::PeriodTo | Self::DeployedAsOf => {
                ColumnGroup::Dates
            }
            Self::Figure(Subject::Stated(_)) => ColumnGroup::Stated,
            Self::Figure(_) | Self::Covers => ColumnGroup::Figures,
            Self::Part(..) => ColumnGroup::Parts,
            _ => ColumnGroup::Other,
        }
    }
}

/// The columns of figures, in the order of a dataset.
fn figures() -> Vec<Column> {
    let quantities = Quantity::REPORTED.map(|quantity| Column::Figure(Subject::Quantity(quantity)));
    let groups = ["killed+wounded", "killed+missing", "missing+captured", "wounded+missing+captured"];
    let rates = RateName::ALL.into_iter().filter(|rate| rate.may_be_stated());
    let parts = Quantity::REPORTED
        .into_iter()
        .flat_map(|quantity| Part::ALL.map(|part| Column::Part(Subject::Quantity(quantity), part)));
    let mut all = quantities.to_vec();
    all.extend(groups.into_iter().filter_map(Column::from_name));
    all.extend(rates.map(|rate| Column::Figure(Subject::Stated(rate))));
    all.extend(parts);
    all
}
