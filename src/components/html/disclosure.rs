//! What opens: values to their workings, and buttons to parts that are drawn when they are asked for.

use yew::prelude::*;

use super::element::{El, bool_attr, el, view_button};
use crate::components::view::{Story, ViewMsg};
use crate::i18n::Message;

/// A value that opens to its working and to whose figures are in it; one without a working is only a text.
pub(crate) fn working_details(class: &'static str, value: &str, working: &str, whose: &str) -> El {
    labelled_working_details("", class, value, working, whose)
}

/// The same with a label for whoever comes to the value alone, by the Tab key or from a list: it says what the value is of.
pub(crate) fn labelled_working_details(
    label: &str,
    class: &'static str,
    value: &str,
    working: &str,
    whose: &str,
) -> El {
    if working.is_empty() {
        return el("span", class).text(value);
    }
    let summary = el("summary", class).text(value);
    let summary = if label.is_empty() { summary } else { summary.attr_owned("aria-label", label) };
    let opened = el("p", "small").text(&[working, ". ", whose].concat());
    el("details", "working").child(summary).child(opened)
}

/// A button that opens or closes a part, and the part below it while it is open.
pub(crate) fn disclosure(
    story: &Story,
    class: &'static str,
    title: Message,
    part: Option<Html>,
    (onview, next): (&Callback<ViewMsg>, ViewMsg),
) -> El {
    let button = view_button(onview, next).attr("data-lazy", class);
    let button = button.attr("aria-expanded", bool_attr(part.is_some())).message(&story.locale, title);
    let section = el("div", class).child(button);
    match part {
        Some(part) => section.node(part),
        // Beside one more or one less, Yew would make the button anew, and it would lose the focus.
        None => section.child(el("div", "").hidden(true)),
    }
}
