//! Locales, each made once: making what writes a language's numbers and dates takes longer than judging a draft.

use std::cell::RefCell;
use std::rc::Rc;

use casualty_calculator::i18n::{Locale, Message, words_of};

/// Texts that a dataset words itself.
type OwnTexts = Vec<(Message, Rc<str>)>;

thread_local! {
    static MADE: RefCell<Vec<(String, OwnTexts, Rc<Locale>)>> = const { RefCell::new(Vec::new()) };
}

/// The language of a tag, with texts that a dataset words itself.
pub fn locale(tag: &str, own_texts: OwnTexts) -> Rc<Locale> {
    MADE.with_borrow_mut(|made| {
        let known = made.iter().find(|(of, texts, _)| of == tag && *texts == own_texts);
        if let Some((_, _, locale)) = known {
            return Rc::clone(locale);
        }
        let words = words_of(tag).ok().flatten();
        let locale = Rc::new(Locale::new(tag, words, own_texts.clone()));
        made.push((tag.to_owned(), own_texts, Rc::clone(&locale)));
        locale
    })
}
