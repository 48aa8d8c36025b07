//! What stands below the reader's figures: the sections from the comparison on, in their order.

use yew::prelude::*;

use super::pairs::Pairs;
use super::share::share;
use super::sides::sides;
use crate::components::background::Background;
use crate::components::checks::checks;
use crate::components::comparison::comparison;
use crate::components::html::disclosure::disclosure;
use crate::components::html::element::list;
use crate::components::html::memo::memo;
use crate::components::view::{Page, ViewMsg};
use crate::domain::{COMPARED, Quantity};
use crate::i18n::Message;

/// The sections.
pub(super) fn rest(Page { view, state, page_context, onview, save, beside_comparison, .. }: &Page) -> Html {
    let story = &view.story;
    let mut comparison = comparison(view, state, onview);
    if let Some(beside) = beside_comparison {
        comparison = comparison.node(beside.clone());
    }

    let sides = state.sides_open.then(|| sides(view));
    let next = ViewMsg::Sides(sides.is_none());
    let sides = disclosure(story, "sides", Message::ForcesTitle, sides, (onview, next));
    let sides = sides.hidden(story.dataset.forces.len() < 2);

    // The casualties first: most sources give them.
    let casualties = COMPARED.iter().position(|quantity| *quantity == Quantity::Casualties);
    let of_pairs = |chosen| memo(Pairs { story: story.clone(), chosen, onview: (*onview).clone() });
    let pairs = state.pairs.map(of_pairs);
    let next = ViewMsg::Pairs(if pairs.is_some() { None } else { casualties });
    let pairs = disclosure(story, "pairs", Message::PairsTitle, pairs, (onview, next));

    let share = state.share_open.then(|| share(view, page_context, save));
    let next = ViewMsg::Share(share.is_none());
    let share = disclosure(story, "share", Message::ShareTitle, share, (onview, next));

    let background = memo(Background { story: story.clone() });
    list(vec![comparison.into(), sides.into(), checks(view, pairs).into(), background, share.into()])
}
