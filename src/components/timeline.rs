//! The claims by the day that they are for: killed and casualties, with what the wordings allow.

use yew::prelude::*;

use super::app::View;
use super::background::originator;
use super::chart::{along, at, picture};
use super::checks::name;
use super::element::{El, el, heading};
use crate::domain::{Category, Claim, Date, Measure, Position, Quantity, Subject};
use crate::i18n::{Message, Words};
use crate::state::axis;
use crate::text::append;

/// The height of the picture, in pixels.
const HEIGHT: &str = "260";

/// What one claim says, and when.
struct Point<'a> {
    day: Date,
    index: usize,
    claim: &'a Claim,
    position: &'a Position,
}

/// Both timelines. No input changes them.
pub(super) fn timeline(view: &View) -> Html {
    let locale = &view.locale;
    let mut both = el("div", "timelines");
    for (quantity, title) in
        [(Quantity::Of(Category::Killed), Message::Killed), (Quantity::Casualties, Message::Casualties)]
    {
        let points = points(view, quantity);
        if points.is_empty() {
            continue;
        }
        let mut list = el("ol", "points");
        for point in &points {
            let value = Words(locale).value(point.position.bounds, point.position.printed, Measure::People, false);
            let who = el("span", "who").text(&name(view, Subject::Claim(point.index)));
            let item = el("li", "").set("data-claim", &point.claim.id).text(&locale.date(point.day)).text(" · ");
            list = list.child(item.child(who).text(": ").text(&value.value));
        }
        both = both.child(heading(view, 2, "subtitle").word(locale, title)).child(plot(view, &points)).child(list);
    }
    both.child(el("p", "small").word(locale, Message::TimelineHint)).into()
}

/// The claims that give a quantity and a day, the earliest first.
fn points(view: &View, quantity: Quantity) -> Vec<Point<'_>> {
    let mut points: Vec<Point> = Vec::new();
    for (index, (claim, row)) in view.dataset.claims.iter().zip(&view.claims.rows).enumerate() {
        if let (Some(day), Some(position)) = (claim.as_of.or(claim.published), row.position(quantity)) {
            let place = points.iter().position(|other| other.day > day).unwrap_or(points.len());
            points.insert(place, Point { day, index, claim, position });
        }
    }
    points
}

fn plot(view: &View, points: &[Point]) -> El {
    let locale = &view.locale;
    let days = |day: Date| f64::from(day.to_julian_day());
    let first = days(points[0].day);
    let width = (days(points[points.len() - 1].day) - first).max(1.0);
    let mut most = 1.0_f64;
    for Point { position, .. } in points {
        most = most.max(position.bounds.top().unwrap_or(position.bounds.low.value * 1.1));
    }
    let (end, step) = axis(most);
    // A margin on both sides keeps marks and numbers whole.
    let x = |point: &Point| along(locale, 0.08 + (days(point.day) - first) / width * 0.88);
    let y = |value: f64| at(1.0 - value / end * 0.9, 1.0);
    let mut picture = picture("timeline", "100%", HEIGHT);
    for mark in 0..=(end / step).round() as u32 {
        let value = f64::from(mark) * step;
        let line = el("line", "grid").with("x1", "0").with("x2", "100%").set("y1", &y(value)).set("y2", &y(value));
        let number = el("text", "tick").set("x", &along(locale, 0.0)).set("y", &y(value)).with("dy", "-3");
        picture = picture.child(line).child(number.text(&locale.number(value, 0)));
    }
    for (point, anchor) in [(&points[0], "start"), (&points[points.len() - 1], "end")] {
        let date =
            el("text", "tick").set("x", &x(point)).with("y", "100%").with("dy", "16").with("text-anchor", anchor);
        picture = picture.child(date.text(&locale.date(point.day)));
    }
    for (index, point) in points.iter().enumerate() {
        let at_day = x(point);
        let bounds = point.position.bounds;
        // Only one source's own reports of the same thing are one series.
        let before = points[..index].iter().rev().find(|other| {
            originator(other.claim, locale) == originator(point.claim, locale)
                && other.position.counts == point.position.counts
        });
        if let (Some(before), Some(now)) = (before, point.position.printed)
            && let Some(then) = before.position.printed
        {
            let line = el("line", "series").set("x1", &x(before)).set("y1", &y(then)).set("x2", &at_day);
            picture = picture.child(line.set("y2", &y(now)));
        }
        let top = bounds.top();
        let high = top.map_or_else(|| "0".to_owned(), y);
        picture = picture.child(
            el("line", "whisker")
                .set("x1", &at_day)
                .set("x2", &at_day)
                .set("y1", &high)
                .set("y2", &y(bounds.low.value)),
        );
        if top.is_none() {
            let arrow = el("path", "arrow").with("d", "M-5 7 L0 0 L5 7");
            picture = picture.child(el("svg", "").set("x", &at_day).with("overflow", "visible").child(arrow));
        }
        if let Some(printed) = point.position.printed {
            picture = picture.child(el("circle", "point").set("cx", &at_day).set("cy", &y(printed)).with("r", "4"));
        }
        // Numbers that would lie on each other stand beside each other, at the first of them.
        let mut numbers = String::new();
        let mut first = true;
        for (other_index, other) in points.iter().enumerate() {
            if other.day == point.day && other.position.bounds.high == bounds.high {
                first &= other_index >= index;
                append(&mut numbers, locale.text(Message::ListComma), &locale.number((other_index + 1) as f64, 0));
            }
        }
        if first {
            let label = el("text", "tick").set("x", &at_day).set("y", &high).with("dy", "-5");
            picture = picture.child(label.with("text-anchor", "middle").text(&numbers));
        }
    }
    picture
}
