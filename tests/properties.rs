//! What must hold for what follows from every scenario, tried on random ones.
#![cfg(feature = "command")]

mod strategies;

use std::collections::BTreeMap;

use casualty_calculator::dataset::{BUILT_IN, parse_dataset, parse_scenarios, scenarios_text};
use casualty_calculator::domain::{
    Category, Coverage, Distribution, Force, Inputs, NoSpread, Quantity, RateName, Rates, Scenario, SolveFor, Spread,
    Unavailable, force_ratios,
};
use proptest::prelude::*;
use proptest::test_runner::TestRng;
use strategies::{counted, date, figure};

/// A top for figures whose words set none, far beyond every other number.
const FAR: f64 = 1e18;

/// One value for each input, inside what its wording allows.
type Point = BTreeMap<&'static str, f64>;

fn scenario() -> impl Strategy<Value = Scenario> {
    let figures = Quantity::ALL.map(|quantity| prop::option::weighted(0.7, figure(quantity.unit())).boxed());
    (figures, 0..3_usize, prop::option::of((date(), date()))).prop_map(|(figures, solve_for, dates)| {
        let given = Quantity::ALL.into_iter().zip(figures);
        let mut scenario =
            given.fold(Scenario::default(), |scenario, (quantity, figure)| scenario.with(quantity, figure));
        scenario.solve_for = SolveFor::ALL[solve_for];
        scenario.start = dates.map(|dates| dates.0);
        scenario.as_of = dates.map(|dates| dates.1);
        scenario
    })
}

fn text_of(scenario: &Scenario) -> String {
    scenarios_text(&[(None, scenario)])
}

fn scenario_of(text: &str) -> Scenario {
    let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset is sound");
    let scenarios = parse_scenarios(text, &dataset).expect("the scenario can be read");
    scenarios[0].1.expect("it names figures")
}

/// The fewest and the most days, over every pair of days that the dates may be.
fn days(scenario: &Scenario) -> Option<(f64, f64)> {
    counted(scenario.start?, scenario.as_of?)
}

/// The ends of an input. A percentage ends at 100, and over 100 per cent is none.
fn ends(scenario: &Scenario, quantity: Quantity) -> Option<(f64, f64)> {
    let bounds = scenario.figure(quantity)?.bounds();
    let most = if quantity == Quantity::Rate { 100.0 } else { FAR };
    let possible = bounds.low.value < most || !bounds.low.open;
    possible.then_some((bounds.low.value, bounds.high.value.min(most)))
}

/// The categories that a stated or solved total limits: those that fit into it at all.
fn limited(scenario: &Scenario) -> Vec<Category> {
    let top = match scenario.solve_for {
        SolveFor::Casualties => {
            let added = ends(scenario, Quantity::Reinforcements).map_or(0.0, |ends| ends.1);
            ends(scenario, Quantity::Rate)
                .zip(ends(scenario, Quantity::Deployed))
                .map(|(rate, force)| rate.1 * (force.1 + added) / 100.0)
        }
        _ => ends(scenario, Quantity::Casualties).map(|ends| ends.1),
    };
    let open_top = scenario.figure(Quantity::Casualties).is_some_and(|figure| figure.bounds().high.open);
    let fits = |category: &Category| {
        let Some((top, figure)) = top.zip(scenario.figure(Quantity::Category(*category))) else { return false };
        let low = figure.bounds().low;
        let touches = low.value == top && !low.open && (scenario.solve_for == SolveFor::Casualties || !open_top);
        low.value < top || touches
    };
    Category::ALL.into_iter().filter(fits).collect()
}

/// T at a point, and F.
fn total_and_force(scenario: &Scenario, point: &Point) -> Option<(Option<f64>, Option<f64>)> {
    let added = point.get("reinforcements").copied().unwrap_or(0.0);
    let force = point.get("deployed").map(|deployed| deployed + added);
    let share = point.get("rate").map(|rate| rate / 100.0);
    let parts: Vec<f64> = Category::ALL.iter().filter_map(|category| point.get(category.name()).copied()).collect();
    let sum = (point.contains_key("killed") && parts.len() > 1).then(|| parts.iter().sum());
    let total = point.get("casualties").copied().or(sum);
    Some(match scenario.solve_for {
        SolveFor::Rate => (total, force),
        SolveFor::Deployed => (total, total.zip(share).map(|(total, share)| total / share)),
        SolveFor::Casualties => (force.zip(share).map(|(force, share)| force * share), force),
    })
}

/// Whether T is the sum of the parts.
fn is_sum(scenario: &Scenario) -> bool {
    scenario.solve_for != SolveFor::Casualties && scenario.figure(Quantity::Casualties).is_none()
}

/// A rate at a point, straight from its definition, brought into its range.
fn at(name: RateName, scenario: &Scenario, point: &Point) -> Option<f64> {
    let (total, force) = total_and_force(scenario, point)?;
    let get = |name: &str| point.get(name).copied();
    let added = get("reinforcements");
    let deployed =
        if scenario.solve_for == SolveFor::Deployed { Some(force? - added.unwrap_or(0.0)) } else { get("deployed") };
    let typed = get("rate").map(|rate| rate / 100.0);
    let lost = || Some(get("killed")? + get("missing").unwrap_or(0.0) + get("captured").unwrap_or(0.0));
    let days = get("days");
    // Nothing over nothing is no number; anything over nothing is more than the whole.
    let percent = |value: f64| (!value.is_nan()).then(|| (value * 100.0).min(100.0));
    let value = match name {
        RateName::Casualties => total?,
        RateName::CasualtyRate if scenario.solve_for != SolveFor::Rate => percent(typed?)?,
        RateName::CasualtyRate => percent(total? / force?)?,
        RateName::KilledRate => percent(get("killed")? / force?)?,
        RateName::WoundedRate => percent(get("wounded")? / force?)?,
        RateName::MissingRate => percent(get("missing")? / force?)?,
        RateName::CapturedRate => percent(get("captured")? / force?)?,
        RateName::CasualtyRateFirst => {
            // Between a first force of more and of less than nothing lies one as small as one likes.
            let deployed = deployed?;
            if deployed < 0.0 { 100.0 } else { percent(total? / deployed)? }
        }
        RateName::Irrecoverable => lost()?,
        RateName::IrrecoverableRate => percent(lost()? / force?)?,
        // Of a sum without wounded nothing is said.
        RateName::KilledShare if is_sum(scenario) && get("wounded").is_none() => None?,
        RateName::KilledShare => percent(get("killed")? / total?)?,
        RateName::WoundedPerKilled => get("wounded")? / get("killed")?,
        RateName::Remaining => (force? - total?).max(0.0),
        RateName::OneIn if scenario.solve_for != SolveFor::Rate => (1.0 / typed?).max(1.0),
        RateName::OneIn => (force? / total?).max(1.0),
        RateName::PerDay => total? / days?,
        RateName::PerDayRate if scenario.solve_for != SolveFor::Rate => percent(typed?)? / days?,
        RateName::PerDayRate => percent(total? / force?)? / days?,
        RateName::DaysLeft if scenario.solve_for != SolveFor::Rate => (days? * (1.0 / typed? - 1.0)).max(0.0),
        RateName::DaysLeft => (days? * (force? / total? - 1.0)).max(0.0),
        RateName::ImpliedDeployed => total? / typed?,
        RateName::ImpliedCasualties => typed? * force?,
        // Only sources state a share of the killed.
        RateName::ImpliedKilled => None?,
    };
    value.is_finite().then_some(value)
}

/// Whether the point keeps the one rule that joins the inputs.
fn allowed(scenario: &Scenario, limits: &[Category], point: &Point) -> bool {
    let joined = scenario.solve_for == SolveFor::Casualties || point.contains_key("casualties");
    let Some((Some(total), _)) = total_and_force(scenario, point) else { return true };
    !joined
        || limits.iter().all(|category| point.get(category.name()).is_none_or(|part| *part <= total * (1.0 + 1e-12)))
}

/// Points at the ends of the inputs, and where a category meets the total.
fn corners(scenario: &Scenario, limits: &[Category]) -> Vec<Point> {
    grid(scenario, limits, 1)
}

/// The corners, with each input's way from its low to its high end cut into so many steps.
fn grid(scenario: &Scenario, limits: &[Category], steps: u32) -> Vec<Point> {
    let mut points = vec![Point::new()];
    if let Some((fewest, most)) = days(scenario) {
        let mut numbers = vec![fewest, most];
        numbers.dedup();
        points = numbers.into_iter().map(|days| Point::from([("days", days)])).collect();
    }
    let limited = limits.iter().filter_map(|category| ends(scenario, Quantity::Category(*category)));
    let parts: Vec<f64> = limited.flat_map(|(low, high)| [low, high]).collect();
    let order = [
        Quantity::Rate,
        Quantity::Deployed,
        Quantity::Reinforcements,
        Quantity::Casualties,
        Quantity::Category(Category::Killed),
        Quantity::Category(Category::Wounded),
        Quantity::Category(Category::Missing),
        Quantity::Category(Category::Captured),
    ];
    let solves = scenario.solve_for == SolveFor::Casualties;
    for quantity in order {
        let Some((low, high)) = ends(scenario, quantity) else { continue };
        let unused = (solves && quantity == Quantity::Casualties)
            || (scenario.solve_for == SolveFor::Deployed && quantity == Quantity::Deployed);
        if unused {
            continue;
        }
        let mut next = Vec::new();
        for point in &points {
            let mut values = vec![low, high];
            if low < high {
                values.extend((1..steps).map(|step| low + (high - low) * f64::from(step) / f64::from(steps)));
            }
            let added = ends(scenario, Quantity::Reinforcements).unwrap_or((0.0, 0.0));
            // The forces of which the rate makes just as many as a category's ends.
            let rate = point.get("rate").filter(|rate| **rate > 0.0);
            let forces = || parts.iter().zip(rate.into_iter().cycle()).map(|(part, rate)| part * 100.0 / rate);
            match quantity {
                Quantity::Category(category) if limits.contains(&category) => {
                    if let Some((Some(total), _)) = total_and_force(scenario, point) {
                        values.push(total);
                    }
                }
                Quantity::Casualties => values.extend(&parts),
                Quantity::Deployed if solves => {
                    values.extend(forces().flat_map(|force| [force - added.0, force - added.1]));
                    // Over no force at all there is no rate.
                    values.push((low + high) / 2.0);
                }
                Quantity::Reinforcements if solves => {
                    let deployed = point.get("deployed").copied().unwrap_or(0.0);
                    values.extend(forces().map(|force| force - deployed));
                }
                Quantity::Rate if solves => {
                    if let Some((least, most)) = ends(scenario, Quantity::Deployed) {
                        let forces = [least + added.0, most + added.1];
                        values.extend(parts.iter().flat_map(|part| forces.map(|force| part * 100.0 / force)));
                    }
                }
                _ => {}
            }
            values.retain(|value| low <= *value && *value <= high);
            values.sort_by(f64::total_cmp);
            values.dedup();
            next.extend(values.into_iter().map(|value| {
                let mut point = point.clone();
                point.insert(quantity.name(), value);
                point
            }));
        }
        points = next;
    }
    points.retain(|point| allowed(scenario, limits, point));
    points
}

fn random_point(
    scenario: &Scenario,
    limits: &[Category],
    days: Option<(f64, f64)>,
    rng: &mut TestRng,
) -> Option<Point> {
    let mut point = Point::new();
    if let Some((fewest, most)) = days {
        point.insert("days", rng.random_range(fewest..=most).round());
    }
    for quantity in Quantity::ALL {
        let figure = scenario.figure(quantity);
        if let (Some(figure), Some((low, high))) = (figure, ends(scenario, quantity)) {
            // An unbounded top is tried within a thousand times the low end.
            let high = if figure.bounds().high.value.is_finite() { high } else { (low * 1e3 + 1e3).min(high) };
            let bounds = figure.bounds();
            let open = bounds.low.open || bounds.high.open;
            let part = rng.random_range(if open { 1e-9..1.0 - 1e-9 } else { 0.0..1.0 });
            point.insert(quantity.name(), low + (high - low) * part);
        }
    }
    allowed(scenario, limits, &point).then_some(point)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// The fewest and the most losses of a scenario, over its corners, and what they count.
struct Losses {
    least: f64,
    most: f64,
    counts: Coverage,
}

fn losses(of: Quantity, scenario: &Scenario) -> Option<Losses> {
    let given = Category::ALL.into_iter().filter(|one| scenario.figure(Quantity::Category(*one)).is_some());
    let given = given.fold(Coverage::default(), |all, one| all.union(one.into()));
    let counts = match of {
        Quantity::Casualties if is_sum(scenario) => given,
        _ => Coverage::ALL,
    };
    let mut found: Option<Losses> = None;
    for point in corners(scenario, &limited(scenario)) {
        let value = match of {
            Quantity::Casualties => total_and_force(scenario, &point)?.0,
            _ => point.get("killed").copied(),
        };
        if let Some(value) = value {
            let Losses { least, most, .. } = found.unwrap_or(Losses { least: value, most: value, counts });
            found = Some(Losses { least: least.min(value), most: most.max(value), counts });
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn bounds_are_reached_and_contain_every_sample((scenario, seed) in (scenario(), any::<u64>())) {
        let rates = Rates::new(&Inputs::from_scenario(&scenario, &Force::default()));
        let limits = limited(&scenario);
        let corners = corners(&scenario, &limits);
        let days = days(&scenario);
        let mut rng = TestRng::from_seed(proptest::test_runner::RngAlgorithm::ChaCha, &{
            let mut bytes = [0; 32];
            bytes[..8].copy_from_slice(&seed.to_le_bytes());
            bytes
        });
        let samples: Vec<Point> = (0..2_500).filter_map(|_| random_point(&scenario, &limits, days, &mut rng)).collect();
        for (name, rate) in rates.iter() {
            let of = |points: &[Point]| points.iter().filter_map(|point| at(name, &scenario, point)).collect::<Vec<f64>>();
            let sampled = of(&samples);
            let Ok(rate) = rate else {
                continue;
            };
            let (low, high) = (rate.bounds.low.value, rate.bounds.high.value);
            for value in &sampled {
                prop_assert!(*value >= low - 1e-9 * low.abs().max(1.0), "{}: {value} is below {low}\n{}", name.name(), text_of(&scenario));
                prop_assert!(*value <= high + 1e-9 * high.abs().max(1.0), "{}: {value} is above {high}\n{}", name.name(), text_of(&scenario));
            }
            let reached = of(&corners);
            let least = reached.iter().copied().fold(f64::INFINITY, f64::min);
            let most = reached.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            if reached.is_empty() {
                continue;
            }
            let far = Quantity::ALL.iter().any(|quantity| scenario.figure(*quantity).is_some_and(|figure| figure.bounds().high.value.is_infinite()));
            if far {
                // A very large number stands for a missing top, so limits are only approached.
                prop_assert!(least >= low - 1e-6 * low.abs().max(1.0));
                continue;
            }
            prop_assert!(near(least, low), "{}: low {low} is not reached, least is {least}\n{}", name.name(), text_of(&scenario));
            if high.is_finite() {
                prop_assert!(near(most, high), "{}: high {high} is not reached, most is {most}\n{}", name.name(), text_of(&scenario));
            }
        }
    }

    #[test]
    fn bounds_are_those_of_a_search_over_a_grid(scenario in scenario()) {
        let rates = Rates::new(&Inputs::from_scenario(&scenario, &Force::default()));
        let limits = limited(&scenario);
        // As fine as the number of inputs lets it be.
        let given = Quantity::ALL.iter().filter(|quantity| ends(&scenario, **quantity).is_some_and(|(low, high)| low < high));
        let steps = [500, 500, 60, 16, 7, 4, 2, 2, 1][given.count()];
        let points = grid(&scenario, &limits, steps);
        for (name, rate) in rates.iter() {
            let values = points.iter().filter_map(|point| at(name, &scenario, point));
            let (least, most) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| {
                (least.min(value), most.max(value))
            });
            let (Ok(rate), true) = (rate, least <= most) else { continue };
            let same = |bound: f64, found: f64| {
                (bound - found).abs() <= 1e-6 * bound.abs().max(1.0) || (bound.is_infinite() && found > 1e6)
            };
            let (low, high) = (rate.bounds.low.value, rate.bounds.high.value);
            prop_assert!(same(low, least), "{}: from {low}, the grid from {least}\n{}", name.name(), text_of(&scenario));
            prop_assert!(same(high, most), "{}: to {high}, the grid to {most}\n{}", name.name(), text_of(&scenario));
        }
    }

    #[test]
    fn pace_counts_every_day_from_the_first_to_the_last((start, end) in (date(), date())) {
        let mut scenario = scenario_of("casualties=1000");
        (scenario.start, scenario.as_of) = (Some(start), Some(end));
        let pace = Rates::new(&Inputs::from_scenario(&scenario, &Force::default())).get(RateName::PerDay);
        let Some((fewest, most)) = counted(start, end) else {
            prop_assert_eq!(pace, Err(Unavailable::ZeroDivisor), "no day comes before the first\n{}", text_of(&scenario));
            return Ok(());
        };
        let pace = pace.map_err(|reason| TestCaseError::fail(format!("{}: {}", reason.name(), text_of(&scenario))))?;
        prop_assert!(near(pace.bounds.low.value, 1000.0 / most), "over {} days, {:?}\n{}", most, pace, text_of(&scenario));
        prop_assert!(near(pace.bounds.high.value, 1000.0 / fewest), "over {} days, {:?}\n{}", fewest, pace, text_of(&scenario));
        // Between two numbers of days none is the printed one.
        prop_assert_eq!(pace.printed, (fewest == most).then_some(1000.0 / most));
    }

    #[test]
    fn forces_are_set_side_by_side_at_the_corners_of_their_losses(scenarios in (scenario(), scenario())) {
        let scenarios = [scenarios.0, scenarios.1];
        let forces = [Force::default(), Force::default()];
        let inputs = [0, 1].map(|index| Inputs::from_scenario(&scenarios[index], &forces[index]));
        let rates = [0, 1].map(|index| Rates::new(&inputs[index]));
        let ratios = force_ratios(&forces, &[(&inputs[0], &rates[0]), (&inputs[1], &rates[1])]);
        let texts = scenarios.map(|scenario| text_of(&scenario)).join("\n");
        for of in [Quantity::Category(Category::Killed), Quantity::Casualties] {
            let found = ratios.iter().find(|ratio| ratio.of == of);
            let [ours, theirs] = [0, 1].map(|index| losses(of, &scenarios[index]));
            let expected = ours.zip(theirs).filter(|(ours, theirs)| ours.counts == theirs.counts && theirs.most > 0.0);
            prop_assert_eq!(found.is_some(), expected.is_some(), "{}\n{}", of.name(), texts);
            let (Some(found), Some((ours, theirs))) = (found, expected) else { continue };
            let least = ours.least / theirs.most;
            let most = if ours.most == 0.0 { 0.0 } else { ours.most / theirs.least };
            let same = |bound: f64, expected: f64| {
                (bound - expected).abs() <= 1e-6 * bound.abs().max(1.0) || (bound.is_infinite() && expected > 1e6)
            };
            prop_assert!(same(found.bounds.low.value, least), "{}: {:?} is not from {least}\n{}", of.name(), found, texts);
            prop_assert!(same(found.bounds.high.value, most), "{}: {:?} is not to {most}\n{}", of.name(), found, texts);
        }
        prop_assert!(ratios.iter().all(|ratio| (ratio.a, ratio.b) == (0, 1)), "{:?}", ratios);
    }

    #[test]
    fn a_rate_is_missing_only_where_an_input_is_missing(scenario in scenario()) {
        let rates = Rates::new(&Inputs::from_scenario(&scenario, &Force::default()));
        let corners = corners(&scenario, &limited(&scenario));
        for (name, rate) in rates.iter() {
            if matches!(rate, Err(Unavailable::ZeroDivisor | Unavailable::MoreThanDeployed) | Ok(_)) {
                continue;
            }
            // What can't be computed from the figures can't be computed at any point either.
            let anywhere = corners.iter().find_map(|point| at(name, &scenario, point));
            let counted = matches!(name, RateName::Irrecoverable | RateName::IrrecoverableRate | RateName::CasualtyRateFirst);
            prop_assert!(counted || anywhere.is_none(), "{} is {:?}\n{}", name.name(), rate, text_of(&scenario));
        }
    }
}

/// Random draws of one scenario text, over no particular dataset.
fn spread(text: &str, distribution: Distribution) -> Result<Spread, NoSpread> {
    let inputs = Inputs::from_scenario(&scenario_of(text), &Force::default());
    Spread::draw(&inputs, &Rates::new(&inputs), distribution)
}

#[test]
fn draws_from_one_range_follow_their_distribution() {
    // Twentieths of an even spread from 10 to 30 per cent lie a point apart.
    let even = spread("deployed=10000&casualties=between:1000-3000", Distribution::Uniform).expect("a spread");
    for (index, dot) in even.dots.into_iter().enumerate() {
        let expected = 10.5 + index as f64;
        assert!((dot - expected).abs() < 0.5, "dot {index} is at {dot}, not near {expected}");
    }
    assert!((even.middle.0 - 10.5).abs() < 0.3 && (even.middle.1 - 29.5).abs() < 0.3, "{:?}", even.middle);
    // About 4,000 of 10,000 is 36 to 44 per cent. Below the peak in the middle, the share u of a triangle on [0, 1] lies
    // below the root of u ÷ 2.
    let peaked = spread("deployed=10000&casualties=about:4000", Distribution::Triangular).expect("a spread");
    for (index, dot) in peaked.dots.into_iter().enumerate() {
        let u = (index as f64 + 0.5) / 20.0;
        let share = if u < 0.5 { (u / 2.0).sqrt() } else { 1.0 - ((1.0 - u) / 2.0).sqrt() };
        let expected = 36.0 + 8.0 * share;
        assert!((dot - expected).abs() < 0.15, "dot {index} is at {dot}, not near {expected}");
    }
}

#[test]
fn nothing_is_drawn_where_there_is_nothing_to_draw() {
    let even = |text| spread(text, Distribution::Uniform);
    assert_eq!(even("deployed=over:10000&casualties=4000"), Err(NoSpread::NoTop(Quantity::Deployed)));
    assert_eq!(even("deployed=10000&casualties=4000"), Err(NoSpread::NothingToDraw), "it follows exactly");
    assert_eq!(even("casualties=about:4000"), Err(NoSpread::NothingToDraw), "there is no rate");
    // A part does not count beside a stated total, whatever its own figure leaves open.
    assert!(even("deployed=10000&casualties=about:4000&killed=over:10").is_ok());
}

proptest! {
    #[test]
    fn draws_stay_within_what_the_wording_allows(scenario in scenario(), triangular in any::<bool>()) {
        let inputs = Inputs::from_scenario(&scenario, &Force::default());
        let rates = Rates::new(&inputs);
        let distribution = if triangular { Distribution::Triangular } else { Distribution::Uniform };
        if let Ok(spread) = Spread::draw(&inputs, &rates, distribution) {
            let (low, high) = (spread.bounds.low.value, spread.bounds.high.value);
            for dot in spread.dots {
                prop_assert!((low..=high).contains(&dot), "{dot} is not within {low} to {high}\n{}", text_of(&scenario));
            }
            prop_assert!(spread.dots.is_sorted() && spread.middle.0 <= spread.middle.1);
            prop_assert_eq!(&Spread::draw(&inputs, &rates, distribution), &Ok(spread.clone()), "the same draws again");
        }
    }
}
