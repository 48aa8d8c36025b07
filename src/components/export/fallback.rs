//! What stands where no script runs, and until one does: the calculator, drawn once, and its table.

use yew::prelude::*;

use crate::components::html::element::el;
use crate::components::inputs::uses_more_inputs;
use crate::components::lazy::{claim_cells, table};
use crate::components::page::{Page, page};
use crate::components::page_context::PageContext;
use crate::components::shared::Shared;
use crate::components::view::{LoadState, View, ViewState};

/// What the fallback is given.
#[derive(PartialEq, Properties)]
pub struct FallbackProps {
    /// Everything that it draws from.
    pub view: Shared<View>,
}

/// The same parts in the same places, so that nothing moves when the calculator takes over. What only a script brings to
/// life is hidden by the style sheet where none runs, and the table is shown there.
#[component]
pub fn Fallback(FallbackProps { view }: &FallbackProps) -> Html {
    let state = ViewState { more_inputs_open: uses_more_inputs(view), ..ViewState::default() };
    let whole = page(&Page {
        view,
        state: &state,
        load_state: LoadState::Loaded,
        page_context: &PageContext::default(),
        dispatch: &Callback::noop(),
        onview: &Callback::noop(),
        save: &Callback::noop(),
        beside_comparison: Some(
            el("div", "scriptless")
                .child(table(view, state.arrangement, &|index| claim_cells(&view.story, index)))
                .into(),
        ),
    });
    el("div", "casualty-calculator-fallback").child(el("div", "").child(whole)).into()
}
