//! What a reader does and what it leads to: a pure step from state to state.
//!
//! May use the domain and datasets; knows no view, no browser and no language.

mod bars;
mod derived;
mod history;
mod standing;

pub use bars::{Bar, Bars, Segment, axis};
pub use derived::{Derived, DerivedClaims};
pub use history::{Action, Notice, State, reduce};
pub use standing::Standing;
