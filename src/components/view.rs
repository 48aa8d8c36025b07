//! What the parts of the calculator are drawn from, and how a reader looks at it.

use std::cell::OnceCell;

use super::shared::Shared;
use crate::dataset::Dataset;
use crate::domain::{COMPARED, Claim, ComparableFigure, Distribution, Measure, Scenario};
#[cfg(feature = "render")]
use crate::i18n::words_of;
use crate::i18n::{Locale, Words};
#[cfg(feature = "render")]
use crate::state::State;
use crate::state::{ComparisonOptions, Derived, DerivedClaims, Notice};

/// The level of the question's heading where a page says nothing of it: the article has the first.
pub const HEADING: usize = 2;

/// What no input changes: the dataset, what follows from its claims, the language, the place in the page. Parts that are
/// given a story and nothing else are drawn once.
pub struct Story {
    /// The claims and their texts.
    pub dataset: Dataset,
    /// What follows from the claims.
    pub claims: DerivedClaims,
    /// The words, numbers and dates.
    pub locale: Locale,
    /// The level of the question's heading, from 1 to 6; those of the sections follow.
    pub heading: usize,
    compared: OnceCell<Vec<ComparedFigures>>,
}

/// The figures of [`COMPARED`] in words, empty where one is not given.
pub(super) type ComparedFigures = [String; COMPARED.len()];

impl Story {
    /// The story of a dataset in a language.
    pub fn new(dataset: Dataset, locale: Locale, heading: usize) -> Self {
        Self { claims: DerivedClaims::new(&dataset), dataset, locale, heading, compared: OnceCell::new() }
    }

    /// The claim whose force a claim is measured against, where it gives none of its own.
    pub(super) fn lender<'a>(&'a self, claim: &'a Claim) -> Option<&'a Claim> {
        let force = self.dataset.deployment.force(claim, &self.dataset.claims)?;
        force.borrowed_from
    }

    /// What each claim says of what is compared, as workings show it; put into words when it is first asked for.
    pub(super) fn compared(&self) -> &[ComparedFigures] {
        self.compared.get_or_init(|| {
            let mut all = Vec::new();
            for row in &self.claims.results {
                all.push(COMPARED.map(|quantity| compared_figure(row.comparable(quantity), &self.locale)));
            }
            all
        })
    }
}

/// One figure that is compared, as workings show it.
pub(super) fn compared_figure(figure: Option<&ComparableFigure>, locale: &Locale) -> String {
    let words = |figure: &ComparableFigure| Words(locale).working(figure.bounds, figure.printed, Measure::People);
    figure.map(words).unwrap_or_default()
}

/// Everything that the calculator is drawn from.
pub struct View {
    /// What no input changes.
    pub story: Shared<Story>,
    /// The inputs.
    pub scenario: Scenario,
    /// What follows from them.
    pub derived: Shared<Derived>,
    /// Whether a step can be undone.
    pub can_undo: bool,
    /// Whether one can be redone.
    pub can_redo: bool,
    /// Whether the inputs begin folded, as on a phone.
    pub folded: bool,
    /// What to tell the reader about the last action.
    pub notice: Option<Notice>,
}

#[cfg(feature = "render")]
impl View {
    /// What a calculator shows whose reader has come to a state.
    pub fn new(dataset: Dataset, language: &str, heading: usize, state: &State) -> Self {
        // A catalogue that is not whole fails the build.
        let words = words_of(language).ok().flatten();
        let own_texts = dataset.texts_for(language, words.is_some());
        let story = Story::new(dataset, Locale::new(language, words, own_texts), heading);
        Self {
            derived: Derived::new(state.scenario(), &story.dataset, &story.claims).into(),
            story: story.into(),
            scenario: *state.scenario(),
            can_undo: state.can_undo(),
            can_redo: state.can_redo(),
            folded: false,
            notice: state.notice,
        }
    }
}

/// What the comparison is shown as.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum ComparisonTab {
    /// Bars on one axis.
    #[default]
    Chart,
    /// Figures in rows.
    Table,
    /// Figures by date.
    Timeline,
}

/// How a reader looks at the figures, beside the figures themselves.
#[derive(Clone, Copy, Default)]
pub struct ViewState {
    /// What the comparison is shown as.
    pub tab: ComparisonTab,
    /// The scale of the chart and the order of the sources.
    pub arrangement: ComparisonOptions,
    /// Whether the inputs take ranges and wordings, or single numbers.
    pub ranged: bool,
    /// Which of [`COMPARED`] the sources are compared on pair by pair; nothing while that part is closed.
    pub pairs: Option<usize>,
    /// How random draws are made; nothing while that part is closed.
    pub spread: Option<Distribution>,
    /// Whether the share part is open.
    pub share_open: bool,
    /// Whether the inputs that few need are open: once one was in use, so that nothing closes under a reader's hands.
    pub more_inputs_open: bool,
}

/// A change of how a reader looks at the figures.
#[derive(Clone, Copy)]
pub enum ViewMsg {
    /// Shows the comparison as something else.
    Tab(ComparisonTab),
    /// Shows the sources on another scale or in another order.
    Arrange(ComparisonOptions),
    /// Switches between ranges and single numbers.
    ToggleRanges,
    /// Compares the sources pair by pair on one of [`COMPARED`], or closes that part.
    Pairs(Option<usize>),
    /// Draws at random from a distribution, or closes that part.
    Spread(Option<Distribution>),
    /// Opens or closes the share part.
    Share(bool),
}

impl ViewState {
    /// Applies a change.
    pub fn update(&mut self, message: ViewMsg) {
        match message {
            ViewMsg::Tab(tab) => self.tab = tab,
            ViewMsg::Arrange(arrangement) => self.arrangement = arrangement,
            ViewMsg::ToggleRanges => self.ranged = !self.ranged,
            ViewMsg::Pairs(pairs) => self.pairs = pairs,
            ViewMsg::Spread(spread) => self.spread = spread,
            ViewMsg::Share(open) => self.share_open = open,
        }
    }
}

/// Whether the parts that few readers open have been fetched.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum LoadState {
    /// Not yet.
    #[default]
    Waiting,
    /// They are there.
    Loaded,
    /// They could not be fetched.
    Failed,
}

/// A kind of file that a reader can save.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FileFormat {
    /// Every figure, a row each.
    Csv,
    /// The dataset, the scenario, and what follows.
    Json,
    /// The chart as a drawing.
    Svg,
    /// The chart as pixels.
    Png,
}

impl FileFormat {
    /// The extension of the file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// The name by which readers know it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Svg => "SVG",
            Self::Png => "PNG",
        }
    }
}
