//! Parts of the page that are drawn anew only when what they are given has changed.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VComp;

/// A part of the page, as the values that it is drawn from. It has one root element, or always as many.
pub(crate) trait Memoized: PartialEq + 'static {
    /// Draws it.
    fn view(&self) -> Html;
}

/// A part in its place: Yew draws it anew where its values are others than last time.
pub(crate) fn memo(part: impl Memoized) -> Html {
    VComp::new::<Memo>(MemoProps { part: Rc::new(part) }.into(), None).into()
}

/// The one component type of all such parts: each type of its own would cost a reader some hundred bytes.
struct Memo;

#[derive(Clone, Properties)]
struct MemoProps {
    part: Rc<dyn Part>,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &Self) -> bool {
        self.part.equals(other.part.as_any())
    }
}

impl Component for Memo {
    type Message = ();
    type Properties = MemoProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().part.view()
    }
}

/// A memoized part of any type.
trait Part {
    fn view(&self) -> Html;
    fn equals(&self, other: &dyn Any) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<P: Memoized> Part for P {
    fn view(&self) -> Html {
        Memoized::view(self)
    }

    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<P>().is_some_and(|other| self == other)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
