//! Every rate of a scenario or a claim, with the tightest bounds that the inputs' bounds allow.
//!
//! The inputs vary independently, save that no category inside a stated total is larger than it. Each formula is written
//! so that every input stands in it once; then it rises or falls with each input alone, and its bounds are at corners.
//! What `solve_for` makes follow from the rest changes the formulas, not only a number in them: each choice has a file.

mod given;
mod solved_casualties;
mod solved_deployed;
mod solved_rate;
mod term;
mod total;

use super::amount::Amount;
use super::category::{Category, Coverage};

use super::claim::{Claim, Deployment};
use super::date::{Date, days_between};
use super::figure::Figure;
use super::quantity::Quantity;
use super::rate::{Rate, RateName, Unavailable};
use super::scenario::{Scenario, SolveFor};
use given::Given;
use solved_casualties::SolvedCasualties;
use solved_deployed::SolvedDeployed;
use solved_rate::SolvedRate;
pub(super) use term::Term;
use term::sum;

/// The figures that rates are computed from: a reader's or a claim's.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    figures: [Option<Figure>; 8],
    groups: Vec<(Coverage, Figure)>,
    covers: Coverage,
    days: Option<i32>,
    solve_for: SolveFor,
}

impl Inputs {
    /// A reader's inputs. Rates per day run from the scenario's own start, else the deployment's.
    pub fn of_scenario(scenario: &Scenario, deployment: &Deployment) -> Self {
        Self {
            figures: Quantity::ALL.map(|quantity| scenario.figure(quantity)),
            groups: Vec::new(),
            covers: Coverage::ALL,
            days: days(scenario.start.or(deployment.start), scenario.as_of),
            solve_for: scenario.solve_for,
        }
    }

    /// A claim's figures, over its own force or the one it borrows. A claim for a part of the time has no pace.
    pub fn of_claim(claim: &Claim, deployment: &Deployment, claims: &[Claim]) -> Self {
        let mut figures = Quantity::ALL.map(|quantity| claim.figure(quantity));
        figures[Quantity::Deployed.index()] = deployment.force(claim, claims).map(|force| force.deployed.figure);
        let until = if claim.period.is_some() { None } else { claim.as_of.or(claim.published) };
        Self {
            figures,
            groups: claim.groups.iter().map(|group| (group.covers, group.count.figure)).collect(),
            covers: claim.covers,
            days: days(deployment.start, until),
            solve_for: SolveFor::Rate,
        }
    }

    /// Which quantity follows from the others.
    pub fn solve_for(&self) -> SolveFor {
        self.solve_for
    }

    /// The figures for several categories at once, with what each counts.
    pub fn groups(&self) -> &[(Coverage, Figure)] {
        &self.groups
    }

    /// What a stated total counts.
    pub(super) fn covers(&self) -> Coverage {
        self.covers
    }

    /// The figure given for a quantity; for a claim's force, perhaps a borrowed one.
    pub fn figure(&self, quantity: Quantity) -> Option<Figure> {
        self.figures[quantity.index()]
    }
}

fn days(start: Option<Date>, until: Option<Date>) -> Option<i32> {
    Some(days_between(start?, until?))
}

/// Every rate, computed or with the reason why not.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates([Result<Rate, Unavailable>; RateName::ALL.len()]);

impl Rates {
    /// Computes every rate.
    pub fn of(inputs: &Inputs) -> Self {
        let given = Given::of(inputs);
        let formulas: &dyn Formulas = match inputs.solve_for {
            SolveFor::Rate => &SolvedRate::of(&given),
            SolveFor::Deployed => &SolvedDeployed::of(&given),
            SolveFor::Casualties => &SolvedCasualties::of(&given),
        };
        Self(RateName::ALL.map(|name| rate(name, &given, formulas)))
    }

    /// One rate, or why there is none.
    pub fn get(&self, name: RateName) -> Result<Rate, Unavailable> {
        self.0[name as usize]
    }

    /// Every rate by name.
    pub fn iter(&self) -> impl Iterator<Item = (RateName, Result<Rate, Unavailable>)> {
        RateName::ALL.into_iter().zip(self.0)
    }
}

impl Rates {
    /// F: the force with its reinforcements, as given or as solved for.
    pub(super) fn force(&self, inputs: &Inputs) -> Term {
        match inputs.solve_for {
            SolveFor::Deployed => self.get(RateName::ImpliedDeployed).map_or_else(Term::without, Term::from),
            _ => Given::of(inputs).force,
        }
    }

    /// D, as given or as solved for: without the reinforcements.
    pub(super) fn deployed(&self, inputs: &Inputs) -> Term {
        let given = Given::of(inputs);
        match inputs.solve_for {
            SolveFor::Deployed if given.reinforcements.is_given() => {
                self.force(inputs).minus(given.reinforcements).floored(0.0)
            }
            SolveFor::Deployed => self.force(inputs),
            _ => given.deployed,
        }
    }

    /// The values that stand in formulas, by the names that they have there: those that are known.
    pub fn operands(&self, inputs: &Inputs) -> Vec<Amount> {
        let given = Given::of(inputs);
        let mut operands = Vec::new();
        let mut add = |name, term: Term| {
            if term.is_given() {
                operands.push(Amount { name, bounds: term.bounds, printed: term.printed });
            }
        };
        let names = [RateName::Casualties, RateName::Irrecoverable, RateName::Remaining, RateName::PerDay];
        for name in names {
            add(name.name(), self.get(name).map_or_else(Term::without, Term::from));
        }
        for category in Category::ALL {
            add(category.name(), given.categories[category as usize]);
        }
        add("force", self.force(inputs));
        add("deployed", self.deployed(inputs));
        add("rate", given.rate);
        add("days", given.days);
        operands
    }
}

/// What differs with the choice of what is solved for. Per cents are not capped yet, differences not floored.
trait Formulas {
    /// T.
    fn casualties(&self) -> Term;
    /// The categories in T, where it is a sum.
    fn counts(&self) -> Option<Coverage>;
    /// A category as the total allows it.
    fn category(&self, category: Category) -> Term;
    /// T ÷ F, in per cent.
    fn casualty_rate(&self) -> Term;
    /// The given ones of these categories ÷ F, in per cent.
    fn part_rate(&self, parts: Coverage) -> Term;
    /// The given ones of these categories ÷ T, in per cent.
    fn part_share(&self, parts: Coverage) -> Term;
    /// T ÷ D, in per cent.
    fn casualty_rate_first(&self) -> Term;
    /// F − T.
    fn remaining(&self) -> Term;
    /// F ÷ T.
    fn one_in(&self) -> Term;
    /// T ÷ P.
    fn implied_deployed(&self) -> Term;
    /// P × F.
    fn implied_casualties(&self) -> Term;
}

fn rate(name: RateName, given: &Given, formulas: &dyn Formulas) -> Result<Rate, Unavailable> {
    let mut counts = None;
    let term = match name {
        RateName::Casualties => {
            counts = formulas.counts();
            formulas.casualties()
        }
        RateName::CasualtyRate => formulas.casualty_rate().capped(),
        RateName::KilledRate | RateName::WoundedRate | RateName::MissingRate | RateName::CapturedRate => {
            let part = Coverage::ALL.filtered(|category| RateName::of(category) == name);
            formulas.part_rate(part).capped()
        }
        RateName::CasualtyRateFirst => formulas.casualty_rate_first().capped(),
        RateName::Irrecoverable | RateName::IrrecoverableRate => {
            let parts = irrecoverable(formulas)?;
            counts = Some(parts);
            if name == RateName::IrrecoverableRate {
                formulas.part_rate(parts).capped()
            } else {
                let mut lost = Vec::new();
                for category in parts.iter() {
                    lost.push(formulas.category(category));
                }
                sum(&lost)
            }
        }
        RateName::KilledShare => formulas.part_share(Category::Killed.into()).capped(),
        RateName::WoundedPerKilled => formulas.category(Category::Wounded).over(formulas.category(Category::Killed)),
        RateName::Remaining => formulas.remaining().floored(0.0),
        RateName::OneIn => formulas.one_in().floored(1.0),
        RateName::PerDay => formulas.casualties().over(given.days),
        RateName::PerDayRate => formulas.casualty_rate().capped().over(given.days),
        // (F − T) ÷ (T ÷ N), written N × (F ÷ T − 1), which has T once. In no days, nothing a day.
        RateName::DaysLeft => {
            let left = formulas.one_in().minus(Term::exactly(1.0)).floored(0.0).times(given.days);
            let some_days = !given.days.bounds.is_zero() || !given.days.is_given();
            left.bounded(some_days.then_some(left.bounds), Unavailable::ZeroDivisor)
        }
        RateName::ImpliedDeployed => formulas.implied_deployed(),
        RateName::ImpliedCasualties => formulas.implied_casualties(),
    };
    term.reason.map_or(Ok(Rate { bounds: term.bounds, printed: term.printed, counts }), Err)
}

/// Killed and the given ones of missing and captured, of which one is needed.
fn irrecoverable(formulas: &dyn Formulas) -> Result<Coverage, Unavailable> {
    let lost = Coverage::ALL.without(Category::Wounded.into());
    let lost = lost.filtered(|category| formulas.category(category).is_given());
    match (lost.has(Category::Killed), lost.len()) {
        (false, _) => Err(Unavailable::No(Category::Killed)),
        (true, 1) => Err(Unavailable::No(Category::Missing)),
        (true, _) => Ok(lost),
    }
}
