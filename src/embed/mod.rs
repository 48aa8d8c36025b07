//! The custom element, from the inside: what the loader makes for each `<casualty-calculator>` in a page.
//!
//! The only part that knows elements, events, addresses and JavaScript values. The element's class is the loader's
//! (`loader.js`), since a class can't be declared from here; it forwards everything. What else the browser's side does is in
//! `glue/`, which the build makes one file of, with wasm-bindgen's bindings.

mod calculator;
mod controller;
mod session;
mod stage;
mod values;

pub use calculator::Calculator;

/// Smaller than the standard library's, which is made for more threads and larger heaps than an element has.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
