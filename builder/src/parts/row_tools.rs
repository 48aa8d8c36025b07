//! What can be done to the active row.

use std::rc::Rc;

use yew::prelude::*;

use super::grid::Cell;
use crate::draft::{Act, Draft, Edit};
use crate::words::{fill, use_interface};

/// What the tools are given.
#[derive(PartialEq, Properties)]
pub struct RowToolsProps {
    /// The draft.
    pub draft: Rc<Draft>,
    /// The cell that keys act on.
    pub active: Cell,
    /// Where the active cell is told.
    pub onactive: Callback<Cell>,
    /// Where changes go.
    pub dispatch: Callback<Act>,
}

/// The tools.
#[component]
pub fn RowTools(RowToolsProps { draft, active: (row, column), onactive, dispatch }: &RowToolsProps) -> Html {
    let words = use_interface().words;
    let (row, column) = (*row, *column);
    let last = draft.rows.len().saturating_sub(1);
    let tool = |text: &str, enabled: bool, edit: Edit, next: usize| {
        let (dispatch, onactive) = (dispatch.clone(), onactive.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.emit(Act::Do(edit.clone()));
            onactive.emit((next, column));
        });
        html! { <button type="button" class="plain" disabled={!enabled} {onclick}>{text.to_owned()}</button> }
    };
    let is_row = row < draft.rows.len();
    let below = if is_row { row + 1 } else { 0 };
    html! {
        <div class="tools" role="group" aria-label={words.row_tools.clone()}>
            <span>{fill(&words.row_of, &[("number", &(row + 1).to_string()), ("count", &draft.rows.len().to_string())])}</span>
            {tool(&words.row_add, true, Edit::AddRow(below), below)}
            {tool(&words.row_copy, is_row, Edit::CopyRow(row), row + 1)}
            {tool(&words.row_up, is_row && row > 0, Edit::MoveRow(row, row.saturating_sub(1)), row.saturating_sub(1))}
            {tool(&words.row_down, is_row && row < last, Edit::MoveRow(row, row + 1), row + 1)}
            {tool(&words.row_remove, is_row, Edit::RemoveRow(row), row.min(last.saturating_sub(1)))}
        </div>
    }
}
