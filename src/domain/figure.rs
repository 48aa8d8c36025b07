//! A reported number with its hedge, and what its wording allows.

use super::bounds::{Bounds, End};
use super::decimal::place_value;

/// The word before a number that says how exact it is.
///
/// ```
/// use casualty_calculator::domain::Hedge;
///
/// assert_eq!(Hedge::from_name("at_least"), Some(Hedge::AtLeast));
/// assert_eq!(Hedge::from_name("exact"), None, "a plain number has no hedge in a dataset");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// The number as it stands.
    #[default]
    Exact,
    /// About, around, some, roughly, an estimated.
    About,
    /// Over, more than, surpassed: the number itself is excluded and there is no top.
    Over,
    /// At least, confirmed: the number is included and there is no top.
    AtLeast,
    /// Up to, as many as.
    UpTo,
    /// Nearly, almost, approaching: the number itself is excluded.
    Nearly,
    /// From one number to another; several hundred.
    Between,
}

impl Hedge {
    /// Every hedge.
    pub const ALL: [Self; 7] =
        [Self::Exact, Self::About, Self::Over, Self::AtLeast, Self::UpTo, Self::Nearly, Self::Between];

    /// The name in datasets and scenario texts. A plain number has none there; `exact` is for messages and styles.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Over => "over",
            Self::AtLeast => "at_least",
            Self::UpTo => "up_to",
            Self::Nearly => "nearly",
            Self::Between => "between",
        }
    }

    /// The hedge of that name in a dataset or a scenario text.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hedge| *hedge != Self::Exact && hedge.name() == name)
    }
}

/// What a figure counts, which limits the numbers that it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// People: whole numbers from 0 to 1,000,000,000.
    People,
    /// Per cent: 0 to 100, decimals allowed.
    Percent,
}

impl Unit {
    /// The greatest number of this unit that is accepted.
    pub fn max_value(self) -> f64 {
        match self {
            Self::People => 1e9,
            Self::Percent => 100.0,
        }
    }

    fn accepts(self, x: f64) -> bool {
        // NaN is in no range.
        (0.0..=self.max_value()).contains(&x) && (self == Self::Percent || x.fract() == 0.0)
    }
}

/// Why a number can't be a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureError {
    /// The number is not one that the unit allows.
    OutOfRange(Unit),
    /// The first number of a range is above the second.
    Reversed,
}

impl FigureError {
    /// What was expected.
    pub fn message(self) -> &'static str {
        match self {
            Self::OutOfRange(Unit::People) => "expected a whole number from 0 to 1000000000",
            Self::OutOfRange(Unit::Percent) => "expected a percentage from 0 to 100",
            Self::Reversed => "expected a range with the lower number first",
        }
    }
}

/// A reported number with its hedge: finite, not negative, within its unit's range.
///
/// ```
/// use casualty_calculator::domain::{Figure, FigureError, Hedge, Unit};
///
/// let killed = Figure::new(Unit::People, Hedge::About, 1000.0).expect("a whole number");
/// assert_eq!((killed.hedge(), killed.printed()), (Hedge::About, Some(1000.0)));
///
/// let range = Figure::between(Unit::People, 300.0, 900.0).expect("two whole numbers");
/// assert_eq!(range.printed(), None, "no number stands in for a range");
///
/// assert_eq!(Figure::new(Unit::People, Hedge::Exact, 0.5), Err(FigureError::OutOfRange(Unit::People)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figure {
    hedge: Hedge,
    first: f64,
    /// The same as `first` but for [`Hedge::Between`].
    second: f64,
}

impl Figure {
    /// A number with its hedge.
    ///
    /// # Errors
    /// Where the unit does not allow the number. With [`Hedge::Between`] both ends are the number.
    pub fn new(unit: Unit, hedge: Hedge, number: f64) -> Result<Self, FigureError> {
        if unit.accepts(number) {
            // Zero has one sign here, so that equal figures are equal everywhere.
            let number = number.abs();
            Ok(Self { hedge, first: number, second: number })
        } else {
            Err(FigureError::OutOfRange(unit))
        }
    }

    /// A range, both ends included.
    ///
    /// # Errors
    /// Where the unit does not allow a number, or the first is above the second.
    pub fn between(unit: Unit, low: f64, high: f64) -> Result<Self, FigureError> {
        let first = Self::new(unit, Hedge::Between, low)?;
        let second = Self::new(unit, Hedge::Between, high)?;
        if first.first > second.first {
            return Err(FigureError::Reversed);
        }
        Ok(Self { second: second.first, ..first })
    }

    /// The same number under another hedge. Changed to a range, it becomes what its wording allowed, up to `max` where
    /// that has no top. A range changed to another hedge becomes one of its ends: the upper one for "up to" and
    /// "nearly", else the lower one.
    ///
    /// # Errors
    /// Where the unit does not allow a number.
    pub fn reworded(self, unit: Unit, hedge: Hedge, max: f64) -> Result<Self, FigureError> {
        if hedge == Hedge::Between {
            let Bounds { low, high } = self.bounds();
            let high = if high.value.is_finite() { high.value } else { max.max(low.value) };
            return match unit {
                Unit::People => Self::between(unit, low.value.floor(), high.ceil()),
                Unit::Percent => Self::between(unit, low.value, high),
            };
        }
        let from_above = matches!(hedge, Hedge::UpTo | Hedge::Nearly);
        Self::new(unit, hedge, if from_above { self.second } else { self.first })
    }

    /// The hedge before the number.
    pub fn hedge(self) -> Hedge {
        self.hedge
    }

    /// The number as printed. A range has none, and no number stands in for it.
    pub fn printed(self) -> Option<f64> {
        (self.hedge != Hedge::Between).then_some(self.first)
    }

    /// The numbers in the figure's text: one, or the two ends of a range.
    pub fn numbers(self) -> (f64, f64) {
        (self.first, self.second)
    }

    /// What the wording allows. This is our rule, not the source's: "about" and "nearly" extend half the place value of
    /// the number's last digit that is not zero, but no more than a tenth of the number.
    ///
    /// ```
    /// use casualty_calculator::domain::{Figure, Hedge, Unit};
    /// let bounds = Figure::new(Unit::People, Hedge::About, 4000.0).expect("a count").bounds();
    /// assert_eq!((bounds.low.value, bounds.high.value), (3600.0, 4400.0));
    /// ```
    pub fn bounds(self) -> Bounds {
        let x = self.first;
        let reach = match self.hedge {
            Hedge::About | Hedge::Nearly => (place_value(x) / 2.0).min(x / 10.0),
            _ => 0.0,
        };
        let (low, high) = match self.hedge {
            Hedge::Exact => (End::closed(x), End::closed(x)),
            Hedge::About => (End::closed(x - reach), End::closed(x + reach)),
            Hedge::Over => (End::open(x), End::NONE),
            Hedge::AtLeast => (End::closed(x), End::NONE),
            Hedge::UpTo => (End::closed(0.0), End::closed(x)),
            // Only zero is nearly zero.
            Hedge::Nearly if x == 0.0 => (End::closed(x), End::closed(x)),
            Hedge::Nearly => (End::closed(x - reach), End::open(x)),
            Hedge::Between => (End::closed(x), End::closed(self.second)),
        };
        Bounds { low, high }
    }
}
