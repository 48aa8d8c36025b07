//! The page of the frame, which names its oEmbed answer and its picture.

use super::address::Folder;
use super::options::Options;
use super::picture::SOCIAL_IMAGE;
use crate::components::{HEADING, SOCIAL_IMAGE_SIZE, escaped};

/// The page as it is built.
const PAGE: &str = include_str!("../embed/embed.html");

/// What the page has in the places of what is put into it here. A test looks for each.
const LANGUAGE: &str = "<html lang=\"en\">";
const TITLE: &str = "<title>Casualty Calculator</title>";
const ELEMENT: &str = " data-from-address>";
const FALLBACK: &str = "<!-- fallback -->";

/// The page for a dataset in a folder, whose address may be unknown.
pub(super) fn frame_page(title: &str, fallback: &str, folder: Option<&Folder>, options: &Options) -> String {
    let title = escaped(title);
    let mut head = format!("<title>{title}</title>");
    if let Some(folder) = folder {
        head += &oembed_link(folder, &title);
        if options.pictures {
            head += &picture(folder, &title);
        }
    }
    let heading = (options.heading != HEADING).then(|| options.heading.to_string());
    let mut element = String::from(" data-from-address");
    for (name, value) in [("src", &options.src), ("scenario", &options.scenario), ("heading", &heading)] {
        if let Some(value) = value {
            element += &format!(" {name}=\"{}\"", escaped(value));
        }
    }
    PAGE.replace(LANGUAGE, &format!("<html lang=\"{}\">", escaped(&options.language)))
        .replace(TITLE, &head)
        .replace(ELEMENT, &(element + ">"))
        .replace(FALLBACK, fallback)
}

fn oembed_link(folder: &Folder, title: &str) -> String {
    let address = escaped(&folder.file("oembed.json"));
    format!("\n  <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}\" title=\"{title}\">")
}

/// What names the picture to those who show a link to the page.
fn picture(folder: &Folder, title: &str) -> String {
    let (width, height) = SOCIAL_IMAGE_SIZE;
    let address = escaped(&folder.file(SOCIAL_IMAGE));
    let (width, height) = (width.to_string(), height.to_string());
    let mut lines = String::new();
    for (property, content) in [
        ("og:title", title),
        ("og:type", "website"),
        ("og:image", &address),
        ("og:image:width", &width),
        ("og:image:height", &height),
        ("og:image:alt", title),
    ] {
        lines += &format!("\n  <meta property=\"{property}\" content=\"{content}\">");
    }
    lines + "\n  <meta name=\"twitter:card\" content=\"summary_large_image\">"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_page_is_there_once() {
        for place in [LANGUAGE, TITLE, ELEMENT, FALLBACK] {
            assert_eq!(PAGE.matches(place).count(), 1, "{place}");
        }
    }
}
