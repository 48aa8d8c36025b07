//! One calculator's data, inputs and what follows from them, always in step: after an action everything is current.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::values::{copied, plain};
use crate::components::{Shared, View};
use crate::dataset::{Dataset, Value};
use crate::domain::{Row, Scenario};
use crate::i18n::Locale;
use crate::plain::{compared_claim_value, rates_value, scenario_value};
use crate::state::{Action, Derived, State, reduce};

pub(super) struct Session {
    dataset: Shared<Dataset>,
    /// The dataset as the page gave it or the file held it.
    data: JsValue,
    rows: Shared<Vec<Row>>,
    locale: Shared<Locale>,
    state: State,
    derived: Shared<Derived>,
}

impl Session {
    /// Begins with a dataset, with its own scenario or another one.
    pub(super) fn new(dataset: Dataset, data: JsValue, language: &str, scenario: Option<Scenario>) -> Self {
        let scenario = scenario.unwrap_or(dataset.scenario);
        let rows = Derived::rows(&dataset);
        let derived = Derived::of(&scenario, &dataset, &rows).into();
        let locale = locale(language, &dataset);
        Self { dataset: dataset.into(), data, rows: rows.into(), locale, state: State::new(scenario), derived }
    }

    /// Does what a reader or a page asks for. Says whether the inputs are different now.
    pub(super) fn act(&mut self, action: Action) -> bool {
        let next = reduce(&self.state, action, &self.dataset);
        let changed = next.scenario() != self.state.scenario();
        if changed {
            self.derived = Derived::of(next.scenario(), &self.dataset, &self.rows).into();
        }
        self.state = next;
        changed
    }

    pub(super) fn speak(&mut self, language: &str) {
        self.locale = locale(language, &self.dataset);
    }

    pub(super) fn default_scenario(&self) -> Scenario {
        self.dataset.scenario
    }

    pub(super) fn view(&self) -> View {
        View {
            dataset: self.dataset.clone(),
            rows: self.rows.clone(),
            locale: self.locale.clone(),
            scenario: *self.state.scenario(),
            derived: self.derived.clone(),
            can_undo: self.state.can_undo(),
            can_redo: self.state.can_redo(),
            notice: self.state.notice,
        }
    }

    pub(super) fn scenario(&self) -> JsValue {
        plain(&scenario_value(self.state.scenario()))
    }

    pub(super) fn rates(&self) -> JsValue {
        plain(&rates_value(&self.derived.rates))
    }

    pub(super) fn comparison(&self) -> JsValue {
        let claims = self.dataset.claims.iter().zip(self.rows.iter()).zip(&self.derived.differences);
        plain(&Value::list(
            claims.map(|((claim, row), differences)| compared_claim_value(&claim.id, &row.rates, differences)),
        ))
    }

    pub(super) fn data(&self) -> JsValue {
        copied(&self.data).unwrap_or(JsValue::NULL)
    }
}

fn locale(language: &str, dataset: &Dataset) -> Shared<Locale> {
    let own_texts = dataset.texts.iter().map(|(message, text)| (*message, Rc::clone(text))).collect();
    Locale::new(language, own_texts).into()
}
