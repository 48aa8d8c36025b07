//! What follows from the figures of a claim, against a search over all that their wordings allow: figures for several
//! categories at once, totals that count only some, stated shares, spans of days.
#![cfg(feature = "command")]

mod strategies;

use std::collections::BTreeMap;

use casualty_calculator::dataset::parse_dataset;
use casualty_calculator::domain::{
    Bounds, Category, ClaimResults, Coverage, Date, End, Figure, RateName, Rates, Unavailable, Unit,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use strategies::{counted, date, figure, figure_json};

/// A top for figures whose words set none, far beyond every other number.
const FAR: f64 = 1e18;

/// One value for each figure, inside what its wording allows.
type Point = BTreeMap<&'static str, f64>;

/// The names of figures for several categories.
const GROUPS: [&str; 2] = ["first group", "second group"];

/// Where a category is counted.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Nowhere,
    Own(Figure),
    InWords,
    Group(usize),
}

#[derive(Clone, Debug)]
struct Case {
    places: [Place; 4],
    groups: [Figure; 2],
    casualties: Option<Figure>,
    covers: Option<Coverage>,
    deployed: Option<Figure>,
    casualty_rate: Option<Figure>,
    killed_rate: Option<Figure>,
    killed_share: Option<Figure>,
    start: Option<Date>,
    as_of: Option<Date>,
    published: Option<Date>,
    period: Option<(Date, Date)>,
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        3 => Just(Place::Nowhere),
        5 => figure(Unit::People).prop_map(Place::Own),
        1 => Just(Place::InWords),
        2 => (0..2_usize).prop_map(Place::Group),
    ]
}

fn case() -> impl Strategy<Value = Case> {
    let people = || prop::option::weighted(0.5, figure(Unit::People));
    // Over 100 per cent is no value at all.
    let percent = || {
        let possible = figure(Unit::Percent).prop_filter("possible", |figure| figure.bounds().low != End::open(100.0));
        prop::option::weighted(0.5, possible)
    };
    let figures = (people(), people(), percent(), percent(), percent());
    let dates = (prop::option::of(date()), prop::option::of(date()), prop::option::of(date()));
    let places = [place(), place(), place(), place()];
    let groups = [figure(Unit::People), figure(Unit::People)];
    let covers = prop::option::of(1..16_u8);
    let period = prop::option::weighted(0.2, (date(), date()));
    (places, groups, figures, covers, dates, period).prop_map(|(places, groups, figures, covers, dates, period)| {
        let (casualties, deployed, casualty_rate, killed_rate, killed_share) = figures;
        let named = |bits: u8| Coverage::ALL.filtered(|category| bits & (1 << category as u8) != 0);
        let (start, as_of, published) = dates;
        let period = period.filter(|(from, to)| !to.is_before(*from));
        let covers = covers.filter(|_| casualties.is_some()).map(named);
        Case {
            places,
            groups,
            casualties,
            covers,
            deployed,
            casualty_rate,
            killed_rate,
            killed_share,
            start,
            as_of,
            published,
            period,
        }
    })
}

impl Case {
    /// The categories that a group counts.
    fn group(&self, index: usize) -> Coverage {
        Coverage::ALL.filtered(|category| self.places[category as usize] == Place::Group(index))
    }

    /// The figures by name.
    fn figures(&self) -> Vec<(&'static str, Figure)> {
        let mut figures = Vec::new();
        for category in Category::ALL {
            if let Place::Own(figure) = self.places[category as usize] {
                figures.push((category.name(), figure));
            }
        }
        for (index, name) in GROUPS.into_iter().enumerate() {
            if !self.group(index).is_empty() {
                figures.push((name, self.groups[index]));
            }
        }
        for (name, figure) in [
            ("casualties", self.casualties),
            ("deployed", self.deployed),
            ("casualty_rate", self.casualty_rate),
            ("killed_rate", self.killed_rate),
            ("killed_share", self.killed_share),
        ] {
            figures.extend(figure.map(|figure| (name, figure)));
        }
        figures
    }

    /// The claim as a dataset has it.
    fn claim(&self) -> Value {
        let mut claim = Map::new();
        let mut stated = Map::new();
        let mut groups = Vec::new();
        for (name, figure) in self.figures() {
            match name {
                "casualty_rate" | "killed_rate" | "killed_share" => {
                    stated.insert(name.to_owned(), figure_json(figure, Unit::Percent));
                }
                name => match GROUPS.iter().position(|group| *group == name) {
                    Some(index) => {
                        let covers: Vec<_> = self.group(index).iter().map(Category::name).collect();
                        groups.push(json!({"covers": covers, "count": figure_json(figure, Unit::People)}));
                    }
                    None => drop(claim.insert(name.to_owned(), figure_json(figure, Unit::People))),
                },
            }
        }
        for category in Category::ALL {
            if self.places[category as usize] == Place::InWords {
                claim.insert(category.name().to_owned(), json!({"words": "many"}));
            }
        }
        if let Some(covers) = self.covers {
            claim.insert("covers".to_owned(), covers.iter().map(Category::name).collect());
        }
        for (name, date) in [("as_of", self.as_of), ("published", self.published)] {
            claim.extend(date.map(|date| (name.to_owned(), date.text().into())));
        }
        if let Some((from, to)) = self.period {
            claim.insert("period".to_owned(), json!({"from": from.text(), "to": to.text()}));
        }
        claim.insert("groups".to_owned(), groups.into());
        claim.insert("stated".to_owned(), stated.into());
        claim.insert("id".to_owned(), "a".into());
        claim.insert("source".to_owned(), json!({"name": "S"}));
        claim.into()
    }

    /// The rates of the claim, else why it is none.
    fn rates(&self) -> Result<Rates, String> {
        let mut force = json!({"id": "f", "name": "F"});
        if let Some(start) = self.start {
            force["start"] = start.text().into();
        }
        let dataset = json!({"format": 2, "title": "T", "forces": [force], "claims": [self.claim()]});
        let dataset = parse_dataset(&dataset.to_string())
            .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
        let force = &dataset.forces[0];
        Ok(ClaimResults::new(&force.claims[0], force).rates)
    }

    /// The fewest and the most days; the first of a period to its last, else from the start to the day that the figures
    /// are for, else to that of publication.
    fn days(&self) -> Option<(f64, f64)> {
        match self.period {
            Some((from, to)) => {
                let most = counted(from, to)?.1;
                Some((most, most))
            }
            None => counted(self.start?, self.as_of.or(self.published)?),
        }
    }

    /// The categories with a number, of their own or in a group.
    fn given(&self) -> Coverage {
        Coverage::ALL.filtered(|category| matches!(self.places[category as usize], Place::Own(_) | Place::Group(_)))
    }

    /// The categories that the stated total is known to count and that fit into it.
    fn limited(&self) -> Vec<Category> {
        let (Some(total), Some(covers)) = (self.casualties, self.covers) else { return Vec::new() };
        let top = total.bounds().high;
        let fits = |category: &Category| match self.places[*category as usize] {
            Place::Own(figure) => {
                let low = figure.bounds().low;
                low.value < top.value || (low.value == top.value && !low.open && !top.open)
            }
            _ => false,
        };
        covers.iter().filter(fits).collect()
    }

    /// T at a point: the total that is stated, else the sum of what has a number, where that holds killed and more.
    fn total(&self, point: &Point) -> Option<f64> {
        let parts = Category::ALL.map(Category::name).into_iter().chain(GROUPS);
        let is_enough = self.given().has(Category::Killed) && self.given().len() > 1;
        let sum = is_enough.then(|| parts.filter_map(|name| point.get(name)).sum());
        point.get("casualties").copied().or(sum)
    }

    /// A rate at a point, straight from its definition, brought into its range.
    fn at(&self, name: RateName, point: &Point) -> Option<f64> {
        let get = |name: &str| point.get(name).copied();
        let total = self.total(point);
        // Nothing over nothing is no number; anything over nothing is more than the whole.
        let percent = |value: f64| (!value.is_nan()).then(|| (value * 100.0).min(100.0));
        let lost = || {
            let others = [get("missing"), get("captured")];
            others.iter().any(Option::is_some).then_some(())?;
            Some(get("killed")? + others.into_iter().flatten().sum::<f64>())
        };
        let value = match name {
            RateName::Casualties => total?,
            RateName::CasualtyRate => percent(total? / get("deployed")?)?,
            RateName::KilledRate => percent(get("killed")? / get("deployed")?)?,
            RateName::WoundedRate => percent(get("wounded")? / get("deployed")?)?,
            RateName::MissingRate => percent(get("missing")? / get("deployed")?)?,
            RateName::CapturedRate => percent(get("captured")? / get("deployed")?)?,
            // Claims have no reinforcements.
            RateName::CasualtyRateFirst => None?,
            RateName::Irrecoverable => lost()?,
            RateName::IrrecoverableRate => percent(lost()? / get("deployed")?)?,
            RateName::KilledShare if self.casualties.is_none() && !self.given().has(Category::Wounded) => None?,
            RateName::KilledShare => percent(get("killed")? / total?)?,
            RateName::WoundedPerKilled => get("wounded")? / get("killed")?,
            RateName::Remaining => (get("deployed")? - total?).max(0.0),
            RateName::OneIn => (get("deployed")? / total?).max(1.0),
            RateName::PerDay => total? / get("days")?,
            RateName::PerDayRate => percent(total? / get("deployed")?)? / get("days")?,
            RateName::DaysLeft => (get("days")? * (get("deployed")? / total? - 1.0)).max(0.0),
            RateName::ImpliedDeployed => total? / (get("casualty_rate")? / 100.0),
            RateName::ImpliedCasualties => get("casualty_rate")? / 100.0 * get("deployed")?,
            RateName::ImpliedKilled if get("killed").is_some() => None?,
            RateName::ImpliedKilled => {
                let by_share = get("killed_share").zip(total);
                let by_rate = get("killed_rate").zip(get("deployed"));
                let (part, whole) = by_share.or(by_rate)?;
                part / 100.0 * whole
            }
        };
        value.is_finite().then_some(value)
    }

    /// Points at the ends of the figures, between them, and where a category meets the total.
    fn grid(&self) -> Vec<Point> {
        let limited = self.limited();
        let mut points = vec![Point::new()];
        if let Some((fewest, most)) = self.days() {
            points = [fewest, most].into_iter().map(|days| Point::from([("days", days)])).collect();
        }
        let mut figures = self.figures();
        // The total comes first, so that categories can meet it.
        figures.sort_by_key(|(name, _)| *name != "casualties");
        let parts: Vec<Bounds> = figures
            .iter()
            .filter(|(name, _)| limited.iter().any(|category| category.name() == *name))
            .map(|(_, figure)| figure.bounds())
            .collect();
        for (name, figure) in figures {
            let (low, high) = ends(name, figure);
            let mut next = Vec::new();
            for point in &points {
                let mut values = vec![low, high];
                if low < high {
                    // Inside, and not far above the low end where there is no top.
                    values.push((low + high) / 2.0);
                    if high == FAR {
                        values.extend([low * 1.01 + 0.01, low * 2.0 + 1.0]);
                    }
                }
                if name == "casualties" {
                    let meeting = |part: &Bounds| [part.low.value, part.low.value * 2.0 + 1.0, part.high.value];
                    values.extend(parts.iter().flat_map(meeting));
                } else if limited.iter().any(|category| category.name() == name) {
                    values.extend(point.get("casualties"));
                }
                values.retain(|value| low <= *value && *value <= high);
                values.sort_by(f64::total_cmp);
                values.dedup();
                if name == "casualties" {
                    // Categories may have to fit in between.
                    let between: Vec<_> = values.windows(2).map(|pair| (pair[0] + pair[1]) / 2.0).collect();
                    values.extend(between);
                }
                for value in values {
                    let mut point = point.clone();
                    point.insert(name, value);
                    next.push(point);
                }
            }
            points = next;
        }
        let holds = |point: &Point| {
            let part = |category: &Category| point.get(category.name());
            point.get("casualties").is_none_or(|total| limited.iter().filter_map(part).all(|part| part <= total))
        };
        points.retain(holds);
        points
    }

    /// Whether all values of a point belong to what the wordings allow, and none stands for a missing top.
    fn is_inside(&self, point: &Point) -> bool {
        self.figures().into_iter().all(|(name, figure)| {
            let value = point[name];
            value < FAR / 4.0 && figure.bounds().contains(value)
        })
    }
}

/// The ends of a figure. A per cent ends at 100.
fn ends(name: &str, figure: Figure) -> (f64, f64) {
    let bounds = figure.bounds();
    let is_percent = ["casualty_rate", "killed_rate", "killed_share"].contains(&name);
    (bounds.low.value, bounds.high.value.min(if is_percent { 100.0 } else { FAR }))
}

fn same(bound: f64, found: f64) -> bool {
    (bound - found).abs() <= 1e-6 * bound.abs().max(1.0) || (bound.is_infinite() && found > 1e6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, max_global_rejects: 100_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_follows_from_a_claim_is_all_that_its_wordings_allow_and_no_more(case in case()) {
        // As many figures as a search takes in.
        prop_assume!(case.figures().len() <= 6);
        let rates = match case.rates() {
            Ok(rates) => rates,
            Err(reason) => {
                prop_assert!(reason.ends_with(": claim \"a\": expected at least one figure"), "{reason}");
                return Ok(());
            }
        };
        let points = case.grid();
        for (name, rate) in rates.iter() {
            let values: Vec<_> = points.iter().filter_map(|point| Some((case.at(name, point)?, point))).collect();
            match rate {
                Ok(rate) => {
                    // Where no value is finite, as over a force of nobody, there is nothing to search.
                    if values.is_empty() {
                        continue;
                    }
                    let least = values.iter().map(|(value, _)| *value).fold(f64::INFINITY, f64::min);
                    let most = values.iter().map(|(value, _)| *value).fold(f64::NEG_INFINITY, f64::max);
                    let (low, high) = (rate.bounds.low.value, rate.bounds.high.value);
                    prop_assert!(same(low, least), "{}: from {low}, the search from {least}\n{}", name.name(), case.claim());
                    prop_assert!(same(high, most), "{}: to {high}, the search to {most}\n{}", name.name(), case.claim());
                    // An end that belongs to it is reached by values that the wordings allow.
                    let reached = |end: f64| values.iter().any(|(value, point)| (end - value).abs() <= 1e-12 * end && case.is_inside(point));
                    // A limit that cuts a rate off is reached by what would go beyond it.
                    let days = case.days().map_or(1.0, |days| days.0);
                    let cuts_off = |end: f64| [0.0, 1.0, 100.0, 100.0 / days].contains(&end) || !end.is_finite();
                    for (what, end) in [("low", rate.bounds.low), ("high", rate.bounds.high)] {
                        if !cuts_off(end.value) && name != RateName::DaysLeft {
                            prop_assert_eq!(reached(end.value), !end.open, "{}: {} end\n{}", name.name(), what, case.claim());
                        }
                    }
                }
                Err(Unavailable::ZeroDivisor | Unavailable::MoreThanDeployed) => {}
                Err(reason) => {
                    prop_assert!(values.is_empty(), "{}: {} although it is {:?}\n{}", name.name(), reason.name(), values[0], case.claim());
                }
            }
        }
    }
}
