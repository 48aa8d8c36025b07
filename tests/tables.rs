//! Tables in words: what people write in a sheet becomes the claims that they mean, or a question at its row and column; and
//! a dataset's table is read back as the same claims.
//!
//! `tables/NAME.csv` has a table, and `NAME.json` beside it its settings, its claims, the sheet's rows that they come from and
//! every problem, with the repairs in brackets.
#![cfg(feature = "table")]

mod strategies;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use casualty_calculator::domain::{Category, Quantity, RateName};
use casualty_calculator::table::{
    Column, Outcome, Settings, Sheet, claims, dataset, of_claims, read_cell, recognise, with_heads_in,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use strategies::{date, figure, figure_json};

const LANGUAGES: [&str; 5] = ["en", "uk", "ru", "ko", "ar"];

/// Every published dataset, and those that use every field, with their names.
fn datasets() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut found = Vec::new();
    for folder in ["data", "data/stories", "tests/datasets/good"] {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.display().to_string();
            if name.ends_with(".json") && !name.ends_with("schema.json") {
                found.push((name, fs::read_to_string(path)?));
            }
        }
    }
    Ok(found)
}

fn read(text: &str, settings: &Settings) -> Outcome {
    claims(&recognise(&Sheet::from_text(text), &BTreeMap::new()), settings, &[])
}

/// The problems of a table, each with its repairs.
fn asked(outcome: &Outcome, language: &str) -> Vec<String> {
    let line = |problem: &casualty_calculator::table::Problem| {
        let repairs: Vec<_> = problem.repairs.iter().map(|repair| repair.label(language)).collect();
        format!("{} [{}]", problem.message(language), repairs.join(" | "))
    };
    outcome.problems.iter().map(line).collect()
}

#[test]
fn a_table_as_people_write_it_becomes_the_claims_that_they_mean_or_questions() -> Result<(), Box<dyn Error>> {
    let mut count = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir("tests/tables")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            continue;
        }
        count += 1;
        let expected: Value = serde_json::from_str(&fs::read_to_string(path.with_extension("json"))?)?;
        let language = expected["language"].as_str().unwrap_or("en");
        let settings = Settings {
            decimal: expected["decimal"].as_str().and_then(|mark| mark.chars().next()),
            day_first: expected["day_first"].as_bool(),
            ..Settings::of(language)
        };
        let text = fs::read_to_string(&path)?;
        let table = recognise(&Sheet::from_text(&text), &BTreeMap::new());
        let outcome = claims(&table, &settings, &[]);
        let rows: Vec<_> = outcome.origin.iter().map(|at| table.rows[*at].number).collect();
        let found = json!({"claims": outcome.claims, "rows": rows, "problems": asked(&outcome, language)});
        for part in ["claims", "rows", "problems"] {
            let (found, expected) = (list(&found[part]), list(&expected[part]));
            for missing in expected.iter().filter(|item| !found.contains(item)) {
                wrong.push(format!("{}: expected {missing}", path.display()));
            }
            for more in found.iter().filter(|item| !expected.contains(item)) {
                wrong.push(format!("{}: found    {more}", path.display()));
            }
            if wrong.is_empty() {
                assert_eq!(found, expected, "{}: in another order", path.display());
            }
        }
    }
    assert!(count > 10, "only {count} tables");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

#[test]
fn the_table_of_every_dataset_is_read_back_as_the_same_claims_in_every_language() -> Result<(), Box<dyn Error>> {
    let datasets = datasets()?;
    assert!(datasets.len() >= 14, "only {}", datasets.len());
    for (name, text) in datasets {
        let story: Value = serde_json::from_str(&text)?;
        for language in LANGUAGES {
            let settings = Settings::of(language);
            let text = of_claims(&story, &settings).sheet().to_text();
            let outcome = read(&text, &settings);
            assert_eq!(asked(&outcome, "en"), Vec::<String>::new(), "{name} in {language}\n{text}");
            // Opened and published unchanged, it is the same file: of ours, to the order of its fields.
            let published = dataset(&story, outcome.claims);
            assert_eq!(published, story, "{name} in {language}\n{text}");
            if name.starts_with("data/") {
                assert_eq!(published.to_string(), story.to_string(), "{name} in {language}");
            }
            // Words hold all of it but blanks around names.
            let needs_rest = text.lines().next().is_some_and(|heads| heads.ends_with(",rest"));
            assert_eq!(needs_rest, name.ends_with("blanks.json"), "{name} in {language}\n{text}");
        }
    }
    Ok(())
}

#[test]
fn a_row_by_itself_is_read_as_it_is_typed() {
    let english = Settings::of("en");
    for (column, cell, expected) in [
        ("killed", "c. 500", json!({"about": 500})),
        ("killed", "≥600", json!({"at_least": 600})),
        ("killed", "<1,000", json!({"under": 1000})),
        ("killed", "5–6", json!({"between": [5, 6]})),
        ("killed", "between 300 and 900", json!({"between": [300, 900]})),
        ("killed", "1.5 million", json!(1_500_000)),
        ("killed", "10k", json!(10_000)),
        ("killed", "600 people", json!(600)),
        ("killed", "600 killed", json!(600)),
        ("killed", "300 fatalities", json!(300)),
        ("killed", "600 confirmed", json!({"at_least": 600, "words": "600 confirmed"})),
        ("killed", "from 10 to 12,000", json!({"between": [10, 12_000]})),
        ("killed", "300–4,000", json!({"between": [300, 4000]})),
        ("casualties", "4,000 casualties", json!(4000)),
        ("wounded+missing", "300 wounded or missing", json!(300)),
        ("per_day_rate", "0.4", json!(0.4)),
        ("killed_share", "0.36%", json!(0.36)),
        ("killed", "600 soldiers", json!({"exact": 600, "words": "600 soldiers"})),
        ("killed", "well over 300", json!({"over": 300, "words": "well over 300"})),
        ("killed", "approaching 1,000", json!({"nearly": 1000, "words": "approaching 1,000"})),
        ("killed", "5[3]", json!(5)),
        ("killed", "5 †", json!(5)),
        ("killed", "“103,284 wounds”", json!({"words": "103,284 wounds"})),
        ("killed", "300–900 “several hundred”", json!({"between": [300, 900], "words": "several hundred"})),
        ("killed", "8,000–194,000 (95% CI)", json!({"between": [8000, 194_000], "interval": "95% CI"})),
        (
            "killed",
            "654,965 (95% CI 392,979–942,636)",
            json!({"best": 654_965, "between": [392_979, 942_636], "interval": "95% CI"}),
        ),
        ("killed_share", "a third", json!({"exact": "1/3", "words": "a third"})),
        ("killed_share", "nearly 40 percent", json!({"nearly": 40})),
        ("killed_share", "1/3", json!("1/3")),
        ("per_day", "43.5", json!(43.5)),
        ("covers", "killed and injured", json!(["killed", "wounded"])),
        ("as_of", "January 15, 2025", json!("2025-01-15")),
        ("as_of", "Wed 15th Jan 2025", json!("2025-01-15")),
        ("as_of", "2025-01-15 00:00:00", json!("2025-01-15")),
        ("as_of", "15Jan2025", json!("2025-01-15")),
        ("as_of", "2025년1월15일", json!("2025-01-15")),
        ("as_of", "15 كانون الثاني 2025", json!("2025-01-15")),
        ("as_of", "01/2025", json!("2025-01")),
        ("as_of", "2025", json!("2025")),
        ("as_of", "3 March 2025, 10:30", json!("2025-03-03")),
        ("as_of", "1945?", json!({"as_of": "1945", "as_of_words": "1945?"})),
        ("withdrawn", "Yes", json!(true)),
        ("denominator", "none", Value::Null),
        (
            "disputed_by",
            "Radio https://radio.example/2; The army",
            json!([
                {"name": "Radio", "link": "https://radio.example/2"},
                {"name": "The army"},
            ]),
        ),
        (
            "attribution",
            "Army (military, side: North) + Navy -> Western officials (unnamed)",
            json!([
                [{"name": "Army", "kind": "military", "side": "North"}, {"name": "Navy"}],
                {"name": "Western officials (unnamed)"},
            ]),
        ),
    ] {
        let read = Column::from_name(column).map(|column| read_cell(column, cell, &english));
        assert_eq!(read, Some(Ok(Some(expected))), "{column}: {cell}");
    }
    for cell in ["", " ", "-", "–", "n/a", "N/A", "?", "unknown", "not given"] {
        let read = Column::from_name("killed").map(|column| read_cell(column, cell, &english));
        assert_eq!(read, Some(Ok(None)), "{cell}");
    }
}

#[test]
fn what_may_say_how_exact_a_number_is_is_asked_about() {
    let killed = Column::from_name("killed").unwrap_or_default();
    for cell in [
        "about 1,000 or more",
        "600 (unconfirmed)",
        "half of about 9,000",
        "1,000 2,000",
        "$500",
        "×3",
        "1,2345",
        "3/4",
        "500?",
        "more than 300 and fewer than 900",
        "15 January 2025",
        // Others than the column counts.
        "4,000 casualties",
        "up to 300 wounded",
        "5 per day",
        "300 lost",
        // Doubts, and signs that may be any.
        "perhaps 300",
        "300 (estimate)",
        "1,000–",
        "–5",
        "(5)",
        "£5",
        "#300",
        "~5-7",
        // Ten thousand, or ten.
        "10–12,000",
        "10 to 12,000",
        // A range of others, and a range of a range.
        "300 (200–400 wounded)",
        "300–400 (500)",
        "half",
        "five",
        "none",
        // A small letter that takes more bytes than the capital.
        "İ5ẞ",
    ] {
        let read = read_cell(killed, cell, &Settings::of("en"));
        assert!(read.is_err(), "{cell}: {read:?}");
    }
    for (language, cell) in [("uk", "можливо 300"), ("ru", "300 раненых"), ("ko", "부상 300명"), ("ar", "٣٠٠ جريح")]
    {
        let read = read_cell(killed, cell, &Settings::of(language));
        assert!(read.is_err(), "{cell}: {read:?}");
    }
    // Spreadsheets keep 36% as 0.36, and a date may have two ends.
    for (column, cell) in
        [("killed_share", "0.36"), ("killed_share", "3/10%"), ("as_of", "January–March 2025"), ("as_of", "2024–2025")]
    {
        let read = Column::from_name(column).map(|column| read_cell(column, cell, &Settings::of("en")));
        assert!(matches!(read, Some(Err(_))), "{column}: {cell}: {read:?}");
    }
    // What no list of hedges has is never taken for exact.
    assert!(read_cell(killed, "etwa 1000", &Settings::of("de")).is_err());
}

#[test]
fn every_repair_is_read_without_another_question() -> Result<(), Box<dyn Error>> {
    let mut count = 0;
    for entry in fs::read_dir("tests/tables")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            continue;
        }
        let language = path.file_stem().and_then(|name| name.to_str()).map_or("en", |name| match name {
            "ukrainian" => "uk",
            "russian" => "ru",
            "asked-in-german" => "de",
            _ => "en",
        });
        let settings = Settings::of(language);
        let table = recognise(&Sheet::from_text(&fs::read_to_string(&path)?), &BTreeMap::new());
        for problem in claims(&table, &settings, &[]).problems {
            for repair in problem.repairs {
                let column = table.columns[problem.column.unwrap_or_default()];
                let read = read_cell(column, &repair.cell, &settings);
                assert!(read.is_ok(), "{}: {} → {}: {read:?}", path.display(), problem.cell, repair.cell);
                count += 1;
            }
        }
    }
    assert!(count > 15, "only {count}");
    Ok(())
}

#[test]
fn no_head_of_the_dead_is_taken_for_one_of_all_losses() {
    for (head, expected) in [
        ("Total dead", "killed"),
        ("Casualties (killed)", "killed"),
        ("Всего убито", "killed"),
        ("Soldiers wounded", "wounded"),
        ("Total losses", "casualties"),
        ("Killed and wounded", "killed+wounded"),
        ("Losses per day", "per_day"),
        ("Killed per day", "ignored"),
        ("Killed (excl. wounded)", "ignored"),
    ] {
        let sheet = Sheet::from_text(&format!("Source\t{head}\nAgency\t5\n"));
        let table = recognise(&sheet, &BTreeMap::new());
        assert_eq!(table.columns[1].name(), expected, "{head}");
    }
}

#[test]
fn one_force_that_is_written_in_two_ways_is_one() {
    let known = [("russia".to_owned(), "Russia".to_owned()), ("north".to_owned(), "The North".to_owned())];
    let text = "Source,Force,Killed\nA,Ukraine,1\nB,ukraine,2\nC,RUSSIA,3\nD,north!,4\n";
    let outcome = claims(&recognise(&Sheet::from_text(text), &BTreeMap::new()), &Settings::of("en"), &known);
    let ids: Vec<_> = outcome.claims.iter().map(|claim| claim["force"].clone()).collect();
    // A new one never gets the id of one that is known.
    assert_eq!(ids, ["Ukraine", "Ukraine", "russia", "north-2"]);
    assert_eq!(outcome.forces.len(), 2);
}

#[test]
fn only_rows_that_correct_each_other_in_a_circle_are_blamed() {
    let text = "id,source,killed,replaces\na,A,1,b\nb,B,2,c\nc,C,3,b\n";
    let outcome = read(text, &Settings::of("en"));
    let rows: Vec<_> = outcome.problems.iter().map(|problem| problem.row).collect();
    assert_eq!(rows, [3, 4], "{:?}", asked(&outcome, "en"));
}

#[test]
fn a_source_of_a_strange_name_is_no_row_of_heads() {
    let story = json!({"claims": [{"id": "low", "source": {"name": "High"}, "killed": {"words": "low"}}]});
    let settings = Settings::of("en");
    let outcome = read(&of_claims(&story, &settings).sheet().to_text(), &settings);
    assert_eq!(Value::from(outcome.claims), story["claims"]);
}

#[test]
fn heads_that_were_assigned_by_hand_are_remembered_and_so_is_their_row() {
    let sheet = Sheet::from_text("Toll,Where\n5,Agency\n");
    let remembered =
        BTreeMap::from([("Toll", "killed"), ("Where", "source")].map(|(a, b)| (a.to_owned(), b.to_owned())));
    let table = recognise(&sheet, &remembered);
    let outcome = claims(&table, &Settings::of("en"), &[]);
    assert_eq!(outcome.claims, [json!({"id": "agency", "source": {"name": "Agency"}, "killed": 5})]);
    let by_hand = with_heads_in(&sheet, 2, &BTreeMap::new());
    assert_eq!(
        (by_hand.head_row, by_hand.heads, by_hand.rows.len()),
        (Some(2), vec!["5".to_owned(), "Agency".to_owned()], 0)
    );
}

#[test]
fn a_force_is_found_by_its_id_or_its_name_and_new_ones_are_told() {
    let text = "force,source,killed\nargentine forces,Agency,5\nar,Radio,6\nRoyal Navy,Daily,7\n";
    let known = [("ar".to_owned(), "Argentine forces".to_owned())];
    let outcome = claims(&recognise(&Sheet::from_text(text), &BTreeMap::new()), &Settings::of("en"), &known);
    let forces: Vec<_> = outcome.claims.iter().map(|claim| claim["force"].clone()).collect();
    assert_eq!(forces, ["ar", "ar", "royal-navy"]);
    assert_eq!(
        outcome.forces.iter().map(|force| (&*force.id, &*force.name)).collect::<Vec<_>>(),
        [("royal-navy", "Royal Navy")]
    );
}

#[test]
fn every_column_has_a_name_of_its_own_and_words_in_every_language() {
    let all = Column::all();
    for column in &all {
        assert_eq!(Column::from_name(&column.name()), Some(*column));
        for language in LANGUAGES {
            assert!(!column.label(language).is_empty(), "{} in {language}", column.name());
            assert!(!column.hint(language).is_empty(), "{} in {language}", column.name());
            assert!(!column.group().label(language).is_empty(), "{} in {language}", column.name());
        }
    }
    for language in LANGUAGES {
        let mut labels: Vec<_> = all.iter().map(|column| column.label(language)).collect();
        labels.sort();
        labels.dedup();
        assert_eq!(labels.len(), all.len(), "two columns of one label in {language}");
    }
}

#[test]
fn a_sheet_of_1600_rows_takes_no_longer_a_row_than_a_short_one() {
    const ROW: &str =
        "15 January 2025,Agency,\"an estimated 11,000\",8500+,\"64,260 (55,298–78,525)\",nearly 40 percent,A note\n";
    let read_in = |rows: usize| {
        let text = "Date,Source,Deployed,Killed,Total,Casualty rate,Note\n".to_owned() + &ROW.repeat(rows);
        let table = recognise(&Sheet::from_text(&text), &BTreeMap::new());
        // Of several times the shortest, since other work comes in between.
        let times = (0..3).map(|_| {
            let start = Instant::now();
            let outcome = claims(&table, &Settings::of("en"), &[]);
            assert_eq!((outcome.claims.len(), outcome.problems.len()), (rows, 0));
            start.elapsed()
        });
        times.min().unwrap_or_default()
    };
    let (short, long) = (read_in(100), read_in(1600));
    println!("1,600 rows took {long:?}");
    assert!(long < short * 16 * 3, "100 rows took {short:?}, 1,600 took {long:?}");
}

/// A short text such as names and notes are, now and then with what a table means something by.
fn text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "-",
        "n/a",
        "?",
        "A → B",
        "A + B",
        "x (military)",
        "=1+1",
        "“quoted”",
        "\"quoted\"",
        "a; b",
        "two\nlines",
        "1,000",
        "none",
        "A (side: B)",
        "unknown",
        "'-1",
        "a  b",
        "https://a.example",
        "half of 9",
        "{",
        "yes",
        "over 5 *",
        "[2]",
    ]);
    prop_oneof![3 => "[A-Za-z]{1,8}( [a-z]{1,6}){0,2}", 1 => odd.prop_map(str::to_owned), 1 => "\\PC{1,12}"]
        .prop_filter("no blank text", |text| !text.trim().is_empty())
        // A dataset's texts have no blanks around them that a trimmed one would lose.
        .prop_map(|text| text.trim().to_owned())
}

fn source() -> impl Strategy<Value = Value> {
    (text(), prop::bool::ANY).prop_map(|(name, has_link)| {
        if has_link { json!({"name": name, "link": "https://a.example/?a=1&b=2"}) } else { json!({"name": name}) }
    })
}

fn party() -> impl Strategy<Value = Value> {
    let kinds = ["official", "unnamed_official", "intelligence", "military", "politician", "media", "research"];
    (text(), prop::option::of(prop::sample::select(kinds.to_vec())), prop::option::of(text())).prop_map(
        |(name, kind, side)| {
            let mut party = json!({"name": name});
            if let Some(kind) = kind {
                party["kind"] = kind.into();
            }
            if let Some(side) = side {
                party["side"] = side.into();
            }
            party
        },
    )
}

fn attribution() -> impl Strategy<Value = Value> {
    let link = prop_oneof![
        3 => party(),
        1 => prop::collection::vec(party(), 1..3).prop_map(Value::from),
    ];
    prop::collection::vec(link, 0..3).prop_map(Value::from)
}

/// A figure of any wording, with the source's words or its name for the range now and then.
fn reported(unit: casualty_calculator::domain::Unit) -> impl Strategy<Value = Value> {
    (figure(unit), prop::option::weighted(0.3, text()), prop::option::weighted(0.3, text()), 0..10_u8).prop_map(
        move |(figure, words, interval, alone)| {
            let figure = figure_json(figure, unit);
            let mut fields = match (figure, &words) {
                (plain, None) if !plain.is_object() => return plain,
                (Value::Object(fields), _) => fields,
                (plain, Some(_)) => Map::from_iter([("exact".to_owned(), plain)]),
                (plain, None) => return plain,
            };
            if let Some(words) = words {
                if alone == 0 {
                    return json!({"words": words});
                }
                fields.insert("words".to_owned(), words.into());
            }
            if let (Some(interval), true) = (interval, fields.contains_key("between")) {
                fields.insert("interval".to_owned(), interval.into());
            }
            fields.into()
        },
    )
}

/// The fields of a claim but its id and its figures.
fn circumstances() -> impl Strategy<Value = Map<String, Value>> {
    let dates = prop::collection::vec(prop::option::of(date()), 3);
    let covers = prop::sample::subsequence(Category::ALL.map(Category::name).to_vec(), 0..=4).prop_shuffle();
    let basis = prop::option::of(prop::sample::select(vec!["page", "copy", "second_hand"]));
    let texts = (prop::option::of(text()), prop::option::of(text()));
    let others = (prop::option::of(prop::bool::ANY), prop::option::of(prop::collection::vec(source(), 0..3)));
    let period = prop::option::weighted(0.2, (date(), date()));
    (source(), prop::option::of(attribution()), basis, dates, covers, texts, others, period).prop_map(
        |(source, attribution, basis, dates, covers, (as_of_words, note), (withdrawn, disputed_by), period)| {
            let mut claim = Map::new();
            claim.insert("source".to_owned(), source);
            let mut put = |name: &str, value: Option<Value>| {
                if let Some(value) = value {
                    claim.insert(name.to_owned(), value);
                }
            };
            put("attribution", attribution);
            put("basis", basis.map(Value::from));
            for (name, date) in ["as_of", "published", "deployed_as_of"].into_iter().zip(dates) {
                put(name, date.map(|date| date.text().into()));
            }
            put("covers", (!covers.is_empty()).then(|| covers.into()));
            put("as_of_words", as_of_words.map(Value::from));
            put("note", note.map(Value::from));
            put("withdrawn", withdrawn.map(Value::from));
            put("disputed_by", disputed_by.map(Value::from));
            put(
                "period",
                period.map(|(from, to)| {
                    let (from, to) = if to.is_before(from) { (to, from) } else { (from, to) };
                    json!({"from": from.text(), "to": to.text()})
                }),
            );
            claim
        },
    )
}

/// The figures of a claim, at least one.
fn figures() -> impl Strategy<Value = Map<String, Value>> {
    let quantities = Quantity::REPORTED.map(|quantity| prop::option::weighted(0.4, reported(quantity.unit())).boxed());
    let rates: Vec<_> = RateName::ALL.into_iter().filter(|rate| rate.may_be_stated()).collect();
    let stated = rates.into_iter().map(|rate| {
        prop::option::weighted(0.15, reported(rate.measure().unit())).prop_map(move |figure| (rate, figure)).boxed()
    });
    let group = reported(casualty_calculator::domain::Unit::People);
    let split = prop::sample::subsequence(Category::ALL.map(Category::name).to_vec(), 1..=4).prop_shuffle();
    let group = prop::option::weighted(0.4, (group, split));
    (quantities, stated.collect::<Vec<_>>(), group).prop_map(|(quantities, stated, group)| {
        let mut claim = Map::new();
        for (quantity, figure) in Quantity::REPORTED.into_iter().zip(quantities) {
            if let Some(figure) = figure {
                claim.insert(quantity.name().to_owned(), figure);
            }
        }
        if let Some((count, covers)) = group
            && covers.iter().all(|name| !claim.contains_key(*name))
        {
            claim.insert("groups".to_owned(), json!([{"covers": covers, "count": count}]));
        }
        let stated: Map<_, _> =
            stated.into_iter().filter_map(|(rate, figure)| Some((rate.name().to_owned(), figure?))).collect();
        if !stated.is_empty() {
            claim.insert("stated".to_owned(), stated.into());
        }
        if claim.is_empty() {
            claim.insert("killed".to_owned(), 1.into());
        }
        claim
    })
}

fn claim() -> impl Strategy<Value = Map<String, Value>> {
    (circumstances(), figures(), prop::option::of("[a-z]{1,3}"), 0..4_u8).prop_map(
        |(mut claim, figures, force, lender)| {
            claim.extend(figures);
            if let Some(force) = force {
                claim.insert("force".to_owned(), force.into());
            }
            if lender == 0 {
                claim.insert("denominator".to_owned(), Value::Null);
            }
            claim
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_claims_come_back_from_their_table_as_they_were(
        claims in prop::collection::vec(claim(), 1..4),
        language in prop::sample::select(LANGUAGES.to_vec()),
    ) {
        let mut claims = claims;
        for (index, claim) in claims.iter_mut().enumerate() {
            claim.insert("id".to_owned(), format!("claim {index}").into());
        }
        let story = json!({"claims": claims});
        let settings = Settings::of(language);
        let text = of_claims(&story, &settings).sheet().to_text();
        let outcome = read(&text, &settings);
        prop_assert_eq!(asked(&outcome, "en"), Vec::<String>::new(), "{} {}", language, text);
        prop_assert_eq!(Value::from(outcome.claims), story["claims"].clone(), "{} {}", language, text);
    }

    #[test]
    fn no_sheet_stops_the_reader(text in "\\PC{0,200}", cells in "([0-9.,–+~<>%()“” a-z\t;\n-]{0,12}[\t,;\n]){0,30}", language in prop::sample::select(LANGUAGES.to_vec())) {
        for text in [text, ["Source\tKilled\tDate\tShare\n", &cells].concat()] {
            let _ = read(&text, &Settings::of(language));
        }
    }
}

#[test]
fn every_table_of_the_tests_has_its_answer() -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir("tests/tables")? {
        let path = entry?.path();
        let has_table = ["csv", "tsv"].into_iter().any(|extension| Path::new(&path).with_extension(extension).exists());
        assert!(has_table && path.with_extension("json").exists(), "{}", path.display());
    }
    Ok(())
}
