//! The bars of the comparison chart: what each source's figures look like on one axis of people.

use crate::dataset::Dataset;
use crate::domain::{Bounds, Category, Coverage, Figure, Quantity, RateName, Rates, Row, Scenario};

/// A stretch of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// The categories that it counts; all that its total covers, where the parts do not divide it.
    pub covers: Coverage,
    /// Whether it is the part of a total that no category or group divides.
    pub undivided: bool,
    /// Where it begins, in people.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// One source's figures, or the scenario's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// The stretches, from nothing upwards. A figure that prints no single number has none.
    pub segments: Vec<Segment>,
    /// What the wording allows the total to be, where it leaves any choice.
    pub whisker: Option<Bounds>,
    /// The total as printed.
    pub total: Option<f64>,
}

/// Every bar, and the axis that they share.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The scenario's.
    pub scenario: Bar,
    /// The claims', in the dataset's order.
    pub claims: Vec<Bar>,
    /// Where the axis ends, in people.
    pub end: f64,
    /// The distance between marks on the axis.
    pub step: f64,
}

impl Bars {
    /// The bars of a scenario and of the claims beside it.
    pub fn of(scenario: &Scenario, rates: &Rates, dataset: &Dataset, rows: &[Row]) -> Self {
        let own = Bar::of(parts(|quantity| scenario.figure(quantity)), Coverage::ALL, rates);
        let mut most = own.end();
        let mut claims = Vec::new();
        for (claim, row) in dataset.claims.iter().zip(rows) {
            // A figure for a part of the time is no running total, and would look like one beside them.
            let mut bar = Bar::default();
            if claim.period.is_none() {
                let mut parts = parts(|quantity| claim.figure(quantity));
                for group in &claim.groups {
                    if let Some(count) = group.count.figure.printed() {
                        parts.push((group.covers, count));
                    }
                }
                bar = Bar::of(parts, claim.covers, &row.rates);
            }
            most = most.max(bar.end());
            claims.push(bar);
        }
        let (end, step) = axis(most);
        Self { scenario: own, claims, end, step }
    }
}

/// The categories with a printed figure.
fn parts(figure: impl Fn(Quantity) -> Option<Figure>) -> Vec<(Coverage, f64)> {
    let mut parts = Vec::new();
    for category in Category::ALL {
        if let Some(count) = figure(Quantity::Of(category)).and_then(Figure::printed) {
            parts.push((category.into(), count));
        }
    }
    parts
}

impl Bar {
    fn of(parts: Vec<(Coverage, f64)>, covers: Coverage, rates: &Rates) -> Self {
        let mut segments = Vec::new();
        let mut at = 0.0;
        for (covers, count) in parts {
            segments.push(Segment { covers, undivided: false, from: at, to: at + count });
            at += count;
        }
        let casualties = rates.get(RateName::Casualties).ok();
        let total = casualties.and_then(|rate| rate.printed);
        if let Some(total) = total.filter(|total| *total > at) {
            segments.push(Segment { covers, undivided: true, from: at, to: total });
        }
        let whisker = casualties.map(|rate| rate.bounds).filter(|bounds| bounds.low != bounds.high);
        Self { segments, whisker, total }
    }

    fn end(&self) -> f64 {
        let segments = self.segments.last().map_or(0.0, |segment| segment.to);
        let whisker = self.whisker.map_or(0.0, |bounds| bounds.top().unwrap_or(bounds.low.value * 1.1));
        segments.max(whisker)
    }
}

/// An axis that ends at or beyond `most`, on a mark, with four to ten steps.
pub fn axis(most: f64) -> (f64, f64) {
    let most = most.max(1.0);
    let mut place = 1.0;
    while place * 10.0 < most {
        place *= 10.0;
    }
    let step = [0.2, 0.5, 1.0, 2.0].map(|factor| factor * place).into_iter().find(|step| most / step <= 6.0);
    let step = step.unwrap_or(place).max(1.0);
    ((most / step).ceil() * step, step)
}

#[cfg(test)]
mod tests {
    use super::axis;

    #[test]
    fn an_axis_ends_on_a_round_mark_beyond_the_longest_bar() {
        for (most, expected) in
            [(4400.0, (5000.0, 1000.0)), (0.0, (1.0, 1.0)), (10.0, (10.0, 2.0)), (12_000.0, (12_000.0, 2000.0))]
        {
            assert_eq!(axis(most), expected, "{most}");
        }
    }
}
