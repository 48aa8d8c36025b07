//! A button for each source, to take over its figures.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::html::draws::count_draw;
use crate::components::html::element::{action_button, bool_attr, el, heading};
use crate::components::html::memo::{Memoized, memo};
use crate::components::shared::Shared;
use crate::components::view::{Story, View};
use crate::i18n::{Message, originator};
use crate::state::{Action, ScenarioOrigin};

/// The buttons; the one whose figures the inputs hold is pressed.
#[derive(PartialEq)]
struct SourceButtons {
    story: Shared<Story>,
    /// The id of the claim whose figures the inputs hold.
    chosen: Option<Rc<str>>,
    dispatch: Callback<Action>,
}

impl Memoized for SourceButtons {
    fn view(&self) -> Html {
        count_draw("SourceButtons");
        let Self { story, chosen, dispatch } = self;
        let locale = &story.locale;
        let buttons = story.dataset.claims.iter().enumerate().map(|(index, claim)| {
            let pressed = bool_attr(chosen.as_ref() == Some(&claim.id));
            let who = el("span", "who").text(&originator(claim, locale));
            let via = el("span", "via").text(&claim.source.name);
            let button =
                action_button("source-button", dispatch, Action::FillFromClaim(index)).attr("aria-pressed", pressed);
            let button = button.attr_owned("data-claim", &claim.id);
            el("li", "").key(&claim.id).child(button.child(who).child(via))
        });
        let title = heading(story, 2, "subtitle").attr("id", "fill-title").message(locale, Message::FillFrom);
        let list = el("ul", "").attr("aria-labelledby", "fill-title").children(buttons);
        el("div", "source-buttons").child(title).child(list).into()
    }
}

pub(super) fn source_buttons(view: &View, dispatch: &Callback<Action>) -> Html {
    let chosen = ScenarioOrigin::new(&view.scenario, &view.story.dataset).claim.map(|claim| Rc::clone(&claim.id));
    memo(SourceButtons { story: view.story.clone(), chosen, dispatch: dispatch.clone() })
}
