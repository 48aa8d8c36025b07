//! The checks, by the codes that results have for them.

macro_rules! checks {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal;)+) => {
        /// The checks.
        ///
        /// ```
        /// use casualty_calculator::domain::Check;
        ///
        /// assert_eq!(Check::PartsExceedTotal.code(), "parts_exceed_total");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Check { $($(#[doc = $doc])+ $name,)+ }

        impl Check {
            /// Every check, in the order in which findings are listed.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$name),+];

            /// The code in results.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

checks! {
    /// A claim's own rate, total and force can't all be right.
    RateMismatch = "rate_mismatch";
    /// The parts are more than the total.
    PartsExceedTotal = "parts_exceed_total";
    /// The casualties are more than the force.
    MoreThanDeployed = "more_than_deployed";
    /// A total is "over" a number that its parts do not exceed.
    NotOver = "not_over";
    /// The parts add up to the whole total, which also counts a category that they do not name.
    PartsLeaveNothing = "parts_leave_nothing";
    /// A rate is given without the size of the force that it refers to.
    RateHidesDenominator = "rate_hides_denominator";
    /// Totals count different categories.
    DifferentCoverage = "different_coverage";
    /// Figures are apart, and so are the days that they are for.
    DifferentDates = "different_dates";
    /// A force is as of a day before the reinforcements, and the claim is as of a day after them.
    StaleDenominator = "stale_denominator";
    /// Wounded per killed is far from what the others report.
    OutlyingRatio = "outlying_ratio";
    /// Several reports give one originator's figure.
    SameOriginator = "same_originator";
    /// A number of killed was given as a total before.
    TotalAsKilled = "total_as_killed";
}
