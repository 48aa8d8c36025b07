//! The choice of the force that everything is about, where a story has several.

use yew::Callback;

use super::html::element::{El, action_button, bool_attr, el};
use super::view::View;
use crate::i18n::{Message, force_name};
use crate::state::Action;

/// The choice; hidden where there is but one.
pub(super) fn force_choice(view: &View, dispatch: &Callback<Action>) -> El {
    let (story, locale) = (&view.story, &view.story.locale);
    let forces = &story.dataset.forces;
    let mut buttons = el("div", "faces forces").attr("role", "group").attr("data-choice", "force");
    buttons = buttons.attr_owned("aria-label", locale.text(Message::ForcesChoice)).hidden(forces.len() < 2);
    for (index, force) in forces.iter().enumerate() {
        let button = action_button("face", dispatch, Action::ShowForce(index)).attr_owned("data-force", &force.id);
        let button = button.attr("aria-pressed", bool_attr(index == story.force_index));
        buttons = buttons.child(button.dataset_text(story, &force_name(forces, index, locale)));
    }
    buttons
}
