//! Drawings inside the page: places in per cent of a width that only the browser knows.

use super::element::{El, el};
use crate::domain::decimal_text;
use crate::i18n::Locale;

/// A drawing that those who listen hear nothing of.
pub(crate) fn picture(class: &'static str, width: &'static str, height: &'static str) -> El {
    let picture = el("svg", class).attr("width", width).attr("height", height);
    picture.attr("aria-hidden", "true").attr("focusable", "false")
}

/// A vertical line.
pub(crate) fn vertical_line(class: &'static str, x: &str, from: &'static str, to: &'static str) -> El {
    el("line", class).attr_owned("x1", x).attr_owned("x2", x).attr("y1", from).attr("y2", to)
}

/// A place on an axis that ends at `end`, in per cent to four decimals: more would only make longer texts.
pub(crate) fn per_cent(place: f64, end: f64) -> String {
    let hundredth_per_cents = (place / end * 1e6).round() / 1e4;
    decimal_text(hundredth_per_cents) + "%"
}

/// A place so far from where reading starts, as a share of the width. For drawings with texts; all others are mirrored by
/// the style sheet, but WebKit can't turn a text back where it stands.
pub(crate) fn reading_place(share: f64, locale: &Locale) -> String {
    per_cent(if locale.direction() == "rtl" { 1.0 - share } else { share }, 1.0)
}
