//! Checks: what does not fit in published figures, or what a reader should know before comparing them.
//!
//! A check states arithmetic and accuses nobody. It looks at what the wording allows, unless its file says that it
//! looks at printed numbers. Each check has a file here, a line in `code.rs` and one in `run.rs`. Those about one claim
//! also run on the reader's scenario.

mod code;
#[cfg(feature = "authoring")]
mod dates_disagree;
mod different_coverage;
mod different_dates;
mod finding;
mod later_figures;
mod more_than_deployed;
#[cfg(feature = "authoring")]
mod names_nearly_alike;
mod not_over;
mod originators;
mod outlying_ratio;
mod part_exceeds_whole;
mod parts_exceed_total;
mod parts_leave_nothing;
mod rate_hides_denominator;
mod rate_mismatch;
mod run;
#[cfg(feature = "authoring")]
mod same_claim_twice;
mod same_figure;
mod same_originator;
mod source_words;
mod stale_denominator;
mod subject_figures;
mod total_as_killed;
mod total_fell;
#[cfg(feature = "authoring")]
mod words_contradict;

pub use code::Check;
pub use finding::{Finding, Severity, Subject};
pub use run::{claim_findings, scenario_findings};
pub use source_words::{HedgedNumber, ReadWords};
