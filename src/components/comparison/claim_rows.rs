//! The claims' rows of the chart. Inputs change them only where they make the axis longer or shorter.

use yew::prelude::*;

use super::bar::{RowWords, bar_summary};
use crate::components::html::draws::count_draw;
use crate::components::html::element::{On, el};
use crate::components::lazy::claim_details::claim_details;
use crate::components::shared::Shared;
use crate::components::view::{Story, ViewMsg};
use crate::domain::{Claim, ClaimResults, Quantity, RateName};
use crate::i18n::{Message, claim_figures, claim_status, originator, total_and_rate, total_note};
use crate::state::{ComparisonOptions, sorted_claims};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ClaimRowsProps {
    pub(super) story: Shared<Story>,
    pub(super) arrangement: ComparisonOptions,
    /// Whether figures that were replaced or withdrawn are shown too.
    pub(super) shows_superseded: bool,
    /// Whether the rows hold what they open to.
    pub(super) claims_opened: bool,
    pub(super) axis_end: f64,
    pub(super) onview: Callback<ViewMsg>,
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
        if props.story != old.story || props.claims_opened != old.claims_opened {
            self.claims = worded_claims(props);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        count_draw("ClaimRows");
        let ClaimRowsProps { story, arrangement, shows_superseded, claims_opened, axis_end, onview } = context.props();
        let claims = &story.force().claims;
        let bars = &story.bars(arrangement.scale).bars;
        let mut list = el("ol", "bars");
        if !claims_opened {
            // What a row opens to is drawn with the first one that a reader opens: many open none.
            list = list.on(On::Click, onview.reform(|_| ViewMsg::OpenClaims));
        }
        for index in sorted_claims(claims, &story.claims.results, *arrangement) {
            let (claim, (words, details)) = (&claims[index], &self.claims[index]);
            if claim.is_superseded() && !shows_superseded {
                continue;
            }
            let summary = bar_summary("summary", words, &bars[index], *axis_end);
            let row = el("details", "").child(summary).node(details.clone());
            list = list.child(el("li", "bar-row").child(row).key(&claim.id).attr_owned("data-claim", &claim.id));
        }
        list.into()
    }
}

fn worded_claims(ClaimRowsProps { story, claims_opened, .. }: &ClaimRowsProps) -> Vec<(RowWords, Html)> {
    let mut all = Vec::new();
    for (claim, row) in story.force().claims.iter().zip(&story.claims.results) {
        let mut details = el("div", "opened");
        if *claims_opened {
            details = details.node(claim_details(story, claim, row));
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
    let words = claim_figures(claim, locale);
    let mut figures = el("div", "bar-figures").text(&words);
    let mut separator = if words.is_empty() { "" } else { " · " };
    let status = claim_status(claim, locale);
    if claim.period.is_none() {
        value = value.child(el("span", "").text(&total_and_rate(&row.rates, Some(claim), locale)));
        for note in bar_notes(story, claim, row) {
            figures = figures.child(el("span", "note-of-bar").text(&[separator, &note].concat()));
            separator = " · ";
        }
    }
    if !status.is_empty() {
        figures = figures.child(el("span", "claim-status").text(&[separator, &status].concat()));
    }
    [name.into(), value.into(), figures.into()]
}

/// What a claim's total counts, where its parts do not say it, and whose force its rate is measured against.
fn bar_notes(story: &Story, claim: &Claim, row: &ClaimResults) -> Vec<String> {
    let locale = &story.locale;
    let mut notes = Vec::new();
    if claim.reported(Quantity::Casualties).is_some() {
        notes.push(total_note(claim, locale));
    }
    if let (Some(lender), Ok(_)) = (story.lender(claim), row.rates.get(RateName::CasualtyRate)) {
        notes.push(locale.fill(Message::ChartBorrowed, &[("name", &lender.source.name)]));
    }
    notes
}
