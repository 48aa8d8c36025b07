//! The whole calculator.

use yew::prelude::*;

use super::answer::answer;
use super::background::Background;
use super::comparison::Comparison;
use super::draws::drawn;
use super::inputs::inputs;
use super::rates::rate_list;
use super::shared::Shared;
use crate::dataset::Dataset;
use crate::domain::{Row, Scenario};
use crate::i18n::Locale;
use crate::state::{Action, Derived, Notice};

/// Everything that the calculator draws from.
#[derive(Clone, PartialEq)]
pub struct View {
    /// The claims and their texts.
    pub dataset: Shared<Dataset>,
    /// The claims' rates.
    pub rows: Shared<Vec<Row>>,
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
    Ready(Box<View>),
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

/// The calculator, or what stands in its place.
#[component]
pub fn App(props: &AppProps) -> Html {
    drawn("App");
    let trouble = html! {
        <p class="trouble" part="trouble" role="alert" hidden={props.trouble.is_none()}>{ props.trouble.clone() }</p>
    };
    // Two faces of one place: the keys keep them apart. The slot shows the page's own content.
    match &props.screen {
        Screen::Waiting | Screen::Failed => html! { <div key="page">{ trouble }<slot /></div> },
        Screen::Ready(view) => html! { <div key="calculator">{ trouble }{ calculator(view, &props.dispatch) }</div> },
    }
}

fn calculator(view: &View, dispatch: &Callback<Action>) -> Html {
    let View { dataset, locale, .. } = view;
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(action) = undo_or_redo(&event) {
                event.prevent_default();
                dispatch.emit(action);
            }
        })
    };
    html! {
        <article class="calculator" part="calculator" lang={locale.words_tag().to_owned()} {onkeydown}>
            <header class="head">
                <h2 class="question" part="question">{ &*dataset.title }</h2>
                { Html::from(answer(view)) }
            </header>
            <div class="desk">{ Html::from(inputs(view, dispatch)) }{ Html::from(rate_list(view)) }</div>
            <Comparison view={view.clone()} />
            <Background dataset={dataset.clone()} locale={locale.clone()} />
        </article>
    }
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
