//! Where a calculator is drawn. Yew never takes its listeners off an element that it once drew in, so what one calculator
//! leaves the next one takes over: a page that adds and removes them all day holds as many as it had at once.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::components::{App, AppProps};

/// An element with Yew's application in it.
pub(super) struct Stage {
    pub(super) mount: Element,
    app: RefCell<AppHandle<App>>,
}

thread_local! {
    /// Those that no calculator uses.
    static UNUSED: RefCell<Vec<Rc<Stage>>> = const { RefCell::new(Vec::new()) };
}

impl Stage {
    /// One that no calculator uses.
    pub(super) fn acquire() -> Rc<Self> {
        UNUSED.with_borrow_mut(Vec::pop).unwrap_or_else(Self::new)
    }

    fn new() -> Rc<Self> {
        let mount = gloo::utils::document().create_element("div").expect("a div can be made in every document");
        let app = Renderer::<App>::with_root_and_props(mount.clone(), AppProps::empty()).render();
        Self { mount, app: RefCell::new(app) }.into()
    }

    pub(super) fn render(&self, props: AppProps) {
        self.app.borrow_mut().update(props);
    }

    /// Empties it for the next calculator.
    pub(super) fn release(stage: &Rc<Self>) {
        stage.render(AppProps::empty());
        UNUSED.with_borrow_mut(|unused| unused.push(Rc::clone(stage)));
    }
}
