//! The texts of the interface in English, each under its name. `{…}` stands for what is filled in.

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

            /// The text in English.
            pub fn english(self) -> &'static str {
                piece(ENGLISH, self)
            }
        }

        // One text each and no table of addresses: that compresses better.
        const NAMES: &str = concat!($($key, "\n",)+);
        const ENGLISH: &str = concat!($($english, "\n",)+);
    };
}

fn piece(texts: &'static str, message: Message) -> &'static str {
    texts.split('\n').nth(message as usize).unwrap_or_default()
}

messages! {
    // The answer.
    AnswerRate = "answer.rate": "Of {deployed} deployed, {casualties} became casualties ({counts}): {rate} of the force.";
    AnswerKilled = "answer.killed": "Of {deployed} deployed, {killed} were killed: {rate} of the force. The figures given make no total.";
    AnswerNoForce = "answer.no_force": "{casualties} casualties ({counts}). Without the size of the force there is no rate.";
    AnswerTooMany = "answer.too_many": "{casualties} casualties are more than the {deployed} deployed, whatever the wording allows.";
    AnswerNone = "answer.none": "Give the size of the force, the killed and one more category, and a rate follows.";
    AnswerYours = "answer.yours": "Your figures.";
    AnswerClaim = "answer.claim": "Casualty figures: {chain}.";
    AnswerForceBorrowed = "answer.force_borrowed": "Size of the force: borrowed from {chain}.";
    AnswerForceOf = "answer.force_of": "Size of the force: {chain}.";
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
    ResetOf = "reset.of": "Reset {name}";
    MakeUnknown = "make_unknown": "Make unknown";
    MakeUnknownOf = "make_unknown.of": "Make {name} unknown";
    SetValue = "set_value": "Set a value";
    SetValueOf = "set_value.of": "Set a value for {name}";
    Less = "less": "{name}: {step} fewer";
    More = "more": "{name}: {step} more";
    SliderOf = "slider.of": "{name}, slider";
    People = "unit.people": "{x} people";
    InputBounds = "input.bounds": "{min} to {max}";
    TotalHint = "input.total_hint": "not given: the parts are added up";
    TotalCleared = "notice.total_cleared": "The stated total no longer fitted its parts, so it was made unknown.";

    // What is wrong with a typed number.
    EntryEmpty = "entry.empty": "Nothing is typed. {name} stays {kept}.";
    EntryNotNumber = "entry.not_number": "Not a number. {name} stays {kept}.";
    EntryNegative = "entry.negative": "There are no fewer than 0 people. {name} stays {kept}.";
    EntryNotWhole = "entry.not_whole": "People come in whole numbers. {name} stays {kept}.";
    EntryOutside = "entry.outside": "Between {min} and {max}, please. {name} stays {kept}.";

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
    MoreThanDeployed = "more_than_deployed": "more than the whole";

    // The comparison.
    ComparisonTitle = "comparison.title": "Sources compared";
    Chart = "comparison.chart": "Chart";
    Table = "comparison.table": "Table";
    ChartHint = "chart.hint": "Casualties by category, in people. A thin line shows what the wording allows; an arrow, that it sets no top.";
    ChartScenario = "chart.scenario": "The vertical line marks the figures above.";
    Scenario = "scenario": "The figures above";
    TotalOnly = "chart.total_only": "total not divided";
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
    StatedRate = "rate.stated": "stated: {x}";
    WorkedOut = "rate.worked_out": "worked out: {x}";
    BasisCopy = "basis.copy": "another outlet’s account of the report";
    BasisSecondHand = "basis.second_hand": "taken from a mention, not from the report";
    PartyToWar = "source.party": "{name} is a party to the war";
    PeriodOf = "period": "only {from} to {to}, not a running total";

    // The rest of the page.
    NotesTitle = "notes.title": "Also reported";
    SourcesTitle = "sources.title": "Sources";
    MethodTitle = "method.title": "How the numbers are worked out";
    MethodRule = "method.rule": "What the wording allows is our rule, not the sources’. A number as it stands means that number. “About” and “nearly” reach half of the place of the last digit that is not zero, and at most a tenth of the number: about 4,000 is 3,600 to 4,400. “Over” has no top and leaves out the number itself, “at least” includes it, “up to” begins at 0, and “nearly” stays below its number.";
    MethodRates = "method.rates": "A rate divides by the whole force deployed. Its bounds are the lowest and the highest value that all its figures allow together. Nothing is averaged, and a figure that nobody gave counts as unknown, never as zero.";
    MethodCasualties = "method.casualties": "A casualty is a person lost to the unit: killed, wounded, missing or captured. Without a stated total, the categories that are given are added up, if killed is among them.";

    // Trouble.
    DataNotFound = "error.data_not_found": "The figures could not be loaded from {address}: {reason}.";
    DataWrong = "error.data_wrong": "The figures at {address} can’t be used: {reason}";
    DataSetWrong = "error.data_set_wrong": "The figures set by the page can’t be used: {reason}";
    ScenarioWrong = "error.scenario_wrong": "The scenario was not understood, so the published figures stand. {reason}";
    ScenarioSetWrong = "error.scenario_set_wrong": "The scenario set by the page was not understood, so nothing changed. {reason}";
}

impl Message {
    /// The text of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|message| message.name() == name)
    }
}
