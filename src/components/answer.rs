//! The answer in one sentence, and whose figures it uses.

use super::app::View;
use super::background::chain;
use super::element::{El, el};
use super::rates::opening;
use super::rule::allows;
use crate::domain::{Category, Quantity, RateName, Scenario, SolveFor, Unavailable, Unit};
use crate::i18n::{Locale, Message, Piece, Words};
use crate::state::{Derived, Standing};
use crate::text::append;

/// The sentence that gets quoted.
pub(super) fn answer(view: &View) -> El {
    let locale = &view.locale;
    let (pieces, range) = sentence(locale, &view.scenario, &view.derived);
    let mut text = el("p", "sentence");
    for piece in pieces {
        text = match piece {
            Piece::Plain(plain) => text.text(plain),
            Piece::Filled(value) => text.child(el("b", "").text(&value)),
        };
    }
    let range = el("p", "answer-allows").hidden(range.is_none()).child(allows(locale, &range.unwrap_or_default(), "0"));
    let answer = el("div", "answer").with("part", "answer").child(text).child(range);
    let answer = answer.child(el("p", "whose").text(&whose(view)));
    let rates = &view.derived.rates;
    match rates.get(RateName::CasualtyRate) {
        Ok(rate) => {
            let working = Words(locale).rate_working(RateName::CasualtyRate, &rate, &view.derived.inputs, rates);
            let answer = if view.scenario.solve_for == SolveFor::Rate {
                // What those who listen hear after each change is shorter than the sentence.
                let value = Words(locale).rate(RateName::CasualtyRate, &rate).value;
                let said = locale.fill(Message::Said, &[("rate", &value)]);
                answer.child(el("p", "said").hidden(true).text(&said))
            } else {
                answer
            };
            answer.child(opening("small", locale.text(Message::AnswerWorking), &working, ""))
        }
        Err(_) => answer,
    }
}

/// The sentence in pieces, and the bounds to say after it.
pub(super) fn sentence<'a>(
    locale: &'a Locale,
    scenario: &Scenario,
    derived: &Derived,
) -> (Vec<Piece<'a>>, Option<String>) {
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
        (words.rate(RateName::Casualties, &rate).value, counts)
    });
    let (casualties, counts) = casualties.unwrap_or_default();
    let blanks = |rate: &str, killed: &str, message| {
        let blanks = [
            ("deployed", deployed.as_str()),
            ("casualties", &casualties),
            ("counts", &counts),
            ("rate", rate),
            ("killed", killed),
        ];
        locale.pieces(message, &blanks)
    };
    let solved = match scenario.solve_for {
        SolveFor::Rate => Message::AnswerRate,
        SolveFor::Deployed => Message::AnswerDeployed,
        SolveFor::Casualties => Message::AnswerCasualties,
    };
    match worded(RateName::CasualtyRate) {
        Ok(rate) if solved != Message::AnswerRate && !deployed.is_empty() => {
            let name = if solved == Message::AnswerDeployed { RateName::ImpliedDeployed } else { RateName::Casualties };
            (blanks(&rate.value, "", solved), worded(name).ok().and_then(|rate| rate.allows))
        }
        _ if solved != Message::AnswerRate => (blanks("", "", Message::AnswerOpen), None),
        Ok(rate) => (blanks(&rate.value, "", Message::AnswerRate), rate.allows),
        Err(Unavailable::MoreThanDeployed) => (blanks("", "", Message::AnswerTooMany), None),
        Err(Unavailable::NoDeployed) => (blanks("", "", Message::AnswerNoForce), None),
        Err(_) => match (worded(RateName::KilledRate), figure(Quantity::Of(Category::Killed))) {
            (Ok(rate), Some(killed)) => (blanks(&rate.value, &killed, Message::AnswerKilled), rate.allows),
            _ => (blanks("", "", Message::AnswerNone), None),
        },
    }
}

/// Whose figures the sentence uses.
pub(super) fn whose(view: &View) -> String {
    let View { locale, scenario, dataset, .. } = view;
    let standing = Standing::of(scenario, dataset);
    let mut whose = match standing.claim {
        Some(claim) => locale.fill(Message::AnswerClaim, &[("chain", &chain(claim, locale))]),
        None => locale.text(Message::AnswerYours).to_owned(),
    };
    match standing.deployed {
        // One claim for both needs saying once.
        Some(_) if standing.claim.is_some() && !standing.borrows_deployed() => {}
        Some(lender) => {
            let borrowed = standing.borrows_deployed();
            let message = if borrowed { Message::AnswerForceBorrowed } else { Message::AnswerForceOf };
            append(&mut whose, " ", &locale.fill(message, &[("chain", &chain(lender, locale))]));
        }
        None if scenario.figure(Quantity::Deployed).is_some() && standing.claim.is_some() => {
            append(&mut whose, " ", locale.text(Message::AnswerForceYours));
        }
        None => {}
    }
    whose
}
