//! What stands behind one element: its attributes, properties, methods and events.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Object;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, Response, ShadowRoot};
use yew::prelude::{AttrValue, Callback};
use yew::{AppHandle, Renderer};

use super::session::Session;
use super::values::{dataset_of_text, dataset_of_value, described, scenario_of_value};
use crate::components::{App, AppProps, Screen};
use crate::dataset::{BUILT_IN, Dataset, MOST_BYTES};
use crate::domain::{Scenario, parse_scenario};
use crate::i18n::{Locale, Message};
use crate::state::Action;

/// One calculator. The loader makes it once its element is in a page and forwards to it; every call leaves everything
/// current, and events follow in a task of their own.
#[wasm_bindgen]
pub struct Calculator {
    inner: Rc<Inner>,
}

struct Inner {
    host: HtmlElement,
    app: RefCell<AppHandle<App>>,
    dispatch: Callback<Action>,
    session: RefCell<Option<Session>>,
    /// What a page set as the scenario before there was a dataset.
    awaiting: Cell<Option<Scenario>>,
    trouble: RefCell<Option<AttrValue>>,
    /// Counts loads, so that the answer to an older one is dropped.
    load: Cell<u32>,
}

#[wasm_bindgen]
impl Calculator {
    /// Draws into an element's shadow root, at first only the page's own content.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: &ShadowRoot) -> Result<Calculator, JsValue> {
        let mount = gloo::utils::document().create_element("div")?;
        root.append_child(&mount)?;
        let inner = Rc::new_cyclic(|inner: &std::rc::Weak<Inner>| {
            let inner = inner.clone();
            let dispatch = Callback::from(move |action| {
                if let Some(inner) = inner.upgrade() {
                    inner.act(action);
                }
            });
            let props = AppProps { screen: Screen::Waiting, trouble: None, dispatch: dispatch.clone() };
            let app = Renderer::<App>::with_root_and_props(mount, props).render();
            Inner {
                host,
                app: RefCell::new(app),
                dispatch,
                session: RefCell::default(),
                awaiting: Cell::default(),
                trouble: RefCell::default(),
                load: Cell::default(),
            }
        });
        Ok(Self { inner })
    }

    /// Loads what the attributes ask for, unless a page has set its data already.
    pub fn start(&self) {
        if self.inner.session.borrow().is_none() {
            self.inner.load();
        }
    }

    /// Takes over a changed attribute.
    pub fn attribute(&self, name: &str) {
        match name {
            "src" => self.inner.load(),
            "lang" => self.inner.speak(),
            "scenario" => self.inner.replace_by_attribute(),
            _ => {}
        }
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
            Err(reason) => {
                let message = self.inner.word(Message::ScenarioSetWrong, &[("reason", &reason)]);
                self.inner.fail("scenario-invalid", message);
            }
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

    /// The dataset as a plain object of its own; `null` until there is one.
    #[wasm_bindgen(getter)]
    pub fn data(&self) -> JsValue {
        self.inner.of_session(Session::data)
    }

    /// Takes over a page's dataset; refuses one that is wrong, with an event.
    #[wasm_bindgen(setter)]
    pub fn set_data(&self, value: JsValue) {
        // What was still on its way is no longer wanted.
        self.inner.next_load();
        match dataset_of_value(value) {
            Ok((dataset, data)) => self.inner.open(dataset, data),
            Err(reason) => {
                let message = self.inner.word(Message::DataSetWrong, &[("reason", &reason)]);
                self.inner.fail("data-invalid", message);
            }
        }
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

    fn act(self: &Rc<Self>, action: Action) {
        let changed = match &mut *self.session.borrow_mut() {
            Some(session) => session.act(action),
            None => return,
        };
        self.draw();
        if changed {
            self.tell_scenario();
        }
    }

    /// Loads the dataset of the `src` attribute, or the built-in one.
    fn load(self: &Rc<Self>) {
        let load = self.next_load();
        let Some(address) = self.host.get_attribute("src") else {
            match dataset_of_text(BUILT_IN) {
                Ok((dataset, data)) => self.open(dataset, data),
                Err(reason) => self.data_wrong("casualty-calculator", &reason),
            }
            return;
        };
        let inner = Rc::clone(self);
        spawn_local(async move {
            let text = fetched(&address).await;
            if inner.load.get() != load {
                return;
            }
            match text {
                Ok(text) => match dataset_of_text(&text) {
                    Ok((dataset, data)) => inner.open(dataset, data),
                    Err(reason) => inner.data_wrong(&address, &reason),
                },
                Err(reason) => {
                    let message = inner.word(Message::DataNotFound, &[("address", &address), ("reason", &reason)]);
                    inner.fail("data-not-found", message);
                }
            }
        });
    }

    fn next_load(&self) -> u32 {
        self.load.set(self.load.get().wrapping_add(1));
        self.load.get()
    }

    fn data_wrong(self: &Rc<Self>, address: &str, reason: &str) {
        let message = self.word(Message::DataWrong, &[("address", address), ("reason", reason)]);
        self.fail("data-invalid", message);
    }

    /// Shows a dataset, with the scenario that the page asked for.
    fn open(self: &Rc<Self>, dataset: Dataset, data: JsValue) {
        let first = self.session.borrow().is_none();
        *self.trouble.borrow_mut() = None;
        let scenario = self.awaiting.take().or_else(|| self.scenario_of_attribute());
        *self.session.borrow_mut() = Some(Session::new(dataset, data, &self.language(), scenario));
        self.draw();
        if first {
            self.tell("calculator-ready", &JsValue::NULL);
        } else {
            self.tell_scenario();
        }
    }

    /// The attribute's scenario; with none, or one that is wrong, the dataset's own.
    fn scenario_of_attribute(self: &Rc<Self>) -> Option<Scenario> {
        let text = self.host.get_attribute("scenario").unwrap_or_default();
        parse_scenario(&text).unwrap_or_else(|error| {
            let message = self.word(Message::ScenarioWrong, &[("reason", &error.to_string())]);
            self.fail("scenario-invalid", message);
            None
        })
    }

    fn replace_by_attribute(self: &Rc<Self>) {
        *self.trouble.borrow_mut() = None;
        let scenario = self.scenario_of_attribute();
        let default = self.session.borrow().as_ref().map(Session::default_scenario);
        if let Some(scenario) = scenario.or(default) {
            self.act(Action::Replace(scenario));
        }
    }

    fn speak(&self) {
        if let Some(session) = &mut *self.session.borrow_mut() {
            session.speak(&self.language());
        }
        self.draw();
    }

    /// The language of the attribute, else of the nearest ancestor that has one, else the browser's.
    fn language(&self) -> String {
        let near = self.host.closest("[lang]").ok().flatten().and_then(|element| element.get_attribute("lang"));
        let browser = || gloo::utils::window().navigator().language();
        near.filter(|language| !language.is_empty()).or_else(browser).unwrap_or_else(|| "en".to_owned())
    }

    fn draw(&self) {
        let screen = match (&*self.session.borrow(), &*self.trouble.borrow()) {
            (Some(session), _) => Screen::Ready(session.view()),
            (None, Some(_)) => Screen::Failed,
            (None, None) => Screen::Waiting,
        };
        let trouble = self.trouble.borrow().clone();
        self.app.borrow_mut().update(AppProps { screen, trouble, dispatch: self.dispatch.clone() });
    }

    fn word(&self, message: Message, blanks: &[(&str, &str)]) -> String {
        Locale::new(&self.language(), Vec::new()).fill(message, blanks)
    }

    /// Says what went wrong; what the reader has stays.
    fn fail(self: &Rc<Self>, code: &'static str, message: String) {
        let detail = object(&[("code", code.into()), ("message", message.as_str().into())]);
        *self.trouble.borrow_mut() = Some(AttrValue::from(message));
        self.draw();
        self.tell("calculator-error", &detail);
    }

    fn tell_scenario(self: &Rc<Self>) {
        let detail = [("scenario", self.of_session(Session::scenario)), ("rates", self.of_session(Session::rates))];
        self.tell("scenario-change", &object(&detail));
    }

    /// Sends an event once the present task is done, so that its listeners find everything settled.
    fn tell(self: &Rc<Self>, name: &'static str, detail: &JsValue) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(detail);
        let host = self.host.clone();
        spawn_local(async move {
            // Neither can fail: the name is plain and the event is new.
            if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
                let _ = host.dispatch_event(&event);
            }
        });
    }
}

/// The text at an address, or why there is none.
async fn fetched(address: &str) -> Result<String, String> {
    let text = async {
        let response: Response = JsFuture::from(gloo::utils::window().fetch_with_str(address)).await?.dyn_into()?;
        if !response.ok() {
            return Err(JsValue::from_str(&format!("the server answered {}", response.status())));
        }
        let text = JsFuture::from(response.text()?).await?;
        Ok(text.as_string().unwrap_or_default())
    };
    let text = text.await.map_err(|error: JsValue| described(&error))?;
    if text.len() > MOST_BYTES {
        return Err(format!("expected at most {MOST_BYTES} bytes, found {}", text.len()));
    }
    Ok(text)
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh plain object can't fail.
        let _ = js_sys::Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// How often each component was drawn so far, for tests.
#[cfg(feature = "count-draws")]
#[wasm_bindgen]
pub fn draws() -> JsValue {
    let counts: Vec<_> = crate::components::draws();
    let entries: Vec<_> = counts.iter().map(|(name, count)| (name.as_str(), JsValue::from(*count))).collect();
    object(&entries)
}
