//! The command line as a newsroom's script sees it: what it prints, where, and its exit code.
#![cfg(feature = "command")]

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

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
    format!("{{\"format\": 1, \"title\": \"T\", \"claims\": [\n{}\n]}}\n", claims.join(",\n"))
}

fn claim(index: usize) -> String {
    format!("{{\"id\": \"c{index}\", \"source\": {{\"name\": \"S\"}}, \"killed\": {index}}}")
}

fn rates(arguments: &[&str]) -> Result<Value, Box<dyn Error>> {
    let output = run(&[&["rates", BUILT_IN], arguments].concat())?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()), "{arguments:?}");
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
    let shown = "4000 (3600 to 4400) ÷ 36% (35.5 to 36.5) = 11111.11 (9863.01 to 12394.37) deployed, a number the source does not give.";
    let lines = [
        "parts_leave_nothing, moscow-times: The parts already add up to the whole total. 4000 (3600 to 4400) − 4000 (3600 to 4400) = 0 (0 to 800) for the other categories.",
        &format!("rate_hides_denominator, moscow-times: A rate without the size of the force. {shown}"),
        "different_coverage, moscow-times, bbc, south-korea: Totals that are not like for like. They count different categories.",
        "same_originator, moscow-times, bbc: Several reports, one original source. Western officials (unnamed): updates or repeats, not independent confirmation.",
    ];
    let lines = lines.map(|line| format!("{BUILT_IN}: note {line}\n"));
    assert_eq!(stdout(&output), lines.concat());
    Ok(())
}

#[test]
fn the_rates_come_with_findings_and_the_relation_of_each_pair_of_claims() -> Done {
    let found = rates(&["--scenario", "deployed=1000&killed=1000&wounded=500"])?;
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
    assert!(files >= 24, "only {files} bad datasets");
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
    let (path, output) =
        check_text("marked-bad.json", "\u{feff}{\"format\": \"1\",\r\n \"title\": 5,\r\n \"claims\": 5}")?;
    let expected = format!(
        "{path}:1:12: field format: expected a number, found \"1\"\n\
         {path}:2:11: field title: expected text, found a number\n\
         {path}:3:12: field claims: expected a list, found a number\n"
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
    let text = format!("{{\"format\": 1, \"title\": \"T\", \"claims\": [], \"notes\": 5, \"credits\": [{numbers}1]}}");
    let began = Instant::now();
    let (path, output) = check_text("one-line.json", text)?;
    let expected = format!(
        "{path}:1:52: field notes: expected a list, found a number\n\
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
    const NAMES: [&str; 18] = [
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
        "deployed": {"about": 11000}, "reinforcements": null, "killed": {"about": 1000}, "wounded": {"about": 3000},
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
    let no_figure = |found: &str| {
        let expected = "expected a number, or one of about, over, at_least, up_to, nearly, between with its number";
        format!("scenario, field killed: {expected}, found \"{found}\"")
    };
    let names =
        "deployed, reinforcements, killed, wounded, missing, captured, casualties, rate, start, as_of, solve_for";
    for (text, expected) in [
        ("deployed=11000&killd=1000", &*format!("scenario, field killd: no such field; expected one of {names}")),
        ("killed=1000&killed=300", "scenario, field killed: given more than once"),
        ("killed", "scenario, field killed: expected a name and a value, such as killed=300"),
        ("killed=", &no_figure("")),
        (
            "killed=abuot:1000",
            "scenario, field killed.abuot: no such field; expected one of about, over, at_least, up_to, nearly, between, words",
        ),
        ("killed=1,000", &no_figure("1,000")),
        ("killed=1e3", &no_figure("1e3")),
        ("killed=+5", &no_figure("+5")),
        ("killed=-5", &no_figure("-5")),
        ("killed=1234567890123456", &no_figure("1234567890123456")),
        ("killed=%3", &no_figure("%3")),
        ("killed=about:x", "scenario, field killed.about: expected a number, found \"x\""),
        ("killed=0.5", "scenario, field killed: expected a whole number from 0 to 1000000000"),
        ("rate=101", "scenario, field rate: expected a percentage from 0 to 100"),
        ("killed=between:900-300", "scenario, field killed.between: expected a range with the lower number first"),
        ("killed=between:900", "scenario, field killed.between: expected a list of two numbers, found a number"),
        ("as_of=2025-02-30", "scenario, field as_of: expected a date such as 2025-01-15, found \"2025-02-30\""),
        ("solve_for=killed", "scenario, field solve_for: expected one of rate, deployed, casualties, found \"killed\""),
        ("killed=5&", "scenario, expected a name and a value, such as killed=300"),
        ("killed=5&=3", "scenario, field =3: expected a name and a value, such as killed=300"),
    ] {
        let output = run(&["rates", BUILT_IN, "--scenario", text])?;
        assert_eq!((code(&output), stdout(&output)), (Some(1), String::new()), "{text}");
        assert_eq!(stderr(&output), format!("{expected}\n"), "{text}");
    }
    Ok(())
}

#[test]
fn the_schema_that_editors_load_is_the_one_that_the_program_prints() -> Done {
    let output = run(&["schema"])?;
    assert_eq!((code(&output), stderr(&output)), (Some(0), String::new()));
    let published = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/dataset.schema.json"))?;
    assert_eq!(stdout(&output), published, "write it anew: cargo run -- schema > data/dataset.schema.json");
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
    for (name, dataset) in [("january", BUILT_IN), ("reports", "data/kursk-2024-2025.json")] {
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
    let line =
        "- Ukraine, United States, South Korea → The Moscow Times, with AFP; Deployed: over 10,000; January 22, 2025; ";
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
            "rate|killed+wounded+missing+captured|nearly|40||36|false|40|true|per_cent",
            "group|wounded+missing+captured|about|3000||2700|false|3300|false|people",
        ]
    );
    let (origin, link) =
        ("Ukraine: President Zelensky → The Moscow Times, with AFP", "https://www.themoscowtimes.com/");
    let zelensky = shown("zelensky", &["as_of", "as_of_words", "published", "attribution", "source", "link", "basis"]);
    assert!(zelensky[0].starts_with(&format!(
        "2025-01-11|earlier in January 2025|2025-01-22|{origin}|The Moscow Times, with AFP|{link}"
    )));
    // As many as the dataset gives, of the longer one too; what should be a number is one.
    for (name, dataset) in [("spreadsheet-january", BUILT_IN), ("spreadsheet-reports", "data/kursk-2024-2025.json")] {
        let rows = table(name, &[dataset])?;
        let data: Value = serde_json::from_str(&fs::read_to_string(dataset)?)?;
        let mut given = 0;
        for claim in data["claims"].as_array().ok_or("no claims")? {
            let names = ["deployed", "killed", "wounded", "missing", "captured", "casualties", "rate", "killed_share"];
            given += names.iter().filter(|name| claim.get(name).is_some()).count();
            given += claim["groups"].as_array().map_or(0, Vec::len);
        }
        assert_eq!(rows.iter().filter(|row| row["claim"] != "scenario").count(), given, "{dataset}");
        let cells = |columns: &'static [&str]| {
            rows.iter().flat_map(|row| columns.iter().map(move |column| (row, *column, &*row[*column])))
        };
        for (row, column, cell) in cells(&["number", "low"]) {
            assert!(cell.parse::<f64>().is_ok(), "{column} in {row:?}");
        }
        for (row, column, cell) in cells(&["upper_number", "high"]) {
            assert!(cell.is_empty() || cell.parse::<f64>().is_ok(), "{column} in {row:?}");
        }
        for (row, column, cell) in cells(&["low_open", "high_open"]) {
            assert!(cell.is_empty() || cell.parse::<bool>().is_ok(), "{column} in {row:?}");
        }
        for (row, column, cell) in cells(&["as_of", "published", "period_from", "period_to"]) {
            let date = casualty_calculator::domain::parse_date(cell);
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
    for sign in ["=", "+", "-", "@", "\\t", "\\r"] {
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
    for name in ["scenario", "rates", "claims", "findings"] {
        assert_eq!(all[name], printed[name], "{name}");
    }
    let data: Value = serde_json::from_str(&fs::read_to_string(BUILT_IN)?)?;
    assert_eq!(plain(&all["data"]), plain(&data));
    Ok(())
}

/// Numbers written one way: JSON has two for whole ones.
#[cfg(feature = "render")]
fn plain(value: &Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().into(),
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), plain(value))).collect(),
        other => other.clone(),
    }
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
