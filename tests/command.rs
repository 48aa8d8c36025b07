//! The command line as a newsroom's script sees it: what it prints, where, and its exit code.
#![cfg(feature = "command")]

#[cfg(feature = "render")]
mod json_numbers;

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

#[cfg(feature = "render")]
use json_numbers::normal;
use serde_json::Value;

type Done = Result<(), Box<dyn Error>>;

const BUILT_IN: &str = "data/kursk-january-2025.json";

/// A run in the project's folder, so that the names of files are short.
fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_casualty-calculator"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    command
}

fn run(arguments: &[&str]) -> Result<Output, std::io::Error> {
    command(arguments).output()
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

/// What was said to the person, as against what was printed for the next program.
fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A file of the test's own, written anew at each run.
fn file(name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf, std::io::Error> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content)?;
    Ok(path)
}

fn check_text(name: &str, content: impl AsRef<[u8]>) -> Result<(String, Output), Box<dyn Error>> {
    let path = file(name, content)?.display().to_string();
    let output = run(&["check", &path])?;
    Ok((path, output))
}

/// A dataset with these claims, each on a line of its own from line 2.
fn dataset(claims: impl IntoIterator<Item = String>) -> String {
    let claims: Vec<_> = claims.into_iter().collect();
    let forces = "\"forces\": [{\"id\": \"f\", \"name\": \"F\"}]";
    format!("{{\"format\": 2, \"title\": \"T\", {forces}, \"claims\": [\n{}\n]}}\n", claims.join(",\n"))
}

fn claim(index: usize) -> String {
    format!("{{\"id\": \"c{index}\", \"source\": {{\"name\": \"S\"}}, \"killed\": {index}}}")
}

fn rates(arguments: &[&str]) -> Result<Value, Box<dyn Error>> {
    rates_of(BUILT_IN, arguments)
}

fn rates_of(path: &str, arguments: &[&str]) -> Result<Value, Box<dyn Error>> {
    let output = run(&[&["rates", path], arguments].concat())?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()), "{path} {arguments:?}");
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The low, printed and high values of a rate; `NaN` where there is none.
fn values(rates: &Value, name: &str) -> [f64; 3] {
    ["low", "printed", "high"].map(|end| rates[name][end].as_f64().unwrap_or(f64::NAN))
}

fn assert_near(rates: &Value, name: &str, expected: [f64; 3]) {
    for (found, expected) in values(rates, name).into_iter().zip(expected) {
        let both_missing = found.is_nan() && expected.is_nan();
        assert!(both_missing || (found - expected).abs() <= 1e-9, "{name}: {expected} expected, {}", rates[name]);
    }
}

#[test]
fn a_good_dataset_passes_and_what_does_not_add_up_is_listed() -> Done {
    let output = run(&["check", BUILT_IN])?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    let shown = "4000 (3600 to 4400) ÷ 36% (35.5 to 36.5) = 11111.11 (9863.01 to 12394.37), a size of the force that the source does not give.";
    let lines = [
        "parts_leave_nothing, moscow-times: The parts already add up to the whole total. 4000 (3600 to 4400) − 4000 (3600 to 4400) = 0 (0 to 800) for the other categories.",
        &format!("rate_hides_denominator, moscow-times: A rate without the size of the force. {shown}"),
        "different_coverage, moscow-times, bbc, south-korea: Totals that are not like for like. They count different categories.",
        "same_originator, moscow-times, bbc: Several reports, one original source. “Western officials (unnamed)”: updates or repeats, not independent confirmation.",
    ];
    let content = format!("{BUILT_IN}: 5 claims about 1 force, from 2 sources, 2025-01-11 to 2025-01-22\n");
    let lines = lines.map(|line| format!("{BUILT_IN}: note {line}\n"));
    assert_eq!(stdout(&output), content + &lines.concat());
    Ok(())
}

#[test]
fn a_good_dataset_is_described_in_one_line_so_that_a_missing_claim_is_seen() -> Done {
    let first_line = |path: &str| -> Result<String, Box<dyn Error>> {
        let output = run(&["check", path])?;
        assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()), "{path}");
        let said = stdout(&output);
        let line = said.lines().next().unwrap_or_default();
        Ok(line.strip_prefix(&format!("{path}: ")).ok_or(format!("{path} is not named: {said}"))?.to_owned())
    };
    for (name, expected) in [
        ("falklands", "7 claims about 4 forces, from 4 sources, 1982-06-14 to 1982-07-06"),
        // As exact as the first and the last date are known.
        ("gulf-war", "7 claims about 2 forces, from 4 sources, 1991 to 2002-05"),
        ("somme-first-day", "5 claims about 2 forces, from 4 sources, 1916-07-01"),
    ] {
        assert_eq!(first_line(&format!("data/stories/{name}.json"))?, expected);
    }
    let one = file("one-claim.json", dataset([claim(5)]))?.display().to_string();
    assert_eq!(first_line(&one)?, "1 claim about 1 force, from 1 source", "without a date");
    Ok(())
}

#[test]
fn the_rates_come_with_findings_and_the_relation_of_each_pair_of_claims() -> Done {
    let found = rates(&["--pairs", "--scenario", "deployed=1000&killed=1000&wounded=500"])?;
    let codes = |of: &str| {
        let findings = found["findings"].as_array().into_iter().flatten();
        let theirs = findings.filter(|finding| finding["claims"][0] == *of);
        theirs.filter_map(|finding| finding["code"].as_str()).collect::<Vec<_>>()
    };
    assert_eq!(codes("scenario"), ["more_than_deployed"]);
    assert_eq!(codes("bbc"), [""; 0]);
    // What is typed for the solved one is kept and not used, by checks neither.
    let solved = rates(&["--scenario", "deployed=1000&casualties=4000&rate=36&solve_for=deployed"])?;
    let about_scenario = |finding: &&Value| finding["claims"][0] == "scenario";
    assert_eq!(solved["findings"].as_array().ok_or("no findings")?.iter().filter(about_scenario).count(), 0);
    let pairs = found["compatibility"].as_array().ok_or("no pairs")?;
    // Five claims are ten pairs, each in four quantities.
    assert_eq!(pairs.len(), 40);
    let pair = |a: &str, b: &str, of: &str| {
        pairs.iter().find(|pair| pair["a"] == *a && pair["b"] == *b && pair["of"] == *of).cloned().unwrap_or_default()
    };
    let value = |a, b, of, rest| {
        let mut value = serde_json::json!({"a": a, "b": b, "of": of});
        if let (Some(value), Value::Object(rest)) = (value.as_object_mut(), rest) {
            value.extend(rest);
        }
        value
    };
    for (a, b, of, rest) in [
        ("moscow-times", "bbc", "killed", serde_json::json!({"relation": "agree"})),
        // About 1,000 is at least 900, 600 above 300.
        ("moscow-times", "south-korea", "killed", serde_json::json!({"relation": "apart", "gap": 600})),
        ("moscow-times", "south-korea", "casualties", serde_json::json!({"relation": "unlike", "reason": "coverage"})),
        ("bbc", "three-governments", "deployed", serde_json::json!({"relation": "agree"})),
        ("bbc", "zelensky", "killed", serde_json::json!({"relation": "unknown"})),
    ] {
        assert_eq!(pair(a, b, of), value(a, b, of, rest));
    }
    Ok(())
}

#[test]
fn an_editor_can_jump_to_every_error() -> Done {
    let mut files = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/datasets/bad"))? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        files += 1;
        let name = format!("tests/datasets/bad/{}", path.file_name().unwrap_or_default().to_string_lossy());
        let output = run(&["check", &name])?;
        assert_eq!((code(&output), stdout(&output)), (Some(1), String::new()), "{name}");
        let mut expected = String::new();
        for line in fs::read_to_string(path.with_extension("txt"))?.lines() {
            writeln!(expected, "{name}:{line}")?;
        }
        assert_eq!(stderr(&output), expected);
        for line in stderr(&output).lines() {
            let place: Vec<_> = line[name.len() + 1..].splitn(3, ':').collect();
            let [row, column, rest] = place[..] else { return Err(format!("no place in {line}").into()) };
            assert!(row.parse::<usize>().is_ok_and(|row| row > 0), "{line}");
            assert!(column.parse::<usize>().is_ok_and(|column| column > 0), "{line}");
            assert!(rest.starts_with(' '), "{line}");
        }
    }
    assert!(files >= 70, "only {files} bad datasets");
    Ok(())
}

#[test]
fn a_script_stops_at_a_bad_dataset_before_it_prints_rates() -> Done {
    let output = run(&["rates", "tests/datasets/bad/period.json"])?;
    assert_eq!((code(&output), stdout(&output)), (Some(1), String::new()));
    assert!(stderr(&output).starts_with("tests/datasets/bad/period.json:5:70: "), "{}", stderr(&output));
    Ok(())
}

#[test]
fn a_file_that_cannot_be_read_is_named() -> Done {
    for (name, start) in [("no-such-file.json", "no-such-file.json: "), ("data", "data: ")] {
        for subcommand in ["check", "rates"] {
            let output = run(&[subcommand, name])?;
            assert_eq!((code(&output), stdout(&output)), (Some(1), String::new()), "{subcommand} {name}");
            let said = stderr(&output);
            assert!(said.starts_with(start) && said.len() > start.len() + 5 && said.lines().count() == 1, "{said}");
        }
    }
    Ok(())
}

#[test]
fn a_file_in_another_encoding_is_not_called_a_bad_dataset() -> Done {
    let (path, output) = check_text("latin-1.json", b"{\"title\": \"Caf\xe9\"}")?;
    assert_eq!((code(&output), stderr(&output)), (Some(1), format!("{path}: expected UTF-8, but byte 15 is not\n")));
    let utf_16: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (path, output) = check_text("utf-16.json", utf_16)?;
    assert_eq!((code(&output), stderr(&output)), (Some(1), format!("{path}: expected UTF-8, but byte 1 is not\n")));
    Ok(())
}

#[test]
fn a_file_that_windows_saved_is_read_like_any_other() -> Done {
    let good = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(BUILT_IN))?;
    let marked = format!("\u{feff}{}", good.replace('\n', "\r\n"));
    let (_, output) = check_text("marked.json", marked)?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    // Neither the mark nor the carriage returns move a place.
    let (path, output) = check_text(
        "marked-bad.json",
        "\u{feff}{\"format\": \"2\",\r\n \"title\": 5,\r\n \"forces\": 5,\r\n \"claims\": 5}",
    )?;
    let expected = format!(
        "{path}:1:12: field format: expected a number, found \"2\"\n\
         {path}:2:11: field title: expected text, found 5\n\
         {path}:3:12: field forces: expected a list, found 5\n\
         {path}:4:12: field claims: expected a list, found 5\n"
    );
    assert_eq!((code(&output), stderr(&output)), (Some(1), expected));
    Ok(())
}

#[test]
fn the_two_thousand_and_first_claim_is_refused_with_its_place() -> Done {
    let (_, output) = check_text("most-claims.json", dataset((0..2000).map(claim)))?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    let (path, output) = check_text("too-many-claims.json", dataset((0..2001).map(claim)))?;
    let expected = format!("{path}:2002:1: claim \"c2000\": expected at most 2000 claims, found 2001\n");
    assert_eq!((code(&output), stderr(&output)), (Some(1), expected));
    Ok(())
}

#[test]
fn a_file_beyond_four_mebibytes_is_refused_with_both_sizes() -> Done {
    let mut text = dataset([claim(0)]);
    text.push_str(&" ".repeat(4 * 1024 * 1024 - text.len()));
    let (_, output) = check_text("largest.json", &text)?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    text.push(' ');
    let (path, output) = check_text("too-large.json", &text)?;
    let expected = format!("{path}: expected at most 4194304 bytes, found 4194305\n");
    assert_eq!((code(&output), stderr(&output)), (Some(1), expected));
    Ok(())
}

#[test]
fn a_large_file_without_line_breaks_is_checked_without_a_long_wait() -> Done {
    let numbers = "1,".repeat(1_000_000);
    let text = format!("{{\"format\": 2, \"title\": \"T\", \"forces\": 5, \"claims\": 5, \"credits\": [{numbers}1]}}");
    let began = Instant::now();
    let (path, output) = check_text("one-line.json", text)?;
    let expected = format!(
        "{path}:1:39: field forces: expected a list, found 5\n\
         {path}:1:52: field claims: expected a list, found 5\n\
         {path}:1:66: field credits: expected text, found a list\n"
    );
    assert_eq!((code(&output), stderr(&output)), (Some(1), expected));
    // It takes a second or so; counting columns from the line's start each time took minutes.
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    Ok(())
}

#[test]
fn a_file_that_is_nested_too_deeply_gives_a_message() -> Done {
    let (path, output) = check_text("nested.json", "[".repeat(1_000_000))?;
    assert_eq!(code(&output), Some(1));
    assert!(stderr(&output).starts_with(&format!("{path}:1:")), "{}", stderr(&output));
    assert!(stderr(&output).ends_with(": not JSON: Maximum nesting depth exceeded\n"), "{}", stderr(&output));
    Ok(())
}

#[test]
fn the_scenario_and_every_claim_have_every_rate_by_its_name() -> Done {
    const NAMES: [&str; 19] = [
        "casualties",
        "casualty_rate",
        "killed_rate",
        "wounded_rate",
        "missing_rate",
        "captured_rate",
        "casualty_rate_first",
        "irrecoverable",
        "irrecoverable_rate",
        "killed_share",
        "wounded_per_killed",
        "remaining",
        "one_in",
        "per_day",
        "per_day_rate",
        "days_left",
        "implied_deployed",
        "implied_casualties",
        "implied_killed",
    ];
    let found = rates(&[])?;
    let claims = found["claims"].as_array().ok_or("no claims")?;
    let ids: Vec<_> = claims.iter().filter_map(|claim| claim["id"].as_str()).collect();
    assert_eq!(ids, ["moscow-times", "bbc", "south-korea", "three-governments", "zelensky"]);
    for rates in claims.iter().map(|claim| &claim["rates"]).chain([&found["rates"]]) {
        let rates = rates.as_object().ok_or("no rates")?;
        let mut names: Vec<_> = rates.keys().map(String::as_str).collect();
        let mut expected = NAMES.to_vec();
        names.sort_unstable();
        expected.sort_unstable();
        assert_eq!(names, expected);
        for (name, rate) in rates {
            let has = |field: &str| rate.get(field).is_some();
            let complete = ["low", "high", "printed", "low_open", "high_open"].into_iter().all(has);
            assert!(complete != has("unavailable"), "{name}: {rate}");
        }
    }
    Ok(())
}

#[test]
fn the_figures_of_the_article_give_the_known_answers() -> Done {
    let found = rates(&[])?;
    let scenario = serde_json::json!({
        "force": "nk", "deployed": {"about": 11000}, "reinforcements": null, "killed": {"about": 1000}, "wounded": {"about": 3000},
        "missing": null, "captured": null, "casualties": null, "rate": null, "start": null, "as_of": "2025-01-15",
        "solve_for": "rate",
    });
    assert_eq!(found["scenario"], scenario);
    let rates = &found["rates"];
    assert_near(rates, "casualties", [3600.0, 4000.0, 4400.0]);
    assert_eq!(rates["casualties"]["counts"], serde_json::json!(["killed", "wounded"]));
    assert_near(rates, "casualty_rate", [360_000.0 / 11_500.0, 400_000.0 / 11_000.0, 440_000.0 / 10_500.0]);
    assert_near(rates, "wounded_per_killed", [2700.0 / 1100.0, 3.0, 3300.0 / 900.0]);
    assert_near(rates, "killed_share", [90_000.0 / 4200.0, 25.0, 110_000.0 / 3800.0]);
    assert_near(rates, "remaining", [6100.0, 7000.0, 7900.0]);
    assert_near(rates, "one_in", [10_500.0 / 4400.0, 2.75, 11_500.0 / 3600.0]);
    assert_eq!(rates["per_day"], serde_json::json!({"unavailable": "no_dates"}));
    assert_eq!(rates["missing_rate"], serde_json::json!({"unavailable": "no_missing"}));
    assert_eq!(rates["irrecoverable"], serde_json::json!({"unavailable": "no_missing"}));
    let south_korea = &found["claims"][2]["rates"];
    assert_near(south_korea, "casualties", [3000.0; 3]);
    assert_near(south_korea, "casualty_rate", [300_000.0 / 11_500.0, 300_000.0 / 11_000.0, 300_000.0 / 10_500.0]);
    assert_near(south_korea, "wounded_per_killed", [9.0; 3]);
    Ok(())
}

#[test]
fn another_scenario_gives_its_own_known_answers() -> Done {
    let found = rates(&["--scenario", "deployed=over:10000&casualties=4000"])?;
    let rate = &found["rates"]["casualty_rate"];
    assert_near(&found["rates"], "casualty_rate", [0.0, 40.0, 40.0]);
    assert_eq!((&rate["low_open"], &rate["high_open"]), (&Value::Bool(true), &Value::Bool(true)), "{rate}");
    assert_eq!(found["scenario"]["as_of"], Value::Null, "what is left out is unknown");

    let implied = |rates: &Value, expected| assert_near(&rates["rates"], "implied_deployed", expected);
    let plain = 400_000.0 / 36.0;
    implied(&rates(&["--scenario", "casualties=4000&rate=about:36"])?, [400_000.0 / 36.5, plain, 400_000.0 / 35.5]);
    implied(
        &rates(&["--scenario", "casualties=about:4000&rate=about%3a36"])?,
        [360_000.0 / 36.5, plain, 440_000.0 / 35.5],
    );
    assert_eq!(rates(&["--scenario", ""])?, rates(&[])?, "the empty text is the default scenario");
    Ok(())
}

#[test]
fn a_scenario_with_an_error_is_refused_with_the_field_named() -> Done {
    let no_figure = |found: &str, instead: &str| {
        let expected = "expected a number, one of exact, about, over, at_least, under, up_to, nearly, between with its number, best with between, or words alone";
        format!("scenario, field killed: {expected}, found \"{found}\"{instead}")
    };
    let names = "deployed, reinforcements, killed, wounded, missing, captured, casualties, rate, start, as_of, solve_for, force";
    let no_name = "expected a name and a value, such as killed=300";
    let date = "expected a date such as 2025-01-15, 2025-01 or 2025";
    for (text, expected) in [
        (
            "deployed=11000&killd=1000",
            &*format!("scenario, field killd: no such field; did you mean killed?; expected one of {names}"),
        ),
        ("words=dozens", &format!("scenario, field words: no such field; expected one of {names}")),
        ("killed=1000&killed=300", "scenario, field killed: given more than once"),
        ("killed", &format!("scenario, field killed: {no_name}")),
        ("killed=", &no_figure("", "")),
        (
            "killed=abuot:1000",
            "scenario, field killed.abuot: no such field; did you mean about?; expected one of exact, about, over, at_least, under, up_to, nearly, between, best, words, interval",
        ),
        ("killed=1,000", &no_figure("1,000", "; write 1000")),
        // What would be another number is never proposed.
        ("killed=1e3", &no_figure("1e3", "")),
        ("killed=+5", &no_figure("+5", "")),
        ("killed=-5", &no_figure("-5", "")),
        ("killed=1234567890123456", &no_figure("1234567890123456", "")),
        ("killed=2,000,000,000", &no_figure("2,000,000,000", "")),
        ("killed=5 thousand", &no_figure("5 thousand", "")),
        ("rate=150%25", &no_figure("150%", "").replace("killed", "rate")),
        // A hedge is written otherwise than in a file.
        ("killed=about 1,000", &no_figure("about 1,000", "")),
        ("killed=dozens", &no_figure("dozens", "")),
        ("killed=?", &no_figure("?", "")),
        (
            "killed=words:dozens",
            "scenario, field killed: expected a number; nothing can be computed from words alone, so leave it out",
        ),
        ("killed=%3", &no_figure("%3", "")),
        ("killed=about:x", "scenario, field killed.about: expected a number, found \"x\""),
        ("killed=0.5", "scenario, field killed: expected a whole number from 0 to 1000000000, found 0.5"),
        ("killed=under:0", "scenario, field killed.under: nothing is under 0; if nobody is meant, write 0"),
        ("rate=101", "scenario, field rate: expected a percentage from 0 to 100, found 101"),
        ("rate=4/3", "scenario, field rate: expected a percentage from 0 to 100"),
        ("killed=between:900-300", "scenario, field killed.between: expected a range with the lower number first"),
        ("killed=between:900", "scenario, field killed.between: expected a list of two numbers, found 900"),
        ("killed=best:300", "scenario, field killed.best: expected the source's own range beside it, as between"),
        ("killed=best:300:400-500", "scenario, field killed.best: expected a best estimate within its range"),
        ("killed=over:300:400-500", "scenario, field killed: two wordings for one figure; keep one"),
        ("as_of=2025-02-30", &format!("scenario, field as_of: {date}, found \"2025-02-30\"; there is no such day")),
        ("as_of=2025-13", &format!("scenario, field as_of: {date}, found \"2025-13\"; there is no such month")),
        ("start=25", &format!("scenario, field start: {date}, found \"25\"; the year comes first, with four digits")),
        ("solve_for=killed", "scenario, field solve_for: expected one of rate, deployed, casualties, found \"killed\""),
        ("force=ru&killed=5", "scenario, field force: there is no force \"ru\"; expected one of nk"),
        ("force=nk&killed=5&force=nk", "scenario, field force: given more than once"),
        ("killed=5&force=nk&killed=6", "scenario, field force: given more than once"),
        ("force=&killed=5", "scenario, field force: there is no force \"\"; expected one of nk"),
        ("killed=5&", &format!("scenario, {no_name}")),
        ("killed=5&=3", &format!("scenario, field =3: {no_name}")),
    ] {
        let output = run(&["rates", BUILT_IN, "--scenario", text])?;
        assert_eq!((code(&output), stdout(&output)), (Some(1), String::new()), "{text}");
        assert_eq!(stderr(&output), format!("{expected}\n"), "{text}");
    }
    Ok(())
}

/// The rates of a claim.
fn of_claim<'a>(found: &'a Value, id: &str) -> &'a Value {
    let claims = found["claims"].as_array().into_iter().flatten();
    claims.into_iter().find(|claim| claim["id"] == *id).map_or(&Value::Null, |claim| &claim["rates"])
}

#[test]
fn the_figures_of_other_wars_give_the_known_answers() -> Done {
    let none = f64::NAN;
    let uk = rates_of("data/stories/general-staff-uk.json", &[])?;
    // November has 30 days, October 31; from 24 February to 7 March 2022 are 12, to 10 November 2024 991.
    assert_near(of_claim(&uk, "gs-november"), "per_day", [45_680.0 / 30.0; 3]);
    assert_near(of_claim(&uk, "healey-october"), "per_day", [41_980.0 / 31.0; 3]);
    assert_near(of_claim(&uk, "gs-2022-03-07"), "per_day", [11_000.0 / 12.0, 11_000.0 / 12.0, none]);
    assert_near(of_claim(&uk, "gs-2024-11-10"), "per_day", [708_890.0 / 991.0; 3]);
    assert_near(&uk["rates"], "per_day", [708_890.0 / 991.0; 3]);
    assert_eq!(of_claim(&uk, "radakin-october")["casualties"], serde_json::json!({"unavailable": "no_casualties"}));

    let afghanistan = rates_of("data/stories/soviet-afghanistan.json", &[])?;
    let claims = afghanistan["claims"].as_array().ok_or("no claims")?;
    let implied: Vec<_> = claims.iter().filter(|claim| claim["rates"]["implied_killed"]["low"] == 9900).collect();
    assert_eq!(implied.len(), 1, "a third of 33,000 to 38,000");
    assert_near(&implied[0]["rates"], "implied_killed", [9900.0, none, 38_000.0 * 11.0 / 30.0]);

    let falklands = rates_of("data/stories/falklands.json", &[])?;
    let together = of_claim(&falklands, "hansard-all");
    assert_near(together, "casualties", [1032.0; 3]);
    assert_eq!(together["casualties"]["counts"], serde_json::json!(["killed", "wounded", "missing"]));
    for name in ["killed_share", "irrecoverable", "wounded_per_killed"] {
        assert_eq!(together[name], serde_json::json!({"unavailable": "no_killed"}), "{name}");
    }

    let best = "deployed=100000&casualties=best:64260:55298-78525";
    let found = rates(&["--scenario", best])?;
    assert_near(&found["rates"], "casualty_rate", [55.298, 64.26, 78.525]);
    assert_eq!(found["scenario"]["casualties"], serde_json::json!({"best": 64260, "between": [55298, 78525]}));
    let third = rates(&["--scenario", "casualties=4000&rate=1/3"])?;
    assert_near(&third["rates"], "implied_deployed", [120_000.0 / 11.0, 12_000.0, 40_000.0 / 3.0]);
    assert_eq!(third["scenario"]["rate"], "1/3", "a fraction stays one");
    let under = rates(&["--scenario", "deployed=10000&killed=under:1000"])?;
    assert_near(&under["rates"], "killed_rate", [0.0, 10.0, 10.0]);
    assert_eq!(under["rates"]["killed_rate"]["high_open"], true);
    let no_wounded = rates(&["--scenario", "killed=300&missing=100"])?;
    assert_eq!(no_wounded["rates"]["killed_share"], serde_json::json!({"unavailable": "no_wounded"}));
    let month = rates(&["--scenario", "casualties=6100&start=2024-10&as_of=2024-11-30"])?;
    assert_near(&month["rates"], "per_day", [100.0, none, 6100.0 / 31.0]);
    Ok(())
}

const FALKLANDS: &str = "data/stories/falklands.json";

/// What is said of two forces: how many times one's losses are the other's.
fn ratios(found: &Value) -> Vec<String> {
    let ratios = found["ratios"].as_array().into_iter().flatten();
    let text = |ratio: &Value| {
        let [low, printed, high] = ["low", "printed", "high"].map(|end| ratio[end].as_f64().map_or(-1.0, |x| x));
        let [of, a, b] = ["of", "a", "b"].map(|name| ratio[name].as_str().unwrap_or_default().to_owned());
        format!("{of} {a}/{b} {low:.4} {printed:.4} {high:.4}")
    };
    ratios.map(text).collect()
}

#[test]
fn each_force_has_its_own_results_and_is_set_beside_its_like() -> Done {
    let found = rates_of(FALKLANDS, &[])?;
    let forces = found["forces"].as_array().ok_or("no forces")?;
    let names: Vec<_> = forces.iter().map(|force| (force["id"].as_str(), force["name"].as_str())).collect();
    let expected = [
        ("uk", "British forces and civilians"),
        ("uk-service", "British service personnel"),
        ("uk-civilians", "British civilians"),
        ("ar", "Argentine forces"),
    ];
    assert_eq!(names, expected.map(|(id, name)| (Some(id), Some(name))));
    assert_eq!(found["scenario"], forces[0]["scenario"], "the first force is shown");
    assert_eq!(found["rates"], forces[0]["rates"]);
    assert_eq!(found["scenario"]["force"], "uk");
    assert_eq!(forces[3]["scenario"]["force"], "ar");
    assert_near(&forces[0]["rates"], "casualties", [255.0 + 775.0 + 115.0; 3]);
    assert_near(&forces[3]["rates"], "casualties", [649.0 + 1657.0 + 11_313.0; 3]);
    // 255 ÷ 649, 1,145 ÷ 13,619; the parts of the British forces have no killed to be compared.
    let expected = ["killed uk/ar 0.3929 0.3929 0.3929", "casualties uk/ar 0.0841 0.0841 0.0841"];
    assert_eq!(ratios(&found), expected);
    let claims = found["claims"].as_array().ok_or("no claims")?;
    let of = |id: &str| claims.iter().find(|claim| claim["id"] == *id).map(|claim| claim["force"].clone());
    for (claim, force) in [("hansard-service", "uk-service"), ("standard-uk", "uk"), ("upi-1982", "ar")] {
        assert_eq!(of(claim), Some(force.into()), "{claim}");
    }
    assert_eq!(claims.len(), 7);
    Ok(())
}

#[test]
fn a_scenario_is_that_of_the_force_it_names_and_leaves_the_others_alone() -> Done {
    let own = rates_of(FALKLANDS, &[])?;
    let found = rates_of(FALKLANDS, &["--scenario", "force=ar&killed=700&captured=1800"])?;
    assert_eq!(found["scenario"]["force"], "ar");
    assert_eq!((&found["scenario"]["killed"], &found["scenario"]["wounded"]), (&700.into(), &Value::Null));
    assert_eq!(found["rates"], found["forces"][3]["rates"]);
    for other in [0, 1, 2] {
        assert_eq!(found["forces"][other], own["forces"][other]);
    }
    // 255 ÷ 700; killed and captured are not what the British figures count.
    assert_eq!(ratios(&found), ["killed uk/ar 0.3643 0.3643 0.3643"]);
    // The first one is shown; two parts of one whole are set beside each other.
    let text = "force=uk-civilians&killed=18&force=uk-service&killed=between:237-238&force=ar&killed=up_to:700";
    let found = rates_of(FALKLANDS, &["--scenario", text])?;
    assert_eq!(found["scenario"]["force"], "uk-civilians");
    assert_eq!(found["forces"][0], own["forces"][0]);
    let expected = [
        "killed uk/ar 0.3643 0.3643 -1.0000".to_owned(),
        format!("killed uk-service/uk-civilians {:.4} -1.0000 {:.4}", 237.0 / 18.0, 238.0 / 18.0),
    ];
    assert_eq!(ratios(&found), expected);
    // A force alone is shown with its own scenario; without one it is the first force's.
    let shown = rates_of(FALKLANDS, &["--scenario", "force=ar"])?;
    assert_eq!(shown["scenario"], own["forces"][3]["scenario"]);
    assert_eq!(rates_of(FALKLANDS, &["--scenario", "killed=5"])?["scenario"]["force"], "uk");
    // What the checks find in a scenario is about the force that is shown.
    let about = |found: &Value| {
        let findings = found["findings"].as_array().into_iter().flatten();
        let of_scenario = findings.filter(|finding| finding["claims"] == serde_json::json!(["scenario"]));
        of_scenario.filter_map(|finding| finding["code"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(about(&own), [""; 0]);
    assert_eq!(about(&shown), ["more_than_deployed"], "13,619 of 10,000");
    Ok(())
}

#[test]
fn claims_are_paired_only_when_asked_and_only_within_their_force() -> Done {
    let found = rates_of(FALKLANDS, &[])?;
    assert!(found.get("compatibility").is_none(), "the pairs of a long dataset are longer than all the rest");
    let found = rates_of(FALKLANDS, &["--pairs"])?;
    let pairs = found["compatibility"].as_array().ok_or("no pairs")?;
    // One pair of British claims and three of Argentine ones, in four quantities each.
    assert_eq!(pairs.len(), 16);
    let mut of: Vec<_> =
        pairs.iter().map(|pair| [&pair["a"], &pair["b"]].map(|id| id.as_str().unwrap_or_default())).collect();
    of.dedup();
    assert_eq!(
        of,
        [
            ["hansard-all", "standard-uk"],
            ["standard-argentina", "wikia-argentina"],
            ["standard-argentina", "upi-1982"],
            ["wikia-argentina", "upi-1982"],
        ]
    );
    Ok(())
}

#[test]
fn a_total_that_does_not_say_what_it_counts_is_compared_with_a_reservation() -> Done {
    let found = rates_of("data/stories/general-staff-uk.json", &["--pairs"])?;
    let pairs = found["compatibility"].as_array().ok_or("no pairs")?;
    let of = |a: &str, b: &str| {
        pairs
            .iter()
            .find(|pair| pair["a"] == *a && pair["b"] == *b && pair["of"] == "casualties")
            .cloned()
            .unwrap_or_default()
    };
    // 708,890 of unknown coverage; just under 700,000 killed and wounded.
    assert_eq!(
        of("gs-2024-11-10", "radakin-2024-11-10"),
        serde_json::json!({"a": "gs-2024-11-10", "b": "radakin-2024-11-10", "of": "casualties", "relation": "apart", "gap": 8890, "unsure": "coverage"})
    );
    // Both count killed and wounded; 62 days lie between them.
    assert_eq!(
        of("uk-2024-10-07", "trump-2024-12-08"),
        serde_json::json!({"a": "uk-2024-10-07", "b": "trump-2024-12-08", "of": "casualties", "relation": "unlike", "reason": "dates"})
    );
    // A month's losses are no total.
    assert_eq!(of("healey-october", "gs-2024-11-10")["relation"], "unknown");
    Ok(())
}

/// A claim such as reports have: killed and wounded, a total, or a rate over a force, each on its day.
fn long_claim(index: usize) -> String {
    let (month, day) = (1 + index / 28 % 12, 1 + index % 28);
    let figures = match index % 3 {
        0 => format!("\"killed\": {{\"about\": {}}}, \"wounded\": {}", 1000 + index, 3000 + index * 7),
        1 => format!("\"casualties\": {{\"over\": {}}}, \"covers\": [\"killed\", \"wounded\"]", 4000 + index * 3),
        _ => format!(
            "\"deployed\": {{\"about\": {}}}, \"casualties\": {}, \"stated\": {{\"casualty_rate\": {{\"nearly\": 40}}}}",
            11_000 + index,
            4100 + index / 3
        ),
    };
    let source = format!("{{\"name\": \"Source {}\"}}", index % 90);
    format!("{{\"id\": \"claim-{index}\", \"source\": {source}, \"as_of\": \"2024-{month:02}-{day:02}\", {figures}}}")
}

#[test]
fn the_results_of_a_long_dataset_can_still_be_handled() -> Done {
    let mut text = dataset((0..1600).map(long_claim));
    text = text.replace("\"name\": \"F\"", "\"name\": \"F\", \"start\": \"2023-10-01\"");
    let path = file("long.json", text)?.display().to_string();
    let began = Instant::now();
    let output = run(&["rates", &path])?;
    let took = began.elapsed();
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    println!("1,600 claims: {} bytes in {took:?}", output.stdout.len());
    let found: Value = serde_json::from_slice(&output.stdout)?;
    let claims = found["claims"].as_array().ok_or("no claims")?;
    assert_eq!(claims.len(), 1600);
    assert!(claims.iter().all(|claim| claim["rates"]["per_day"]["low"].is_number()), "{}", claims[0]);
    assert!(output.stdout.len() < 5_000_000, "{} bytes", output.stdout.len());
    Ok(())
}

#[test]
fn the_schema_that_editors_load_is_the_one_that_the_program_prints() -> Done {
    let output = run(&["schema"])?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    let published = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/dataset.schema.json"))?;
    assert!(stdout(&output) == published, "write it anew: cargo run -- schema > data/dataset.schema.json");
    Ok(())
}

#[test]
fn a_mistake_in_the_command_is_not_reported_as_one_in_the_dataset() -> Done {
    for arguments in [&[][..], &["chekc"], &["check"], &["rates", BUILT_IN, "--scenari", ""]] {
        let output = run(arguments)?;
        assert_eq!((code(&output), stdout(&output)), (Some(2), String::new()), "{arguments:?}");
        assert!(stderr(&output).contains("Usage: "), "{}", stderr(&output));
    }
    Ok(())
}

#[test]
fn piping_into_head_ends_without_a_panic() -> Done {
    // More than a pipe holds, so that the command still writes when its reader has gone.
    let many = file("many.json", dataset((0..500).map(claim)))?.display().to_string();
    let output =
        with_a_reader_that_goes(command(&["rates", &many]).stderr(Stdio::piped()).stdout(Stdio::piped()), false)?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));

    let bad = file("many-bad.json", dataset((0..1000).map(|_| "{\"unknown\": 5}".to_owned())))?.display().to_string();
    let output =
        with_a_reader_that_goes(command(&["check", &bad]).stderr(Stdio::piped()).stdout(Stdio::piped()), true)?;
    assert_eq!((code(&output), stdout(&output)), (Some(1), String::new()), "the exit code says it alone");
    Ok(())
}

/// Runs a command whose reader takes a few bytes, as `head` does, and goes.
fn with_a_reader_that_goes(command: &mut Command, errors: bool) -> Result<Output, Box<dyn Error>> {
    let mut child = command.spawn()?;
    let mut few = [0; 16];
    if errors {
        child.stderr.take().ok_or("no standard error")?.read_exact(&mut few)?;
    } else {
        child.stdout.take().ok_or("no standard output")?.read_exact(&mut few)?;
    }
    Ok(child.wait_with_output()?)
}

/// The folder that a run of `render` filled.
#[cfg(feature = "render")]
fn rendered(name: &str, dataset: &str) -> Result<[String; 2], Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).display().to_string();
    let output = run(&["render", dataset, "--out", &folder])?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    Ok([
        fs::read_to_string(format!("{folder}/fallback.html"))?,
        fs::read_to_string(format!("{folder}/calculator.txt"))?,
    ])
}

#[cfg(feature = "render")]
#[test]
fn without_a_script_readers_get_every_figure_and_no_dead_controls() -> Done {
    let several = ["falklands", "georgia-2008", "iraq-deaths"].map(|name| (name, format!("data/stories/{name}.json")));
    let one = [("january", BUILT_IN.to_owned()), ("reports", "data/kursk-2024-2025.json".to_owned())];
    for (name, dataset) in &[&one[..], &several].concat() {
        let [html, text] = rendered(name, dataset)?;
        for part in ["<script", "<style", " style=", "<form", " onclick=", " role=", "aria-labelledby"] {
            assert!(!html.contains(part), "{part} in {html}");
        }
        let controls: Vec<_> =
            ["<input", "<button", "<select"].iter().flat_map(|tag| html.split(tag).skip(1)).collect();
        assert!(controls.len() > 10, "only {} controls", controls.len());
        for control in controls {
            let tag = control.split('>').next().unwrap_or_default();
            assert!(tag.contains(" disabled"), "{tag}");
        }
        // Two in one page get into each other's way with no name but those that mean the same in both.
        let names: Vec<_> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(names, ["missing-fill", "captured-fill", "together-fill", "partly-fill"]);
        let data: Value = serde_json::from_str(&fs::read_to_string(dataset)?)?;
        let claims = data["claims"].as_array().ok_or("no claims")?;
        assert_eq!(text.lines().filter(|line| line.starts_with("- ")).count(), claims.len());
        for claim in claims {
            let link = claim["source"]["link"].as_str().ok_or("a source without a link")?;
            assert!(html.contains(&link.replace('&', "&amp;")) && text.contains(link), "{link}");
        }
    }
    let [html, text] = rendered("january", BUILT_IN)?;
    for figure in ["over 10,000", "an estimated 4,000", "nearly 40%", "2,700", "<svg", "<table"] {
        assert!(html.contains(figure), "{figure} in {html}");
    }
    // The reader's 4,000, through all bars of an axis that ends at 5,000.
    let lines: Vec<_> = html.split("<line class=\"scenario-line").skip(1).collect();
    assert_eq!(lines.len(), 1, "{html}");
    assert!(lines[0].starts_with("\" x1=\"80%\" x2=\"80%\" y1=\"0\" y2=\"100%\""), "{}", &lines[0][..80]);
    let line = "- Ukraine, United States, South Korea → The Moscow Times, with AFP; Deployed: over 10,000; published January 22, 2025; ";
    assert!(text.contains(line), "{text}");
    Ok(())
}

/// A rendered table of figures, by column.
#[cfg(feature = "render")]
fn table(name: &str, arguments: &[&str]) -> Result<Vec<std::collections::HashMap<String, String>>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).display().to_string();
    let output = run(&[&["render", "--without-pictures", "--out", &folder][..], arguments].concat())?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    let mut reader = csv::Reader::from_path(format!("{folder}/figures.csv"))?;
    Ok(reader.deserialize().collect::<Result<_, _>>()?)
}

#[cfg(feature = "render")]
#[test]
fn a_spreadsheet_has_every_figure_with_its_hedge_and_its_bounds() -> Done {
    let scenario = ["--scenario", "deployed=over:10000&killed=between:300-900&as_of=2025-01-15"];
    let rows = table("spreadsheet", &[&[BUILT_IN][..], &scenario].concat())?;
    let shown = |claim: &str, columns: &[&str]| -> Vec<String> {
        let of_claim = rows.iter().filter(|row| row["claim"] == claim);
        of_claim.map(|row| columns.iter().map(|column| &*row[*column]).collect::<Vec<_>>().join("|")).collect()
    };
    let columns =
        ["figure", "counts", "hedge", "number", "upper_number", "low", "low_open", "high", "high_open", "unit"];
    assert_eq!(
        shown("scenario", &columns),
        ["deployed||over|10000||10000|true|||people", "killed|killed|between|300|900|300|false|900|false|people"]
    );
    assert_eq!(
        shown("bbc", &columns),
        [
            "deployed||about|11000||10500|false|11500|false|people",
            "killed|killed|about|1000||900|false|1100|false|people",
            "casualties|killed+wounded+missing+captured|about|4000||3600|false|4400|false|people",
            "casualty_rate||nearly|40||36|false|40|true|per_cent",
            "group|wounded+missing+captured|about|3000||2700|false|3300|false|people",
        ]
    );
    let (origin, link) =
        ("Ukraine: President Zelensky → The Moscow Times, with AFP", "https://www.themoscowtimes.com/");
    let zelensky = shown("zelensky", &["as_of", "as_of_words", "published", "attribution", "source", "link", "basis"]);
    assert!(zelensky[0].starts_with(&format!(
        "2025-01-11|earlier in January 2025|2025-01-22|{origin}|The Moscow Times, with AFP|{link}"
    )));
    // As many as the dataset gives, of the longer ones too; what should be a number is one.
    let stories = ["falklands", "georgia-2008", "iraq-deaths", "general-staff-uk", "wagner-bakhmut"];
    let stories = stories.map(|name| (format!("spreadsheet-{name}"), format!("data/stories/{name}.json")));
    let ours = [
        ("spreadsheet-january".to_owned(), BUILT_IN.to_owned()),
        ("spreadsheet-reports".to_owned(), "data/kursk-2024-2025.json".to_owned()),
    ];
    for (name, dataset) in &[&ours[..], &stories].concat() {
        let rows = table(name, &[dataset])?;
        let data: Value = serde_json::from_str(&fs::read_to_string(dataset)?)?;
        let mut given = 0;
        for claim in data["claims"].as_array().ok_or("no claims")? {
            let names = ["deployed", "killed", "wounded", "missing", "captured", "casualties"];
            given += names.iter().filter(|name| claim.get(name).is_some()).count();
            given += claim["stated"].as_object().map_or(0, serde_json::Map::len);
            given += claim["groups"].as_array().map_or(0, Vec::len);
        }
        assert_eq!(rows.iter().filter(|row| row["claim"] != "scenario").count(), given, "{dataset}");
        let cells = |columns: &'static [&str]| {
            rows.iter().flat_map(|row| columns.iter().map(move |column| (row, *column, &*row[*column])))
        };
        for (row, column, cell) in cells(&["number", "low"]) {
            // Words alone have no number.
            assert!(cell.parse::<f64>().is_ok() != (row["hedge"] == "words"), "{column} in {row:?}");
            assert!(cell.is_empty() == (row["hedge"] == "words"), "{column} in {row:?}");
        }
        for (row, column, cell) in cells(&["upper_number", "high"]) {
            assert!(cell.is_empty() || cell.parse::<f64>().is_ok(), "{column} in {row:?}");
        }
        for (row, column, cell) in cells(&["low_open", "high_open"]) {
            assert!(cell.is_empty() || cell.parse::<bool>().is_ok(), "{column} in {row:?}");
        }
        for (row, column, cell) in cells(&["as_of", "published", "period_from", "period_to"]) {
            let date = casualty_calculator::domain::Date::parse(cell);
            assert!(cell.is_empty() || date.is_ok(), "{column} in {row:?}");
        }
        for (column, cell) in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{column}: {cell}");
        }
    }
    Ok(())
}

#[cfg(feature = "render")]
#[test]
fn a_spreadsheet_tells_what_a_figure_is_of_whose_range_it_has_and_whether_it_still_stands() -> Done {
    let rows = |name: &str| table(&format!("sheet-{name}"), &[&format!("data/stories/{name}.json")]);
    let shown = |rows: &[std::collections::HashMap<String, String>], claim: &str, columns: &[&str]| -> Vec<String> {
        let of_claim = rows.iter().filter(|row| row["claim"] == claim);
        of_claim.map(|row| columns.iter().map(|column| &*row[*column]).collect::<Vec<_>>().join("|")).collect()
    };
    let numbers = ["force", "figure", "counts", "hedge", "number", "upper_number", "low", "high", "own_range", "unit"];

    let iraq = rows("iraq-deaths")?;
    let best = "iq|killed|killed|best|654965||392979|942636|true|people";
    let rate = "iq|killed_rate||exact|2.5||2.5|2.5|false|per_cent";
    assert_eq!(shown(&iraq, "lancet-2006", &numbers), [best, rate]);
    assert_eq!(shown(&iraq, "lancet-2006", &["interval", "as_of", "published"])[0], "95% CI|2006-06-30|2006-10-11");
    let range = "civilians|killed|killed|between|183249|205785|183249|205785|true|people";
    assert_eq!(shown(&iraq, "ibc-2019", &numbers), [range]);
    assert_eq!(shown(&iraq, "ibc-2019", &["as_of", "published"]), ["2019-02|"], "a month stays a month");
    let of_scenarios = shown(&iraq, "scenario", &["force", "figure", "hedge", "as_of"]);
    let expected = ["iq|killed|best|2011-06-30", "civilians|killed|between|2019-02", "police|killed|exact|2005-12-01"];
    assert_eq!(of_scenarios, expected, "one scenario of each force");

    let georgia = rows("georgia-2008")?;
    let words = ["figure", "hedge", "number", "low", "high", "own_range", "words"];
    assert_eq!(shown(&georgia, "georgia-2008-08-25", &words)[0], "killed|words|||||half of 400");
    assert_eq!(shown(&georgia, "russia-2008-08-10", &["number", "status"]), ["74|withdrawn"]);

    let uk = rows("general-staff-uk")?;
    let total = shown(&uk, "gs-2024-11-10", &["figure", "counts", "number"]);
    assert_eq!(total, ["casualties|not_stated|708890"], "nobody says what it counts");
    let month = shown(&uk, "healey-october", &["figure", "counts", "number", "unit", "period_from", "period_to"]);
    let expected =
        ["casualties|killed+wounded|41980|people|2024-10|2024-10", "per_day||1354|people_per_day|2024-10|2024-10"];
    assert_eq!(month, expected);

    // A range beside words without a number is how we read them; one with numbers is the source's own.
    let claims = [
        r#"{"id": "read", "source": {"name": "S"}, "killed": {"between": [300, 900], "words": "several hundred"}}"#,
        r#"{"id": "given", "source": {"name": "S"}, "killed": {"between": [4435, 6800], "words": "4,435 to 6,800"}}"#,
        r#"{"id": "named", "source": {"name": "S"}, "killed": {"between": [5, 9], "words": "some", "interval": "range"}}"#,
        r#"{"id": "bare", "source": {"name": "S"}, "killed": {"between": [5, 9]}}"#,
        r#"{"id": "worded", "source": {"name": "S"}, "killed": {"about": 900}}"#,
        r#"{"id": "replaced", "source": {"name": "S"}, "killed": 1, "disputed_by": [{"name": "A"}, {"name": "B"}]}"#,
        r#"{"id": "last", "source": {"name": "S"}, "killed": 2, "replaces": "replaced"}"#,
    ];
    let path = file("ranges.json", dataset(claims.map(str::to_owned)))?.display().to_string();
    let own = table("ranges", &[&path])?;
    let whose: Vec<_> = own.iter().map(|row| format!("{} {}", row["claim"], row["own_range"])).collect();
    let expected =
        ["read false", "given true", "named true", "bare true", "worded false", "replaced false", "last false"];
    assert_eq!(whose, expected);
    assert_eq!(shown(&own, "replaced", &["status", "disputed_by"]), ["replaced|A; B"]);
    assert_eq!(shown(&own, "last", &["status", "disputed_by"]), ["|"]);
    Ok(())
}

#[cfg(feature = "render")]
#[test]
fn a_spreadsheet_reads_commas_quotes_and_line_breaks_as_they_were() -> Done {
    let note = "one, two \"three\"\nfour \"\" five\r\n,";
    let claim =
        format!("{{\"id\": \"a\", \"killed\": 1, \"source\": {{\"name\": \",\"}}, \"note\": {}}}", Value::from(note));
    let path = file("quotes.json", dataset([claim]))?.display().to_string();
    let rows = table("quotes", &[&path])?;
    assert_eq!((&*rows[0]["note"], &*rows[0]["source"]), (note, ","));
    Ok(())
}

#[cfg(feature = "render")]
#[test]
fn no_text_of_a_dataset_runs_as_a_formula_in_a_spreadsheet() -> Done {
    // Blanks around a text are dropped, so that they hide no sign.
    for sign in ["=", "+", "-", "@", "\\t=", "\\r@"] {
        let claim = format!(
            "{{\"id\": \"a\", \"killed\": 1, \"note\": \"{sign}1\", \"as_of_words\": \"{sign}2\",
            \"source\": {{\"name\": \"{sign}HYPERLINK(A1)\"}}, \"attribution\": [{{\"name\": \"{sign}cmd\"}}]}}"
        );
        let path = file("formula.json", dataset([claim]))?.display().to_string();
        let rows = table("formula", &[&path])?;
        for column in ["note", "as_of_words", "source", "attribution"] {
            assert!(rows[0][column].starts_with('\''), "{column}: {:?}", rows[0]);
        }
    }
    Ok(())
}

#[cfg(feature = "render")]
#[test]
fn rendered_files_show_the_given_scenario() -> Done {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("asked").display().to_string();
    let arguments = ["--scenario", "deployed=1000%26killed=250", "--url", "https://your.site/"];
    let output = run(&[&["render", BUILT_IN, "--out", &folder][..], &arguments].concat())?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    for (name, part) in [
        ("fallback.html", "Of <b>1,000</b> deployed"),
        ("embed.html", "Of <b>1,000</b> deployed"),
        ("embed.html", " scenario=\"deployed=1000&amp;killed=250\">"),
        ("snippet.html", "data-scenario=\"deployed=1000&amp;killed=250\""),
        ("snippet.html", "href=\"https://your.site/embed.html?lang=en#deployed=1000&amp;killed=250\""),
        ("oembed.json", "embed.html?lang=en#deployed=1000&amp;killed=250"),
        ("figures.csv", "scenario,killed,killed,exact,250,"),
    ] {
        let text = fs::read_to_string(format!("{folder}/{name}"))?;
        assert!(text.contains(part), "{part} in {name}: {text}");
    }
    let output = run(&["render", BUILT_IN, "--out", &folder, "--scenario", "deployed=ten"])?;
    assert_eq!(code(&output), Some(1));
    assert!(stderr(&output).starts_with("scenario, field deployed: "), "{}", stderr(&output));
    Ok(())
}

#[cfg(feature = "render")]
#[test]
fn rendered_files_of_several_forces_name_the_one_they_show_and_lead_back_to_it() -> Done {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("forces").display().to_string();
    let scenario = "force=ar&killed=700&captured=1800&force=uk-service&killed=237";
    let arguments = ["--scenario", scenario, "--url", "https://your.site/", "--without-pictures"];
    let output = run(&[&["render", FALKLANDS, "--out", &folder][..], &arguments].concat())?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    let escaped = scenario.replace('&', "&amp;");
    for (name, parts) in [
        ("fallback.html", &["data-force=\"ar\" aria-pressed=\"true\"", "data-force=\"uk\" aria-pressed=\"false\""][..]),
        // Without a script nobody can choose a force, so all claims are there.
        ("fallback.html", &["Military Wiki infobox", "Hansard, 6 July 1982"]),
        ("snippet.html", &[&*format!("data-scenario=\"{escaped}\""), "British civilians", "Argentine forces"]),
        ("chart.svg", &["Argentine forces", &*format!("embed.html?lang=en#{escaped}")]),
        ("calculator.txt", &["\nBritish service personnel\n- ", "\nArgentine forces\n- "]),
        ("figures.csv", &["ar,scenario,killed,killed,exact,700,", "uk-service,scenario,killed,killed,exact,237,"]),
        ("figures.csv", &["uk,scenario,killed,killed,exact,255,", "uk-civilians,scenario,wounded,wounded,exact,18,"]),
    ] {
        let text = fs::read_to_string(format!("{folder}/{name}"))?;
        for part in parts {
            assert!(text.contains(part), "{part} in {name}: {text}");
        }
    }
    let all: Value = serde_json::from_str(&fs::read_to_string(format!("{folder}/figures.json"))?)?;
    assert_eq!(all["scenario"], rates_of(FALKLANDS, &["--scenario", scenario])?["scenario"]);
    assert_eq!(all["forces"].as_array().map(Vec::len), Some(4));
    // The link in the chart, put into the command again, shows the same.
    let chart = fs::read_to_string(format!("{folder}/chart.svg"))?;
    let link = chart.split("embed.html?lang=en#").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
    let again = rates_of(FALKLANDS, &["--scenario", &link.replace("&amp;", "&")])?;
    for name in ["scenario", "rates", "forces", "ratios"] {
        assert_eq!(again[name], all[name], "{name}");
    }
    Ok(())
}

/// Width and height, as a PNG's head says.
#[cfg(feature = "render")]
fn png_size(path: &str) -> Result<[u32; 2], Box<dyn Error>> {
    let bytes = fs::read(path)?;
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n", "{path}");
    Ok([16, 20].map(|at| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])))
}

#[cfg(feature = "render")]
#[test]
fn pictures_are_written_and_link_previews_find_theirs() -> Done {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures").display().to_string();
    let arguments = ["render", BUILT_IN, "--out", &folder, "--url", "https://your.site/story"];
    let output = run(&arguments)?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    let read = |name: &str| fs::read_to_string(format!("{folder}/{name}"));
    let chart = read("chart.svg")?;
    let size = |name: &str| chart.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?.parse::<u32>().ok();
    let [width, height] = ["width", "height"].map(size);
    assert_eq!(width, Some(800));
    assert_eq!(png_size(&format!("{folder}/chart.png"))?, [1600, height.ok_or("no height")? * 2]);
    assert_eq!(png_size(&format!("{folder}/social.png"))?, [1200, 630]);
    let link = "https://your.site/story/embed.html?lang=en#deployed=about:11000&amp;killed=about:1000&amp;";
    assert!(chart.contains(link), "{chart}");
    let page = read("embed.html")?;
    for meta in [
        "<meta property=\"og:image\" content=\"https://your.site/story/social.png\">",
        "<meta property=\"og:image:width\" content=\"1200\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ] {
        assert!(page.contains(meta), "{meta} in {page:.3000}");
    }
    let answer: Value = serde_json::from_str(&read("oembed.json")?)?;
    let thumbnail = ["thumbnail_url", "thumbnail_width", "thumbnail_height"].map(|name| answer[name].clone());
    assert_eq!(thumbnail, ["https://your.site/story/social.png".into(), Value::from(1200), Value::from(630)]);

    // Without them, nothing speaks of them.
    let bare = format!("{folder}-left-out");
    let output = run(&["render", BUILT_IN, "--out", &bare, "--url", "https://your.site/", "--without-pictures"])?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    for name in ["embed.html", "oembed.json"] {
        assert!(!fs::read_to_string(format!("{bare}/{name}"))?.contains("social.png"), "{name}");
    }
    assert!(!Path::new(&bare).join("social.png").exists() && Path::new(&bare).join("chart.svg").exists());
    Ok(())
}

#[cfg(feature = "render")]
#[test]
fn the_figures_as_json_are_the_dataset_and_the_same_results_as_rates_prints() -> Done {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("figures").display().to_string();
    let scenario = "deployed=over:10000&killed=between:300-900";
    let output = run(&["render", BUILT_IN, "--out", &folder, "--scenario", scenario, "--without-pictures"])?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    let text = fs::read_to_string(format!("{folder}/figures.json"))?;
    let all: Value = serde_json::from_str(&text)?;
    let printed = rates(&["--scenario", scenario])?;
    for name in ["scenario", "rates", "forces", "claims", "findings", "ratios"] {
        assert!(!printed[name].is_null(), "{name}");
        assert_eq!(all[name], printed[name], "{name}");
    }
    let data: Value = serde_json::from_str(&fs::read_to_string(BUILT_IN)?)?;
    assert_eq!(normal(all["data"].clone()), normal(data));
    Ok(())
}

#[cfg(feature = "render")]
#[test]
fn rendered_headings_follow_the_level_of_the_story() -> Done {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("headings").display().to_string();
    for (arguments, headings) in [(&[][..], ["<h2 ", "<h3 ", "<h4 "]), (&["--heading", "5"], ["<h5 ", "<h6 ", "<h6 "])]
    {
        let output =
            run(&[&["render", BUILT_IN, "--out", &folder, "--url", "https://your.site/"][..], arguments].concat())?;
        assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
        let html = fs::read_to_string(format!("{folder}/fallback.html"))?;
        for (class, heading) in ["question", "title", "subtitle"].into_iter().zip(headings) {
            let all: Vec<_> = html.split('<').filter(|tag| tag.contains(&format!("class=\"{class}\""))).collect();
            let right = !all.is_empty() && all.iter().all(|tag| tag.starts_with(&heading[1..]));
            assert!(right, "{arguments:?}, {class}: {all:?}");
        }
        let page = fs::read_to_string(format!("{folder}/embed.html"))?;
        assert_eq!(page.contains(" heading=\"5\""), !arguments.is_empty(), "{page}");
    }
    let output = run(&["render", BUILT_IN, "--out", &folder, "--heading", "7"])?;
    assert!(code(&output) != Some(0) && stderr(&output).contains("7 is not in 1..=6"), "{}", stderr(&output));
    Ok(())
}

#[cfg(feature = "render")]
#[test]
fn what_cannot_be_rendered_or_written_is_reported_with_its_path() -> Done {
    let output = run(&["render", "nowhere.json", "--out", "target/nowhere"])?;
    assert_eq!(code(&output), Some(1));
    assert_eq!(stderr(&output), "nowhere.json: No such file or directory (os error 2)\n");
    let taken = file("taken", "a file, and no folder")?.display().to_string();
    let output = run(&["render", BUILT_IN, "--out", &taken])?;
    assert_eq!(code(&output), Some(1));
    assert_eq!(stderr(&output), format!("{taken}: File exists (os error 17)\n"));
    let output = run(&["render", BUILT_IN, "--out", "target/nowhere", "--url", "your.site"])?;
    assert_eq!(code(&output), Some(1));
    assert_eq!(stderr(&output), "--url your.site: expected a full address such as https://your.site/calculator/\n");
    Ok(())
}

#[cfg(feature = "render")]
#[test]
fn a_pasted_figure_survives_a_cms_and_still_finds_its_calculator() -> Done {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("addressed").display().to_string();
    let arguments = ["--url", "https://your.site/calculator", "--src", "https://your.site/a.json?b=1&c=2"];
    let output = run(&[&["render", BUILT_IN, "--out", &folder][..], &arguments].concat())?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    let read = |name| fs::read_to_string(format!("{folder}/{name}"));
    let snippet = read("snippet.html")?;
    // What the filters of widespread systems let through; links come back as they went in.
    let mut filter = ammonia::Builder::default();
    filter.link_rel(None).add_generic_attributes(["class", "id", "lang", "dir", "role", "aria-label"]);
    filter.add_generic_attribute_prefixes(["data-"]).add_tag_attributes("a", ["target", "rel"]);
    filter.add_tag_attributes("th", ["scope"]);
    assert_eq!(filter.clean(&snippet).to_string(), snippet);
    for part in [
        "<figure class=\"casualty-calculator\" data-casualty-calculator=\"\"",
        "data-src=\"https://your.site/a.json?b=1&amp;c=2\"",
        "href=\"https://your.site/calculator/embed.html?lang=en&amp;src=https%3A%2F%2Fyour%2Esite%2Fa%2Ejson%3Fb%3D1%26c%3D2\"",
    ] {
        assert!(snippet.contains(part), "{part} in {snippet}");
    }
    let answer: Value = serde_json::from_str(&read("oembed.json")?)?;
    assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
    assert!(answer["width"].is_u64() && answer["height"].is_u64(), "{answer}");
    let html = answer["html"].as_str().unwrap_or_default();
    assert!(html.starts_with("<iframe title=\"") && html.matches('<').count() == 2, "{html}");
    let page = read("embed.html")?;
    let head = page.find("application/json+oembed\" href=\"https://your.site/calculator/oembed.json\"");
    assert!(head.is_some_and(|place| place < 150_000), "{page}");
    assert!(page.contains("data-from-address src=\"https://your.site/a.json?b=1&amp;c=2\""), "{page}");
    Ok(())
}

/// The Latin words of a text or of HTML, names that have no other form and addresses aside.
#[cfg(feature = "render")]
fn latin_words(text: &str) -> Vec<String> {
    let mut plain = String::new();
    // What stands between a tag's end and the next one's beginning.
    for part in text.split('<') {
        plain += part.split_once('>').map_or(part, |(_, text)| text);
        plain.push(' ');
    }
    for name in
        ["The Moscow Times", "The New York Times", "KBS", "World", "BBC", "AFP", "Casualty Calculator", "English"]
    {
        plain = plain.replace(name, "");
    }
    let words = plain.split_whitespace().filter(|word| !word.starts_with("https://"));
    let latin = |word: &&str| word.chars().filter(char::is_ascii_alphabetic).count() > 1;
    words.filter(latin).map(str::to_owned).collect()
}

#[cfg(feature = "render")]
#[test]
fn files_for_a_language_are_in_that_language_throughout() -> Done {
    for (language, direction, warning) in [
        ("uk", "ltr", "note different_coverage, moscow-times, bbc, south-korea: Суми, які прямо не порівняти. Вони"),
        ("ru", "ltr", "note different_coverage, moscow-times, bbc, south-korea: Суммы, которые прямо не сравнить. Они"),
        ("ko", "ltr", "note different_coverage, moscow-times, bbc, south-korea: 그대로 비교할 수 없는 합계. 서로"),
        ("ar", "rtl", "note different_coverage, moscow-times, bbc, south-korea: مجاميع لا تصح مقارنتها مباشرة. تشمل"),
    ] {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("in-{language}")).display().to_string();
        let output = run(&["render", BUILT_IN, "--out", &folder, "--lang", language])?;
        assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
        for name in ["fallback.html", "snippet.html", "calculator.txt"] {
            let text = fs::read_to_string(format!("{folder}/{name}"))?;
            assert_eq!(latin_words(&text), Vec::<String>::new(), "{name} in {language}");
            let marked = format!("lang=\"{language}\" dir=\"{direction}\"");
            assert!(text.contains(&marked) || name == "calculator.txt", "{name}: {marked}");
        }
        let output = run(&["check", BUILT_IN, "--lang", language])?;
        assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
        let found = stdout(&output);
        assert!(found.contains(warning), "{found}");
    }
    // Elsewhere in English, with numbers of its own.
    let output = run(&["check", BUILT_IN, "--lang", "de"])?;
    assert!(stdout(&output).contains("÷ 36% (35,5–36,5%) = 11.111"), "{}", stdout(&output));
    Ok(())
}

/// The checks that only whoever writes a dataset can do anything about.
#[cfg(feature = "render")]
const FOR_AUTHORS: [&str; 4] = ["words_contradict", "dates_disagree", "same_claim_twice", "names_nearly_alike"];

#[cfg(feature = "render")]
#[test]
fn what_only_whoever_writes_a_dataset_can_mend_is_told_to_them_and_drawn_for_nobody() -> Done {
    const FILE: &str = "tests/datasets/good/for-whoever-writes-it.json";
    let said = stdout(&run(&["check", FILE])?);
    let found = rates_of(FILE, &[])?;
    let codes = |findings: &Value| {
        let findings = findings.as_array().into_iter().flatten();
        findings.filter_map(|finding| Some(finding["code"].as_str()?.to_owned())).collect::<Vec<_>>()
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("for-authors").display().to_string();
    let output = run(&["render", FILE, "--out", &folder, "--url", "https://your.site/", "--without-pictures"])?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    let figures: Value = serde_json::from_str(&fs::read_to_string(format!("{folder}/figures.json"))?)?;
    for code in FOR_AUTHORS {
        assert!(said.contains(&format!(": warning {code}, ")) || said.contains(&format!(": note {code}, ")), "{said}");
        assert!(codes(&found["findings"]).iter().any(|found| found == code), "{found}");
        assert!(!codes(&figures["findings"]).iter().any(|found| found == code), "{code}");
    }
    let drawn = codes(&figures["findings"]);
    assert!(drawn.iter().any(|code| code == "same_originator"), "the others are drawn: {drawn:?}");
    let html = fs::read_to_string(format!("{folder}/fallback.html"))?;
    for code in &drawn {
        assert!(html.contains(&format!("data-check=\"{code}\"")), "{code}");
    }
    assert_eq!(html.matches("data-check=").count(), drawn.len());
    Ok(())
}

/// In the page on datasets, what is run and what it prints, with `…` for the rest of a line.
#[test]
fn the_documents_show_what_the_command_really_says() -> Done {
    const COMMAND: &str = "$ cargo run --quiet -- check ";
    let text = include_str!("../docs/datasets.md");
    let mut shown = 0;
    for block in text.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        let Some((file, expected)) = block.strip_prefix(COMMAND).and_then(|block| block.split_once('\n')) else {
            continue;
        };
        let mut command = command(&["check", file]);
        if file == "story.json" {
            command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/datasets/documented"));
        }
        let output = command.output()?;
        let said = stdout(&output) + &stderr(&output);
        assert_eq!(said.lines().count(), expected.lines().count(), "{said}");
        for (said, expected) in said.lines().zip(expected.lines()) {
            match expected.strip_suffix('…') {
                Some(beginning) => assert!(said.starts_with(beginning), "{said}"),
                None => assert_eq!(said, expected),
            }
            shown += 1;
        }
    }
    assert_eq!(shown, 9, "five lines of findings, four of errors");
    Ok(())
}
