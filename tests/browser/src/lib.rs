//! The built calculator in real browsers: what the tests in `tests/` stand on.
//!
//! [`server`] serves the build beside this project's own pages, [`engine`] is the one place that knows how a browser of
//! each engine starts, [`session`] what it can do, and [`page`] says what a test does with a page and finds on it.

pub mod engine;
pub mod hosts;
pub mod page;
mod process;
pub mod server;
pub mod session;
pub mod skip;
