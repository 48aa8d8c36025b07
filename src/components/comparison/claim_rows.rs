//! The claims' rows of the chart. Inputs change them only where they make the axis longer or shorter.

use yew::prelude::*;

use super::bar::{RowWords, bar_summary};
use crate::components::html::draws::count_draw;
use crate::components::html::element::{El, el};
use crate::components::lazy::{LazyPart, lazy_part};
use crate::components::shared::Shared;
use crate::components::view::{LoadState, Story};
use crate::domain::{Claim, ClaimResults, Quantity, RateName};
use crate::i18n::{Message, claim_figures, originator, total_and_rate};
use crate::state::{ComparisonOptions, sorted_claims};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ClaimRowsProps {
    pub(super) story: Shared<Story>,
    pub(super) load_state: LoadState,
    pub(super) arrangement: ComparisonOptions,
    pub(super) axis_end: f64,
}

/// A row a claim, in the order that was asked for.
pub(super) struct ClaimRows {
    /// Of each claim, its words and what its row opens to: the axis changes neither.
    claims: Vec<(RowWords, Html)>,
}

impl Component for ClaimRows {
    type Message = ();
    type Properties = ClaimRowsProps;

    fn create(context: &Context<Self>) -> Self {
        Self { claims: worded_claims(context.props()) }
    }

    fn changed(&mut self, context: &Context<Self>, old: &ClaimRowsProps) -> bool {
        let props = context.props();
        if props.story != old.story || props.load_state != old.load_state {
            self.claims = worded_claims(props);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        count_draw("ClaimRows");
        let ClaimRowsProps { story, arrangement, axis_end, .. } = context.props();
        let bars = &story.claims.bars[arrangement.scale as usize].bars;
        let mut list = el("ol", "bars");
        for index in sorted_claims(&story.dataset.claims, &story.claims.results, *arrangement) {
            let (claim, (words, details)) = (&story.dataset.claims[index], &self.claims[index]);
            let summary = bar_summary("summary", words, &bars[index], *axis_end).attr("data-lazy", "claim");
            let row = el("details", "").child(summary).node(details.clone());
            list = list.child(el("li", "bar-row").child(row).key(&claim.id).attr_owned("data-claim", &claim.id));
        }
        list.into()
    }
}

fn worded_claims(ClaimRowsProps { story, load_state, .. }: &ClaimRowsProps) -> Vec<(RowWords, Html)> {
    let mut all = Vec::new();
    for (claim, row) in story.dataset.claims.iter().zip(&story.claims.results) {
        let mut details = el("div", "opened");
        if *load_state != LoadState::Waiting {
            details = details.node(lazy_part(story, LazyPart::Claim(claim, row), *load_state));
        }
        all.push((row_words(story, claim, row), details.into()));
    }
    all
}

fn row_words(story: &Story, claim: &Claim, row: &ClaimResults) -> RowWords {
    let locale = &story.locale;
    let name = el("div", "bar-name").child(el("span", "who").text(&originator(claim, locale))).text(" ");
    let name = name.child(el("span", "via").text(&claim.source.name));
    let mut value = el("div", "bar-value");
    let mut figures = el("div", "bar-figures").text(&claim_figures(claim, locale));
    if claim.period.is_none() {
        value = value.child(el("span", "").text(&total_and_rate(&row.rates, Some(claim), locale)));
        figures = figures.children(bar_notes(story, claim, row));
    }
    [name.into(), value.into(), figures.into()]
}

/// What a claim's total counts, where its parts do not say it, and whose force its rate is measured against.
fn bar_notes(story: &Story, claim: &Claim, row: &ClaimResults) -> Vec<El> {
    let locale = &story.locale;
    let mut notes = Vec::new();
    let note =
        |message, name, text: &str| el("span", "note-of-bar").text(" · ").text(&locale.fill(message, &[(name, text)]));
    if claim.reported(Quantity::Casualties).is_some() {
        notes.push(note(Message::ChartCounts, "counts", &locale.coverage(claim.covers)));
    }
    if let (Some(lender), Ok(_)) = (story.lender(claim), row.rates.get(RateName::CasualtyRate)) {
        notes.push(note(Message::ChartBorrowed, "name", &lender.source.name));
    }
    notes
}
