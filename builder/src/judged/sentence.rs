//! A claim as a sentence, to be read aloud and held against the report.

use casualty_calculator::domain::{Claim, Force, Quantity, RateName};
use casualty_calculator::i18n::{
    Locale, Message, Words as CalculatorWords, as_of_phrase, chain, claim_figures, originator, stated_rate,
};

use crate::words::{Words, fill};

/// The sentence: who says it, of whom, how many, as of when, through whom.
pub fn sentence(claim: &Claim, force: &Force, locale: &Locale, words: &Words) -> String {
    let who = originator(claim, locale);
    let chain = chain(claim, locale);
    let relays: Vec<_> = claim.attribution.iter().skip(1).collect();
    let through = match relays.last() {
        _ if !chain.ends_with(&*claim.source.name) && *claim.source.name != *who => Some(&*claim.source.name),
        Some(last) => last.first().map(|party| &*party.name),
        None => None,
    };
    let date = as_of_phrase(claim, locale).filter(|_| claim.period.is_none());
    let gives_losses = Quantity::REPORTED.into_iter().skip(1).any(|quantity| claim.reported(quantity).is_some());
    let is_of_losses = gives_losses || !claim.groups.is_empty();
    let template = if is_of_losses { &words.sentence_losses } else { &words.sentence_other };
    let mut figures = claim_figures(claim, locale);
    let mut add = |text: &str| {
        let comma = if figures.is_empty() { "" } else { locale.text(Message::ListComma) };
        figures = [&*figures, comma, text].concat();
    };
    if let (true, Some(total)) = (claim.period.is_none(), claim.reported(Quantity::Casualties)) {
        let total = CalculatorWords(locale).reported(total, Quantity::Casualties.unit());
        add(&fill(&words.sentence_total, &[("total", &total)]));
    }
    if let Some(rate) = claim.stated(RateName::CasualtyRate) {
        add(&stated_rate(RateName::CasualtyRate, rate, locale));
    }
    let date = date.map_or_else(String::new, |date| fill(&words.sentence_date, &[("date", &date)]));
    let through = through.map_or_else(String::new, |name| fill(&words.sentence_through, &[("name", name)]));
    fill(
        template,
        &[("who", &who), ("force", &force.name), ("figures", &figures), ("date", &date), ("through", &through)],
    )
}
