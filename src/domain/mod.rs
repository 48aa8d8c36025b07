//! The arithmetic of reported casualty figures.
//!
//! Only meanings and numbers live here. This module imports nothing from the rest of the crate, knows nothing of the
//! view, of JSON or of languages, and builds without any feature. What can't be computed is a value with a reason,
//! never a panic.

mod amount;
mod attribution;
mod bounds;
mod category;
mod check;
mod claim;
mod claim_results;
mod comparison;
mod compatibility;
mod date;
mod decimal;
mod figure;
mod force;
mod force_ratio;
mod input_range;
mod number;
mod quantity;
mod rate;
mod rates;
mod scenario;
mod spread;
mod unit;

pub use amount::Amount;
pub use attribution::{Attribution, Party, PartyKind, Source};
pub use bounds::{Bounds, End};
pub use category::{Categories, Category, Coverage};
pub use check::{Check, Finding, HedgedNumber, ReadWords, Severity, Subject, claim_findings, scenario_findings};
pub use claim::{Basis, Claim, Group, Lender, Period, Reported};
pub use claim_results::ClaimResults;
pub use comparison::{Comparison, Difference, compare};
pub use compatibility::{COMPARED, ComparableFigure, Relation, UnlikeReason, relation};
pub use date::{Date, DateError, Precision};
pub use decimal::{decimal_text, parse_decimal};
pub use figure::{Figure, FigureError, Hedge};
pub use force::{Denominator, Force, Reinforcement};
pub use force_ratio::{ForceRatio, force_ratios};
pub use input_range::InputRange;
pub use number::Number;
pub use quantity::Quantity;
pub use rate::{Measure, Rate, RateName, Unavailable};
pub use rates::{Doubt, Inputs, Rates};
pub use scenario::{Scenario, SolveFor};
pub use spread::{DOTS, DRAWS, Distribution, NoSpread, Spread};
pub use unit::Unit;
