//! What stands behind one element, as JavaScript calls it.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::controller::Controller;
use super::session::Session;
use super::values::{Language, data_from_js, parse_json, scenario_from_js};
use crate::dataset::{BUILT_IN, MAX_BYTES, too_many};
use crate::i18n::Message;
use crate::state::Action;

/// One calculator. The loader makes it once its element is in a page and forwards to it; every call leaves everything
/// current.
#[wasm_bindgen]
pub struct Calculator {
    controller: Rc<Controller>,
}

#[wasm_bindgen]
impl Calculator {
    /// Draws for an element of that width, and gives what is drawn to `show`, once all of it is: Yew draws component by
    /// component, and a part of it is not for readers. Events go to `dispatch_event`, with their names and details.
    #[wasm_bindgen(constructor)]
    pub fn new(width: i32, show: Function, dispatch_event: Function) -> Calculator {
        // As in the style sheets: the width from which the inputs stand open.
        const WIDE: i32 = 480;
        Self { controller: Controller::new((1..WIDE).contains(&width), show, dispatch_event) }
    }

    /// Goes on in the language of a tag, with the words of its catalogue and the built-in dataset in it; where they are not
    /// given, in English words. Its headings begin at this level, from 1 to 6; at any other number it is the usual one.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&self, tag: String, heading: usize, words: Option<String>, built_in: Option<String>) {
        let language = Language { tag, words: words.map(Rc::from), built_in: built_in.map(Rc::from) };
        self.controller.set_language(language, heading);
    }

    /// Takes over the scenario that the attribute asks for: now, or once there is a dataset. It is the page's own, or comes
    /// from the page's address.
    #[wasm_bindgen(js_name = applyScenario)]
    pub fn apply_scenario(&self, text: String, is_own: bool) {
        self.controller.apply_scenario_attribute(text, is_own);
    }

    /// Opens a dataset's text, read from an address; without a text, the built-in dataset.
    #[wasm_bindgen(js_name = openData)]
    pub fn open_data(&self, text: Option<String>, address: String) {
        let text = text.as_deref().unwrap_or(BUILT_IN);
        let opened = if text.len() > MAX_BYTES {
            Err(too_many(MAX_BYTES, "bytes", text.len()))
        } else {
            parse_json(text).and_then(|data| self.controller.open(data))
        };
        if let Err(reason) = opened {
            let blanks = [("address", &*address), ("reason", &*reason)];
            self.controller.report_error("data-invalid", Message::DataWrong, &blanks);
        }
    }

    /// Says that figures from an address are not shown, since nobody who may choose them has named it.
    #[wasm_bindgen(js_name = refuseData)]
    pub fn refuse_data(&self, address: String) {
        self.controller.report_error("src-refused", Message::SourceRefused, &[("address", &address)]);
    }

    /// Says that there is no dataset at an address, and why.
    #[wasm_bindgen(js_name = dataNotFound)]
    pub fn data_not_found(&self, address: String, reason: String) {
        let blanks = [("address", &*address), ("reason", &*reason)];
        self.controller.report_error("data-not-found", Message::DataNotFound, &blanks);
    }

    /// The inputs; `null` until there are any.
    #[wasm_bindgen(getter)]
    pub fn scenario(&self) -> JsValue {
        self.controller.session_value(Session::scenario)
    }

    /// Takes over a page's scenario; refuses one that is wrong, with an event.
    #[wasm_bindgen(setter)]
    pub fn set_scenario(&self, value: &JsValue) {
        match scenario_from_js(value) {
            Ok(scenario) => self.controller.set_scenario(scenario),
            Err(reason) => {
                self.controller.report_error("scenario-invalid", Message::ScenarioSetWrong, &[("reason", &reason)]);
            }
        }
    }

    /// The rates of the inputs; `null` until there are any.
    #[wasm_bindgen(getter)]
    pub fn rates(&self) -> JsValue {
        self.controller.session_value(Session::rates)
    }

    /// Each force with its inputs and their rates; `null` until there are any.
    #[wasm_bindgen(getter)]
    pub fn forces(&self) -> JsValue {
        self.controller.session_value(Session::forces)
    }

    /// The claims against the inputs; `null` until there are any.
    #[wasm_bindgen(getter)]
    pub fn comparison(&self) -> JsValue {
        self.controller.session_value(Session::comparison)
    }

    /// What the checks find in the claims and in the inputs; `null` until there are any.
    #[wasm_bindgen(getter)]
    pub fn findings(&self) -> JsValue {
        self.controller.session_value(Session::findings)
    }

    /// The dataset as a plain object of its own; `null` until there is one.
    #[wasm_bindgen(getter)]
    pub fn data(&self) -> JsValue {
        self.controller.session_value(Session::data)
    }

    /// Takes over a page's dataset; refuses one that is wrong, with an event.
    #[wasm_bindgen(setter)]
    pub fn set_data(&self, value: &JsValue) {
        if let Err(reason) = data_from_js(value).and_then(|data| self.controller.open(data)) {
            self.controller.report_error("data-invalid", Message::DataSetWrong, &[("reason", &reason)]);
        }
    }

    /// Says that the second half is there, with what a browser does for it (`glue/share.js`); without that, that it could not
    /// be had.
    #[wasm_bindgen(js_name = lazyPartsLoaded)]
    pub fn lazy_parts_loaded(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "typeof import('./share.js').pageContext")] page_context: Option<
            Function,
        >,
        #[wasm_bindgen(unchecked_optional_param_type = "typeof import('./share.js').saveFile")] save_file: Option<
            Function,
        >,
    ) {
        self.controller.set_share(page_context.zip(save_file));
    }

    /// Puts the force that is shown back to what the page, or else the dataset, begins with.
    pub fn reset(&self) {
        self.controller.apply(Action::ResetAll);
    }

    /// Takes back the last step.
    pub fn undo(&self) {
        self.controller.apply(Action::Undo);
    }

    /// Does again what was taken back.
    pub fn redo(&self) {
        self.controller.apply(Action::Redo);
    }
}

#[cfg(feature = "count-draws")]
#[wasm_bindgen]
impl Calculator {
    /// How often each component was drawn so far in the page, for tests.
    pub fn draws() -> JsValue {
        let draws = js_sys::Object::new();
        for (name, count) in crate::components::draw_counts() {
            // Setting a property of a fresh plain object can't fail.
            let _ = js_sys::Reflect::set(&draws, &name.into(), &count.into());
        }
        draws.into()
    }
}
