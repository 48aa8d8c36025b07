//! The rows of several inputs, each with what it holds and what it follows from.

use yew::prelude::*;
use yew::virtual_dom::VComp;

use super::row::{Input, InputRow, InputRowProps};
use crate::components::html::element::{El, el};
use crate::components::view::{View, compared_figure};
use crate::domain::{COMPARED, Quantity, SolveFor};
use crate::i18n::Message;
use crate::state::Action;

/// A row an input.
pub(super) fn rows(view: &View, ranged: bool, dispatch: &Callback<Action>, quantities: &[Quantity]) -> El {
    let View { story, scenario, .. } = view;
    let force = story.force();
    // What is typed, opened or refused for one force is not another's.
    let mut rows = el("div", "rows").key(&force.id);
    for quantity in quantities.iter().copied() {
        let input = Input {
            quantity,
            figure: scenario.figure(quantity),
            original: view.state.opening().figure(quantity),
            range: force.input_range(quantity),
            follows: follows(view, quantity),
        };
        let props = InputRowProps { input, ranged, story: story.clone(), dispatch: dispatch.clone() };
        rows = rows.node(VComp::new::<InputRow>(props.into(), Some(quantity.name().into())).into());
    }
    rows
}

/// What a solved quantity comes to, in words; nothing for one that is typed.
fn follows(view: &View, quantity: Quantity) -> Option<AttrValue> {
    let solved = match view.scenario.solve_for {
        SolveFor::Deployed => Quantity::Deployed,
        SolveFor::Casualties => Quantity::Casualties,
        // It has no input of its own: the one that is there takes what a source states.
        SolveFor::Rate => return None,
    };
    if quantity != solved {
        return None;
    }
    let at = COMPARED.iter().position(|compared| *compared == quantity)?;
    let locale = &view.story.locale;
    let value = compared_figure(view.derived.comparable[at].as_ref(), locale);
    Some(AttrValue::from(if value.is_empty() {
        locale.text(Message::FollowsNot).to_owned()
    } else {
        locale.fill(Message::Follows, &[("x", &value)])
    }))
}
