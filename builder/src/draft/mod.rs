//! What somebody is making: a table of claims in words and the story around it, with undo. Pure: knows no browser.

mod edit;
mod history;
mod names;
mod story;
mod table;

pub use edit::Edit;
pub use history::{Act, Work};
pub use names::{Name, NameKind, names};
pub use story::{ForceDraft, NoteDraft, StoryDraft};
pub use table::{Draft, Row};
