//! What a reader sees. Components only draw: every number reaches them computed, every text is worded by `i18n`, and what
//! a reader does leaves them as an [`Action`](crate::state::Action). They know no element, no address and no JSON.
//!
//! From the bottom up, each may use what stands before it: `shared`; [`view`], what the parts are drawn from; `html`, how
//! elements are made; `export`'s pictures; the sections (`answer`, `force_picture`, `inputs`, `rate_list`, and below them
//! `comparison`, `checks`, `background`); `lazy`, the second half, with the order of what stands below; `page`, all of it in its
//! order; the fallback in `export`; `app`.
//!
//! Each component has one root element for as long as it lives, and lists are keyed: Yew 0.23 loses focus or fails where
//! siblings come and go otherwise. A section is a Yew component where it can be left alone while inputs change, and a
//! function elsewhere: a component type costs a reader some hundred bytes.

mod answer;
mod app;
mod background;
mod checks;
mod comparison;
mod export;
mod force_picture;
mod forces;
mod html;
mod inputs;
mod lazy;
mod page;
mod page_context;
mod rate_list;
mod shared;
pub mod view;

pub use app::{App, AppProps, Screen};
#[cfg(feature = "publish")]
pub(crate) use export::sheet::escaped;
#[cfg(feature = "publish")]
pub use export::{Fallback, FallbackProps, SOCIAL_IMAGE_SIZE, Snippet, SnippetProps, feed, social_image};
pub use export::{chart_image, shared_scenarios};
#[cfg(feature = "count-draws")]
pub use html::draws::draw_counts;
pub use html::event::text_property;
pub use lazy::saved_text;
pub use page_context::PageContext;
pub use shared::Shared;
pub use view::{FileFormat, HEADING, LoadState, Story, View};
