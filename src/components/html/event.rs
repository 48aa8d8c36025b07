//! What is read of events. Autofill, extensions and pages make events of their own, so an event has what it has, and not
//! what its type promises: what is missing reads as nothing.

use web_sys::Event;
use web_sys::js_sys::Reflect;
use web_sys::wasm_bindgen::JsValue;

/// The text that an object has under a name.
#[inline(never)]
pub fn text_property(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).ok().and_then(|value| value.as_string())
}

/// The key that was pressed; empty where the event names none.
pub(crate) fn pressed_key(event: &Event) -> String {
    text_property(event, "key").unwrap_or_default()
}

/// The value of the control that an event happened to; nothing where it happened to something else.
pub(crate) fn control_value(event: &Event) -> Option<String> {
    text_property(event.target()?.as_ref(), "value")
}
