//! The texts of the interface in English, each under its name. `{…}` stands for what is filled in. A text with a counted
//! number has a form for each plural category of the language: the one for `other` first, each further one after a `|` and
//! the first letter of its category, which no two of the others share. Catalogues hold the same in other languages.

use crate::domain::{Check, PartyKind};

macro_rules! messages {
    ($($name:ident = $key:literal: $english:literal;)+) => {
        /// A text of the interface.
        #[allow(missing_docs, reason = "the text says it")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message { $($name,)+ }

        impl Message {
            /// Every text.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The name under which a dataset can word it its own way.
            pub fn name(self) -> &'static str {
                piece(NAMES, self)
            }

            /// The text in English; of a counted one, the form for most numbers.
            pub fn english(self) -> &'static str {
                form(self.english_forms(), "other")
            }

            /// The text in English with all its forms.
            pub(super) fn english_forms(self) -> &'static str {
                piece(ENGLISH, self)
            }
        }

        // One text each and no table of addresses: that compresses better.
        const NAMES: &str = concat!($($key, "\n",)+);
        pub(super) const ENGLISH: &str = concat!($($english, "\n",)+);
    };
}

fn piece(texts: &str, message: Message) -> &str {
    texts.split('\n').nth(message as usize).unwrap_or_default()
}

/// The form of a text for a plural category.
pub(super) fn form<'a>(text: &'a str, category: &str) -> &'a str {
    let mut found = "";
    for form in text.split('|') {
        if found.is_empty() {
            found = form;
        } else if category != "other" && form.as_bytes().first() == category.as_bytes().first() {
            return &form[1..];
        }
    }
    found
}

messages! {
    // The answer.
    AnswerRate = "answer.rate": "Of {deployed} deployed, {casualties} became casualties ({counts}): {rate} of the force.";
    AnswerDeployed = "answer.deployed": "At {rate} of the force, {casualties} casualties ({counts}) mean a force of {deployed}.";
    AnswerCasualties = "answer.casualties": "At {rate} of {deployed} deployed, there are {casualties} casualties.";
    AnswerOpen = "answer.open": "Give the other two of force, casualties and stated rate, and this one follows.";
    AnswerKilled = "answer.killed": "Of {deployed} deployed, {killed} were killed: {rate} of the force. The figures given make no total.";
    AnswerNoForce = "answer.no_force": "A total of {casualties} casualties ({counts}). Without the size of the force there is no rate.";
    AnswerTooMany = "answer.too_many": "Against {deployed} deployed, {casualties} casualties are more than the whole force, whatever the wording allows.";
    AnswerNone = "answer.none": "Give the size of the force, the killed and one more category, and a rate follows.";
    AnswerYours = "answer.yours": "Your figures.";
    AnswerClaim = "answer.claim": "Casualty figures: {chain}.";
    AnswerForceBorrowed = "answer.force_borrowed": "Size of the force: borrowed from {chain}.";
    AnswerForceOf = "answer.force_of": "Size of the force: {chain}.";
    AnswerWorking = "answer.working": "How the rate follows";
    AnswerForceYours = "answer.force_yours": "Size of the force: your figure.";
    WordingAllows = "wording.allows": "The wording allows";

    // Quantities and categories.
    Deployed = "deployed": "Deployed";
    Killed = "killed": "Killed";
    Wounded = "wounded": "Wounded";
    Missing = "missing": "Missing";
    Captured = "captured": "Captured";
    Casualties = "casualties": "Casualties";
    Rate = "rate": "Rate";
    InKilled = "in.killed": "killed";
    InWounded = "in.wounded": "wounded";
    InMissing = "in.missing": "missing";
    InCaptured = "in.captured": "captured";
    Reinforcements = "reinforcements": "Reinforcements";
    StatedRate = "input.rate": "Rate, if stated";
    Total = "total": "stated total";
    StatedTotal = "input.total": "Total, if stated";

    // Figures in words.
    HedgeExact = "hedge.exact": "{x}";
    HedgeAbout = "hedge.about": "about {x}";
    HedgeOver = "hedge.over": "over {x}";
    HedgeAtLeast = "hedge.at_least": "at least {x}";
    HedgeUpTo = "hedge.up_to": "up to {x}";
    HedgeNearly = "hedge.nearly": "nearly {x}";
    HedgeBetween = "hedge.between": "{x} to {y}";
    BoundUnder = "bound.under": "under {x}";
    BoundAtMost = "bound.at_most": "at most {x}";
    BoundOver = "bound.over": "over {x}";
    BoundAny = "bound.any": "any number";
    Range = "range": "{x}–{y}";
    Percent = "percent": "{x}%";
    NotGiven = "not_given": "not given";

    // Inputs.
    InputsTitle = "inputs.title": "The figures";
    FillFrom = "inputs.fill_from": "Start from a source";
    Undo = "undo": "Undo";
    Redo = "redo": "Redo";
    ResetAll = "reset_all": "Reset all";
    Reset = "reset": "Reset";
    ResetOf = "reset.of": "Reset: {name}";
    MakeUnknown = "make_unknown": "Make unknown";
    MakeUnknownOf = "make_unknown.of": "Make unknown: {name}";
    SetValue = "set_value": "Set a value";
    SetValueOf = "set_value.of": "Set a value: {name}";
    Ranges = "inputs.ranges": "Use ranges";
    WordingOf = "wording.of": "{name}, wording";
    WordingExact = "wording.exact": "exactly";
    LowestOf = "lowest.of": "{name}, lowest";
    HighestOf = "highest.of": "{name}, highest";
    Less = "less": "{name}: {step} fewer";
    More = "more": "{name}: {step} more";
    People = "unit.people": "{x} people|o{x} person";
    InputBounds = "input.bounds": "{min} to {max}";
    ChangeFigures = "inputs.change": "Change the figures";
    MoreInputs = "inputs.more": "Reinforcements, a stated rate, dates, what is worked out";
    SolveFor = "solve.title": "Work out";
    SolveRate = "solve.rate": "the rate";
    SolveDeployed = "solve.deployed": "the force";
    SolveCasualties = "solve.casualties": "the casualties";
    Follows = "solve.follows": "follows from the other figures: {x}";
    FollowsNot = "solve.follows_not": "follows, once the other two are given";
    NoneCounted = "input.none_counted": "none counted";
    FirstDay = "input.start": "First day";
    LastDay = "input.as_of": "Figures as of";
    TotalHint = "input.total_hint": "not given: the parts are added up";
    TotalCleared = "notice.total_cleared": "The stated total no longer fitted its parts, so it was made unknown.";

    // What is wrong with a typed number.
    EntryEmpty = "entry.empty": "Nothing is typed. “{name}” stays {kept}.";
    EntryNotNumber = "entry.not_number": "Not a number as it is written here, such as {x}. “{name}” stays {kept}.";
    EntryAmbiguous = "entry.ambiguous": "Is that {x}? Then write it so. “{name}” stays {kept}.";
    EntryNegative = "entry.negative": "There are no fewer than 0 people. “{name}” stays {kept}.";
    EntryPercent = "entry.percent": "There is no less than 0%. “{name}” stays {kept}.";
    EntryNotWhole = "entry.not_whole": "People come in whole numbers. “{name}” stays {kept}.";
    EntryOutside = "entry.outside": "Between {min} and {max}, please. “{name}” stays {kept}.";

    // Rates.
    RatesTitle = "rates.title": "What follows";
    RateCasualties = "rate.casualties": "Casualties";
    RateCasualtiesSum = "rate.casualties_sum": "Casualties: {counts}";
    RateCasualtyRate = "rate.casualty_rate": "Casualties, of the force";
    RateKilledRate = "rate.killed_rate": "Killed, of the force";
    RateWoundedRate = "rate.wounded_rate": "Wounded, of the force";
    RateMissingRate = "rate.missing_rate": "Missing, of the force";
    RateCapturedRate = "rate.captured_rate": "Captured, of the force";
    RateCasualtyRateFirst = "rate.casualty_rate_first": "Casualties, of the first force";
    RateIrrecoverable = "rate.irrecoverable": "Lost for good";
    RateIrrecoverableSum = "rate.irrecoverable_sum": "Lost for good: {counts}";
    RateIrrecoverableRate = "rate.irrecoverable_rate": "Lost for good, of the force";
    RateKilledShare = "rate.killed_share": "Killed, of the casualties";
    RateWoundedPerKilled = "rate.wounded_per_killed": "Wounded for each killed";
    RateRemaining = "rate.remaining": "Remaining";
    RateOneIn = "rate.one_in": "One casualty in";
    RatePerDay = "rate.per_day": "Casualties a day";
    RatePerDayRate = "rate.per_day_rate": "Of the force a day";
    RateDaysLeft = "rate.days_left": "Days until none remain, if the pace held (an extrapolation)";
    RateImpliedDeployed = "rate.implied_deployed": "Force that the stated rate implies";
    RateImpliedCasualties = "rate.implied_casualties": "Casualties that the stated rate implies";
    RatesUnavailable = "rates.unavailable": "What can’t be worked out from these figures";

    // Why there is no rate.
    NoCasualties = "no_casualties": "no total, and too few parts for a sum";
    NoKilled = "no_killed": "killed is not given";
    NoWounded = "no_wounded": "wounded is not given";
    NoMissing = "no_missing": "neither missing nor captured is given";
    NoMissingAlone = "no_missing_alone": "missing is not given";
    NoCaptured = "no_captured": "captured is not given";
    NoDeployed = "no_deployed": "the size of the force is not given";
    NoReinforcements = "no_reinforcements": "no reinforcements are counted";
    NoRate = "no_rate": "no rate is stated";
    NoDates = "no_dates": "no first day is given";
    ZeroDivisor = "zero_divisor": "it would divide by nothing";
    NoDaysPass = "no_days_pass": "no day passes between the two";
    MoreThanDeployed = "more_than_deployed": "more than the whole";

    // The comparison.
    ComparisonTitle = "comparison.title": "Sources compared";
    Chart = "comparison.chart": "Chart";
    Table = "comparison.table": "Table";
    Timeline = "comparison.timeline": "Timeline";
    TimelineHint = "timeline.hint": "A line joins only what one originator said of the same thing. ";
    ChartHint = "chart.hint": "A thin line shows what the wording allows: with an arrow, no end; with a ring, the end is excluded. Pale bars are only caps.";
    ChartScenario = "chart.scenario": "The vertical line marks the figures above.";
    Scenario = "scenario": "The figures above";
    TotalOnly = "chart.total_only": "total not divided";
    TotalPartly = "chart.total_partly": "total of some categories, not divided";
    ChartCounts = "chart.counts": "the total counts {counts}";
    ChartBorrowed = "chart.borrowed": "of a force borrowed from {name}";
    ScaleTitle = "chart.scale": "Scale";
    ScalePeople = "chart.scale_people": "People";
    ScaleRates = "chart.scale_rates": "% of the force";
    OrderTitle = "order.title": "Order";
    OrderListed = "order.listed": "as listed";
    OrderDate = "order.date": "by date";
    OrderSource = "order.source": "by source";
    OrderSize = "order.size": "by size";
    NoTotal = "chart.no_total": "no total follows";
    GroupOf = "group.of": "{counts}, together";
    SourceColumn = "table.source": "Source";
    AsOfColumn = "table.as_of": "As of";
    AsOf = "source.as_of": "as of {date}";
    Published = "source.published": "published {date}";
    DifferenceColumn = "table.difference": "Figures above, compared";
    DifferenceMore = "difference.more": "{x} more";
    DifferenceFewer = "difference.fewer": "{x} fewer";
    DifferenceUpwards = "difference.upwards": "from {x} upwards";
    DifferenceSame = "difference.same": "same number";
    Together = "together": "together";
    Borrowed = "borrowed": "borrowed from {name}";
    StatedShare = "rate.stated_share": "killed, of the casualties, stated: {x}";
    RateStated = "rate.stated": "stated: {x}";
    WorkedOut = "rate.worked_out": "worked out: {x}";
    BasisPage = "basis.page": "the report itself was seen";
    BasisCopy = "basis.copy": "another outlet’s account of the report";
    BasisSecondHand = "basis.second_hand": "taken from a mention, not from the report";
    PartyToWar = "source.party": "{name} is a party to the war";
    PeriodOf = "period": "only {from} to {to}, not a running total";

    // What those who speak are.
    KindOfficial = "kind.official": "official";
    KindUnnamedOfficial = "kind.unnamed_official": "official who is not named";
    KindIntelligence = "kind.intelligence": "intelligence service";
    KindMilitary = "kind.military": "armed forces";
    KindPolitician = "kind.politician": "politician";
    KindMedia = "kind.media": "news outlet";
    KindResearch = "kind.research": "research body";

    // The picture of the force.
    ForceMark = "force.mark": "Each mark: {x}";
    ForceMay = "force.may": "Casualties that the wording allows";
    ForceMayBelong = "force.may_belong": "Force that the wording allows";
    ForceOthers = "force.others": "Not divided, of a total of {x}";
    ForceUnsaid = "force.unsaid": "No total says how many of these were lost";
    ForceBeyond = "force.beyond": "More than the whole force";
    ForceLess = "force.less": "less than half a mark";
    ForceNone = "force.none": "Without the size of the force there is no picture of it.";
    InAll = "force.in_all": "in all";
    ForceShown = "force.shown": "Picture of a force of {deployed}, each mark for {x}. Casualties: {parts}. Remaining: {remaining}.";

    // The checks: what is found, and the numbers that show it.
    ChecksTitle = "checks.title": "Do the numbers add up?";
    ChecksHint = "checks.hint": "These checks state arithmetic. Rounding may explain what they find.";
    ChecksNone = "checks.none": "The checks find nothing.";
    SourcesCounted = "checks.sources": "{x} sources|o{x} source";
    SeverityWarning = "severity.warning": "Does not fit";
    RateMismatch = "check.rate_mismatch": "The stated rate does not fit the other figures";
    RateMismatchShown = "check.rate_mismatch.shown": "{casualties} ÷ {deployed} = {casualty_rate}. Stated: {rate}.";
    PartsExceedTotal = "check.parts_exceed_total": "The parts are more than the total";
    PartsAndTotal = "check.parts_and_total": "The parts: {parts}. The total: {casualties}.";
    MoreThanForce = "check.more_than_deployed": "More casualties than people deployed";
    MoreThanForceShown = "check.more_than_deployed.shown": "Casualties: {casualties}. The force: {deployed}.";
    NotOver = "check.not_over": "The parts do not pass what the total is said to be over";
    PartsLeaveNothing = "check.parts_leave_nothing": "The parts leave nothing of the total for what else it counts";
    PartsLeaveNothingShown = "check.parts_leave_nothing.shown": "The total, {casualties}, less the parts, {parts}: {left}.";
    RateHidesDenominator = "check.rate_hides_denominator": "A rate without the size of its force";
    RateHidesDenominatorShown = "check.rate_hides_denominator.shown": "{casualties} ÷ {rate} = {implied_deployed} deployed, which the source does not say.";
    DifferentCoverage = "check.different_coverage": "Totals that count different things";
    DifferentCoverageShown = "check.different_coverage.shown": "They count different categories and are not like for like.";
    DifferentDates = "check.different_dates": "Figures for different times";
    DifferentDatesShown = "check.different_dates.shown": "Up to {days} days apart. A later, higher total does not contradict an earlier one.|oUp to {days} day apart. A later, higher total does not contradict an earlier one.";
    StaleDenominator = "check.stale_denominator": "A force from before reinforcements";
    StaleDenominatorShown = "check.stale_denominator.shown": "{reinforcements} were added between the day of the force and the day of the casualties.";
    OutlyingRatio = "check.outlying_ratio": "Wounded for each killed, far from what others say";
    OutlyingRatioShown = "check.outlying_ratio.shown": "Here: {wounded_per_killed}. The middle of all: {median}.";
    SameOriginator = "check.same_originator": "One originator, several reports";
    SameOriginatorShown = "check.same_originator.shown": "{name}: updates or relays, and no confirmation of each other.";
    TotalAsKilled = "check.total_as_killed": "A number of killed that was a total before";
    TotalAsKilledShown = "check.total_as_killed.shown": "{name} gave {casualties} as casualties before.";

    // Whether the sources can all be right.
    PairsTitle = "pairs.title": "Do the sources meet?";
    PairsAgree = "pairs.agree": "meets";
    PairsApart = "pairs.apart": "apart";
    PairsCoverage = "pairs.coverage": "counts other things";
    PairsDates = "pairs.dates": "over two weeks away";
    PairsGap = "pairs.gap": "by {x}";
    PairsPoints = "pairs.points": "by {x} points";
    PairsForce = "pairs.force": "same borrowed force";
    PairsHint = "pairs.hint": "Marks for the others in the same order: = meets, ≠ apart, × not like for like. A later, higher total does not contradict an earlier one.";

    Flagged = "table.flagged": "a check below concerns this";

    // Random draws.
    SpreadTitle = "spread.title": "Random draws";
    SpreadUniform = "spread.uniform": "even";
    SpreadTriangular = "spread.triangular": "triangular";
    SpreadShown = "spread.shown": "{name}: in 19 of 20 of our {draws} random draws, {x}. Assumed: {how}, each for itself. No source says so.";
    SpreadEvenly = "spread.evenly": "every number that a wording allows is equally likely";
    SpreadPeaked = "spread.peaked": "the printed numbers are likeliest";
    SpreadOpen = "spread.open": "{name} has no top, so that nothing can be drawn. Give it a range.";
    SpreadNone = "spread.none": "Nothing here is left to chance.";

    PartWaiting = "part.waiting": "Loading …";
    PartFailed = "part.failed": "This part could not be loaded. Choose it again.";

    // Sharing and downloads.
    ShareTitle = "share.title": "Share and download";
    ShareLink = "share.link": "Link to these figures";
    ShareSentence = "share.sentence": "The sentence, with its source";
    ShareCitation = "share.citation": "Citation";
    ShareFrame = "share.frame": "Code to embed a frame";
    ShareElement = "share.element": "Code to embed by a script";
    Copy = "share.copy": "Copy";
    CopyOf = "share.copy_of": "Copy: {name}";
    Copied = "share.copied": "Copied.";
    CopySelected = "share.selected": "Selected, to be copied by keyboard or menu.";
    SaveTitle = "share.save": "Download";
    SaveFigures = "share.figures": "The figures";
    SaveChart = "share.chart": "The chart";
    SaveFailed = "share.failed": "The picture could not be made.";
    SaveFramed = "share.framed": "If nothing is saved, the page around this does not allow it.";
    OwnTab = "share.own_tab": "Open the calculator in a tab of its own";
    Cited = "share.cited": "“{title}”, Casualty Calculator. {link}, opened {date}.";
    PublishedUpTo = "image.published": "Figures published up to {date}.";
    ImageMore = "image.more": "{x} more sources are left out of this picture.";

    // For those who listen.
    Said = "said": "{rate} of the force.";
    Valued = "valued": "{name}: {x}";

    Faces = "comparison.faces": "Show as";

    // The chart in words.
    ChartTitle = "chart.title": "Casualties by category";
    ChartRun = "chart.run": "The sources’ totals run from {low} to {high}, whatever each counts.";
    ChartOwn = "chart.own": "The figures above come to {own}.";

    // The rest of the page.
    NotesTitle = "notes.title": "Also reported";
    SourcesTitle = "sources.title": "Sources";
    MethodTitle = "method.title": "How the numbers are worked out";
    MethodRule = "method.rule": "What the wording allows is our rule, not the sources’. A number as it stands means that number. “About” and “nearly” reach half of the place of the last digit that is not zero, and at most a tenth of the number: about 4,000 is 3,600 to 4,400. “Over” has no top and leaves out the number itself, “at least” includes it, “up to” begins at 0, and “nearly” stays below its number.";
    MethodRates = "method.rates": "A rate divides by the whole force deployed. Its bounds are the lowest and the highest value that all its figures allow together. Nothing is averaged, and a figure that nobody gave counts as unknown, never as zero.";
    MethodCasualties = "method.casualties": "A casualty is a person lost to the unit: killed, wounded, missing or captured. Without a stated total, the categories that are given are added up, if killed is among them.";

    // Languages.
    LanguageTitle = "language.title": "Language";
    Direction = "language.direction": "ltr";
    FigureOf = "figure.of": "{x} {counts}";
    ListComma = "list.comma": ", ";
    ChainThen = "chain.then": " → ";

    // Trouble.
    DataNotFound = "error.data_not_found": "The figures could not be loaded from {address}: {reason}.";
    DataWrong = "error.data_wrong": "The figures at {address} can’t be used: {reason}";
    DataSetWrong = "error.data_set_wrong": "The figures set by the page can’t be used: {reason}";
    ScenarioWrong = "error.scenario_wrong": "The scenario was not understood, so the published figures stand. {reason}";
    ScenarioSetWrong = "error.scenario_set_wrong": "The scenario set by the page was not understood, so nothing changed. {reason}";
}

impl Message {
    /// What a check finds, and the text for the numbers that show it.
    pub fn of_check(check: Check) -> (Self, Self) {
        match check {
            Check::RateMismatch => (Self::RateMismatch, Self::RateMismatchShown),
            Check::PartsExceedTotal => (Self::PartsExceedTotal, Self::PartsAndTotal),
            Check::MoreThanDeployed => (Self::MoreThanForce, Self::MoreThanForceShown),
            Check::NotOver => (Self::NotOver, Self::PartsAndTotal),
            Check::PartsLeaveNothing => (Self::PartsLeaveNothing, Self::PartsLeaveNothingShown),
            Check::RateHidesDenominator => (Self::RateHidesDenominator, Self::RateHidesDenominatorShown),
            Check::DifferentCoverage => (Self::DifferentCoverage, Self::DifferentCoverageShown),
            Check::DifferentDates => (Self::DifferentDates, Self::DifferentDatesShown),
            Check::StaleDenominator => (Self::StaleDenominator, Self::StaleDenominatorShown),
            Check::OutlyingRatio => (Self::OutlyingRatio, Self::OutlyingRatioShown),
            Check::SameOriginator => (Self::SameOriginator, Self::SameOriginatorShown),
            Check::TotalAsKilled => (Self::TotalAsKilled, Self::TotalAsKilledShown),
        }
    }

    /// What someone who speaks is.
    pub fn of_kind(kind: PartyKind) -> Self {
        match kind {
            PartyKind::Official => Self::KindOfficial,
            PartyKind::UnnamedOfficial => Self::KindUnnamedOfficial,
            PartyKind::Intelligence => Self::KindIntelligence,
            PartyKind::Military => Self::KindMilitary,
            PartyKind::Politician => Self::KindPolitician,
            PartyKind::Media => Self::KindMedia,
            PartyKind::Research => Self::KindResearch,
        }
    }

    /// The text of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|message| message.name() == name)
    }
}
