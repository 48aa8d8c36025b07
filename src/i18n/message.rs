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
                self.english_for("other")
            }

            /// The text in English in the form for a plural category.
            pub fn english_for(self, category: &str) -> &'static str {
                form(self.english_forms(), category)
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
    AnswerDeployed = "answer.deployed": "If {casualties} casualties ({counts}) are {rate} of the force, the force numbers {deployed}.";
    AnswerCasualties = "answer.casualties": "If {rate} of {deployed} deployed became casualties, that is {casualties}.";
    AnswerOpen = "answer.open": "Enter two of force, casualties and stated rate to work out the third.";
    AnswerKilled = "answer.killed": "Of {deployed} deployed, {killed} were killed: {rate} of the force. There are too few figures for a total.";
    AnswerKilledOnly = "answer.killed_only": "Killed: {killed}. There are too few figures for a total, and there is no size of the force.";
    AnswerNoForce = "answer.no_force": "A total of {casualties} casualties ({counts}). Without the size of the force there is no rate.";
    AnswerTooMany = "answer.too_many": "With {deployed} deployed, {casualties} casualties are more than the whole force, however the wording is read.";
    AnswerNone = "answer.none": "Enter the size of the force, the number killed and one more category to get a rate.";
    AnswerYours = "answer.yours": "Your figures.";
    AnswerClaim = "answer.claim": "Casualty figures: {chain}.";
    AnswerForceBorrowed = "answer.force_borrowed": "Size of the force, from another source: {chain}.";
    AnswerForceOf = "answer.force_of": "Size of the force: {chain}.";
    AnswerWorking = "answer.working": "How the rate is worked out";
    AnswerForceYours = "answer.force_yours": "Size of the force: your figure.";
    WordingAllows = "wording.allows": "The wording allows";
    WordingRanges = "wording.ranges": "Ranges show what the wording allows.";
    SourceRangeGives = "source_range.gives": "The source’s own range gives";
    BothAllow = "both.allow": "The wording and the source’s own range allow";
    SourceRanges = "source_range.ranges": "Ranges are the source’s own.";
    BothRanges = "both.ranges": "Ranges are the source’s own or show what the wording allows.";

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
    HedgeUnder = "hedge.under": "under {x}";
    HedgeUpTo = "hedge.up_to": "up to {x}";
    HedgeNearly = "hedge.nearly": "nearly {x}";
    HedgeBetween = "hedge.between": "{x} to {y}";
    HedgeBest = "hedge.best": "{x} ({y})";
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
    ChooseSource = "inputs.choose_source": "Choose a source";
    Undo = "undo": "Undo";
    Redo = "redo": "Redo";
    ResetAll = "reset_all": "Reset all";
    Reset = "reset": "Reset";
    ResetOf = "reset.of": "Reset: {name}";
    Clear = "clear": "Clear";
    ClearOf = "clear.of": "Clear: {name}";
    SetValue = "set_value": "Enter a figure";
    SetValueOf = "set_value.of": "Enter a figure: {name}";
    Ranges = "inputs.ranges": "Use ranges";
    WordingOf = "wording.of": "{name}, wording";
    WordingExact = "wording.exact": "exactly";
    WordingBest = "wording.best": "best estimate";
    LowestOf = "lowest.of": "{name}, lowest";
    HighestOf = "highest.of": "{name}, highest";
    Less = "less": "{name}: minus {step}";
    More = "more": "{name}: plus {step}";
    People = "unit.people": "{x} people|o{x} person";
    InputBounds = "input.bounds": "{min} to {max}";
    ChangeFigures = "inputs.change": "Change the figures";
    MoreInputs = "inputs.more": "Reinforcements, stated rate, dates and more";
    SolveFor = "solve.title": "Work out";
    SolveRate = "solve.rate": "the rate";
    SolveDeployed = "solve.deployed": "the force";
    SolveCasualties = "solve.casualties": "the casualties";
    Follows = "solve.follows": "worked out: {x}";
    FollowsNot = "solve.follows_not": "worked out once the other two are given";
    NoneCounted = "input.none_counted": "none counted";
    FirstDay = "input.start": "First day";
    LastDay = "input.as_of": "Figures as of";
    TotalHint = "input.total_hint": "not given: parts are added up";
    TotalCleared = "notice.total_cleared": "The stated total no longer matched the parts and was cleared.";
    FiguresDropped = "notice.figures_dropped": "Some of your figures no longer fit the new data. Undo brings them back.";

    // What is wrong with a typed number.
    EntryEmpty = "entry.empty": "No number entered. “{name}” is still {kept}.";
    EntryNotNumber = "entry.not_number": "Enter a number such as {x}. “{name}” is still {kept}.";
    EntryAmbiguous = "entry.ambiguous": "If you mean {x}, type it that way. “{name}” is still {kept}.";
    EntryNegative = "entry.negative": "The number can’t be below 0. “{name}” is still {kept}.";
    EntryPercent = "entry.percent": "The rate can’t be below 0%. “{name}” is still {kept}.";
    EntryNotWhole = "entry.not_whole": "Enter a whole number. “{name}” is still {kept}.";
    EntryOutside = "entry.outside": "Enter a number from {min} to {max}. “{name}” is still {kept}.";

    // Rates.
    RatesTitle = "rates.title": "Results";
    RateCasualties = "rate.casualties": "Casualties";
    RateCasualtiesSum = "rate.casualties_sum": "Casualties ({counts})";
    RateCasualtyRate = "rate.casualty_rate": "Casualties, share of force";
    RateKilledRate = "rate.killed_rate": "Killed, share of force";
    RateWoundedRate = "rate.wounded_rate": "Wounded, share of force";
    RateMissingRate = "rate.missing_rate": "Missing, share of force";
    RateCapturedRate = "rate.captured_rate": "Captured, share of force";
    RateCasualtyRateFirst = "rate.casualty_rate_first": "Casualties, share of initial force";
    RateIrrecoverable = "rate.irrecoverable": "Killed, missing or captured";
    RateIrrecoverableSum = "rate.irrecoverable_sum": "Killed, missing or captured (given: {counts})";
    RateIrrecoverableRate = "rate.irrecoverable_rate": "Killed, missing or captured, share of force";
    RateKilledShare = "rate.killed_share": "Killed, share of casualties";
    RateWoundedPerKilled = "rate.wounded_per_killed": "Wounded per person killed";
    RateRemaining = "rate.remaining": "Remaining";
    RateOneIn = "rate.one_in": "Deployed per casualty";
    RatePerDay = "rate.per_day": "Casualties per day";
    RatePerDayRate = "rate.per_day_rate": "Casualties per day, share of force";
    RateDaysLeft = "rate.days_left": "Days until none remain at this pace (extrapolation)";
    RateImpliedDeployed = "rate.implied_deployed": "Force implied by the stated rate";
    RateImpliedCasualties = "rate.implied_casualties": "Casualties implied by the stated rate";
    RateImpliedKilled = "rate.implied_killed": "Killed implied by the stated share";
    RatesUnavailable = "rates.unavailable": "What these figures don’t show";

    // Why there is no rate.
    NoCasualties = "no_casualties": "no total, and too few parts to add up";
    NoKilled = "no_killed": "number killed not given";
    NoWounded = "no_wounded": "number wounded not given";
    NoMissing = "no_missing": "neither missing nor captured given";
    NoMissingAlone = "no_missing_alone": "number missing not given";
    NoCaptured = "no_captured": "number captured not given";
    NoDeployed = "no_deployed": "size of the force not given";
    NoReinforcements = "no_reinforcements": "no reinforcements counted";
    NoRate = "no_rate": "no rate stated";
    NoDates = "no_dates": "start or end date not given";
    ZeroDivisor = "zero_divisor": "division by zero";
    NoDaysPass = "no_days_pass": "the end comes before the start";
    MoreThanDeployed = "more_than_deployed": "more than the whole force";
    OnlyWords = "only_words": "given in words only";
    Given = "given": "number killed is given";

    // The comparison.
    ComparisonTitle = "comparison.title": "Sources compared";
    Chart = "comparison.chart": "Chart";
    Table = "comparison.table": "Table";
    Timeline = "comparison.timeline": "Timeline";
    TimelineHint = "timeline.hint": "Lines join comparable figures from the same original source.";
    ChartHint = "chart.hint": "Thin lines: what the wording allows (arrow: no limit; ring: limit not included). Double lines: the source’s own range. Pale bars: upper limits only.";
    ChartScenario = "chart.scenario": "Vertical line: the figures above.";
    Scenario = "scenario": "The figures above";
    TotalOnly = "chart.total_only": "total, no breakdown";
    TotalPartly = "chart.total_partly": "total of some categories, no breakdown";
    ChartCounts = "chart.counts": "total of {counts}";
    CountsUnknown = "chart.counts_unknown": "total; categories not stated";
    ChartBorrowed = "chart.borrowed": "size of the force from {name}";
    ShowSuperseded = "chart.superseded": "Show figures later replaced or withdrawn";
    ScaleTitle = "chart.scale": "Scale";
    ScalePeople = "chart.scale_people": "People";
    ScaleRates = "chart.scale_rates": "% of the force";
    OrderTitle = "order.title": "Order";
    OrderListed = "order.listed": "as listed";
    OrderDate = "order.date": "by date";
    OrderSource = "order.source": "by source";
    OrderSize = "order.size": "by size";
    NoTotal = "chart.no_total": "no total";
    GroupOf = "group.of": "{counts} combined";
    SourceColumn = "table.source": "Source";
    AsOfColumn = "table.as_of": "As of";
    AsOf = "source.as_of": "as of {date}";
    Published = "source.published": "published {date}";
    DifferenceColumn = "table.difference": "Figures above vs source";
    DifferenceMore = "difference.more": "{x} more";
    DifferenceFewer = "difference.fewer": "{x} fewer";
    DifferenceUpwards = "difference.upwards": "from {x}, no upper limit";
    DifferenceSame = "difference.same": "same number";
    Together = "together": "combined";
    Borrowed = "borrowed": "taken from {name}";
    RateStated = "rate.stated": "stated: {x}";
    RateStatedOf = "rate.stated_of": "{name}, stated: {x}";
    WorkedOut = "rate.worked_out": "worked out: {x}";
    BasisPage = "basis.page": "from the report itself";
    BasisCopy = "basis.copy": "from another outlet’s account of the report";
    BasisSecondHand = "basis.second_hand": "from a mention; report not seen";
    PartyToWar = "source.party": "{name} is a party to the war";
    PeriodOf = "period": "for {from} to {to} only, not a running total";
    PeriodOfOne = "period.one": "for {date} only, not a running total";
    Replaced = "claim.replaced": "replaced by a later figure";
    Withdrawn = "claim.withdrawn": "withdrawn by the source";
    DisputedBy = "claim.disputed": "disputed by {names}";
    UpdatedOn = "sources.updated": "Figures last changed: {date}.";

    // Several forces.
    ForcesChoice = "forces.choice": "Whose losses?";
    ForcePartOf = "forces.part_of": "{name} (part of {whole})";
    ForcesTitle = "forces.title": "Side by side";
    ForcesHint = "forces.hint": "Each column uses the figures set above for that force. Nothing else here compares forces.";
    ForcesRatio = "forces.ratio": "{of}: {a} ÷ {b} = {x}";

    // What those who speak are.
    KindOfficial = "kind.official": "official";
    KindUnnamedOfficial = "kind.unnamed_official": "unnamed official";
    KindIntelligence = "kind.intelligence": "intelligence service";
    KindMilitary = "kind.military": "armed forces";
    KindPolitician = "kind.politician": "politician";
    KindMedia = "kind.media": "news outlet";
    KindResearch = "kind.research": "research body";

    // The picture of the force.
    ForceMark = "force.mark": "Each mark: {x}";
    ForceCasualties = "force.casualties": "Casualties the wording allows";
    ForceDeployed = "force.deployed": "Force the wording allows";
    ForceOthers = "force.others": "No breakdown (total: {x})";
    ForceRest = "force.rest": "The rest: losses not given";
    ForceBeyond = "force.beyond": "More than the whole force";
    ForceLess = "force.less": "less than half a mark";
    ForceNone = "force.none": "No picture without the size of the force.";
    InAll = "force.in_all": "in all";
    ForceShown = "force.shown": "Picture of a force of {deployed}, each mark for {x}. Casualties: {parts}. Remaining: {remaining}.";

    // The checks: what is found, and the numbers that show it.
    ChecksTitle = "checks.title": "Do the numbers add up?";
    ChecksHint = "checks.hint": "These checks are arithmetic only. Rounding may explain what they find.";
    ChecksNone = "checks.none": "The checks found nothing to flag.";
    SourcesCounted = "checks.sources": "{x} sources|o{x} source";
    SeverityWarning = "severity.warning": "Inconsistent";
    RateMismatch = "check.rate_mismatch": "The stated rate doesn’t match the other figures";
    RateMismatchShown = "check.rate_mismatch.shown": "{name}: {formula} = {worked_out}. Stated: {stated}.";
    PartsExceedTotal = "check.parts_exceed_total": "The parts add up to more than the total";
    PartsAndTotal = "check.parts_and_total": "Parts: {parts}. Total: {casualties}.";
    MoreThanForce = "check.more_than_deployed": "More casualties than people deployed";
    MoreThanForceShown = "check.more_than_deployed.shown": "{name}: {casualties}. Force: {deployed}.";
    PartExceedsWhole = "check.part_exceeds_whole": "A part of a force has more than the whole";
    PartExceedsWholeShown = "check.part_exceeds_whole.shown": "Part: {part}. Whole: {whole}.";
    NotOver = "check.not_over": "The parts fall short of a total given as “over”";
    WordsContradict = "check.words_contradict": "The source’s words don’t match the figure";
    WordsContradictShown = "check.words_contradict.shown": "In words: {name}.";
    PartsLeaveNothing = "check.parts_leave_nothing": "The parts already add up to the whole total";
    PartsLeaveNothingShown = "check.parts_leave_nothing.shown": "{casualties} − {parts} = {left} for the other categories.";
    RateHidesDenominator = "check.rate_hides_denominator": "A rate without the size of the force";
    RateHidesDenominatorShown = "check.rate_hides_denominator.shown": "{losses} ÷ {stated} = {implied_deployed}, a size of the force that the source does not give.";
    DifferentCoverage = "check.different_coverage": "Totals that are not like for like";
    DifferentCoverageShown = "check.different_coverage.shown": "They count different categories.";
    DifferentDates = "check.different_dates": "Figures for different dates";
    DifferentDatesShown = "check.different_dates.shown": "{name}: up to {days} days apart. A later, higher total does not contradict an earlier one.|o{name}: up to {days} day apart. A later, higher total does not contradict an earlier one.";
    TotalFell = "check.total_fell": "A later figure is lower";
    TotalFellShown = "check.total_fell.shown": "{name}: up to {days} days apart. Either a correction or a contradiction.|o{name}: up to {days} day apart. Either a correction or a contradiction.";
    StaleDenominator = "check.stale_denominator": "Size of the force from before reinforcements";
    StaleDenominatorShown = "check.stale_denominator.shown": "{reinforcements} were added between the dates of the force and casualty figures.";
    OutlyingRatio = "check.outlying_ratio": "Ratio of wounded to killed out of line with the other sources";
    OutlyingRatioShown = "check.outlying_ratio.shown": "Here: {wounded_per_killed}. Median of all: {median}.";
    SameOriginator = "check.same_originator": "Several reports, one original source";
    SameOriginatorShown = "check.same_originator.shown": "{name}: updates or repeats, not independent confirmation.";
    SameFigure = "check.same_figure": "The very same figure from different sources";
    SameFigureShown = "check.same_figure.shown": "{figure}: one source may be repeating the other, so this is no confirmation.";
    TotalAsKilled = "check.total_as_killed": "Number killed equals an earlier casualty total";
    TotalAsKilledShown = "check.total_as_killed.shown": "{name} earlier gave {casualties} as total casualties.";
    DatesDisagree = "check.dates_disagree": "Dates that can’t be right";
    DatesDisagreeShown = "check.dates_disagree.shown": "Figures for a time after publication, or before the start.";
    SameClaimTwice = "check.same_claim_twice": "The same report listed twice";
    SameClaimTwiceShown = "check.same_claim_twice.shown": "Same original source, dates and figures.";
    NamesNearlyAlike = "check.names_nearly_alike": "Names that are nearly alike";
    NamesNearlyAlikeShown = "check.names_nearly_alike.shown": "{name}: one may be a typing error that makes one source look like two.";

    // Whether the sources can all be right.
    PairsTitle = "pairs.title": "Do the sources agree?";
    PairsAgree = "pairs.agree": "agrees with";
    PairsApart = "pairs.apart": "differs from";
    PairsCoverage = "pairs.coverage": "counts other categories than";
    PairsDates = "pairs.dates": "over two weeks from";
    PairsGap = "pairs.gap": "by {x}";
    PairsPoints = "pairs.points": "by {x} points";
    PairsForce = "pairs.force": "same size of force";
    PairsUnsure = "pairs.unsure": "categories not stated";
    PairsHint = "pairs.hint": "Marks for the other sources, in the same order: = agrees, ≠ differs, × not like for like. A later, higher total does not contradict an earlier one.";

    Flagged = "table.flagged": "see the checks below";

    // The simulation.
    SpreadTitle = "spread.title": "Simulation";
    SpreadUniform = "spread.uniform": "even";
    SpreadTriangular = "spread.triangular": "peaked";
    SpreadShown = "spread.shown": "{name}: {x} in 19 of 20 of our {draws} random draws. Assumed: {how}, each figure independent. No source says so.";
    SpreadEvenly = "spread.evenly": "every number the wording allows is equally likely";
    SpreadPeaked = "spread.peaked": "the reported numbers are likeliest";
    SpreadOpen = "spread.open": "No simulation: {name} has no upper limit. Enter a range.";
    SpreadNone = "spread.none": "There is nothing to simulate.";

    PartWaiting = "part.waiting": "Loading…";
    PartFailed = "part.failed": "This part could not be loaded.";
    TryAgain = "part.try_again": "Try again";

    // Sharing and downloads.
    ShareTitle = "share.title": "Share and download";
    ShareLink = "share.link": "Link to these figures";
    ShareSentence = "share.sentence": "The sentence with its source";
    ShareCitation = "share.citation": "Citation";
    ShareFrame = "share.frame": "Embed code (frame)";
    ShareElement = "share.element": "Embed code (script)";
    Copy = "share.copy": "Copy";
    CopyOf = "share.copy_of": "Copy: {name}";
    Copied = "share.copied": "Copied.";
    CopySelected = "share.selected": "Selected. Copy it by keyboard or menu.";
    SaveTitle = "share.save": "Download";
    SaveFigures = "share.figures": "Figures";
    SaveChart = "share.chart": "Chart";
    SaveFailed = "share.failed": "The image could not be made.";
    SaveFramed = "share.framed": "If nothing is saved, this page may block downloads.";
    OwnTab = "share.own_tab": "Open the calculator in a new tab";
    Cited = "share.cited": "“{title}”, Casualty Calculator. {link}, accessed {date}.";
    PublishedUpTo = "image.published": "Figures published up to {date}.";
    ImageMore = "image.more": "Sources not shown here: {x}.";

    // For those who listen.
    Announced = "announced": "{rate} of the force.";
    NameValue = "name_value": "{name}: {x}";

    ShowAs = "comparison.show_as": "Show as";

    // The chart in words.
    ChartTitle = "chart.title": "Casualties by category";
    ChartRun = "chart.run": "The sources’ totals range from {low} to {high}; what they count may differ.";
    ChartOwn = "chart.own": "The figures above come to {own}.";

    // The rest of the page.
    NotesTitle = "notes.title": "Also reported";
    SourcesTitle = "sources.title": "Sources";
    MethodTitle = "method.title": "How the numbers are worked out";
    MethodRule = "method.rule": "What the wording allows is our rule, not the sources’. A plain number means exactly that. “About” and “nearly” reach half the place value of the last digit that is not zero, and at most a tenth of the number: about 4,000 is 3,600 to 4,400. “Over” has no upper limit and leaves out the number itself, “at least” includes it, “up to” and “under” start at 0, and “nearly” and “under” stay below their number. A fraction such as 1/3 reaches a tenth of it. A range that the source gives itself is the source’s own.";
    MethodRates = "method.rates": "Rates are shares of the whole force deployed. Their range runs from the lowest to the highest value that all the figures together allow. Nothing is averaged, and a figure nobody gave is unknown, not zero.";
    MethodCasualties = "method.casualties": "A casualty is a person lost to the unit: killed, wounded, missing or captured. Without a stated total, the categories given are added up, if killed is among them.";

    // Languages.
    LanguageTitle = "language.title": "Language";
    Direction = "language.direction": "ltr";
    FigureOf = "figure.of": "{x} {counts}";
    ListComma = "list.comma": ", ";
    ChainThen = "chain.then": " → ";

    // Trouble.
    DataNotFound = "error.data_not_found": "The figures could not be loaded from {address}: {reason}.";
    SourceRefused = "error.src_refused": "This page does not show figures from {address}.";
    DataWrong = "error.data_wrong": "The figures at {address} can’t be used: {reason}";
    DataSetWrong = "error.data_set_wrong": "The figures set by the page can’t be used: {reason}";
    ScenarioWrong = "error.scenario_wrong": "The requested figures could not be read, so the published ones are shown. {reason}";
    ScenarioSetWrong = "error.scenario_set_wrong": "The scenario set by the page could not be read, so nothing changed. {reason}";
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
            Check::PartExceedsWhole => (Self::PartExceedsWhole, Self::PartExceedsWholeShown),
            Check::WordsContradict => (Self::WordsContradict, Self::WordsContradictShown),
            Check::TotalFell => (Self::TotalFell, Self::TotalFellShown),
            Check::SameFigure => (Self::SameFigure, Self::SameFigureShown),
            Check::DatesDisagree => (Self::DatesDisagree, Self::DatesDisagreeShown),
            Check::SameClaimTwice => (Self::SameClaimTwice, Self::SameClaimTwiceShown),
            Check::NamesNearlyAlike => (Self::NamesNearlyAlike, Self::NamesNearlyAlikeShown),
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
    pub fn from_name(name: &str) -> Option<Self> {
        let index = NAMES.split('\n').position(|other| other == name)?;
        Self::ALL.get(index).copied()
    }
}
