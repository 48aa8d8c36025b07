//! The parts of the page, each drawn from the draft and what it comes to. They hand on what somebody does.

mod check;
mod choice;
mod claim_form;
mod code;
mod columns;
mod field;
mod forces;
mod grid;
mod grid_row;
mod incoming;
mod notes;
mod notice;
mod preview;
mod publish;
mod row_tools;
mod sending;
mod sources;
mod start;
mod story;
mod table;

pub use check::CheckPart;
pub use incoming::{Incoming, IncomingTable};
pub use notice::{Notice, NoticeBar};
pub use preview::PreviewPart;
pub use publish::PublishPart;
pub use sources::SourcesPart;
pub use start::{Beginning, Start};
pub use story::StoryPart;
pub use table::{TablePart, focus_cell, open_cell};
