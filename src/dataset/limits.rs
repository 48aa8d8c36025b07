//! How large a dataset may be.

use crate::domain::decimal_text;

/// The most claims that a dataset may have.
pub const MAX_CLAIMS: usize = 2_000;

/// The most bytes that a dataset's text may have.
pub const MAX_BYTES: usize = 4 << 20;

/// The message for more parts than are allowed.
pub(crate) fn too_many(max: usize, of: &str, found: usize) -> String {
    let number = |number: usize| decimal_text(number as f64);
    ["expected at most ", &number(max), " ", of, ", found ", &number(found)].concat()
}
