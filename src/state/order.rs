//! The order of the sources, which chart and table share.

use super::Scale;
use crate::domain::{Claim, RateName, Row};

/// What sources are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the dataset lists them.
    #[default]
    Listed,
    /// By the day that the figures are for, the earliest first; else by that of publication. Those without one come last.
    Date,
    /// By who said it first, then by the publication, letter by letter.
    Source,
    /// By the total on the scale that is shown, the largest first; by the low end where none is printed. Those without a
    /// total come last.
    Size,
}

impl Order {
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
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// How the sources are compared: on which scale, and in which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// What the chart counts.
    pub scale: Scale,
    /// What comes first.
    pub order: Order,
}

/// The places of the claims in the dataset, in this order. Claims that are alike stay as the dataset lists them.
pub fn arranged(claims: &[Claim], rows: &[Row], Arrangement { scale, order }: Arrangement) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        // There are few, so each is put where it belongs. Nothing is moved before what is alike.
        let comes_before = |other: &usize| match order {
            Order::Listed => false,
            Order::Date => match (claim.day(), claims[*other].day()) {
                (Some(day), Some(other)) => day < other,
                (day, other) => day.is_some() && other.is_none(),
            },
            Order::Source => key(claim) < key(&claims[*other]),
            Order::Size => {
                size(claim, &rows[index], scale.total()) > size(&claims[*other], &rows[*other], scale.total())
            }
        };
        let place = places.iter().position(comes_before).unwrap_or(places.len());
        places.insert(place, index);
    }
    places
}

fn key(claim: &Claim) -> (&str, &str) {
    let originator = claim.attribution.first().and_then(|parties| parties.first());
    (originator.map_or(&*claim.source.name, |party| &*party.name), &*claim.source.name)
}

/// A total, or less than nothing. Figures for a part of the time are no totals.
fn size(claim: &Claim, row: &Row, total: RateName) -> f64 {
    match row.rates.get(total) {
        Ok(rate) if claim.period.is_none() => rate.printed.unwrap_or(rate.bounds.low.value),
        _ => -1.0,
    }
}

#[cfg(all(test, feature = "command"))]
mod tests {
    use super::{Arrangement, Order, Scale, arranged};
    use crate::dataset::{BUILT_IN, Dataset, parse_dataset};
    use crate::state::DerivedClaims;

    fn order(dataset: &Dataset, order: Order, scale: Scale) -> Vec<&str> {
        let rows = DerivedClaims::of(dataset).rows;
        let places = arranged(&dataset.claims, &rows, Arrangement { scale, order });
        places.into_iter().map(|place| &*dataset.claims[place].id).collect()
    }

    #[test]
    fn sources_are_ordered_by_what_they_say_and_stay_as_listed_where_that_is_alike() {
        let dataset = parse_dataset(BUILT_IN).expect("the built-in dataset is sound");
        let listed = ["moscow-times", "bbc", "south-korea", "three-governments", "zelensky"];
        assert_eq!(order(&dataset, Order::Listed, Scale::People), listed);
        let by_date = ["zelensky", "south-korea", "moscow-times", "bbc", "three-governments"];
        assert_eq!(order(&dataset, Order::Date, Scale::People), by_date);
        let by_source = ["south-korea", "three-governments", "zelensky", "bbc", "moscow-times"];
        assert_eq!(order(&dataset, Order::Source, Scale::People), by_source);
        assert_eq!(order(&dataset, Order::Size, Scale::People), listed);
    }

    #[test]
    fn a_larger_total_of_a_larger_force_may_be_the_smaller_rate() {
        let text = r#"{"format": 1, "title": "Two forces", "claims": [
            {"id": "none", "source": {"name": "A"}, "captured": 2},
            {"id": "small", "source": {"name": "B"}, "deployed": 1000, "casualties": 500},
            {"id": "week", "source": {"name": "C"}, "deployed": 1000, "casualties": 900,
              "period": {"from": "2025-01-06", "to": "2025-01-12"}},
            {"id": "large", "source": {"name": "D"}, "deployed": 10000, "casualties": {"between": [600, 900]}}
        ]}"#;
        let dataset = parse_dataset(text).expect("it is sound");
        assert_eq!(order(&dataset, Order::Size, Scale::People), ["large", "small", "none", "week"]);
        assert_eq!(order(&dataset, Order::Size, Scale::Rates), ["small", "large", "none", "week"]);
    }
}
