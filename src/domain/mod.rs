//! The arithmetic of reported casualty figures.
//!
//! Here live meanings and numbers only. This module imports nothing from the rest of the crate, knows no view, no JSON
//! and no language, and builds with no features on. What can't be computed is a value with a reason, never a panic.

mod amount;
mod attribution;
mod bounds;
mod category;
mod check;
mod claim;
mod comparison;
mod compatibility;
mod date;
mod decimal;
mod figure;
mod quantity;
mod rate;
mod rates;
mod scenario;
mod spread;

pub use amount::Amount;
pub use attribution::{Attribution, Kind, Party, Source};
pub use bounds::{Bounds, End};
pub use category::{Categories, Category, Coverage};
pub use check::{Check, Finding, Severity, Subject, claim_findings, scenario_findings};
pub use claim::{Basis, Claim, Deployment, Force, Group, Period, Reinforcement, Reported};
pub use comparison::{Comparison, Difference, Row, compare};
pub use compatibility::{COMPARED, Position, Relation, Unlike, relation};
pub use date::{Date, DateError, date_text, parse_date};
pub use decimal::{decimal_text, parse_decimal};
pub use figure::{Figure, FigureError, Hedge, Unit};
pub use quantity::Quantity;
pub use rate::{Measure, Rate, RateName, Unavailable};
pub use rates::{Inputs, Rates};
pub use scenario::{Scenario, SolveFor};
pub use spread::{DOTS, DRAWS, Distribution, NoSpread, Spread};
