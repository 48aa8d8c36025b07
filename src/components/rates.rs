//! What follows from the inputs.

use super::answer::whose;
use super::app::View;
use super::element::{El, el, section};
use super::rule::allows;
use crate::domain::{Coverage, Rate, RateName, Unavailable};
use crate::i18n::{Locale, Message, Words};

/// Every rate: those that can be worked out, then those that can't, with the reason.
pub(super) fn rate_list(view: &View, spread: El) -> El {
    let locale = &view.locale;
    let mut known = el("dl", "");
    let mut unknown = el("dl", "");
    let mut any_unknown = false;
    let whose = whose(view);
    for (name, rate) in view.derived.rates.iter() {
        if name == RateName::DaysLeft && !view.dataset.show_days_left {
            continue;
        }
        let row = row(name, rate, view, &whose);
        match rate {
            Ok(_) => known = known.child(row),
            Err(_) => {
                any_unknown = true;
                unknown = unknown.child(row);
            }
        }
    }
    let summary = el("summary", "").word(locale, Message::RatesUnavailable);
    section(view, "rates", "rates-title", Message::RatesTitle)
        .child(known)
        .child(el("details", "unavailable").hidden(!any_unknown).child(summary).child(unknown))
        .child(spread)
}

fn row(name: RateName, rate: Result<Rate, Unavailable>, view: &View, whose: &str) -> El {
    let locale = &view.locale;
    let words = Words(locale);
    let label = label(name, rate.ok().and_then(|rate| rate.counts), locale);
    let row = el("div", "rate").key(name.name()).with("data-rate", name.name()).child(el("dt", "").text(&label));
    match rate {
        Ok(rate) => {
            let worded = words.rate(name, &rate);
            let range = el("span", "rate-allows").hidden(worded.allows.is_none());
            let range = range.child(allows(locale, &worded.allows.unwrap_or_default(), "-1"));
            let derived = &view.derived;
            let working = words.rate_working(name, &rate, &derived.inputs, &derived.rates);
            let label = locale.fill(Message::Valued, &[("name", &label), ("x", &worded.value)]);
            row.child(el("dd", "").child(opening_of(&label, "value", &worded.value, &working, whose)).child(range))
        }
        Err(reason) => {
            let reason_text = words.unavailable(name, reason);
            row.with("data-unavailable", reason.name()).child(el("dd", "reason").text(reason_text))
        }
    }
}

/// A worked-out value that opens to its working and whose figures are in it; one without a working is only a text.
pub(super) fn opening(class: &'static str, value: &str, working: &str, whose: &str) -> El {
    opening_of("", class, value, working, whose)
}

/// The same with a label for whoever comes to the value alone, by the Tab key or from a list: it says of what the value is.
pub(super) fn opening_of(label: &str, class: &'static str, value: &str, working: &str, whose: &str) -> El {
    if working.is_empty() {
        return el("span", class).text(value);
    }
    let summary = el("summary", class).text(value);
    let summary = if label.is_empty() { summary } else { summary.set("aria-label", label) };
    let opened = el("p", "small").text(&[working, ". ", whose].concat());
    el("details", "working").child(summary).child(opened)
}

/// How a rate is called.
pub(super) fn label(name: RateName, counts: Option<Coverage>, locale: &Locale) -> String {
    let message = match name {
        RateName::Casualties if counts.is_some() => Message::RateCasualtiesSum,
        RateName::Casualties => Message::RateCasualties,
        RateName::CasualtyRate => Message::RateCasualtyRate,
        RateName::KilledRate => Message::RateKilledRate,
        RateName::WoundedRate => Message::RateWoundedRate,
        RateName::MissingRate => Message::RateMissingRate,
        RateName::CapturedRate => Message::RateCapturedRate,
        RateName::CasualtyRateFirst => Message::RateCasualtyRateFirst,
        RateName::Irrecoverable if counts.is_some() => Message::RateIrrecoverableSum,
        RateName::Irrecoverable => Message::RateIrrecoverable,
        RateName::IrrecoverableRate => Message::RateIrrecoverableRate,
        RateName::KilledShare => Message::RateKilledShare,
        RateName::WoundedPerKilled => Message::RateWoundedPerKilled,
        RateName::Remaining => Message::RateRemaining,
        RateName::OneIn => Message::RateOneIn,
        RateName::PerDay => Message::RatePerDay,
        RateName::PerDayRate => Message::RatePerDayRate,
        RateName::DaysLeft => Message::RateDaysLeft,
        RateName::ImpliedDeployed => Message::RateImpliedDeployed,
        RateName::ImpliedCasualties => Message::RateImpliedCasualties,
    };
    locale.fill(message, &[("counts", &counts.map(|counts| locale.coverage(counts)).unwrap_or_default())])
}
