//! What a reader does, and what follows from it: pure functions from one state to the next.
//!
//! May use the domain and datasets; knows nothing of the view, the browser or languages.

mod bars;
mod derived;
mod drawing;
mod force;
mod history;
mod scenario_origin;
mod sort_order;

pub use bars::{Bar, Bars, ClaimBars, Scale, Segment, axis};
pub use derived::{Derived, DerivedClaims};
#[cfg(feature = "view")]
pub(crate) use drawing::is_spare;
pub use drawing::{Anchor, AxisMark, Fill, Whisker, WhiskerEnd};
pub use force::{ForcePicture, Mark, Run};
pub use history::{Action, Notice, State, reduce};
pub use scenario_origin::ScenarioOrigin;
pub use sort_order::{ComparisonOptions, SortOrder, sorted_claims};
