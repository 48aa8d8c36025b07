//! Outlets and originators, each once: a name that is changed here changes in every row.

use std::rc::Rc;

use casualty_calculator::domain::Check;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::sending::sending;
use crate::draft::{Act, Edit, Name, NameKind};
use crate::judged::Judged;
use crate::words::{fill, use_interface};

/// What the part is given.
#[derive(PartialEq, Properties)]
pub struct SourcesPartProps {
    /// What the draft comes to.
    pub judged: Rc<Judged>,
    /// Where changes go.
    pub dispatch: Callback<Act>,
}

/// The part.
#[component]
pub fn SourcesPart(SourcesPartProps { judged, dispatch }: &SourcesPartProps) -> Html {
    let words = use_interface().words;
    let list = |kind: NameKind, names: &[Name], id: &'static str, title: &str, lead: &str| {
        let rows = names.iter().enumerate().map(|(index, name)| {
            let id = format!("{id}-{index}");
            let onchange = {
                let from = name.name.clone();
                sending(dispatch, move |event: Event| {
                    let to = event.target_unchecked_into::<HtmlInputElement>().value().trim().to_owned();
                    (!to.is_empty() && to != from).then(|| Act::Do(Edit::Rename(kind, from.clone(), to)))
                })
            };
            html! {
                <li key={index}>
                    <input {id} value={name.name.clone()} aria-label={words.name_field.clone()} dir="auto" {onchange} />
                    <span class="hint">{fill(&words.name_rows, &[("count", &name.rows.to_string())])}</span>
                </li>
            }
        });
        html! {
            <div class="names">
                <h3>{title.to_owned()}</h3>
                <p class="hint">{lead.to_owned()}</p>
                <ul hidden={names.is_empty()}>{for rows}</ul>
                <p hidden={!names.is_empty()}>{words.names_none.clone()}</p>
            </div>
        }
    };
    let alike = judged.findings.iter().filter(|finding| finding.check == Check::NamesNearlyAlike);
    let alike = alike.filter_map(|finding| match finding.names.as_slice() {
        [one, other] => Some((one.clone(), other.clone())),
        _ => None,
    });
    let alike = alike.map(|(one, other)| {
        let merge = |from: &str, to: &str| {
            let (from, to) = (from.to_owned(), to.to_owned());
            let label = fill(&words.names_use, &[("name", &to)]);
            let onclick = dispatch.reform(move |_: MouseEvent| Act::Do(Edit::Merge(from.clone(), to.clone())));
            html! { <button type="button" class="repair" {onclick}>{label}</button> }
        };
        html! {
            <li>
                {fill(&words.names_alike, &[("one", &one), ("other", &other)])}{" "}
                {merge(&other, &one)}{merge(&one, &other)}
            </li>
        }
    });
    html! {
        <section id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{words.sources_title.clone()}</h2>
            <p class="lead">{words.sources_lead.clone()}</p>
            <ul class="problems">{for alike}</ul>
            <div class="beside">
                {list(NameKind::Source, &judged.sources, "source", &words.outlets_title, &words.outlets_lead)}
                {list(NameKind::Party, &judged.parties, "party", &words.parties_title, &words.parties_lead)}
            </div>
            <datalist id="source-names">
                {for judged.sources.iter().map(|name| html! { <option value={name.name.clone()} /> })}
            </datalist>
        </section>
    }
}
