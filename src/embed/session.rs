//! One calculator's data, inputs and what follows from them, always in step: after an action everything is current.

use wasm_bindgen::JsValue;

use super::values::{Language, dataset_from_js, json_copy, to_js};
use crate::components::{Shared, Story, View};
use crate::dataset::{Dataset, Value};
use crate::domain::Scenario;
use crate::i18n::Locale;
use crate::results::{compared_claim_value, findings_value, rates_value, scenario_value};
use crate::state::{Action, Derived, State, reduce};

pub(super) struct Session {
    story: Shared<Story>,
    /// The dataset as the page gave it or the file held it.
    data: JsValue,
    state: State,
    derived: Shared<Derived>,
}

/// What an action changed.
#[derive(PartialEq)]
pub(super) enum Change {
    /// Nothing that anybody sees, as the end of a movement.
    Nothing,
    /// What is shown, but not the scenario.
    Display,
    /// The scenario, and with it what is shown.
    Scenario,
}

impl Session {
    /// Begins with a dataset under headings from this level on, with its own scenario or another one.
    pub(super) fn new(
        dataset: Dataset,
        data: JsValue,
        language: &Language,
        heading: usize,
        scenario: Option<Scenario>,
    ) -> Self {
        let scenario = scenario.unwrap_or(dataset.scenario);
        let locale = locale(language, &dataset);
        let story = Story::new(dataset, locale, heading);
        let derived = Derived::new(&scenario, &story.dataset, &story.claims).into();
        Self { story: story.into(), data, state: State::new(scenario), derived }
    }

    /// Does what a reader or a page asks for.
    pub(super) fn apply(&mut self, action: Action) -> Change {
        let next = reduce(&self.state, action, &self.story.dataset);
        let shown = |state: &State| (state.can_undo(), state.can_redo(), state.notice);
        let mut change = if shown(&next) == shown(&self.state) { Change::Nothing } else { Change::Display };
        if next.scenario() != self.state.scenario() {
            self.derived = Derived::new(next.scenario(), &self.story.dataset, &self.story.claims).into();
            change = Change::Scenario;
        }
        self.state = next;
        change
    }

    /// Goes on in another language, with the reader's figures.
    pub(super) fn set_language(&mut self, language: &Language, heading: usize) {
        // It was read before, so it can be read again.
        if let Ok((dataset, data)) = dataset_from_js(&self.data, language) {
            let before =
                std::mem::replace(self, Self::new(dataset, data, language, heading, Some(*self.state.scenario())));
            self.state = before.state;
        }
    }

    pub(super) fn default_scenario(&self) -> Scenario {
        self.story.dataset.scenario
    }

    pub(super) fn view(&self, folded: bool) -> View {
        View {
            story: self.story.clone(),
            scenario: *self.state.scenario(),
            derived: self.derived.clone(),
            can_undo: self.state.can_undo(),
            can_redo: self.state.can_redo(),
            folded,
            notice: self.state.notice,
        }
    }

    pub(super) fn scenario(&self) -> JsValue {
        to_js(&scenario_value(self.state.scenario()))
    }

    pub(super) fn rates(&self) -> JsValue {
        to_js(&rates_value(&self.derived.rates))
    }

    pub(super) fn comparison(&self) -> JsValue {
        let mut claims = Vec::new();
        for ((claim, row), comparisons) in
            self.story.dataset.claims.iter().zip(&self.story.claims.results).zip(&self.derived.comparisons)
        {
            claims.push(compared_claim_value(&claim.id, &row.rates, comparisons));
        }
        to_js(&Value::list(claims))
    }

    pub(super) fn findings(&self) -> JsValue {
        to_js(&findings_value(&[&self.story.claims.findings, &self.derived.findings], &self.story.dataset.claims))
    }

    pub(super) fn data(&self) -> JsValue {
        json_copy(&self.data).unwrap_or(JsValue::NULL)
    }
}

fn locale(Language { tag, words, .. }: &Language, dataset: &Dataset) -> Locale {
    Locale::new(tag, words.clone(), dataset.texts_for(tag, words.is_some()))
}
