//! What is written down is read back as it was: scenarios in links, figures and dates in datasets. And no text, however
//! broken, stops a reader.
#![cfg(feature = "command")]

mod json_numbers;
mod strategies;

use casualty_calculator::dataset::{BUILT_IN, Dataset, parse_dataset, parse_scenarios, scenarios_text};
use casualty_calculator::domain::{Date, Figure, Hedge, Quantity, RateName, Scenario, SolveFor, Unit};
use casualty_calculator::results::scenario_value;
use casualty_calculator::state::{Action, State, reduce};
use json_numbers::normal;
use proptest::prelude::*;
use serde_json::{Value, json};
use strategies::{date, figure, figure_json};

const IDS: [&str; 3] = ["uk", "uk-service", "аргентина_2"];

fn scenario() -> impl Strategy<Value = Scenario> {
    let figures = Quantity::ALL.map(|quantity| prop::option::weighted(0.6, figure(quantity.unit())).boxed());
    let dates = (prop::option::of(date()), prop::option::of(date()));
    (figures, 0..3_usize, dates).prop_map(|(figures, solve_for, (start, as_of))| {
        let mut scenario = Scenario::default();
        (scenario.start, scenario.as_of, scenario.solve_for) = (start, as_of, SolveFor::ALL[solve_for]);
        for (quantity, figure) in Quantity::ALL.into_iter().zip(figures) {
            scenario.set(quantity, figure);
        }
        scenario
    })
}

/// Three forces, one of them part of another, with scenarios of their own.
fn three_forces() -> Dataset {
    let forces = IDS.map(|id| {
        let mut force = json!({"id": id, "name": id, "scenario": {"deployed": 5, "killed": {"over": 7}}});
        if id == "uk-service" {
            force["part_of"] = "uk".into();
        }
        force
    });
    let claim = json!({"id": "a", "force": "uk", "source": {"name": "S"}, "killed": 1});
    let dataset = json!({"format": 2, "title": "T", "forces": forces, "claims": [claim]});
    parse_dataset(&dataset.to_string()).expect("it is sound")
}

/// A scenario as a dataset has it.
fn scenario_json(scenario: &Scenario) -> Value {
    let mut value = json!({"solve_for": scenario.solve_for.name()});
    for quantity in Quantity::ALL {
        value[quantity.name()] =
            scenario.figure(quantity).map_or(Value::Null, |figure| figure_json(figure, quantity.unit()));
    }
    for (name, date) in [("start", scenario.start), ("as_of", scenario.as_of)] {
        value[name] = date.map_or(Value::Null, |date| date.text().into());
    }
    value
}

fn dataset_of(scenario: &Value, stated: &Value) -> Result<Dataset, TestCaseError> {
    let claim = json!({"id": "a", "source": {"name": "S"}, "killed": 1, "stated": stated});
    let force = json!({"id": "f", "name": "F", "scenario": scenario});
    let dataset = json!({"format": 2, "title": "T", "forces": [force], "claims": [claim]});
    parse_dataset(&dataset.to_string()).map_err(|errors| TestCaseError::fail(format!("{} in {dataset}", errors[0])))
}

fn stated_figure() -> impl Strategy<Value = (RateName, Figure)> {
    let names: Vec<_> = RateName::ALL.into_iter().filter(|name| name.may_be_stated()).collect();
    prop::sample::select(names).prop_flat_map(|name| (Just(name), figure(name.measure().unit())))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_shared_link_restores_the_scenario(scenario in scenario()) {
        let dataset = three_forces();
        let text = scenarios_text(&[(None, &scenario)]);
        prop_assert_eq!(parse_scenarios(&text, &dataset), Ok(vec![(0, Some(scenario))]), "{}", text);
    }

    #[test]
    fn a_rate_that_a_page_computed_is_the_same_in_its_link(rate in 0.0..100.0_f64) {
        let figure = Figure::new(Unit::Percent, Hedge::Exact, rate);
        let figure = figure.map_err(|error| TestCaseError::fail(error.message()))?;
        prop_assert!((figure.number().value - rate).abs() < 1e-9, "{} for {rate}", figure.number().value);
        let scenario = Scenario::default().with(Quantity::Rate, Some(figure));
        let text = scenarios_text(&[(None, &scenario)]);
        prop_assert_eq!(parse_scenarios(&text, &three_forces()), Ok(vec![(0, Some(scenario))]), "{}", text);
    }

    #[test]
    fn a_shared_link_restores_the_scenario_of_every_force(
        scenarios in prop::collection::vec(scenario(), 3),
        order in Just(vec![0, 1, 2]).prop_shuffle(),
        count in 1..=3_usize,
    ) {
        let dataset = three_forces();
        let order = &order[..count];
        let named: Vec<_> = order.iter().map(|index| (Some(IDS[*index]), &scenarios[*index])).collect();
        let text = scenarios_text(&named);
        let read = parse_scenarios(&text, &dataset);
        let expected: Vec<_> = order.iter().map(|index| (*index, Some(scenarios[*index]))).collect();
        prop_assert_eq!(&read, &Ok(expected), "{}", text);
        // The first one is shown; forces that the link does not name stay as they are.
        let state = reduce(&State::new(&dataset), Action::ReplaceSome(read.unwrap_or_default()), &dataset);
        prop_assert_eq!(state.shown(), order[0]);
        for (index, own) in dataset.forces.iter().map(|force| force.scenario).enumerate() {
            let expected = if order.contains(&index) { scenarios[index] } else { own };
            prop_assert_eq!(state.scenario_of(index), &expected, "{}", text);
        }
    }

    #[test]
    fn figures_are_read_from_a_dataset_and_handed_out_as_they_were_written(scenario in scenario()) {
        let written = scenario_json(&scenario);
        let dataset = dataset_of(&written, &json!({}))?;
        prop_assert_eq!(&dataset.forces[0].scenario, &scenario, "{}", written);
        let handed_out = serde_json::to_value(scenario_value(&State::new(&dataset), &dataset, 0));
        let mut handed_out = handed_out.map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(handed_out["force"].take(), "f");
        let mut expected = written;
        expected["force"] = Value::Null;
        prop_assert_eq!(normal(handed_out), normal(expected));
    }

    #[test]
    fn rates_that_a_source_states_are_read_as_they_were_written((name, figure) in stated_figure()) {
        let written = json!({name.name(): figure_json(figure, name.measure().unit())});
        let dataset = dataset_of(&json!({}), &written)?;
        let stated = dataset.forces[0].claims[0].stated(name).and_then(|stated| stated.figure);
        prop_assert_eq!(stated, Some(figure), "{}", written);
    }

    #[test]
    fn words_beside_a_number_leave_the_number_as_it_was(figure in figure(Unit::People)) {
        let mut written = match figure_json(figure, Unit::People) {
            number @ Value::Number(_) => json!({"exact": number}),
            hedged => hedged,
        };
        written["words"] = "as it was said".into();
        let dataset = dataset_of(&json!({"killed": written}), &json!({"remaining": written}))?;
        let killed = Quantity::from_name("killed").ok_or(TestCaseError::fail("killed"))?;
        prop_assert_eq!(dataset.forces[0].scenario.figure(killed), Some(figure), "{}", written);
        let stated = dataset.forces[0].claims[0].stated(RateName::Remaining);
        prop_assert_eq!(stated.and_then(|stated| stated.figure), Some(figure));
        prop_assert_eq!(stated.and_then(|stated| stated.words.as_deref()), Some("as it was said"));
    }

    #[test]
    fn a_date_stays_as_exact_as_it_was(date in date()) {
        prop_assert_eq!(Date::parse(&date.text()), Ok(date));
    }

    #[test]
    fn no_text_crashes_the_parser_of_scenarios(text in "\\PC{0,80}") {
        let _ = parse_scenarios(&text, &three_forces());
    }

    #[test]
    fn no_text_that_looks_like_scenarios_crashes_their_parser(text in "(force=(uk|ru|)?&?)?(deployed|killed|rate|start|solve_for|x)(=|%3D)?(about|over|under|between|best)?:?[0-9%.e/:E+-]{0,30}(&(rate|as_of|force)=[0-9-]{0,12}){0,3}") {
        let _ = parse_scenarios(&text, &three_forces());
    }

    #[test]
    fn no_text_crashes_the_parser_of_datasets(text in "\\PC{0,200}") {
        let _ = parse_dataset(&text);
    }

    #[test]
    fn no_damaged_dataset_crashes_its_parser(
        story in prop::sample::select(vec![
            BUILT_IN,
            include_str!("datasets/good/everything.json"),
            include_str!("../data/stories/falklands.json"),
        ]),
        at in any::<prop::sample::Index>(),
        length in 0..40_usize,
        put in "[\\[\\]{}\",:0-9a-z./e+-]{0,12}",
    ) {
        let starts: Vec<usize> = story.char_indices().map(|(index, _)| index).collect();
        let from = at.index(starts.len());
        let until = (from + length).min(starts.len() - 1);
        let damaged = format!("{}{put}{}", &story[..starts[from]], &story[starts[until]..]);
        let _ = parse_dataset(&damaged);
    }
}

#[test]
fn a_link_to_nothing_known_does_not_lead_to_the_published_figures() {
    let text = scenarios_text(&[(Some("uk"), &Scenario::default())]);
    assert_eq!(text, "force=uk&solve_for=rate");
    assert_eq!(parse_scenarios(&text, &three_forces()), Ok(vec![(0, Some(Scenario::default()))]));
}
