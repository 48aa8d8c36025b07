//! Elements made by calls. The `html!` macro writes out the making of each element in full, some 200 bytes in the
//! browser's copy; where there are many plain ones, a call is a tenth of that. Whatever has listeners is left to `html!`.

use yew::virtual_dom::{VNode, VTag};
use yew::{AttrValue, Html};

/// An element in the making.
pub(super) struct El(VTag);

/// An element with a class, unless that is empty.
#[inline(never)]
pub(super) fn el(tag: &'static str, class: &'static str) -> El {
    let el = El(VTag::new(tag));
    if class.is_empty() { el } else { el.with("class", class) }
}

impl El {
    #[inline(never)]
    fn set(&mut self, name: &'static str, value: AttrValue) {
        self.0.add_attribute(name, value);
    }

    #[inline(never)]
    fn push(&mut self, child: VNode) {
        self.0.add_child(child);
    }

    /// With an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.set(name, value.into());
        self
    }

    /// Hidden or not. What comes and goes stays in its place, hidden.
    #[inline(never)]
    pub(super) fn hidden(self, hidden: bool) -> Self {
        if hidden { self.with("hidden", "") } else { self }
    }

    /// Known to its list by this key.
    #[inline(never)]
    pub(super) fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// With a text inside.
    pub(super) fn text(self, text: impl Into<AttrValue>) -> Self {
        self.child(VNode::from(yew::virtual_dom::VText::new(text.into())))
    }

    /// With a child.
    pub(super) fn child(mut self, child: impl Into<Html>) -> Self {
        self.push(child.into());
        self
    }

    /// With children.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = impl Into<Html>>) -> Self {
        for child in children {
            self.push(child.into());
        }
        self
    }
}

impl From<El> for Html {
    #[inline(never)]
    fn from(el: El) -> Self {
        Self::from(el.0)
    }
}
