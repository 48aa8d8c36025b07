//! Several forces side by side: the ratios of their losses, and their rates next to each other.

use yew::Html;

use super::table::worked_out;
use crate::components::html::element::el;
use crate::components::view::View;
use crate::domain::{ForceRatio, Measure, RateName, force_ratios};
use crate::i18n::{Message, Words, column_label, force_name, rate_label};

/// The part. Each force has the figures that its inputs hold.
pub(in crate::components) fn sides(view: &View) -> Html {
    let story = &view.story;
    let (dataset, locale) = (&story.dataset, &*story.locale);
    let words = Words(locale);
    let mut ratios = el("ul", "ratios");
    let of_forces: Vec<_> = view.forces.iter().map(|derived| (&derived.inputs, &derived.rates)).collect();
    for ForceRatio { of, a, b, bounds, printed } in force_ratios(&dataset.forces, &of_forces) {
        let value = words.value(bounds, printed, Measure::Ratio);
        let name = |index: usize| &*dataset.forces[index].name;
        let blanks = [("of", locale.text(column_label(of))), ("a", name(a)), ("b", name(b)), ("x", &*value.value)];
        let range = value.allows.map(|range| [" (", &*range, ")"].concat()).unwrap_or_default();
        ratios = ratios.child(el("li", "").text(&locale.fill(Message::ForcesRatio, &blanks)).text(&range));
    }
    let mut heads = el("tr", "").child(el("td", ""));
    for index in 0..dataset.forces.len() {
        heads = heads
            .child(el("th", "").attr("scope", "col").dataset_text(story, &force_name(&dataset.forces, index, locale)));
    }
    let mut rows = el("tbody", "");
    for name in RateName::ALL {
        // What can't be worked out for any of them takes no room.
        let any = view.forces.iter().any(|derived| derived.rates.get(name).is_ok());
        if !any || (name == RateName::DaysLeft && !dataset.show_days_left) {
            continue;
        }
        let mut row = el("tr", "").attr("data-rate", name.name());
        row = row.child(el("th", "").attr("scope", "row").text(&rate_label(name, None, locale)));
        for derived in &view.forces {
            let cell = worked_out(name, (&derived.inputs, &derived.rates), locale, Message::HedgeExact);
            row = row.child(match derived.rates.get(name) {
                Ok(_) => el("td", "cell").children(cell),
                Err(reason) => el("td", "missing-cell").text(words.unavailable(name, reason)),
            });
        }
        rows = rows.child(row);
    }
    let table = el("table", "sides-table").child(el("thead", "").child(heads)).child(rows);
    el("div", "")
        .child(ratios)
        .child(
            el("div", "sides-frame")
                .attr("role", "group")
                .attr_owned("aria-label", locale.text(Message::ForcesTitle))
                .attr("tabindex", "0")
                .child(table),
        )
        .child(el("p", "small").message(locale, Message::ForcesHint))
        .into()
}
