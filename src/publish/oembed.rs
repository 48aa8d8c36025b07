//! The oEmbed 1.0 answer for the page of the frame.

use super::address::Folder;
use super::picture::SOCIAL_IMAGE;
use crate::components::{SOCIAL_IMAGE_SIZE, escaped};

/// The initial size of a frame, in pixels. Its page reports its height once it is loaded.
const FRAME: (u32, u32) = (640, 900);

/// How long the answer may be cached, in seconds.
const CACHE_AGE: u32 = 86_400;

/// The answer for a page. `pictures` is the address of the folder with the pictures, if there are any.
pub(super) fn oembed(title: &str, page: &str, pictures: Option<&Folder>) -> String {
    let (width, height) = FRAME;
    let (named, address) = (escaped(title), escaped(page));
    let html = format!("<iframe title=\"{named}\" src=\"{address}\" width=\"{width}\" height=\"{height}\"></iframe>");
    let mut answer = serde_json::json!({
        "version": "1.0", "type": "rich", "title": title, "provider_name": "Casualty Calculator",
        "cache_age": CACHE_AGE, "width": width, "height": height, "html": html,
    });
    if let Some(folder) = pictures {
        let (width, height) = SOCIAL_IMAGE_SIZE;
        answer["thumbnail_url"] = folder.file(SOCIAL_IMAGE).into();
        answer["thumbnail_width"] = width.into();
        answer["thumbnail_height"] = height.into();
    }
    format!("{answer:#}\n")
}
