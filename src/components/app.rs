//! The whole calculator.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::answer::answer;
use super::background::background;
use super::chart::{BarWords, claim_rows, claim_words};
use super::checks::{checks, claim_findings};
use super::comparison::{Face, comparison};
use super::draws::drawn;
use super::element::{El, On, el, heading, truth, turn};
use super::force::force;
use super::inputs::{inputs, source_buttons, uses_more};
use super::kept::kept;
use super::later::{Document, Later, Part, part};
use super::page_context::PageContext;
use super::rates::rate_list;
use super::shared::Shared;
use super::table::KeptRow;
use crate::dataset::Dataset;
use crate::domain::{Distribution, Scenario};
#[cfg(feature = "render")]
use crate::i18n::words_of;
use crate::i18n::{Locale, Message};
#[cfg(feature = "render")]
use crate::state::State;
use crate::state::{Action, Arrangement, Derived, DerivedClaims, Notice, Standing, arranged};

/// Everything that the calculator draws from.
pub struct View {
    /// The claims and their texts.
    pub dataset: Shared<Dataset>,
    /// What follows from the claims.
    pub claims: Shared<DerivedClaims>,
    /// The words.
    pub locale: Shared<Locale>,
    /// The inputs.
    pub scenario: Scenario,
    /// What follows from them.
    pub derived: Shared<Derived>,
    /// Whether a step can be taken back.
    pub can_undo: bool,
    /// Whether one can be done again.
    pub can_redo: bool,
    /// The level of the question's heading, from 1 to 6; those of the parts follow.
    pub heading: usize,
    /// Whether the inputs begin folded away, as on a phone.
    pub folded: bool,
    /// What to say about the last action.
    pub notice: Option<Notice>,
}

/// The level of the question's heading where a page says nothing of it: the story has the first.
pub const HEADING: usize = 2;

#[cfg(feature = "render")]
impl View {
    /// What a calculator shows whose reader has come to a state.
    pub fn of(dataset: Dataset, language: &str, state: &State) -> Self {
        let claims = DerivedClaims::of(&dataset);
        // A catalogue that is not whole fails the build.
        let words = words_of(language).ok().flatten();
        Self {
            derived: Derived::of(state.scenario(), &dataset, &claims).into(),
            claims: claims.into(),
            locale: Locale::new(language, words.clone(), dataset.texts_for(language, words.is_some())).into(),
            scenario: *state.scenario(),
            can_undo: state.can_undo(),
            can_redo: state.can_redo(),
            heading: HEADING,
            folded: false,
            notice: state.notice,
            dataset: dataset.into(),
        }
    }
}

/// What the element shows.
#[derive(Clone, Default, PartialEq)]
pub enum Screen {
    /// The page's own content, until there are figures.
    #[default]
    Waiting,
    /// The page's own content, and why there is no calculator.
    Failed,
    /// The calculator.
    Ready(Shared<View>),
}

impl Screen {
    fn uses_more(&self) -> bool {
        matches!(self, Self::Ready(view) if uses_more(view))
    }

    /// Whether both show the same dataset in the same language under the same headings.
    fn speaks_alike(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Ready(one), Self::Ready(other)) => {
                one.dataset == other.dataset && one.locale == other.locale && one.heading == other.heading
            }
            _ => false,
        }
    }
}

/// What the calculator is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What to show.
    pub screen: Screen,
    /// What went wrong, in words; the screen stays as it was.
    #[prop_or_default]
    pub trouble: Option<AttrValue>,
    /// Whether the parts that few readers open are there.
    pub later: Later,
    /// What the page says about the way to the calculator, once the parts that few readers open are there.
    pub page_context: PageContext,
    /// Takes what a reader does.
    pub dispatch: Callback<Action>,
    /// Takes what a reader wants to save.
    pub save: Callback<Document>,
    /// Hears that all of it is drawn.
    #[prop_or_default]
    pub drawn: Callback<()>,
}

impl AppProps {
    /// Those of a place where no calculator is yet, or none any more.
    pub fn empty() -> Self {
        Self {
            screen: Screen::Waiting,
            trouble: None,
            later: Later::Waiting,
            page_context: PageContext::default(),
            dispatch: Callback::noop(),
            save: Callback::noop(),
            drawn: Callback::noop(),
        }
    }
}

/// What a reader looks at the figures with, beside the figures themselves.
#[derive(Clone, Copy)]
pub enum Look {
    /// A face of the comparison.
    Face(Face),
    /// The sources on another scale or in another order.
    Arrangement(Arrangement),
    /// Ranges or single numbers, in turn.
    Ranges,
    /// How the pairs of claims stand to each other, for one of the quantities that are compared.
    Pairs(Option<usize>),
    /// Random draws.
    Spread(Option<Distribution>),
    /// What can be taken along, or not.
    Share(bool),
}

/// The calculator, or what stands in its place.
#[derive(Default)]
pub struct App {
    face: Face,
    arrangement: Arrangement,
    ranged: bool,
    pairs: Option<usize>,
    spread: Option<Distribution>,
    shares: bool,
    /// Whether the inputs that few need stand open: once one was in use, so that nothing closes under a reader's hands.
    more_open: bool,
    fixed: Fixed,
}

/// What few inputs change, or none: made when it does, and kept until then.
#[derive(Default)]
struct Fixed {
    /// Of each claim's bar; made once for a dataset and a language, and when what rows open to is there.
    words: Vec<BarWords>,
    later: Later,
    /// Made once for a dataset and a language, like what follows.
    findings: Shared<Html>,
    background: Shared<Html>,
    /// The places of the claims in the order that was asked for.
    order: Vec<usize>,
    /// The claims' bars, and the arrangement and the end of the axis that they were made for.
    rows: Shared<Html>,
    made_for: (Arrangement, f64),
    /// The buttons of the sources, and the claim whose figures stood.
    sources: Shared<Html>,
    chosen: Option<Rc<str>>,
    /// Made when a reader asks for them.
    table_rows: RefCell<Vec<KeptRow>>,
    timeline: Shared<Html>,
    pairs: Shared<Html>,
}

impl Fixed {
    fn of(screen: &Screen) -> Self {
        match screen {
            Screen::Ready(view) => {
                Self { findings: claim_findings(view).into(), background: background(view).into(), ..Self::default() }
            }
            _ => Self::default(),
        }
    }

    /// Makes anew what the inputs change.
    fn follow(&mut self, props: &AppProps, arrangement: Arrangement, mut anew: bool) {
        let AppProps { screen: Screen::Ready(view), later, dispatch, .. } = props else { return };
        if anew || self.later != *later {
            self.words = claim_words(view, *later);
            self.later = *later;
            anew = true;
        }
        let made_for = (arrangement, view.derived.bars[arrangement.scale as usize].end);
        if anew || self.made_for.0 != arrangement {
            self.order = arranged(&view.dataset.claims, &view.claims.rows, arrangement);
        }
        if anew || self.made_for != made_for {
            self.made_for = made_for;
            self.rows = claim_rows(view, &self.words, arrangement.scale, &self.order).into();
        }
        let chosen = Standing::of(&view.scenario, &view.dataset).claim.map(|claim| Rc::clone(&claim.id));
        if anew || self.chosen != chosen {
            self.sources = source_buttons(view, chosen.as_deref(), dispatch).into();
            self.chosen = chosen;
        }
    }
}

impl Component for App {
    type Message = Look;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let mut app = Self::default();
        app.follow(context, true);
        app
    }

    fn changed(&mut self, context: &Context<Self>, old: &AppProps) -> bool {
        let AppProps { screen, later, .. } = context.props();
        let anew = !screen.speaks_alike(&old.screen);
        if matches!(screen, Screen::Waiting) {
            // For whoever comes next, nothing stands open.
            *self = Self::default();
        }
        self.follow(context, anew);
        if anew || *later != old.later {
            self.show(context);
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, look: Look) -> bool {
        match look {
            Look::Face(face) => self.face = face,
            Look::Arrangement(arrangement) => {
                self.arrangement = arrangement;
                self.follow(context, false);
            }
            Look::Ranges => self.ranged = !self.ranged,
            Look::Pairs(pairs) => self.pairs = pairs,
            Look::Spread(spread) => self.spread = spread,
            Look::Share(shares) => self.shares = shares,
        }
        self.show(context);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        drawn("App");
        let AppProps { screen, trouble, later, dispatch, .. } = context.props();
        let said = trouble.as_deref().unwrap_or_default();
        let trouble =
            el("p", "trouble").with("part", "trouble").with("role", "alert").hidden(trouble.is_none()).text(said);
        // Two faces of one place: the keys keep them apart. The slot shows the page's own content.
        let shown = el("div", "").child(trouble);
        let shown = match screen {
            Screen::Waiting | Screen::Failed => shown.key("page").child(el("slot", "")),
            Screen::Ready(view) => {
                let look = context.link().callback(|look| look);
                let Fixed { order, rows, sources, findings, background, table_rows, timeline, pairs, .. } = &self.fixed;
                let panel = inputs(view, sources, (self.more_open, self.ranged), dispatch, &look);
                let other = match self.face {
                    Face::Chart => Html::default(),
                    Face::Table => part(view, Part::Table(table_rows, order), *later, &look),
                    Face::Timeline => kept(timeline),
                };
                let drawn = self.spread.map(|spread| part(view, Part::Spread(spread), *later, &look));
                let next = if drawn.is_some() { None } else { Some(Distribution::Uniform) };
                let spread = opens(view, "spread", Message::SpreadTitle, drawn, (&look, Look::Spread(next)));
                let drawn = self.pairs.map(|_| kept(pairs));
                // The casualties first: most sources give them.
                let next = if drawn.is_some() { None } else { Some(2) };
                let pairs = opens(view, "pairs", Message::PairsTitle, drawn, (&look, Look::Pairs(next)));
                let drawn = self.shares.then(|| part(view, Part::Share(context.props()), *later, &look));
                let next = Look::Share(drawn.is_none());
                let share = opens(view, "share", Message::ShareTitle, drawn, (&look, next));
                // What a change comes to: the loader tells it, once the change has come to rest.
                let told = el("p", "visually-hidden announcements").with("role", "status");
                shown.key("calculator").child(
                    calculator(view, (panel, spread), dispatch)
                        .child(comparison(view, rows, (self.face, other), self.arrangement, &look))
                        .child(checks(view, findings, pairs))
                        .node(kept(background))
                        .child(share)
                        .child(told),
                )
            }
        };
        shown.into()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let AppProps { screen, drawn, .. } = context.props();
        if !matches!(screen, Screen::Waiting) {
            drawn.emit(());
        }
    }
}

impl App {
    /// Follows what is given; everything is new with another dataset or language.
    fn follow(&mut self, context: &Context<Self>, anew: bool) {
        let screen = &context.props().screen;
        if anew {
            self.fixed = Fixed::of(screen);
        }
        self.more_open |= screen.uses_more();
        self.fixed.follow(context.props(), self.arrangement, anew);
    }

    /// Makes what a reader looks at and no input changes.
    fn show(&mut self, context: &Context<Self>) {
        let AppProps { screen, later, .. } = context.props();
        let look = context.link().callback(|look| look);
        if let Screen::Ready(view) = screen {
            if self.face == Face::Timeline {
                self.fixed.timeline = part(view, Part::Timeline, *later, &look).into();
            }
            if let Some(index) = self.pairs {
                self.fixed.pairs = part(view, Part::Pairs(index), *later, &look).into();
            }
        }
    }
}

/// A button for a part that opens under it, and the part.
pub(super) fn opens(
    view: &View,
    class: &'static str,
    text: Message,
    shown: Option<Html>,
    (look, next): (&Callback<Look>, Look),
) -> El {
    let button = turn(look, next).with("data-later", class);
    let button = button.with("aria-expanded", truth(shown.is_some())).word(&view.locale, text);
    let section = el("div", class).child(button);
    match shown {
        Some(shown) => section.node(shown),
        // Beside one more or one less, Yew would make the button anew, and it would lose the focus.
        None => section.child(el("div", "").hidden(true)),
    }
}

/// The whole, as far as the rates.
pub(super) fn calculator(view: &View, (inputs, spread): (El, El), dispatch: &Callback<Action>) -> El {
    let View { dataset, locale, .. } = view;
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(action) = undo_or_redo(event.unchecked_ref()) {
                event.prevent_default();
                dispatch.emit(action);
            }
        })
    };
    let question =
        heading(view, 0, "question").with("part", "question").with("id", "question").told(view, &dataset.title);
    el("section", "calculator")
        .with("aria-labelledby", "question")
        .on(On::KeyDown, onkeydown)
        .with("part", "calculator")
        .set("lang", locale.words_tag())
        .set("dir", locale.direction())
        .child(el("header", "head").child(question).child(answer(view)).child(force(view)))
        .child(el("div", "desk").child(inputs).child(rate_list(view, spread)))
}

/// The usual keys, on every kind of keyboard.
fn undo_or_redo(event: &KeyboardEvent) -> Option<Action> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().as_str(), event.shift_key()) {
        ("z" | "Z", false) => Some(Action::Undo),
        ("z" | "Z", true) | ("y" | "Y", false) => Some(Action::Redo),
        _ => None,
    }
}
