//! What stands behind one element: its data, its inputs, and what it tells the page.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use yew::prelude::{AttrValue, Callback};

use super::session::{Effect, Session};
use super::stage::Stage;
use super::values::{Language, dataset_of_value, scenario_of_value, value_of_text};
use crate::components::{AppProps, FileFormat, HEADING, LoadState, Screen, saved_text};
use crate::dataset::{BUILT_IN, Dataset, MAX_BYTES, parse_scenario, too_many};
use crate::domain::Scenario;
use crate::i18n::{Locale, Message};
use crate::state::Action;

/// One calculator. The loader makes it once its element is in a page and forwards to it; every call leaves everything
/// current.
#[wasm_bindgen]
pub struct Calculator {
    inner: Rc<Inner>,
}

struct Inner {
    stage: Rc<Stage>,
    dispatch: Callback<Action>,
    /// Takes what a reader wants to save.
    save: Callback<FileFormat>,
    /// Hears that all is drawn.
    drawn: Callback<()>,
    session: RefCell<Option<Session>>,
    language: RefCell<Language>,
    /// The scenario that the attribute asks for.
    asked: RefCell<String>,
    /// What a page set as the scenario before there was a dataset.
    awaiting: Cell<Option<Scenario>>,
    trouble: RefCell<Option<AttrValue>>,
    /// Whether the parts that few readers open are there.
    load_state: Cell<LoadState>,
    /// What came with them: says where the calculator is, and saves a file.
    share: RefCell<Option<Function>>,
    /// The level of the question's heading.
    heading: Cell<usize>,
    /// Whether the element is as narrow as a phone.
    narrow: bool,
    /// Takes the name of an event and its detail, and sends it once the present task is done.
    tell: Function,
}

#[wasm_bindgen]
impl Calculator {
    /// Draws for an element of that width, and gives what is drawn to `enter`, once all of it is: Yew draws component by
    /// component, and a part of it is not for readers.
    #[wasm_bindgen(constructor)]
    pub fn new(width: i32, enter: Function, tell: Function) -> Calculator {
        // As in the style sheets: the width from which the inputs stand open.
        const WIDE: i32 = 480;
        let narrow = (1..WIDE).contains(&width);
        let inner = Rc::new_cyclic(|inner: &Weak<Inner>| {
            let dispatch = {
                let inner = inner.clone();
                Callback::from(move |action| {
                    if let Some(inner) = inner.upgrade() {
                        inner.act(action);
                    }
                })
            };
            let save = {
                let inner = inner.clone();
                Callback::from(move |format| {
                    if let Some(inner) = inner.upgrade() {
                        inner.save(format);
                    }
                })
            };
            let stage = Stage::free();
            let drawn = {
                let mount = stage.mount.clone();
                // The loader's function throws nothing.
                Callback::from(move |()| drop(enter.call1(&JsValue::UNDEFINED, &mount)))
            };
            Inner {
                stage,
                dispatch,
                save,
                drawn,
                session: RefCell::default(),
                language: RefCell::default(),
                asked: RefCell::default(),
                awaiting: Cell::default(),
                trouble: RefCell::default(),
                load_state: Cell::default(),
                share: RefCell::default(),
                heading: Cell::new(HEADING),
                narrow,
                tell,
            }
        });
        Self { inner }
    }

    /// Goes on in the language of a tag, with the words of its catalogue and the built-in dataset in it; where they are not
    /// given, in English words. Its headings begin at this level, from 1 to 6; at any other number it is the usual one. The
    /// glue's `speak` finds them all.
    pub fn turn(&self, tag: String, heading: usize, words: Option<String>, built_in: Option<String>) {
        self.inner.heading.set(if (1..=6).contains(&heading) { heading } else { HEADING });
        let language = Language { tag, words: words.map(Rc::from), built_in: built_in.map(Rc::from) };
        if let Some(session) = &mut *self.inner.session.borrow_mut() {
            session.speak(&language, self.inner.heading.get());
        }
        self.inner.language.replace(language);
        self.inner.draw();
    }

    /// Takes over the scenario that the attribute asks for: now, or once there is a dataset.
    pub fn ask(&self, scenario: String) {
        self.inner.asked.replace(scenario);
        let default = self.inner.session.borrow().as_ref().map(Session::default_scenario);
        if let Some(default) = default {
            self.inner.trouble.replace(None);
            self.inner.draw();
            let scenario = self.inner.asked_scenario().unwrap_or(default);
            self.inner.act(Action::Replace(scenario));
        }
    }

    /// Opens a dataset's text, read from an address; without a text, the built-in dataset.
    pub fn load(&self, text: Option<String>, address: String) {
        let text = text.as_deref().unwrap_or(BUILT_IN);
        let opened = if text.len() > MAX_BYTES {
            Err(too_many(MAX_BYTES, "bytes", text.len()))
        } else {
            value_of_text(text).and_then(|value| dataset_of_value(&value, &self.inner.language.borrow()))
        };
        match opened {
            Ok((dataset, data)) => self.inner.open(dataset, data),
            Err(reason) => {
                self.inner.fail("data-invalid", Message::DataWrong, &[("address", &address), ("reason", &reason)])
            }
        }
    }

    /// Says that there is nothing at an address.
    pub fn miss(&self, address: String, reason: String) {
        self.inner.fail("data-not-found", Message::DataNotFound, &[("address", &address), ("reason", &reason)]);
    }

    /// The inputs; `null` until there are any.
    #[wasm_bindgen(getter)]
    pub fn scenario(&self) -> JsValue {
        self.inner.of_session(Session::scenario)
    }

    /// Takes over a page's scenario; refuses one that is wrong, with an event.
    #[wasm_bindgen(setter)]
    pub fn set_scenario(&self, value: &JsValue) {
        match scenario_of_value(value) {
            Ok(scenario) if self.inner.session.borrow().is_some() => self.inner.act(Action::Replace(scenario)),
            Ok(scenario) => self.inner.awaiting.set(Some(scenario)),
            Err(reason) => self.inner.fail("scenario-invalid", Message::ScenarioSetWrong, &[("reason", &reason)]),
        }
    }

    /// The rates of the inputs; `null` until there are any.
    #[wasm_bindgen(getter)]
    pub fn rates(&self) -> JsValue {
        self.inner.of_session(Session::rates)
    }

    /// The claims against the inputs; `null` until there are any.
    #[wasm_bindgen(getter)]
    pub fn comparison(&self) -> JsValue {
        self.inner.of_session(Session::comparison)
    }

    /// What the checks find in the claims and in the inputs; `null` until there are any.
    #[wasm_bindgen(getter)]
    pub fn findings(&self) -> JsValue {
        self.inner.of_session(Session::findings)
    }

    /// The dataset as a plain object of its own; `null` until there is one.
    #[wasm_bindgen(getter)]
    pub fn data(&self) -> JsValue {
        self.inner.of_session(Session::data)
    }

    /// Takes over a page's dataset; refuses one that is wrong, with an event.
    #[wasm_bindgen(setter)]
    pub fn set_data(&self, value: &JsValue) {
        let opened = dataset_of_value(value, &self.inner.language.borrow());
        match opened {
            Ok((dataset, data)) => self.inner.open(dataset, data),
            Err(reason) => self.inner.fail("data-invalid", Message::DataSetWrong, &[("reason", &reason)]),
        }
    }

    /// Says that the parts that few readers open are there, with what came beside them, or that they could not be had.
    pub fn equip(&self, share: Option<Function>) {
        self.inner.load_state.set(if share.is_some() { LoadState::Loaded } else { LoadState::Failed });
        self.inner.share.replace(share);
        self.inner.draw();
    }

    /// Puts everything back to what the dataset begins with.
    pub fn reset(&self) {
        self.inner.act(Action::ResetAll);
    }

    /// Takes back the last step.
    pub fn undo(&self) {
        self.inner.act(Action::Undo);
    }

    /// Does again what was taken back.
    pub fn redo(&self) {
        self.inner.act(Action::Redo);
    }
}

impl Inner {
    fn of_session(&self, value: fn(&Session) -> JsValue) -> JsValue {
        self.session.borrow().as_ref().map_or(JsValue::NULL, value)
    }

    fn act(&self, action: Action) {
        let effect = match &mut *self.session.borrow_mut() {
            Some(session) => session.act(action),
            None => return,
        };
        if effect != Effect::Nothing {
            self.draw();
        }
        if effect == Effect::Inputs {
            self.tell_scenario();
        }
    }

    /// Shows a dataset, with the scenario that the page asks for.
    fn open(&self, dataset: Dataset, data: JsValue) {
        self.trouble.replace(None);
        let scenario = self.awaiting.take().or_else(|| self.asked_scenario());
        let session = Session::new(dataset, data, &self.language.borrow(), self.heading.get(), scenario);
        let before = self.session.replace(Some(session));
        self.draw();
        match before {
            None => self.tell("calculator-ready", &JsValue::NULL),
            Some(_) => self.tell_scenario(),
        }
    }

    /// The attribute's scenario; with none, or one that is wrong, there is none.
    fn asked_scenario(&self) -> Option<Scenario> {
        let asked = self.asked.borrow();
        // What can't be decoded is refused as it stands.
        let text = js_sys::decode_uri_component(&asked).map_or_else(|_| asked.clone(), String::from);
        parse_scenario(&text).unwrap_or_else(|error| {
            self.fail("scenario-invalid", Message::ScenarioWrong, &[("reason", &error.message())]);
            None
        })
    }

    fn draw(&self) {
        let trouble = self.trouble.borrow().clone();
        let screen = match (&*self.session.borrow(), &trouble) {
            (Some(session), _) => Screen::Ready(session.view(self.narrow).into()),
            (None, Some(_)) => Screen::Failed,
            (None, None) => Screen::Waiting,
        };
        let (dispatch, save, drawn) = (self.dispatch.clone(), self.save.clone(), self.drawn.clone());
        let (load_state, place) = (self.load_state.get(), self.place().into());
        self.stage.show(AppProps { screen, trouble, load_state, place, dispatch, save, drawn });
    }

    /// What the page says about the way to the calculator.
    fn place(&self) -> String {
        self.shared(&JsValue::UNDEFINED, &JsValue::UNDEFINED).as_string().unwrap_or_default()
    }

    /// Makes a file for the reader.
    fn save(&self, format: FileFormat) {
        let view = self.session.borrow().as_ref().map(|session| session.view(self.narrow));
        if let Some(view) = view {
            self.shared(&format.extension().into(), &saved_text(&view, format, &self.place()).into());
        }
    }

    /// Asks what came with the parts that few readers open.
    fn shared(&self, document: &JsValue, text: &JsValue) -> JsValue {
        let share = self.share.borrow();
        // It throws nothing.
        share.as_ref().and_then(|share| share.call2(&self.stage.mount, document, text).ok()).unwrap_or_default()
    }

    /// Says what went wrong; what the reader has stays.
    fn fail(&self, code: &str, message: Message, blanks: &[(&str, &str)]) {
        let Language { tag, words, .. } = self.language.borrow().clone();
        let message = Locale::new(&tag, words, Vec::new()).fill(message, blanks);
        let detail = object(&[("code", code.into()), ("message", message.as_str().into())]);
        self.trouble.replace(Some(AttrValue::from(message)));
        self.draw();
        self.tell("calculator-error", &detail);
    }

    fn tell_scenario(&self) {
        let detail = [("scenario", self.of_session(Session::scenario)), ("rates", self.of_session(Session::rates))];
        self.tell("scenario-change", &object(&detail));
    }

    fn tell(&self, name: &str, detail: &JsValue) {
        // The loader's function only puts an event in a queue, and throws nothing.
        let _ = self.tell.call2(&JsValue::UNDEFINED, &name.into(), detail);
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        Stage::give_back(&self.stage);
    }
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh plain object can't fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// How often each component was drawn so far, for tests.
#[cfg(feature = "count-draws")]
#[wasm_bindgen]
pub fn draws() -> JsValue {
    let counts: Vec<_> = crate::components::draw_counts();
    let entries: Vec<_> = counts.iter().map(|(name, count)| (name.as_str(), JsValue::from(*count))).collect();
    object(&entries)
}
