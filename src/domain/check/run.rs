//! Running the checks: which function each of them is, and what they find in the claims and in the scenario.

use super::code::Check;
use super::finding::{Finding, Severity, Subject};
use super::source_words::ReadWords;
use super::subject_figures::{AllClaims, FigureSource, SubjectFigures};
#[cfg(feature = "authoring")]
use super::{dates_disagree, names_nearly_alike, same_claim_twice, words_contradict};
use super::{
    different_coverage, different_dates, more_than_deployed, not_over, outlying_ratio, part_exceeds_whole,
    parts_exceed_total, parts_leave_nothing, rate_hides_denominator, rate_mismatch, same_figure, same_originator,
    stale_denominator, total_as_killed, total_fell,
};
use crate::domain::claim_results::ClaimResults;
use crate::domain::force::Force;
use crate::domain::rates::{Inputs, Rates};
use crate::domain::scenario::Scenario;

/// Fills in a finding about one subject's figures and returns how much it matters, or nothing where all is well.
type FindInOne = fn(&SubjectFigures, &AllClaims, &mut Finding) -> Option<Severity>;

/// Adds what there is to say of one subject's figures.
type FindSeveralInOne = fn(&SubjectFigures, &AllClaims, &mut Vec<Finding>);

/// What a check looks at.
enum Scope {
    /// One claim's figures, or the scenario's, beside those of all claims of the force; at most one finding.
    OneSubject(FindInOne),
    /// The same, with as many findings as there are.
    SeveralOfOneSubject(FindSeveralInOne),
    /// All claims of a force together. The function adds its findings, if any.
    AllClaims(fn(&AllClaims, &mut Vec<Finding>)),
    /// The claims of all forces together.
    AllForces(fn(&[AllClaims], &mut Vec<Finding>)),
    /// Nothing: only whoever writes a dataset can do anything about what it finds.
    #[cfg(not(feature = "authoring"))]
    Nothing,
}

impl Check {
    fn scope(self) -> Scope {
        #[allow(clippy::enum_glob_use, reason = "which there are depends on features")]
        use Scope::*;
        match self {
            Self::RateMismatch => SeveralOfOneSubject(rate_mismatch::find),
            Self::PartsExceedTotal => OneSubject(parts_exceed_total::find),
            Self::MoreThanDeployed => OneSubject(more_than_deployed::find),
            Self::PartExceedsWhole => AllForces(part_exceeds_whole::find),
            Self::NotOver => OneSubject(not_over::find),
            #[cfg(feature = "authoring")]
            Self::WordsContradict => OneSubject(words_contradict::find),
            Self::PartsLeaveNothing => OneSubject(parts_leave_nothing::find),
            Self::RateHidesDenominator => SeveralOfOneSubject(rate_hides_denominator::find),
            Self::DifferentCoverage => AllClaims(different_coverage::find),
            Self::DifferentDates => AllClaims(different_dates::find),
            Self::TotalFell => AllClaims(total_fell::find),
            Self::StaleDenominator => OneSubject(stale_denominator::find),
            Self::OutlyingRatio => AllClaims(outlying_ratio::find),
            Self::SameOriginator => AllClaims(same_originator::find),
            Self::SameFigure => AllClaims(same_figure::find),
            Self::TotalAsKilled => OneSubject(total_as_killed::find),
            #[cfg(feature = "authoring")]
            Self::DatesDisagree => OneSubject(dates_disagree::find),
            #[cfg(feature = "authoring")]
            Self::SameClaimTwice => AllClaims(same_claim_twice::find),
            #[cfg(feature = "authoring")]
            Self::NamesNearlyAlike => AllForces(names_nearly_alike::find),
            #[cfg(not(feature = "authoring"))]
            Self::WordsContradict | Self::DatesDisagree | Self::SameClaimTwice | Self::NamesNearlyAlike => Nothing,
        }
    }
}

/// The findings about the claims of all forces, with what follows from each claim: by check, then in the dataset's order.
/// Nothing is checked across forces, save that a part can't exceed its whole, and names.
pub fn claim_findings(forces: &[Force], results: &[Vec<ClaimResults>], read_words: ReadWords) -> Vec<Finding> {
    let of_forces = |superseded| {
        let mut all = Vec::new();
        for (index, results) in results.iter().enumerate() {
            all.push(AllClaims::new(&forces[index], index, results, read_words, superseded));
        }
        all
    };
    let (standing, every) = (of_forces(false), of_forces(true));
    let mut findings = Vec::new();
    for check in Check::ALL {
        let scope = check.scope();
        let of_forces = if check.looks_at_superseded() { &every } else { &standing };
        if let Scope::AllForces(find) = scope {
            find(of_forces, &mut findings);
        }
        for claims in of_forces {
            if let Scope::AllClaims(find) = scope {
                find(claims, &mut findings);
            }
            for figures in &claims.figures {
                run(check, &scope, figures, claims, &mut findings);
            }
        }
    }
    findings
}

/// The findings about the reader's scenario of the force at this place, beside the claims of that force.
pub fn scenario_findings(
    scenario: &Scenario,
    (inputs, rates): (&Inputs, &Rates),
    forces: &[Force],
    index: usize,
    results: &[ClaimResults],
) -> Vec<Finding> {
    let claims = AllClaims::new(&forces[index], index, results, &|_| Vec::new(), false);
    let source = FigureSource::Scenario(scenario);
    let figures = SubjectFigures { subject: Subject::Scenario, source, inputs, rates };
    let mut findings = Vec::new();
    for check in Check::ALL {
        run(check, &check.scope(), &figures, &claims, &mut findings);
    }
    findings
}

/// Runs a check that looks at one subject's figures.
fn run(check: Check, scope: &Scope, figures: &SubjectFigures, claims: &AllClaims, findings: &mut Vec<Finding>) {
    match scope {
        Scope::OneSubject(find) => {
            let mut finding = Finding::new(check, vec![figures.subject]);
            if let Some(severity) = find(figures, claims, &mut finding) {
                findings.push(Finding { severity, ..finding });
            }
        }
        Scope::SeveralOfOneSubject(find) => find(figures, claims, findings),
        _ => {}
    }
}
