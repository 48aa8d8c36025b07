//! What the parts of the calculator are drawn from, and how a reader looks at it.

use std::cell::OnceCell;
use std::rc::Rc;

use yew::prelude::{Callback, Html};

use super::page_context::PageContext;
use super::shared::Shared;
use crate::dataset::Dataset;
use crate::domain::{COMPARED, Claim, ComparableFigure, Distribution, Force, Measure, Scenario};
#[cfg(feature = "publish")]
use crate::i18n::words_of;
use crate::i18n::{Locale, Words};
use crate::state::Action;
#[cfg(feature = "publish")]
use crate::state::reduce;
use crate::state::{Bars, ClaimBars, ComparisonOptions, Derived, DerivedClaims, Scale, State};

/// The level of the question's heading where a page says nothing of it: the article has the first.
pub const HEADING: usize = 2;

/// What no input changes, of one force: the dataset, what follows from the force's claims, the language, the place in the
/// page. Parts that are given a story and nothing else are drawn once.
pub struct Story {
    /// The texts, and the claims of all forces.
    pub dataset: Rc<Dataset>,
    /// The place of the force in the dataset.
    pub force_index: usize,
    /// What follows from its claims.
    pub claims: DerivedClaims,
    /// The words, numbers and dates.
    pub locale: Rc<Locale>,
    /// The level of the question's heading, from 1 to 6; those of the sections follow.
    pub heading: usize,
    compared: OnceCell<Vec<ComparedFigures>>,
    bars: [OnceCell<ClaimBars>; 2],
}

/// The figures of [`COMPARED`] in words, empty where one is not given.
pub(super) type ComparedFigures = [String; COMPARED.len()];

impl Story {
    /// The stories of a dataset's forces in a language.
    pub fn of_forces(dataset: Dataset, locale: Locale, heading: usize) -> Rc<[Shared<Self>]> {
        #[cfg_attr(not(feature = "authoring"), expect(unused_mut, reason = "there is nothing to take out"))]
        let mut claims = DerivedClaims::of_forces(&dataset);
        // The browser's copy has no such checks, so what is drawn for it beforehand doesn't show them either.
        #[cfg(feature = "authoring")]
        for claims in &mut claims {
            claims.findings.retain(|finding| !finding.check.is_for_authors());
        }
        let (dataset, locale) = (Rc::new(dataset), Rc::new(locale));
        let mut stories = Vec::new();
        for (force_index, claims) in claims.into_iter().enumerate() {
            let (dataset, locale) = (Rc::clone(&dataset), Rc::clone(&locale));
            let (compared, bars) = (OnceCell::new(), [OnceCell::new(), OnceCell::new()]);
            stories.push(Self { dataset, force_index, claims, locale, heading, compared, bars }.into());
        }
        stories.into()
    }

    /// The force.
    pub fn force(&self) -> &Force {
        &self.dataset.forces[self.force_index]
    }

    /// The claim whose force a claim is measured against, where it gives none of its own.
    pub(super) fn lender<'a>(&'a self, claim: &'a Claim) -> Option<&'a Claim> {
        self.force().denominator(claim)?.borrowed_from
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

    /// The bars of its claims on a scale; made when they are first asked for.
    pub(super) fn bars(&self, scale: Scale) -> &ClaimBars {
        let claims = &self.force().claims;
        self.bars[scale as usize].get_or_init(|| ClaimBars::new(claims, &self.claims.results, scale))
    }
}

/// One figure that is compared, as workings show it.
pub(super) fn compared_figure(figure: Option<&ComparableFigure>, locale: &Locale) -> String {
    let words = |figure: &ComparableFigure| Words(locale).working(figure.bounds, figure.printed, Measure::People);
    figure.map(words).unwrap_or_default()
}

/// Everything that the calculator is drawn from.
pub struct View {
    /// What no input changes, of the force that is shown.
    pub story: Shared<Story>,
    /// The same of each force.
    pub stories: Rc<[Shared<Story>]>,
    /// The inputs of that force.
    pub scenario: Scenario,
    /// What follows from them.
    pub derived: Shared<Derived>,
    /// The inputs of all forces.
    pub state: Shared<State>,
    /// What follows from the inputs of each force.
    pub forces: Vec<Shared<Derived>>,
    /// Whether the inputs begin folded, as on a phone.
    pub folded: bool,
}

impl View {
    /// What is shown of all forces in a state, given the story of each and what follows from its inputs.
    pub fn new(
        stories: &Rc<[Shared<Story>]>,
        state: Shared<State>,
        forces: Vec<Shared<Derived>>,
        folded: bool,
    ) -> Self {
        let shown = state.shown();
        Self {
            story: stories[shown].clone(),
            stories: Rc::clone(stories),
            scenario: *state.scenario(),
            derived: forces[shown].clone(),
            state,
            forces,
            folded,
        }
    }

    /// The bar of its figures on a scale, and the axis that it shares with the claims'.
    pub(super) fn bars(&self, scale: Scale) -> Bars {
        Bars::new(&self.derived.inputs, &self.derived.rates, self.story.bars(scale), scale)
    }
}

#[cfg(feature = "publish")]
impl View {
    /// What a calculator shows whose reader has come to a state.
    pub fn of_state(dataset: Dataset, language: &str, heading: usize, state: State) -> Self {
        // A catalogue that is not whole fails the build.
        let words = words_of(language).ok().flatten();
        let own_texts = dataset.texts_for(language, words.is_some());
        let stories = Story::of_forces(dataset, Locale::new(language, words, own_texts), heading);
        let mut forces = Vec::new();
        for (index, story) in stories.iter().enumerate() {
            forces.push(Derived::new(state.scenario_of(index), &story.dataset, index, &story.claims).into());
        }
        Self::new(&stories, state.into(), forces, false)
    }

    /// The same with another force shown.
    pub fn of_force(&self, index: usize) -> Self {
        let state = reduce(&self.state, Action::ShowForce(index), &self.story.dataset);
        Self::new(&self.stories, state.into(), self.forces.clone(), self.folded)
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
    /// Whether the chart also shows figures that were replaced or withdrawn.
    pub shows_superseded: bool,
    /// Whether the inputs take ranges and wordings, or single numbers.
    pub ranged: bool,
    /// Which of [`COMPARED`] the sources are compared on pair by pair; nothing while that part is closed.
    pub pairs: Option<usize>,
    /// How random draws are made; nothing while that part is closed.
    pub spread: Option<Distribution>,
    /// Whether rows of the chart hold what they open to: once one was opened.
    pub claims_opened: bool,
    /// Whether the forces are shown side by side.
    pub sides_open: bool,
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
    /// Shows or hides figures that were replaced or withdrawn.
    ToggleSuperseded,
    /// Compares the sources pair by pair on one of [`COMPARED`], or closes that part.
    Pairs(Option<usize>),
    /// Draws at random from a distribution, or closes that part.
    Spread(Option<Distribution>),
    /// Fills the rows of the chart with what they open to.
    OpenClaims,
    /// Opens or closes the forces side by side.
    Sides(bool),
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
            ViewMsg::ToggleSuperseded => self.shows_superseded = !self.shows_superseded,
            ViewMsg::Pairs(pairs) => self.pairs = pairs,
            ViewMsg::Spread(spread) => self.spread = spread,
            ViewMsg::OpenClaims => self.claims_opened = true,
            ViewMsg::Sides(open) => self.sides_open = open,
            ViewMsg::Share(open) => self.share_open = open,
        }
    }
}

/// What the page is made of.
pub(super) struct Page<'a> {
    pub(super) view: &'a View,
    pub(super) state: &'a ViewState,
    pub(super) load_state: LoadState,
    /// What the host page says about the way to the calculator.
    pub(super) page_context: &'a PageContext,
    pub(super) dispatch: &'a Callback<Action>,
    pub(super) onview: &'a Callback<ViewMsg>,
    pub(super) save: &'a Callback<FileFormat>,
    /// What stands below the comparison where no script runs.
    pub(super) beside_comparison: Option<Html>,
}

/// Whether the second half of the calculator is there.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum LoadState {
    /// Not yet.
    #[default]
    Waiting,
    /// It is there.
    Loaded,
    /// It could not be fetched.
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
