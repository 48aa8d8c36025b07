//! Random draws, for readers who ask for them: an assumption, said as one, and kept out of everything else.

use yew::prelude::*;

use super::app::{Look, View};
use super::chart::{at, picture};
use super::element::{El, el, truth, turn};
use super::inputs::label_of;
use super::rates;
use crate::domain::{Bounds, DRAWS, Distribution, End, NoSpread, Spread};
use crate::i18n::{Message, Words};

/// How many places for dots there are beside each other, and the room that each has, in pixels.
const COLUMNS: usize = 16;
const DOT: usize = 12;

/// What comes of the draws, and the way to another distribution.
pub(super) fn spread(view: &View, chosen: Distribution, look: &Callback<Look>) -> Html {
    let locale = &view.locale;
    let mut buttons = el("div", "faces").with("role", "group").set("aria-label", locale.text(Message::SpreadTitle));
    for (choice, text) in Distribution::ALL.into_iter().zip([Message::SpreadUniform, Message::SpreadTriangular]) {
        let button = turn(look, Look::Spread(Some(choice)));
        let button = button.with("data-spread", choice.name()).with("aria-pressed", truth(choice == chosen));
        buttons = buttons.child(button.word(locale, text));
    }
    let mut section = el("div", "").child(buttons.key("choice"));
    let said = match Spread::of(&view.derived.inputs, &view.derived.rates, chosen) {
        Ok(spread) => {
            let mut ends = el("div", "ends").with("aria-hidden", "true").key("ends");
            for end in [spread.bounds.low.value, spread.bounds.top().unwrap_or(spread.most.1)] {
                let text = Words(locale).working(Bounds::exactly(end), Some(end), spread.name.measure());
                ends = ends.child(el("span", "").text(&text));
            }
            section = section.child(dots(&spread).key("dots")).child(ends);
            let (low, high) = spread.most;
            let bounds = Bounds { low: End::closed(low), high: End::closed(high) };
            let range = Words(locale).bounds(bounds, spread.name.measure());
            let label = rates::label(spread.name, None, locale);
            let draws = locale.number(DRAWS as f64, 0);
            let how = match chosen {
                Distribution::Uniform => Message::SpreadEvenly,
                Distribution::Triangular => Message::SpreadPeaked,
            };
            let blanks = [("name", &*label), ("x", &range), ("draws", &draws), ("how", locale.text(how))];
            locale.fill(Message::SpreadShown, &blanks)
        }
        Err(NoSpread::Open(quantity)) => locale.fill(Message::SpreadOpen, &[("name", locale.text(label_of(quantity)))]),
        Err(NoSpread::Nothing) => locale.text(Message::SpreadNone).to_owned(),
    };
    section.child(el("p", "small").key("said").text(&said)).into()
}

/// A dot a twentieth of the draws, over what the inputs allow; dots that would lie on each other are stacked.
fn dots(spread: &Spread) -> El {
    let low = spread.bounds.low.value;
    // A solved quantity may have no top; its draws have one.
    let width = spread.bounds.top().unwrap_or(spread.most.1) - low;
    let mut stacked = [0; COLUMNS];
    let mut picture = picture("dots", "100%", "110");
    for dot in spread.dots {
        let column = ((dot - low) / width * COLUMNS as f64) as usize;
        let column = column.min(COLUMNS - 1);
        stacked[column] += 1;
        let x = at(column as f64 + 0.5, COLUMNS as f64);
        let y = (112 - stacked[column] * DOT).to_string();
        picture = picture.child(el("circle", "dot").set("cx", &x).set("cy", &y).with("r", "5"));
    }
    picture
}
