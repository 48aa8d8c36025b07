//! What the fills of the chart mean, and the patterns that they are made of.

use super::bar::fill_class;
use crate::components::html::element::{El, el};
use crate::components::html::svg::picture;
use crate::i18n::{Locale, fill_label};
use crate::state::Fill;

pub(super) fn legend(locale: &Locale) -> El {
    let entries = Fill::ALL.map(|fill| {
        let rect = el("rect", fill_class(fill)).attr("x", "0.5").attr("y", "0.5");
        let swatch = picture("swatch", "16", "12").child(rect.attr("width", "15").attr("height", "11"));
        el("li", "").child(swatch).text(fill_label(fill, locale))
    });
    let patterns = picture("patterns", "0", "0").children(patterns());
    el("div", "legend").child(patterns).child(el("ul", "").children(entries))
}

/// The patterns that the style sheet fills with, by name.
fn patterns() -> [El; 4] {
    let pattern = |id: &'static str, rotation: &'static str, mark: El, back: &'static str| {
        let back = el("rect", back).attr("width", "6").attr("height", "6");
        let pattern = el("pattern", "").attr("id", id).attr("width", "6").attr("height", "6");
        pattern.attr("patternUnits", "userSpaceOnUse").attr("patternTransform", rotation).child(back).child(mark)
    };
    let stripe = |class, width: &'static str| el("rect", class).attr("width", width).attr("height", "6");
    let dot = el("circle", "captured-dot").attr("cx", "3").attr("cy", "3").attr("r", "1.5");
    [
        pattern("missing-fill", "rotate(45)", stripe("missing-line", "2.5"), "missing-back"),
        pattern("captured-fill", "rotate(0)", dot, "captured-back"),
        pattern("together-fill", "rotate(-45)", stripe("together-line", "1.5"), "together-back"),
        pattern("partly-fill", "rotate(90)", stripe("partly-line", "1"), "partly-back"),
    ]
}
