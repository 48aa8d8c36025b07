//! The interface's words, and numbers and dates as a language writes them.
//!
//! The messages and the reading of typed numbers are pure. A [`Locale`] joins them with what writes numbers and dates:
//! the browser's Intl in the element, icu4x on the machine. Words about figures are made here and nowhere else.

#[cfg(feature = "view")]
mod attribution;
#[cfg(feature = "view")]
mod claim_figures;
#[cfg(feature = "view")]
mod dates;
#[cfg(feature = "authoring")]
mod hedge_words;
#[cfg(feature = "view")]
mod labels;
mod languages;
mod message;
mod number_entry;
#[cfg(feature = "view")]
mod sentence;
#[cfg(feature = "view")]
mod working;

#[cfg(feature = "json")]
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

#[cfg(feature = "view")]
pub use attribution::{
    chain, claim_name, claim_status, force_name, originator, parties_to_war, party_description, subject_name,
};
#[cfg(feature = "json")]
pub use catalogue::{CATALOGUES, compact, words_of};
#[cfg(feature = "publish")]
pub use claim_figures::{COLUMNS, given_in_column};
#[cfg(feature = "view")]
pub use claim_figures::{
    append_figure, claim_figures, counted_together, group_figure, scenario_figures, stated_rate, total_and_rate,
    total_counts, total_note,
};
#[cfg(feature = "view")]
pub use dates::{as_of, as_of_phrase, claim_dates, published_until};
#[cfg(feature = "authoring")]
pub(crate) use hedge_words::hedged_text;
#[cfg(feature = "authoring")]
pub use hedge_words::read_words;
#[cfg(feature = "table")]
pub(crate) use hedge_words::{find_fraction, find_hedge};
#[cfg(feature = "view")]
pub use labels::{column_label, fill_label, hedge_message, quantity_label, rate_label};
pub use languages::{LANGUAGES, language_of};
#[cfg(feature = "view")]
pub use locale::{Locale, Piece};
pub use message::Message;
#[cfg(feature = "table")]
pub(crate) use number_entry::digit;
pub use number_entry::{EntryError, Symbols, parse_entry};
#[cfg(feature = "view")]
pub use sentence::{Quotation, Sentence, quotation, sentence, whose_figures};
#[cfg(feature = "view")]
pub use wording::{Worded, Words};
