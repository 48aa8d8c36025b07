//! The HTML that an editor copies into a page.

use super::address::{self, Folder};
use super::options::Options;
use crate::components::{HEADING, escaped};

/// The height that a frame starts with, in pixels; its page tells its height once it is there.
const FRAME_HEIGHT: &str = "900";

/// The script by which a page follows the height of its frames, as `docs/embedding.md` shows it.
const FRAME_SCRIPT: &str = include_str!("frame-height.html");

/// The HTML that an editor copies, for each way of embedding.
#[derive(Clone, Debug, PartialEq)]
pub struct Codes {
    /// The address of the folder in which they expect the files, ending in a slash.
    pub folder: String,
    /// For a page that takes scripts: the script, the style sheet of what stands inside the element, and the element with
    /// the calculator for readers without a script inside.
    pub tag: String,
    /// For a page that takes frames only.
    pub frame: String,
    /// For a page with frames and a script of its own, once a page: the frames follow the height of what is in them.
    pub frame_script: &'static str,
    /// For a system that removes scripts from what editors paste: the figure of one story.
    pub pasted: String,
    /// What the template of such a site needs once, so that its figures become calculators.
    pub template: String,
}

/// What the codes hold of a publication.
pub(super) struct Parts<'a> {
    pub(super) title: &'a str,
    pub(super) fallback: &'a str,
    pub(super) snippet: String,
}

/// The codes for files in a folder.
pub(super) fn codes(folder: &Folder, options: &Options, parts: Parts) -> Codes {
    Codes {
        folder: folder.file(""),
        tag: tag(folder, options, parts.fallback),
        frame: frame(folder, options, parts.title),
        frame_script: FRAME_SCRIPT,
        pasted: parts.snippet,
        template: format!("{}\n{}", stylesheet(folder, "pasted.css"), script(folder, "upgrade.js")),
    }
}

fn tag(folder: &Folder, options: &Options, fallback: &str) -> String {
    let src = options.src.as_ref().map(|src| folder.resolved(src));
    let (style, script) = (stylesheet(folder, "fallback.css"), script(folder, "casualty-calculator.js"));
    format!("{style}\n{script}\n{}", element(options, src.as_deref(), fallback))
}

/// The element with a dataset, and what stands in it for readers without a script.
pub(super) fn element(options: &Options, src: Option<&str>, fallback: &str) -> String {
    let heading = (options.heading != HEADING).then(|| options.heading.to_string());
    let mut attributes = String::new();
    for (name, value) in [
        ("lang", Some(&*options.language)),
        ("src", src),
        ("scenario", options.scenario.as_deref()),
        ("heading", heading.as_deref()),
    ] {
        if let Some(value) = value {
            attributes += &format!(" {name}=\"{}\"", escaped(value));
        }
    }
    format!("<casualty-calculator{attributes}>\n  {fallback}\n</casualty-calculator>")
}

fn frame(folder: &Folder, options: &Options, title: &str) -> String {
    let (title, address) = (escaped(title), escaped(&address::page(folder, options)));
    format!("<iframe title=\"{title}\" width=\"100%\" height=\"{FRAME_HEIGHT}\"\n  src=\"{address}\"></iframe>")
}

fn script(folder: &Folder, name: &str) -> String {
    format!("<script type=\"module\" src=\"{}\"></script>", escaped(&folder.file(name)))
}

fn stylesheet(folder: &Folder, name: &str) -> String {
    format!("<link rel=\"stylesheet\" href=\"{}\">", escaped(&folder.file(name)))
}
