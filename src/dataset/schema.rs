//! The JSON Schema of datasets, for editors and other programs. It says what a schema can say; what must hold between
//! claims is checked when a dataset is read.

use serde_json::{Map, Value, json};

use super::claim_format::STATED;
use super::format;
use super::limits::MAX_CLAIMS;
use super::reader::HEDGE_NAMES;
use crate::domain::{Basis, Category, Hedge, PartyKind, Quantity, RateName, SolveFor, Unit};
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
        "required": ["format", "title", "forces", "claims"],
        "properties": {
            "format": {"const": format::FORMAT as u32, "description": "The version of this format."},
            "title": described("text", "The question that stands above the calculator."),
            "summary": described("text", "What a reader should know first."),
            "language": described("text", "The language tag of the texts."),
            "updated": described("date", "When the editor last changed the figures."),
            "forces": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/force"}},
            "show": closed(json!({"days_left": {"type": "boolean"}}), &[], "What is shown only where it is asked for."),
            "claims": {"type": "array", "minItems": 1, "maxItems": MAX_CLAIMS, "items": {"$ref": "#/$defs/claim"}},
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
            "date": {
                "description": "A day, a month or a year: 2025-01-15, 2025-01 or 2025.",
                "type": "string", "pattern": "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$",
            },
            "link": {"type": "string", "pattern": "^https?://[^\\s/?#]+\\S*$"},
            "count": figure(Unit::People),
            "percentage": figure(Unit::Percent),
            "ratio": figure(Unit::Ratio),
            "pace": figure(Unit::PerDay),
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
            "force": closed(json!({
                "id": {"description": "Its name in claims and in addresses.", "type": "string", "pattern": "^[^\\s&=%#+]+$"},
                "name": described("text", "Who they are, such as \"Argentine forces\"."),
                "part_of": described("text", "The id of the force that this one is a part of."),
                "start": described("date", "When it begins; rates per day run from here."),
                "denominator": described("text", "The id of the claim whose deployed figure others borrow."),
                "reinforcements": {"type": "array", "items": closed(json!({
                    "date": {"$ref": "#/$defs/date"}, "count": {"$ref": "#/$defs/count"}, "source": {"$ref": "#/$defs/source"},
                }), &["count"], "Troops added later.")},
                "scenario": {"$ref": "#/$defs/scenario"},
                "inputs": object(inputs, &[], "The range of each input."),
            }), &["id", "name"], "The people whose losses are counted."),
            "scenario": object(scenario(), &[], "What the inputs hold at first; null and what is left out are unknown."),
            "claim": claim(),
        },
    })
}

fn claim() -> Value {
    let mut properties = match json!({
        "id": {"$ref": "#/$defs/text", "not": {"const": "scenario"}},
        "force": described("text", "The id of the force that it is about; needed where there are several."),
        "source": {"$ref": "#/$defs/source"},
        "attribution": {
            "description": "From the originator to the last relay; several that reported together are a list.",
            "type": "array",
            "items": {"anyOf": [{"$ref": "#/$defs/party"}, {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/party"}}]},
        },
        "basis": {"enum": Basis::ALL.map(Basis::name)},
        "as_of": described("date", "The date that the figures are for."),
        "as_of_words": described("text", "Words to show instead of that date."),
        "published": {"$ref": "#/$defs/date"},
        "period": closed(json!({"from": {"$ref": "#/$defs/date"}, "to": {"$ref": "#/$defs/date"}}), &["from", "to"],
            "The part of the time that the figures are for, where they are not running totals."),
        "deployed_as_of": {"$ref": "#/$defs/date"},
        "denominator": {
            "description": "The id of the claim whose deployed figure is used where this one gives none; null for nobody's.",
            "anyOf": [{"$ref": "#/$defs/text"}, {"type": "null"}],
        },
        "groups": {"type": "array", "items": closed(json!({
            "covers": {"$ref": "#/$defs/coverage"}, "count": {"$ref": "#/$defs/count"},
        }), &["covers", "count"], "A figure for several categories at once.")},
        "covers": described("coverage", "What the total counts; left out where the source does not say it."),
        "stated": object(stated(), &[], "Rates, shares, ratios and paces that the source states itself."),
        "replaces": described("text", "The id of the claim that this one corrects."),
        "withdrawn": {"description": "Whether its source took it back.", "type": "boolean"},
        "disputed_by": {"description": "Who contradicts it.", "type": "array", "items": {"$ref": "#/$defs/source"}},
        "note": described("text", "What a reader should know."),
    }) {
        Value::Object(properties) => properties,
        _ => Map::new(),
    };
    let given = Quantity::REPORTED.into_iter();
    properties.extend(given.clone().map(|quantity| (quantity.name().to_owned(), figure_ref(quantity.unit()))));
    let mut one_of: Vec<_> = given.map(|quantity| json!({"required": [quantity.name()]})).collect();
    // An empty list of groups gives no figure, nor does an empty object of rates.
    one_of.push(json!({"required": ["groups"], "properties": {"groups": {"minItems": 1}}}));
    one_of.push(json!({"required": ["stated"], "properties": {"stated": {"minProperties": 1}}}));
    let mut claim = object(properties, &["id", "source"], "What one source reported at one time.");
    claim["anyOf"] = Value::Array(one_of);
    claim
}

fn scenario() -> Map<String, Value> {
    let or_null = |value: Value| json!({"anyOf": [value, {"type": "null"}]});
    let figures =
        Quantity::ALL.into_iter().map(|quantity| (quantity.name().to_owned(), or_null(figure_ref(quantity.unit()))));
    let dates = ["start", "as_of"].map(|name| (name.to_owned(), or_null(json!({"$ref": "#/$defs/date"}))));
    let solve_for = ("solve_for".to_owned(), or_null(json!({"enum": SolveFor::ALL.map(SolveFor::name)})));
    figures.chain(dates).chain([solve_for]).collect()
}

/// Rates by their names.
fn stated() -> Map<String, Value> {
    let names = STATED.iter().filter_map(|name| RateName::from_name(name));
    names.map(|name| (name.name().to_owned(), figure_ref(name.measure().unit()))).collect()
}

fn figure_ref(unit: Unit) -> Value {
    let name = match unit {
        Unit::People => "count",
        Unit::Percent => "percentage",
        Unit::Ratio => "ratio",
        Unit::PerDay => "pace",
    };
    json!({"$ref": format!("#/$defs/{name}")})
}

/// A number, or one hedge with its number, and perhaps the source's words; or words alone.
fn figure(unit: Unit) -> Value {
    let kind = if unit == Unit::People { "integer" } else { "number" };
    let number = json!({"type": kind, "minimum": 0, "maximum": unit.max_value()});
    let number = match unit.allows_fractions() {
        true => json!({"anyOf": [number, {"type": "string", "pattern": "^\\d{1,4}/\\d{1,4}$"}]}),
        false => number,
    };
    let text = || json!({"$ref": "#/$defs/text"});
    let range = json!({"type": "array", "minItems": 2, "maxItems": 2, "items": number});
    let mut choices = vec![number.clone()];
    for name in HEDGE_NAMES {
        choices.push(match Hedge::from_name(name) {
            Some(Hedge::Between) => closed(json!({name: range, "words": text(), "interval": text()}), &[name], ""),
            Some(Hedge::Best) => closed(
                json!({name: number, "between": range, "words": text(), "interval": text()}),
                &[name, "between"],
                "",
            ),
            _ => closed(json!({name: number, "words": text()}), &[name], ""),
        });
    }
    choices.push(closed(json!({"words": text()}), &["words"], ""));
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
