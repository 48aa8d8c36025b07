//! What follows from figures: a rate with its bounds, or the reason why it can't be computed.

use super::bounds::Bounds;
use super::category::{Category, Coverage};
use super::unit::Unit;

/// What a rate is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// People.
    People,
    /// A percentage of the force or of the casualties: 0 to 100.
    Percent,
    /// A quotient of two counts.
    Ratio,
    /// People a day.
    PeoplePerDay,
    /// A percentage of the force a day.
    PercentPerDay,
    /// Days.
    Days,
}

impl Measure {
    /// Whether it is written with a per cent sign.
    pub fn is_percent(self) -> bool {
        matches!(self, Self::Percent | Self::PercentPerDay)
    }

    /// The unit of a figure that states it.
    pub fn unit(self) -> Unit {
        match self {
            Self::People | Self::Days => Unit::People,
            Self::Percent | Self::PercentPerDay => Unit::Percent,
            Self::Ratio => Unit::Ratio,
            Self::PeoplePerDay => Unit::PerDay,
        }
    }
}

macro_rules! rate_names {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $measure:ident, $formula:literal;)+) => {
        /// The rates, by name.
        ///
        /// ```
        /// use casualty_calculator::domain::{Measure, RateName};
        ///
        /// assert_eq!(RateName::KilledShare.name(), "killed_share");
        /// assert_eq!(RateName::KilledShare.measure(), Measure::Percent);
        /// assert_eq!(RateName::KilledShare.formula(), "{killed} ÷ {casualties}");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum RateName { $($(#[doc = $doc])+ $name,)+ }

        impl RateName {
            /// Every rate, in the order of results.
            pub const ALL: [Self; [$($text),+].len()] = [$(Self::$name),+];

            /// The name in results.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// What it is counted in.
            pub fn measure(self) -> Measure {
                match self { $(Self::$name => Measure::$measure,)+ }
            }

            /// The formula, with the names of [operands](super::rates::Rates::operands) in braces. It is empty for a
            /// sum, which adds up whatever is given.
            pub fn formula(self) -> &'static str {
                match self { $(Self::$name => $formula,)+ }
            }
        }
    };
}

rate_names! {
    /// T: the stated or typed total, else the sum of what is given.
    Casualties = "casualties", People, "";
    /// T ÷ F.
    CasualtyRate = "casualty_rate", Percent, "{casualties} ÷ {force}";
    /// K ÷ F.
    KilledRate = "killed_rate", Percent, "{killed} ÷ {force}";
    /// W ÷ F.
    WoundedRate = "wounded_rate", Percent, "{wounded} ÷ {force}";
    /// M ÷ F.
    MissingRate = "missing_rate", Percent, "{missing} ÷ {force}";
    /// C ÷ F.
    CapturedRate = "captured_rate", Percent, "{captured} ÷ {force}";
    /// T ÷ D, where reinforcements are given.
    CasualtyRateFirst = "casualty_rate_first", Percent, "{casualties} ÷ {deployed}";
    /// K, plus M and C where they are given: those who do not return to the unit.
    Irrecoverable = "irrecoverable", People, "";
    /// Irrecoverable ÷ F.
    IrrecoverableRate = "irrecoverable_rate", Percent, "{irrecoverable} ÷ {force}";
    /// K ÷ T.
    KilledShare = "killed_share", Percent, "{killed} ÷ {casualties}";
    /// W ÷ K.
    WoundedPerKilled = "wounded_per_killed", Ratio, "{wounded} ÷ {killed}";
    /// F − T, at least zero.
    Remaining = "remaining", People, "{force} − {casualties}";
    /// F ÷ T, at least one: one casualty in this many people.
    OneIn = "one_in", Ratio, "{force} ÷ {casualties}";
    /// T ÷ N.
    PerDay = "per_day", PeoplePerDay, "{casualties} ÷ {days}";
    /// T ÷ F ÷ N.
    PerDayRate = "per_day_rate", PercentPerDay, "{casualties} ÷ {force} ÷ {days}";
    /// Remaining ÷ per day: an extrapolation, and to be labelled as one.
    DaysLeft = "days_left", Days, "{remaining} ÷ {per_day}";
    /// T ÷ the stated or typed rate: the force that the rate implies.
    ImpliedDeployed = "implied_deployed", People, "{casualties} ÷ {rate}";
    /// The stated or typed rate × F.
    ImpliedCasualties = "implied_casualties", People, "{rate} × {force}";
    /// The stated share of killed × T, else the stated rate of killed × F; only where the killed are not given.
    ImpliedKilled = "implied_killed", People, "{stated_part} × {whole}";
}

impl RateName {
    /// The rate of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rate| rate.name() == name)
    }

    /// Whether a source may state it: all but the total, which is a figure of its own, and what only we work out.
    pub fn may_be_stated(self) -> bool {
        !matches!(
            self,
            Self::Casualties | Self::DaysLeft | Self::ImpliedDeployed | Self::ImpliedCasualties | Self::ImpliedKilled
        )
    }

    /// The names of the [operands](super::rates::Rates::operands) in its formula; of the irrecoverable casualties, those of
    /// the categories that may be in the sum.
    pub fn operands(self) -> Vec<&'static str> {
        let formula = if self == Self::Irrecoverable { "{killed}{missing}{captured}" } else { self.formula() };
        let mut names = Vec::new();
        let mut rest = formula;
        while let Some((_, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or_default();
            names.push(name);
            rest = after;
        }
        names
    }

    /// Whether it is a per cent of the force, with or without reinforcements.
    pub fn is_of_force(self) -> bool {
        self != Self::KilledShare && self.measure().is_percent()
    }

    /// The rate of one category over the force.
    pub fn from_category(category: Category) -> Self {
        match category {
            Category::Killed => Self::KilledRate,
            Category::Wounded => Self::WoundedRate,
            Category::Missing => Self::MissingRate,
            Category::Captured => Self::CapturedRate,
        }
    }
}

/// A number that follows from figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// The tightest bounds that the inputs' bounds allow.
    pub bounds: Bounds,
    /// The formula over the printed inputs, without any limit; none where an input has no printed number.
    pub printed: Option<f64>,
    /// The categories in it, where it is a sum.
    pub counts: Option<Coverage>,
    /// Whether a best estimate is among the inputs, and no number that is only an end: the printed value stands for the whole
    /// range then, wherever in it it lies.
    pub is_estimate: bool,
}

/// Why a rate can't be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// No total, and too few parts for a sum.
    NoCasualties,
    /// This category is not given. For irrecoverable casualties, `missing` stands for missing and captured.
    No(Category),
    /// The size of the force is not given.
    NoDeployed,
    /// Reinforcements are not given.
    NoReinforcements,
    /// No rate is stated or typed.
    NoRate,
    /// The first or the last day is not given.
    NoDates,
    /// It would divide by zero.
    ZeroDivisor,
    /// The casualties are more than the force, whatever the wording allows.
    MoreThanDeployed,
    /// It is given in words alone.
    OnlyWords,
    /// It is given itself, so nothing is implied.
    Given,
}

impl Unavailable {
    /// Whether all inputs are given, but have no result.
    pub fn is_failure(self) -> bool {
        matches!(self, Self::ZeroDivisor | Self::MoreThanDeployed)
    }

    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoCasualties => "no_casualties",
            Self::No(Category::Killed) => "no_killed",
            Self::No(Category::Wounded) => "no_wounded",
            Self::No(Category::Missing) => "no_missing",
            Self::No(Category::Captured) => "no_captured",
            Self::NoDeployed => "no_deployed",
            Self::NoReinforcements => "no_reinforcements",
            Self::NoRate => "no_rate",
            Self::NoDates => "no_dates",
            Self::ZeroDivisor => "zero_divisor",
            Self::MoreThanDeployed => "more_than_deployed",
            Self::OnlyWords => "only_words",
            Self::Given => "given",
        }
    }
}
