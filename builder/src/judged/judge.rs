//! From a draft to everything that the page says of it.

use std::collections::{BTreeMap, HashMap};

use casualty_calculator::components::feed;
use casualty_calculator::dataset::{Dataset, DatasetError, parse_dataset};
use casualty_calculator::domain::{Check, Severity, Subject};
use casualty_calculator::i18n::{Words as CalculatorWords, language_of};
use casualty_calculator::state::DerivedClaims;
use casualty_calculator::table::{self, Column, Outcome, Problem, Settings, Table};
use serde_json::{Value, json};

use super::file::{field_of_path, force_value, story_value};
use super::locales::locale;
use super::sentence::sentence;
use crate::draft::{Draft, Edit, Name, NameKind, names};
use crate::words::{Interface, languages};

/// A way to mend a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// What it comes to.
    pub label: String,
    /// The change that does it.
    pub edit: Edit,
}

/// Something that is wrong with a cell, or with a row as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// The row, counted from 0.
    pub row: usize,
    /// The column, likewise; nothing for the row as a whole.
    pub column: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// The same with its place.
    pub place_and_message: String,
    /// How it can be mended by one press.
    pub repairs: Vec<Mend>,
}

/// Something that doesn't add up, or is worth knowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind it is.
    pub check: Check,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about.
    pub title: String,
    /// What was found.
    pub sentence: String,
    /// The rows that it concerns.
    pub rows: Vec<usize>,
    /// The names that it concerns.
    pub names: Vec<String>,
}

/// A claim whose size of the force others may be measured against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lender {
    /// Its id.
    pub id: String,
    /// The id of its force.
    pub force: String,
    /// Its row.
    pub row: usize,
    /// What it is called.
    pub name: String,
}

/// What a draft comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// What is wrong with cells and rows.
    pub problems: Vec<CellProblem>,
    /// What is wrong with fields of the story, by their ids.
    pub fields: BTreeMap<String, String>,
    /// What else is wrong with the dataset.
    pub errors: Vec<String>,
    /// What doesn't add up.
    pub findings: Vec<Finding>,
    /// For each row that is a claim, the claim in a sentence.
    pub sentences: BTreeMap<usize, String>,
    /// For each such row, where the report can be read.
    pub links: BTreeMap<usize, String>,
    /// The claims that give the size of their force.
    pub lenders: Vec<Lender>,
    /// Where the reports stand.
    pub sources: Vec<Name>,
    /// Who said it, and who passed it on.
    pub parties: Vec<Name>,
    /// Forces that only the table names.
    pub new_forces: Vec<String>,
    /// The dataset as a file, with or without errors; nothing before anything was judged.
    pub text: Option<String>,
    /// The text for feeds.
    pub feed: String,
    /// The table as a file.
    pub table: String,
}

impl Judged {
    /// Whether the dataset has no errors.
    pub fn is_sound(&self) -> bool {
        self.text.is_some() && self.problems.is_empty() && self.errors.is_empty() && self.fields.is_empty()
    }

    /// How much is to be mended.
    pub fn wrong(&self) -> usize {
        self.problems.len() + self.errors.len() + self.fields.len()
    }

    /// What is wrong in a row.
    pub fn row_problems(&self, row: usize) -> Vec<CellProblem> {
        // They are in the order of rows.
        let start = self.problems.partition_point(|problem| problem.row < row);
        self.problems[start..].iter().take_while(|problem| problem.row == row).cloned().collect()
    }

    /// What is wrong with a field.
    pub fn field_problem(&self, id: &str) -> Option<yew::AttrValue> {
        self.fields.get(id).map(|problem| problem.clone().into())
    }

    /// The claim of a row in a sentence.
    pub fn sentence(&self, row: usize) -> Option<&str> {
        self.sentences.get(&row).map(String::as_str)
    }
}

/// How the cells of a draft are read.
pub fn settings_of(draft: &Draft) -> Settings {
    Settings { decimal: draft.decimal, day_first: draft.day_first, ..Settings::of(draft.story.language()) }
}

/// Judges a draft, and says what it finds in the language of the page.
pub fn judge(draft: &Draft, language: &str) -> Judged {
    let settings = settings_of(draft);
    let table = table_of(draft);
    let forces: Vec<_> =
        draft.story.forces.iter().map(|force| (force.id.trim().to_owned(), force.name.trim().to_owned())).collect();
    let outcome = table::claims(&table, &settings, &forces);
    let mut judged = Judged {
        problems: outcome.problems.iter().map(|problem| cell_problem(problem, language)).collect(),
        table: exported(&table, draft),
        sources: names(draft, NameKind::Source),
        parties: names(draft, NameKind::Party),
        new_forces: outcome.forces.iter().map(|force| force.name.clone()).collect(),
        ..Judged::default()
    };
    let value = dataset_value(draft, &outcome, &settings, language, &mut judged);
    let text = serde_json::to_string_pretty(&value).unwrap_or_default() + "\n";
    match parse_dataset(&text) {
        Ok(dataset) => say(&mut judged, &dataset, &outcome, draft.story.language(), language),
        Err(errors) => add_errors(&mut judged, &errors, &outcome, language),
    }
    judged.lenders = lenders(&outcome);
    judged.text = Some(text);
    judged
}

/// The table of a draft; its rows have the numbers that the page shows.
fn table_of(draft: &Draft) -> Table {
    let rows = draft.rows.iter().enumerate();
    Table {
        columns: (*draft.columns).clone(),
        rows: rows.map(|(index, row)| table::Row { number: index + 1, cells: row.cells.clone() }).collect(),
        ..Table::default()
    }
}

/// The table as a file that can be opened again, under the names of its columns.
fn exported(table: &Table, draft: &Draft) -> String {
    let names = table.columns.iter().zip(draft.heads.iter());
    let heads = names.map(|(column, head)| if *column == Column::Ignored { head.clone() } else { column.name() });
    Table { heads: heads.collect(), ..table.clone() }.sheet().to_text()
}

fn cell_problem(problem: &Problem, language: &str) -> CellProblem {
    let row = problem.row.saturating_sub(1);
    let repairs = problem.repairs.iter().filter_map(|repair| {
        let edit = Edit::Cell(row, problem.column?, repair.cell.clone());
        Some(Mend { label: repair.label(language), edit })
    });
    CellProblem {
        row,
        column: problem.column,
        message: problem.reason(language),
        place_and_message: problem.message(language),
        repairs: repairs.collect(),
    }
}

/// The dataset, as far as it can be read.
fn dataset_value(draft: &Draft, outcome: &Outcome, settings: &Settings, language: &str, judged: &mut Judged) -> Value {
    let mut wrong = Vec::new();
    let own = draft.story.forces.iter().enumerate();
    let mut forces: Vec<_> =
        own.map(|(index, force)| force_value(index, force, settings, language, &mut wrong)).collect();
    // What rows name is a force, also before somebody says more of it.
    forces.extend(outcome.forces.iter().map(|force| json!({"id": force.id, "name": force.name})));
    judged.fields.extend(wrong);
    let words = Interface::of(language).words;
    if draft.story.title.trim().is_empty() {
        judged.fields.insert("title".to_owned(), words.title_missing.clone());
    }
    for (index, _) in draft.story.forces.iter().enumerate().filter(|(_, force)| force.name.trim().is_empty()) {
        judged.fields.insert(format!("force-{index}-name"), words.force_name_missing.clone());
    }
    let story = story_value(&draft.story, forces, |name| draft.story.rest.get(name).cloned());
    table::dataset(&story, outcome.claims.clone())
}

/// The claims that give the size of their force.
fn lenders(outcome: &Outcome) -> Vec<Lender> {
    let claims = outcome.claims.iter().zip(&outcome.origin).filter(|(claim, _)| claim.get("deployed").is_some());
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let lender = |(claim, row): (&Value, &usize)| Lender {
        id: text(&claim["id"]),
        force: text(&claim["force"]),
        row: *row,
        name: format!("{} ({})", text(&claim["source"]["name"]), row + 1),
    };
    claims.map(lender).collect()
}

/// The row of each claim, by the claim's id.
fn rows_by_id(outcome: &Outcome) -> HashMap<&str, usize> {
    let claims = outcome.claims.iter().zip(&outcome.origin);
    claims.filter_map(|(claim, row)| Some((claim["id"].as_str()?, *row))).collect()
}

/// Puts the errors of a file where somebody can mend them: at a row, at a field, or in the list.
fn add_errors(judged: &mut Judged, errors: &[DatasetError], outcome: &Outcome, language: &str) {
    let rows = rows_by_id(outcome);
    let interface = Interface::of(language);
    for error in errors {
        let row = error.claim().and_then(|claim| rows.get(claim));
        if let Some(row) = row {
            // Where the cells are wrong, what follows from that is not said once more.
            if judged.row_problems(*row).is_empty() {
                let message = error.message();
                let at = judged.problems.partition_point(|problem| problem.row <= *row);
                let problem = CellProblem {
                    row: *row,
                    column: None,
                    place_and_message: message.clone(),
                    message,
                    repairs: Vec::new(),
                };
                judged.problems.insert(at, problem);
            }
            continue;
        }
        match field_of_path(error.field()).as_str() {
            "claims" if outcome.claims.is_empty() => judged.errors.push(interface.words.rows_missing.clone()),
            // What the page said of a field in its own words stays.
            field if is_on_page(field) => {
                judged.fields.entry(field.to_owned()).or_insert_with(|| error.expected().to_owned());
            }
            _ => judged.errors.push(error.message()),
        }
    }
}

/// Whether the page has a field of this id.
fn is_on_page(field: &str) -> bool {
    ["title", "summary", "updated", "credits"].contains(&field)
        || field.starts_with("force-")
        || field.starts_with("note-")
}

/// Says what a sound dataset says: sentences, findings, the text for feeds.
fn say(judged: &mut Judged, dataset: &Dataset, outcome: &Outcome, story_language: &str, language: &str) {
    let rows = rows_by_id(outcome);
    let has_words = languages().any(|(tag, _)| tag == language_of(story_language));
    let own_texts = dataset.texts_for(story_language, has_words);
    let (locale, story_locale) = (locale(language, Vec::new()), locale(story_language, own_texts));
    let story_words = Interface::of(story_language).words;
    for force in &dataset.forces {
        for claim in &force.claims {
            if let Some(row) = rows.get(&*claim.id) {
                judged.sentences.insert(*row, sentence(claim, force, &story_locale, &story_words));
                judged.links.extend(claim.source.link.as_ref().map(|link| (*row, link.to_string())));
            }
        }
    }
    for (index, claims) in DerivedClaims::of_forces(dataset).iter().enumerate() {
        for finding in claims.findings.iter().filter(|finding| finding.is_listed_with(index)) {
            let words = CalculatorWords(&locale);
            let (title, sentence) = words.finding(finding);
            let of_rows = finding.subjects.iter().filter_map(|subject| match subject {
                Subject::Claim(force, claim) => rows.get(&*dataset.forces[*force].claims[*claim].id).copied(),
                Subject::Scenario => None,
            });
            judged.findings.push(Finding {
                check: finding.check,
                severity: finding.severity,
                title: title.to_owned(),
                sentence,
                rows: of_rows.collect(),
                names: finding.names.iter().map(ToString::to_string).collect(),
            });
        }
    }
    judged.feed = feed(dataset, &story_locale);
}

// Numbers and dates are written by the machine here, as the browser writes them there.
#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use casualty_calculator::domain::Check;
    use serde_json::Value;

    use super::judge;
    use crate::draft::{Draft, Edit};
    use crate::opened::{Opened, draft_of, opened};

    fn datasets() -> Vec<PathBuf> {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
        let files = [data.clone(), data.join("stories")].into_iter().flat_map(|folder| {
            std::fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("an entry").path())
        });
        files.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect()
    }

    fn draft(rows: &str) -> Draft {
        let Ok(Opened::Table(table)) = opened(rows, &Default::default()) else { panic!("it is a table") };
        let rows = table.rows.iter().map(|row| row.cells.clone()).collect();
        let mut story = crate::draft::StoryDraft { title: "How many?".to_owned(), ..Default::default() };
        story.add_force("The army");
        Draft::with_heads(table.columns, table.heads, rows, story)
    }

    #[test]
    fn a_dataset_that_is_opened_and_published_unchanged_is_the_same() {
        let mut count = 0;
        for path in datasets().iter().filter(|path| !path.ends_with("dataset.schema.json")) {
            let text = std::fs::read_to_string(path).expect("a file of ours");
            let value: Value = serde_json::from_str(&text).expect("a dataset is JSON");
            let judged = judge(&draft_of(&value).expect("a dataset of this format"), "en");
            assert!(
                judged.is_sound(),
                "{}: {:?} {:?} {:?}",
                path.display(),
                judged.problems,
                judged.errors,
                judged.fields
            );
            let published: Value = serde_json::from_str(&judged.text.expect("it was judged")).expect("JSON");
            assert_eq!(published, value, "{}", path.display());
            count += 1;
        }
        assert_eq!(count, 12);
    }

    #[test]
    fn a_table_that_is_saved_is_opened_again_without_loss() {
        for path in datasets().iter().filter(|path| !path.ends_with("dataset.schema.json")) {
            let text = std::fs::read_to_string(path).expect("a file of ours");
            let first = draft_of(&serde_json::from_str(&text).expect("JSON")).expect("a dataset");
            let saved = judge(&first, "en").table;
            let Ok(Opened::Table(table)) = opened(&saved, &Default::default()) else { panic!("{}", path.display()) };
            let rows = table.rows.iter().map(|row| row.cells.clone()).collect();
            let again = Draft::with_heads(table.columns, Vec::new(), rows, (*first.story).clone());
            assert_eq!(judge(&again, "en").text, judge(&first, "en").text, "{}", path.display());
        }
    }

    #[test]
    fn what_is_wrong_with_a_cell_is_said_at_it_and_mended_by_one_press() {
        let draft = draft("Source,Killed\nAgency,1.000\nPaper,\"over 1,000\"\n");
        let judged = judge(&draft, "en");
        let [problem] = judged.problems.as_slice() else { panic!("{:?}", judged.problems) };
        assert_eq!((problem.row, problem.column), (0, Some(1)));
        assert_eq!(problem.repairs.iter().map(|repair| &*repair.label).collect::<Vec<_>>(), ["1,000", "1"]);
        let mended = problem.repairs[0].edit.clone().applied(&draft);
        assert_eq!(mended.cell(0, 1), "1,000");
        assert!(judge(&mended, "en").is_sound());
    }

    #[test]
    fn what_a_story_lacks_is_said_at_its_field() {
        let mut draft = draft("Source,Killed\nAgency,5\n");
        draft =
            Edit::Story(crate::draft::StoryDraft { title: String::new(), ..(*draft.story).clone() }).applied(&draft);
        let judged = judge(&draft, "en");
        assert_eq!(judged.fields["title"], "The story needs a question.");
        assert!(!judged.is_sound() && judged.problems.is_empty() && judged.errors.is_empty());

        let nameless = Draft::by_hand(crate::draft::StoryDraft { title: "How many?".to_owned(), ..Default::default() });
        let judged = judge(&nameless, "en");
        assert_eq!(judged.fields["force-0-name"], "Whose losses are counted? The force needs a name.");
        assert_eq!(judged.errors, ["The table has no report yet."]);
    }

    #[test]
    fn a_claim_is_a_sentence_to_hold_against_the_report() {
        let rows =
            "Source,Attribution,Killed,As of,Force\nEvening Standard,Ministry (official),649,June 1982,The army\n";
        let judged = judge(&draft(rows), "en");
        assert_eq!(
            judged.sentence(0),
            Some("Ministry says The army lost 649 killed, as of June 1982, through Evening Standard.")
        );
    }

    #[test]
    fn what_does_not_add_up_is_found_with_its_rows() {
        let rows = "Source,Killed,Wounded,Casualties,Covers\nAgency,500,800,1000,killed; wounded\n";
        let judged = judge(&draft(rows), "en");
        let found: Vec<_> = judged.findings.iter().map(|finding| (finding.check, finding.rows.clone())).collect();
        assert_eq!(found, [(Check::PartsExceedTotal, vec![0])], "{:?} {:?}", judged.problems, judged.errors);
    }
}
