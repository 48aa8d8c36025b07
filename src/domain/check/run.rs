//! Running the checks: which function each of them is, and what they find in the claims and in the scenario.

use super::code::Check;
use super::finding::{Finding, Severity, Subject};
use super::subject_figures::{AllClaims, FigureSource, SubjectFigures};
use super::{
    different_coverage, different_dates, more_than_deployed, not_over, outlying_ratio, parts_exceed_total,
    parts_leave_nothing, rate_hides_denominator, rate_mismatch, same_originator, stale_denominator, total_as_killed,
};
use crate::domain::claim::{Claim, Deployment};
use crate::domain::claim_results::ClaimResults;
use crate::domain::rates::{Inputs, Rates};
use crate::domain::scenario::Scenario;

/// Fills in a finding about one subject's figures and returns how much it matters, or nothing where all is well.
type FindInOne = fn(&SubjectFigures, &AllClaims, &mut Finding) -> Option<Severity>;

/// What a check looks at.
enum Scope {
    /// One claim's figures, or the scenario's, beside those of all claims.
    OneSubject(FindInOne),
    /// All claims together. The function adds its findings, if any.
    AllClaims(fn(&AllClaims, &mut Vec<Finding>)),
}

impl Check {
    fn scope(self) -> Scope {
        use Scope::{AllClaims, OneSubject};
        match self {
            Self::RateMismatch => OneSubject(rate_mismatch::find),
            Self::PartsExceedTotal => OneSubject(parts_exceed_total::find),
            Self::MoreThanDeployed => OneSubject(more_than_deployed::find),
            Self::NotOver => OneSubject(not_over::find),
            Self::PartsLeaveNothing => OneSubject(parts_leave_nothing::find),
            Self::RateHidesDenominator => OneSubject(rate_hides_denominator::find),
            Self::DifferentCoverage => AllClaims(different_coverage::find),
            Self::DifferentDates => AllClaims(different_dates::find),
            Self::StaleDenominator => OneSubject(stale_denominator::find),
            Self::OutlyingRatio => AllClaims(outlying_ratio::find),
            Self::SameOriginator => AllClaims(same_originator::find),
            Self::TotalAsKilled => OneSubject(total_as_killed::find),
        }
    }
}

/// The findings about a dataset's claims, by check and then in the dataset's order.
pub fn claim_findings(claims: &[Claim], results: &[ClaimResults], deployment: &Deployment) -> Vec<Finding> {
    let claims = AllClaims::new(claims, results, deployment);
    let mut findings = Vec::new();
    for check in Check::ALL {
        match check.scope() {
            Scope::OneSubject(find) => {
                for figures in &claims.figures {
                    run(check, find, figures, &claims, &mut findings);
                }
            }
            Scope::AllClaims(find) => find(&claims, &mut findings),
        }
    }
    findings
}

/// The findings about the reader's scenario, beside the claims of a dataset.
pub fn scenario_findings(
    scenario: &Scenario,
    (inputs, rates): (&Inputs, &Rates),
    claims: &[Claim],
    results: &[ClaimResults],
    deployment: &Deployment,
) -> Vec<Finding> {
    let claims = AllClaims::new(claims, results, deployment);
    let source = FigureSource::Scenario(scenario);
    let figures = SubjectFigures { subject: Subject::Scenario, source, inputs, rates };
    let mut findings = Vec::new();
    for check in Check::ALL {
        if let Scope::OneSubject(find) = check.scope() {
            run(check, find, &figures, &claims, &mut findings);
        }
    }
    findings
}

fn run(check: Check, find: FindInOne, figures: &SubjectFigures, claims: &AllClaims, findings: &mut Vec<Finding>) {
    let mut finding = Finding::new(check, vec![figures.subject]);
    if let Some(severity) = find(figures, claims, &mut finding) {
        findings.push(Finding { severity, ..finding });
    }
}
