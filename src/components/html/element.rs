//! Elements made by calls. The `html!` macro writes out the making of each element in full, some 200 bytes in the
//! browser's copy; where there are many, a call is a tenth of that.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::{AttrValue, Callback, Html};
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, VList, VNode, VTag, VText};

use crate::components::view::{Story, ViewMsg};
use crate::i18n::{Locale, Message};
use crate::state::Action;

/// An element in the making.
pub(crate) struct El(Rc<VTag>);

/// An element with a class, unless that is empty.
#[inline(never)]
pub(crate) fn el(tag: &'static str, class: &'static str) -> El {
    let el = El(Rc::new(VTag::new(tag)));
    if class.is_empty() { el } else { el.attr("class", class) }
}

/// One after the other, without an element around them.
pub(crate) fn list(nodes: Vec<Html>) -> Html {
    Html::VList(Rc::new(VList::with_children(nodes, None)))
}

/// A button that does something.
#[inline(never)]
pub(crate) fn button(class: &'static str, onclick: Callback<web_sys::Event>) -> El {
    el("button", class).attr("type", "button").on(On::Click, onclick)
}

/// A button for an action.
#[inline(never)]
pub(crate) fn action_button(class: &'static str, dispatch: &Callback<Action>, action: Action) -> El {
    button(class, dispatch.reform(move |_| action.clone()))
}

/// A button for another way to look at the figures.
#[inline(never)]
pub(crate) fn view_button(onview: &Callback<ViewMsg>, next: ViewMsg) -> El {
    button("face", onview.reform(move |_| next))
}

/// The headings by their levels.
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// A heading, so many levels below the question's, whose level the page sets. There is none below the sixth.
pub(crate) fn heading(story: &Story, below: usize, class: &'static str) -> El {
    el(HEADINGS[(story.heading + below).clamp(1, HEADINGS.len()) - 1], class)
}

/// A part of the calculator under its title, by which those who listen know it. A group and no landmark: in a page of
/// somebody else's the calculator as a whole is one.
pub(crate) fn section(story: &Story, class: &'static str, title_id: &'static str, title: Message) -> El {
    let title = heading(story, 1, "title").attr("id", title_id).message(&story.locale, title);
    group("section", class, title_id).attr("part", class).child(title)
}

/// What belongs together under the name that stands elsewhere.
pub(crate) fn group(tag: &'static str, class: &'static str, title_id: &'static str) -> El {
    el(tag, class).attr("role", "group").attr("aria-labelledby", title_id)
}

/// The value of an attribute that says whether something is so.
pub(crate) fn bool_attr(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}

/// What can happen to an element.
#[derive(Clone, Copy)]
pub(crate) enum On {
    Click,
    Input,
    Change,
    KeyDown,
    PointerCancel,
}

/// What an element does when something happens to it. One type for all that can happen, so that the browser's copy holds
/// the way from an event to a callback once.
struct Handler {
    event: On,
    callback: Callback<web_sys::Event>,
}

impl Listener for Handler {
    fn kind(&self) -> ListenerKind {
        match self.event {
            On::Click => ListenerKind::onclick,
            On::Input => ListenerKind::oninput,
            On::Change => ListenerKind::onchange,
            On::KeyDown => ListenerKind::onkeydown,
            On::PointerCancel => ListenerKind::onpointercancel,
        }
    }

    fn handle(&self, event: web_sys::Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// The names of an element's attributes. They live for ever, as Yew wants it, so each list is made once: there are as
/// many as there are kinds of elements in this module's callers.
type Keys = &'static [&'static str];

/// A list of names, and the one more that makes of it another list.
type Step = (Keys, &'static str, Keys);

thread_local! {
    static STEPS: RefCell<Vec<Step>> = const { RefCell::new(Vec::new()) };
}

/// A list of names with one more.
fn with_key(keys: Keys, name: &'static str) -> Keys {
    STEPS.with_borrow_mut(|steps| {
        if let Some((_, _, made)) = steps.iter().find(|step| std::ptr::eq(step.0, keys) && step.1 == name) {
            return *made;
        }
        let made: Keys = Vec::leak([keys, &[name]].concat());
        steps.push((keys, name, made));
        made
    })
}

impl El {
    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: AttributeOrProperty) -> Self {
        // It is still in the making, and so held only here.
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            let (keys, values) = match std::mem::take(&mut tag.attributes) {
                Attributes::Dynamic { keys, values } => (keys, values.into_vec()),
                // What a fresh tag has: none.
                Attributes::Static(_) | Attributes::IndexMap(_) => (&[][..], Vec::new()),
            };
            let mut values: Vec<Option<AttributeOrProperty>> = values;
            values.push(Some(value));
            tag.attributes = Attributes::Dynamic { keys: with_key(keys, name), values: values.into_boxed_slice() };
        }
        self
    }

    /// With a child.
    #[inline(never)]
    pub(crate) fn node(mut self, child: Html) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            tag.add_child(child);
        }
        self
    }

    /// Known to its list by this key.
    #[inline(never)]
    pub(crate) fn key(mut self, key: &str) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            tag.key = Some(key.into());
        }
        self
    }

    /// With an attribute that is always the same.
    #[inline(never)]
    pub(crate) fn attr(self, name: &'static str, value: &'static str) -> Self {
        self.attribute(name, AttributeOrProperty::Attribute(AttrValue::Static(value)))
    }

    /// With an attribute.
    #[inline(never)]
    pub(crate) fn attr_owned(self, name: &'static str, value: &str) -> Self {
        self.attribute(name, AttributeOrProperty::Attribute(AttrValue::Rc(value.into())))
    }

    /// With a property, which a browser keeps beside the attributes; markup has none.
    pub(crate) fn property(self, name: &'static str, value: &str) -> Self {
        if cfg!(target_family = "wasm") {
            self.attribute(name, AttributeOrProperty::Property(web_sys::wasm_bindgen::JsValue::from_str(value)))
        } else {
            self
        }
    }

    /// Does something when this happens.
    #[inline(never)]
    pub(crate) fn on(mut self, event: On, callback: Callback<web_sys::Event>) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            tag.add_listener(Rc::new(Handler { event, callback }));
        }
        self
    }

    /// With a value, where it is an input.
    #[inline(never)]
    pub(crate) fn value(mut self, value: String) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            tag.set_value(Some(AttrValue::from(value)));
        }
        self
    }

    /// Hidden or not. What comes and goes stays in its place, hidden.
    #[inline(never)]
    pub(crate) fn hidden(self, hidden: bool) -> Self {
        if hidden { self.attr("hidden", "") } else { self }
    }

    /// With a text inside.
    #[inline(never)]
    pub(crate) fn text(self, text: &str) -> Self {
        self.node(VNode::from(VText::new(AttrValue::Rc(text.into()))))
    }

    /// With a text of the dataset's inside. Where the words around it are of another language it says which is its own, so
    /// that it is heard in its own sounds and runs its own way.
    #[inline(never)]
    pub(crate) fn dataset_text(self, story: &Story, text: &str) -> Self {
        let mut el = self.text(text);
        if let Some(tag) = &story.dataset.language
            && !story.dataset.may_be_in(story.locale.words_tag())
        {
            el = el.attr_owned("lang", tag).attr("dir", "auto");
        }
        el
    }

    /// With a text of the interface inside.
    #[inline(never)]
    pub(crate) fn message(self, locale: &Locale, message: Message) -> Self {
        self.text(locale.text(message))
    }

    /// With an element inside.
    #[inline(never)]
    pub(crate) fn child(self, child: Self) -> Self {
        self.node(child.into())
    }

    /// With elements inside.
    pub(crate) fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }
}

impl From<El> for Html {
    fn from(el: El) -> Self {
        Self::VTag(if cfg!(target_family = "wasm") { with_safe_texts(el).0 } else { el.0 })
    }
}

/// The same element, whose texts no other script can take out of step. A browser's translator puts elements of its own in
/// the place of texts, and Yew would go on writing to what nobody sees any more, without a word. So no text is a node of
/// Yew's: each is the content of an element, and a new one takes the place of whatever stands there by then. Markup needs
/// none of it.
fn with_safe_texts(mut el: El) -> El {
    // WebKit keeps the width of a `summary` whose content is another one.
    let is_summary = el.0.tag() == "summary";
    let Some(children) = Rc::get_mut(&mut el.0).and_then(VTag::children_mut) else { return el };
    let children = children.to_vlist_mut();
    if let [VNode::VText(text)] = &children[..]
        && !is_summary
    {
        let text = text.text.clone();
        children.clear();
        return el.property("textContent", &text);
    }
    for child in children.iter_mut() {
        if let VNode::VText(text) = child
            && !text.text.trim_ascii().is_empty()
        {
            *child = self::el("span", "").property("textContent", &text.text).into();
        }
    }
    el
}
