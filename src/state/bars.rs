//! What each source's figures look like on one axis: of people, or of per cents of the force that each is measured against.

use crate::domain::{Bounds, Category, Claim, Coverage, Inputs, Quantity, Rate, RateName, Rates, Row};

/// What an axis counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// People.
    #[default]
    People,
    /// Per cent of the force, of each source its own or the one that it borrows.
    Rates,
}

impl Scale {
    /// Every scale.
    pub const ALL: [Self; 2] = [Self::People, Self::Rates];

    /// The total on this scale.
    pub fn total(self) -> RateName {
        match self {
            Self::People => RateName::Casualties,
            Self::Rates => RateName::CasualtyRate,
        }
    }
}

/// A stretch of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// The categories that it counts; all that its total covers, where the parts do not divide it.
    pub covers: Coverage,
    /// Whether it is the part of a total that no category or group divides.
    pub undivided: bool,
    /// Where it begins, in people or per cents.
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

/// The claims' bars, which no scenario changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimBars {
    /// In the dataset's order.
    pub bars: Vec<Bar>,
    /// How far the longest reaches.
    pub most: f64,
}

/// The scenario's bar, and the axis that it shares with the claims'.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The scenario's.
    pub scenario: Bar,
    /// Where the axis ends, in people or per cents.
    pub end: f64,
    /// The distance between marks on the axis.
    pub step: f64,
}

impl ClaimBars {
    /// The bars of claims, beside what follows from each.
    pub fn of(claims: &[Claim], rows: &[Row], scale: Scale) -> Self {
        let mut all = Self::default();
        for (claim, row) in claims.iter().zip(rows) {
            // A figure for a part of the time is no running total, and would look like one beside them.
            let mut bar = Bar::default();
            if claim.period.is_none() {
                bar = Bar::of(&row.inputs, &row.rates, claim.covers, scale);
            }
            all.most = all.most.max(bar.end());
            all.bars.push(bar);
        }
        all
    }
}

impl Bars {
    /// The bar of a scenario beside those of the claims.
    pub fn of(inputs: &Inputs, rates: &Rates, claims: &ClaimBars, scale: Scale) -> Self {
        let scenario = Bar::of(inputs, rates, Coverage::ALL, scale);
        let (end, step) = axis(claims.most.max(scenario.end()));
        Self { scenario, end, step }
    }
}

/// The categories and the groups with a printed figure.
fn parts(inputs: &Inputs, rates: &Rates, scale: Scale) -> Vec<(Coverage, f64)> {
    let mut parts = Vec::new();
    for category in Category::ALL {
        let printed = match scale {
            Scale::People => inputs.figure(Quantity::Of(category)).and_then(|figure| figure.printed()),
            Scale::Rates => rates.get(RateName::of(category)).ok().and_then(|rate| rate.printed),
        };
        if let Some(count) = printed {
            parts.push((category.into(), count));
        }
    }
    // Groups are a claim's, whose force is one figure.
    let force = inputs.figure(Quantity::Deployed).and_then(|figure| figure.printed());
    for (covers, count) in inputs.groups() {
        let share = match scale {
            Scale::People => Some(1.0),
            Scale::Rates => force.filter(|force| *force > 0.0).map(|force| 100.0 / force),
        };
        if let (Some(count), Some(share)) = (count.printed(), share) {
            parts.push((*covers, count * share));
        }
    }
    parts
}

impl Bar {
    fn of(inputs: &Inputs, rates: &Rates, covers: Coverage, scale: Scale) -> Self {
        let mut total = rates.get(scale.total()).ok();
        if let (None, Scale::Rates, Some(stated)) = (total, scale, inputs.figure(Quantity::Rate)) {
            // A rate that only its source knows how to work out.
            total = Some(Rate { bounds: stated.bounds(), printed: stated.printed(), counts: None });
        }
        let mut segments = Vec::new();
        let mut at = 0.0;
        for (covers, count) in parts(inputs, rates, scale) {
            segments.push(Segment { covers, undivided: false, from: at, to: at + count });
            at += count;
        }
        let printed = total.and_then(|total| total.printed);
        // What follows from other figures may differ from them by a hair.
        if let Some(total) = printed.filter(|total| *total > at * (1.0 + 1e-9)) {
            segments.push(Segment { covers, undivided: true, from: at, to: total });
        }
        let whisker = total.map(|total| total.bounds).filter(|bounds| bounds.low != bounds.high);
        Self { segments, whisker, total: printed }
    }

    /// Whether its words set only a top: what is printed then is no total that anybody gave, but where it ends at most.
    pub fn is_cap(&self) -> bool {
        self.whisker.is_some_and(|bounds| bounds.low.value <= 0.0 && bounds.top().is_some())
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
