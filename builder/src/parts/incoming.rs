//! A table that was opened while another one is there: where it goes is asked.

use casualty_calculator::table::{Column, Table};
use yew::prelude::*;

use crate::draft::{Act, Draft, Edit, StoryDraft};
use crate::words::{fill, use_interface};

/// A table that is to be put somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingTable(pub Table);

impl IncomingTable {
    /// Its cells.
    pub fn rows(&self) -> Vec<Vec<String>> {
        self.0.rows.iter().map(|row| row.cells.clone()).collect()
    }

    /// What its columns are.
    pub fn columns(&self) -> Vec<Column> {
        self.0.columns.clone()
    }

    /// The draft of it, with a story.
    pub fn draft(&self, story: StoryDraft) -> Draft {
        Draft::with_heads(self.columns(), self.0.heads.clone(), self.rows(), story)
    }
}

/// What the question is given.
#[derive(PartialEq, Properties)]
pub struct IncomingProps {
    /// The table.
    pub table: IncomingTable,
    /// The story that is there.
    pub story: StoryDraft,
    /// Where changes go.
    pub dispatch: Callback<Act>,
    /// Called once it is answered.
    pub onanswer: Callback<()>,
}

/// The question.
#[component]
pub fn Incoming(IncomingProps { table, story, dispatch, onanswer }: &IncomingProps) -> Html {
    let words = use_interface().words;
    let answer = |text: &str, class: &'static str, edit: Option<Edit>| {
        let (dispatch, onanswer) = (dispatch.clone(), onanswer.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(edit) = edit.clone() {
                dispatch.emit(Act::Do(edit));
            }
            onanswer.emit(());
        });
        html! { <button type="button" {class} {onclick}>{text.to_owned()}</button> }
    };
    html! {
        <div class="notice question" role="alertdialog" aria-labelledby="incoming-title">
            <p id="incoming-title">{fill(&words.incoming, &[("rows", &table.0.rows.len().to_string())])}</p>
            {answer(&words.incoming_add, "main", Some(Edit::Append(table.columns(), table.rows())))}
            {answer(&words.incoming_replace, "", Some(Edit::Replace(table.draft(story.clone()))))}
            {answer(&words.cancel, "plain", None)}
        </div>
    }
}
