//! The claims by the day that they are for: killed and casualties, with what the wordings allow.

use yew::prelude::*;

use super::day_axis::DayAxis;
use crate::components::html::element::{El, el, heading};
use crate::components::html::memo::Memoized;
use crate::components::html::svg::{per_cent, picture, reading_place};
use crate::components::shared::Shared;
use crate::components::view::Story;
use crate::domain::{Category, Claim, ComparableFigure, Date, Measure, Quantity};
use crate::i18n::{Locale, Message, Words, claim_name, claim_status, originator};
use crate::state::axis;
use crate::text::append;

/// The height of the picture, in pixels.
const HEIGHT: &str = "260";

/// What one claim says, and when.
struct Point<'a> {
    day: Date,
    claim: &'a Claim,
    position: &'a ComparableFigure,
}

/// Both timelines. No input changes them.
#[derive(PartialEq)]
pub(in crate::components) struct Timeline {
    pub(in crate::components) story: Shared<Story>,
}

impl Memoized for Timeline {
    fn view(&self) -> Html {
        timeline(&self.story)
    }
}

fn timeline(story: &Story) -> Html {
    let locale = &*story.locale;
    let mut both = el("div", "timelines");
    for (quantity, title) in
        [(Quantity::Category(Category::Killed), Message::Killed), (Quantity::Casualties, Message::Casualties)]
    {
        let points = points(story, quantity);
        if points.is_empty() {
            continue;
        }
        let mut list = el("ol", "points");
        for point in &points {
            // What a claim gives is said as it gives it.
            let value = match point.claim.reported(quantity) {
                Some(reported) => Words(locale).reported(reported, quantity.unit()),
                None => Words(locale).value(point.position.bounds, point.position.printed, Measure::People).value,
            };
            let who = el("span", "who").text(&claim_name(point.claim, locale));
            let item = el("li", "").attr_owned("data-claim", &point.claim.id).text(&locale.date(point.day)).text(" · ");
            let mut figure = [": ", &*value].concat();
            append(&mut figure, " · ", &claim_status(point.claim, locale));
            list = list.child(item.child(who).text(&figure));
        }
        both =
            both.child(heading(story, 2, "subtitle").message(locale, title)).child(plot(&points, locale)).child(list);
    }
    both.child(el("p", "small").message(locale, Message::TimelineHint)).into()
}

/// The claims that give a quantity and a date, the earliest first.
fn points(story: &Story, quantity: Quantity) -> Vec<Point<'_>> {
    let mut points: Vec<Point> = Vec::new();
    for (claim, row) in story.force().claims.iter().zip(&story.claims.results) {
        if let (Some(day), Some(position)) = (claim.day(), row.comparable(quantity)) {
            let later = |other: &Point| other.day.first_day() > day.first_day();
            let place = points.iter().position(later).unwrap_or(points.len());
            points.insert(place, Point { day, claim, position });
        }
    }
    points
}

fn plot(points: &[Point], locale: &Locale) -> El {
    let dates: Vec<_> = points.iter().map(|point| point.day).collect();
    let days = DayAxis::new(&dates, locale);
    let mut most = 1.0_f64;
    for Point { position, .. } in points {
        most = most.max(position.bounds.top().unwrap_or(position.bounds.low.value * 1.1));
    }
    let (end, step) = axis(most);
    let y = |value: f64| per_cent(1.0 - value / end * 0.9, 1.0);
    let mut picture = picture("timeline", "100%", HEIGHT);
    for mark in 0..=(end / step).round() as u32 {
        let value = f64::from(mark) * step;
        let line = el("line", "grid")
            .attr("x1", "0")
            .attr("x2", "100%")
            .attr_owned("y1", &y(value))
            .attr_owned("y2", &y(value));
        let number =
            el("text", "tick").attr_owned("x", &reading_place(0.0, locale)).attr_owned("y", &y(value)).attr("dy", "-3");
        picture = picture.child(line).child(number.text(&locale.number(value, 0)));
    }
    for mark in days.marks(&dates) {
        let date = el("text", if mark.is_spare { "tick spare" } else { "tick" })
            .attr_owned("x", &mark.place)
            .attr("y", "100%")
            .attr("dy", "16")
            .attr("text-anchor", mark.anchor);
        picture = picture.child(date.text(&mark.text));
    }
    for (index, point) in points.iter().enumerate() {
        let [from, at_day, to] = days.places(point.day);
        let bounds = point.position.bounds;
        // A month or a year is a span: nobody knows when in it.
        if let (Some(printed), true) = (point.position.printed, from != to) {
            let span = el("line", "date-span").attr_owned("x1", &from).attr_owned("x2", &to);
            picture = picture.child(span.attr_owned("y1", &y(printed)).attr_owned("y2", &y(printed)));
        }
        // Only one source's own reports of the same thing are one series.
        let before = points[..index].iter().rev().find(|other| {
            originator(other.claim, locale) == originator(point.claim, locale)
                && other.position.counts == point.position.counts
        });
        if let (Some(before), Some(now)) = (before, point.position.printed)
            && let Some(then) = before.position.printed
        {
            let line = el("line", "series")
                .attr_owned("x1", &days.places(before.day)[1])
                .attr_owned("y1", &y(then))
                .attr_owned("x2", &at_day);
            picture = picture.child(line.attr_owned("y2", &y(now)));
        }
        let top = bounds.top();
        let high = top.map_or_else(|| "0".to_owned(), y);
        picture = picture.child(
            el("line", "whisker")
                .attr_owned("x1", &at_day)
                .attr_owned("x2", &at_day)
                .attr_owned("y1", &high)
                .attr_owned("y2", &y(bounds.low.value)),
        );
        if top.is_none() {
            let arrow = el("path", "arrow").attr("d", "M-5 7 L0 0 L5 7");
            picture = picture.child(el("svg", "").attr_owned("x", &at_day).attr("overflow", "visible").child(arrow));
        }
        if let Some(printed) = point.position.printed {
            picture = picture
                .child(el("circle", "point").attr_owned("cx", &at_day).attr_owned("cy", &y(printed)).attr("r", "4"));
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
            let label = el("text", "tick").attr_owned("x", &at_day).attr_owned("y", &high).attr("dy", "-5");
            picture = picture.child(label.attr("text-anchor", "middle").text(&numbers));
        }
    }
    picture
}
