//! A row of the grid. Most changes leave all rows but one alone, so each is compared as a whole and drawn only if it changed.

use std::rc::Rc;

use casualty_calculator::table::Column;
use yew::prelude::*;

use super::grid::column_width;
use crate::draft::{Act, Row};
use crate::judged::CellProblem;
use crate::words::use_interface;

/// What a row is given.
#[derive(PartialEq, Properties)]
pub struct GridRowProps {
    /// Its cells.
    pub row: Rc<Row>,
    /// Its place.
    pub index: usize,
    /// What the cells are.
    pub columns: Rc<Vec<Column>>,
    /// What is wrong with them.
    pub problems: Vec<CellProblem>,
    /// The column of the active cell, if it is in this row.
    pub active: Option<usize>,
    /// Whether that is edited.
    pub editing: bool,
    /// Where repairs go.
    pub dispatch: Callback<Act>,
}

/// The row.
#[component]
pub fn GridRow(props: &GridRowProps) -> Html {
    let GridRowProps { row, index, columns, active, .. } = props;
    let number = (index + 1).to_string();
    let language = use_interface().language;
    let cells = (0..columns.len()).map(|column| cell(props, column, language));
    html! {
        <div role="row" class={classes!("row", active.is_some().then_some("active"))} aria-rowindex={(index + 2).to_string()}
            data-key={row.key.to_string()}>
            <div role="rowheader" class="cell number" aria-colindex="1">{number}</div>
            {for cells}
        </div>
    }
}

fn cell(props: &GridRowProps, column: usize, language: &str) -> Html {
    let GridRowProps { row, index, columns, problems, active, editing, dispatch } = props;
    let text = row.cells.get(column).cloned().unwrap_or_default();
    let is_active = *active == Some(column);
    let problems: Vec<_> = problems.iter().filter(|problem| problem.column == Some(column)).collect();
    let problem_id = format!("problem-{}-{column}", row.key);
    let class = classes!("cell", column_width(&columns[column]), (!problems.is_empty()).then_some("wrong"));
    html! {
        <div key={column} role="gridcell" {class} tabindex={if is_active { "0" } else { "-1" }} data-row={index.to_string()}
            data-column={column.to_string()} aria-colindex={(column + 2).to_string()}
            aria-selected={if is_active { "true" } else { "false" }}
            aria-invalid={(!problems.is_empty()).then_some("true")}
            aria-describedby={(!problems.is_empty()).then(|| problem_id.clone())}>
            if is_active && *editing {
                <textarea rows="1" value={text} dir="auto" aria-label={columns[column].label(language)} />
            } else {
                <span class="text" dir="auto">{text}</span>
            }
            if !problems.is_empty() {
                <span class="problem" id={problem_id}>
                    {for problems.iter().map(|problem| html! { <span class="line">{problem.message.clone()}</span> })}
                </span>
                {for problems.iter().flat_map(|problem| repairs(problem, dispatch))}
            }
        </div>
    }
}

/// The buttons that mend a cell by one press.
pub fn repairs<'a>(problem: &'a CellProblem, dispatch: &'a Callback<Act>) -> impl Iterator<Item = Html> + use<'a> {
    problem.repairs.iter().map(move |repair| {
        let edit = repair.edit.clone();
        let onclick = dispatch.reform(move |event: MouseEvent| {
            event.stop_propagation();
            Act::Do(edit.clone())
        });
        html! { <button type="button" class="repair" {onclick}>{repair.label.clone()}</button> }
    })
}
