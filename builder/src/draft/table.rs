//! A draft: the claims as rows of cells, each as somebody wrote it, and the story around them.

use std::rc::Rc;

use casualty_calculator::table::Column;
use serde::{Deserialize, Serialize};

use super::names::{NameKind, names};
use super::story::StoryDraft;

/// A claim as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What tells it from the other rows for as long as the draft lives, wherever it is moved to.
    pub key: u32,
    /// A text for each column.
    pub cells: Vec<String>,
}

/// Everything that somebody has written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What each cell of a row is.
    #[serde(with = "column_names")]
    pub columns: Rc<Vec<Column>>,
    /// The heads that the columns had where the table comes from; empty for columns that were added here.
    pub heads: Rc<Vec<String>>,
    /// The claims.
    pub rows: Vec<Rc<Row>>,
    /// The story.
    pub story: Rc<StoryDraft>,
    /// The mark before decimals, where somebody was asked.
    pub decimal: Option<char>,
    /// Whether the day comes first in dates such as 1/2/2025, where somebody was asked.
    #[serde(default)]
    pub day_first: Option<bool>,
    next_key: u32,
}

/// Columns are kept by their names, so that a later version of the page still knows them.
mod column_names {
    use std::rc::Rc;

    use casualty_calculator::table::Column;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(columns: &[Column], serializer: S) -> Result<S::Ok, S::Error> {
        columns.iter().map(|column| column.name()).collect::<Vec<_>>().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Rc<Vec<Column>>, D::Error> {
        let names = Vec::<String>::deserialize(deserializer)?;
        Ok(Rc::new(names.iter().map(|name| Column::from_name(name).unwrap_or(Column::Ignored)).collect()))
    }
}

impl Draft {
    /// A draft of a table and a story.
    pub fn new(columns: Vec<Column>, rows: impl IntoIterator<Item = Vec<String>>, story: StoryDraft) -> Self {
        let heads = Rc::new(vec![String::new(); columns.len()]);
        let mut draft = Self { columns: Rc::new(columns), heads, story: Rc::new(story), ..Self::default() };
        draft.insert(0, rows);
        draft
    }

    /// A draft of a table with the heads that it had.
    pub fn with_heads(columns: Vec<Column>, heads: Vec<String>, rows: Vec<Vec<String>>, story: StoryDraft) -> Self {
        let mut draft = Self::new(columns, rows, story);
        let mut heads = heads;
        heads.resize(draft.columns.len(), String::new());
        draft.heads = Rc::new(heads);
        draft
    }

    /// A draft with the columns that most reports fill, and one empty row.
    pub fn by_hand(story: StoryDraft) -> Self {
        let names = [
            "source",
            "link",
            "as_of",
            "published",
            "deployed",
            "killed",
            "wounded",
            "missing",
            "captured",
            "casualties",
        ];
        let columns = names.into_iter().filter_map(Column::from_name).collect();
        Self::new(columns, [Vec::new()], story).with_forces_of_table()
    }

    /// The same with a force for each that the table names; where it names none, one that is still to be named.
    #[must_use]
    pub fn with_forces_of_table(mut self) -> Self {
        let names = names(&self, NameKind::Force).into_iter().map(|name| name.name);
        let story = Rc::make_mut(&mut self.story);
        for name in names {
            let is_known = story.forces.iter().any(|force| force.name == name || force.id == name);
            if !is_known {
                story.add_force(&name);
            }
        }
        if story.forces.is_empty() {
            story.add_force("");
        }
        self
    }

    /// Whether there is nothing in it that somebody wrote.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && *self.story == StoryDraft::default()
    }

    /// The text of a cell; nothing where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.cells.get(column)).map_or("", String::as_str)
    }

    /// Of each column, the first text in it; empty where there is none.
    pub fn examples(&self) -> Vec<String> {
        let first =
            |column| (0..self.rows.len()).map(|row| self.cell(row, column).trim()).find(|text| !text.is_empty());
        (0..self.columns.len()).map(|column| first(column).unwrap_or_default().to_owned()).collect()
    }

    /// The place of a column.
    pub fn column(&self, wanted: &Column) -> Option<usize> {
        self.columns.iter().position(|column| column == wanted)
    }

    /// Writes the names of forces in place of their ids, where each name is that of one force.
    pub fn name_forces(&mut self) {
        let Some(column) = self.column(&Column::Force) else { return };
        let forces = self.story.forces.clone();
        for row in 0..self.rows.len() {
            let named = forces.iter().find(|force| force.id == self.cell(row, column));
            let is_alone =
                |name: &str| forces.iter().filter(|force| force.name == name || force.id == name).count() == 1;
            if let Some(force) = named.filter(|force| is_alone(&force.name)) {
                self.set(row, column, force.name.clone());
            }
        }
    }

    /// Moves a column behind the others, where few look.
    pub fn move_to_end(&mut self, column: Column) {
        let Some(from) = self.column(&column) else { return };
        fn moved<T>(list: &mut Vec<T>, from: usize) {
            let item = list.remove(from);
            list.push(item);
        }
        moved(Rc::make_mut(&mut self.columns), from);
        moved(Rc::make_mut(&mut self.heads), from);
        for row in &mut self.rows {
            moved(&mut Rc::make_mut(row).cells, from);
        }
    }

    /// Puts rows before the one at a place.
    pub(super) fn insert(&mut self, at: usize, rows: impl IntoIterator<Item = Vec<String>>) {
        let at = at.min(self.rows.len());
        let rows: Vec<_> = rows.into_iter().map(|cells| self.row_of(cells)).collect();
        self.rows.splice(at..at, rows);
    }

    fn row_of(&mut self, mut cells: Vec<String>) -> Rc<Row> {
        cells.resize(self.columns.len(), String::new());
        self.next_key += 1;
        Rc::new(Row { key: self.next_key, cells })
    }

    /// Puts a text into a cell; a row that is not there yet is made.
    pub(super) fn set(&mut self, row: usize, column: usize, text: String) {
        if row >= self.rows.len() {
            let missing = row + 1 - self.rows.len();
            self.insert(self.rows.len(), vec![Vec::new(); missing]);
        }
        if let Some(cell) = Rc::make_mut(&mut self.rows[row]).cells.get_mut(column) {
            *cell = text;
        }
    }

    /// Adds a column at the end.
    pub(super) fn add_column(&mut self, column: Column) {
        Rc::make_mut(&mut self.columns).push(column);
        Rc::make_mut(&mut self.heads).push(String::new());
        for row in &mut self.rows {
            Rc::make_mut(row).cells.push(String::new());
        }
    }

    /// Takes a column out, with what is in it.
    pub(super) fn remove_column(&mut self, column: usize) {
        if column < self.columns.len() {
            Rc::make_mut(&mut self.columns).remove(column);
            Rc::make_mut(&mut self.heads).remove(column);
            for row in &mut self.rows {
                Rc::make_mut(row).cells.remove(column);
            }
        }
    }
}
