//! The JSON Schema of datasets, for editors and other programs. It says what a schema can say; what must hold between
//! claims is checked when a dataset is read.

use serde_json::{Map, Value, json};

use super::format;
use super::limits::MAX_CLAIMS;
use super::reader::HEDGE_NAMES;
use crate::domain::{Basis, Category, Hedge, PartyKind, Quantity, SolveFor, Unit};
use crate::i18n::Message;

/// The schema, draft 2020-12.
pub fn schema() -> Value {
    let text = json!({"type": "string", "pattern": "\\S"});
    let texts: Map<String, Value> =
        Message::ALL.iter().map(|message| (message.name().to_owned(), json!({"$ref": "#/$defs/text"}))).collect();
    let inputs: Map<String, Value> = Quantity::ALL
        .into_iter()
        .map(|quantity| (quantity.name().to_owned(), json!({"$ref": "#/$defs/input"})))
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Casualty Calculator dataset",
        "description": "Reported casualty figures of one story, with their hedges and attributions.",
        "type": "object",
        "additionalProperties": false,
        "required": ["format", "title", "claims"],
        "properties": {
            "format": {"const": format::FORMAT as u32, "description": "The version of this format."},
            "title": described("text", "The question that stands above the calculator."),
            "summary": described("text", "What a reader should know first."),
            "language": described("text", "The language tag of the texts."),
            "deployment": {"$ref": "#/$defs/deployment"},
            "scenario": {"$ref": "#/$defs/scenario"},
            "inputs": object(inputs, &[], "The range of each input."),
            "show": closed(json!({"days_left": {"type": "boolean"}}), &[], "What is shown only where it is asked for."),
            "claims": {"type": "array", "maxItems": MAX_CLAIMS, "items": {"$ref": "#/$defs/claim"}},
            "notes": {"type": "array", "items": {"$ref": "#/$defs/note"}},
            "credits": described("text", "Who made the dataset."),
            "texts": object(texts, &[], "Texts of the interface for which the dataset has its own wording."),
            "translations": {
                "description": "The texts in other languages: by language tag, then each text by its text in this file.",
                "type": "object",
                "additionalProperties": {"type": "object", "additionalProperties": {"$ref": "#/$defs/text"}},
            },
        },
        "$defs": {
            "text": text,
            "date": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$", "format": "date"},
            "link": {"type": "string", "pattern": "^https?://[^\\s/?#]+\\S*$"},
            "count": figure(Unit::People),
            "percentage": figure(Unit::Percent),
            "category": {"enum": Category::ALL.map(Category::name)},
            "coverage": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/category"}},
            "source": closed(
                json!({"name": {"$ref": "#/$defs/text"}, "link": {"$ref": "#/$defs/link"}}), &["name"], "A page that can be read."),
            "party": closed(json!({
                "name": {"$ref": "#/$defs/text"},
                "kind": {"enum": PartyKind::ALL.map(PartyKind::name)},
                "side": described("text", "The party to the war that they belong to."),
            }), &["name"], "A person or body that reports a figure."),
            "note": closed(json!({
                "date": {"$ref": "#/$defs/date"}, "text": {"$ref": "#/$defs/text"}, "source": {"$ref": "#/$defs/source"},
            }), &["text"], "A fact without a figure."),
            "input": closed(json!({
                "min": {"type": "number", "minimum": 0}, "max": {"type": "number", "minimum": 0},
                "step": {"type": "number", "exclusiveMinimum": 0},
            }), &["max"], "The range and the step of an input."),
            "deployment": closed(json!({
                "name": {"$ref": "#/$defs/text"},
                "start": described("date", "The first day, from which rates per day run."),
                "denominator": described("text", "The id of the claim whose deployed figure others borrow."),
                "reinforcements": {"type": "array", "items": closed(json!({
                    "date": {"$ref": "#/$defs/date"}, "count": {"$ref": "#/$defs/count"}, "source": {"$ref": "#/$defs/source"},
                }), &["count"], "Troops added later.")},
            }), &[], "The operation that the claims are about."),
            "scenario": object(scenario(), &[], "What the inputs hold at first; null and what is left out are unknown."),
            "claim": claim(),
        },
    })
}

fn claim() -> Value {
    let mut properties = match json!({
        "id": {"$ref": "#/$defs/text", "not": {"const": "scenario"}},
        "source": {"$ref": "#/$defs/source"},
        "attribution": {
            "description": "From the originator to the last relay; several that reported together are a list.",
            "type": "array",
            "items": {"anyOf": [{"$ref": "#/$defs/party"}, {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/party"}}]},
        },
        "basis": {"enum": Basis::ALL.map(Basis::name)},
        "as_of": described("date", "The day that the figures are for."),
        "as_of_words": described("text", "Words to show instead of that day."),
        "published": {"$ref": "#/$defs/date"},
        "period": closed(json!({"from": {"$ref": "#/$defs/date"}, "to": {"$ref": "#/$defs/date"}}), &["from", "to"],
            "The part of the time that the figures are for, where they are not running totals."),
        "deployed_as_of": {"$ref": "#/$defs/date"},
        "denominator": described("text", "The id of the claim whose deployed figure is used where this one gives none."),
        "groups": {"type": "array", "items": closed(json!({
            "covers": {"$ref": "#/$defs/coverage"}, "count": {"$ref": "#/$defs/count"},
        }), &["covers", "count"], "A figure for several categories at once.")},
        "covers": described("coverage", "What the total counts; all four where not named."),
        "killed_share": described("percentage", "The killed as a percentage of the casualties, as stated."),
        "note": described("text", "What a reader should know."),
    }) {
        Value::Object(properties) => properties,
        _ => Map::new(),
    };
    let given = Quantity::ALL.into_iter().filter(|quantity| *quantity != Quantity::Reinforcements);
    properties.extend(given.clone().map(|quantity| (quantity.name().to_owned(), figure_ref(quantity))));
    let mut one_of: Vec<_> =
        given.map(Quantity::name).chain(["killed_share"]).map(|name| json!({"required": [name]})).collect();
    // An empty list of groups gives no figure.
    one_of.push(json!({"required": ["groups"], "properties": {"groups": {"minItems": 1}}}));
    let mut claim = object(properties, &["id", "source"], "What one source reported at one time.");
    claim["anyOf"] = Value::Array(one_of);
    claim
}

fn scenario() -> Map<String, Value> {
    let or_null = |value: Value| json!({"anyOf": [value, {"type": "null"}]});
    let figures = Quantity::ALL.into_iter().map(|quantity| (quantity.name().to_owned(), or_null(figure_ref(quantity))));
    let dates = ["start", "as_of"].map(|name| (name.to_owned(), or_null(json!({"$ref": "#/$defs/date"}))));
    let solve_for = ("solve_for".to_owned(), or_null(json!({"enum": SolveFor::ALL.map(SolveFor::name)})));
    figures.chain(dates).chain([solve_for]).collect()
}

fn figure_ref(quantity: Quantity) -> Value {
    let name = if quantity.unit() == Unit::Percent { "percentage" } else { "count" };
    json!({"$ref": format!("#/$defs/{name}")})
}

/// A number, or one hedge with its number and perhaps the source's words.
fn figure(unit: Unit) -> Value {
    let kind = if unit == Unit::People { "integer" } else { "number" };
    let number = json!({"type": kind, "minimum": 0, "maximum": unit.max_value()});
    let hedged = HEDGE_NAMES.map(|name| {
        let value = if name == Hedge::Between.name() {
            json!({"type": "array", "minItems": 2, "maxItems": 2, "items": number})
        } else {
            number.clone()
        };
        closed(json!({ name: value, "words": {"$ref": "#/$defs/text"} }), &[name], "")
    });
    let mut choices = vec![number.clone()];
    choices.extend(hedged);
    json!({"anyOf": choices})
}

fn described(reference: &str, description: &str) -> Value {
    json!({"$ref": format!("#/$defs/{reference}"), "description": description})
}

fn closed(properties: Value, required: &[&str], description: &str) -> Value {
    let Value::Object(properties) = properties else { return Value::Bool(false) };
    object(properties, required, description)
}

fn object(properties: Map<String, Value>, required: &[&str], description: &str) -> Value {
    let mut object = json!({"type": "object", "additionalProperties": false, "properties": properties});
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    if !description.is_empty() {
        object["description"] = description.into();
    }
    object
}
