//! What is wrong with a cell, where, and what to write instead.

use super::column::Column;
use super::words::Words;

/// Something in a sheet that can't be read, or that could mean more than one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The sheet's own number of the row, counted from 1.
    pub row: usize,
    /// The column, counted from 0; none where it is about the row as a whole.
    pub column: Option<usize>,
    /// What the column is called: its head in the sheet or, without one, its label.
    pub head: String,
    /// The text of the cell.
    pub cell: String,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What the cell could say instead.
    pub repairs: Vec<Repair>,
}

/// What is wrong with a cell or a row.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// A number, a date or words that could mean one thing or another.
    Ambiguous {
        /// As it stands in the cell.
        text: String,
        /// The one thing that it could mean.
        one: String,
        /// The other.
        other: String,
    },
    /// A number with another language's marks, which can mean but one thing.
    OtherMarks {
        /// As it stands in the cell.
        text: String,
        /// The number that is likely meant.
        likely: String,
    },
    /// No number, although digits are in it.
    NotNumber(String),
    /// Below nothing.
    Negative(String),
    /// With decimals, where people are counted.
    NotWhole(String),
    /// Beyond what such a figure can be.
    OutOfRange(String),
    /// A range with the higher number first.
    Reversed,
    /// A best estimate outside its range.
    Outside,
    /// Under zero.
    UnderZero,
    /// A per cent in a column of people.
    PercentOfPeople,
    /// Words beside a number that are not known: they may say how exact it is.
    UnknownWords(String),
    /// More numbers than one figure has.
    SeveralNumbers,
    /// A hedge that is not known, in a column for hedges.
    UnknownHedge,
    /// A part of a figure without the other part that it needs.
    PartMissing(Column),
    /// Two cells of the row give the same figure in two ways.
    TwoFigures(Column),
    /// No date.
    NotDate,
    /// A date without a year.
    NoYear,
    /// None of the words that the column may hold.
    NotOneOf(String),
    /// No address of a page.
    NotLink,
    /// Another row has this id.
    SameId {
        /// The row.
        row: usize,
    },
    /// There is no claim of this id.
    NoSuchClaim,
    /// The claim that is named gives no size of its force.
    NoDeployed,
    /// A claim can't replace itself, not even by way of others.
    ReplacesItself,
    /// The claim that is named is about another force.
    OtherForce,
    /// A period that ends before it begins.
    PeriodReversed,
    /// One end of a period alone.
    PeriodHalf,
    /// A category that is counted in another column too.
    CountedTwice(Column),
    /// A row without a figure.
    NoFigure,
    /// A row without a source.
    NoSource,
    /// No JSON object of fields that a claim has.
    NotFields,
    /// What the check of the whole dataset found, in English.
    Dataset(String),
}

/// A text that a cell could have instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What it comes to.
    pub kind: RepairKind,
    /// The new text of the cell.
    pub cell: String,
}

/// What a repair comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepairKind {
    /// The text itself says it: a number or a date.
    Read,
    /// The number as it stands, with the source's own words beside it.
    Exactly,
    /// The number as an approximate one.
    About,
    /// The source's words alone, without a number.
    WordsAlone,
}

impl Repair {
    pub(super) fn read(cell: impl Into<String>) -> Self {
        Self { kind: RepairKind::Read, cell: cell.into() }
    }

    /// What it is called in a language.
    pub fn label(&self, language: &str) -> String {
        let words = Words::of(language);
        let text = match self.kind {
            RepairKind::Read => return self.cell.clone(),
            RepairKind::Exactly => "repair.exactly",
            RepairKind::About => "repair.about",
            RepairKind::WordsAlone => "repair.words",
        };
        words.text(text).replace("{cell}", &self.cell)
    }
}

impl Problem {
    /// Where it is and what is wrong, as a sentence in a language: `Row 7, column “Killed”: 1.000 could be 1,000 or 1. Which
    /// is meant?`
    pub fn message(&self, language: &str) -> String {
        let words = Words::of(language);
        let place = words.text(if self.column.is_some() { "place.cell" } else { "place.row" });
        let place = place.replace("{row}", &self.row.to_string()).replace("{column}", &self.head);
        [&*place, &*self.reason(language)].concat()
    }

    /// What is wrong, without its place.
    pub fn reason(&self, language: &str) -> String {
        let words = Words::of(language);
        let (name, blanks) = self.kind.wording(language);
        let mut text = words.text(name).replace("{cell}", &self.cell);
        for (blank, value) in blanks {
            text = text.replace(blank, &value);
        }
        text
    }
}

impl ProblemKind {
    /// The name of its text, and what fills its blanks.
    fn wording(&self, language: &str) -> (&'static str, Vec<(&'static str, String)>) {
        let label = |column: &Column| vec![("{other}", column.label(language))];
        let found = |text: &String| vec![("{text}", text.clone())];
        match self {
            Self::Ambiguous { text, one, other } => (
                "problem.ambiguous",
                vec![("{text}", text.clone()), ("{one}", one.clone()), ("{other}", other.clone())],
            ),
            Self::OtherMarks { text, likely } => {
                ("problem.other_marks", vec![("{text}", text.clone()), ("{likely}", likely.clone())])
            }
            Self::NotNumber(text) => ("problem.not_number", found(text)),
            Self::Negative(text) => ("problem.negative", found(text)),
            Self::NotWhole(text) => ("problem.not_whole", found(text)),
            Self::OutOfRange(text) => ("problem.out_of_range", found(text)),
            Self::Reversed => ("problem.reversed", Vec::new()),
            Self::Outside => ("problem.outside", Vec::new()),
            Self::UnderZero => ("problem.under_zero", Vec::new()),
            Self::PercentOfPeople => ("problem.percent_of_people", Vec::new()),
            Self::UnknownWords(text) => ("problem.unknown_words", found(text)),
            Self::SeveralNumbers => ("problem.several_numbers", Vec::new()),
            Self::UnknownHedge => ("problem.unknown_hedge", Vec::new()),
            Self::PartMissing(column) => ("problem.part_missing", label(column)),
            Self::TwoFigures(column) => ("problem.two_figures", label(column)),
            Self::NotDate => ("problem.not_date", Vec::new()),
            Self::NoYear => ("problem.no_year", Vec::new()),
            Self::NotOneOf(known) => ("problem.not_one_of", vec![("{known}", known.clone())]),
            Self::NotLink => ("problem.not_link", Vec::new()),
            Self::SameId { row } => ("problem.same_id", vec![("{other}", row.to_string())]),
            Self::NoSuchClaim => ("problem.no_such_claim", Vec::new()),
            Self::NoDeployed => ("problem.no_deployed", Vec::new()),
            Self::ReplacesItself => ("problem.replaces_itself", Vec::new()),
            Self::OtherForce => ("problem.other_force", Vec::new()),
            Self::PeriodReversed => ("problem.period_reversed", Vec::new()),
            Self::PeriodHalf => ("problem.period_half", Vec::new()),
            Self::CountedTwice(column) => ("problem.counted_twice", label(column)),
            Self::NoFigure => ("problem.no_figure", Vec::new()),
            Self::NoSource => ("problem.no_source", Vec::new()),
            Self::NotFields => ("problem.not_fields", Vec::new()),
            Self::Dataset(message) => ("problem.dataset", found(message)),
        }
    }
}

/// What is wrong with the text of a cell, wherever the cell stands.
#[derive(Clone, Debug, PartialEq)]
pub struct CellError {
    /// What is wrong.
    pub kind: ProblemKind,
    /// What the cell could say instead.
    pub repairs: Vec<Repair>,
}

impl CellError {
    pub(super) fn at(self, row: usize, column: usize, head: &str, cell: &str) -> Problem {
        let Self { kind, repairs } = self;
        Problem { row, column: Some(column), head: head.to_owned(), cell: cell.to_owned(), kind, repairs }
    }
}

impl From<ProblemKind> for CellError {
    fn from(kind: ProblemKind) -> Self {
        Self { kind, repairs: Vec::new() }
    }
}
