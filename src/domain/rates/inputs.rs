//! The figures that rates are computed from: a reader's or a claim's.

use crate::domain::category::Coverage;
use crate::domain::claim::{Claim, Reported};
use crate::domain::date::{Date, days_counted};
use crate::domain::figure::{Figure, Hedge};
use crate::domain::force::Force;
use crate::domain::quantity::Quantity;
use crate::domain::rate::RateName;
use crate::domain::scenario::{Scenario, SolveFor};

/// Whose rule leaves figures open: ours for wordings, or a source that gives a range itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// They are not open.
    Nothing,
    /// What the wording allows.
    Wording,
    /// Ranges that sources give themselves.
    Sources,
    /// Both.
    Both,
}

/// The figures that rates are computed from: a reader's or a claim's.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    figures: [Option<Figure>; 8],
    /// Which quantities are given in words alone.
    in_words: [bool; 8],
    groups: Vec<(Coverage, Figure)>,
    covers: Option<Coverage>,
    killed_share: Option<Figure>,
    killed_rate: Option<Figure>,
    /// Whether one of these two is stated in words alone.
    killed_in_words: bool,
    /// What the groups count that are given in words alone.
    groups_in_words: Coverage,
    days: Option<(i32, i32)>,
    solve_for: SolveFor,
    people_doubt: Doubt,
    doubt: Doubt,
    is_estimate: bool,
}

/// What leaves figures open, gathered figure by figure.
#[derive(Default)]
struct Gathered {
    by_sources: bool,
    by_wording: bool,
    any_best: bool,
    any_end: bool,
}

impl Gathered {
    #[inline(never)]
    fn add(&mut self, figure: Figure, is_own_range: bool) {
        let bounds = figure.bounds();
        if bounds.low != bounds.high {
            self.by_sources |= is_own_range;
            self.by_wording |= !is_own_range;
        }
        self.any_best |= figure.hedge() == Hedge::Best;
        self.any_end |= !matches!(figure.hedge(), Hedge::Exact | Hedge::About | Hedge::Best);
    }

    fn add_reported(&mut self, reported: &Reported) {
        if let Some(figure) = reported.figure {
            self.add(figure, reported.has_own_range());
        }
    }

    fn doubt(&self) -> Doubt {
        match (self.by_sources, self.by_wording) {
            (false, false) => Doubt::Nothing,
            (false, true) => Doubt::Wording,
            (true, false) => Doubt::Sources,
            (true, true) => Doubt::Both,
        }
    }

    fn is_estimate(&self) -> bool {
        self.any_best && !self.any_end
    }
}

impl Inputs {
    /// A reader's inputs. Rates per day are counted from the scenario's own start, else from the force's.
    pub fn from_scenario(scenario: &Scenario, force: &Force) -> Self {
        let mut gathered = Gathered::default();
        let solved = match scenario.solve_for {
            SolveFor::Deployed => Some(Quantity::Deployed),
            SolveFor::Casualties => Some(Quantity::Casualties),
            SolveFor::Rate => None,
        };
        for quantity in Quantity::ALL {
            if let Some(figure) = scenario.figure(quantity).filter(|_| solved != Some(quantity)) {
                // Any other range may be the reader's own, and is what they typed.
                gathered.add(figure, figure.hedge() == Hedge::Best);
            }
        }
        Self {
            figures: Quantity::ALL.map(|quantity| scenario.figure(quantity)),
            in_words: [false; 8],
            groups: Vec::new(),
            covers: Some(Coverage::ALL),
            killed_share: None,
            killed_rate: None,
            killed_in_words: false,
            groups_in_words: Coverage::default(),
            days: days(scenario.start.or(force.start), scenario.as_of),
            solve_for: scenario.solve_for,
            people_doubt: gathered.doubt(),
            doubt: gathered.doubt(),
            is_estimate: gathered.is_estimate(),
        }
    }

    /// A claim's figures, over its own force or the one it borrows. A claim for a part of the time has the pace of that part.
    pub fn from_claim(claim: &Claim, force: &Force) -> Self {
        let mut figures = Quantity::ALL.map(|quantity| claim.figure(quantity));
        let is_in_words = |reported: Option<&Reported>| reported.is_some_and(|reported| reported.figure.is_none());
        let in_words = Quantity::ALL.map(|quantity| is_in_words(claim.reported(quantity)));
        let mut gathered = Gathered::default();
        for quantity in Quantity::ALL {
            if let (Some(reported), false) =
                (claim.reported(quantity), matches!(quantity, Quantity::Deployed | Quantity::Rate))
            {
                gathered.add_reported(reported);
            }
        }
        let mut groups = Vec::new();
        let mut groups_in_words = Coverage::default();
        for group in &claim.groups {
            gathered.add_reported(&group.count);
            match group.count.figure {
                Some(count) => groups.push((group.covers, count)),
                None => groups_in_words = groups_in_words.union(group.covers),
            }
        }
        let people_doubt = gathered.doubt();
        if let Some(denominator) = force.denominator(claim) {
            figures[Quantity::Deployed.index()] = denominator.deployed.figure;
            gathered.add_reported(denominator.deployed);
        }
        let is_estimate = gathered.is_estimate();
        // A stated rate is drawn only where none can be worked out.
        let any_losses = Quantity::REPORTED[1..].iter().any(|quantity| claim.reported(*quantity).is_some());
        if let (Some(rate), false, true) = (claim.stated(RateName::CasualtyRate), any_losses, groups.is_empty()) {
            gathered.add_reported(rate);
        }
        let stated = |name| claim.stated(name).and_then(|stated| stated.figure);
        Self {
            figures,
            in_words,
            groups,
            covers: claim.covers,
            killed_share: stated(RateName::KilledShare),
            killed_rate: stated(RateName::KilledRate),
            killed_in_words: is_in_words(claim.stated(RateName::KilledShare))
                || is_in_words(claim.stated(RateName::KilledRate)),
            groups_in_words,
            days: match claim.period {
                Some(period) => days(Some(period.from.first()), Some(period.to.last())),
                None => days(force.start, claim.day()),
            },
            solve_for: SolveFor::Rate,
            people_doubt,
            doubt: gathered.doubt(),
            is_estimate,
        }
    }

    /// Whose rule leaves the figures open.
    pub fn doubt(&self) -> Doubt {
        self.doubt
    }

    /// Whose rule leaves the numbers of people lost open: of a claim, whatever the force is; of a scenario, as a whole.
    pub fn people_doubt(&self) -> Doubt {
        self.people_doubt
    }

    /// Whether a best estimate is among the figures, and no number that is only an end of what the wording allows.
    pub(super) fn is_estimate(&self) -> bool {
        self.is_estimate
    }

    /// Which quantity follows from the others.
    pub fn solve_for(&self) -> SolveFor {
        self.solve_for
    }

    /// The figures for several categories at once, with what each counts.
    pub fn groups(&self) -> &[(Coverage, Figure)] {
        &self.groups
    }

    /// The figure given for a quantity; for a claim's force, perhaps a borrowed one.
    pub fn figure(&self, quantity: Quantity) -> Option<Figure> {
        self.figures[quantity.index()]
    }

    /// Whether a quantity is given in words alone.
    pub(super) fn is_in_words(&self, quantity: Quantity) -> bool {
        self.in_words[quantity.index()]
    }

    /// What a stated total counts, where that is known.
    pub(in crate::domain) fn covers(&self) -> Option<Coverage> {
        self.covers
    }

    /// What the groups count that are given in words alone.
    pub(super) fn groups_in_words(&self) -> Coverage {
        self.groups_in_words
    }

    /// Whether a share or a rate of killed is stated in words alone.
    pub(super) fn killed_in_words(&self) -> bool {
        self.killed_in_words
    }

    /// The killed as a per cent of the casualties, as stated.
    pub(super) fn killed_share(&self) -> Option<Figure> {
        self.killed_share
    }

    /// The killed as a per cent of the force, as stated.
    pub(super) fn killed_rate(&self) -> Option<Figure> {
        self.killed_rate
    }

    /// The fewest and the most days from the start to the end, both counted; below one where the end comes first.
    pub(super) fn days(&self) -> Option<(i32, i32)> {
        self.days
    }
}

fn days(start: Option<Date>, end: Option<Date>) -> Option<(i32, i32)> {
    Some(days_counted(start?, end?))
}
