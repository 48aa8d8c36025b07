//! Datasets: what a file may hold, what the program takes it to mean ([`Dataset`]), and the one way from the first to
//! the second, where all errors come from.
//!
//! May use the domain and the names of the interface's messages; knows nothing of the view or the browser.

#[cfg(feature = "authoring")]
mod advice;
mod built_in;
mod claim_format;
mod error;
mod format;
#[cfg(feature = "json")]
mod json;
mod limits;
mod model;
mod node;
mod reader;
mod scenario_text;
#[cfg(feature = "json")]
mod schema;
mod translation;

#[cfg(feature = "table")]
pub(crate) use advice::has_number_word;
pub use built_in::BUILT_IN;
#[cfg(feature = "json")]
pub use built_in::BUILT_IN_FILE;
#[cfg(feature = "table")]
pub(crate) use claim_format::CLAIM;
pub use error::DatasetError;
pub use format::{ForceScenario, read_dataset, read_scenario};
#[cfg(feature = "json")]
pub use json::{parse_dataset, parse_json, parse_translated};
#[cfg(feature = "web")]
pub(crate) use limits::too_many;
pub use limits::{MAX_BYTES, MAX_CLAIMS};
pub use model::{Dataset, Note};
pub use node::{Field, Node, Place, Value};
pub use scenario_text::{force_index, parse_scenarios, scenarios_text};
#[cfg(feature = "json")]
pub use schema::schema;
pub use translation::translated;
