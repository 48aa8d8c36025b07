//! A language and a dataset's own wordings: everything that turns meaning into text.

use std::rc::Rc;

use super::formats::Formats;
use super::message::Message;
use super::number_entry::Symbols;
use crate::domain::{Category, Coverage, Date};
use crate::text::append;

/// A language, with the texts that a dataset words its own way.
pub struct Locale {
    tag: Rc<str>,
    formats: Formats,
    own_texts: Vec<(Message, Rc<str>)>,
}

/// A part of a text: plain, or what was filled in at a name.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// From the template.
    Plain(String),
    /// Filled in.
    Filled(String),
}

impl Locale {
    /// The language of a tag such as `en` or `de-CH`. The words are English in each; numbers and dates follow the tag.
    pub fn new(tag: &str, own_texts: Vec<(Message, Rc<str>)>) -> Self {
        Self { tag: Rc::from(tag), formats: Formats::of(tag), own_texts }
    }

    /// The language tag of the interface's words.
    pub fn words_tag(&self) -> &str {
        if self.tag.starts_with("en") { &self.tag } else { "en" }
    }

    /// The text of a message without blanks to fill.
    pub fn text(&self, message: Message) -> &str {
        let own = self.own_texts.iter().find(|(own, _)| *own == message);
        own.map_or(message.english(), |(_, text)| text)
    }

    /// The text of a message with its blanks filled. A name that the text does not use is ignored, one that it uses and
    /// that is not given stays as it is.
    pub fn fill(&self, message: Message, blanks: &[(&str, &str)]) -> String {
        filled(self.text(message), &|name| given(blanks, name))
    }

    /// The same in pieces, so that a view can set off what was filled in.
    pub fn pieces(&self, message: Message, blanks: &[(&str, &str)]) -> Vec<Piece> {
        pieces(self.text(message), &|name| given(blanks, name))
    }

    /// A number with at most so many decimals, at most four.
    pub fn number(&self, x: f64, decimals: usize) -> String {
        // A difference that rounds to nothing has no sign.
        let rounds_to_nothing = x < 0.0 && -x * 10_f64.powi(decimals as i32) < 0.5;
        self.formats.number(if rounds_to_nothing { 0.0 } else { x }, decimals)
    }

    /// A date in words.
    pub fn date(&self, date: Date) -> String {
        self.formats.date(date)
    }

    /// The marks that numbers are written with, for reading what is typed.
    pub fn symbols(&self) -> Symbols {
        let sample = self.number(1_234_567.5, 1);
        let marks: Vec<char> = sample.chars().filter(|c| !c.is_ascii_digit()).collect();
        let group = if marks.len() > 1 { marks[0] } else { ' ' };
        Symbols { group, decimal: marks.last().copied().unwrap_or('.') }
    }

    /// A category in the middle of a text.
    pub fn category(&self, category: Category) -> &str {
        self.text(match category {
            Category::Killed => Message::InKilled,
            Category::Wounded => Message::InWounded,
            Category::Missing => Message::InMissing,
            Category::Captured => Message::InCaptured,
        })
    }

    /// The categories of a total, listed.
    pub fn coverage(&self, covers: Coverage) -> String {
        let mut names = String::new();
        for category in covers.iter() {
            append(&mut names, ", ", self.category(category));
        }
        names
    }
}

fn given(blanks: &[(&str, &str)], name: &str) -> Option<String> {
    blanks.iter().find(|(blank, _)| *blank == name).map(|(_, value)| (*value).to_owned())
}

/// A template with its blanks filled by what a name stands for. Only names that it uses are asked for.
pub(super) fn filled(template: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let mut filled = String::new();
    for Piece::Plain(text) | Piece::Filled(text) in pieces(template, value) {
        filled += &text;
    }
    filled
}

fn pieces(template: &str, value: &dyn Fn(&str) -> Option<String>) -> Vec<Piece> {
    let mut rest = template;
    let mut pieces = Vec::new();
    while let Some((before, name, after)) = next_blank(rest) {
        pieces.push(Piece::Plain(before.to_owned()));
        pieces.push(value(name).map_or_else(|| Piece::Plain(["{", name, "}"].concat()), Piece::Filled));
        rest = after;
    }
    pieces.push(Piece::Plain(rest.to_owned()));
    pieces.retain(|piece| !matches!(piece, Piece::Plain(text) if text.is_empty()));
    pieces
}

fn next_blank(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}
