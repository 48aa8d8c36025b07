//! One row of the chart: whose figures, what they come to, and a bar with what the wording allows over it.
//!
//! Words are HTML, so that they wrap and keep their size; only marks are SVG, placed in per cent of its width.

use yew::Html;

use crate::components::html::element::{El, el};
use crate::components::html::svg::{per_cent, picture, vertical_line};
use crate::domain::Category;
use crate::state::{Bar, Fill, Whisker, WhiskerEnd};

/// The height of a bar's drawing, in pixels.
const HEIGHT: &str = "28";

/// The middle of that height.
const MIDDLE: &str = "14";

/// The words of a row: whose it is, what it comes to, and its figures.
pub(super) type RowWords = [Html; 3];

/// What shows of a row, on an axis that ends at `axis_end`.
pub(super) fn bar_summary(tag: &'static str, [name, value, figures]: &RowWords, bar: &Bar, axis_end: f64) -> El {
    let mut drawing = picture(if bar.is_cap() { "bar cap" } else { "bar" }, "100%", HEIGHT);
    for segment in &bar.segments {
        let (x, width) = (per_cent(segment.from, axis_end), per_cent(segment.to - segment.from, axis_end));
        let rect = el("rect", fill_class(segment.fill())).attr_owned("x", &x).attr_owned("width", &width);
        drawing = drawing.child(rect.attr("y", "6").attr("height", "16"));
    }
    if let Some(drawn) = bar.drawn_whisker() {
        drawing = drawing.child(whisker(drawn, bar.has_own_range, axis_end));
    }
    el(tag, "bar-summary").node(name.clone()).node(value.clone()).child(drawing).node(figures.clone())
}

/// The class that fills a stretch of a bar.
pub(super) fn fill_class(fill: Fill) -> &'static str {
    match fill {
        Fill::Of(Category::Killed) => "segment killed",
        Fill::Of(Category::Wounded) => "segment wounded",
        Fill::Of(Category::Missing) => "segment missing",
        Fill::Of(Category::Captured) => "segment captured",
        Fill::Together => "segment together",
        Fill::Undivided => "segment undivided",
        Fill::Partly => "segment partly",
    }
}

/// The line for a range: a single one for what the wording allows, a double one for a source's own.
fn whisker(Whisker { low, high }: Whisker, is_own_range: bool, axis_end: f64) -> El {
    let (low_x, low_end) = (per_cent(low.0, axis_end), low.1);
    let (high_x, high_end) = (high.0.map_or_else(|| "100%".to_owned(), |high| per_cent(high, axis_end)), high.1);
    let line = |class| {
        let line = el("line", class).attr_owned("x1", &low_x).attr_owned("x2", &high_x);
        line.attr("y1", MIDDLE).attr("y2", MIDDLE)
    };
    let end = |x: &str, end, arrow| match end {
        WhiskerEnd::Arrow => {
            let arrow = el("path", "arrow").attr("d", arrow);
            el("svg", "").attr_owned("x", x).attr("y", MIDDLE).attr("overflow", "visible").child(arrow)
        }
        WhiskerEnd::Ring => el("circle", "ring").attr_owned("cx", x).attr("cy", MIDDLE).attr("r", "4"),
        WhiskerEnd::Bar => vertical_line("whisker", x, "9", "19"),
    };
    let mut whisker = el("g", if is_own_range { "bounds own-range" } else { "bounds" });
    whisker = whisker.child(line("whisker halo")).child(line("whisker shaft"));
    if is_own_range {
        whisker = whisker.child(line("whisker core"));
    }
    let low_end = end(&low_x, low_end, "M7 -5 L0 0 L7 5");
    whisker.child(low_end).child(end(&high_x, high_end, "M-7 -5 L0 0 L-7 5"))
}
