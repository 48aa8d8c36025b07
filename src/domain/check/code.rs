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
    /// A stated rate, and what the claim's own figures make of it, can't both be right.
    RateMismatch = "rate_mismatch";
    /// The parts are more than the total.
    PartsExceedTotal = "parts_exceed_total";
    /// The casualties are more than the force.
    MoreThanDeployed = "more_than_deployed";
    /// A force has lost more than the force that it is a part of.
    PartExceedsWhole = "part_exceeds_whole";
    /// A total is "over" a number that its parts do not exceed.
    NotOver = "not_over";
    /// The source's words read as another figure than the one beside them.
    WordsContradict = "words_contradict";
    /// The parts add up to the whole total, which also counts a category that they do not name.
    PartsLeaveNothing = "parts_leave_nothing";
    /// A rate is given without the size of the force that it refers to.
    RateHidesDenominator = "rate_hides_denominator";
    /// Totals count different categories.
    DifferentCoverage = "different_coverage";
    /// Figures are apart, and so are the days that they are for.
    DifferentDates = "different_dates";
    /// A later figure is below an earlier one.
    TotalFell = "total_fell";
    /// A force is as of a day before the reinforcements, and the claim is as of a day after them.
    StaleDenominator = "stale_denominator";
    /// Wounded per killed is far from what the others report.
    OutlyingRatio = "outlying_ratio";
    /// Several reports give one originator's figure.
    SameOriginator = "same_originator";
    /// Different originators give the very same figure.
    SameFigure = "same_figure";
    /// A number of killed was given as a total before.
    TotalAsKilled = "total_as_killed";
    /// Dates that can't follow each other as they do.
    DatesDisagree = "dates_disagree";
    /// A claim is there twice.
    SameClaimTwice = "same_claim_twice";
    /// Two names differ by a letter.
    NamesNearlyAlike = "names_nearly_alike";
}

impl Check {
    /// Whether only whoever writes a dataset can do anything about what it finds. Pages do not show it.
    #[cfg(feature = "authoring")]
    pub fn is_for_authors(self) -> bool {
        matches!(self, Self::WordsContradict | Self::DatesDisagree | Self::SameClaimTwice | Self::NamesNearlyAlike)
    }

    /// Whether it also looks at claims that were withdrawn or replaced. A total that fell is often just that: a correction.
    pub(super) fn looks_at_superseded(self) -> bool {
        matches!(self, Self::TotalFell | Self::DatesDisagree | Self::SameClaimTwice | Self::NamesNearlyAlike)
    }
}
