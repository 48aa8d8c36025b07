//! Tables in words: a sheet of claims as people write them, read into the claims of a dataset, and written back without
//! loss. A row is a claim, a column is a field of it, and a cell says its figure in words: "over 10,000", "4,435 to 6,800".
//!
//! May use the domain, the reading of numbers and hedges, and datasets; knows nothing of files, the view or the browser. Its
//! words stand in `words/` and never reach a reader.
//!
//! ```
//! use std::collections::BTreeMap;
//! use casualty_calculator::table::{Settings, Sheet, claims, recognise};
//!
//! let sheet = Sheet::from_text("Source,Killed,As of\nThe agency,\"over 1,000\",15 January 2025\n");
//! let table = recognise(&sheet, &BTreeMap::new());
//! let read = claims(&table, &Settings::of("en"), &[]);
//! assert_eq!(read.claims[0]["killed"], serde_json::json!({"over": 1000}));
//! assert_eq!(read.claims[0]["as_of"], "2025-01-15");
//! assert!(read.problems.is_empty());
//! ```

mod attribution_cell;
mod cell;
mod claims;
mod column;
mod date_cell;
mod figure_cell;
mod heads;
mod number_cell;
mod of_claims;
mod problem;
mod settings;
mod sheet;
mod story;
mod words;

pub use cell::read_cell;
pub use claims::{NewForce, Outcome, claims};
pub use column::{Column, ColumnGroup, Part, Subject};
pub use heads::{Table, recognise, with_heads_in};
pub use of_claims::of_claims;
pub use problem::{CellError, Problem, ProblemKind, Repair, RepairKind};
pub use settings::Settings;
pub use sheet::{Row, Sheet};
pub use story::dataset;
