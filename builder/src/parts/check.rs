//! What is wrong with the cells, what doesn't add up, and each claim in a sentence to hold against the report.

use std::rc::Rc;

use casualty_calculator::domain::Severity;
use yew::prelude::*;

use super::grid::Cell;
use super::grid_row::repairs;
use crate::draft::Act;
use crate::judged::Judged;
use crate::words::{fill, use_interface};

/// What the part is given.
#[derive(PartialEq, Properties)]
pub struct CheckPartProps {
    /// What the draft comes to.
    pub judged: Rc<Judged>,
    /// Opens a cell in the table.
    pub onopen: Callback<Cell>,
    /// Where repairs go.
    pub dispatch: Callback<Act>,
}

/// How many rows are listed one by one: who has more to mend begins with these.
const LISTED: usize = 100;

/// The part.
#[component]
pub fn CheckPart(CheckPartProps { judged, onopen, dispatch }: &CheckPartProps) -> Html {
    let words = use_interface().words;
    let problems = judged.problems.iter().take(LISTED).map(|problem| {
        let cell = (problem.row, problem.column.unwrap_or(0));
        html! {
            <li>
                <span>{problem.place_and_message.clone()}</span>{" "}
                <button type="button" class="plain" onclick={onopen.reform(move |_: MouseEvent| cell)}>
                    {words.check_show.clone()}
                </button>
                {for repairs(problem, dispatch)}
            </li>
        }
    });
    let findings = judged.findings.iter().map(|finding| {
        let label = match finding.severity {
            Severity::Warning => &words.check_warning,
            Severity::Note => &words.check_note,
        };
        let shown = finding.rows.iter().map(|row| {
            let row = *row;
            html! {
                <button type="button" class="plain" onclick={onopen.reform(move |_: MouseEvent| (row, 0))}>
                    {fill(&words.check_row, &[("number", &(row + 1).to_string())])}
                </button>
            }
        });
        html! {
            <li>
                <strong>{label.clone()}{": "}{finding.title.clone()}</strong>{" "}
                <span>{finding.sentence.clone()}</span>{" "}
                {for shown}
            </li>
        }
    });
    let sentences = judged.sentences.iter().take(LISTED).map(|(row, sentence)| {
        let row = *row;
        let link = judged.links.get(&row).cloned();
        html! {
            <li key={row}>
                <span dir="auto">{sentence.clone()}</span>{" "}
                if let Some(link) = link {
                    <a href={link} target="_blank" rel="noopener noreferrer">{words.check_report.clone()}</a>{" "}
                }
                <button type="button" class="plain" onclick={onopen.reform(move |_: MouseEvent| (row, 0))}>
                    {fill(&words.check_row, &[("number", &(row + 1).to_string())])}
                </button>
            </li>
        }
    });
    let rest = judged.problems.len().saturating_sub(LISTED);
    html! {
        <section id="check" aria-labelledby="check-title">
            <h2 id="check-title">{words.check_title.clone()}</h2>
            <p class="status" role="status">
                {if judged.is_sound() { words.check_sound.clone() } else {
                    fill(&words.check_wrong, &[("count", &judged.wrong().to_string())])
                }}
            </p>
            <ul class="problems" hidden={judged.wrong() == 0}>
                {for problems}
                {for judged.fields.iter().map(|(id, problem)| html! {
                    <li>
                        <span>{problem.clone()}</span>{" "}
                        <a href={format!("#{id}")}>{words.check_show.clone()}</a>
                    </li>
                })}
                {for judged.errors.iter().map(|error| html! { <li>{error.clone()}</li> })}
                if rest > 0 {
                    <li>{fill(&words.check_more, &[("count", &rest.to_string())])}</li>
                }
            </ul>
            <h3>{words.findings_title.clone()}</h3>
            <p hidden={!judged.findings.is_empty()}>{words.findings_none.clone()}</p>
            <ul class="findings" hidden={judged.findings.is_empty()}>{for findings}</ul>
            <details open={judged.sentences.len() <= 12}>
                <summary>{words.sentences_title.clone()}</summary>
                <p class="hint">{words.sentences_lead.clone()}</p>
                <ol class="sentences">{for sentences}</ol>
            </details>
        </section>
    }
}
