//! Actions and the scenario that they lead to, with undo and redo.

use crate::dataset::Dataset;
use crate::domain::{Figure, Quantity, Scenario};

/// How many steps can be undone.
const MAX_STEPS: usize = 200;

/// Something that a reader, a page or a link does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Sets one figure, or makes it unknown with `None`.
    Set(Quantity, Option<Figure>),
    /// Sets one figure during a movement, such as dragging a slider. A whole movement is one step to undo.
    Slide(Quantity, Figure),
    /// Ends a movement.
    EndSlide,
    /// Ends a movement and goes back to the scenario before it, as on Escape.
    CancelSlide,
    /// Fills the inputs with the figures of the claim with this index in the dataset.
    FillFromClaim(usize),
    /// Sets one input to its figure in the dataset's own scenario.
    Reset(Quantity),
    /// Goes back to the dataset's own scenario.
    ResetAll,
    /// Sets the whole scenario.
    Replace(Scenario),
    /// Undoes the last step.
    Undo,
    /// Redoes the step that was undone last.
    Redo,
}

/// What to tell the reader about the last action, besides its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A typed total no longer fitted its parts and was made unknown.
    TotalCleared,
}

/// The reader's scenario and the steps that led to it.
///
/// ```
/// use casualty_calculator::dataset::{BUILT_IN, parse_dataset};
/// use casualty_calculator::domain::{Category, Quantity};
/// use casualty_calculator::state::{Action, State, reduce};
///
/// let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset has no errors");
/// let killed = Quantity::Category(Category::Killed);
/// let state = State::new(dataset.scenario);
///
/// let cleared = reduce(&state, Action::Set(killed, None), &dataset);
/// assert_eq!(cleared.scenario().figure(killed), None);
///
/// let undone = reduce(&cleared, Action::Undo, &dataset);
/// assert_eq!(undone.scenario(), state.scenario());
/// ```
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
    /// A state with nothing to undo.
    pub fn new(scenario: Scenario) -> Self {
        Self { scenario, ..Self::default() }
    }

    /// The present inputs.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    fn step_to(mut self, scenario: Scenario) -> Self {
        self.moving = None;
        if scenario != self.scenario {
            if self.past.len() == MAX_STEPS {
                self.past.remove(0);
            }
            self.past.push(self.scenario);
            self.future.clear();
            self.scenario = scenario;
        }
        self
    }
}

/// The state after an action. An action that changes nothing adds no step.
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
                // A notice from the start of the movement stays until its end.
                next.notice = notice.or(state.notice);
                return next;
            }
            let moving = (scenario != state.scenario).then_some(quantity);
            State { notice, moving, ..next.step_to(scenario) }
        }
        Action::EndSlide => State { moving: None, notice: state.notice, ..next },
        Action::CancelSlide => {
            if next.moving.take().is_some()
                && let Some(before) = next.past.pop()
            {
                next.scenario = before;
            }
            next
        }
        Action::FillFromClaim(index) => match dataset.claims.get(index) {
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

/// The scenario with one figure set. A typed total would silently contradict parts that change, so it is made unknown.
fn with_figure(scenario: &Scenario, quantity: Quantity, figure: Option<Figure>) -> (Scenario, Option<Notice>) {
    let changed = scenario.with(quantity, figure);
    let is_part = matches!(quantity, Quantity::Category(_));
    if is_part && changed != *scenario && scenario.figure(Quantity::Casualties).is_some() {
        return (changed.with(Quantity::Casualties, None), Some(Notice::TotalCleared));
    }
    (changed, None)
}
