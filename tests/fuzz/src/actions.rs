//! What a reader does, in any order.

use arbitrary::{Arbitrary, Unstructured};
use casualty_calculator::dataset::Dataset;
use casualty_calculator::domain::{Figure, Hedge, Quantity, Scenario};
use casualty_calculator::state::{Action, DerivedClaims, State, reduce};

use crate::follows;
use crate::scenarios::on_sound_data;

pub fn run(input: &[u8]) {
    on_sound_data(|dataset, claims| act(input, dataset, claims));
}

fn act(input: &[u8], dataset: &Dataset, claims: &[DerivedClaims]) {
    let mut unstructured = Unstructured::new(input);
    let mut state = State::new(dataset);
    while !unstructured.is_empty() {
        let Ok(action) = action(&mut unstructured, dataset.forces.len()) else { break };
        let next = reduce(&state, action.clone(), dataset);
        check_undo(&state, &action, &next, dataset);
        state = next;
    }
    follows::derived(dataset, &state, claims);
    follows::check_link(dataset, &state);
    // The same data read again keeps all of it that inputs take, or says so.
    let carried = state.carried_over(dataset, &State::new(dataset), dataset);
    assert_eq!(carried.shown(), state.shown());
    assert_eq!(carried.can_undo(), state.can_undo());
    if carried.notice.is_none() {
        for index in 0..dataset.forces.len() {
            assert_eq!(carried.scenario_of(index), state.scenario_of(index));
        }
    }
}

/// A step can be taken back, and done again.
fn check_undo(before: &State, action: &Action, after: &State, dataset: &Dataset) {
    let is_step = matches!(
        action,
        Action::Set(..) | Action::FillFromClaim(_) | Action::Reset(_) | Action::ResetAll | Action::Replace(_)
    );
    if !is_step || before.scenario() == after.scenario() {
        return;
    }
    assert!(after.can_undo(), "{action:?} can't be taken back");
    let undone = reduce(after, Action::Undo, dataset);
    assert_eq!(undone.scenario(), before.scenario(), "{action:?} taken back");
    let redone = reduce(&undone, Action::Redo, dataset);
    assert_eq!(redone.scenario(), after.scenario(), "{action:?} done again");
}

fn action(unstructured: &mut Unstructured, forces: usize) -> arbitrary::Result<Action> {
    let force = |unstructured: &mut Unstructured| unstructured.choose_index(forces);
    Ok(match unstructured.int_in_range(0..=11)? {
        0 | 1 => {
            let quantity = quantity(unstructured)?;
            Action::Set(quantity, figure(quantity, unstructured)?)
        }
        2 | 3 => {
            let quantity = quantity(unstructured)?;
            figure(quantity, unstructured)?.map_or(Action::EndSlide, |figure| Action::Slide(quantity, figure))
        }
        4 => Action::EndSlide,
        5 => Action::CancelSlide,
        6 => Action::ShowForce(force(unstructured)?),
        // Each force has one.
        7 => Action::FillFromClaim(0),
        8 => Action::Reset(quantity(unstructured)?),
        9 => unstructured.choose(&[Action::ResetAll, Action::Undo, Action::Redo])?.clone(),
        10 => Action::Replace(Box::new(scenario(unstructured)?)),
        _ => {
            let scenario = Option::<bool>::arbitrary(unstructured)?.map(|_| scenario(unstructured)).transpose()?;
            Action::ReplaceSome(vec![(force(unstructured)?, scenario)])
        }
    })
}

fn quantity(unstructured: &mut Unstructured) -> arbitrary::Result<Quantity> {
    unstructured.choose(&Quantity::ALL).copied()
}

/// A figure of any wording, now and then none.
fn figure(quantity: Quantity, unstructured: &mut Unstructured) -> arbitrary::Result<Option<Figure>> {
    let unit = quantity.unit();
    let number = match unstructured.int_in_range(0..=2)? {
        0 => f64::from(u8::arbitrary(unstructured)?),
        1 => f64::from(u32::arbitrary(unstructured)?),
        _ => f64::arbitrary(unstructured)?,
    };
    let hedge = *unstructured.choose(&Hedge::ALL)?;
    Ok(match hedge {
        Hedge::Between => Figure::between(unit, number, number + f64::from(u16::arbitrary(unstructured)?)).ok(),
        _ => Figure::new(unit, hedge, number).ok(),
    })
}

fn scenario(unstructured: &mut Unstructured) -> arbitrary::Result<Scenario> {
    let mut scenario = Scenario::default();
    while !unstructured.is_empty() && unstructured.ratio(4, 5)? {
        let quantity = quantity(unstructured)?;
        scenario.set(quantity, figure(quantity, unstructured)?);
    }
    Ok(scenario)
}
