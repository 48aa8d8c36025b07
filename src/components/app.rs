//! The calculator in its element, or what stands in its place.

use yew::prelude::*;

use super::html::draws::count_draw;
use super::html::element::el;
use super::inputs::uses_more_inputs;
use super::page::page;
use super::page_context::PageContext;
use super::shared::Shared;
use super::view::{FileFormat, LoadState, Page, View, ViewMsg, ViewState};
use crate::state::Action;

/// What the element shows.
#[derive(Clone, PartialEq)]
pub enum Screen {
    /// The page's own content, until there are figures.
    Waiting,
    /// The page's own content, since there can't be a calculator.
    Failed,
    /// The calculator.
    Ready(Shared<View>),
}

/// What the calculator is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What to show.
    pub screen: Screen,
    /// What went wrong, in words; the screen stays as it was.
    pub trouble: Option<AttrValue>,
    /// Whether the second half is there.
    pub load_state: LoadState,
    /// What the host page says about the way to the calculator, once the second half is there.
    pub page_context: PageContext,
    /// Takes what a reader does.
    pub dispatch: Callback<Action>,
    /// Takes what a reader wants to save.
    pub save: Callback<FileFormat>,
    /// Called each time all of it has been drawn.
    pub drawn: Callback<()>,
}

impl AppProps {
    /// Those of a place without a calculator.
    pub fn empty() -> Self {
        Self {
            screen: Screen::Waiting,
            trouble: None,
            load_state: LoadState::Waiting,
            page_context: PageContext::default(),
            dispatch: Callback::noop(),
            save: Callback::noop(),
            drawn: Callback::noop(),
        }
    }
}

/// The calculator, or what stands in its place. It holds how the reader looks at the figures; the figures are given.
pub struct App {
    state: ViewState,
    /// Always the same one, so that it makes no part look changed.
    onview: Callback<ViewMsg>,
}

impl App {
    fn open_inputs_in_use(&mut self, context: &Context<Self>) {
        if let Screen::Ready(view) = &context.props().screen {
            self.state.more_inputs_open |= uses_more_inputs(view);
        }
    }
}

impl Component for App {
    type Message = ViewMsg;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let onview = context.link().callback(|message| message);
        let mut app = Self { state: ViewState::default(), onview };
        app.open_inputs_in_use(context);
        app
    }

    fn changed(&mut self, context: &Context<Self>, _: &AppProps) -> bool {
        if context.props().screen == Screen::Waiting {
            // The next calculator that is drawn here begins afresh.
            self.state = ViewState::default();
        }
        self.open_inputs_in_use(context);
        true
    }

    fn update(&mut self, _: &Context<Self>, message: ViewMsg) -> bool {
        self.state.update(message);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        count_draw("App");
        let AppProps { screen, trouble, load_state, page_context, dispatch, save, .. } = context.props();
        let trouble = el("p", "trouble")
            .attr("part", "trouble")
            .attr("role", "alert")
            .hidden(trouble.is_none())
            .text(trouble.as_deref().unwrap_or_default());
        // The keys keep the two apart: they take turns in one place.
        let root = el("div", "").child(trouble);
        match screen {
            // The slot shows the page's own content.
            Screen::Waiting | Screen::Failed => root.key("page").child(el("slot", "")).into(),
            Screen::Ready(view) => {
                let whole = page(&Page {
                    view,
                    state: &self.state,
                    load_state: *load_state,
                    page_context,
                    dispatch,
                    onview: &self.onview,
                    save,
                    beside_comparison: None,
                });
                // `embed/glue/announcements.js` puts here what a change comes to, once the change has come to rest.
                let status = el("p", "visually-hidden announcements").attr("role", "status");
                root.key("calculator").child(whole.child(status)).into()
            }
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let AppProps { screen, drawn, .. } = context.props();
        if *screen != Screen::Waiting {
            drawn.emit(());
        }
    }
}
