//! What follows from the inputs.

use super::html::disclosure::labelled_working_details;
use super::html::element::{El, el, section};
use super::html::rule::{range, ranges_note};
use super::view::View;
use crate::domain::{Rate, RateName, Unavailable};
use crate::i18n::{Message, Words, rate_label};

/// Every rate: those that can be worked out, then those that can't, with the reason.
pub(super) fn rate_list(view: &View, whose: &str, spread: El) -> El {
    let (story, locale) = (&view.story, &view.story.locale);
    let mut known = el("dl", "");
    let mut unknown = el("dl", "");
    let mut any_unknown = false;
    for (name, rate) in view.derived.rates.iter() {
        // What is given itself needs no words on what is implied.
        let is_given = matches!(rate, Err(Unavailable::Given));
        if is_given || (name == RateName::DaysLeft && !story.dataset.show_days_left) {
            continue;
        }
        let row = row(name, rate, view, whose);
        match rate {
            Ok(_) => known = known.child(row),
            Err(_) => {
                any_unknown = true;
                unknown = unknown.child(row);
            }
        }
    }
    let summary = el("summary", "").message(locale, Message::RatesUnavailable);
    section(story, "rates", "rates-title", Message::RatesTitle)
        .child(ranges_note(view.derived.inputs.doubt(), locale))
        .child(known)
        .child(el("details", "unavailable").hidden(!any_unknown).child(summary).child(unknown))
        .child(spread)
}

fn row(name: RateName, rate: Result<Rate, Unavailable>, view: &View, whose: &str) -> El {
    let locale = &view.story.locale;
    let words = Words(locale);
    let label = rate_label(name, rate.ok().and_then(|rate| rate.counts), locale);
    let row = el("div", "rate").key(name.name()).attr("data-rate", name.name()).child(el("dt", "").text(&label));
    match rate {
        Ok(rate) => {
            let worded = words.rate(name, &rate);
            let allowed = el("span", "rate-allows").hidden(worded.allows.is_none());
            let allowed = allowed.child(range(&worded.allows.unwrap_or_default(), view.derived.inputs.doubt(), locale));
            let derived = &view.derived;
            let working = words.rate_working(name, &rate, &derived.inputs, &derived.rates);
            let label = locale.fill(Message::NameValue, &[("name", &label), ("x", &worded.value)]);
            row.child(
                el("dd", "")
                    .child(labelled_working_details(&label, "value", &worded.value, &working, whose))
                    .child(allowed),
            )
        }
        Err(reason) => {
            let reason_text = words.unavailable(name, reason);
            row.attr("data-unavailable", reason.name()).child(el("dd", "reason").text(reason_text))
        }
    }
}
