//! What one calculator does: its data, its inputs, what is drawn of them, and what it tells the page.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;
use yew::prelude::{AttrValue, Callback};

use super::session::{Change, Session};
use super::stage::Stage;
use super::values::{Language, dataset_of};
use crate::components::{AppProps, FileFormat, HEADING, LoadState, PageContext, Screen, saved_text, text_property};
use crate::dataset::{ForceScenario, Node, parse_scenarios};
use crate::domain::Scenario;
use crate::i18n::{Locale, Message};
use crate::state::{Action, State};

/// One calculator, however it is called: by its page or by what is drawn.
pub(super) struct Controller {
    stage: Rc<Stage>,
    /// Takes what a reader does.
    on_action: Callback<Action>,
    /// Takes what a reader wants to save.
    on_save: Callback<FileFormat>,
    /// Called once all is drawn.
    on_rendered: Callback<()>,
    session: RefCell<Option<Session>>,
    language: RefCell<Language>,
    /// The text of the attribute `scenario`.
    scenario_attribute: RefCell<String>,
    /// Whether it is the page's own, and not the address's: then it is what a reset leads to.
    is_own_scenario: Cell<bool>,
    /// What a page set as scenarios before there was a dataset, in that order.
    pending_scenarios: RefCell<Vec<ForceScenario>>,
    /// What went wrong last, in words.
    error: RefCell<Option<AttrValue>>,
    /// Whether the second half is there.
    lazy_parts: Cell<LoadState>,
    /// What came with them: tells what the page says of itself, and saves a file.
    share: RefCell<Option<(Function, Function)>>,
    /// The level of the question's heading.
    heading: Cell<usize>,
    /// Whether the element is as narrow as a phone.
    narrow: bool,
    /// Takes the name of an event and its detail, and sends it once the present task is done.
    dispatch_event: Function,
}

impl Controller {
    /// One without a dataset, for an element that is narrow or is not.
    pub(super) fn new(narrow: bool, show: Function, dispatch_event: Function) -> Rc<Self> {
        Rc::new_cyclic(|controller: &Weak<Self>| {
            let on_action = {
                let controller = controller.clone();
                Callback::from(move |action| {
                    if let Some(controller) = controller.upgrade() {
                        controller.apply(action);
                    }
                })
            };
            let on_save = {
                let controller = controller.clone();
                Callback::from(move |format| {
                    if let Some(controller) = controller.upgrade() {
                        controller.save(format);
                    }
                })
            };
            let stage = Stage::acquire();
            let on_rendered = {
                let mount = stage.mount.clone();
                // The loader's function throws nothing.
                Callback::from(move |()| drop(show.call1(&JsValue::UNDEFINED, &mount)))
            };
            Self {
                stage,
                on_action,
                on_save,
                on_rendered,
                session: RefCell::default(),
                language: RefCell::default(),
                scenario_attribute: RefCell::default(),
                is_own_scenario: Cell::default(),
                pending_scenarios: RefCell::default(),
                error: RefCell::default(),
                lazy_parts: Cell::default(),
                share: RefCell::default(),
                heading: Cell::new(HEADING),
                narrow,
                dispatch_event,
            }
        })
    }

    /// Goes on in a language, with headings from this level on; at a number that is none, from the usual one.
    pub(super) fn set_language(&self, language: Language, heading: usize) {
        let heading = if (1..=6).contains(&heading) { heading } else { HEADING };
        if self.heading.replace(heading) == heading && *self.language.borrow() == language {
            return;
        }
        if let Some(session) = &mut *self.session.borrow_mut() {
            session.set_language(&language, heading);
        }
        self.language.replace(language);
        self.render();
    }

    /// Takes over the text of the attribute `scenario`, which is the page's own or comes from its address.
    pub(super) fn apply_scenario_attribute(&self, text: String, is_own: bool) {
        self.scenario_attribute.replace(text);
        self.is_own_scenario.set(is_own);
        if self.session.borrow().is_some() {
            self.error.replace(None);
            self.render();
            let scenarios = self.scenarios_of_attribute().unwrap_or_else(|| self.scenarios_of_dataset());
            self.change(|session| session.open_as(is_own, scenarios));
        }
    }

    /// Takes over a scenario: now, or once there is a dataset.
    pub(super) fn set_scenario(&self, scenario: ForceScenario) {
        if self.session.borrow().is_some() {
            if let Some(action) = self.action_of(scenario) {
                self.apply(action);
            }
        } else {
            self.pending_scenarios.borrow_mut().push(scenario);
        }
    }

    /// Sets the scenario of a force; the one that is shown, where none is named. Where there is no such force, says so.
    fn action_of(&self, (force, scenario): ForceScenario) -> Option<Action> {
        let index = self.session.borrow().as_ref().map(|session| session.place_of(force.as_deref()))?;
        match index {
            Ok(index) if scenario.is_some() => Some(Action::ReplaceSome(vec![(index, scenario)])),
            Ok(index) => Some(Action::ShowForce(index)),
            Err(error) => {
                let reason = error.message();
                self.report_error("scenario-invalid", Message::ScenarioSetWrong, &[("reason", &reason)]);
                None
            }
        }
    }

    /// The dataset's own scenarios, the first force's shown.
    fn scenarios_of_dataset(&self) -> Vec<(usize, Option<Scenario>)> {
        let forces = self.session.borrow().as_ref().map_or(0, |session| session.dataset().forces.len());
        let mut scenarios = Vec::new();
        for index in 0..forces {
            scenarios.push((index, None));
        }
        scenarios
    }

    /// Shows a dataset, with the scenario that the page asks for and what the reader changed in the one before. One that is
    /// shown already changes nothing.
    pub(super) fn open(&self, data: Node) -> Result<(), String> {
        let is_shown = self.session.borrow().as_ref().is_some_and(|session| session.shows(&data));
        if is_shown {
            self.error.replace(None);
            self.render();
            return Ok(());
        }
        let dataset = dataset_of(&data, &self.language.borrow())?;
        self.error.replace(None);
        let state = State::new(&dataset).into();
        let session = Session::new(dataset, data.into(), &self.language.borrow(), self.heading.get(), state);
        let before = self.session.replace(Some(session));
        let pending = self.pending_scenarios.take();
        let mut is_own = true;
        let mut actions = Vec::new();
        if pending.is_empty() {
            is_own = self.is_own_scenario.get();
            actions.extend(self.scenarios_of_attribute().map(Action::ReplaceSome));
        }
        // The last one is the one that is shown.
        for scenario in pending {
            actions.extend(self.action_of(scenario));
        }
        if let Some(session) = &mut *self.session.borrow_mut() {
            // It is what the reader begins with, and so no step to undo.
            session.begin(actions, is_own);
            if let Some(before) = &before {
                session.carry_over(before);
            }
        }
        self.render();
        match before {
            None => self.dispatch_event("calculator-ready", &JsValue::NULL),
            Some(_) => self.dispatch_scenario_change(),
        }
        Ok(())
    }

    /// A value of the session; `null` until there is one.
    pub(super) fn session_value(&self, value: fn(&Session) -> JsValue) -> JsValue {
        self.session.borrow().as_ref().map_or(JsValue::NULL, value)
    }

    /// Does what a reader or a page asks for.
    pub(super) fn apply(&self, action: Action) {
        self.change(|session| session.apply(action));
    }

    fn change(&self, act: impl FnOnce(&mut Session) -> Change) {
        let change = match &mut *self.session.borrow_mut() {
            Some(session) => act(session),
            None => return,
        };
        if change != Change::Nothing {
            self.render();
        }
        if change == Change::Scenario {
            self.dispatch_scenario_change();
        }
    }

    /// Takes over what came with the second half; nothing where it could not be had.
    pub(super) fn set_share(&self, share: Option<(Function, Function)>) {
        if self.lazy_parts.get() == LoadState::Loaded {
            return;
        }
        self.lazy_parts.set(if share.is_some() { LoadState::Loaded } else { LoadState::Failed });
        self.share.replace(share);
        self.render();
    }

    /// Shows what went wrong and tells the page; what the reader has stays.
    pub(super) fn report_error(&self, code: &str, message: Message, blanks: &[(&str, &str)]) {
        let Language { tag, words, .. } = self.language.borrow().clone();
        let message = Locale::new(&tag, words, Vec::new()).fill(message, blanks);
        let detail = object(&[("code", code.into()), ("message", message.as_str().into())]);
        self.error.replace(Some(AttrValue::from(message)));
        self.render();
        self.dispatch_event("calculator-error", &detail);
    }

    /// What the attribute asks for; nothing where it is empty or wrong.
    fn scenarios_of_attribute(&self) -> Option<Vec<(usize, Option<Scenario>)>> {
        let text = {
            let attribute = self.scenario_attribute.borrow();
            // What can't be decoded is refused as it stands.
            js_sys::decode_uri_component(&attribute).map_or_else(|_| attribute.clone(), String::from)
        };
        let scenarios = self.session.borrow().as_ref().map(|session| parse_scenarios(&text, session.dataset()))?;
        match scenarios {
            Ok(scenarios) => (!scenarios.is_empty()).then_some(scenarios),
            Err(error) => {
                self.report_error("scenario-invalid", Message::ScenarioWrong, &[("reason", &error.message())]);
                None
            }
        }
    }

    fn render(&self) {
        let error = self.error.borrow().clone();
        let screen = match (&*self.session.borrow(), &error) {
            (Some(session), _) => Screen::Ready(session.view(self.narrow).into()),
            (None, Some(_)) => Screen::Failed,
            (None, None) => Screen::Waiting,
        };
        self.stage.render(AppProps {
            screen,
            trouble: error,
            load_state: self.lazy_parts.get(),
            page_context: self.page_context(),
            dispatch: self.on_action.clone(),
            save: self.on_save.clone(),
            drawn: self.on_rendered.clone(),
        });
    }

    /// What the page says about the way to the calculator, once what can ask it is there.
    fn page_context(&self) -> PageContext {
        let Some((ask, _)) = &*self.share.borrow() else { return PageContext::default() };
        let (ask, mount, context) = (ask.clone(), self.stage.mount.clone(), OnceCell::new());
        PageContext::new(move |field| {
            // It throws nothing, and is asked for the few readers alone who share what they see.
            let context = context.get_or_init(|| ask.call1(&JsValue::UNDEFINED, &mount).unwrap_or_default());
            text_property(context, field).unwrap_or_default()
        })
    }

    /// Makes a file for the reader.
    fn save(&self, format: FileFormat) {
        let view = self.session.borrow().as_ref().map(|session| session.view(self.narrow));
        if let Some(view) = view {
            let text = saved_text(&view, format, &self.page_context());
            let file = object(&[("extension", format.extension().into()), ("text", text.into())]);
            if let Some((_, save_file)) = &*self.share.borrow() {
                // It throws nothing.
                let _ = save_file.call2(&JsValue::UNDEFINED, &self.stage.mount, &file);
            }
        }
    }

    fn dispatch_scenario_change(&self) {
        let detail =
            [("scenario", self.session_value(Session::scenario)), ("rates", self.session_value(Session::rates))];
        self.dispatch_event("scenario-change", &object(&detail));
    }

    fn dispatch_event(&self, name: &str, detail: &JsValue) {
        // The loader's function only puts an event in a queue, and throws nothing.
        let _ = self.dispatch_event.call2(&JsValue::UNDEFINED, &name.into(), detail);
    }
}

impl Drop for Controller {
    fn drop(&mut self) {
        Stage::release(&self.stage);
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
