//! What a reader does and what it leads to: a pure step from state to state.
//!
//! May use the domain and datasets; knows no view, no browser and no language.

mod bars;
mod derived;
mod drawing;
mod force;
mod history;
mod order;
mod standing;

pub use bars::{Bar, Bars, ClaimBars, Scale, Segment, axis};
pub use derived::{Derived, DerivedClaims};
pub use drawing::{Anchor, AxisMark, Fill, Whisker, WhiskerEnd};
pub use force::{ForcePicture, Mark, Run};
pub use history::{Action, Notice, State, reduce};
pub use order::{Arrangement, Order, arranged};
pub use standing::Standing;
