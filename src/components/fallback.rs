//! What stands where no script runs, and until one does: the calculator, drawn once, and its table.

use yew::prelude::*;

use super::app::{Look, View, calculator, opens};
use super::background::background;
use super::chart::{claim_rows, claim_words};
use super::checks::{checks, claim_findings};
use super::comparison::{Face, comparison};
use super::element::el;
use super::inputs::{inputs, source_buttons, uses_more};
use super::later::Later;
use super::shared::Shared;
use super::table::table;
use crate::i18n::Message;
use crate::state::{Arrangement, Standing, arranged};

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
    let (dispatch, look) = (Callback::noop(), Callback::noop());
    let arrangement = Arrangement::default();
    let order = arranged(&view.dataset.claims, &view.claims.rows, arrangement);
    let rows = claim_rows(view, &claim_words(view, Later::Loaded), arrangement.scale, &order).into();
    let chosen = Standing::of(&view.scenario, &view.dataset).claim;
    let sources = source_buttons(view, chosen.map(|claim| &*claim.id), &dispatch).into();
    let panel = inputs(view, &sources, (uses_more(view), false), &dispatch, &look);
    let compared = comparison(view, &rows, (Face::Chart, Html::default()), arrangement, &look)
        .child(el("div", "scriptless").child(table(view, &Default::default(), &order)));
    let opens = |class, text| opens(view, class, text, None, (&look, Look::Ranges));
    let whole = calculator(view, (panel, opens("spread", Message::SpreadTitle)), &dispatch)
        .child(compared)
        .child(checks(view, &claim_findings(view).into(), opens("pairs", Message::PairsTitle)))
        .node(background(view))
        .child(opens("share", Message::ShareTitle));
    el("div", "casualty-calculator-fallback").child(el("div", "").child(whole)).into()
}
