//! What a reader sees. Components only draw: every number reaches them computed, every text is worded by `i18n`, and what
//! a reader does leaves them as an [`Action`](crate::state::Action). They know no element, no address and no JSON.
//!
//! Each component has one root element for as long as it lives, and lists are keyed: Yew 0.23 loses focus or fails where
//! siblings come and go otherwise. A component type costs a reader some 2 KB before compression, so there are components
//! where drawing anew is to be avoided, and functions everywhere else.

mod answer;
mod app;
mod background;
mod chart;
mod chart_image;
mod checks;
mod comparison;
mod compatibility;
mod draws;
mod element;
mod entry;
#[cfg(feature = "render")]
mod fallback;
#[cfg(feature = "render")]
mod feed;
mod force;
mod input_row;
mod inputs;
mod kept;
mod later;
mod page_context;
mod rates;
mod rule;
mod share;
mod shared;
mod sheet;
#[cfg(feature = "render")]
mod snippet;
#[cfg(feature = "render")]
mod social_image;
mod spread;
mod table;
mod timeline;

pub use app::{App, AppProps, HEADING, Screen, View};
pub use chart_image::chart_image;
pub use comparison::Face;
#[cfg(feature = "count-draws")]
pub use draws::draws;
#[cfg(feature = "render")]
pub use fallback::{Fallback, FallbackProps};
#[cfg(feature = "render")]
pub use feed::feed;
pub use later::{Document, Later, written};
pub use page_context::PageContext;
pub use shared::Shared;
#[cfg(feature = "render")]
pub use snippet::{Snippet, SnippetProps};
#[cfg(feature = "render")]
pub use social_image::{SIZE as SOCIAL_IMAGE_SIZE, social_image};
