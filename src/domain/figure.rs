//! A reported number with its hedge, and what its wording allows.

use super::bounds::{Bounds, End};
use super::number::Number;
use super::unit::Unit;

/// The word before a number that says how exact it is.
///
/// ```
/// use casualty_calculator::domain::Hedge;
///
/// assert_eq!(Hedge::from_name("at_least"), Some(Hedge::AtLeast));
/// assert_eq!(Hedge::from_name("roughly"), None);
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
    /// Under, fewer than, less than: the number itself is excluded.
    Under,
    /// Up to, as many as.
    UpTo,
    /// Nearly, almost, approaching: the number itself is excluded.
    Nearly,
    /// From one number to another; several hundred.
    Between,
    /// A best estimate within a range that the source gives itself.
    Best,
}

impl Hedge {
    /// Every hedge.
    pub const ALL: [Self; 9] = [
        Self::Exact,
        Self::About,
        Self::Over,
        Self::AtLeast,
        Self::Under,
        Self::UpTo,
        Self::Nearly,
        Self::Between,
        Self::Best,
    ];

    /// The name in datasets and scenario texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Over => "over",
            Self::AtLeast => "at_least",
            Self::Under => "under",
            Self::UpTo => "up_to",
            Self::Nearly => "nearly",
            Self::Between => "between",
            Self::Best => "best",
        }
    }

    /// The hedge of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hedge| hedge.name() == name)
    }
}

/// Why numbers can't be a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureError {
    /// The number is not one that the unit allows.
    OutOfRange(Unit),
    /// The first number of a range is above the second.
    Reversed,
    /// The best estimate lies outside its range.
    Outside,
    /// Nothing is under zero.
    UnderZero,
}

impl FigureError {
    /// What was expected.
    pub fn message(self) -> &'static str {
        match self {
            Self::OutOfRange(Unit::People) => "expected a whole number from 0 to 1000000000",
            Self::OutOfRange(Unit::Percent) => "expected a percentage from 0 to 100",
            Self::OutOfRange(Unit::Ratio | Unit::PerDay) => "expected a number from 0 to 1000000000",
            Self::Reversed => "expected a range with the lower number first",
            Self::Outside => "expected a best estimate within its range",
            Self::UnderZero => "nothing is under 0; if nobody is meant, write 0",
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
    /// What the number divides by, where it is a fraction.
    denominator: u16,
    /// The number; the low end of [`Hedge::Between`].
    number: f64,
    /// The low and the high end of a range; else both are the number. Values are copied about a lot, so they are small.
    ends: [f64; 2],
}

impl Figure {
    /// A number with its hedge.
    ///
    /// # Errors
    /// Where the unit or the hedge does not allow the number. With [`Hedge::Between`] and [`Hedge::Best`] the range is the
    /// number alone.
    pub fn new(unit: Unit, hedge: Hedge, number: impl Into<Number>) -> Result<Self, FigureError> {
        Self::from_numbers(unit, hedge, number.into())
    }

    #[inline(never)]
    fn from_numbers(unit: Unit, hedge: Hedge, number: Number) -> Result<Self, FigureError> {
        if !unit.accepts(number.value) {
            return Err(FigureError::OutOfRange(unit));
        }
        let Number { value, denominator } = number.as_written();
        if hedge == Hedge::Under && value == 0.0 {
            return Err(FigureError::UnderZero);
        }
        Ok(Self { hedge, denominator, number: value, ends: [value; 2] })
    }

    /// A range, both ends included, in decimals.
    ///
    /// # Errors
    /// Where the unit does not allow a number, or the first is above the second.
    pub fn between(unit: Unit, low: f64, high: f64) -> Result<Self, FigureError> {
        let first = Self::from_numbers(unit, Hedge::Between, low.into())?;
        let second = Self::from_numbers(unit, Hedge::Between, high.into())?;
        if first.number > second.number {
            return Err(FigureError::Reversed);
        }
        Ok(Self { ends: [first.number, second.number], ..first })
    }

    /// A best estimate within the source's own range.
    ///
    /// # Errors
    /// Where the unit does not allow a number, or they are not in the order low, best, high.
    pub fn best(unit: Unit, best: f64, range: Self) -> Result<Self, FigureError> {
        let best = Self::from_numbers(unit, Hedge::Best, best.into())?;
        let [low, high] = range.ends;
        if !(low..=high).contains(&best.number) {
            return Err(FigureError::Outside);
        }
        Ok(Self { ends: range.ends, ..best })
    }

    /// The same number under another hedge. Changed to a range, it becomes what its wording allowed, up to `max` where
    /// that has no top. A range changed to another hedge becomes one of its ends: the upper one for "up to", "under" and
    /// "nearly", else the lower one; a best estimate stays the number that it was.
    ///
    /// # Errors
    /// Where the unit or the hedge does not allow a number.
    #[inline(never)]
    pub fn reworded(self, unit: Unit, hedge: Hedge, max: f64) -> Result<Self, FigureError> {
        if hedge == Hedge::Between {
            let Bounds { low, high } = self.bounds();
            let high = if high.value.is_finite() { high.value } else { max.max(low.value) };
            return match unit {
                Unit::People => Self::between(unit, low.value.floor(), high.ceil()),
                _ => Self::between(unit, low.value, high),
            };
        }
        let from_above = self.hedge == Hedge::Between && matches!(hedge, Hedge::UpTo | Hedge::Under | Hedge::Nearly);
        Self::from_numbers(unit, hedge, if from_above { self.ends[1].into() } else { self.number() })
    }

    /// The hedge before the number.
    pub fn hedge(self) -> Hedge {
        self.hedge
    }

    /// The number as printed. A range has none, and no number stands in for it.
    pub fn printed(self) -> Option<f64> {
        (self.hedge != Hedge::Between).then_some(self.number)
    }

    /// The number as it is written; of a range without a best estimate the low end.
    pub fn number(self) -> Number {
        Number { value: self.number, denominator: self.denominator }
    }

    /// The ends of a range, the low one first; else the number twice.
    pub fn ends(self) -> [f64; 2] {
        self.ends
    }

    /// Whether it is a range, with or without a best estimate in it.
    pub fn is_range(self) -> bool {
        matches!(self.hedge, Hedge::Between | Hedge::Best)
    }

    /// What the wording allows. This is our rule, not the source's, save where the source gives a range: "about" and
    /// "nearly" extend half the place value of the number's last digit that is not zero, but no more than a tenth of the
    /// number; a fraction extends a tenth of it, and a plain one is as good as "about".
    ///
    /// ```
    /// use casualty_calculator::domain::{Figure, Hedge, Unit};
    /// let bounds = Figure::new(Unit::People, Hedge::About, 4000.0).expect("a count").bounds();
    /// assert_eq!((bounds.low.value, bounds.high.value), (3600.0, 4400.0));
    /// ```
    #[inline(never)]
    pub fn bounds(self) -> Bounds {
        let x = self.number;
        let (below, above) = self.number().around();
        let (low, high) = match self.hedge {
            Hedge::Exact if self.denominator == 0 => (End::closed(x), End::closed(x)),
            Hedge::Exact | Hedge::About => (End::closed(below), End::closed(above)),
            Hedge::Over => (End::open(x), End::NONE),
            Hedge::AtLeast => (End::closed(x), End::NONE),
            Hedge::Under => (End::closed(0.0), End::open(x)),
            Hedge::UpTo => (End::closed(0.0), End::closed(x)),
            // Only zero is nearly zero.
            Hedge::Nearly if x == 0.0 => (End::closed(x), End::closed(x)),
            Hedge::Nearly => (End::closed(below), End::open(x)),
            Hedge::Between | Hedge::Best => (End::closed(self.ends[0]), End::closed(self.ends[1])),
        };
        Bounds { low, high }
    }
}
