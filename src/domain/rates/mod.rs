//! Every rate of a scenario or a claim, with the tightest bounds that the inputs' bounds allow.
//!
//! The inputs vary independently, except that no category inside a stated total is larger than it. Each formula is
//! written so that every input occurs in it once. Then it rises or falls with each input alone, and the least and the
//! greatest value are found at the ends of the inputs' bounds.
//!
//! What is solved for changes the formulas, not only a number in them, so each choice has a file of its own. The
//! formulas that it does not change are in `table.rs`.

mod formulas;
mod input_terms;
mod inputs;
mod solved_casualties;
mod solved_deployed;
mod solved_rate;
mod table;
mod term;
mod total;

pub use inputs::{Doubt, Inputs};
pub use table::Rates;
pub(super) use term::Term;
