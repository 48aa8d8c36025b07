//! The table of rates: the formula of each, and all of them computed.

use super::formulas::Formulas;
use super::input_terms::{InputTerms, sum_of};
use super::inputs::Inputs;
use super::solved_casualties::SolvedCasualties;
use super::solved_deployed::SolvedDeployed;
use super::solved_rate::SolvedRate;
use super::term::Term;
use crate::domain::amount::Amount;
use crate::domain::bounds::Bounds;
use crate::domain::category::{Category, Coverage};
use crate::domain::rate::{Rate, RateName, Unavailable};
use crate::domain::scenario::SolveFor;

/// Every rate, computed or with the reason why not.
///
/// ```
/// use casualty_calculator::domain::{
///     Figure, Force, Hedge, Inputs, Quantity, RateName, Rates, Scenario, Unavailable, Unit,
/// };
///
/// // 4,000 of over 10,000 is under 40%.
/// let people = |hedge, number| Figure::new(Unit::People, hedge, number).ok();
/// let scenario = Scenario::default()
///     .with(Quantity::Deployed, people(Hedge::Over, 10_000.0))
///     .with(Quantity::Casualties, people(Hedge::Exact, 4_000.0));
/// let rates = Rates::new(&Inputs::from_scenario(&scenario, &Force::default()));
///
/// let bounds = rates.get(RateName::CasualtyRate).expect("both of its inputs are given").bounds;
/// assert_eq!((bounds.top(), bounds.top_is_open()), (Some(40.0), true));
/// assert_eq!(rates.get(RateName::PerDay), Err(Unavailable::NoDates));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Rates([Result<Rate, Unavailable>; RateName::ALL.len()]);

impl Rates {
    /// Computes every rate.
    pub fn new(inputs: &Inputs) -> Self {
        let terms = InputTerms::new(inputs);
        let formulas: &dyn Formulas = match inputs.solve_for() {
            SolveFor::Rate => &SolvedRate::new(&terms),
            SolveFor::Deployed => &SolvedDeployed::new(&terms),
            SolveFor::Casualties => &SolvedCasualties::new(&terms),
        };
        Self(RateName::ALL.map(|name| rate(name, formulas)))
    }

    /// One rate, or why there is none.
    pub fn get(&self, name: RateName) -> Result<Rate, Unavailable> {
        self.0[name as usize]
    }

    /// What the total counts, where there is one and that is known.
    pub(in crate::domain) fn coverage(&self, inputs: &Inputs) -> Option<Coverage> {
        self.get(RateName::Casualties).ok()?.counts.or(inputs.covers())
    }

    /// Every rate by name.
    pub fn iter(&self) -> impl Iterator<Item = (RateName, Result<Rate, Unavailable>)> {
        RateName::ALL.into_iter().zip(self.0)
    }

    /// The values in formulas that are known, by the names that they have there.
    pub fn operands(&self, inputs: &Inputs) -> Vec<Amount> {
        let terms = InputTerms::new(inputs);
        let mut operands = Vec::new();
        let mut add = |name, term: Term| {
            if term.is_available() {
                operands.push(Amount::new(name, term.bounds, term.printed));
            }
        };
        let names = [RateName::Casualties, RateName::Irrecoverable, RateName::Remaining, RateName::PerDay];
        for name in names {
            add(name.name(), self.get(name).map_or_else(Term::unavailable, Term::from));
        }
        for category in Category::ALL {
            add(category.name(), terms.categories[category as usize]);
        }
        add("force", self.force_from(inputs.solve_for(), &terms));
        add("deployed", self.deployed_from(inputs.solve_for(), &terms));
        add("rate", terms.rate);
        add("days", terms.days);
        operands
    }

    /// F: the force with its reinforcements, as given or as solved for.
    pub(in crate::domain) fn force(&self, inputs: &Inputs) -> Term {
        self.force_from(inputs.solve_for(), &InputTerms::new(inputs))
    }

    #[inline(never)]
    fn force_from(&self, solve_for: SolveFor, terms: &InputTerms) -> Term {
        match solve_for {
            SolveFor::Deployed => self.get(RateName::ImpliedDeployed).map_or_else(Term::unavailable, Term::from),
            _ => terms.force,
        }
    }

    /// D, as given or as solved for: without the reinforcements.
    pub(in crate::domain) fn deployed(&self, inputs: &Inputs) -> Term {
        self.deployed_from(inputs.solve_for(), &InputTerms::new(inputs))
    }

    fn deployed_from(&self, solve_for: SolveFor, terms: &InputTerms) -> Term {
        let force = self.force_from(solve_for, terms);
        match solve_for {
            SolveFor::Deployed if terms.reinforcements.is_available() => (force - terms.reinforcements).floored(0.0),
            SolveFor::Deployed => force,
            _ => terms.deployed,
        }
    }
}

fn rate(name: RateName, formulas: &dyn Formulas) -> Result<Rate, Unavailable> {
    let total = formulas.total();
    let days = formulas.inputs().days;
    let mut counts = None;
    let term = match name {
        RateName::Casualties => {
            counts = total.counts;
            total.term
        }
        RateName::CasualtyRate => formulas.casualty_rate().capped(),
        RateName::KilledRate | RateName::WoundedRate | RateName::MissingRate | RateName::CapturedRate => {
            let part = Coverage::ALL.filtered(|category| RateName::from_category(category) == name);
            formulas.part_rate(part).capped()
        }
        RateName::CasualtyRateFirst => formulas.casualty_rate_first().capped(),
        RateName::Irrecoverable | RateName::IrrecoverableRate => {
            let parts = irrecoverable(&total.categories)?;
            counts = Some(parts);
            if name == RateName::IrrecoverableRate {
                formulas.part_rate(parts).capped()
            } else {
                sum_of(&total.categories, parts)
            }
        }
        RateName::KilledShare => {
            let share = formulas.part_share(Category::Killed.into()).capped();
            // Of a sum that leaves the wounded out, the killed are most, whatever happened.
            let is_whole = total.counts.is_none_or(|counts| counts.has(Category::Wounded));
            share.with_bounds(is_whole.then_some(share.bounds), Unavailable::No(Category::Wounded))
        }
        RateName::WoundedPerKilled => {
            total.categories[Category::Wounded as usize] / total.categories[Category::Killed as usize]
        }
        RateName::Remaining => formulas.remaining().floored(0.0),
        RateName::OneIn => formulas.one_in().floored(1.0),
        RateName::PerDay => total.term / days,
        RateName::PerDayRate => formulas.casualty_rate().capped() / days,
        // (F − T) ÷ (T ÷ N), written N × (F ÷ T − 1), which has T once. Over no days there is no pace.
        RateName::DaysLeft => {
            let left = (formulas.one_in() - 1.0).floored(0.0) * days;
            let some_days = !days.bounds.is_zero() || !days.is_available();
            left.with_bounds(some_days.then_some(left.bounds), Unavailable::ZeroDivisor)
        }
        RateName::ImpliedDeployed => formulas.implied_deployed(),
        RateName::ImpliedCasualties => formulas.implied_casualties(),
        RateName::ImpliedKilled if total.categories[Category::Killed as usize].is_available() => {
            Term::unavailable(Unavailable::Given)
        }
        RateName::ImpliedKilled => {
            let [part, whole] = implied_killed(formulas.inputs(), total.term);
            part * whole / 100.0
        }
    };
    let is_estimate = formulas.inputs().is_estimate;
    let mut bounds = term.bounds;
    // What lies between two ends that are one double is lost in rounding; it is not nothing.
    if bounds.low.value == bounds.high.value {
        bounds = Bounds::exactly(bounds.low.value);
    }
    term.reason.map_or(Ok(Rate { bounds, printed: term.printed, counts, is_estimate }), Err)
}

/// The stated part of the killed and what it is a part of: the casualties, else the force.
fn implied_killed(inputs: &InputTerms, casualties: Term) -> [Term; 2] {
    let [by_share, by_rate] = [[inputs.killed_share, casualties], [inputs.killed_rate, inputs.force]];
    let is_known = |[part, whole]: [Term; 2]| part.is_available() && whole.is_available();
    let takes_share = is_known(by_share) || (!is_known(by_rate) && inputs.killed_share.is_available());
    if takes_share { by_share } else { by_rate }
}

/// Killed, with those of missing and captured that are given. One of these two is needed.
fn irrecoverable(categories: &[Term; 4]) -> Result<Coverage, Unavailable> {
    let reason = |category: Category| categories[category as usize].reason;
    let parts = Coverage::ALL.without(Category::Wounded.into()).filtered(|category| reason(category).is_none());
    match (reason(Category::Killed), parts.len()) {
        (Some(reason), _) => Err(reason),
        // Either will do, and is missed under the name of the first.
        (None, 1) if reason(Category::Captured) == Some(Unavailable::OnlyWords) => Err(Unavailable::OnlyWords),
        (None, 1) => Err(reason(Category::Missing).unwrap_or(Unavailable::No(Category::Missing))),
        (None, _) => Ok(parts),
    }
}
