//! Casualty Calculator: reported casualty figures, their rates and how the sources compare.
//!
//! The crate is built from the inside out. Each part may use the parts above it in this list, but none below it:
//!
//! - [`domain`]: figures, bounds, claims, scenarios, rates, comparison. Pure: no view, no JSON, no language.
//! - [`i18n`]: the interface's messages, the reading of typed numbers and, with the view, numbers and dates as a language
//!   writes them.
//! - [`dataset`]: what a dataset file may hold, and how its text becomes a dataset or a list of errors.
//! - [`state`]: a reader's actions, the scenario they lead to, undo and redo, and what follows from it.
//! - [`results`]: results as JSON values, for pages and for the command line.
//! - [`figures`]: all figures as a table for spreadsheets.
//! - `table`: claims as a spreadsheet has them, read into a dataset's claims and written back (feature `table`).
//! - `components`: the Yew components, which only draw (feature `view`).
//! - `publish`: what newsrooms publish beside the calculator (feature `publish`).
//! - `embed`: the custom element that a page loads (feature `web`).

pub mod dataset;
pub mod domain;
pub mod figures;
pub mod i18n;
pub mod state;

#[cfg(feature = "table")]
pub mod table;

#[cfg(feature = "view")]
pub mod components;

pub mod results;

mod text;

#[cfg(feature = "publish")]
pub mod publish;

#[cfg(feature = "web")]
pub mod embed;
