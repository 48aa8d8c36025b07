//! The table: the grid, what can be done to its rows and columns, and the active row as a form.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::claim_form::ClaimForm;
use super::columns::Columns;
use super::grid::{Cell, Grid};
use super::row_tools::RowTools;
use crate::draft::{Act, Draft};
use crate::judged::Judged;
use crate::words::use_interface;

/// What the part is given.
#[derive(PartialEq, Properties)]
pub struct TablePartProps {
    /// The draft.
    pub draft: Rc<Draft>,
    /// What it comes to.
    pub judged: Rc<Judged>,
    /// The cell that keys act on.
    pub active: Cell,
    /// Where the active cell is told.
    pub onactive: Callback<Cell>,
    /// Where changes go.
    pub dispatch: Callback<Act>,
}

/// The part.
#[component]
pub fn TablePart(TablePartProps { draft, judged, active, onactive, dispatch }: &TablePartProps) -> Html {
    let words = use_interface().words;
    html! {
        <section id="table" aria-labelledby="table-title">
            <h2 id="table-title">{words.table_title.clone()}</h2>
            <p class="lead">{words.table_lead.clone()}</p>
            <Columns columns={Rc::clone(&draft.columns)} heads={Rc::clone(&draft.heads)} examples={draft.examples()}
                decimal={draft.decimal} day_first={draft.day_first} dispatch={dispatch.clone()} />
            <RowTools draft={Rc::clone(draft)} active={*active} onactive={onactive.clone()} dispatch={dispatch.clone()} />
            <div class="frame">
                <Grid draft={Rc::clone(draft)} judged={Rc::clone(judged)} active={*active} onactive={onactive.clone()}
                    dispatch={dispatch.clone()} />
            </div>
            <p class="hint" id="grid-keys">{words.grid_keys.clone()}</p>
            <ClaimForm draft={Rc::clone(draft)} judged={Rc::clone(judged)} row={active.0} dispatch={dispatch.clone()} />
        </section>
    }
}

/// Shows a cell and gives it the focus, once it is the active one.
pub fn open_cell(cell: Cell) {
    once_drawn(cell, |cell| {
        cell.scroll_into_view();
        // Without it the cell is in view all the same.
        let _ = cell.focus();
    });
}

/// Gives a cell the focus, once it is drawn: what had it is gone with the beginning.
pub fn focus_cell(cell: Cell) {
    once_drawn(cell, |cell| {
        // Without it the page begins at its beginning.
        let _ = cell.focus();
    });
}

fn once_drawn((row, column): Cell, act: fn(HtmlElement)) {
    gloo::timers::callback::Timeout::new(0, move || {
        let selector = format!("[data-row='{row}'][data-column='{column}']");
        let cell = gloo::utils::document().query_selector(&selector).ok().flatten();
        if let Some(cell) = cell.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
            act(cell);
        }
    })
    .forget();
}
