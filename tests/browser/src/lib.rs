//! The built calculator in real browsers: what the tests in `tests/` stand on.
//!
//! [`server`] serves the build beside this project's own pages and what [`readme`] says to copy, [`web_server`] runs
//! other people's servers with the settings in `docs/serving/`, [`session`] starts the browser and is the one place that
//! knows which it is, and [`page`] says what a test does with a page and finds on it.

pub mod page;
pub mod readme;
pub mod server;
pub mod session;
pub mod web_server;
