//! Catalogues: one file a language, a text under the name of each message. Here they are held to be whole, and made into
//! what a browser fetches: a line a message in the order of the messages, without the names.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::languages::language_of;
use super::message::Message;

/// The language of each catalogue, and its text as it stands in the project.
pub const CATALOGUES: [(&str, &str); 4] = [
    ("uk", include_str!("catalogues/uk.json")),
    ("ru", include_str!("catalogues/ru.json")),
    ("ko", include_str!("catalogues/ko.json")),
    ("ar", include_str!("catalogues/ar.json")),
];

/// The plural categories of each language that has a catalogue, by which its forms are told apart. A test holds them to what
/// icu4x knows, so that making a browser's file takes nothing but the catalogue.
const PLURAL_CATEGORIES: [(&str, &[&str]); 4] = [
    ("uk", &["one", "few", "many", "other"]),
    ("ru", &["one", "few", "many", "other"]),
    ("ko", &["other"]),
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
];

/// The words of a tag's language, where it has a catalogue, as a [`Locale`](super::Locale) takes them.
///
/// # Errors
/// What is wrong with the catalogue, a line each.
pub fn words_of(tag: &str) -> Result<Option<Rc<str>>, String> {
    let language = language_of(tag);
    let catalogue = CATALOGUES.into_iter().find(|(of, _)| *of == language);
    catalogue.map(|(language, text)| compact(language, text).map(Rc::from)).transpose()
}

/// A catalogue's lines, one for each message.
///
/// # Errors
/// Everything that is wrong with it, a line each, with the file and the name of the message.
pub fn compact(language: &str, text: &str) -> Result<String, String> {
    let file = format!("src/i18n/catalogues/{language}.json");
    let texts = match serde_json::from_str(text) {
        Ok(Value::Object(texts)) => texts,
        Ok(_) => return Err(format!("{file}: expected an object")),
        Err(error) => return Err(format!("{file}: {error}")),
    };
    let Some((_, categories)) = PLURAL_CATEGORIES.into_iter().find(|(of, _)| *of == language) else {
        return Err(format!("{file}: the plural categories of the language are not known"));
    };
    let mut wrong = Vec::new();
    let mut lines = String::new();
    for message in Message::ALL {
        match line(*message, &texts, categories) {
            Ok(line) => lines += &(line + "\n"),
            Err(reason) => wrong.push(format!("{file}: {}: {reason}", message.name())),
        }
    }
    for name in texts.keys().filter(|name| Message::from_name(name).is_none()) {
        wrong.push(format!("{file}: {name}: there is no such text"));
    }
    if wrong.is_empty() { Ok(lines) } else { Err(wrong.join("\n")) }
}

/// A message with all its forms.
fn line(message: Message, texts: &Map<String, Value>, categories: &[&str]) -> Result<String, String> {
    let english = message.english_forms();
    match texts.get(message.name()) {
        None => Err("missing".to_owned()),
        Some(Value::String(text)) if !english.contains('|') => checked(message, text).map(str::to_owned),
        Some(Value::Object(forms)) if english.contains('|') => {
            let surplus = forms.keys().find(|name| !categories.contains(&name.as_str()));
            if let Some(name) = surplus {
                return Err(format!("the language has no plural category {name}"));
            }
            let mut line = String::new();
            // The form for all other numbers stands first, and without a letter.
            for category in
                ["other", "zero", "one", "two", "few", "many"].into_iter().filter(|of| categories.contains(of))
            {
                let Some(Value::String(text)) = forms.get(category) else {
                    return Err(format!("the plural category {category} is missing"));
                };
                let text = checked(message, text).map_err(|reason| format!("{category}: {reason}"))?;
                line += &if category == "other" { text.to_owned() } else { format!("|{}{text}", &category[..1]) };
            }
            Ok(line)
        }
        Some(_) if english.contains('|') => Err(format!("expected a text for each of {}", categories.join(", "))),
        Some(_) => Err("expected text".to_owned()),
    }
}

/// A text with the blanks of the English one, and with nothing that the lines are made of.
fn checked(message: Message, text: &str) -> Result<&str, String> {
    if text.is_empty() || text.contains(|c: char| c == '|' || c.is_control()) {
        return Err("expected text without | and line breaks".to_owned());
    }
    let (expected, found) = (blanks(message.english()), blanks(text));
    if let Some(name) = expected.difference(&found).next() {
        return Err(format!("the blank {{{name}}} is missing"));
    }
    match found.difference(&expected).next() {
        Some(name) => Err(format!("there is nothing for the blank {{{name}}}")),
        None => Ok(text),
    }
}

fn blanks(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::languages::LANGUAGES;
    use super::{CATALOGUES, blanks, compact, words_of};
    use crate::i18n::Message;
    use serde_json::{Map, Value, json};

    /// A catalogue for a language with the categories one, few, many and other, in which every text is the English one.
    fn whole() -> Map<String, Value> {
        let texts = Message::ALL.iter().map(|message| {
            let english = message.english();
            let forms = json!({"one": english, "few": english, "many": english, "other": english});
            (message.name().to_owned(), if message.english_forms().contains('|') { forms } else { english.into() })
        });
        texts.collect()
    }

    fn wrong(change: impl FnOnce(&mut Map<String, Value>)) -> String {
        let mut catalogue = whole();
        change(&mut catalogue);
        compact("uk", &Value::from(catalogue).to_string()).expect_err("something is wrong with it")
    }

    #[test]
    fn every_language_of_the_interface_is_whole() {
        for (language, text) in CATALOGUES {
            let lines = compact(language, text).unwrap_or_else(|wrong| panic!("{wrong}"));
            assert_eq!(lines.lines().count(), Message::ALL.len());
            assert!(LANGUAGES.iter().any(|(tag, _)| *tag == language), "{language} has no name");
        }
        assert_eq!(LANGUAGES.len(), CATALOGUES.len() + 1, "a language with a name and no catalogue");
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/i18n/catalogues");
        let files = std::fs::read_dir(folder).expect("the folder of catalogues").count();
        assert_eq!(files, CATALOGUES.len(), "a catalogue that is not in the table");
        assert_eq!(words_of("de"), Ok(None));
        assert!(words_of("uk-UA").is_ok_and(|words| words.is_some()));
    }

    #[cfg(feature = "render")]
    #[test]
    fn the_plural_categories_are_those_of_the_language() {
        use super::PLURAL_CATEGORIES;
        assert_eq!(CATALOGUES.map(|(language, _)| language), PLURAL_CATEGORIES.map(|(language, _)| language));
        for (language, categories) in PLURAL_CATEGORIES {
            let mut known = crate::i18n::formats::plural_categories(language);
            known.sort_unstable();
            let mut ours = categories.to_vec();
            ours.sort_unstable();
            assert_eq!(ours, known, "{language}");
        }
    }

    #[test]
    fn english_has_both_its_plural_forms_of_all_that_is_counted() {
        for message in Message::ALL.iter().filter(|message| message.english_forms().contains('|')) {
            let forms: Vec<_> = message.english_forms().split('|').collect();
            assert!(forms.len() == 2 && forms[1].starts_with('o'), "{}", message.name());
            assert_eq!(blanks(forms[0]), blanks(forms[1]), "{}", message.name());
        }
    }

    #[test]
    fn what_is_missing_or_too_much_is_said_with_its_file_and_name() {
        let of = |message: Message, text: Value| {
            move |texts: &mut Map<String, Value>| drop(texts.insert(message.name().to_owned(), text))
        };
        assert_eq!(
            compact("uk", &Value::from(whole()).to_string()).map(|lines| lines.lines().count()),
            Ok(Message::ALL.len())
        );
        for (found, expected) in [
            (wrong(|texts| drop(texts.remove("undo"))), "undo: missing"),
            (wrong(|texts| drop(texts.insert("undoo".to_owned(), "x".into()))), "undoo: there is no such text"),
            (wrong(of(Message::ResetOf, "reset".into())), "reset.of: the blank {name} is missing"),
            (wrong(of(Message::Undo, "undo {x}".into())), "undo: there is nothing for the blank {x}"),
            (wrong(of(Message::Undo, "a|b".into())), "undo: expected text without | and line breaks"),
            (wrong(of(Message::Undo, json!({}))), "undo: expected text"),
            (
                wrong(of(Message::People, "{x}".into())),
                "unit.people: expected a text for each of one, few, many, other",
            ),
            (
                wrong(of(Message::People, json!({"one": "{x}", "few": "{x}", "other": "{x}"}))),
                "unit.people: the plural category many is missing",
            ),
            (
                wrong(of(Message::People, json!({"one": "{x}", "few": "x", "many": "{x}", "other": "{x}"}))),
                "unit.people: few: the blank {x} is missing",
            ),
            (
                wrong(of(Message::People, json!({"one": "", "two": "{x}"}))),
                "unit.people: the language has no plural category two",
            ),
        ] {
            assert_eq!(found, format!("src/i18n/catalogues/uk.json: {expected}"));
        }
        assert_eq!(compact("uk", "[]"), Err("src/i18n/catalogues/uk.json: expected an object".to_owned()));
    }
}
