//! The claims as a grid of cells that are edited in place.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::grid_row::GridRow;
use crate::browser::pasted_rows;
use crate::draft::{Act, Draft, Edit};
use crate::judged::Judged;
use crate::words::use_interface;

/// A cell, by its row and column.
pub type Cell = (usize, usize);

/// How many rows a page key goes.
const PAGE: usize = 10;

/// The code of every key that goes to whatever composes letters.
const COMPOSING: u32 = 229;

/// What the grid is given.
#[derive(PartialEq, Properties)]
pub struct GridProps {
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

/// What a key does in the grid.
enum Answer {
    /// Goes to another cell, and edits it or not.
    Go(Cell, bool),
    /// Edits the cell, with this text in place of its own.
    Edit(Option<String>),
    /// Takes back what was typed.
    Revert,
    /// Empties the cell.
    Clear,
}

/// The name under which typing in a cell is one step.
fn field_name((row, column): Cell) -> String {
    format!("cell {row} {column}")
}

/// The grid.
#[component]
pub fn Grid(GridProps { draft, judged, active, onactive, dispatch }: &GridProps) -> Html {
    let interface = use_interface();
    let words = &interface.words;
    let root = use_node_ref();
    // The text that the cell had before it was edited; nothing where it isn't.
    let before = use_state_eq(|| None::<String>);
    // Whether the active cell takes the focus once it is drawn: only where the focus was in the grid.
    let takes_focus = use_mut_ref(|| false);
    let active =
        (active.0.min(draft.rows.len().saturating_sub(1)), active.1.min(draft.columns.len().saturating_sub(1)));
    let is_editing = before.is_some();
    use_effect_with((active, is_editing), {
        let (root, takes_focus) = (root.clone(), Rc::clone(&takes_focus));
        move |_| {
            if std::mem::take(&mut *takes_focus.borrow_mut()) {
                focus_active(&root);
            }
        }
    });

    // Rows that go, as by undo, take the focus with them.
    let lost_focus = use_mut_ref(|| false);
    use_effect_with(draft.rows.len(), {
        let (root, lost_focus) = (root.clone(), Rc::clone(&lost_focus));
        move |_| {
            let document = gloo::utils::document();
            let is_nowhere = document.active_element().is_none_or(|element| element.tag_name() == "BODY");
            if std::mem::take(&mut *lost_focus.borrow_mut()) && is_nowhere {
                focus_active(&root);
            }
        }
    });

    let go = {
        let (before, onactive, dispatch, takes_focus) =
            (before.clone(), onactive.clone(), dispatch.clone(), Rc::clone(&takes_focus));
        let draft = Rc::clone(draft);
        move |cell: Cell, edits: bool| {
            *takes_focus.borrow_mut() = true;
            dispatch.emit(Act::EndTyping);
            before.set(edits.then(|| draft.cell(cell.0, cell.1).to_owned()));
            onactive.emit(cell);
        }
    };
    let onkeydown = {
        let (go, before, dispatch, draft) = (go.clone(), before.clone(), dispatch.clone(), Rc::clone(draft));
        let takes_focus = Rc::clone(&takes_focus);
        Callback::from(move |event: KeyboardEvent| {
            // A repair is a button, and answers to keys as buttons do.
            if is_in_button(&event) {
                return;
            }
            let size = (draft.rows.len(), draft.columns.len());
            let answer =
                if before.is_some() { key_in_editor(&event, active, size) } else { key_in_grid(&event, active, size) };
            let Some(answer) = answer else { return };
            event.prevent_default();
            let set = |text: String| Edit::Cell(active.0, active.1, text);
            match answer {
                Answer::Go(cell, edits) => go(cell, edits),
                Answer::Edit(text) => {
                    *takes_focus.borrow_mut() = true;
                    before.set(Some(draft.cell(active.0, active.1).to_owned()));
                    if let Some(text) = text {
                        dispatch.emit(Act::Type(field_name(active), set(text)));
                    }
                }
                Answer::Revert => {
                    if let Some(text) = &*before {
                        dispatch.emit(Act::Type(field_name(active), set(text.clone())));
                    }
                    go(active, false);
                }
                Answer::Clear => dispatch.emit(Act::Do(set(String::new()))),
            }
        })
    };
    let clicked = use_mut_ref(|| None::<Cell>);
    let onclick = {
        let (go, clicked) = (go.clone(), Rc::clone(&clicked));
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            // A click into the editor places its cursor, one on a repair repairs.
            let is_inside = |element: &Element| element.closest("textarea, button").ok().flatten().is_some();
            if let Some(cell) = target.filter(|element| !is_inside(element)).and_then(|element| cell_of(&element)) {
                // The first click chooses a cell, another one edits it.
                let edits = clicked.borrow_mut().replace(cell) == Some(cell) && cell == active;
                go(cell, edits);
            }
        })
    };
    let oninput = dispatch.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        Act::Type(field_name(active), Edit::Cell(active.0, active.1, text))
    });
    let onpaste = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let block = event.dyn_ref().and_then(pasted_rows).unwrap_or_default();
            // One cell's text goes into the editor as into any field.
            let is_block = block.len() > 1 || block.first().is_some_and(|row| row.len() > 1);
            if is_block || (!is_editing && !block.is_empty()) {
                event.prevent_default();
                event.stop_propagation();
                dispatch.emit(Act::Do(Edit::Block(active.0, active.1, block)));
            }
        })
    };
    let oncopy = {
        let draft = Rc::clone(draft);
        Callback::from(move |event: Event| {
            let data = event.dyn_ref::<web_sys::ClipboardEvent>().and_then(web_sys::ClipboardEvent::clipboard_data);
            if let (Some(data), false) = (data, is_editing)
                && data.set_data("text/plain", draft.cell(active.0, active.1)).is_ok()
            {
                event.prevent_default();
            }
        })
    };
    let onfocusout = {
        let (before, dispatch, root) = (before.clone(), dispatch.clone(), root.clone());
        let (takes_focus, lost_focus) = (Rc::clone(&takes_focus), Rc::clone(&lost_focus));
        Callback::from(move |event: FocusEvent| {
            // An editor that goes loses the focus to nobody, and the next cell is about to take it.
            if *takes_focus.borrow() {
                return;
            }
            let goes_to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
            let stays = root.cast::<Element>().is_some_and(|root| root.contains(goes_to.as_ref()));
            if !stays {
                *lost_focus.borrow_mut() = goes_to.is_none();
                dispatch.emit(Act::EndTyping);
                before.set(None);
            }
        })
    };
    let heads = draft.columns.iter().enumerate().map(|(index, column)| {
        let label = column_label(draft, index, interface.language);
        html! {
            <div role="columnheader" aria-colindex={(index + 2).to_string()} class={classes!("cell", column_width(column))}>
                {label}
            </div>
        }
    });
    let rows = draft.rows.iter().enumerate().map(|(index, row)| {
        html! {
            <GridRow key={row.key} row={Rc::clone(row)} {index} columns={Rc::clone(&draft.columns)}
                problems={judged.row_problems(index)} active={(active.0 == index).then_some(active.1)}
                editing={is_editing && active.0 == index} dispatch={dispatch.clone()} />
        }
    });
    html! {
        <div ref={root} class="grid" role="grid" aria-label={words.grid.clone()} aria-rowcount={(draft.rows.len() + 1).to_string()}
            aria-colcount={(draft.columns.len() + 1).to_string()} aria-describedby="grid-keys"
            {onkeydown} {onclick} {oninput} {onpaste} {oncopy} {onfocusout}>
            <div role="row" class="row heads" aria-rowindex="1">
                <div role="columnheader" class="cell number" aria-colindex="1">{words.row_number.clone()}</div>
                {for heads}
            </div>
            {for rows}
        </div>
    }
}

/// What a column is called: its field or, where it is not used, the head that it came with.
fn column_label(draft: &Draft, index: usize, language: &str) -> String {
    use casualty_calculator::table::Column;
    match (&draft.columns[index], draft.heads.get(index)) {
        (Column::Ignored, Some(head)) if !head.is_empty() => format!("({head})"),
        (column, _) => column.label(language),
    }
}

/// How much room a column takes, as a class: what the style sheet knows.
pub fn column_width(column: &casualty_calculator::table::Column) -> &'static str {
    use casualty_calculator::table::Column;
    match column {
        Column::Attribution | Column::Note | Column::Link | Column::DisputedBy => "wide",
        Column::Source | Column::AsOfWords => "middling",
        _ => "narrow",
    }
}

fn is_in_button(event: &KeyboardEvent) -> bool {
    event.target().is_some_and(|target| target.dyn_ref::<web_sys::HtmlButtonElement>().is_some())
}

fn cell_of(element: &Element) -> Option<Cell> {
    let cell = element.closest("[data-column]").ok()??;
    let number = |name: &str| cell.get_attribute(name)?.parse().ok();
    Some((number("data-row")?, number("data-column")?))
}

/// Gives the focus to the active cell or, where it is edited, to its editor, with the cursor at the end.
fn focus_active(root: &NodeRef) {
    let Some(root) = root.cast::<Element>() else { return };
    if let Some(editor) = root.query_selector("textarea").ok().flatten() {
        let editor: HtmlTextAreaElement = editor.unchecked_into();
        let end = editor.value().encode_utf16().count() as u32;
        // Where the browser refuses, the cursor stands at the beginning.
        let _ = editor.focus();
        let _ = editor.set_selection_range(end, end);
    } else if let Some(cell) = root.query_selector("[role=gridcell][tabindex='0']").ok().flatten() {
        let _ = cell.unchecked_into::<HtmlElement>().focus();
    }
}

/// What a key does where a cell is edited: Enter and Tab keep the text and go on, Escape takes it back.
fn key_in_editor(event: &KeyboardEvent, (row, column): Cell, (rows, columns): Cell) -> Option<Answer> {
    if event.is_composing() {
        return None;
    }
    // With Shift, WebKit on Linux has no name for it.
    let key = if event.code() == "Tab" { "Tab".to_owned() } else { event.key() };
    match (key.as_str(), event.shift_key()) {
        ("Enter", false) if row + 1 < rows => Some(Answer::Go((row + 1, column), false)),
        ("Enter", false) => Some(Answer::Go((row, column), false)),
        ("Tab", false) if column + 1 < columns => Some(Answer::Go((row, column + 1), true)),
        ("Tab", false) if row + 1 < rows => Some(Answer::Go((row + 1, 0), true)),
        ("Tab", true) if column > 0 => Some(Answer::Go((row, column - 1), true)),
        ("Tab", true) if row > 0 => Some(Answer::Go((row - 1, columns.saturating_sub(1)), true)),
        ("Escape", _) => Some(Answer::Revert),
        _ => None,
    }
}

/// What a key does where no cell is edited. Tab leaves the grid, so that nobody is caught in it.
fn key_in_grid(event: &KeyboardEvent, (row, column): Cell, (rows, columns): Cell) -> Option<Answer> {
    let key = event.key();
    let (last_row, last_column) = (rows.saturating_sub(1), columns.saturating_sub(1));
    let is_right_to_left = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| element.closest("[dir=rtl]").is_ok_and(|found| found.is_some()));
    let to_start = if is_right_to_left { "ArrowRight" } else { "ArrowLeft" };
    let to_end = if is_right_to_left { "ArrowLeft" } else { "ArrowRight" };
    let all = event.ctrl_key() || event.meta_key();
    let to = |row, column| Some(Answer::Go((row, column), false));
    match key.as_str() {
        _ if event.alt_key() => None,
        "ArrowUp" => to(if all { 0 } else { row.saturating_sub(1) }, column),
        "ArrowDown" => to(if all { last_row } else { (row + 1).min(last_row) }, column),
        "Home" => to(if all { 0 } else { row }, 0),
        "End" => to(if all { last_row } else { row }, last_column),
        "PageUp" => to(row.saturating_sub(PAGE), column),
        "PageDown" => to((row + PAGE).min(last_row), column),
        key if key == to_start => to(row, if all { 0 } else { column.saturating_sub(1) }),
        key if key == to_end => to(row, if all { last_column } else { (column + 1).min(last_column) }),
        "Enter" | "F2" => Some(Answer::Edit(None)),
        "Delete" | "Backspace" => Some(Answer::Clear),
        // Where letters are composed of several keys, the editor has to be there for them.
        // The code is how that is told from keys without a name, such as Shift and Tab in WebKit.
        "Process" | "Unidentified" if event.key_code() == COMPOSING => Some(Answer::Edit(Some(String::new()))),
        key if !all && key.chars().count() == 1 => Some(Answer::Edit(Some(key.to_owned()))),
        _ => None,
    }
}
