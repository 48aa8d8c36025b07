//! What the wording allows: ranges, and the links to the rule behind them.

use yew::prelude::*;

use super::element::{El, On, el};
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
    let link = el("a", "rule-link").attr("href", "#rule").attr("tabindex", tab);
    link.on(On::Click, Callback::from(open_rule)).text(words)
}

/// Opens the method and goes there. The address of the page does not lead into the element, so the link alone would not.
#[cfg(feature = "web")]
fn open_rule(event: Event) {
    use gloo::utils::document;
    use wasm_bindgen::JsCast;

    event.prevent_default();
    let root = event.target_dyn_into::<web_sys::Element>().map(|link| link.get_root_node());
    let within = root.and_then(|root| root.dyn_into::<web_sys::ShadowRoot>().ok());
    let rule = match within {
        Some(root) => root.get_element_by_id(METHOD_ID),
        None => document().get_element_by_id(METHOD_ID),
    };
    if let Some(rule) = rule.and_then(|rule| rule.dyn_into::<web_sys::HtmlElement>().ok()) {
        // The attribute has no value to refuse.
        let _ = rule.set_attribute("open", "");
        rule.scroll_into_view();
        if let Ok(Some(summary)) = rule.query_selector("summary")
            && let Ok(summary) = summary.dyn_into::<web_sys::HtmlElement>()
        {
            // It was there a moment ago; without focus the reader still sees it.
            let _ = summary.focus();
        }
    }
}

#[cfg(not(feature = "web"))]
fn open_rule(_: Event) {}
