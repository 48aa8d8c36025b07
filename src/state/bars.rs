//! The figures of each source as a bar on one axis: in people, or in per cent of the force that the source is measured
//! against.

use crate::domain::{Bounds, Category, Claim, ClaimResults, Coverage, Doubt, Inputs, Quantity, Rate, RateName, Rates};

/// What an axis counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// People.
    #[default]
    People,
    /// Per cent of the force: each source's own, or the one that it borrows.
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

/// A segment of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// The categories that it counts; for an undivided segment, all that the total covers, or none where that is not known.
    pub covers: Coverage,
    /// Whether it is the part of a total that is not divided into categories or groups.
    pub undivided: bool,
    /// Where it begins, in people or per cent.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// One source's figures, or the scenario's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// The segments, from zero upwards. A figure without a printed number has none.
    pub segments: Vec<Segment>,
    /// What the wording allows the total to be, where that is more than one value.
    pub whisker: Option<Bounds>,
    /// Whether that range is the sources' own, and not only what the wording allows.
    pub has_own_range: bool,
    /// The total as printed.
    pub total: Option<f64>,
}

/// The claims' bars, which do not depend on the scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimBars {
    /// In the dataset's order.
    pub bars: Vec<Bar>,
    /// Where the longest ends.
    pub max: f64,
}

/// The scenario's bar, and the axis that it shares with the claims'.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The scenario's.
    pub scenario: Bar,
    /// Where the axis ends, in people or per cent.
    pub end: f64,
    /// The distance between marks on the axis.
    pub step: f64,
}

impl ClaimBars {
    /// The bars of claims, with what follows from each.
    pub fn new(claims: &[Claim], results: &[ClaimResults], scale: Scale) -> Self {
        let mut all = Self::default();
        for (claim, results) in claims.iter().zip(results) {
            // A figure for a part of the time is not a running total, but would look like one beside the others.
            let mut bar = Bar::default();
            if claim.period.is_none() {
                bar = Bar::new(&results.inputs, &results.rates, claim.covers.unwrap_or_default(), scale);
            }
            all.max = all.max.max(bar.end());
            all.bars.push(bar);
        }
        all
    }
}

impl Bars {
    /// The bar of a scenario, on one axis with those of the claims.
    pub fn new(inputs: &Inputs, rates: &Rates, claims: &ClaimBars, scale: Scale) -> Self {
        let scenario = Bar::new(inputs, rates, Coverage::ALL, scale);
        let (end, step) = axis(claims.max.max(scenario.end()));
        Self { scenario, end, step }
    }
}

/// The categories and the groups with a printed figure.
fn parts(inputs: &Inputs, rates: &Rates, scale: Scale) -> Vec<(Coverage, f64)> {
    let mut parts = Vec::new();
    for category in Category::ALL {
        let printed = match scale {
            Scale::People => inputs.figure(Quantity::Category(category)).and_then(|figure| figure.printed()),
            Scale::Rates => rates.get(RateName::from_category(category)).ok().and_then(|rate| rate.printed),
        };
        if let Some(count) = printed {
            parts.push((category.into(), count));
        }
    }
    // Only claims have groups, and a claim has no reinforcements: its force is a single figure.
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
    fn new(inputs: &Inputs, rates: &Rates, covers: Coverage, scale: Scale) -> Self {
        let mut total = rates.get(scale.total()).ok();
        if let (None, Scale::Rates, Some(stated)) = (total, scale, inputs.figure(Quantity::Rate)) {
            // A rate is stated without the figures that it could be worked out from.
            total = Some(Rate { bounds: stated.bounds(), printed: stated.printed(), counts: None, is_estimate: false });
        }
        let mut segments = Vec::new();
        let mut at = 0.0;
        let parts = parts(inputs, rates, scale);
        // One figure alone is no total, but what is not known of it is shown all the same.
        let mut alone = None;
        if let (None, [(covers, _)]) = (total, &parts[..])
            && let (Some(category), 1) = (covers.iter().next(), covers.len())
        {
            alone = match scale {
                Scale::People => inputs.figure(Quantity::Category(category)).map(|figure| figure.bounds()),
                Scale::Rates => rates.get(RateName::from_category(category)).ok().map(|rate| rate.bounds),
            };
        }
        for (covers, count) in parts {
            segments.push(Segment { covers, undivided: false, from: at, to: at + count });
            at += count;
        }
        let printed = total.and_then(|total| total.printed);
        // A total that was worked out may differ from the sum of its parts by rounding.
        if let Some(total) = printed.filter(|total| *total > at * (1.0 + 1e-9)) {
            segments.push(Segment { covers, undivided: true, from: at, to: total });
        }
        let whisker = total.map(|total| total.bounds).or(alone).filter(|bounds| bounds.low != bounds.high);
        let doubt = if scale == Scale::People { inputs.people_doubt() } else { inputs.doubt() };
        let has_own_range = doubt == Doubt::Sources;
        Self { segments, whisker, has_own_range, total: printed }
    }

    /// Whether the wording sets only a top. Then the printed number is not a total that anybody gave, but the most that
    /// it can be.
    pub fn is_cap(&self) -> bool {
        self.whisker.is_some_and(|bounds| bounds.low.value <= 0.0 && bounds.top().is_some())
    }

    fn end(&self) -> f64 {
        let segments = self.segments.last().map_or(0.0, |segment| segment.to);
        let whisker = self.whisker.map_or(0.0, |bounds| bounds.top().unwrap_or(bounds.low.value * 1.1));
        segments.max(whisker)
    }
}

/// The end and the step of an axis that reaches at least to `max`, ends on a mark and has four to ten steps.
pub fn axis(max: f64) -> (f64, f64) {
    let max = max.max(1.0);
    let mut place = 1.0;
    while place * 10.0 < max {
        place *= 10.0;
    }
    let step = [0.2, 0.5, 1.0, 2.0].map(|factor| factor * place).into_iter().find(|step| max / step <= 6.0);
    let step = step.unwrap_or(place).max(1.0);
    ((max / step).ceil() * step, step)
}

#[cfg(test)]
mod tests {
    use super::axis;

    #[test]
    fn an_axis_ends_on_a_round_number_at_or_beyond_the_longest_bar() {
        for (most, expected) in
            [(4400.0, (5000.0, 1000.0)), (0.0, (1.0, 1.0)), (10.0, (10.0, 2.0)), (12_000.0, (12_000.0, 2000.0))]
        {
            assert_eq!(axis(most), expected, "{most}");
        }
    }
}
