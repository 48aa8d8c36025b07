//! The built calculator in real browsers: what the tests in `tests/` stand on.
//!
//! [`server`] serves the build beside this project's own pages and what [`snippets`] takes from the documents, [`hosts`]
//! spoils it as other people's servers do, [`web_server`] runs such servers with the settings in `docs/serving/`, [`engine`] is the one place
//! that knows how a browser of each engine starts, [`browser`] keeps it from visit to visit, [`session`] is what it can do, and
//! [`page`] says what a test does with a page and finds on it. [`run`] runs the tests.

pub mod browser;
pub mod engine;
pub mod hosts;
pub mod page;
pub mod picture;
mod process;
pub mod run;
pub mod server;
pub mod session;
pub mod skip;
pub mod snippets;
pub mod web_server;
