//! What survives a content management system: a figure with a table and a link, of elements and attributes that its filters
//! let through. A site's script makes a calculator of it (`upgrade.js`); without one it says what the sources say.

use yew::prelude::*;

use crate::components::html::element::{El, el};
use crate::components::html::source::source_link;
use crate::components::shared::Shared;
use crate::components::view::{Story, View};
use crate::domain::Claim;
use crate::i18n::{COLUMNS, Locale, Message, chain, claim_dates, claim_status, column_label, given_in_column};

/// What the snippet is given.
#[derive(PartialEq, Properties)]
pub struct SnippetProps {
    /// Everything that it draws from.
    pub view: Shared<View>,
    /// The dataset's address; without it the built-in one.
    pub src: Option<String>,
    /// The scenario's text, where it is not the dataset's own.
    pub scenario: Option<String>,
    /// The address of a page that holds the calculator.
    pub page: Option<String>,
}

/// The figure.
#[component]
pub fn Snippet(SnippetProps { view, src, scenario, page }: &SnippetProps) -> Html {
    let Story { dataset, locale, .. } = &*view.story;
    let title = &dataset.title;
    let caption = match page {
        Some(page) => el("a", "").attr_owned("href", page).text(title),
        None => el("strong", "").text(title),
    };
    let heads = COLUMNS.map(|column| el("th", "").attr("scope", "col").message(locale, column_label(column)));
    let head =
        el("tr", "").child(el("th", "").attr("scope", "col").message(locale, Message::SourceColumn)).children(heads);
    let mut table = el("table", "").child(el("thead", "").child(head));
    for force in &dataset.forces {
        let mut rows = el("tbody", "");
        if dataset.forces.len() > 1 {
            let name = el("th", "").attr("scope", "rowgroup").attr_owned("colspan", &(COLUMNS.len() + 1).to_string());
            rows = rows.child(el("tr", "").child(name.dataset_text(&view.story, &force.name)));
        }
        table = table.child(rows.children(force.claims.iter().map(|claim| row(claim, locale))));
    }
    let mut figure = el("figure", "casualty-calculator")
        .attr("data-casualty-calculator", "")
        .attr_owned("data-lang", locale.words_tag())
        .attr_owned("lang", locale.words_tag())
        .attr_owned("dir", locale.direction());
    for (name, value) in [("data-src", src), ("data-scenario", scenario)] {
        if let Some(value) = value {
            figure = figure.attr_owned(name, value);
        }
    }
    figure.child(el("figcaption", "").child(caption)).child(table).into()
}

fn row(claim: &Claim, locale: &Locale) -> El {
    let source = el("th", "")
        .attr("scope", "row")
        .text(&chain(claim, locale))
        .child(el("p", "").child(source_link(&claim.source)).text(&claim_dates(claim, locale)))
        .children(
            Some(claim_status(claim, locale))
                .filter(|status| !status.is_empty())
                .map(|status| el("p", "").text(&status)),
        )
        .children(claim.note.as_ref().map(|note| el("p", "").text(note)));
    let cells = COLUMNS.map(|column| {
        let given = given_in_column(claim, column, locale);
        el("td", "").text(given.as_deref().unwrap_or(locale.text(Message::NotGiven)))
    });
    el("tr", "").child(source).children(cells)
}
