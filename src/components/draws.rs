//! How often each component is drawn. Counted only where a test asks for it; in what readers load, nothing is.

/// Notes that a component was drawn.
#[cfg(not(feature = "count-draws"))]
pub(super) fn drawn(_component: &str) {}

#[cfg(feature = "count-draws")]
pub(super) use counted::drawn;
#[cfg(feature = "count-draws")]
pub use counted::draws;

#[cfg(feature = "count-draws")]
mod counted {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    thread_local! {
        static DRAWS: RefCell<BTreeMap<String, u32>> = const { RefCell::new(BTreeMap::new()) };
    }

    pub fn drawn(component: &str) {
        DRAWS.with_borrow_mut(|draws| *draws.entry(component.to_owned()).or_default() += 1);
    }

    /// The counts so far, by component.
    pub fn draws() -> Vec<(String, u32)> {
        DRAWS.with_borrow(|draws| draws.clone().into_iter().collect())
    }
}
