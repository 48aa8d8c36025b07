//! The languages of the interface: English, which is inside, and those that have a catalogue.

/// The language of each catalogue and of English, by its tag and under its own name.
pub const LANGUAGES: [(&str, &str); 5] =
    [("en", "English"), ("uk", "Українська"), ("ru", "Русский"), ("ko", "한국어"), ("ar", "العربية")];

/// The language of a tag: its part before the first hyphen.
pub fn language_of(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}
