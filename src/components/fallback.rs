//! What stands where no script runs: the same parts, drawn once, without anything to change.

use yew::prelude::*;

use super::answer::answer;
use super::app::View;
use super::background::background;
use super::chart::{chart, claim_rows, claim_words};
use super::checks::{checks, claim_findings};
use super::element::el;
use super::shared::Shared;
use super::table::table;
use crate::i18n::Message;

/// What the fallback is given.
#[derive(PartialEq, Properties)]
pub struct FallbackProps {
    /// Everything that it draws from.
    pub view: Shared<View>,
}

/// The answer, the chart, the table, the findings and the sources.
#[component]
pub fn Fallback(FallbackProps { view }: &FallbackProps) -> Html {
    let View { dataset, locale, .. } = &**view;
    let rows = Shared::from(claim_rows(view, &claim_words(view)));
    let summary = dataset.summary.as_deref().map(|summary| el("p", "summary").text(summary));
    let head = el("header", "head").child(el("h2", "question").text(&dataset.title)).child(answer(view));
    let heading = |message| el("h3", "").word(locale, message);
    let comparison = el("section", "comparison")
        .child(heading(Message::ComparisonTitle))
        .child(chart(view, &rows))
        .child(table(view, &Default::default()));
    let calculator = el("article", "calculator")
        .set("lang", locale.words_tag())
        .child(head.children(summary))
        .child(comparison)
        .child(checks(view, &claim_findings(view).into(), el("div", "")))
        .node(background(view));
    el("div", "casualty-calculator-fallback").child(el("div", "").child(calculator)).into()
}
