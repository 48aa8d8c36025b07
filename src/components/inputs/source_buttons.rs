//! The sources whose figures a reader can start from: a button each, or one menu where there are many.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::html::draws::count_draw;
use crate::components::html::element::{El, On, action_button, bool_attr, el, heading};
use crate::components::html::event::control_value;
use crate::components::html::memo::{Memoized, memo};
use crate::components::shared::Shared;
use crate::components::view::{Story, View};
use crate::domain::{Claim, Quantity};
use crate::i18n::{Message, as_of, claim_name, claim_status, originator};
use crate::state::{Action, ScenarioOrigin};
use crate::text::append;

/// More buttons than this push everything else away.
const MAX_BUTTONS: usize = 6;

/// The choice; the source whose figures the inputs hold is pressed or selected.
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
        let story = &self.story;
        let title = heading(story, 2, "subtitle").attr("id", "fill-title").message(&story.locale, Message::FillFrom);
        let claims = self.claims();
        let choice = if claims.len() > MAX_BUTTONS { self.menu(&claims) } else { self.buttons(&claims) };
        el("div", "source-buttons")
            .hidden(claims.is_empty())
            .child(title)
            .child(choice.attr("aria-labelledby", "fill-title"))
            .into()
    }
}

impl SourceButtons {
    /// The claims that give a figure to start from, each with its place among all.
    fn claims(&self) -> Vec<(usize, &Claim)> {
        let claims = self.story.force().claims.iter().enumerate();
        claims.filter(|(_, claim)| Quantity::ALL.into_iter().any(|one| claim.figure(one).is_some())).collect()
    }

    fn buttons(&self, claims: &[(usize, &Claim)]) -> El {
        let Self { story, chosen, dispatch } = self;
        let locale = &story.locale;
        let buttons = claims.iter().map(|(index, claim)| {
            let pressed = bool_attr(chosen.as_ref() == Some(&claim.id));
            let who = el("span", "who").text(&originator(claim, locale));
            let mut source = String::from(&*claim.source.name);
            append(&mut source, " · ", &claim_status(claim, locale));
            let via = el("span", "via").text(&source);
            let button =
                action_button("source-button", dispatch, Action::FillFromClaim(*index)).attr("aria-pressed", pressed);
            let button = button.attr_owned("data-claim", &claim.id);
            el("li", "").key(&claim.id).child(button.child(who).child(via))
        });
        el("ul", "").children(buttons)
    }

    fn menu(&self, claims: &[(usize, &Claim)]) -> El {
        let Self { story, chosen, dispatch } = self;
        let locale = &story.locale;
        let option = |id: &str, name: &str| {
            let option = el("option", "").attr_owned("value", id).text(name);
            if chosen.as_deref().unwrap_or_default() == id { option.attr("selected", "") } else { option }
        };
        let nobody = option("", locale.text(Message::ChooseSource)).attr("disabled", "");
        let mut menu = el("select", "source-menu").child(nobody);
        for (_, claim) in claims {
            let mut name = claim_name(claim, locale);
            // A period says that it is one.
            let when = as_of(claim, locale).or_else(|| claim.published.map(|date| locale.date(date)));
            append(&mut name, " · ", &when.unwrap_or_default());
            append(&mut name, " · ", &claim_status(claim, locale));
            menu = menu.child(option(&claim.id, &name));
        }
        let (story, chosen, dispatch) = (story.clone(), chosen.clone().unwrap_or_default(), dispatch.clone());
        let value = chosen.clone();
        let onchange = Callback::from(move |event: Event| {
            let menu = event.target_unchecked_into::<HtmlInputElement>();
            let Some(id) = control_value(&event) else { return };
            // What it shows follows from the inputs: they may come to be somebody else's figures, or stay what they are.
            menu.set_value(&chosen);
            if let Some(index) = story.force().claims.iter().position(|claim| *claim.id == *id) {
                dispatch.emit(Action::FillFromClaim(index));
            }
        });
        menu.property("value", &value).on(On::Change, onchange)
    }
}

pub(super) fn source_buttons(view: &View, dispatch: &Callback<Action>) -> Html {
    let chosen = ScenarioOrigin::new(&view.scenario, view.story.force()).claim.map(|claim| Rc::clone(&claim.id));
    memo(SourceButtons { story: view.story.clone(), chosen, dispatch: dispatch.clone() })
}
