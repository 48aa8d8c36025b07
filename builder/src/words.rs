//! The builder's own words, in each language. What the calculator itself says is in its catalogues.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

/// Declares the texts, so that one without words in a language fails a test, and one that nobody wrote does not compile.
macro_rules! texts {
    ($($name:ident)*) => {
        /// The texts of a language, by their names in `words/*.json`.
        #[derive(Debug)]
        pub struct Words {
            $(pub $name: String,)*
        }

        impl TryFrom<BTreeMap<String, String>> for Words {
            type Error = String;

            /// One call a text: what serde would derive for so many fields is a fifth of the whole page.
            fn try_from(mut texts: BTreeMap<String, String>) -> Result<Self, String> {
                let words = Self {
                    $($name: texts.remove(stringify!($name)).ok_or_else(|| stringify!($name).to_owned())?,)*
                };
                texts.pop_first().map_or(Ok(words), |(unknown, _)| Err(unknown))
            }
        }
    };
}

texts! {
    page_title page_lead page_privacy bar interface_language undo redo begin_anew cancel close steps not_kept
    open_elsewhere take_back cannot_empty cannot_dataset cannot_json cannot_spreadsheet cannot_encoding
    cannot_file start_title start_lead start_paste start_paste_example start_read start_file start_file_hint
    start_example start_by_hand start_row drafts_title draft_untitled draft_about draft_go_on draft_remove
    incoming incoming_add incoming_replace table_title table_lead columns columns_unknown column_ignored
    column_example column_remove column_add column_add_now column_choose grid grid_keys row_number row_tools row_of row_add
    row_copy row_up row_down row_remove claim_form sources_title sources_lead outlets_title outlets_lead
    parties_title parties_lead name_field name_rows names_none names_alike names_use story_title field_title
    hint_title field_summary hint_summary field_language hint_language field_updated hint_updated field_credits
    hint_credits field_days_left forces_title forces_lead force_add force_remove force_number field_force_name
    hint_force_name field_start hint_start field_denominator hint_denominator denominator_none field_part_of
    hint_part_of part_of_none scenario_title scenario_lead field_reinforcements notes_title notes_lead note_text
    note_date note_source note_link note_add note_remove check_title check_sound check_wrong check_show check_more
    check_warning check_note check_row check_report findings_title findings_none sentences_title sentences_lead
    preview_title preview_width preview_desk preview_phone preview_theme preview_light preview_dark
    preview_language preview_last preview_none preview_feed publish_title publish_lead publish_unsound
    field_address hint_address save_archive save_data save_table archive_working archive_done archive_failed
    code_tag code_tag_lead code_frame code_frame_lead code_pasted code_pasted_lead copy copied copy_by_hand
    title_missing rows_missing force_name_missing sentence_losses sentence_other sentence_total sentence_date
    sentence_through numbers_title decimal decimal_ask decimal_point decimal_comma dates dates_day dates_month
    code_template code_template_lead forces_new force_set_up
}

/// The languages of the interface, each with its own name and its file.
const LANGUAGES: [(&str, &str, &str); 5] = [
    ("en", "English", include_str!("words/en.json")),
    ("uk", "Українська", include_str!("words/uk.json")),
    ("ru", "Русский", include_str!("words/ru.json")),
    ("ko", "한국어", include_str!("words/ko.json")),
    ("ar", "العربية", include_str!("words/ar.json")),
];

/// The tags and names of the languages.
pub fn languages() -> impl Iterator<Item = (&'static str, &'static str)> {
    LANGUAGES.into_iter().map(|(tag, name, _)| (tag, name))
}

/// A language and its words, as every part is given them.
#[derive(Clone, Debug)]
pub struct Interface {
    /// Its tag.
    pub language: &'static str,
    /// The texts.
    pub words: Rc<Words>,
}

impl PartialEq for Interface {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Interface {
    /// The language of a tag such as `uk-UA`, else English.
    pub fn of(tag: &str) -> Self {
        let language = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        let known = LANGUAGES.into_iter().filter(|(tag, ..)| *tag == language).chain(LANGUAGES);
        let read = |(language, _, text)| Some(Self { language, words: words_once(language, text)? });
        // A test reads every file, so the first one is read.
        known.filter_map(read).next().unwrap_or_else(|| unreachable!("the files are part of the program"))
    }

    /// The way its words run.
    pub fn direction(&self) -> &'static str {
        if self.language == "ar" { "rtl" } else { "ltr" }
    }
}

/// The words in the text of a file.
///
/// # Errors
/// What is wrong with it, or the name that is missing or too much.
fn words_in(text: &str) -> Result<Words, String> {
    let texts: BTreeMap<String, String> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    texts.try_into()
}

thread_local! {
    static READ: RefCell<Vec<(&'static str, Rc<Words>)>> = const { RefCell::new(Vec::new()) };
}

/// The words of a language in the text of its file, which is read once.
fn words_once(language: &'static str, text: &str) -> Option<Rc<Words>> {
    READ.with_borrow_mut(|read| {
        if let Some((_, words)) = read.iter().find(|(of, _)| *of == language) {
            return Some(Rc::clone(words));
        }
        let words = Rc::new(words_in(text).ok()?);
        read.push((language, Rc::clone(&words)));
        Some(words)
    })
}

/// The words of the language that the page is in.
#[hook]
pub fn use_interface() -> Interface {
    use_context().unwrap_or_else(|| Interface::of("en"))
}

/// A text with its blanks, such as `{name}`, filled.
pub fn fill(text: &str, blanks: &[(&str, &str)]) -> String {
    blanks.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::LANGUAGES;

    fn blanks(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
    }

    #[test]
    fn every_language_has_every_text_with_the_same_blanks() {
        let texts = LANGUAGES.map(|(language, _, text)| {
            super::words_in(text).unwrap_or_else(|error| panic!("{language}: {error}"));
            let texts: BTreeMap<String, String> = serde_json::from_str(text).expect("they are texts");
            (language, texts)
        });
        let (_, english) = &texts[0];
        for (language, texts) in &texts {
            for (name, text) in texts {
                assert_eq!(blanks(text), blanks(&english[name]), "{language}: {name}");
                assert!(!text.trim().is_empty(), "{language}: {name}");
            }
        }
    }
}
