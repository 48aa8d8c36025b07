//! What the reader of datasets says to write instead: whoever follows it has a dataset that is read, and what the source says.
#![cfg(feature = "command")]

use casualty_calculator::dataset::parse_dataset;
use proptest::prelude::*;

/// A dataset with this for a figure of a claim, as it stands in the file.
fn with_figure(field: &str, value: &str) -> String {
    let field = match field.split_once('.') {
        Some((outer, inner)) => format!("\"{outer}\": {{\"{inner}\": {value}}}"),
        None => format!("\"{field}\": {value}"),
    };
    format!(
        "{{\"format\": 2, \"title\": \"T\", \"forces\": [{{\"id\": \"f\", \"name\": \"F\"}}], \"claims\": [\
         {{\"id\": \"c\", \"source\": {{\"name\": \"S\"}}, {field}}}]}}"
    )
}

/// What is said of it, nothing where it is read.
fn said(field: &str, value: &str) -> String {
    let errors = parse_dataset(&with_figure(field, value)).err().unwrap_or_default();
    errors.first().map(ToString::to_string).unwrap_or_default()
}

/// What is to be written instead.
fn proposed(field: &str, value: &str) -> Option<String> {
    said(field, value).rsplit_once("write ").map(|(_, instead)| instead.to_owned())
}

#[test]
fn a_number_that_is_no_json_is_read_whole_or_not_at_all() {
    for (field, value, expected) in [
        ("killed", "1,234,567", Some("1234567")),
        ("killed", "12,500.5", None),
        ("stated.per_day", "12,500.5", Some("12500.5")),
        ("killed", "2,000,000,000", None),
        ("killed", "1,2345", None),
        ("stated.casualty_rate", "35,5", None),
        ("stated.casualty_rate", "35.5+", Some("{\"at_least\": 35.5}")),
        ("killed", "1000+", Some("{\"at_least\": 1000}")),
        ("killed", "10.5+", None),
        // What has a hedge takes no other.
        ("killed.about", "1000+", None),
        ("killed.about", "1,000", Some("1000")),
        ("killed.between", "[1,000, 2,000]", Some("1000")),
        // These may be three numbers.
        ("killed.between", "[300,400,000]", None),
        ("killed.between", "[300,1,000]", None),
    ] {
        assert!(said(field, value).contains("not JSON"), "{value} is no JSON: {}", said(field, value));
        assert_eq!(proposed(field, value).as_deref(), expected, "{field}: {value}");
    }
}

/// Texts such as people write for figures, right and wrong.
fn figure_text() -> impl Strategy<Value = String> {
    let before =
        ["", "", "about ", "~", ">", "<=", "under ", "not more than ", "nearly ", "between ", "from ", "-", "a "];
    let between = [" to ", "–", "-", " and ", "/", " of "];
    let behind = ["", "", "+", "%", " per cent", " or more", "% or more", " thousand", "k", "th", " people", "?"];
    let number = "[0-9]{1,4}([,. ’][0-9]{1,4}){0,3}|[0-9]{10,17}|half|third|dozens|0";
    let end = (prop::sample::select(between.to_vec()), number).prop_map(|(mark, number)| [mark, &number].concat());
    let parts =
        (prop::sample::select(before.to_vec()), number, prop::option::of(end), prop::sample::select(behind.to_vec()));
    let like_figures =
        parts.prop_map(|(before, number, end, behind)| [before, &number, &end.unwrap_or_default(), behind].concat());
    prop_oneof![9 => like_figures, 1 => "[a-z \\\\\"'?%-]{0,12}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_to_be_written_instead_is_read(
        text in figure_text(),
        field in prop::sample::select(vec![
            "killed", "casualties", "stated.casualty_rate", "stated.killed_share", "stated.per_day", "stated.one_in",
        ]),
        is_quoted in any::<bool>(),
    ) {
        let value = if is_quoted { serde_json::Value::from(&*text).to_string() } else { text.clone() };
        if let Some(instead) = proposed(field, &value) {
            prop_assert_eq!(said(field, &instead), "", "{}: {}", field, value);
        }
    }
}
