//! What to publish of a dataset, and for where.

use crate::components::HEADING;

/// What to publish of a dataset, and for where.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The language tag of words, numbers and dates.
    pub language: String,
    /// The scenario's text, not percent-encoded, where it is not the dataset's own.
    pub scenario: Option<String>,
    /// The level of the question's heading, from 1 to 6; those of the parts follow.
    pub heading: usize,
    /// The full address of the folder where the files will be, beside the built ones. Without it there is neither a page
    /// for frames nor its oEmbed answer.
    pub url: Option<String>,
    /// The address at which the dataset will be, full or relative to the folder of the files. Without it what is published
    /// opens the built-in one.
    pub src: Option<String>,
    /// Whether the [pictures](super::Publication::pictures) will be published too, so that the frame's page and its oEmbed
    /// answer name one.
    pub pictures: bool,
}

impl Options {
    /// The dataset as it is, in a language, for no address.
    pub fn new(language: &str) -> Self {
        Self { language: language.to_owned(), scenario: None, heading: HEADING, url: None, src: None, pictures: true }
    }
}
