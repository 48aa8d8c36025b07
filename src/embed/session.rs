//! One calculator's data, inputs and what follows from them, always in step: after an action everything is current.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::values::{Language, dataset_of, to_js};
use crate::components::{Shared, Story, View};
use crate::dataset::{Dataset, DatasetError, Node, Value, force_index};
use crate::domain::Scenario;
use crate::i18n::Locale;
use crate::results::{compared_claim_value, findings_value, forces_value, rates_value, scenario_value};
use crate::state::{Action, Derived, State, reduce};

pub(super) struct Session {
    /// The story of each force.
    stories: Rc<[Shared<Story>]>,
    /// The dataset as the page gave it or the file held it.
    data: Rc<Node>,
    state: Shared<State>,
    /// What follows from the inputs of each force.
    derived: Vec<Shared<Derived>>,
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
    /// Begins with a dataset under headings from this level on, in a state.
    pub(super) fn new(
        dataset: Dataset,
        data: Rc<Node>,
        language: &Language,
        heading: usize,
        state: Shared<State>,
    ) -> Self {
        let locale = locale(language, &dataset);
        let stories = Story::of_forces(dataset, locale, heading);
        let mut session = Self { stories, data, state, derived: Vec::new() };
        session.derive_all();
        session
    }

    fn derive_all(&mut self) {
        self.derived.clear();
        for index in 0..self.stories.len() {
            self.derived.push(self.derive(index));
        }
    }

    fn derive(&self, index: usize) -> Shared<Derived> {
        let story = &self.stories[index];
        Derived::new(self.state.scenario_of(index), &story.dataset, index, &story.claims).into()
    }

    /// Does what a page asks for before a reader sees anything: it leaves nothing to undo. Where the page itself asks for it,
    /// and not its address, a reset leads back to it.
    pub(super) fn begin(&mut self, actions: Vec<Action>, is_own: bool) {
        for action in actions {
            self.apply(action);
        }
        self.state = self.state.without_past(is_own).into();
    }

    /// The place of the force with an id; without one, of the force that is shown.
    pub(super) fn place_of(&self, force: Option<&str>) -> Result<usize, DatasetError> {
        match force {
            Some(_) => force_index(force, self.dataset()),
            None => Ok(self.state.shown()),
        }
    }

    /// Sets the scenarios of some forces as [`Action::ReplaceSome`] does; where they are the page's own, as what these forces
    /// begin with.
    pub(super) fn open_as(&mut self, is_own: bool, scenarios: Vec<(usize, Option<Scenario>)>) -> Change {
        let mut places = Vec::new();
        for (place, _) in &scenarios {
            places.push(*place);
        }
        let change = self.apply(Action::ReplaceSome(scenarios));
        if is_own {
            self.state = self.state.with_openings(&places).into();
        }
        change
    }

    /// Takes over what the reader changed in other data.
    pub(super) fn carry_over(&mut self, before: &Self) {
        self.state = before.state.carried_over(before.dataset(), &self.state, self.dataset()).into();
        self.derive_all();
    }

    /// Does what a reader or a page asks for.
    pub(super) fn apply(&mut self, action: Action) -> Change {
        let next = reduce(&self.state, action, self.dataset());
        let shown = |state: &State| (state.can_undo(), state.can_redo(), state.notice);
        let mut change = if shown(&next) == shown(&self.state) { Change::Nothing } else { Change::Display };
        let before = std::mem::replace(&mut self.state, next.into());
        if before.shown() != self.state.shown() {
            change = Change::Scenario;
        }
        for index in 0..self.stories.len() {
            if before.scenario_of(index) != self.state.scenario_of(index) {
                self.derived[index] = self.derive(index);
                change = Change::Scenario;
            }
        }
        change
    }

    /// Goes on in another language, with the reader's figures.
    pub(super) fn set_language(&mut self, language: &Language, heading: usize) {
        // It was read before, so it can be read again.
        if let Ok(dataset) = dataset_of(&self.data, language) {
            *self = Self::new(dataset, Rc::clone(&self.data), language, heading, self.state.clone());
        }
    }

    pub(super) fn dataset(&self) -> &Dataset {
        &self.stories[0].dataset
    }

    fn story(&self) -> &Story {
        &self.stories[self.state.shown()]
    }

    fn shown(&self) -> &Derived {
        &self.derived[self.state.shown()]
    }

    pub(super) fn view(&self, folded: bool) -> View {
        View::new(&self.stories, self.state.clone(), self.derived.clone(), folded)
    }

    pub(super) fn scenario(&self) -> JsValue {
        to_js(&scenario_value(&self.state, self.dataset(), self.state.shown()))
    }

    pub(super) fn rates(&self) -> JsValue {
        to_js(&rates_value(&self.shown().rates))
    }

    pub(super) fn forces(&self) -> JsValue {
        to_js(&forces_value(&self.state, self.dataset(), &|index| &self.derived[index].rates))
    }

    pub(super) fn comparison(&self) -> JsValue {
        let mut claims = Vec::new();
        let (story, derived) = (self.story(), self.shown());
        for ((claim, row), comparisons) in
            story.force().claims.iter().zip(&story.claims.results).zip(&derived.comparisons)
        {
            claims.push(compared_claim_value(&claim.id, &row.rates, comparisons));
        }
        to_js(&Value::list(claims))
    }

    pub(super) fn findings(&self) -> JsValue {
        let mut findings = Vec::new();
        findings.extend(&self.story().claims.findings);
        findings.extend(&self.shown().findings);
        to_js(&findings_value(&findings, &self.dataset().forces))
    }

    pub(super) fn data(&self) -> JsValue {
        to_js(&self.data.value)
    }

    /// Whether it shows this dataset.
    pub(super) fn shows(&self, data: &Node) -> bool {
        *self.data == *data
    }
}

fn locale(Language { tag, words, .. }: &Language, dataset: &Dataset) -> Locale {
    Locale::new(tag, words.clone(), dataset.texts_for(tag, words.is_some()))
}
