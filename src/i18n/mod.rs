//! The interface's words, and numbers and dates as a language writes them.
//!
//! The messages and the reading of typed numbers are pure. A [`Locale`] joins them with what writes numbers and dates:
//! the browser's Intl in the element, icu4x on the machine. Words about figures are made here and nowhere else.

mod languages;
mod message;
mod number_entry;

#[cfg(any(feature = "command", feature = "render"))]
mod catalogue;
#[cfg(feature = "render")]
#[path = "machine_formats.rs"]
mod formats;
#[cfg(all(feature = "view", not(feature = "render")))]
#[path = "browser_formats.rs"]
mod formats;
#[cfg(feature = "view")]
mod locale;
#[cfg(feature = "view")]
mod wording;

#[cfg(any(feature = "command", feature = "render"))]
pub use catalogue::{CATALOGUES, compact, words_of};
pub use languages::{LANGUAGES, language_of};
#[cfg(feature = "view")]
pub use locale::{Locale, Piece};
pub use message::Message;
pub use number_entry::{EntryError, Symbols, parse_entry};
#[cfg(feature = "view")]
pub use wording::{Worded, Words, hedge_message};
