//! What the page around a calculator says about the way to it.

use std::rc::Rc;

/// Gives the text of a field by its name.
type Fields = dyn Fn(&str) -> String;

/// Addresses and attributes, each empty where there is none. They are read where they are drawn, which few readers ask for;
/// two contexts are equal if they are the same one.
#[derive(Clone, Default)]
pub struct PageContext(Option<Rc<Fields>>);

impl PageContext {
    /// The context whose fields are found by these names: those of the methods.
    pub fn new(fields: impl Fn(&str) -> String + 'static) -> Self {
        Self(Some(Rc::new(fields)))
    }

    /// Where a link leads, up to the scenario.
    pub fn link(&self) -> String {
        self.field("link")
    }

    /// The page for frames, likewise.
    pub fn frame(&self) -> String {
        self.field("frame")
    }

    /// The loader.
    pub fn loader(&self) -> String {
        self.field("loader")
    }

    /// The element's attributes but the scenario, as they stand in HTML.
    pub fn attributes(&self) -> String {
        self.field("attributes")
    }

    /// The day as a reader's calendar has it, as `2025-01-15`.
    pub fn today(&self) -> String {
        self.field("today")
    }

    /// The address for a tab of its own, up to the scenario, where the page around may allow no downloads.
    pub fn tab(&self) -> String {
        self.field("tab")
    }

    fn field(&self, name: &str) -> String {
        self.0.as_ref().map(|fields| fields(name)).unwrap_or_default()
    }
}

impl PartialEq for PageContext {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}
