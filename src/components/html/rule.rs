//! What the wording allows: ranges, and the links to the rule behind them.

use yew::prelude::*;

use super::element::{El, On, el};
use crate::i18n::{Locale, Message};

/// The id of the method within the element.
pub(crate) const METHOD_ID: &str = "rule";

/// "The wording allows 31–42%", the first words leading to the rule.
pub(crate) fn linked_range(range: &str, locale: &Locale) -> El {
    let link = rule_link(Message::WordingAllows, "0", locale);
    el("span", "allows").child(link).text(" ").child(el("span", "range").text(range))
}

/// A range in a group whose note says what ranges are; those who listen hear it with each.
pub(crate) fn range(range: &str, locale: &Locale) -> El {
    let words = el("span", "visually-hidden").message(locale, Message::WordingAllows).text(" ");
    el("span", "allows").child(words).child(el("span", "range").text(range))
}

/// What the ranges of a group are, leading to the rule. The Tab key leads there by the link under the answer.
pub(crate) fn ranges_note(locale: &Locale) -> El {
    el("p", "small").child(rule_link(Message::WordingRanges, "-1", locale))
}

fn rule_link(message: Message, tab: &'static str, locale: &Locale) -> El {
    let link = el("a", "rule-link").attr("href", "#rule").attr("tabindex", tab);
    link.on(On::Click, Callback::from(open_rule)).message(locale, message)
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
