//! What a reader does, and what of it can be undone: each force has inputs and a past of its own.
#![cfg(feature = "command")]

mod strategies;

use casualty_calculator::dataset::{Dataset, parse_dataset, parse_scenarios};
use casualty_calculator::domain::{Category, Date, Figure, Hedge, Inputs, Quantity, RateName, Rates, Scenario, Unit};
use casualty_calculator::state::{Action, Notice, State, reduce};
use proptest::prelude::*;
use serde_json::json;
use strategies::figure;

const KILLED: Quantity = Quantity::Category(Category::Killed);

/// Two sides, and a part of the first.
fn dataset() -> Dataset {
    let dataset = json!({
        "format": 2,
        "title": "How many?",
        "forces": [
            {"id": "uk", "name": "British forces", "denominator": "all",
                "scenario": {"deployed": 20000, "killed": 255, "wounded": 775}},
            {"id": "unit", "name": "A unit of them", "part_of": "uk"},
            {"id": "ar", "name": "Argentine forces", "scenario": {"deployed": 10000, "killed": 649}},
        ],
        "claims": [
            {"id": "all", "force": "uk", "source": {"name": "A"}, "deployed": 28000, "casualties": 1145},
            {"id": "sailors", "force": "uk", "source": {"name": "B"}, "killed": 86},
            {"id": "up-to", "force": "ar", "source": {"name": "C"}, "killed": {"up_to": 700}, "captured": 1800},
        ],
    });
    parse_dataset(&dataset.to_string()).expect("it is sound")
}

const UK: usize = 0;
const UNIT: usize = 1;
const AR: usize = 2;

fn people(number: f64) -> Figure {
    Figure::new(Unit::People, Hedge::Exact, number).expect("a count")
}

fn set(number: f64) -> Action {
    Action::Set(KILLED, Some(people(number)))
}

fn slide(number: f64) -> Action {
    Action::Slide(KILLED, people(number))
}

/// The state after these actions.
fn after(actions: impl IntoIterator<Item = Action>) -> State {
    let dataset = dataset();
    actions.into_iter().fold(State::new(&dataset), |state, action| reduce(&state, action, &dataset))
}

/// The killed in the scenarios of all forces.
fn killed(state: &State) -> [Option<f64>; 3] {
    [UK, UNIT, AR].map(|force| state.scenario_of(force).figure(KILLED).and_then(Figure::printed))
}

#[test]
fn a_force_begins_with_its_own_scenario_and_the_first_one_is_shown() {
    let state = State::new(&dataset());
    assert_eq!((state.shown(), killed(&state)), (UK, [Some(255.0), None, Some(649.0)]));
    assert!(!state.can_undo() && !state.can_redo());
}

#[test]
fn what_a_reader_set_for_a_force_is_still_there_after_a_look_at_another() {
    let state = after([set(300.0), Action::ShowForce(AR), set(700.0)]);
    assert_eq!((state.shown(), killed(&state)), (AR, [Some(300.0), None, Some(700.0)]));
    assert_eq!(state.scenario().figure(KILLED), Some(people(700.0)));
    let back = reduce(&state, Action::ShowForce(UK), &dataset());
    assert_eq!(back.scenario().figure(KILLED), Some(people(300.0)));
    assert_eq!(killed(&back), killed(&state));
}

#[test]
fn undo_takes_back_what_was_done_to_the_force_that_is_shown_and_to_no_other() {
    let dataset = dataset();
    let state = after([set(300.0), Action::ShowForce(AR), set(700.0), set(701.0)]);
    let undone = reduce(&state, Action::Undo, &dataset);
    assert_eq!(killed(&undone), [Some(300.0), None, Some(700.0)]);
    let undone = reduce(&undone, Action::Undo, &dataset);
    assert_eq!(killed(&undone), [Some(300.0), None, Some(649.0)]);
    assert!(!undone.can_undo(), "all steps of this force are taken back");
    assert_eq!(killed(&reduce(&undone, Action::Undo, &dataset)), killed(&undone), "one more changes nothing");
    // Looking at a force is no step, so that its last step can still be taken back.
    let back = reduce(&undone, Action::ShowForce(UK), &dataset);
    assert!(back.can_undo() && !back.can_redo());
    assert_eq!(killed(&reduce(&back, Action::Undo, &dataset)), [Some(255.0), None, Some(649.0)]);
}

#[test]
fn redo_brings_back_what_was_undone_even_after_a_look_at_another_force() {
    let dataset = dataset();
    let state = after([set(300.0), set(301.0), Action::Undo, Action::ShowForce(AR), set(700.0), Action::ShowForce(UK)]);
    assert!(state.can_redo(), "a step in the other force takes nothing away here");
    assert_eq!(killed(&reduce(&state, Action::Redo, &dataset)), [Some(301.0), None, Some(700.0)]);
    let other = reduce(&reduce(&state, set(302.0), &dataset), Action::Redo, &dataset);
    assert_eq!(killed(&other)[UK], Some(302.0), "after a new step there is nothing to bring back");
}

#[test]
fn looking_at_a_force_ends_a_movement_in_the_one_before() {
    let dataset = dataset();
    let state = after([slide(300.0), slide(310.0), Action::ShowForce(AR), Action::ShowForce(UK), slide(400.0)]);
    let undone = reduce(&state, Action::Undo, &dataset);
    assert_eq!(killed(&undone)[UK], Some(310.0), "two movements are two steps");
    // A movement in one force is not given up by Escape in another.
    let state = after([slide(300.0), Action::ShowForce(AR), Action::CancelSlide]);
    assert_eq!(killed(&state), [Some(300.0), None, Some(649.0)]);
    let back = [Action::ShowForce(UK), Action::CancelSlide];
    let state = back.into_iter().fold(state, |state, action| reduce(&state, action, &dataset));
    assert_eq!(killed(&state)[UK], Some(300.0), "and it has come to its end");
}

#[test]
fn a_link_fills_the_forces_that_it_names_and_shows_the_first_of_them() {
    let dataset = dataset();
    let read = |text: &str| Action::ReplaceSome(parse_scenarios(text, &dataset).expect("scenarios"));
    let edited = after([set(300.0), Action::ShowForce(AR), set(700.0)]);
    let state = reduce(&edited, read("force=unit&killed=5&force=uk&killed=6"), &dataset);
    assert_eq!((state.shown(), killed(&state)), (UNIT, [Some(6.0), Some(5.0), Some(700.0)]));
    assert_eq!(state.scenario_of(UK).figure(Quantity::Deployed), None, "what is left out is unknown");
    // Each can be undone where it was done.
    let undone = reduce(&state, Action::Undo, &dataset);
    assert_eq!(killed(&undone), [Some(6.0), None, Some(700.0)]);
    let undone = reduce(&reduce(&undone, Action::ShowForce(UK), &dataset), Action::Undo, &dataset);
    assert_eq!(killed(&undone), [Some(300.0), None, Some(700.0)]);
    // A force alone goes back to the dataset's own scenario.
    let state = reduce(&edited, read("force=ar"), &dataset);
    assert_eq!((state.shown(), killed(&state)), (AR, [Some(300.0), None, Some(649.0)]));
    let without_a_force = reduce(&edited, read("killed=7"), &dataset);
    assert_eq!((without_a_force.shown(), killed(&without_a_force)), (UK, [Some(7.0), None, Some(700.0)]));
    // Nothing named is nothing done.
    let nothing = reduce(&edited, read(""), &dataset);
    assert_eq!((nothing.shown(), killed(&nothing), nothing.can_undo()), (AR, killed(&edited), true));
}

#[test]
fn a_link_that_says_what_is_there_already_adds_no_step() {
    let dataset = dataset();
    let same = Action::ReplaceSome(vec![(AR, Some(dataset.forces[AR].scenario)), (UK, None)]);
    let state = reduce(&State::new(&dataset), same, &dataset);
    assert_eq!(state.shown(), AR);
    assert!(!state.can_undo());
    assert!(!reduce(&state, Action::ShowForce(UK), &dataset).can_undo());
}

#[test]
fn a_source_fills_the_inputs_of_its_own_force() {
    let dataset = dataset();
    let filled = |force, claim| after([Action::ShowForce(force), Action::FillFromClaim(claim)]);
    let figures = |state: &State, force| {
        Quantity::ALL.map(|quantity| state.scenario_of(force).figure(quantity).and_then(Figure::printed))
    };
    // Deployed, reinforcements, killed, wounded, missing, captured, casualties, rate.
    let sailors = [Some(28_000.0), None, Some(86.0), None, None, None, None, None];
    assert_eq!(figures(&filled(UK, 1), UK), sailors, "over the force that the British figures are measured against");
    let up_to = [None, None, Some(700.0), None, None, Some(1800.0), None, None];
    assert_eq!(figures(&filled(AR, 0), AR), up_to, "a force is never borrowed from another side");
    assert_eq!(filled(AR, 0).scenario_of(UK), &dataset.forces[UK].scenario);
    // The second claim of the British is none of the Argentine ones.
    assert_eq!(filled(AR, 1).scenario_of(AR), &dataset.forces[AR].scenario);
}

/// A month's losses and those of the war so far, of a force with these dates: its own start and that of its scenario.
fn with_a_month(start: Option<&str>, scenario_start: Option<&str>) -> Dataset {
    let mut dataset = json!({
        "format": 2,
        "title": "How many?",
        "forces": [{"id": "ru", "name": "Russian forces"}],
        "claims": [
            {"id": "november", "force": "ru", "source": {"name": "A"}, "casualties": 45680,
                "period": {"from": "2024-11", "to": "2024-11"}},
            {"id": "all", "force": "ru", "source": {"name": "B"}, "as_of": "2024-11-10", "casualties": 700000},
        ],
    });
    if let Some(start) = start {
        dataset["forces"][0]["start"] = start.into();
    }
    if let Some(start) = scenario_start {
        dataset["forces"][0]["scenario"] = json!({"start": start});
    }
    parse_dataset(&dataset.to_string()).expect("it is sound")
}

/// The dates of the scenario after a reader chose these sources, and how many days it counts.
fn days(dataset: &Dataset, scenario: Scenario, sources: &[usize]) -> (String, String, Option<f64>) {
    let mut state = reduce(&State::new(dataset), Action::Replace(scenario.into()), dataset);
    for source in sources {
        state = reduce(&state, Action::FillFromClaim(*source), dataset);
    }
    let scenario = state.scenario();
    let inputs = Inputs::from_scenario(scenario, &dataset.forces[0]);
    let rates = Rates::new(&inputs);
    let printed = |name| rates.get(name).ok().and_then(|rate| rate.printed);
    let days = printed(RateName::Casualties).zip(printed(RateName::PerDay)).map(|(total, pace)| (total / pace).round());
    let [start, as_of] = [scenario.start, scenario.as_of].map(|date| date.map_or_else(String::new, Date::text));
    (start, as_of, days)
}

#[test]
fn the_figures_of_a_month_are_counted_over_its_days_and_those_of_the_next_source_from_the_start() {
    // From 24 February 2022 to 10 November 2024 are 991 days, from 1 January 2023 680.
    let all = |start: &str, days| (start.to_owned(), "2024-11-10".to_owned(), Some(days));
    let november = ("2024-11-01".to_owned(), "2024-11-30".to_owned(), Some(30.0));
    for (force, scenario) in [(None, Some("2022-02-24")), (Some("2023-01-01"), Some("2022-02-24"))] {
        let dataset = with_a_month(force, scenario);
        let begin = dataset.forces[0].scenario;
        assert_eq!(days(&dataset, begin, &[0]), november);
        assert_eq!(days(&dataset, begin, &[1]), all("2022-02-24", 991.0), "the scenario's own start comes first");
        assert_eq!(days(&dataset, begin, &[0, 1]), all("2022-02-24", 991.0));
    }
    // Without a start of the scenario's own the force's counts, and comes to count again.
    let dataset = with_a_month(Some("2022-02-24"), None);
    for sources in [&[1][..], &[0, 1]] {
        assert_eq!(days(&dataset, Scenario::default(), sources), all("", 991.0), "{sources:?}");
    }
    assert_eq!(days(&dataset, Scenario::default(), &[0]), november);
    assert_eq!(days(&with_a_month(None, None), Scenario::default(), &[1]).2, None, "nobody says when it began");
    // A start that a reader chose stays, whatever figures they take.
    let mut own = Scenario::default();
    own.start = Date::parse("2023-01-01").ok();
    assert_eq!(days(&dataset, own, &[1]), all("2023-01-01", 680.0));
}

#[test]
fn a_reset_goes_back_to_the_scenario_of_the_force_that_is_shown() {
    let dataset = dataset();
    let edited = after([set(1.0), Action::ShowForce(AR), set(2.0), Action::Set(Quantity::Deployed, None)]);
    let reset = reduce(&edited, Action::Reset(KILLED), &dataset);
    assert_eq!(killed(&reset), [Some(1.0), None, Some(649.0)]);
    assert_eq!(reset.scenario().figure(Quantity::Deployed), None, "the other inputs stay");
    let reset = reduce(&edited, Action::ResetAll, &dataset);
    assert_eq!(reset.scenario(), &dataset.forces[AR].scenario);
    assert_eq!(killed(&reset)[UK], Some(1.0));
    assert_eq!(killed(&reduce(&reset, Action::Undo, &dataset)), killed(&edited), "and can be undone");
}

#[test]
fn a_cleared_total_is_told_once_and_of_the_force_that_it_was_in() {
    let dataset = dataset();
    let total = Action::Set(Quantity::Casualties, Some(people(4000.0)));
    let state = after([total, set(300.0)]);
    assert_eq!(state.notice, Some(Notice::TotalCleared));
    assert_eq!(state.scenario().figure(Quantity::Casualties), None);
    for next in [Action::ShowForce(AR), Action::ReplaceSome(vec![(AR, None)]), Action::Undo, set(301.0)] {
        assert_eq!(reduce(&state, next.clone(), &dataset).notice, None, "{next:?}");
    }
}

#[test]
fn two_hundred_steps_of_each_force_can_be_undone() {
    let dataset = dataset();
    let many = |force| std::iter::once(Action::ShowForce(force)).chain((1..=205).map(|number| set(f64::from(number))));
    let mut state = after(many(UK).chain(many(AR)));
    for _ in 0..300 {
        state = reduce(&state, Action::Undo, &dataset);
    }
    assert_eq!(killed(&state), [Some(205.0), None, Some(5.0)], "205 steps less 200");
    assert!(!state.can_undo());
    assert!(reduce(&state, Action::ShowForce(UK), &dataset).can_undo());
}

#[test]
fn figures_that_are_kept_over_new_data_leave_nothing_to_undo() {
    let state = after([set(300.0), Action::ShowForce(AR), set(700.0), Action::Undo]);
    let kept = state.without_past(true);
    assert_eq!((kept.shown(), killed(&kept)), (state.shown(), killed(&state)));
    assert!(!kept.can_undo() && !kept.can_redo());
}

fn action() -> impl Strategy<Value = Action> {
    let quantity = || prop::sample::select(Quantity::ALL.to_vec());
    let hedged = |quantity: Quantity| (Just(quantity), figure(quantity.unit()));
    let scenario = figure(Unit::People).prop_map(|figure| Scenario::default().with(KILLED, Some(figure)));
    prop_oneof![
        4 => quantity().prop_flat_map(hedged).prop_map(|(quantity, figure)| Action::Set(quantity, Some(figure))),
        1 => quantity().prop_map(|quantity| Action::Set(quantity, None)),
        3 => quantity().prop_flat_map(hedged).prop_map(|(quantity, figure)| Action::Slide(quantity, figure)),
        1 => Just(Action::EndSlide),
        1 => Just(Action::CancelSlide),
        3 => (0..3_usize).prop_map(Action::ShowForce),
        1 => (0..4_usize).prop_map(Action::FillFromClaim),
        1 => quantity().prop_map(Action::Reset),
        1 => Just(Action::ResetAll),
        1 => scenario.prop_map(|scenario| Action::Replace(scenario.into())),
        3 => Just(Action::Undo),
        2 => Just(Action::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_done_to_one_force_changes_another(actions in prop::collection::vec(action(), 1..40)) {
        let dataset = dataset();
        let mut state = State::new(&dataset);
        for action in actions {
            let next = reduce(&state, action.clone(), &dataset);
            for force in [UK, UNIT, AR].into_iter().filter(|force| *force != state.shown()) {
                prop_assert_eq!(next.scenario_of(force), state.scenario_of(force), "{:?}", action);
            }
            if matches!(action, Action::ShowForce(_)) {
                prop_assert_eq!(next.scenario_of(state.shown()), state.scenario());
            } else {
                prop_assert_eq!(next.shown(), state.shown());
            }
            state = next;
        }
    }

    #[test]
    fn every_step_can_be_undone_and_done_again(actions in prop::collection::vec(action(), 1..30)) {
        let dataset = dataset();
        let mut state = State::new(&dataset);
        for action in actions {
            let before = reduce(&state, Action::EndSlide, &dataset);
            let next = reduce(&before, action.clone(), &dataset);
            let is_step = !matches!(action, Action::Undo | Action::Redo | Action::ShowForce(_) | Action::CancelSlide);
            if is_step && next.scenario() != before.scenario() {
                let undone = reduce(&next, Action::Undo, &dataset);
                prop_assert_eq!(undone.scenario(), before.scenario(), "{:?}", action);
                let redone = reduce(&undone, Action::Redo, &dataset);
                prop_assert_eq!(redone.scenario(), next.scenario(), "{:?}", action);
                prop_assert!(!redone.can_redo());
            } else if is_step {
                prop_assert_eq!(next.can_undo(), before.can_undo(), "what changes nothing is no step: {:?}", action);
            }
            state = next;
        }
    }
}

/// The same dataset with other figures in the British forces' own scenario, as a correction.
fn corrected(scenario: serde_json::Value, inputs: serde_json::Value) -> Dataset {
    let dataset = json!({
        "format": 2,
        "title": "How many?",
        "forces": [
            {"id": "ar", "name": "Argentine forces", "scenario": {"deployed": 10000, "killed": 649}},
            {"id": "uk", "name": "British forces", "denominator": "all", "scenario": scenario, "inputs": inputs},
        ],
        "claims": [
            {"id": "all", "force": "uk", "source": {"name": "A"}, "deployed": 28000, "casualties": 1145},
            {"id": "up-to", "force": "ar", "source": {"name": "C"}, "killed": {"up_to": 700}, "captured": 1800},
        ],
    });
    parse_dataset(&dataset.to_string()).expect("it is sound")
}

fn carried(state: &State, next: &Dataset) -> State {
    state.carried_over(&dataset(), &State::new(next), next)
}

#[test]
fn a_correction_reaches_every_figure_but_those_that_the_reader_set() {
    let next = corrected(json!({"deployed": 21000, "killed": 256, "wounded": 775}), json!({}));
    let state = carried(&after([set(300.0), Action::ShowForce(AR), set(700.0), Action::ShowForce(UK)]), &next);
    assert_eq!(state.shown(), 1, "the force that was shown, in its new place");
    let figures =
        |state: &State| [Quantity::Deployed, KILLED].map(|one| state.scenario().figure(one).and_then(Figure::printed));
    assert_eq!(figures(&state), [Some(21000.0), Some(300.0)]);
    assert_eq!(state.scenario_of(0).figure(KILLED), Some(people(700.0)));
    assert_eq!(state.notice, None);
    let undone = reduce(&state, Action::Undo, &next);
    assert_eq!(
        figures(&undone),
        [Some(21000.0), Some(256.0)],
        "undo leads to the corrected figures, and not to the wrong ones"
    );
    assert_eq!(figures(&reduce(&undone, Action::Redo, &next)), [Some(21000.0), Some(300.0)]);
    assert_eq!(figures(&reduce(&state, Action::ResetAll, &next)), [Some(21000.0), Some(256.0)]);
}

#[test]
fn what_the_inputs_no_longer_take_is_told_and_undo_brings_it_back() {
    let next =
        corrected(json!({"deployed": 20000, "killed": 255}), json!({"killed": {"min": 0, "max": 500, "step": 1}}));
    let state = carried(&after([set(600.0)]), &next);
    assert_eq!((state.scenario().figure(KILLED), state.notice), (Some(people(255.0)), Some(Notice::FiguresDropped)));
    let undone = reduce(&state, Action::Undo, &next);
    assert_eq!(undone.scenario().figure(KILLED), Some(people(600.0)));
    // A correction that wants more than the inputs take is the publisher's affair.
    let inputs = json!({"deployed": {"min": 0, "max": 100, "step": 1}});
    let next = corrected(json!({"deployed": 20000, "killed": 255}), inputs);
    let state = carried(&after([]), &next);
    assert_eq!((state.scenario().figure(Quantity::Deployed), state.notice), (Some(people(20000.0)), None));
}

#[test]
fn another_story_begins_afresh() {
    let other = parse_dataset(
        &json!({
            "format": 2, "title": "Another", "forces": [{"id": "uk", "name": "Others", "scenario": {"killed": 5}}],
            "claims": [{"id": "else", "source": {"name": "Z"}, "killed": 5}],
        })
        .to_string(),
    )
    .expect("it is sound");
    let state = carried(&after([set(300.0)]), &other);
    assert_eq!((state.scenario().figure(KILLED), state.can_undo()), (Some(people(5.0)), false));
}

#[test]
fn what_a_page_sets_during_a_movement_is_part_of_it() {
    let dataset = dataset();
    let by_page = |state: &State, number| {
        let scenario = state.scenario().with(KILLED, Some(people(number)));
        reduce(state, Action::ReplaceSome(vec![(UK, Some(scenario))]), &dataset)
    };
    let mut state = after([]);
    for number in [300.0, 310.0, 320.0] {
        state = reduce(&state, slide(number), &dataset);
        state = by_page(&state, number + 1.0);
    }
    state = reduce(&state, Action::EndSlide, &dataset);
    assert_eq!(killed(&state)[UK], Some(321.0));
    let undone = reduce(&state, Action::Undo, &dataset);
    assert_eq!((killed(&undone)[UK], undone.can_undo()), (Some(255.0), false), "one movement is one step");
    // Outside of a movement it is a step of its own.
    let state = by_page(&state, 400.0);
    assert_eq!(killed(&reduce(&state, Action::Undo, &dataset))[UK], Some(321.0));
}

#[test]
fn a_reset_leads_back_to_what_a_force_began_with() {
    let dataset = dataset();
    let state = after([set(300.0)]).with_openings(&[UK]);
    let state = reduce(&reduce(&state, set(400.0), &dataset), Action::ResetAll, &dataset);
    assert_eq!(killed(&state)[UK], Some(300.0));
    let state = reduce(&reduce(&state, set(400.0), &dataset), Action::Reset(KILLED), &dataset);
    assert_eq!(killed(&state)[UK], Some(300.0));
}
