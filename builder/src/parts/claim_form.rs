//! The active row as a form: every field with what it means. It is the way for small screens and for whoever is new to it.

use std::rc::Rc;

use casualty_calculator::table::Column;
use yew::prelude::*;

use super::field::Field;
use super::grid_row::repairs;
use crate::draft::{Act, Draft, Edit};
use crate::judged::Judged;
use crate::words::{fill, use_interface};

/// What the form is given.
#[derive(PartialEq, Properties)]
pub struct ClaimFormProps {
    /// The draft.
    pub draft: Rc<Draft>,
    /// What it comes to.
    pub judged: Rc<Judged>,
    /// The row.
    pub row: usize,
    /// Where changes go.
    pub dispatch: Callback<Act>,
}

/// The form.
#[component]
pub fn ClaimForm(ClaimFormProps { draft, judged, row, dispatch }: &ClaimFormProps) -> Html {
    let interface = use_interface();
    let (words, language, row) = (&interface.words, interface.language, *row);
    let Some(of_row) = draft.rows.get(row) else { return html! { <div hidden=true /> } };
    let problems = judged.row_problems(row);
    let fields = draft.columns.iter().enumerate().filter(|(_, column)| **column != Column::Ignored).map(|(index, column)| {
        let wrong: Vec<_> = problems.iter().filter(|problem| problem.column == Some(index)).collect();
        let problem: Option<AttrValue> = (!wrong.is_empty()).then(|| {
            wrong.iter().map(|problem| &*problem.message).collect::<Vec<_>>().join(" ").into()
        });
        let list = match column {
            Column::Source => Some(AttrValue::from("source-names")),
            Column::Force => Some(AttrValue::from("force-names")),
            _ => None,
        };
        html! {
            <Field key={column.name()} id={format!("claim-{}-{}", of_row.key, column.name())} label={column.label(language)}
                hint={column.hint(language)} value={draft.cell(row, index).to_owned()} {problem} {list}
                long={*column == Column::Note}
                edit={Callback::from(move |text| Edit::Cell(row, index, text))} dispatch={dispatch.clone()}>
                {for wrong.into_iter().flat_map(|problem| repairs(problem, dispatch))}
            </Field>
        }
    });
    html! {
        <details class="claim-form">
            <summary>{fill(&words.claim_form, &[("number", &(row + 1).to_string())])}</summary>
            if let Some(sentence) = judged.sentence(row) {
                <p class="sentence" dir="auto">{sentence.to_owned()}</p>
            }
            <div class="fields">{for fields}</div>
        </details>
    }
}
