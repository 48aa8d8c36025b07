//! Results as JSON values. Each has one shape, which the element hands to JavaScript and the command prints.

#[cfg(feature = "command")]
use crate::dataset::Dataset;
use crate::dataset::Value;
use crate::domain::{
    Bounds, Claim, Comparison, Coverage, Figure, Finding, Hedge, Quantity, Rate, Rates, Scenario, Unavailable,
    date_text,
};
#[cfg(feature = "command")]
use crate::domain::{COMPARED, ClaimResults, Relation, relation};
#[cfg(feature = "command")]
use crate::state::{Derived, DerivedClaims};

/// The fields of an object with all results: the scenario, what follows from it, and what follows from the claims. The
/// command's `rates` and `figures.json` have them, each with a field of its own beside them.
#[cfg(feature = "command")]
pub fn result_fields(
    scenario: &Scenario,
    dataset: &Dataset,
    claims: &DerivedClaims,
    derived: &Derived,
) -> Vec<(&'static str, Value)> {
    let of_claims = dataset.claims.iter().zip(&claims.results);
    let of_claims = of_claims.map(|(claim, results)| {
        Value::object(vec![("id", (&*claim.id).into()), ("rates", rates_value(&results.rates))])
    });
    vec![
        ("scenario", scenario_value(scenario)),
        ("rates", rates_value(&derived.rates)),
        ("claims", Value::list(of_claims.collect())),
        ("findings", findings_value(&[&claims.findings, &derived.findings], &dataset.claims)),
    ]
}

/// A scenario with all of its fields, `null` for those that are unknown.
pub fn scenario_value(scenario: &Scenario) -> Value {
    let mut fields = Vec::new();
    for quantity in Quantity::ALL {
        fields.push((quantity.name(), scenario.figure(quantity).map(figure_value).into()));
    }
    for (name, date) in [("start", scenario.start), ("as_of", scenario.as_of)] {
        fields.push((name, date.map(date_text).as_deref().into()));
    }
    fields.push(("solve_for", scenario.solve_for.name().into()));
    Value::object(fields)
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
    for Comparison { quantity, difference, relation } in comparisons {
        let value = difference.map(|difference| bounds_value(difference.bounds, difference.printed, None));
        differences.push((quantity.name(), value.into()));
        relations.push((quantity.name(), relation.name().into()));
    }
    Value::object(vec![
        ("id", id.into()),
        ("rates", rates_value(rates)),
        ("relation", Value::object(relations)),
        ("difference", Value::object(differences)),
    ])
}

/// Lists of findings as one. Among the ids of claims, `scenario` stands for the scenario.
pub fn findings_value(findings: &[&[Finding]], claims: &[Claim]) -> Value {
    let mut values = Vec::new();
    for finding in findings.iter().copied().flatten() {
        values.push(finding_value(finding, claims));
    }
    Value::list(values)
}

fn finding_value(finding: &Finding, claims: &[Claim]) -> Value {
    let mut ids = Vec::new();
    for subject in &finding.subjects {
        ids.push(subject.id(claims).into());
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
    if let Some(originator) = &finding.originator {
        value.push(("originator", (&**originator).into()));
    }
    Value::object(value)
}

/// How each pair of claims relates, quantity by quantity.
#[cfg(feature = "command")]
pub fn compatibility_value(claims: &[Claim], results: &[ClaimResults]) -> Value {
    let mut pairs = Vec::new();
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
                if let (Some(one), Some(other)) = (one, other)
                    && one.shares_borrowed_force(other)
                {
                    value.push(("borrowed", Value::Bool(true)));
                }
                pairs.push(Value::object(value));
            }
        }
    }
    Value::list(pairs)
}

fn rate_value(rate: Result<Rate, Unavailable>) -> Value {
    match rate {
        Ok(rate) => bounds_value(rate.bounds, rate.printed, rate.counts),
        Err(reason) => Value::object(vec![("unavailable", reason.name().into())]),
    }
}

fn bounds_value(bounds: Bounds, printed: Option<f64>, counts: Option<Coverage>) -> Value {
    let number = |number: Option<f64>| number.map_or(Value::Null, Value::Number);
    let mut fields = vec![
        ("low", number(bounds.bottom())),
        ("high", number(bounds.top())),
        ("printed", number(printed)),
        ("low_open", Value::Bool(bounds.bottom_is_open())),
        ("high_open", Value::Bool(bounds.top_is_open())),
    ];
    if let Some(counts) = counts {
        let mut names = Vec::new();
        for category in counts.iter() {
            names.push(category.name().into());
        }
        fields.push(("counts", Value::list(names)));
    }
    Value::object(fields)
}

fn figure_value(figure: Figure) -> Value {
    let (first, second) = figure.numbers();
    let value = match figure.hedge() {
        Hedge::Exact => return Value::Number(first),
        Hedge::Between => Value::list(vec![Value::Number(first), Value::Number(second)]),
        _ => Value::Number(first),
    };
    Value::object(vec![(figure.hedge().name(), value)])
}
