//! What can be done to a draft.

use std::rc::Rc;

use casualty_calculator::table::Column;

use super::names::{NameKind, renamed};
use super::story::StoryDraft;
use super::table::Draft;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Puts a text into a cell, by its row and column.
    Cell(usize, usize, String),
    /// Puts a block of texts into the cells from this one on to the right and down. Rows that it needs are made; what would
    /// stand beyond the last column is left out.
    Block(usize, usize, Vec<Vec<String>>),
    /// Adds an empty row before the one at a place.
    AddRow(usize),
    /// Adds a row like another one, behind it.
    CopyRow(usize),
    /// Moves a row to the place of another one.
    MoveRow(usize, usize),
    /// Takes a row out.
    RemoveRow(usize),
    /// Says what a column is.
    Assign(usize, Column),
    /// Adds a column.
    AddColumn(Column),
    /// Takes a column out.
    RemoveColumn(usize),
    /// Says which mark stands before decimals; nothing to be asked.
    Decimal(Option<char>),
    /// Says whether the day comes first in dates of numbers; nothing to be asked.
    DayFirst(Option<bool>),
    /// Measures a force by a claim's size of it, by their places: the claim's id is written down, so that it stays.
    Lend {
        /// The force.
        force: usize,
        /// The claim's row.
        row: usize,
        /// Its id.
        id: String,
    },
    /// Changes the story.
    Story(StoryDraft),
    /// Gives a source, an originator or a force another name wherever it stands; two of one name become one.
    Rename(NameKind, String, String),
    /// Gives a force another name, or its first one, wherever it stands.
    NameForce(usize, String),
    /// Gives a source and an originator of one name another one, wherever they stand.
    Merge(String, String),
    /// Adds the rows of a table; columns that are not there yet are made.
    Append(Vec<Column>, Vec<Vec<String>>),
    /// Puts another draft in its place.
    Replace(Draft),
}

impl Edit {
    /// The draft with the change made. What can't be done changes nothing.
    pub fn applied(self, draft: &Draft) -> Draft {
        let mut next = draft.clone();
        match self {
            Self::Cell(row, column, text) => next.set(row, column, text),
            Self::Block(row, column, block) => {
                for (down, cells) in block.into_iter().enumerate() {
                    for (right, text) in cells.into_iter().enumerate() {
                        next.set(row + down, column + right, text);
                    }
                }
            }
            Self::AddRow(at) => next.insert(at, [Vec::new()]),
            Self::CopyRow(row) => {
                if let Some(original) = draft.rows.get(row) {
                    let mut cells = original.cells.clone();
                    // No two claims have one id.
                    if let Some(id) = draft.column(&Column::Id) {
                        cells[id].clear();
                    }
                    next.insert(row + 1, [cells]);
                }
            }
            Self::MoveRow(from, to) => {
                if from < next.rows.len() && to < next.rows.len() {
                    let row = next.rows.remove(from);
                    next.rows.insert(to, row);
                }
            }
            Self::RemoveRow(row) => {
                if row < next.rows.len() {
                    next.rows.remove(row);
                }
            }
            Self::Assign(column, field) => {
                if let Some(assigned) = Rc::make_mut(&mut next.columns).get_mut(column) {
                    *assigned = field;
                }
            }
            Self::AddColumn(column) => next.add_column(column),
            Self::RemoveColumn(column) => next.remove_column(column),
            Self::Decimal(mark) => next.decimal = mark,
            Self::DayFirst(is_first) => next.day_first = is_first,
            Self::Lend { force, row, id } => {
                if next.column(&Column::Id).is_none() {
                    next.add_column(Column::Id);
                }
                if let Some(column) = next.column(&Column::Id) {
                    next.set(row, column, id.clone());
                }
                if let Some(force) = Rc::make_mut(&mut next.story).forces.get_mut(force) {
                    force.denominator = id;
                }
            }
            Self::Story(story) => next.story = Rc::new(story),
            Self::Rename(kind, from, to) => next = renamed(draft, kind, &from, &to),
            Self::Merge(from, to) => {
                next = renamed(&renamed(draft, NameKind::Source, &from, &to), NameKind::Party, &from, &to);
            }
            Self::NameForce(index, name) => {
                // The rows have the name that it has by now: keys may come faster than the page is drawn.
                let before =
                    draft.story.forces.get(index).map(|force| &*force.name).filter(|before| !before.is_empty());
                if let Some(before) = before {
                    next = renamed(draft, NameKind::Force, before, &name);
                } else if let Some(force) = Rc::make_mut(&mut next.story).forces.get_mut(index) {
                    force.name = name;
                }
            }
            Self::Append(columns, rows) => append(&mut next, &columns, rows),
            Self::Replace(other) => next = other,
        }
        next
    }
}

/// Adds rows whose cells stand in other columns.
fn append(draft: &mut Draft, columns: &[Column], rows: Vec<Vec<String>>) {
    let mut places = Vec::new();
    for column in columns {
        if draft.column(column).is_none() {
            draft.add_column(*column);
        }
        places.push(draft.column(column).unwrap_or_default());
    }
    let width = draft.columns.len();
    let arranged = rows.into_iter().map(|cells| {
        let mut arranged = vec![String::new(); width];
        for (place, text) in places.iter().zip(cells) {
            arranged[*place] = text;
        }
        arranged
    });
    draft.insert(draft.rows.len(), arranged.collect::<Vec<_>>());
}

#[cfg(test)]
mod tests {
    use casualty_calculator::table::Column;

    use super::Edit;
    use crate::draft::{Draft, StoryDraft};

    fn draft(rows: &[&[&str]]) -> Draft {
        let rows = rows.iter().map(|cells| cells.iter().map(|cell| (*cell).to_owned()).collect());
        Draft::new(vec![Column::Source, Column::Note], rows, StoryDraft::default())
    }

    fn cells(draft: &Draft) -> Vec<Vec<&str>> {
        draft.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
    }

    #[test]
    fn a_block_that_is_pasted_makes_the_rows_that_it_needs_and_leaves_the_rest() {
        let block = vec![vec!["x".to_owned(), "lost".to_owned()], vec!["y".to_owned()]];
        let draft = Edit::Block(1, 1, block).applied(&draft(&[&["a", "b"], &["c", "d"]]));
        assert_eq!(cells(&draft), [["a", "b"], ["c", "x"], ["", "y"]]);
    }

    #[test]
    fn rows_are_copied_moved_and_removed_and_keep_their_keys() {
        let first = draft(&[&["a", "1"], &["b", "2"]]);
        let copied = Edit::CopyRow(0).applied(&first);
        assert_eq!(cells(&copied), [["a", "1"], ["a", "1"], ["b", "2"]]);
        let moved = Edit::MoveRow(2, 0).applied(&copied);
        assert_eq!(cells(&moved), [["b", "2"], ["a", "1"], ["a", "1"]]);
        assert_eq!(moved.rows[0].key, first.rows[1].key);
        assert_eq!(cells(&Edit::RemoveRow(1).applied(&moved)), [["b", "2"], ["a", "1"]]);
        assert_eq!(Edit::RemoveRow(9).applied(&moved), moved);
        let keys: std::collections::BTreeSet<_> = moved.rows.iter().map(|row| row.key).collect();
        assert_eq!(keys.len(), 3, "no two rows have one key");
    }

    #[test]
    fn a_force_that_is_named_letter_by_letter_keeps_its_rows() {
        let mut story = StoryDraft::default();
        story.add_force("Army");
        let first = Draft::new(vec![Column::Force], [vec!["Army".to_owned()], vec!["Navy".to_owned()]], story);
        // The second letter comes before anybody has drawn the first.
        let typed = Edit::NameForce(0, "Arm".to_owned()).applied(&first);
        let typed = Edit::NameForce(0, "Armed".to_owned()).applied(&typed);
        assert_eq!(typed.story.forces[0].name, "Armed");
        assert_eq!(cells(&typed), [["Armed"], ["Navy"]]);
        let unnamed = Edit::NameForce(0, String::new()).applied(&typed);
        assert_eq!(Edit::NameForce(0, "N".to_owned()).applied(&unnamed).story.forces[0].name, "N");
    }

    #[test]
    fn rows_of_another_table_find_their_columns() {
        let rows = vec![vec!["12".to_owned(), "c".to_owned()]];
        let draft = Edit::Append(vec![Column::Link, Column::Source], rows).applied(&draft(&[&["a", "b"]]));
        assert_eq!(*draft.columns, [Column::Source, Column::Note, Column::Link]);
        assert_eq!(cells(&draft), [["a", "b", ""], ["c", "", "12"]]);
    }

    #[test]
    fn a_draft_is_kept_whole() {
        let draft = draft(&[&["a", "b"]]);
        let kept = serde_json::to_string(&draft).expect("a draft is JSON");
        assert_eq!(serde_json::from_str::<Draft>(&kept).expect("it is read again"), draft);
    }
}
