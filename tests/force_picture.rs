//! Each mark in the picture of the force shows what the figures allow for the people in its middle.

use casualty_calculator::domain::{
    Category, Figure, Force, Hedge, Inputs, Quantity, RateName, Rates, Scenario, SolveFor, Unit,
};
use casualty_calculator::state::{ForcePicture, Mark, Run};
use proptest::prelude::*;

fn figure(unit: Unit) -> impl Strategy<Value = Figure> {
    let max = if unit == Unit::People { 20_000_u32 } else { 100 };
    // Small numbers, so that ends of figures and middles of marks often meet.
    let number = prop_oneof![2 => 0..=max, 2 => 0..=600_u32.min(max), 1 => 0..=5_u32].prop_map(f64::from);
    let hedged = (number.clone(), 0..Hedge::ALL.len() - 2)
        .prop_filter_map("a figure", move |(number, hedge)| Figure::new(unit, Hedge::ALL[hedge], number).ok());
    let range = (number.clone(), number.clone())
        .prop_filter_map("a range", move |(a, b)| Figure::between(unit, a.min(b), a.max(b)).ok());
    let best = (range.clone(), number)
        .prop_filter_map("a best estimate", move |(range, best)| Figure::best(unit, best, range).ok());
    prop_oneof![5 => hedged, 1 => range, 1 => best]
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let figures = Quantity::ALL.map(|quantity| prop::option::weighted(0.6, figure(quantity.unit())).boxed());
    (figures, 0..3_usize).prop_map(|(figures, solve_for)| {
        let figures = Quantity::ALL.into_iter().zip(figures);
        let mut scenario =
            figures.fold(Scenario::default(), |scenario, (quantity, figure)| scenario.with(quantity, figure));
        scenario.solve_for = SolveFor::ALL[solve_for];
        scenario
    })
}

/// What each mark of a picture is, found for one mark after the other: the definition that the runs are held to.
fn mark_by_mark(inputs: &Inputs, rates: &Rates, people_per_mark: f64) -> Option<Vec<Run>> {
    let operands = rates.operands(inputs);
    let deployed = operands.iter().find(|operand| operand.name == "force")?;
    let (mut lost, mut low, mut high) = (0.0, 0.0, 0.0);
    let mut ends = Vec::new();
    for category in Category::ALL {
        if let Some(figure) = inputs.figure(Quantity::Category(category)) {
            let bounds = figure.bounds();
            lost += figure.printed().unwrap_or(bounds.low.value);
            low += bounds.low.value;
            high += bounds.high.value;
            ends.push((Mark::Category(category), lost));
        }
    }
    if let Ok(total) = rates.get(RateName::Casualties) {
        (low, high) = (total.bounds.low.value, total.bounds.high.value);
        lost = lost.max(total.printed.unwrap_or(total.bounds.low.value));
        ends.push((Mark::Undivided, lost));
    }
    let top = deployed.bounds.top();
    let present = top.unwrap_or(deployed.printed.unwrap_or(deployed.bounds.low.value));
    let end = present.max(lost);
    if end <= 0.0 {
        return None;
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut endless = lost > 0.0 && !high.is_finite();
    for at in 0..((end / people_per_mark).round() as usize).max(1) {
        let x = (at as f64 + 0.5) * people_per_mark;
        let mut mark = (Mark::Remaining, x < deployed.bounds.low.value || top.is_none());
        if !mark.1 {
            mark.0 = Mark::MayBelong;
        }
        if x < high && high.is_finite() {
            mark = (Mark::MayCount, false);
        } else if x > lost && std::mem::take(&mut endless) {
            mark = (Mark::NoEnd, true);
        }
        for (of, end) in ends.iter().rev() {
            if x < *end {
                mark = (*of, x < low);
            }
        }
        if x < lost && top.is_some_and(|top| x > top) {
            mark = (Mark::Beyond, true);
        }
        match runs.last_mut() {
            Some(run) if (run.mark, run.sure) == mark => run.count += 1,
            _ => runs.push(Run { mark: mark.0, sure: mark.1, count: 1 }),
        }
    }
    if top.is_none() {
        runs.push(Run { mark: Mark::NoEnd, sure: true, count: 1 });
    }
    Some(runs)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, ..ProptestConfig::default() })]

    #[test]
    fn every_mark_shows_what_the_figures_allow_for_its_people(scenario in scenario()) {
        let inputs = Inputs::from_scenario(&scenario, &Force::default());
        let rates = Rates::new(&inputs);
        let picture = ForcePicture::new(&inputs, &rates);
        let people_per_mark = picture.as_ref().map_or(1.0, |picture| picture.people_per_mark);
        prop_assert_eq!(picture.map(|picture| picture.runs), mark_by_mark(&inputs, &rates, people_per_mark));
    }
}
