//! What is not the live page: pictures, the fallback for readers without a script, the figure to paste, the text for feeds.

pub(super) mod chart_image;
#[cfg(feature = "render")]
mod fallback;
#[cfg(feature = "render")]
mod feed;
mod scenarios;
pub(super) mod sheet;
#[cfg(feature = "render")]
mod snippet;
#[cfg(feature = "render")]
mod social_image;

pub use chart_image::chart_image;
#[cfg(feature = "render")]
pub use fallback::{Fallback, FallbackProps};
#[cfg(feature = "render")]
pub use feed::feed;
pub use scenarios::shared_scenarios;
#[cfg(feature = "render")]
pub use snippet::{Snippet, SnippetProps};
#[cfg(feature = "render")]
pub use social_image::{SIZE as SOCIAL_IMAGE_SIZE, social_image};
