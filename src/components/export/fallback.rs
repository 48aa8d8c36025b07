//! What stands where no script runs, and until one does: the calculator, drawn once, and its table.

use yew::prelude::*;

use crate::components::html::element::{El, el, heading};
use crate::components::inputs::uses_more_inputs;
use crate::components::lazy::sides::sides;
use crate::components::lazy::table::table;
use crate::components::page::page;
use crate::components::page_context::PageContext;
use crate::components::shared::Shared;
use crate::components::view::{LoadState, Page, View, ViewState};
use crate::i18n::Message;

/// What the fallback is given.
#[derive(PartialEq, Properties)]
pub struct FallbackProps {
    /// Everything that it draws from.
    pub view: Shared<View>,
}

/// The table of each force, under its name where there are several: without a script nobody can choose one.
fn tables(view: &View) -> El {
    let mut tables = el("div", "scriptless");
    for index in 0..view.stories.len() {
        let of_force = view.of_force(index);
        let story = &of_force.story;
        let name =
            heading(story, 2, "subtitle").hidden(view.stories.len() < 2).dataset_text(story, &story.force().name);
        tables = tables.child(name).child(table(&of_force, ViewState::default().arrangement));
    }
    if view.stories.len() < 2 {
        return tables;
    }
    let title = heading(&view.story, 2, "subtitle").message(&view.story.locale, Message::ForcesTitle);
    tables.child(title).node(sides(view))
}

/// The same parts in the same places, so that nothing moves when the calculator takes over. What only a script brings to
/// life is hidden by the style sheet where none runs, and the table is shown there.
#[component]
pub fn Fallback(FallbackProps { view }: &FallbackProps) -> Html {
    let more_inputs_open = uses_more_inputs(view);
    let state = ViewState { more_inputs_open, claims_opened: true, ..ViewState::default() };
    let whole = page(&Page {
        view,
        state: &state,
        load_state: LoadState::Loaded,
        page_context: &PageContext::default(),
        dispatch: &Callback::noop(),
        onview: &Callback::noop(),
        save: &Callback::noop(),
        beside_comparison: Some(tables(view).into()),
    });
    el("div", "casualty-calculator-fallback").child(el("div", "").child(whole)).into()
}
