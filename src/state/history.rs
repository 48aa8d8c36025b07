//! Actions and the scenarios that they lead to, one of each force, with undo and redo.

use crate::dataset::Dataset;
use crate::domain::{Figure, Force, Quantity, Scenario};

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
    /// Shows the force at this place in the dataset.
    ShowForce(usize),
    /// Fills the inputs with the figures of the claim at this place in the force.
    FillFromClaim(usize),
    /// Sets one input to the figure that it began with.
    Reset(Quantity),
    /// Goes back to what the force began with.
    ResetAll,
    /// Sets the whole scenario.
    Replace(Box<Scenario>),
    /// Sets the scenarios of some forces, by their places in the dataset, and shows the first of them; the others stay as
    /// they are. One without figures is the dataset's own. Pages do so in answer to a movement, which then goes on.
    ReplaceSome(Vec<(usize, Option<Scenario>)>),
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
    /// Figures that the reader had set are beyond what the inputs take with other data.
    FiguresDropped,
}

/// The reader's scenarios, one of each force, and which force is shown.
///
/// ```
/// use casualty_calculator::dataset::{BUILT_IN, parse_dataset};
/// use casualty_calculator::domain::{Category, Quantity};
/// use casualty_calculator::state::{Action, State, reduce};
///
/// let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset has no errors");
/// let killed = Quantity::Category(Category::Killed);
/// let state = State::new(&dataset);
///
/// let cleared = reduce(&state, Action::Set(killed, None), &dataset);
/// assert_eq!(cleared.scenario().figure(killed), None);
///
/// let undone = reduce(&cleared, Action::Undo, &dataset);
/// assert_eq!(undone.scenario(), state.scenario());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    shown: usize,
    forces: Vec<History>,
    /// What to tell the reader about the last action.
    pub notice: Option<Notice>,
}

/// The scenario of a force and the steps that led to it.
#[derive(Clone, Debug, Default, PartialEq)]
struct History {
    scenario: Scenario,
    /// What it began with.
    opening: Scenario,
    past: Vec<Scenario>,
    future: Vec<Scenario>,
    moving: Option<Quantity>,
}

impl State {
    /// The dataset's own scenarios, the first force's shown, with nothing to undo.
    pub fn new(dataset: &Dataset) -> Self {
        let mut forces = Vec::new();
        for force in &dataset.forces {
            forces.push(History { scenario: force.scenario, opening: force.scenario, ..History::default() });
        }
        Self { shown: 0, forces, notice: None }
    }

    /// The place of the force that is shown.
    pub fn shown(&self) -> usize {
        self.shown
    }

    /// The inputs of the force that is shown.
    pub fn scenario(&self) -> &Scenario {
        self.scenario_of(self.shown)
    }

    /// The inputs of the force at this place.
    pub fn scenario_of(&self, force: usize) -> &Scenario {
        &self.forces[force].scenario
    }

    /// What the force that is shown began with.
    pub fn opening(&self) -> &Scenario {
        &self.forces[self.shown].opening
    }

    /// The same scenarios with nothing to undo, and as what the forces began with where that is wanted.
    pub fn without_past(&self, as_opening: bool) -> Self {
        let mut forces = Vec::new();
        for History { scenario, opening, .. } in &self.forces {
            let opening = if as_opening { *scenario } else { *opening };
            forces.push(History { scenario: *scenario, opening, ..History::default() });
        }
        Self { shown: self.shown, forces, notice: None }
    }

    /// The same, where the scenarios of the forces at these places are what they began with.
    pub fn with_openings(&self, places: &[usize]) -> Self {
        let mut next = self.clone();
        for place in places {
            let force = &mut next.forces[*place];
            force.opening = force.scenario;
        }
        next
    }

    /// What becomes of it with other data, given what that begins with. In a force that is still there, the reader's own
    /// figures stay, unless the inputs do not take them any more; undo brings those back too.
    pub fn carried_over(&self, dataset: &Dataset, begun: &Self, next: &Dataset) -> Self {
        let mut state = begun.clone();
        for (index, force) in next.forces.iter().enumerate() {
            let Some(place) = dataset.forces.iter().position(|before| is_same(before, force)) else { continue };
            let (before, history) = (&self.forces[place], &mut state.forces[index]);
            let opening = history.opening;
            let carried = |scenario: &Scenario| carried_over(scenario, &before.opening, opening);
            let whole = carried(&before.scenario);
            history.scenario = fitting(whole, opening, force);
            for (steps, carried_steps) in [(&before.past, &mut history.past), (&before.future, &mut history.future)] {
                for scenario in steps {
                    carried_steps.push(carried(scenario));
                }
            }
            history.moving = before.moving;
            if history.scenario != whole {
                history.past.push(whole);
                history.moving = None;
                state.notice = Some(Notice::FiguresDropped);
            }
            if place == self.shown {
                state.shown = index;
            }
        }
        state
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.forces[self.shown].past.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.forces[self.shown].future.is_empty()
    }
}

/// Whether a force of other data is the same one: corrected, or with a report more.
fn is_same(before: &Force, force: &Force) -> bool {
    before.id == force.id && before.claims.iter().any(|claim| force.claim(&claim.id).is_some())
}

/// A scenario with the same changes to another beginning.
#[inline(never)]
fn carried_over(scenario: &Scenario, before: &Scenario, opening: Scenario) -> Scenario {
    let mut carried = opening;
    for quantity in Quantity::ALL {
        let figure = scenario.figure(quantity);
        if figure != before.figure(quantity) {
            carried = carried.with(quantity, figure);
        }
    }
    if scenario.start != before.start {
        carried.start = scenario.start;
    }
    if scenario.as_of != before.as_of {
        carried.as_of = scenario.as_of;
    }
    if scenario.solve_for != before.solve_for {
        carried.solve_for = scenario.solve_for;
    }
    carried
}

/// The scenario as far as the inputs take its figures; where they do not, what the force begins with.
fn fitting(mut scenario: Scenario, opening: Scenario, force: &Force) -> Scenario {
    for quantity in Quantity::ALL {
        let (figure, range) = (scenario.figure(quantity), force.input_range(quantity));
        let fits = figure.is_none_or(|figure| {
            let [low, high] = figure.ends();
            range.min <= low && high <= range.max
        });
        if !fits && figure != opening.figure(quantity) {
            scenario = scenario.with(quantity, opening.figure(quantity));
        }
    }
    scenario
}

impl History {
    /// Sets it from outside: in the middle of a movement as a part of that, so that it stays one step.
    fn set(&mut self, scenario: Scenario) {
        if self.moving.is_some() {
            self.scenario = scenario;
        } else {
            self.step_to(scenario);
        }
    }

    fn step_to(&mut self, scenario: Scenario) {
        self.moving = None;
        if scenario != self.scenario {
            if self.past.len() == MAX_STEPS {
                self.past.remove(0);
            }
            self.past.push(self.scenario);
            self.future.clear();
            self.scenario = scenario;
        }
    }

    /// Goes one step back, or forward where the two are given the other way round.
    fn move_between(from: &mut Vec<Scenario>, to: &mut Vec<Scenario>, scenario: &mut Scenario) {
        if let Some(next) = from.pop() {
            to.push(std::mem::replace(scenario, next));
        }
    }
}

/// The state after an action. An action that changes nothing adds no step.
pub fn reduce(state: &State, action: Action, dataset: &Dataset) -> State {
    let mut next = State { notice: None, ..state.clone() };
    let force = &dataset.forces[state.shown];
    let history = &mut next.forces[state.shown];
    let before = history.scenario;
    match action {
        Action::Set(quantity, figure) => {
            let (scenario, notice) = with_figure(&before, quantity, figure);
            history.step_to(scenario);
            next.notice = notice;
        }
        Action::Slide(quantity, figure) => {
            let (scenario, notice) = with_figure(&before, quantity, Some(figure));
            if history.moving == Some(quantity) {
                history.scenario = scenario;
                // A notice from the start of the movement stays until its end.
                next.notice = notice.or(state.notice);
            } else {
                history.step_to(scenario);
                history.moving = (scenario != before).then_some(quantity);
                next.notice = notice;
            }
        }
        Action::EndSlide => {
            history.moving = None;
            next.notice = state.notice;
        }
        Action::CancelSlide => {
            if history.moving.take().is_some()
                && let Some(before) = history.past.pop()
            {
                history.scenario = before;
            }
        }
        Action::FillFromClaim(index) => {
            if let Some(claim) = force.claims.get(index) {
                history.step_to(force.filled(&before, claim));
            }
        }
        Action::Reset(quantity) => history.step_to(before.with(quantity, history.opening.figure(quantity))),
        Action::ResetAll => history.step_to(history.opening),
        Action::Replace(scenario) => history.step_to(*scenario),
        Action::Undo => {
            history.moving = None;
            History::move_between(&mut history.past, &mut history.future, &mut history.scenario);
        }
        Action::Redo => {
            history.moving = None;
            History::move_between(&mut history.future, &mut history.past, &mut history.scenario);
        }
        Action::ShowForce(index) => {
            history.moving = None;
            next.shown = index;
        }
        Action::ReplaceSome(scenarios) => {
            next.shown = scenarios.first().map_or(state.shown, |(index, _)| *index);
            if next.shown != state.shown {
                history.moving = None;
            }
            for (index, scenario) in scenarios {
                next.forces[index].set(scenario.unwrap_or(dataset.forces[index].scenario));
            }
        }
    }
    next
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
