//! The built-in dataset.

/// The text of the dataset that an element without a `src` shows, without its translations and written as a browser
/// writes JSON. `build.rs` makes it from `data/kursk-january-2025.json`.
pub const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/built-in.json"));

/// The same dataset as it is in its file, with its translations.
#[cfg(feature = "json")]
pub const BUILT_IN_FILE: &str = include_str!("../../data/kursk-january-2025.json");
