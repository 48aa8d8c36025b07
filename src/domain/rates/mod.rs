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
use term::Term;

/// A value, or why there is none.
type Result<T = Term> = std::result::Result<T, Unavailable>;

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
pub struct Rates([Result<Rate>; RateName::ALL.len()]);

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
    pub fn get(&self, name: RateName) -> Result<Rate> {
        self.0[name as usize]
    }

    /// Every rate by name.
    pub fn iter(&self) -> impl Iterator<Item = (RateName, Result<Rate>)> {
        RateName::ALL.into_iter().zip(self.0)
    }
}

/// What differs with the choice of what is solved for. Per cents are not capped yet, differences not floored.
trait Formulas {
    /// T.
    fn casualties(&self) -> Result;
    /// The categories in T, where it is a sum.
    fn counts(&self) -> Option<Coverage>;
    /// A category as the total allows it.
    fn category(&self, category: Category) -> Option<Term>;
    /// T ÷ F, in per cent.
    fn casualty_rate(&self) -> Result;
    /// The given ones of these categories ÷ F, in per cent. At least one of them is given.
    fn part_rate(&self, parts: Coverage) -> Result;
    /// The given ones of these categories ÷ T, in per cent. At least one of them is given.
    fn part_share(&self, parts: Coverage) -> Result;
    /// T ÷ D, in per cent.
    fn casualty_rate_first(&self) -> Result;
    /// F − T.
    fn remaining(&self) -> Result;
    /// (F − T) ÷ T.
    fn remaining_per_casualty(&self) -> Result;
    /// F ÷ T.
    fn one_in(&self) -> Result;
    /// T ÷ P.
    fn implied_deployed(&self) -> Result;
    /// P × F.
    fn implied_casualties(&self) -> Result;
}

fn rate(name: RateName, given: &Given, formulas: &dyn Formulas) -> Result<Rate> {
    let mut counts = None;
    let term = match name {
        RateName::Casualties => {
            counts = formulas.counts();
            formulas.casualties()?
        }
        RateName::CasualtyRate => per_cent(formulas.casualty_rate()?)?,
        RateName::KilledRate => per_cent(formulas.part_rate(Category::Killed.into())?)?,
        RateName::WoundedRate => per_cent(formulas.part_rate(Category::Wounded.into())?)?,
        RateName::MissingRate => per_cent(formulas.part_rate(Category::Missing.into())?)?,
        RateName::CapturedRate => per_cent(formulas.part_rate(Category::Captured.into())?)?,
        RateName::CasualtyRateFirst => per_cent(formulas.casualty_rate_first()?)?,
        RateName::Irrecoverable => {
            let parts = irrecoverable(formulas)?;
            counts = Some(parts);
            sum(parts.iter().filter_map(|category| formulas.category(category)))
        }
        RateName::IrrecoverableRate => {
            let parts = irrecoverable(formulas)?;
            counts = Some(parts);
            per_cent(formulas.part_rate(parts)?)?
        }
        RateName::KilledShare => {
            let killed = Category::Killed;
            formulas.category(killed).ok_or(Unavailable::No(killed))?;
            per_cent(formulas.part_share(killed.into())?)?
        }
        RateName::WoundedPerKilled => {
            let of = |category| formulas.category(category).ok_or(Unavailable::No(category));
            let (wounded, killed) = (of(Category::Wounded)?, of(Category::Killed)?);
            wounded.over(killed)?
        }
        RateName::Remaining => at_least(0.0, formulas.remaining()?)?,
        RateName::OneIn => at_least(1.0, formulas.one_in()?)?,
        RateName::PerDay => {
            let casualties = formulas.casualties()?;
            casualties.over(given.days?)?
        }
        RateName::PerDayRate => {
            let rate = formulas.casualty_rate();
            // A missing date is named before a division that fails.
            if !matches!(rate, Err(Unavailable::ZeroDivisor)) {
                rate?;
            }
            let days = given.days?;
            per_cent(rate?)?.over(days)?
        }
        RateName::DaysLeft => {
            let left = formulas.remaining_per_casualty();
            if !matches!(left, Err(Unavailable::ZeroDivisor)) {
                left?;
            }
            let days = given.days?;
            if days.bounds.is_zero() {
                return Err(Unavailable::ZeroDivisor);
            }
            at_least(0.0, left?)?.times(days)
        }
        RateName::ImpliedDeployed => formulas.implied_deployed()?,
        RateName::ImpliedCasualties => formulas.implied_casualties()?,
    };
    Ok(Rate { bounds: term.bounds, printed: term.printed, counts })
}

/// Killed and the given ones of missing and captured, of which one is needed.
fn irrecoverable(formulas: &dyn Formulas) -> Result<Coverage> {
    let given = |category: &Category| formulas.category(*category).is_some();
    if !given(&Category::Killed) {
        return Err(Unavailable::No(Category::Killed));
    }
    let lost: Coverage = [Category::Missing, Category::Captured].into_iter().filter(given).collect();
    if lost.is_empty() {
        return Err(Unavailable::No(Category::Missing));
    }
    Ok(lost.union(Category::Killed.into()))
}

fn per_cent(term: Term) -> Result {
    Ok(Term { bounds: term.bounds.capped(100.0).ok_or(Unavailable::MoreThanDeployed)?, ..term })
}

fn at_least(floor: f64, term: Term) -> Result {
    Ok(Term { bounds: term.bounds.floored(floor).ok_or(Unavailable::MoreThanDeployed)?, ..term })
}

fn sum(terms: impl Iterator<Item = Term>) -> Term {
    terms.fold(Term::exactly(0.0), Term::plus)
}
