//! The picture of the force: a mark for so many people, in shapes that can be told apart without colour, and beside it what
//! each stands for. One path for all marks of a kind, so that a step of a slider changes a few attributes.

use super::html::element::{El, el};
use super::html::svg::picture;
use super::view::View;
use crate::domain::{Bounds, Category, Measure, Quantity, RateName, Unit};
use crate::i18n::{Message, Words, append_figure, quantity_label, scenario_figures};
use crate::state::{ForcePicture, Mark};

/// How a kind of mark is drawn.
struct Shape {
    class: &'static str,
    /// The class of those that may not count, where there are such.
    in_doubt: Option<&'static str>,
    /// From the corner of the mark's room, which is ten units wide.
    path: &'static str,
}

fn shape(mark: Mark) -> Shape {
    let (class, in_doubt, path) = match mark {
        Mark::Category(Category::Killed) => ("mark killed", Some("mark killed doubt"), "m1 1h8v8h-8z"),
        Mark::Category(Category::Wounded) => {
            ("mark wounded", Some("mark wounded doubt"), "m1 5a4 4 0 1 1 8 0a4 4 0 1 1-8 0z")
        }
        Mark::Category(Category::Missing) => ("mark missing", Some("mark missing doubt"), "m5 0 5 5-5 5-5-5z"),
        Mark::Category(Category::Captured) => {
            ("mark captured", Some("mark captured doubt"), "m1 1h8v8h-8zm2 2v4h1.2v-4zm2.8 0v4h1.2v-4z")
        }
        Mark::Undivided => ("mark undivided", Some("mark undivided doubt"), "m5 1 4.5 8h-9z"),
        Mark::Beyond => ("mark beyond", None, "m1.5 3 1.5-1.5 2 2 2-2 1.5 1.5-2 2 2 2-1.5 1.5-2-2-2 2-1.5-1.5 2-2z"),
        Mark::NoEnd => ("mark no-end", None, "m1 5h8m-4-4 4 4-4 4"),
        Mark::MayCount => ("mark may-count", None, "m1 5a4 4 0 1 1 8 0a4 4 0 1 1-8 0z"),
        Mark::Remaining => ("mark remaining", None, "m3 5a2 2 0 1 1 4 0a2 2 0 1 1-4 0z"),
        Mark::MayBelong => ("mark may-belong", None, "m3 5a2 2 0 1 1 4 0a2 2 0 1 1-4 0z"),
    };
    Shape { class, in_doubt, path }
}

/// The picture with its labels; words where there is no force to show.
pub(super) fn force_picture(view: &View) -> El {
    let locale = &view.story.locale;
    let figure = el("figure", "force").attr("part", "force");
    match &view.derived.force {
        Some(force) => figure.child(marks(view, force).key("marks")).child(labels(view, force).key("labels")),
        None => figure.child(el("p", "small").key("none").message(locale, Message::ForceNone)),
    }
}

/// All marks. The paths are always the same ones, some of them empty.
fn marks(view: &View, force: &ForcePicture) -> El {
    let columns = force.columns;
    let view_box = ["0 0 ", &(columns * 10).to_string(), " ", &(columns * 4).to_string()].concat();
    let mut picture = el("svg", "force-marks").attr_owned("viewBox", &view_box).attr("role", "img");
    picture = picture.attr_owned("aria-label", &described(view, force)).attr("focusable", "false");
    for mark in Mark::ALL {
        let Shape { class, in_doubt, path } = shape(mark);
        let [mut sure, mut doubtful] = [const { String::new() }; 2];
        let mut at = 0;
        for run in &force.runs {
            if run.mark == mark {
                let d = if run.sure || in_doubt.is_none() { &mut sure } else { &mut doubtful };
                for place in at..at + run.count {
                    let (x, y) = (place % columns * 10, place / columns * 10);
                    for part in ["M", &x.to_string(), " ", &y.to_string(), path] {
                        d.push_str(part);
                    }
                }
            }
            at += run.count;
        }
        picture = picture.child(el("path", class).attr_owned("d", &sure));
        if let Some(class) = in_doubt {
            picture = picture.child(el("path", class).attr_owned("d", &doubtful));
        }
    }
    picture
}

/// What each kind of mark stands for, with its figure.
fn labels(view: &View, force: &ForcePicture) -> El {
    let View { story, derived, .. } = view;
    let locale = &story.locale;
    let words = Words(locale);
    let mut list = el("ul", "");
    for category in Category::ALL {
        let mark = Mark::Category(category);
        if let Some(figure) = derived.inputs.figure(Quantity::Category(category)) {
            let name = locale.text(quantity_label(Quantity::Category(category)));
            let mut value = words.figure(figure, Unit::People);
            if force.count(mark) == 0 && figure.bounds().high.value > 0.0 {
                value = [&*value, " (", locale.text(Message::ForceLess), ")"].concat();
            }
            list = list.child(label(mark, name, &value));
        }
    }
    if force.count(Mark::Undivided) > 0 {
        let total = derived.rates.get(RateName::Casualties).map(|total| words.rate(RateName::Casualties, &total).value);
        let others = locale.fill(Message::ForceOthers, &[("x", &total.unwrap_or_default())]);
        list = list.child(label(Mark::Undivided, &others, ""));
    }
    if force.count(Mark::Beyond) > 0 {
        list = list.child(label(Mark::Beyond, locale.text(Message::ForceBeyond), ""));
    }
    if force.count(Mark::Remaining) > 0 {
        list = list.child(match derived.rates.get(RateName::Remaining) {
            Ok(rest) => {
                let rest = words.rate(RateName::Remaining, &rest).value;
                label(Mark::Remaining, locale.text(Message::RateRemaining), &rest)
            }
            Err(_) => label(Mark::Remaining, locale.text(Message::ForceRest), ""),
        });
    }
    let per_mark = locale.fill(Message::ForceMark, &[("x", &locale.number(force.people_per_mark, 0))]);
    list = list.child(el("li", "per-mark small").text(&per_mark));
    for (mark, bounds, text) in [
        (Mark::MayCount, force.casualties, Message::ForceCasualties),
        (Mark::MayBelong, force.deployed, Message::ForceDeployed),
    ] {
        if bounds.low != bounds.high {
            let allowed = words.bounds(bounds, Measure::People);
            list = list.child(label(ending(mark, bounds), locale.text(text), &allowed));
        }
    }
    el("figcaption", "").child(list)
}

/// The mark for what may or may not be, or the sign that there is no end to it.
fn ending(mark: Mark, bounds: Bounds) -> Mark {
    if bounds.top().is_none() { Mark::NoEnd } else { mark }
}

/// A mark, its name, and its figure.
fn label(mark: Mark, name: &str, figure: &str) -> El {
    let Shape { class, path, .. } = shape(mark);
    let swatch = picture("swatch", "12", "12").attr("viewBox", "0 0 10 10");
    let swatch = swatch.child(el("path", class).attr_owned("d", &["M0 0", path].concat()));
    el("li", "").child(swatch).child(el("span", "").text(name)).text(" ").child(el("strong", "").text(figure))
}

/// The picture in a sentence, for those who do not see it.
fn described(view: &View, force: &ForcePicture) -> String {
    let View { story, derived, .. } = view;
    let locale = &story.locale;
    let words = Words(locale);
    let mut parts = scenario_figures(&view.scenario, locale);
    if force.count(Mark::Undivided) > 0
        && let Ok(total) = derived.rates.get(RateName::Casualties)
    {
        let total = words.rate(RateName::Casualties, &total).value;
        append_figure(&mut parts, &total, locale.text(Message::InAll), locale);
    }
    let deployed = words.bounds(force.deployed, Measure::People);
    let per = locale.number(force.people_per_mark, 0);
    let remaining = match derived.rates.get(RateName::Remaining) {
        Ok(rest) => words.rate(RateName::Remaining, &rest).value,
        Err(_) => locale.text(Message::NotGiven).to_owned(),
    };
    let blanks = [("deployed", &*deployed), ("x", &per), ("parts", &parts), ("remaining", &remaining)];
    locale.fill(Message::ForceShown, &blanks)
}
