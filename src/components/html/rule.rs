//! The link from "the wording allows" to the rule behind it.

use yew::prelude::*;

use super::element::{El, On, el};
use crate::i18n::{Locale, Message};

/// The id of the method within the element.
pub(crate) const METHOD_ID: &str = "rule";

/// "The wording allows 31–42%", the first words leading to the rule. The Tab key has to lead there once, with "0": what
/// stands beside each figure, with "-1", is for those who point or who listen.
pub(crate) fn wording_allows(locale: &Locale, range: &str, tab: &'static str) -> El {
    let onclick = Callback::from(open_rule);
    let link = el("a", "rule-link").attr("href", "#rule").attr("tabindex", tab).on(On::Click, onclick);
    let link = link.message(locale, Message::WordingAllows);
    el("span", "allows").child(link).text(" ").child(el("span", "range").text(range))
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
