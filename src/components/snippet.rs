//! What survives a content management system: a figure with a table and a link, of elements and attributes that its filters
//! let through. A site's script makes a calculator of it (`upgrade.js`); without one it says what the sources say.

use yew::prelude::*;

use super::app::View;
use super::background::{chain, link};
use super::element::{El, el};
use super::shared::Shared;
use crate::domain::{Category, Claim, Quantity, Unit};
use crate::i18n::{Locale, Message, Words};

/// What a source can give, and how it is called.
pub(super) const COLUMNS: [(Quantity, Message); 7] = [
    (Quantity::Deployed, Message::Deployed),
    (Quantity::Of(Category::Killed), Message::Killed),
    (Quantity::Of(Category::Wounded), Message::Wounded),
    (Quantity::Of(Category::Missing), Message::Missing),
    (Quantity::Of(Category::Captured), Message::Captured),
    (Quantity::Casualties, Message::Casualties),
    (Quantity::Rate, Message::Rate),
];

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
    let View { dataset, locale, .. } = &**view;
    let title = &dataset.title;
    let caption = match page {
        Some(page) => el("a", "").set("href", page).text(title),
        None => el("strong", "").text(title),
    };
    let heads = COLUMNS.map(|(_, name)| el("th", "").with("scope", "col").word(locale, name));
    let head =
        el("tr", "").child(el("th", "").with("scope", "col").word(locale, Message::SourceColumn)).children(heads);
    let rows = dataset.claims.iter().map(|claim| row(claim, locale));
    let table = el("table", "").child(el("thead", "").child(head)).child(el("tbody", "").children(rows));
    let mut figure = el("figure", "casualty-calculator")
        .with("data-casualty-calculator", "")
        .set("data-lang", locale.words_tag())
        .set("lang", locale.words_tag())
        .set("dir", locale.direction());
    for (name, value) in [("data-src", src), ("data-scenario", scenario)] {
        if let Some(value) = value {
            figure = figure.set(name, value);
        }
    }
    figure.child(el("figcaption", "").child(caption)).child(table).into()
}

fn row(claim: &Claim, locale: &Locale) -> El {
    let source =
        el("th", "").with("scope", "row").text(&chain(claim, locale)).child(el("p", "").child(link(&claim.source)));
    let cells = COLUMNS.map(|(quantity, _)| {
        let given = given(claim, quantity, locale);
        el("td", "").text(given.as_deref().unwrap_or(locale.text(Message::NotGiven)))
    });
    el("tr", "").child(source).children(cells)
}

/// What a claim gives in a column, in words. What is counted together has no column of its own.
pub(super) fn given(claim: &Claim, quantity: Quantity, locale: &Locale) -> Option<String> {
    let words = Words(locale);
    let mut parts: Vec<_> =
        claim.given(quantity).map(|given| words.reported(given, quantity.unit())).into_iter().collect();
    for group in claim.groups.iter().filter(|_| quantity == Quantity::Casualties) {
        let covers = locale.fill(Message::GroupOf, &[("counts", &locale.coverage(group.covers))]);
        let count = words.reported(&group.count, Unit::People);
        parts.push(locale.fill(Message::FigureOf, &[("x", &count), ("counts", &covers)]));
    }
    if parts.is_empty() { None } else { Some(parts.join("; ")) }
}
