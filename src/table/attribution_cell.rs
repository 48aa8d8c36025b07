//! Names in a cell: who said it and through whom, and who contradicts it.

use serde_json::{Map, Value, json};

use super::settings::Settings;
use super::words::Words;
use crate::domain::PartyKind;

/// Between those who pass a figure on.
const ARROWS: [&str; 3] = ["→", "->", "=>"];
/// Between those who speak together.
const TOGETHER: &str = " + ";

/// Reads who said it: each with their kind and the party to the war that they belong to in brackets, originator first, an
/// arrow between those who pass it on, a plus sign between those who speak together.
pub(super) fn read_attribution(cell: &str, settings: &Settings) -> Value {
    let mut text = one_line(cell);
    for arrow in &ARROWS[1..] {
        text = text.replace(arrow, ARROWS[0]);
    }
    let links = text.split(ARROWS[0]).map(str::trim).filter(|link| !link.is_empty());
    links
        .map(|link| {
            let mut parties: Vec<_> = link.split(TOGETHER).map(|text| party(text.trim(), settings)).collect();
            if parties.len() > 1 { Value::from(parties) } else { parties.pop().unwrap_or_default() }
        })
        .collect()
}

/// A text in one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn party(text: &str, settings: &Settings) -> Value {
    let described = text.strip_suffix(')').and_then(|rest| {
        let at = rest.rfind('(')?;
        let description = description(&rest[at + 1..], settings)?;
        Some((rest[..at].trim(), description)).filter(|(name, _)| !name.is_empty())
    });
    let (name, mut description) = described.unwrap_or((text, Map::new()));
    description.shift_insert(0, "name".to_owned(), name.into());
    description.into()
}

/// What stands in brackets behind a name: a kind, a party to the war, or both; nothing where it is part of the name.
fn description(text: &str, settings: &Settings) -> Option<Map<String, Value>> {
    let mut fields = Map::new();
    let (first, rest) = text.split_once(", ").map_or((text, None), |(first, rest)| (first, Some(rest)));
    if let Some(side) = side(text, settings) {
        fields.insert("side".to_owned(), side.into());
        return Some(fields);
    }
    fields.insert("kind".to_owned(), kind(first.trim(), settings)?.name().into());
    if let Some(rest) = rest {
        fields.insert("side".to_owned(), side(rest, settings)?.into());
    }
    Some(fields)
}

fn side<'a>(text: &'a str, settings: &Settings) -> Option<&'a str> {
    let known = [settings.language.as_str(), "en"].map(|language| Words::of(language).side.as_str());
    let side = known.into_iter().find_map(|word| text.trim().strip_prefix(word)?.trim_start().strip_prefix(':'));
    side.map(str::trim).filter(|side| !side.is_empty())
}

fn kind(text: &str, settings: &Settings) -> Option<PartyKind> {
    let lower = text.to_lowercase();
    PartyKind::ALL.into_iter().find(|kind| {
        let ways = [settings.language.as_str(), "en"].map(|language| Words::of(language).kinds.get(kind.name()));
        lower == kind.name() || ways.into_iter().flatten().flatten().any(|way| *way == lower)
    })
}

/// Writes who said it.
pub(super) fn attribution_text(attribution: &Value, settings: &Settings) -> Option<String> {
    let links: Option<Vec<String>> = attribution.as_array()?.iter().map(|link| link_text(link, settings)).collect();
    Some(links?.join(" → "))
}

fn link_text(link: &Value, settings: &Settings) -> Option<String> {
    let Some(parties) = link.as_array() else { return party_text(link, settings) };
    let parties: Option<Vec<String>> = parties.iter().map(|party| party_text(party, settings)).collect();
    Some(parties?.join(TOGETHER))
}

fn party_text(party: &Value, settings: &Settings) -> Option<String> {
    let words = Words::of(&settings.language);
    let text = |field: &str| party.get(field).and_then(Value::as_str);
    let kind = text("kind").and_then(|kind| words.kinds.get(kind)?.first().cloned());
    let side = text("side").map(|side| [&*words.side, ": ", side].concat());
    let described: Vec<_> = kind.into_iter().chain(side).collect();
    let name = text("name")?;
    Some(if described.is_empty() { name.to_owned() } else { [name, " (", &*described.join(", "), ")"].concat() })
}

/// Reads sources, each with its address if there is one, with semicolons or line breaks between them.
pub(super) fn read_sources(cell: &str) -> Value {
    let each = cell.split([';', '\n']).map(one_line).filter(|text| !text.is_empty());
    each.map(|text| match text.rsplit_once(' ') {
        Some((name, link)) if is_link(link) => json!({"name": name, "link": link}),
        _ => json!({"name": text}),
    })
    .collect()
}

/// Writes sources.
pub(super) fn sources_text(sources: &Value) -> Option<String> {
    let source = |source: &Value| {
        let text = |field: &str| source.get(field).and_then(Value::as_str);
        let name = text("name")?;
        Some(text("link").map_or_else(|| name.to_owned(), |link| [name, " ", link].concat()))
    };
    let all: Option<Vec<String>> = sources.as_array()?.iter().map(source).collect();
    Some(all?.join("; "))
}

/// Whether a text is the address of a page, as datasets take it.
pub(super) fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    !rest.is_empty()
        && !rest.starts_with(['/', '?', '#'])
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}
