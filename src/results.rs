//! Results as JSON values. Each has one shape, which the element hands to JavaScript and the command prints.

use crate::dataset::{Dataset, Value};
use crate::domain::{
    Bounds, Comparison, Coverage, Date, Figure, Finding, Force, Hedge, Number, Quantity, Rate, Rates, Unavailable, Unit,
};
#[cfg(feature = "json")]
use crate::domain::{COMPARED, Claim, ClaimResults, ForceRatio, Relation, force_ratios, relation};
use crate::state::State;
#[cfg(feature = "json")]
use crate::state::{Derived, DerivedClaims};

/// The fields of an object with all results: the scenario that is shown, what follows from it, those of each force, and what
/// follows from the claims. `derived` holds what follows from the scenario of each force. The command's `rates` and
/// `figures.json` have them, each with a field of its own beside them.
#[cfg(feature = "json")]
pub fn result_fields(
    state: &State,
    dataset: &Dataset,
    claims: &[&DerivedClaims],
    derived: &[&Derived],
) -> Vec<(&'static str, Value)> {
    let shown = state.shown();
    let mut of_claims = Vec::new();
    let mut findings = Vec::new();
    for (index, (force, derived_claims)) in dataset.forces.iter().zip(claims).enumerate() {
        for (claim, results) in force.claims.iter().zip(&derived_claims.results) {
            of_claims.push(Value::object(vec![
                ("id", (&*claim.id).into()),
                ("force", (&*force.id).into()),
                ("rates", rates_value(&results.rates)),
            ]));
        }
        findings.extend(derived_claims.findings.iter().filter(|finding| finding.is_listed_with(index)));
    }
    findings.extend(&derived[shown].findings);
    vec![
        ("scenario", scenario_value(state, dataset, shown)),
        ("rates", rates_value(&derived[shown].rates)),
        ("forces", forces_value(state, dataset, &|index| &derived[index].rates)),
        ("claims", Value::list(of_claims)),
        ("findings", findings_value(&findings, &dataset.forces)),
        ("ratios", ratios_value(dataset, &|index| derived[index])),
    ]
}

/// The scenario of the force at this place with all of its fields, `null` for those that are unknown.
pub fn scenario_value(state: &State, dataset: &Dataset, index: usize) -> Value {
    let scenario = state.scenario_of(index);
    let mut fields = vec![("force", (&*dataset.forces[index].id).into())];
    for quantity in Quantity::ALL {
        let figure = scenario.figure(quantity).map(|figure| figure_value(figure, quantity.unit()));
        fields.push((quantity.name(), figure.into()));
    }
    for (name, date) in [("start", scenario.start), ("as_of", scenario.as_of)] {
        fields.push((name, date.map(Date::text).as_deref().into()));
    }
    fields.push(("solve_for", scenario.solve_for.name().into()));
    Value::object(fields)
}

/// Each force with its scenario and the rates that follow from it.
pub fn forces_value<'a>(state: &State, dataset: &Dataset, rates: &dyn Fn(usize) -> &'a Rates) -> Value {
    let mut forces = Vec::new();
    for (index, force) in dataset.forces.iter().enumerate() {
        forces.push(Value::object(vec![
            ("id", (&*force.id).into()),
            ("name", (&*force.name).into()),
            ("scenario", scenario_value(state, dataset, index)),
            ("rates", rates_value(rates(index))),
        ]));
    }
    Value::list(forces)
}

/// The ratios between forces, of their scenarios' losses.
#[cfg(feature = "json")]
fn ratios_value<'a>(dataset: &Dataset, derived: &dyn Fn(usize) -> &'a Derived) -> Value {
    let mut of_forces = Vec::new();
    for index in 0..dataset.forces.len() {
        of_forces.push((&derived(index).inputs, &derived(index).rates));
    }
    let id = |index: usize| (&*dataset.forces[index].id).into();
    let mut ratios = Vec::new();
    for ForceRatio { of, a, b, bounds, printed } in force_ratios(&dataset.forces, &of_forces) {
        let mut value = vec![("of", of.name().into()), ("a", id(a)), ("b", id(b))];
        value.extend(bounds_fields(bounds, printed));
        ratios.push(Value::object(value));
    }
    Value::list(ratios)
}

/// Every rate by its name: its bounds, or why there are none.
pub fn rates_value(rates: &Rates) -> Value {
    let mut fields = Vec::new();
    for (name, rate) in rates.iter() {
        fields.push((name.name(), rate_value(rate)));
    }
    Value::object(fields)
}

/// A claim beside the scenario.
pub fn compared_claim_value(id: &str, rates: &Rates, comparisons: &[Comparison]) -> Value {
    let mut relations = Vec::new();
    let mut differences = Vec::new();
    let mut unsure = Vec::new();
    for Comparison { quantity, difference, relation, is_unsure } in comparisons {
        if *is_unsure {
            unsure.push((quantity.name(), "coverage".into()));
        }
        let value = difference.map(|difference| bounds_value(difference.bounds, difference.printed, None));
        differences.push((quantity.name(), value.into()));
        relations.push((quantity.name(), relation.name().into()));
    }
    Value::object(vec![
        ("id", id.into()),
        ("rates", rates_value(rates)),
        ("relation", Value::object(relations)),
        ("difference", Value::object(differences)),
        ("unsure", Value::object(unsure)),
    ])
}

/// Findings as a list. Among the ids of claims, `scenario` stands for the scenario.
pub fn findings_value(findings: &[&Finding], forces: &[Force]) -> Value {
    let mut values = Vec::new();
    for finding in findings {
        values.push(finding_value(finding, forces));
    }
    Value::list(values)
}

fn finding_value(finding: &Finding, forces: &[Force]) -> Value {
    let mut ids = Vec::new();
    for subject in &finding.subjects {
        ids.push(subject.id(forces).into());
    }
    let mut fields = Vec::new();
    for quantity in &finding.fields {
        fields.push(quantity.name().into());
    }
    let mut working = Vec::new();
    for amount in &finding.working {
        working.push((amount.name, bounds_value(amount.bounds, amount.printed, None)));
    }
    let mut value = vec![
        ("code", finding.check.code().into()),
        ("severity", finding.severity.name().into()),
        ("claims", Value::list(ids)),
        ("fields", Value::list(fields)),
        ("working", Value::object(working)),
    ];
    if let Some(rate) = finding.rate {
        value.push(("rate", rate.name().into()));
    }
    let mut names = Vec::new();
    for name in &finding.names {
        names.push((&**name).into());
    }
    if !names.is_empty() {
        value.push(("names", Value::list(names)));
    }
    Value::object(value)
}

/// How each pair of claims of a force relates, quantity by quantity.
#[cfg(feature = "json")]
pub fn compatibility_value(dataset: &Dataset, claims: &[&DerivedClaims]) -> Value {
    let mut pairs = Vec::new();
    for (force, claims) in dataset.forces.iter().zip(claims) {
        add_pairs(&force.claims, &claims.results, &mut pairs);
    }
    Value::list(pairs)
}

#[cfg(feature = "json")]
fn add_pairs(claims: &[Claim], results: &[ClaimResults], pairs: &mut Vec<Value>) {
    for (index, (claim, result)) in claims.iter().zip(results).enumerate() {
        for (other_claim, other_result) in claims.iter().zip(results).skip(index + 1) {
            for quantity in COMPARED {
                let (one, other) = (result.comparable(quantity), other_result.comparable(quantity));
                let relation = relation(one, other);
                let mut value = vec![
                    ("a", (&*claim.id).into()),
                    ("b", (&*other_claim.id).into()),
                    ("of", quantity.name().into()),
                    ("relation", relation.name().into()),
                ];
                match relation {
                    Relation::Apart(gap) => value.push(("gap", Value::Number(gap))),
                    Relation::Unlike(reason) => value.push(("reason", reason.name().into())),
                    Relation::Agree | Relation::Unknown => {}
                }
                if let (Some(one), Some(other)) = (one, other) {
                    if one.shares_borrowed_force(other) {
                        value.push(("borrowed", Value::Bool(true)));
                    }
                    if one.is_unsure(other) {
                        value.push(("unsure", "coverage".into()));
                    }
                }
                pairs.push(Value::object(value));
            }
        }
    }
}

fn rate_value(rate: Result<Rate, Unavailable>) -> Value {
    match rate {
        Ok(rate) => bounds_value(rate.bounds, rate.printed, rate.counts),
        Err(reason) => Value::object(vec![("unavailable", reason.name().into())]),
    }
}

fn bounds_value(bounds: Bounds, printed: Option<f64>, counts: Option<Coverage>) -> Value {
    let mut fields = bounds_fields(bounds, printed);
    if let Some(counts) = counts {
        let mut names = Vec::new();
        for category in counts.iter() {
            names.push(category.name().into());
        }
        fields.push(("counts", Value::list(names)));
    }
    Value::object(fields)
}

fn bounds_fields(bounds: Bounds, printed: Option<f64>) -> Vec<(&'static str, Value)> {
    let number = |number: Option<f64>| number.map_or(Value::Null, Value::Number);
    vec![
        ("low", number(bounds.bottom())),
        ("high", number(bounds.top())),
        ("printed", number(printed)),
        ("low_open", Value::Bool(bounds.bottom_is_open())),
        ("high_open", Value::Bool(bounds.top_is_open())),
    ]
}

/// A figure as datasets have it.
fn figure_value(figure: Figure, unit: Unit) -> Value {
    let number = |number: Number| {
        if number.is_fraction() { (&*number.text(unit)).into() } else { Value::Number(number.value) }
    };
    let hedged = |hedge: Hedge| (hedge.name(), number(figure.number()));
    let range = || (Hedge::Between.name(), Value::list(figure.ends().map(Value::Number).into()));
    match figure.hedge() {
        Hedge::Exact => number(figure.number()),
        Hedge::Between => Value::object(vec![range()]),
        Hedge::Best => Value::object(vec![hedged(Hedge::Best), range()]),
        hedge => Value::object(vec![hedged(hedge)]),
    }
}
