//! What a draft comes to: a dataset, what is wrong with it, and what doesn't add up. By the same code as the command line.

mod file;
mod judge;
mod locales;
mod scenario;
mod sentence;

pub use judge::{CellProblem, Judged, judge};
pub use scenario::{SCENARIO_FIGURES, scenario_text};
