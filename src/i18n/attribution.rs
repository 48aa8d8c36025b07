//! Who said it, through whom, in words.

use super::locale::Locale;
use super::message::Message;
use crate::domain::{Claim, Force, Party, Subject};
use crate::text::append;

/// The whole chain: "Western officials → BBC → KBS World". Without an attribution, the source's name.
pub fn chain(claim: &Claim, locale: &Locale) -> String {
    let mut chain = String::new();
    for parties in &claim.attribution {
        append(&mut chain, locale.text(Message::ChainThen), &party_names(parties, locale));
    }
    if chain.is_empty() { String::from(&*claim.source.name) } else { chain }
}

/// Who said it first; without an attribution, the source's name.
pub fn originator(claim: &Claim, locale: &Locale) -> String {
    match claim.attribution.first() {
        Some(parties) => party_names(parties, locale),
        None => String::from(&*claim.source.name),
    }
}

/// The originator and, where that is somebody else, the source: enough to tell one claim from another in a list.
pub fn claim_name(claim: &Claim, locale: &Locale) -> String {
    let originator = originator(claim, locale);
    if *originator == *claim.source.name {
        originator
    } else {
        [&*originator, locale.text(Message::ListComma), &claim.source.name].concat()
    }
}

/// Whose figures a finding is about: a claim by its name, or the reader's own.
pub fn subject_name(subject: Subject, forces: &[Force], locale: &Locale) -> String {
    match subject {
        Subject::Claim(force, index) => claim_name(&forces[force].claims[index], locale),
        Subject::Scenario => locale.text(Message::Scenario).to_owned(),
    }
}

/// Whether a claim no longer stands, and who disputes it, each after a dot; empty where it stands undisputed.
pub fn claim_status(claim: &Claim, locale: &Locale) -> String {
    let mut status = String::new();
    for (applies, message) in [(claim.is_withdrawn, Message::Withdrawn), (claim.is_replaced, Message::Replaced)] {
        if applies {
            append(&mut status, " · ", locale.text(message));
        }
    }
    let mut names = String::new();
    for source in &claim.disputed_by {
        append(&mut names, locale.text(Message::ListComma), &source.name);
    }
    if !names.is_empty() {
        append(&mut status, " · ", &locale.fill(Message::DisputedBy, &[("names", &names)]));
    }
    status
}

/// A force's name, and what it is a part of.
pub fn force_name(forces: &[Force], index: usize, locale: &Locale) -> String {
    let name = &forces[index].name;
    match forces[index].part_of {
        Some(whole) => locale.fill(Message::ForcePartOf, &[("name", name), ("whole", &forces[whole].name)]),
        None => String::from(&**name),
    }
}

/// What a party is and the side of the war it belongs to, as far as the dataset says, with a comma between them.
pub fn party_description(party: &Party, locale: &Locale) -> String {
    let mut description = String::new();
    if let Some(kind) = party.kind {
        append(&mut description, locale.text(Message::ListComma), locale.text(Message::of_kind(kind)));
    }
    if let Some(side) = &party.side {
        append(&mut description, locale.text(Message::ListComma), &party_to_war(side, locale));
    }
    description
}

/// Which of those in the chain are parties to the war, each after a dot.
pub fn parties_to_war(claim: &Claim, locale: &Locale) -> String {
    let mut text = String::new();
    for side in claim.attribution.iter().flatten().filter_map(|party| party.side.as_deref()) {
        text += " · ";
        text += &party_to_war(side, locale);
    }
    text
}

fn party_to_war(side: &str, locale: &Locale) -> String {
    locale.fill(Message::PartyToWar, &[("name", side)])
}

fn party_names(parties: &[Party], locale: &Locale) -> String {
    let mut names = String::new();
    for party in parties {
        append(&mut names, locale.text(Message::ListComma), &party.name);
    }
    names
}
