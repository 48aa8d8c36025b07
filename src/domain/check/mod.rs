//! Checks: what does not fit in published figures, or what a reader should know before comparing them.
//!
//! A check states arithmetic and accuses nobody. It is judged on what the wording allows, unless its file says that it
//! looks at printed numbers. Each check has a file and a line in the table below; those about one claim also run on the
//! reader's scenario.

mod case;
mod different_coverage;
mod different_dates;
mod more_than_deployed;
mod not_over;
mod outlying_ratio;
mod parts_exceed_total;
mod parts_leave_nothing;
mod rate_hides_denominator;
mod rate_mismatch;
mod same_originator;
mod stale_denominator;
mod total_as_killed;

use std::rc::Rc;

use super::amount::Amount;
use super::claim::{Claim, Deployment};
use super::comparison::Row;
use super::quantity::Quantity;
use super::rates::{Inputs, Rates, Term};
use super::scenario::Scenario;
use case::{Case, Claims, Figures};

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
    /// The claim at this place in the dataset.
    Claim(usize),
    /// The reader's scenario.
    Scenario,
}

impl Subject {
    /// The claim's id, or `scenario`, which no claim is called.
    pub fn id(self, claims: &[Claim]) -> &str {
        match self {
            Self::Claim(index) => &claims[index].id,
            Self::Scenario => "scenario",
        }
    }
}

/// One thing that does not fit, or that a reader should know.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which check found it.
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
    fn of(check: Check, subjects: Vec<Subject>) -> Self {
        let (severity, fields, working) = (Severity::Note, Vec::new(), Vec::new());
        Self { check, severity, subjects, fields, originator: None, working }
    }

    /// Adds a figure that it is about.
    fn concern(&mut self, quantity: Quantity) {
        if !self.fields.contains(&quantity) {
            self.fields.push(quantity);
        }
    }

    /// Adds a number to its working.
    #[inline(never)]
    fn show(&mut self, name: &'static str, value: &Term) {
        self.working.push(Amount { name, bounds: value.bounds, printed: value.printed });
    }
}

/// What a check looks at.
enum Scope {
    /// One claim's figures, or the scenario's, among those of all claims. It completes a finding and says how much that
    /// matters.
    One(fn(&Case, &Claims, &mut Finding) -> Option<Severity>),
    /// All claims together. It makes what findings there are.
    All(fn(&Claims, &mut Vec<Finding>)),
}

macro_rules! checks {
    ($($(#[doc = $doc:literal])+ $name:ident = $module:ident, $scope:ident;)+) => {
        /// The checks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Check { $($(#[doc = $doc])+ $name,)+ }

        impl Check {
            /// Every check, in the order in which findings are listed.
            pub const ALL: [Self; [$(stringify!($module)),+].len()] = [$(Self::$name),+];

            /// The code in results.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => stringify!($module),)+ }
            }

            fn scope(self) -> Scope {
                match self { $(Self::$name => Scope::$scope($module::find),)+ }
            }
        }
    };
}

checks! {
    /// A claim's own rate, total and force have no values that fit.
    RateMismatch = rate_mismatch, One;
    /// The parts are more than the total.
    PartsExceedTotal = parts_exceed_total, One;
    /// The casualties are more than the force.
    MoreThanDeployed = more_than_deployed, One;
    /// A total "over" a number that its parts do not pass.
    NotOver = not_over, One;
    /// The parts are the whole total, which also counts a category that they do not name.
    PartsLeaveNothing = parts_leave_nothing, One;
    /// A rate without the size of the force that it is of.
    RateHidesDenominator = rate_hides_denominator, One;
    /// Totals that count different categories.
    DifferentCoverage = different_coverage, All;
    /// Figures that are apart, and for days that are apart.
    DifferentDates = different_dates, All;
    /// A force as of before the reinforcements that the claim comes after.
    StaleDenominator = stale_denominator, One;
    /// Wounded for each killed, far from what the others say.
    OutlyingRatio = outlying_ratio, All;
    /// Several reports of one originator's figure.
    SameOriginator = same_originator, All;
    /// A number of killed that was a total before.
    TotalAsKilled = total_as_killed, One;
}

/// The findings about a dataset's claims, by check and then in the dataset's order.
pub fn claim_findings(claims: &[Claim], rows: &[Row], deployment: &Deployment) -> Vec<Finding> {
    let claims = Claims::of(claims, rows, deployment);
    let mut findings = Vec::new();
    for check in Check::ALL {
        match check.scope() {
            Scope::One(_) => claims.cases.iter().for_each(|case| run(check, case, &claims, &mut findings)),
            Scope::All(find) => find(&claims, &mut findings),
        }
    }
    findings
}

/// The findings about the reader's scenario, among the claims of a dataset.
pub fn scenario_findings(
    scenario: &Scenario,
    (inputs, rates): (&Inputs, &Rates),
    claims: &[Claim],
    rows: &[Row],
    deployment: &Deployment,
) -> Vec<Finding> {
    let claims = Claims::of(claims, rows, deployment);
    let case = Case { subject: Subject::Scenario, figures: Figures::Scenario(scenario), inputs, rates };
    let mut findings = Vec::new();
    for check in Check::ALL {
        run(check, &case, &claims, &mut findings);
    }
    findings
}

fn run(check: Check, case: &Case, claims: &Claims, findings: &mut Vec<Finding>) {
    if let Scope::One(find) = check.scope() {
        let mut finding = Finding::of(check, vec![case.subject]);
        if let Some(severity) = find(case, claims, &mut finding) {
            findings.push(Finding { severity, ..finding });
        }
    }
}
