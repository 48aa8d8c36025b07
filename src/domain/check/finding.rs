//! What a check finds.

use std::rc::Rc;

use super::code::Check;
use crate::domain::amount::Amount;
use crate::domain::force::Force;
use crate::domain::quantity::Quantity;
use crate::domain::rate::{Measure, RateName};
use crate::domain::rates::Term;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Worth knowing before comparing.
    Note,
    /// The figures do not fit.
    Warning,
}

impl Severity {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
        }
    }
}

/// Whose figures a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A claim, by the place of its force in the dataset and its own within the force.
    Claim(usize, usize),
    /// The reader's scenario.
    Scenario,
}

impl Subject {
    /// The claim's id, or `scenario`, an id that no claim may have.
    pub fn id(self, forces: &[Force]) -> &str {
        match self {
            Self::Claim(force, claim) => &forces[force].claims[claim].id,
            Self::Scenario => "scenario",
        }
    }

    /// Its place in the dataset's order of forces and claims, the scenario last.
    pub(super) fn place(self) -> (usize, usize) {
        match self {
            Self::Claim(force, claim) => (force, claim),
            Self::Scenario => (usize::MAX, 0),
        }
    }

    /// Whether it is a claim of the force at this place in the dataset.
    pub fn is_of_force(self, index: usize) -> bool {
        matches!(self, Self::Claim(force, _) if force == index)
    }
}

/// One thing that does not fit, or that a reader should know.
///
/// ```
/// use casualty_calculator::domain::{
///     Category, Check, Figure, Force, Hedge, Inputs, Quantity, Rates, Scenario, Severity, Unit, scenario_findings,
/// };
///
/// let exact = |number| Figure::new(Unit::People, Hedge::Exact, number).ok();
/// let scenario = Scenario::default()
///     .with(Quantity::Category(Category::Killed), exact(1_000.0))
///     .with(Quantity::Category(Category::Wounded), exact(4_000.0))
///     .with(Quantity::Casualties, exact(4_500.0));
/// let forces = [Force::default()];
/// let inputs = Inputs::from_scenario(&scenario, &forces[0]);
/// let findings = scenario_findings(&scenario, (&inputs, &Rates::new(&inputs)), &forces, 0, &[]);
///
/// assert_eq!(findings[0].check, Check::PartsExceedTotal);
/// assert_eq!(findings[0].severity, Severity::Warning);
/// assert_eq!(findings[0].working[0].printed, Some(5_000.0), "the parts add up to more than 4,500");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The check that found it.
    pub check: Check,
    /// How much it matters.
    pub severity: Severity,
    /// Whose figures it is about, in the dataset's order.
    pub subjects: Vec<Subject>,
    /// Which of their figures.
    pub fields: Vec<Quantity>,
    /// The stated rate that it is about, where it is about one.
    pub rate: Option<RateName>,
    /// The names or the words that it is about: an originator's, or two that are nearly alike.
    pub names: Vec<Rc<str>>,
    /// The numbers that show it.
    pub working: Vec<Amount>,
}

impl Finding {
    /// A note without any figures or numbers yet.
    pub(super) fn new(check: Check, subjects: Vec<Subject>) -> Self {
        let (severity, fields, working) = (Severity::Note, Vec::new(), Vec::new());
        Self { check, severity, subjects, fields, rate: None, names: Vec::new(), working }
    }

    /// Whether it is listed with the force at this place: one that concerns several forces is listed with the first of them.
    pub fn is_listed_with(&self, force: usize) -> bool {
        self.subjects.first().is_some_and(|subject| subject.is_of_force(force))
    }

    /// The figure that its words name, where they name one.
    pub fn named_figure(&self) -> Option<Quantity> {
        let names_one = matches!(self.check, Check::MoreThanDeployed | Check::DifferentDates | Check::TotalFell);
        self.fields.last().copied().filter(|_| names_one)
    }

    /// Adds a figure that it is about, once.
    pub(super) fn add_field(&mut self, quantity: Quantity) {
        if !self.fields.contains(&quantity) {
            self.fields.push(quantity);
        }
    }

    /// Adds a number to its working.
    #[inline(never)]
    pub(super) fn add_working(&mut self, name: &'static str, value: &Term) {
        self.working.push(Amount::new(name, value.bounds, value.printed));
    }

    /// Adds a number to its working that is counted in something else than its name tells.
    pub(super) fn add_measured(&mut self, name: &'static str, measure: Measure, value: &Term) {
        self.working.push(Amount { name, measure, bounds: value.bounds, printed: value.printed });
    }
}
