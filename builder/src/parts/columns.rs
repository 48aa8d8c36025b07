//! What each column is, and which there are.

use std::rc::Rc;

use casualty_calculator::table::{Column, ColumnGroup};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::grid::column_label;
use super::sending::sending;
use crate::draft::{Act, Draft, Edit};
use crate::kept::keep_head;
use crate::words::{fill, use_interface};

/// What the part is given.
#[derive(PartialEq, Properties)]
pub struct ColumnsProps {
    /// The draft.
    pub draft: Rc<Draft>,
    /// Where changes go.
    pub dispatch: Callback<Act>,
}

/// The part. It is open where a column was not recognised.
#[component]
pub fn Columns(ColumnsProps { draft, dispatch }: &ColumnsProps) -> Html {
    let interface = use_interface();
    let (words, language) = (&interface.words, interface.language);
    let unknown = draft.columns.iter().filter(|column| **column == Column::Ignored).count();
    let add = sending(dispatch, |event: Event| {
        let select = event.target_unchecked_into::<HtmlSelectElement>();
        let column = Column::from_name(&select.value());
        // The list goes back to its first line, for the next one.
        select.set_selected_index(0);
        column.map(|column| Act::Do(Edit::AddColumn(column)))
    });
    let assigned = draft.columns.iter().enumerate().map(|(index, column)| {
        let id = format!("column-{index}");
        let name = match draft.heads.get(index) {
            Some(head) if !head.is_empty() => head.clone(),
            _ => column_label(draft, index, language),
        };
        let head = draft.heads.get(index).cloned().unwrap_or_default();
        let onchange = sending(dispatch, move |event: Event| {
            let name = event.target_unchecked_into::<HtmlSelectElement>().value();
            if !head.is_empty() {
                keep_head(&head, &name);
            }
            Column::from_name(&name).map(|column| Act::Do(Edit::Assign(index, column)))
        });
        let remove = dispatch.reform(move |_: MouseEvent| Act::Do(Edit::RemoveColumn(index)));
        let example = (0..draft.rows.len()).map(|row| draft.cell(row, index)).find(|text| !text.trim().is_empty());
        let others: Vec<_> = draft.columns.iter().copied().filter(|other| other != column).collect();
        html! {
            <li key={index} class={(*column == Column::Ignored).then_some("unknown")}>
                <label for={id.clone()} dir="auto">{name}</label>
                <select {id} {onchange}>
                    <option value={Column::Ignored.name()} selected={*column == Column::Ignored}>
                        {words.column_ignored.clone()}
                    </option>
                    if *column != Column::Ignored && !Column::all().contains(column) {
                        <option value={column.name()} selected=true>{column.label(language)}</option>
                    }
                    {for options(&others, Some(*column), language)}
                </select>
                if let Some(example) = example {
                    <span class="hint" dir="auto">{fill(&words.column_example, &[("text", &shortened(example))])}</span>
                }
                <button type="button" class="plain" onclick={remove}>{words.column_remove.clone()}</button>
            </li>
        }
    });
    html! {
        <div class="columns">
            <details open={unknown > 0}>
                <summary>{words.columns.clone()}</summary>
                if unknown > 0 {
                    <p class="notice">{words.columns_unknown.clone()}</p>
                }
                <ul>{for assigned}</ul>
                <fieldset class="beside">
                    <legend>{words.numbers_title.clone()}</legend>
                    {choice("decimal", &words.decimal, [
                        (words.decimal_ask.clone(), None),
                        (words.decimal_point.clone(), Some('.')),
                        (words.decimal_comma.clone(), Some(',')),
                    ], draft.decimal, Edit::Decimal, dispatch)}
                    {choice("day-first", &words.dates, [
                        (words.decimal_ask.clone(), None),
                        (words.dates_day.clone(), Some(true)),
                        (words.dates_month.clone(), Some(false)),
                    ], draft.day_first, Edit::DayFirst, dispatch)}
                </fieldset>
            </details>
            <label for="add-column">{words.column_add.clone()}</label>
            <select id="add-column" onchange={add}>
                <option value="" selected=true>{words.column_choose.clone()}</option>
                {for options(&draft.columns, None, language)}
            </select>
        </div>
    }
}

/// The columns to choose from, in groups, without those that are there already.
fn options(taken: &[Column], chosen: Option<Column>, language: &'static str) -> Vec<Html> {
    let of_group = |group: ColumnGroup| {
        let columns: Vec<_> =
            Column::all().into_iter().filter(|column| column.group() == group && !taken.contains(column)).collect();
        html! {
            <optgroup label={group.label(language)}>
                {for columns.into_iter().map(|column| html! {
                    <option value={column.name()} selected={Some(column) == chosen}>{column.label(language)}</option>
                })}
            </optgroup>
        }
    };
    ColumnGroup::ALL.into_iter().map(of_group).collect()
}

/// How what could mean two things is read.
fn choice<T: Copy + PartialEq + 'static>(
    id: &'static str,
    label: &str,
    choices: [(String, Option<T>); 3],
    chosen: Option<T>,
    edit: fn(Option<T>) -> Edit,
    dispatch: &Callback<Act>,
) -> Html {
    let values = choices.clone().map(|(_, value)| value);
    let onchange = sending(dispatch, move |event: Event| {
        let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        let value = values.get(usize::try_from(index).ok()?)?;
        Some(Act::Do(edit(*value)))
    });
    html! {
        <div class="field">
            <label for={id}>{label.to_owned()}</label>
            <select {id} {onchange}>
                {for choices.into_iter().map(|(text, value)| html! { <option selected={value == chosen}>{text}</option> })}
            </select>
        </div>
    }
}

/// The beginning of a text.
fn shortened(text: &str) -> String {
    const LENGTH: usize = 40;
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
