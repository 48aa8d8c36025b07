//! The whole calculator.

use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::answer::answer;
use super::background::background;
use super::chart::{BarWords, claim_words};
use super::checks::{checks, claim_findings};
use super::comparison::{Face, comparison};
use super::draws::drawn;
use super::element::{El, On, el};
use super::inputs::{inputs, uses_more};
use super::rates::rate_list;
use super::shared::Shared;
use crate::dataset::Dataset;
use crate::domain::Scenario;
use crate::i18n::Locale;
use crate::state::{Action, Derived, DerivedClaims, Notice};

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
    /// Whether the inputs begin folded away, as on a phone.
    pub folded: bool,
    /// What to say about the last action.
    pub notice: Option<Notice>,
}

/// What the element shows.
#[derive(Clone, PartialEq)]
pub enum Screen {
    /// The page's own content, until there are figures.
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

    /// Whether both show the same dataset in the same language.
    fn speaks_alike(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Ready(one), Self::Ready(other)) => one.dataset == other.dataset && one.locale == other.locale,
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
    /// Takes what a reader does.
    pub dispatch: Callback<Action>,
}

/// What a reader looks at the figures with, beside the figures themselves.
pub enum Look {
    /// A face of the comparison.
    Face(Face),
    /// Ranges or single numbers, in turn.
    Ranges,
}

/// The calculator, or what stands in its place.
pub struct App {
    face: Face,
    ranged: bool,
    /// Whether the inputs that few need stand open: once one was in use, so that nothing closes under a reader's hands.
    more_open: bool,
    fixed: Fixed,
}

/// What no input changes: made once for a dataset and a language.
#[derive(Default)]
struct Fixed {
    words: Vec<BarWords>,
    findings: Vec<Html>,
    background: Html,
}

impl Fixed {
    fn of(screen: &Screen) -> Self {
        match screen {
            Screen::Ready(view) => {
                Self { words: claim_words(view), findings: claim_findings(view), background: background(view) }
            }
            _ => Self::default(),
        }
    }
}

impl Component for App {
    type Message = Look;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let screen = &context.props().screen;
        Self { face: Face::Chart, ranged: false, more_open: screen.uses_more(), fixed: Fixed::of(screen) }
    }

    fn changed(&mut self, context: &Context<Self>, old: &AppProps) -> bool {
        let screen = &context.props().screen;
        if !screen.speaks_alike(&old.screen) {
            self.fixed = Fixed::of(screen);
        }
        self.more_open |= screen.uses_more();
        true
    }

    fn update(&mut self, _: &Context<Self>, look: Look) -> bool {
        match look {
            Look::Face(face) => self.face = face,
            Look::Ranges => self.ranged = !self.ranged,
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        drawn("App");
        let AppProps { screen, trouble, dispatch } = context.props();
        let said = trouble.as_deref().unwrap_or_default();
        let trouble =
            el("p", "trouble").with("part", "trouble").with("role", "alert").hidden(trouble.is_none()).text(said);
        // Two faces of one place: the keys keep them apart. The slot shows the page's own content.
        let shown = el("div", "").child(trouble);
        let shown = match screen {
            Screen::Waiting | Screen::Failed => shown.key("page").child(el("slot", "")),
            Screen::Ready(view) => {
                let look = context.link().callback(|look| look);
                let panel = inputs(view, (self.more_open, self.ranged), dispatch, &look);
                shown.key("calculator").child(
                    calculator(view, panel, dispatch)
                        .child(comparison(view, &self.fixed.words, self.face, &look))
                        .child(checks(view, &self.fixed.findings))
                        .node(self.fixed.background.clone()),
                )
            }
        };
        shown.into()
    }
}

fn calculator(view: &View, inputs: El, dispatch: &Callback<Action>) -> El {
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
    let summary = dataset.summary.as_deref().map(|summary| el("p", "summary").with("part", "summary").text(summary));
    let question = el("h2", "question").with("part", "question").text(&dataset.title);
    el("article", "calculator")
        .on(On::KeyDown, onkeydown)
        .with("part", "calculator")
        .set("lang", locale.words_tag())
        .child(el("header", "head").child(question).child(answer(view)).children(summary))
        .child(el("div", "desk").child(inputs).child(rate_list(view)))
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
