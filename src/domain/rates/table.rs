//! The table of rates: the formula of each, and all of them computed.

use super::formulas::Formulas;
use super::input_terms::{InputTerms, sum_of};
use super::inputs::Inputs;
use super::solved_casualties::SolvedCasualties;
use super::solved_deployed::SolvedDeployed;
use super::solved_rate::SolvedRate;
use super::term::Term;
use crate::domain::amount::Amount;
use crate::domain::category::{Category, Coverage};
use crate::domain::rate::{Rate, RateName, Unavailable};
use crate::domain::scenario::SolveFor;

/// Every rate, computed or with the reason why not.
///
/// ```
/// use casualty_calculator::domain::{
///     Deployment, Figure, Hedge, Inputs, Quantity, RateName, Rates, Scenario, Unavailable, Unit,
/// };
///
/// // 4,000 of over 10,000 is under 40%.
/// let people = |hedge, number| Figure::new(Unit::People, hedge, number).ok();
/// let scenario = Scenario::default()
///     .with(Quantity::Deployed, people(Hedge::Over, 10_000.0))
///     .with(Quantity::Casualties, people(Hedge::Exact, 4_000.0));
/// let rates = Rates::new(&Inputs::from_scenario(&scenario, &Deployment::default()));
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
                operands.push(Amount { name, bounds: term.bounds, printed: term.printed });
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
        RateName::KilledShare => formulas.part_share(Category::Killed.into()).capped(),
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
    };
    term.reason.map_or(Ok(Rate { bounds: term.bounds, printed: term.printed, counts }), Err)
}

/// Killed, with those of missing and captured that are given. One of these two is needed.
fn irrecoverable(categories: &[Term; 4]) -> Result<Coverage, Unavailable> {
    let parts = Coverage::ALL.without(Category::Wounded.into());
    let parts = parts.filtered(|category| categories[category as usize].is_available());
    match (parts.has(Category::Killed), parts.len()) {
        (false, _) => Err(Unavailable::No(Category::Killed)),
        (true, 1) => Err(Unavailable::No(Category::Missing)),
        (true, _) => Ok(parts),
    }
}
