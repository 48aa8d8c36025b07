//! What is not the live page: pictures, the fallback for readers without a script, the figure to paste, the text for feeds.

pub(super) mod chart_image;
#[cfg(feature = "publish")]
mod fallback;
#[cfg(feature = "publish")]
mod feed;
mod scenarios;
pub(super) mod sheet;
#[cfg(feature = "publish")]
mod snippet;
#[cfg(feature = "publish")]
mod social_image;

pub use chart_image::chart_image;
#[cfg(feature = "publish")]
pub use fallback::{Fallback, FallbackProps};
#[cfg(feature = "publish")]
pub use feed::feed;
pub use scenarios::shared_scenarios;
#[cfg(feature = "publish")]
pub use snippet::{Snippet, SnippetProps};
#[cfg(feature = "publish")]
pub use social_image::{SIZE as SOCIAL_IMAGE_SIZE, social_image};
