//! What each column is, and which there are.

use std::rc::Rc;

use casualty_calculator::table::{Column, ColumnGroup};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::choice::Choice;
use super::sending::sending;
use crate::draft::{Act, Edit};
use crate::kept::keep_head;
use crate::words::{fill, use_interface};

/// What the part is given: not the draft, of which each letter is another one.
#[derive(PartialEq, Properties)]
pub struct ColumnsProps {
    /// What each cell of a row is.
    pub columns: Rc<Vec<Column>>,
    /// The heads that the columns had where the table comes from.
    pub heads: Rc<Vec<String>>,
    /// Of each column, the first text in it.
    pub examples: Vec<String>,
    /// The mark before decimals, where somebody was asked.
    pub decimal: Option<char>,
    /// Whether the day comes first, where somebody was asked.
    pub day_first: Option<bool>,
    /// Where changes go.
    pub dispatch: Callback<Act>,
}

/// The part. It is open where a column was not recognised.
#[component]
pub fn Columns(props: &ColumnsProps) -> Html {
    let ColumnsProps { columns, heads, examples, decimal, day_first, dispatch } = props;
    let interface = use_interface();
    let (words, language) = (&interface.words, interface.language);
    let unknown = columns.iter().filter(|column| **column == Column::Ignored).count();
    // Not at once: who chooses by keys passes other columns on the way.
    let addable = use_node_ref();
    let add = {
        let addable = addable.clone();
        sending(dispatch, move |_: MouseEvent| {
            let select = addable.cast::<HtmlSelectElement>()?;
            let column = Column::from_name(&select.value());
            // The list goes back to its first line, for the next one.
            select.set_selected_index(0);
            column.map(|column| Act::Do(Edit::AddColumn(column)))
        })
    };
    let assigned = columns.iter().enumerate().map(|(index, column)| {
        let id = format!("column-{index}");
        let name = match heads.get(index) {
            Some(head) if !head.is_empty() => head.clone(),
            _ => column.label(language),
        };
        let head = heads.get(index).cloned().unwrap_or_default();
        let onchange = sending(dispatch, move |event: Event| {
            let name = event.target_unchecked_into::<HtmlSelectElement>().value();
            if !head.is_empty() {
                keep_head(&head, &name);
            }
            Column::from_name(&name).map(|column| Act::Do(Edit::Assign(index, column)))
        });
        let remove = dispatch.reform(move |_: MouseEvent| Act::Do(Edit::RemoveColumn(index)));
        let example = examples.get(index).filter(|text| !text.is_empty());
        let others: Vec<_> = columns.iter().copied().filter(|other| other != column).collect();
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
                    {for fields(&others, Some(*column), language)}
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
                    <Choice id="decimal" label={words.decimal.clone()} chosen={decimal.map_or_else(String::new, String::from)}
                        options={options([
                            ("", &words.decimal_ask), (".", &words.decimal_point), (",", &words.decimal_comma),
                        ])}
                        edit={|mark: String| Edit::Decimal(mark.chars().next())} dispatch={dispatch.clone()} />
                    <Choice id="day-first" label={words.dates.clone()}
                        chosen={day_first.map_or("", |is_first| if is_first { DAY } else { MONTH })}
                        options={options([("", &words.decimal_ask), (DAY, &words.dates_day), (MONTH, &words.dates_month)])}
                        edit={|first: String| Edit::DayFirst((!first.is_empty()).then_some(first == DAY))}
                        dispatch={dispatch.clone()} />
                </fieldset>
            </details>
            <label for="add-column">{words.column_add.clone()}</label>
            <select id="add-column" ref={addable}>
                <option value="" selected=true>{words.column_choose.clone()}</option>
                {for fields(columns, None, language)}
            </select>
            <button type="button" id="add-column-now" onclick={add}>{words.column_add_now.clone()}</button>
        </div>
    }
}

/// The columns to choose from, in groups, without those that are there already.
fn fields(taken: &[Column], chosen: Option<Column>, language: &'static str) -> Vec<Html> {
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

/// The values of what comes first in a date of numbers.
const DAY: &str = "day";
const MONTH: &str = "month";

/// What a choice offers.
fn options(known: [(&'static str, &String); 3]) -> Vec<(AttrValue, AttrValue)> {
    known.map(|(value, text)| (value.into(), text.clone().into())).to_vec()
}

/// The beginning of a text.
fn shortened(text: &str) -> String {
    const LENGTH: usize = 40;
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
