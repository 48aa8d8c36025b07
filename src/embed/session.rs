//! One calculator's data, inputs and what follows from them, always in step: after an action everything is current.

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

/// What an action changed.
#[derive(PartialEq)]
pub(super) enum Effect {
    /// Nothing that anybody sees, as the end of a movement.
    Nothing,
    /// What is shown, but not the inputs.
    Look,
    /// The inputs.
    Inputs,
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

    /// Does what a reader or a page asks for.
    pub(super) fn act(&mut self, action: Action) -> Effect {
        let next = reduce(&self.state, action, &self.dataset);
        let shown = |state: &State| (state.can_undo(), state.can_redo(), state.notice);
        let mut effect = if shown(&next) == shown(&self.state) { Effect::Nothing } else { Effect::Look };
        if next.scenario() != self.state.scenario() {
            self.derived = Derived::of(next.scenario(), &self.dataset, &self.rows).into();
            effect = Effect::Inputs;
        }
        self.state = next;
        effect
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
        let mut claims = Vec::new();
        for ((claim, row), differences) in
            self.dataset.claims.iter().zip(self.rows.iter()).zip(&self.derived.differences)
        {
            claims.push(compared_claim_value(&claim.id, &row.rates, differences));
        }
        plain(&Value::list(claims))
    }

    pub(super) fn data(&self) -> JsValue {
        copied(&self.data).unwrap_or(JsValue::NULL)
    }
}

fn locale(language: &str, dataset: &Dataset) -> Shared<Locale> {
    Locale::new(language, dataset.texts.clone()).into()
}
