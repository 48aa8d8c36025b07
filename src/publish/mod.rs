//! What a newsroom publishes beside the calculator itself: the calculator for readers without a script, the figure to
//! paste, the text for feeds, the figures for further work, a frame's page and its oEmbed answer; the HTML that editors copy
//! into pages, and one archive of it all with a page that says what goes where.
//!
//! The command line and the builder make the same files, by this code: it opens no file and knows neither fonts nor a
//! browser. Yew draws asynchronously and on one thread, so [`Publication::draw`] is asynchronous; nothing after it is.

mod address;
mod archive;
mod archive_page;
mod codes;
mod error;
mod figures_json;
mod frame_page;
mod oembed;
mod options;
mod picture;
mod publication;
mod static_html;

pub use address::DATA_FILE;
pub use archive::archive;
pub use codes::Codes;
pub use error::Error;
pub use options::Options;
pub use picture::Picture;
pub use publication::{FRAME_PAGE, File, Publication};
