//! What the browser does for the page beyond drawing it: the clipboard, files, pictures.

mod clipboard;
mod files;
mod pictures;

pub use clipboard::{copy, pasted_rows};
pub use files::{NotText, dropped, fetched, file_of, save, text_of};
pub use pictures::png;
