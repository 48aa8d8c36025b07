//! What must hold of everything that follows from a sound dataset.

use casualty_calculator::dataset::{Dataset, Value, parse_scenarios, scenarios_text};
use casualty_calculator::domain::{Measure, Rates};
use casualty_calculator::figures::figures_csv;
use casualty_calculator::results::{compatibility_value, result_fields};
use casualty_calculator::state::{Bars, ClaimBars, Derived, DerivedClaims, Scale, State};

/// Each claim is compared with each other one where there are no more than these.
const COMPARED_CLAIMS: usize = 20;

/// Works out everything, and looks at it.
pub fn check_all(dataset: &Dataset) {
    let state = State::new(dataset);
    let claims = DerivedClaims::of_forces(dataset);
    let derived = derived(dataset, &state, &claims);
    let (claims, derived) = (claims.iter().collect::<Vec<_>>(), derived.iter().collect::<Vec<_>>());
    for (force, claims) in dataset.forces.iter().zip(&claims) {
        for results in &claims.results {
            check_rates(&results.rates);
        }
        for scale in Scale::ALL {
            ClaimBars::new(&force.claims, &claims.results, scale);
        }
    }
    for (_, value) in result_fields(&state, dataset, &claims, &derived) {
        check_numbers(&value);
    }
    if dataset.forces.iter().all(|force| force.claims.len() <= COMPARED_CLAIMS) {
        check_numbers(&compatibility_value(dataset, &claims));
    }
    let csv = figures_csv(dataset, &state);
    assert!(csv.lines().count() > 1, "a table without a row: {csv}");
    check_link(dataset, &state);
}

/// What follows from the scenario of each force.
pub fn derived(dataset: &Dataset, state: &State, claims: &[DerivedClaims]) -> Vec<Derived> {
    let mut all = Vec::new();
    for (index, claims) in claims.iter().enumerate() {
        let force = &dataset.forces[index];
        let derived = Derived::new(state.scenario_of(index), dataset, index, claims);
        check_rates(&derived.rates);
        for scale in Scale::ALL {
            let bars = ClaimBars::new(&force.claims, &claims.results, scale);
            Bars::new(&derived.inputs, &derived.rates, &bars, scale);
        }
        all.push(derived);
    }
    all
}

/// Rates are between their bounds, and per cents of a whole no more than it.
pub fn check_rates(rates: &Rates) {
    for (name, rate) in rates.iter() {
        let Ok(rate) = rate else { continue };
        let (low, high) = (rate.bounds.low, rate.bounds.high);
        assert!(low.value <= high.value, "{name:?}: {rate:?}");
        assert!(low.value >= 0.0, "{name:?}: {rate:?}");
        assert!(low.value < high.value || !(low.open || high.open), "no value is in {name:?}: {rate:?}");
        assert!(name.measure() != Measure::Percent || high.value <= 100.0, "{name:?}: {rate:?}");
        assert!(rate.printed.is_none_or(f64::is_finite), "{name:?}: {rate:?}");
    }
}

/// What is handed out holds no number that JSON has not.
fn check_numbers(value: &Value) {
    match value {
        Value::Number(number) => assert!(number.is_finite(), "{number} is handed out"),
        Value::List(items) => items.iter().for_each(|item| check_numbers(&item.value)),
        Value::Object(fields) => fields.iter().for_each(|field| check_numbers(&field.node.value)),
        Value::Null | Value::Bool(_) | Value::Text(_) => {}
    }
}

/// A link to what is shown leads to it.
pub fn check_link(dataset: &Dataset, state: &State) {
    let mut scenarios = Vec::new();
    let mut expected = Vec::new();
    for (index, force) in dataset.forces.iter().enumerate() {
        let scenario = state.scenario_of(index);
        scenarios.push((Some(&*force.id), scenario));
        expected.push((index, Some(*scenario)));
    }
    let text = scenarios_text(&scenarios);
    assert_eq!(parse_scenarios(&text, dataset), Ok(expected), "{text}");
}
