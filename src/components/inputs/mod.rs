//! The reader's figures: where to start from, the inputs, and the way back.

mod draft;
mod entry;
mod more;
mod row;
mod rows;
mod source_buttons;

use yew::prelude::*;

use super::html::element::{El, action_button, bool_attr, el, section, view_button};
use super::html::rule::ranges_note;
use super::html::source::dataset_paragraph;
use super::view::{View, ViewMsg, ViewState};
use crate::domain::Quantity;
use crate::i18n::Message;
use crate::state::{Action, Notice};
use more::more_inputs;
pub(super) use more::uses_more_inputs;
use rows::rows;
use source_buttons::source_buttons;

/// The panel of inputs.
pub(super) fn inputs(view: &View, state: &ViewState, dispatch: &Callback<Action>, onview: &Callback<ViewMsg>) -> El {
    let View { story, scenario, .. } = view;
    let locale = &*story.locale;
    let history = [
        (Message::Undo, Action::Undo, view.state.can_undo(), "undo"),
        (Message::Redo, Action::Redo, view.state.can_redo(), "redo"),
        (Message::ResetAll, Action::ResetAll, scenario != view.state.opening(), "reset-all"),
    ];
    let history = history.map(|(message, action, enabled, does)| {
        let button = action_button("plain", dispatch, action).attr("data-does", does).message(locale, message);
        if enabled { button } else { button.attr("aria-disabled", "true") }
    });
    let history = el("div", "history").children(history);
    // Open from the start, save on a phone, where the sources would be far below.
    let change = el("details", "change").child(el("summary", "").message(locale, Message::ChangeFigures));
    let change = if view.folded { change } else { change.attr("open", "") };
    let ranges = view_button(onview, ViewMsg::ToggleRanges).attr("data-does", "ranges");
    let ranges = ranges.attr("aria-pressed", bool_attr(state.ranged)).message(locale, Message::Ranges);
    let notice = view.state.notice.map(|notice| match notice {
        Notice::TotalCleared => locale.text(Message::TotalCleared),
        Notice::FiguresDropped => locale.text(Message::FiguresDropped),
    });
    section(story, "inputs", "inputs-title", Message::InputsTitle)
        .children(dataset_paragraph(story, "small", Some(&*story.force().name)))
        .node(source_buttons(view, dispatch))
        .child(
            change
                .child(ranges)
                .child(ranges_note(view.derived.inputs.doubt(), locale))
                .child(rows(view, state.ranged, dispatch, &Quantity::REPORTED))
                .child(more_inputs(view, state, dispatch))
                .child(history),
        )
        .child(el("p", "notice").hidden(notice.is_none()).text(notice.unwrap_or_default()))
}
