//! What stays as it is from one input to the next.

use yew::prelude::*;
use yew::virtual_dom::VComp;

use super::shared::Shared;

/// A part that is the same until it is another one. Yew compares what the component was given, which is the same part,
/// and looks no further; handed over as it is, all of it would be compared, node by node.
struct Kept;

#[derive(Clone, PartialEq, Properties)]
struct KeptProps {
    part: Shared<Html>,
}

impl Component for Kept {
    type Message = ();
    type Properties = KeptProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        Html::clone(&context.props().part)
    }
}

/// A part in its place. It has one root element.
pub(super) fn kept(part: &Shared<Html>) -> Html {
    let props = KeptProps { part: part.clone() };
    VComp::new::<Kept>(props.into(), None).into()
}
