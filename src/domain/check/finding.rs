//! What a check finds.

use std::rc::Rc;

use super::code::Check;
use crate::domain::amount::Amount;
use crate::domain::claim::Claim;
use crate::domain::quantity::Quantity;
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
    /// The claim with this index in the dataset.
    Claim(usize),
    /// The reader's scenario.
    Scenario,
}

impl Subject {
    /// The claim's id, or `scenario`, an id that no claim may have.
    pub fn id(self, claims: &[Claim]) -> &str {
        match self {
            Self::Claim(index) => &claims[index].id,
            Self::Scenario => "scenario",
        }
    }
}

/// One thing that does not fit, or that a reader should know.
///
/// ```
/// use casualty_calculator::domain::{
///     Category, Check, Deployment, Figure, Hedge, Inputs, Quantity, Rates, Scenario, Severity, Unit, scenario_findings,
/// };
///
/// let exact = |number| Figure::new(Unit::People, Hedge::Exact, number).ok();
/// let scenario = Scenario::default()
///     .with(Quantity::Category(Category::Killed), exact(1_000.0))
///     .with(Quantity::Category(Category::Wounded), exact(4_000.0))
///     .with(Quantity::Casualties, exact(4_500.0));
/// let deployment = Deployment::default();
/// let inputs = Inputs::from_scenario(&scenario, &deployment);
/// let findings = scenario_findings(&scenario, (&inputs, &Rates::new(&inputs)), &[], &[], &deployment);
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
    /// The originator that it is about, where it is about one.
    pub originator: Option<Rc<str>>,
    /// The numbers that show it.
    pub working: Vec<Amount>,
}

impl Finding {
    /// A note without any figures or numbers yet.
    pub(super) fn new(check: Check, subjects: Vec<Subject>) -> Self {
        let (severity, fields, working) = (Severity::Note, Vec::new(), Vec::new());
        Self { check, severity, subjects, fields, originator: None, working }
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
        self.working.push(Amount { name, bounds: value.bounds, printed: value.printed });
    }
}
