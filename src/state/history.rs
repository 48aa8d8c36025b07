//! Actions, and the scenario they lead to, with undo and redo.

use crate::dataset::Dataset;
use crate::domain::{Figure, Quantity, Scenario};

/// How many steps can be undone.
const MOST_STEPS: usize = 200;

/// Something that a reader, a page or a link does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Sets one figure, or makes it unknown.
    Set(Quantity, Option<Figure>),
    /// Sets one figure as part of a movement, such as the dragging of a slider. One movement is one step to undo.
    Slide(Quantity, Figure),
    /// Ends a movement.
    Settle,
    /// Ends a movement and goes back to before it, as on Escape.
    GiveUp,
    /// Fills the inputs with the figures of the claim at this place in the dataset.
    Fill(usize),
    /// Puts one input back to what the dataset begins with.
    Reset(Quantity),
    /// Puts everything back to what the dataset begins with.
    ResetAll,
    /// Takes over a whole scenario.
    Replace(Scenario),
    /// Takes back the last step.
    Undo,
    /// Does again what was taken back.
    Redo,
}

/// What a reader is told about the last action, besides its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A typed total no longer fitted its parts and was made unknown.
    TotalCleared,
}

/// The reader's scenario and the way to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    scenario: Scenario,
    past: Vec<Scenario>,
    future: Vec<Scenario>,
    moving: Option<Quantity>,
    /// What to tell the reader about the last action.
    pub notice: Option<Notice>,
}

impl State {
    /// A state without a past.
    pub fn new(scenario: Scenario) -> Self {
        Self { scenario, ..Self::default() }
    }

    /// The present inputs.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Whether a step can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a step can be done again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    fn step_to(mut self, scenario: Scenario) -> Self {
        self.moving = None;
        if scenario != self.scenario {
            if self.past.len() == MOST_STEPS {
                self.past.remove(0);
            }
            self.past.push(self.scenario);
            self.future.clear();
            self.scenario = scenario;
        }
        self
    }
}

/// The state after an action. An action that changes nothing leaves no step behind.
pub fn reduce(state: &State, action: Action, dataset: &Dataset) -> State {
    let mut next = State { notice: None, ..state.clone() };
    match action {
        Action::Set(quantity, figure) => {
            let (scenario, notice) = with_figure(&state.scenario, quantity, figure);
            State { notice, ..next.step_to(scenario) }
        }
        Action::Slide(quantity, figure) => {
            let (scenario, notice) = with_figure(&state.scenario, quantity, Some(figure));
            if state.moving == Some(quantity) {
                next.scenario = scenario;
                // What the movement began with stays said while it lasts.
                next.notice = notice.or(state.notice);
                return next;
            }
            let moving = (scenario != state.scenario).then_some(quantity);
            State { notice, moving, ..next.step_to(scenario) }
        }
        Action::Settle => State { moving: None, notice: state.notice, ..next },
        Action::GiveUp => {
            if next.moving.take().is_some()
                && let Some(before) = next.past.pop()
            {
                next.scenario = before;
            }
            next
        }
        Action::Fill(index) => match dataset.claims.get(index) {
            Some(claim) => next.step_to(state.scenario.filled_from(claim, &dataset.deployment, &dataset.claims)),
            None => next,
        },
        Action::Reset(quantity) => next.step_to(state.scenario.with(quantity, dataset.scenario.figure(quantity))),
        Action::ResetAll => next.step_to(dataset.scenario),
        Action::Replace(scenario) => next.step_to(scenario),
        Action::Undo => {
            next.moving = None;
            if let Some(before) = next.past.pop() {
                next.future.push(std::mem::replace(&mut next.scenario, before));
            }
            next
        }
        Action::Redo => {
            next.moving = None;
            if let Some(after) = next.future.pop() {
                next.past.push(std::mem::replace(&mut next.scenario, after));
            }
            next
        }
    }
}

/// One figure set. A typed total beside parts that change would contradict them unseen, so it is made unknown.
fn with_figure(scenario: &Scenario, quantity: Quantity, figure: Option<Figure>) -> (Scenario, Option<Notice>) {
    let changed = scenario.with(quantity, figure);
    let is_part = matches!(quantity, Quantity::Of(_));
    if is_part && changed != *scenario && scenario.figure(Quantity::Casualties).is_some() {
        return (changed.with(Quantity::Casualties, None), Some(Notice::TotalCleared));
    }
    (changed, None)
}
