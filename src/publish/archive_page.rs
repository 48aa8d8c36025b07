//! The page of an archive: what to do with its files, and the calculator as they show it.

use serde::Deserialize;

use super::address::{DATA_FILE, is_full};
use super::codes::{Codes, element};
use super::options::Options;
use crate::components::escaped;
use crate::i18n::language_of;

/// The words of each language.
const WORDS: [(&str, &str); 5] = [
    ("en", include_str!("words/en.json")),
    ("uk", include_str!("words/uk.json")),
    ("ru", include_str!("words/ru.json")),
    ("ko", include_str!("words/ko.json")),
    ("ar", include_str!("words/ar.json")),
];

/// The type that a server must name for the files with each extension.
const CONTENT_TYPES: [(&str, &str); 8] = [
    (".html", "text/html"),
    (".js", "text/javascript"),
    (".css", "text/css"),
    (".wasm", "application/wasm"),
    (".json", "application/json"),
    (".txt", "text/plain"),
    (".csv", "text/csv"),
    (".svg", "image/svg+xml"),
];

/// What the page says, a sentence or two each.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    upload: String,
    /// The same where the address is relative.
    upload_beside: String,
    names: String,
    tag: String,
    frame: String,
    frame_script: String,
    pasted: String,
    template: String,
    server: String,
    correction: String,
    others: String,
    preview: String,
    disk: String,
    /// Each file that a publication may have, and what it is for.
    files: Vec<(String, String)>,
}

/// What the page is about.
pub(super) struct Shown<'a> {
    /// The question.
    pub(super) title: &'a str,
    /// How the calculator is published.
    pub(super) options: &'a Options,
    /// The calculator for readers without a script.
    pub(super) fallback: &'a str,
    /// The names of the files that are there, but for the built ones that nobody asks for by name.
    pub(super) files: Vec<&'a str>,
}

/// The page in a language; in English, where there are no words in it.
///
/// # Errors
/// Where the words of the language are not whole.
pub(super) fn archive_page(language: &str, shown: &Shown, codes: &Codes) -> Result<String, serde_json::Error> {
    let wanted = language_of(language);
    let (language, words) = WORDS.into_iter().find(|(of, _)| *of == wanted).unwrap_or(WORDS[0]);
    let words: Words = serde_json::from_str(words)?;
    let direction = if language == "ar" { "rtl" } else { "ltr" };
    let title = escaped(shown.title);
    let heading = escaped(&words.title);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n  <meta charset=\"utf-8\">\n  \
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n  \
         <meta name=\"robots\" content=\"noindex\">\n  \
         <meta name=\"color-scheme\" content=\"light dark\">\n  <title>{heading}: {title}</title>\n  \
         <link rel=\"stylesheet\" href=\"fallback.css\">\n  \
         <script type=\"module\" src=\"casualty-calculator.js\"></script>\n</head>\n<body>\n<h1>{heading}</h1>\n"
    );
    if is_full(&codes.folder) {
        page += &(paragraph(&[&words.upload, " ", &words.names]) + &code(&codes.folder));
    } else {
        page += &paragraph(&[&words.upload_beside, " ", &words.names]);
    }
    for (text, html) in [
        (&words.tag, &*codes.tag),
        (&words.frame, &codes.frame),
        (&words.frame_script, codes.frame_script),
        (&words.pasted, &codes.pasted),
        (&words.template, &codes.template),
    ] {
        page += &(paragraph(&[text]) + &code(html));
    }
    page += &paragraph(&[&words.server]);
    page += &table(CONTENT_TYPES);
    page += &paragraph(&[&words.correction]);
    page += &format!("<h2>{}</h2>\n", escaped(&words.others));
    let there = words.files.iter().filter(|(name, _)| shown.files.contains(&name.as_str()));
    page += &table(there.map(|(name, text)| (name.as_str(), text.as_str())));
    page += &format!("<h2>{}</h2>\n{}", escaped(&words.preview), paragraph(&[&words.disk]));
    page += &element(shown.options, Some(DATA_FILE), shown.fallback);
    Ok(page + "\n</body>\n</html>\n")
}

fn paragraph(texts: &[&str]) -> String {
    format!("<p>{}</p>\n", escaped(&texts.concat()))
}

/// What is copied: it is always written from the left.
fn code(html: &str) -> String {
    // Not `escaped`: line breaks stay.
    let html = html.replace('&', "&amp;").replace('<', "&lt;");
    let rows = html.lines().count().min(8);
    format!(
        "<p><textarea readonly dir=\"ltr\" rows=\"{rows}\" cols=\"80\" spellcheck=\"false\">{html}</textarea></p>\n"
    )
}

/// Files and what is to be known of them.
fn table<'a>(rows: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut table = String::from("<table>\n");
    for (name, text) in rows {
        let (name, text) = (escaped(name), escaped(text));
        table += &format!("<tr><th scope=\"row\"><code dir=\"ltr\">{name}</code></th><td>{text}</td></tr>\n");
    }
    table + "</table>\n"
}
