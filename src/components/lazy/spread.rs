//! Random draws, for readers who ask for them: an assumption, said as one, and kept out of everything else.

use yew::prelude::*;

use crate::components::html::element::{El, bool_attr, el, view_button};
use crate::components::html::svg::{per_cent, picture};
use crate::components::view::{View, ViewMsg};
use crate::domain::{Bounds, DRAWS, Distribution, End, NoSpread, Spread};
use crate::i18n::{Message, Words, quantity_label, rate_label};

/// How many places for dots there are beside each other, and the room that each has, in pixels.
const COLUMNS: usize = 16;
const DOT: usize = 12;

/// What comes of the draws, and the way to another distribution.
pub(super) fn spread(view: &View, chosen: Distribution, onview: &Callback<ViewMsg>) -> Html {
    let locale = &view.story.locale;
    let mut buttons =
        el("div", "faces").attr("role", "group").attr_owned("aria-label", locale.text(Message::SpreadTitle));
    for (choice, text) in Distribution::ALL.into_iter().zip([Message::SpreadUniform, Message::SpreadTriangular]) {
        let button = view_button(onview, ViewMsg::Spread(Some(choice)));
        let button = button.attr("data-spread", choice.name()).attr("aria-pressed", bool_attr(choice == chosen));
        buttons = buttons.child(button.message(locale, text));
    }
    let mut section = el("div", "").child(buttons.key("choice"));
    let result = match Spread::draw(&view.derived.inputs, &view.derived.rates, chosen) {
        Ok(spread) => {
            let mut ends = el("div", "ends").attr("aria-hidden", "true").key("ends");
            for end in [spread.bounds.low.value, spread.bounds.top().unwrap_or(spread.middle.1)] {
                let text = Words(locale).working(Bounds::exactly(end), Some(end), spread.name.measure());
                ends = ends.child(el("span", "").text(&text));
            }
            section = section.child(dots(&spread).key("dots")).child(ends);
            let (low, high) = spread.middle;
            let bounds = Bounds { low: End::closed(low), high: End::closed(high) };
            let range = Words(locale).bounds(bounds, spread.name.measure());
            let label = rate_label(spread.name, None, locale);
            let draws = locale.number(DRAWS as f64, 0);
            let how = match chosen {
                Distribution::Uniform => Message::SpreadEvenly,
                Distribution::Triangular => Message::SpreadPeaked,
            };
            let blanks = [("name", &*label), ("x", &range), ("draws", &draws), ("how", locale.text(how))];
            locale.fill(Message::SpreadShown, &blanks)
        }
        Err(NoSpread::NoTop(quantity)) => {
            locale.fill(Message::SpreadOpen, &[("name", locale.text(quantity_label(quantity)))])
        }
        Err(NoSpread::NothingToDraw) => locale.text(Message::SpreadNone).to_owned(),
    };
    section.child(el("p", "small").key("result").text(&result)).into()
}

/// A dot a twentieth of the draws, over what the inputs allow; dots that would lie on each other are stacked.
fn dots(spread: &Spread) -> El {
    let low = spread.bounds.low.value;
    // A solved quantity may have no top; its draws have one.
    let width = spread.bounds.top().unwrap_or(spread.middle.1) - low;
    let mut stacked = [0; COLUMNS];
    let mut picture = picture("dots", "100%", "110");
    for dot in spread.dots {
        let column = ((dot - low) / width * COLUMNS as f64) as usize;
        let column = column.min(COLUMNS - 1);
        stacked[column] += 1;
        let x = per_cent(column as f64 + 0.5, COLUMNS as f64);
        let y = (112 - stacked[column] * DOT).to_string();
        picture = picture.child(el("circle", "dot").attr_owned("cx", &x).attr_owned("cy", &y).attr("r", "5"));
    }
    picture
}
