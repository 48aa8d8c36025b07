//! How often each component is drawn. Counted only where a test asks for it; in what readers load, nothing is.

/// Notes that a component was drawn.
#[cfg(not(feature = "count-draws"))]
pub(crate) fn count_draw(_component: &str) {}

#[cfg(feature = "count-draws")]
pub(crate) use counted::count_draw;
#[cfg(feature = "count-draws")]
pub use counted::draw_counts;

#[cfg(feature = "count-draws")]
mod counted {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    thread_local! {
        static DRAWS: RefCell<BTreeMap<String, u32>> = const { RefCell::new(BTreeMap::new()) };
    }

    pub fn count_draw(component: &str) {
        DRAWS.with_borrow_mut(|draws| *draws.entry(component.to_owned()).or_default() += 1);
    }

    /// The counts so far, by component.
    pub fn draw_counts() -> Vec<(String, u32)> {
        DRAWS.with_borrow(|draws| draws.clone().into_iter().collect())
    }
}
