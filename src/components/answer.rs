//! The answer in one sentence, and whose figures it uses.

use super::html::disclosure::working_details;
use super::html::element::{El, el};
use super::html::rule::linked_range;
use super::view::View;
use crate::domain::{RateName, SolveFor};
use crate::i18n::{Message, Piece, Sentence, Words, sentence};

/// The sentence that gets quoted, and whose figures it uses.
pub(super) fn answer(view: &View, whose: &str) -> El {
    let View { story, scenario, derived, .. } = view;
    let locale = &*story.locale;
    let Sentence { pieces, range } = sentence(scenario, derived, locale);
    let mut text = el("p", "sentence");
    for piece in pieces {
        text = match piece {
            Piece::Plain(plain) => text.text(plain),
            Piece::Filled(value) => text.child(el("b", "").text(&value)),
        };
    }
    let range = el("p", "answer-allows").hidden(range.is_none()).child(linked_range(
        &range.unwrap_or_default(),
        derived.inputs.doubt(),
        locale,
    ));
    let answer = el("div", "answer").attr("part", "answer").child(text).child(range);
    let answer = answer.child(el("p", "whose").text(whose));
    let rates = &derived.rates;
    match rates.get(RateName::CasualtyRate) {
        Ok(rate) => {
            let working = Words(locale).rate_working(RateName::CasualtyRate, &rate, &derived.inputs, rates);
            let answer = if scenario.solve_for == SolveFor::Rate {
                // What those who listen hear after each change is shorter than the sentence.
                let value = Words(locale).rate(RateName::CasualtyRate, &rate).value;
                let short = locale.fill(Message::Announced, &[("rate", &value)]);
                answer.child(el("p", "short-answer").hidden(true).text(&short))
            } else {
                answer
            };
            answer.child(working_details("small", locale.text(Message::AnswerWorking), &working, ""))
        }
        Err(_) => answer,
    }
}
