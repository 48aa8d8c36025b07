//! Whether the sources can all be right: each pair of claims, as marks in a row and, opened, in words.

use yew::prelude::*;

use crate::components::html::element::{bool_attr, el, view_button};
use crate::components::html::memo::Memoized;
use crate::components::shared::Shared;
use crate::components::view::{Story, ViewMsg};
use crate::domain::{COMPARED, Quantity, Relation, UnlikeReason};
use crate::i18n::{Message, claim_name, column_label};
use crate::text::append;

/// The marks and the words for what can be between two figures.
const RELATIONS: [(&str, Message); 4] =
    [("=", Message::PairsAgree), ("≠", Message::PairsApart), ("×", Message::PairsCoverage), ("×", Message::PairsDates)];

/// The pairs for one of [`COMPARED`], by its place there, and the way to the others. No input changes them.
#[derive(PartialEq)]
pub(super) struct Pairs {
    pub(super) story: Shared<Story>,
    pub(super) chosen: usize,
    pub(super) onview: Callback<ViewMsg>,
}

impl Memoized for Pairs {
    fn view(&self) -> Html {
        pairs(&self.story, self.chosen, &self.onview)
    }
}

fn pairs(story: &Story, chosen: usize, onview: &Callback<ViewMsg>) -> Html {
    let locale = &story.locale;
    let quantity = COMPARED[chosen];
    let mut buttons = el("div", "faces").attr("role", "group");
    for (index, compared) in COMPARED.into_iter().enumerate() {
        let button = view_button(onview, ViewMsg::Pairs(Some(index)));
        let button = button.attr("data-pairs", compared.name()).attr("aria-pressed", bool_attr(index == chosen));
        buttons = buttons.child(button.message(locale, column_label(compared)));
    }
    let mut positions = Vec::new();
    for (claim, row) in story.force().claims.iter().zip(&story.claims.results) {
        if let Some(position) = row.comparable(quantity) {
            positions.push((claim_name(claim, locale), position));
        }
    }
    let mut list = el("ol", "");
    for (this, (who, one)) in positions.iter().enumerate() {
        let mut marks = String::new();
        let mut words = [const { String::new() }; RELATIONS.len()];
        for (that, (other_name, other)) in positions.iter().enumerate() {
            if this == that {
                marks += "·";
                continue;
            }
            let (kind, gap) = match one.relation(other) {
                Relation::Agree | Relation::Unknown => (0, 0.0),
                Relation::Apart(gap) => (1, gap),
                Relation::Unlike(UnlikeReason::Coverage) => (2, 0.0),
                Relation::Unlike(UnlikeReason::Dates) => (3, 0.0),
            };
            marks += RELATIONS[kind].0;
            let mut text = other_name.clone();
            if gap > 0.0 {
                let number = locale.number(gap, if quantity == Quantity::Rate { 2 } else { 0 });
                let message = if quantity == Quantity::Rate { Message::PairsPoints } else { Message::PairsGap };
                text = [&*text, " (", &locale.fill(message, &[("x", &number)]), ")"].concat();
            }
            if one.shares_borrowed_force(other) {
                text = [&*text, " (", locale.text(Message::PairsForce), ")"].concat();
            }
            if one.is_unsure(other) {
                text = [&*text, " (", locale.text(Message::PairsUnsure), ")"].concat();
            }
            append(&mut words[kind], "; ", &text);
        }
        let marks = el("span", "marks").attr("aria-hidden", "true").text(&marks);
        let mut opened = el("details", "").child(el("summary", "").child(el("span", "who").text(who)).child(marks));
        for ((mark, message), words) in RELATIONS.into_iter().zip(&words) {
            if !words.is_empty() {
                let line = [mark, " ", locale.text(message), ": ", words].concat();
                opened = opened.child(el("p", "small").text(&line));
            }
        }
        list = list.child(el("li", "").child(opened));
    }
    let hint = el("p", "small").message(locale, Message::PairsHint);
    el("div", "")
        .child(buttons.attr_owned("aria-label", locale.text(Message::PairsTitle)))
        .child(list)
        .child(hint)
        .into()
}
