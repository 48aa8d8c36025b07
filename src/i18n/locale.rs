//! A language and a dataset's own wordings: everything that turns meaning into text.

use std::rc::Rc;

use super::formats::Formats;
use super::message::{ENGLISH, Message, form};
use super::number_entry::{Symbols, digit};
use crate::domain::{Category, Coverage, Date};
use crate::text::append;

/// A language, with the texts that a dataset words its own way.
pub struct Locale {
    tag: Rc<str>,
    /// The catalogue of the tag's language, a line a message; without it the words are English.
    words: Option<Rc<str>>,
    /// Where each line begins: a step of a slider asks for thousands of them.
    starts: Vec<usize>,
    formats: Formats,
    own_texts: Vec<(Message, Rc<str>)>,
}

/// A part of a text: plain, or what was filled in at a name.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'a> {
    /// From the template.
    Plain(&'a str),
    /// Filled in.
    Filled(String),
}

impl Piece<'_> {
    /// The text of either.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Filled(text) => text,
        }
    }
}

impl Locale {
    /// The language of a tag such as `en` or `de-CH`, with the lines of its catalogue. Without them the words are English;
    /// numbers and dates follow the tag all the same.
    pub fn new(tag: &str, words: Option<Rc<str>>, own_texts: Vec<(Message, Rc<str>)>) -> Self {
        let formats = Formats::of(tag, words_tag(tag, words.is_some()));
        let mut starts = vec![0];
        for (at, byte) in lines(&words).bytes().enumerate() {
            if byte == b'\n' {
                starts.push(at + 1);
            }
        }
        Self { tag: Rc::from(tag), words, starts, formats, own_texts }
    }

    /// The language tag of the interface's words.
    pub fn words_tag(&self) -> &str {
        words_tag(&self.tag, self.words.is_some())
    }

    /// Which way the words run: `ltr` or `rtl`.
    pub fn direction(&self) -> &str {
        self.forms(Message::Direction)
    }

    /// The text of a message without blanks to fill.
    pub fn text(&self, message: Message) -> &str {
        self.form(message, "other")
    }

    /// The form of a message for a plural category. A dataset's own text has but one.
    fn form(&self, message: Message, category: &str) -> &str {
        match self.own_texts.iter().find(|(own, _)| *own == message) {
            Some((_, text)) => text,
            None => form(self.forms(message), category),
        }
    }

    /// The interface's own text with all its forms.
    fn forms(&self, message: Message) -> &str {
        match self.starts.get(message as usize..) {
            Some([start, next, ..]) => lines(&self.words).get(*start..next - 1).unwrap_or_default(),
            _ => "",
        }
    }

    /// The text of a message with its blanks filled. A name that the text does not use is ignored, one that it uses and
    /// that is not given stays as it is.
    pub fn fill(&self, message: Message, blanks: &[(&str, &str)]) -> String {
        filled(self.text(message), &|name| given(blanks, name))
    }

    /// The same for a message with a counted number, in the form that the number takes.
    pub fn count(&self, message: Message, count: f64, value: &dyn Fn(&str) -> Option<String>) -> String {
        filled(self.form(message, &self.formats.plural(count)), value)
    }

    /// The same in pieces, so that a view can set off what was filled in.
    pub fn pieces(&self, message: Message, blanks: &[(&str, &str)]) -> Vec<Piece<'_>> {
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
        let mut symbols = Symbols { group: ' ', decimal: '.', pairs: false, last: 3 };
        let (mut marks, mut since_mark) = (0, 0);
        for c in sample.chars() {
            if digit(c).is_some() {
                since_mark += 1;
                continue;
            }
            // The last mark is the decimals', and each one before it a group's.
            if marks > 0 {
                symbols.group = symbols.decimal;
                // In the end, what stands before the decimals.
                symbols.last = since_mark;
                symbols.pairs |= since_mark == 2;
            }
            symbols.decimal = c;
            marks += 1;
            since_mark = 0;
        }
        symbols
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
            append(&mut names, self.text(Message::ListComma), self.category(category));
        }
        names
    }
}

/// The lines of a catalogue; without one, those in English.
fn lines(words: &Option<Rc<str>>) -> &str {
    words.as_deref().unwrap_or(ENGLISH)
}

/// The language of the words that go with a tag.
fn words_tag(tag: &str, has_words: bool) -> &str {
    if has_words || tag.starts_with("en") { tag } else { "en" }
}

fn given(blanks: &[(&str, &str)], name: &str) -> Option<String> {
    blanks.iter().find(|(blank, _)| *blank == name).map(|(_, value)| (*value).to_owned())
}

/// A template with its blanks filled by what a name stands for. Only names that it uses are asked for.
pub(super) fn filled(template: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let mut filled = String::new();
    for piece in pieces(template, value) {
        filled += piece.text();
    }
    filled
}

fn pieces<'a>(template: &'a str, value: &dyn Fn(&str) -> Option<String>) -> Vec<Piece<'a>> {
    let mut rest = template;
    let mut pieces = Vec::new();
    while let Some((before, name, after)) = next_blank(rest) {
        pieces.push(Piece::Plain(before));
        let blank = &rest[before.len()..rest.len() - after.len()];
        pieces.push(value(name).map_or(Piece::Plain(blank), Piece::Filled));
        rest = after;
    }
    pieces.push(Piece::Plain(rest));
    pieces.retain(|piece| *piece != Piece::Plain(""));
    pieces
}

fn next_blank(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}
