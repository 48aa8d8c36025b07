//! The order of the sources, which the chart and the table share.

use super::bars::Scale;
use crate::domain::{Claim, ClaimResults, RateName};

/// What sources are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortOrder {
    /// The dataset's order.
    #[default]
    Listed,
    /// By the day that the figures are for, else the day of publication, earliest first. Those without a day come last.
    Date,
    /// By originator, then by publication, in the order of their letters.
    Source,
    /// By the total on the scale that is shown, largest first; by its low end where it has no printed number. Those
    /// without a total come last.
    Size,
}

impl SortOrder {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Listed, Self::Date, Self::Source, Self::Size];

    /// The name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Date => "date",
            Self::Source => "source",
            Self::Size => "size",
        }
    }

    /// The order of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// How the sources are compared: on which scale and in which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ComparisonOptions {
    /// What the chart counts.
    pub scale: Scale,
    /// The order of the sources.
    pub order: SortOrder,
}

/// The indices of the claims in the order of these options. Claims that are equal in it keep the dataset's order.
pub fn sorted_claims(
    claims: &[Claim],
    results: &[ClaimResults],
    ComparisonOptions { scale, order }: ComparisonOptions,
) -> Vec<usize> {
    let mut sorted: Vec<usize> = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        // There are few, so each is inserted where it belongs: behind those that are equal.
        let comes_before = |other: &usize| match order {
            SortOrder::Listed => false,
            SortOrder::Date => match (claim.day(), claims[*other].day()) {
                (Some(day), Some(other)) => day.first_day() < other.first_day(),
                (day, other) => day.is_some() && other.is_none(),
            },
            SortOrder::Source => key(claim) < key(&claims[*other]),
            SortOrder::Size => {
                size(claim, &results[index], scale.total()) > size(&claims[*other], &results[*other], scale.total())
            }
        };
        let place = sorted.iter().position(comes_before).unwrap_or(sorted.len());
        sorted.insert(place, index);
    }
    sorted
}

fn key(claim: &Claim) -> (&str, &str) {
    let originator = claim.attribution.first().and_then(|parties| parties.first());
    (originator.map_or(&*claim.source.name, |party| &*party.name), &*claim.source.name)
}

/// The total, or a negative number where there is none. Figures for a part of the time are not totals.
fn size(claim: &Claim, results: &ClaimResults, total: RateName) -> f64 {
    match results.rates.get(total) {
        Ok(rate) if claim.period.is_none() => rate.printed.unwrap_or(rate.bounds.low.value),
        _ => -1.0,
    }
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::{ComparisonOptions, Scale, SortOrder, sorted_claims};
    use crate::dataset::{BUILT_IN, Dataset, parse_dataset};
    use crate::state::derived::DerivedClaims;

    fn order(dataset: &Dataset, order: SortOrder, scale: Scale) -> Vec<&str> {
        let claims = &dataset.forces[0].claims;
        let results = &DerivedClaims::of_forces(dataset)[0].results;
        let sorted = sorted_claims(claims, results, ComparisonOptions { scale, order });
        sorted.into_iter().map(|index| &*claims[index].id).collect()
    }

    #[test]
    fn sources_are_sorted_by_their_figures_and_equal_ones_keep_their_order() {
        let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset is sound");
        let listed = ["moscow-times", "bbc", "south-korea", "three-governments", "zelensky"];
        assert_eq!(order(&dataset, SortOrder::Listed, Scale::People), listed);
        let by_date = ["zelensky", "south-korea", "moscow-times", "bbc", "three-governments"];
        assert_eq!(order(&dataset, SortOrder::Date, Scale::People), by_date);
        let by_source = ["south-korea", "three-governments", "zelensky", "bbc", "moscow-times"];
        assert_eq!(order(&dataset, SortOrder::Source, Scale::People), by_source);
        assert_eq!(order(&dataset, SortOrder::Size, Scale::People), listed);
    }

    #[test]
    fn a_larger_total_may_be_a_smaller_rate() {
        let text = r#"{"format": 2, "title": "Two sizes", "forces": [{"id": "army", "name": "The army"}], "claims": [
            {"id": "none", "source": {"name": "A"}, "captured": 2},
            {"id": "small", "source": {"name": "B"}, "deployed": 1000, "casualties": 500},
            {"id": "week", "source": {"name": "C"}, "deployed": 1000, "casualties": 900,
              "period": {"from": "2025-01-06", "to": "2025-01-12"}},
            {"id": "large", "source": {"name": "D"}, "deployed": 10000, "casualties": {"between": [600, 900]}}
        ]}"#;
        let dataset = parse_dataset(text).expect("it is sound");
        assert_eq!(order(&dataset, SortOrder::Size, Scale::People), ["large", "small", "none", "week"]);
        assert_eq!(order(&dataset, SortOrder::Size, Scale::Rates), ["small", "large", "none", "week"]);
    }
}
