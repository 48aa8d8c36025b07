//! What the wording allows: ranges, and the links to the rule behind them.

use super::element::{El, el};
use crate::domain::Doubt;
use crate::i18n::{Locale, Message, Words};

/// The id of the method within the element.
pub(crate) const METHOD_ID: &str = "rule";

/// "The wording allows 31–42%", the first words leading to the rule. A source's own range follows no rule of ours.
pub(crate) fn linked_range(range: &str, doubt: Doubt, locale: &Locale) -> El {
    let words = Words(locale).allows(doubt);
    let words = if doubt == Doubt::Sources { el("span", "").text(words) } else { rule_link(words, "0") };
    el("span", "allows").child(words).text(" ").child(el("span", "range").text(range))
}

/// A range in a group whose note says what ranges are; those who listen hear it with each.
pub(crate) fn range(range: &str, doubt: Doubt, locale: &Locale) -> El {
    let words = el("span", "visually-hidden").text(Words(locale).allows(doubt)).text(" ");
    el("span", "allows").child(words).child(el("span", "range").text(range))
}

/// What the ranges of a group are, leading to the rule. The Tab key leads there by the link under the answer.
pub(crate) fn ranges_note(doubt: Doubt, locale: &Locale) -> El {
    let message = match doubt {
        Doubt::Nothing | Doubt::Wording => Message::WordingRanges,
        Doubt::Sources => return el("p", "small").message(locale, Message::SourceRanges),
        Doubt::Both => Message::BothRanges,
    };
    el("p", "small").child(rule_link(locale.text(message), "-1"))
}

fn rule_link(words: &str, tab: &'static str) -> El {
    // The address of the page does not lead into the element: `rule_links.js` does.
    el("a", "rule-link").attr("href", "#rule").attr("tabindex", tab).text(words)
}
