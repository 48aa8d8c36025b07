//! The answer in one sentence, whose figures it uses, and both as they are quoted.

use super::attribution::chain;
use super::locale::{Locale, Piece};
use super::message::Message;
use super::wording::Words;
use crate::domain::{Category, Force, Hedge, Quantity, RateName, Scenario, SolveFor, Unavailable, Unit};
use crate::state::{Derived, ScenarioOrigin};
use crate::text::append;

/// The sentence that answers the question.
pub struct Sentence<'a> {
    /// Its pieces, those that were filled in told apart.
    pub pieces: Vec<Piece<'a>>,
    /// The range that the wording allows for what it says, where that is more than the number.
    pub range: Option<String>,
}

/// The sentence for a scenario: what is solved for, else the rate, else as much as the figures allow.
pub fn sentence<'a>(scenario: &Scenario, derived: &Derived, locale: &'a Locale) -> Sentence<'a> {
    let words = Words(locale);
    let rates = &derived.rates;
    let figure = |quantity| scenario.figure(quantity).map(|figure| words.figure(figure, Unit::People));
    let implied =
        || rates.get(RateName::ImpliedDeployed).ok().map(|rate| words.rate(RateName::ImpliedDeployed, &rate).value);
    let typed = figure(Quantity::Deployed).filter(|_| scenario.solve_for != SolveFor::Deployed);
    let deployed = typed.or_else(implied).unwrap_or_default();
    let deployed = match figure(Quantity::Reinforcements) {
        Some(added) if !deployed.is_empty() && scenario.solve_for != SolveFor::Deployed => {
            [&*deployed, " + ", &added].concat()
        }
        _ => deployed,
    };
    let worded = |name| rates.get(name).map(|rate| words.rate(name, &rate));
    let casualties = rates.get(RateName::Casualties).ok().map(|rate| {
        let counts =
            rate.counts.map_or_else(|| locale.text(Message::Total).to_owned(), |counts| locale.coverage(counts));
        // A best estimate keeps its range beside it.
        let typed = scenario.figure(Quantity::Casualties).filter(|_| scenario.solve_for != SolveFor::Casualties);
        let best = typed.filter(|figure| figure.hedge() == Hedge::Best).map(|best| words.figure(best, Unit::People));
        (best.unwrap_or_else(|| words.rate(RateName::Casualties, &rate).value), counts)
    });
    let (casualties, counts) = casualties.unwrap_or_default();
    let with_range = |message, rate: &str, killed: &str, range| {
        let blanks = [
            ("deployed", deployed.as_str()),
            ("casualties", &casualties),
            ("counts", &counts),
            ("rate", rate),
            ("killed", killed),
        ];
        Sentence { pieces: locale.pieces(message, &blanks), range }
    };
    let without_range = |message| with_range(message, "", "", None);
    let solved = match scenario.solve_for {
        SolveFor::Rate => Message::AnswerRate,
        SolveFor::Deployed => Message::AnswerDeployed,
        SolveFor::Casualties => Message::AnswerCasualties,
    };
    match worded(RateName::CasualtyRate) {
        Ok(rate) if solved != Message::AnswerRate && !deployed.is_empty() => {
            let name = if solved == Message::AnswerDeployed { RateName::ImpliedDeployed } else { RateName::Casualties };
            with_range(solved, &rate.value, "", worded(name).ok().and_then(|rate| rate.allows))
        }
        _ if solved != Message::AnswerRate => without_range(Message::AnswerOpen),
        Ok(rate) => with_range(Message::AnswerRate, &rate.value, "", rate.allows),
        Err(Unavailable::MoreThanDeployed) => without_range(Message::AnswerTooMany),
        Err(Unavailable::NoDeployed) => without_range(Message::AnswerNoForce),
        Err(_) => match (worded(RateName::KilledRate), figure(Quantity::Category(Category::Killed))) {
            (Ok(rate), Some(killed)) => with_range(Message::AnswerKilled, &rate.value, &killed, rate.allows),
            (Err(Unavailable::NoDeployed), Some(killed)) => with_range(Message::AnswerKilledOnly, "", &killed, None),
            _ => without_range(Message::AnswerNone),
        },
    }
}

/// Whose figures a scenario holds, and whose force it measures them against.
pub fn whose_figures(scenario: &Scenario, force: &Force, locale: &Locale) -> String {
    let origin = ScenarioOrigin::new(scenario, force);
    let mut text = match origin.claim {
        Some(claim) => locale.fill(Message::AnswerClaim, &[("chain", &chain(claim, locale))]),
        // What the dataset itself puts together from several sources is not the reader's.
        None if *scenario == force.scenario => String::new(),
        None => locale.text(Message::AnswerYours).to_owned(),
    };
    match origin.deployed {
        // One claim for both needs saying once.
        Some(_) if origin.claim.is_some() && !origin.borrows_deployed() => {}
        Some(lender) => {
            let borrowed = origin.borrows_deployed();
            let message = if borrowed { Message::AnswerForceBorrowed } else { Message::AnswerForceOf };
            append(&mut text, " ", &locale.fill(message, &[("chain", &chain(lender, locale))]));
        }
        None if scenario.figure(Quantity::Deployed).is_some() && origin.claim.is_some() => {
            append(&mut text, " ", locale.text(Message::AnswerForceYours));
        }
        None => {}
    }
    text
}

/// The answer as it is quoted.
pub struct Quotation {
    /// The sentence.
    pub sentence: String,
    /// What belongs to it: the range that the wording allows, and whose figures it uses.
    pub basis: String,
}

/// The answer to a scenario, to be quoted.
pub fn quotation(scenario: &Scenario, derived: &Derived, force: &Force, locale: &Locale) -> Quotation {
    let Sentence { pieces, range } = sentence(scenario, derived, locale);
    let mut basis = String::new();
    if let Some(range) = range {
        basis = [Words(locale).allows(derived.inputs.doubt()), " ", &range, "."].concat();
    }
    append(&mut basis, " ", &whose_figures(scenario, force, locale));
    Quotation { sentence: pieces.iter().map(Piece::text).collect(), basis }
}
