//! Good and bad datasets: the messages that a data journalist reads, word for word.
#![cfg(feature = "command")]

mod published;

use std::fs;
use std::path::Path;

use casualty_calculator::dataset::{BUILT_IN, Dataset, parse_dataset, parse_translated, schema};
use casualty_calculator::domain::{
    Basis, Category, Claim, Coverage, Date, Figure, Lender, PartyKind, Period, Quantity, RateName, Reported, SolveFor,
    Unit, decimal_text,
};
use published::{folder, published};

type Failure = Box<dyn std::error::Error>;

fn read(text: &str) -> Result<Dataset, String> {
    parse_dataset(text).map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// Beside each bad file is a text file of the same name with the errors that it must give.
#[test]
fn every_error_names_its_place_its_claim_its_field_and_what_was_expected() -> Result<(), Failure> {
    let files = folder("tests/datasets/bad")?;
    let mut wrong = Vec::new();
    for file in &files {
        let found = match parse_dataset(&fs::read_to_string(file)?) {
            Ok(_) => "no error".to_owned(),
            Err(errors) => errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
        };
        let expected = fs::read_to_string(file.with_extension("txt")).unwrap_or_default();
        if found.trim() != expected.trim() {
            wrong.push(format!("{}:\n{found}", file.display()));
        }
    }
    assert!(files.len() >= 70, "only {} bad datasets", files.len());
    assert!(wrong.is_empty(), "unexpected errors:\n{}", wrong.join("\n\n"));
    Ok(())
}

#[test]
fn every_dataset_of_the_project_can_be_read() -> Result<(), Failure> {
    for file in published()? {
        read(&fs::read_to_string(&file)?).map_err(|errors| format!("{}: {errors}", file.display()))?;
    }
    Ok(())
}

/// The schema may allow more than the program, as it can't compare claims, but refuses nothing that the program takes.
#[test]
fn an_editor_that_knows_the_schema_warns_of_the_same_mistakes() -> Result<(), Failure> {
    let validator = jsonschema::draft202012::new(&schema())?;
    for file in [published()?, folder("tests/datasets/good")?].concat() {
        let value = serde_json::from_str(&fs::read_to_string(&file)?)?;
        let errors: Vec<_> =
            validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {}", file.display(), errors.join("\n"));
    }
    // What only reading finds: what holds between fields, claims and forces.
    let beyond_the_schema = [
        "denominator-of-another-force",
        "force-of-a-claim-about-the-only-one",
        "groups",
        "ids",
        "period",
        "range-reversed",
        "repeated-field",
        "replaces",
    ];
    let mut not_json = 0;
    let mut passed = Vec::new();
    for file in folder("tests/datasets/bad")? {
        match serde_json::from_str(&fs::read_to_string(&file)?) {
            Ok(value) if validator.is_valid(&value) => passed.push(file.file_stem().unwrap_or_default().to_owned()),
            Ok(_) => {}
            Err(_) => not_json += 1,
        }
    }
    assert_eq!(passed, beyond_the_schema, "the schema lets these pass");
    assert!(not_json < 20, "{not_json} files are not JSON at all");
    Ok(())
}

#[test]
fn the_published_schema_is_the_present_one() -> Result<(), Failure> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/dataset.schema.json");
    let published: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    assert!(published == schema(), "write it anew: cargo run -- schema > data/dataset.schema.json");
    Ok(())
}

/// What the article of January 2025 holds, row by row.
#[test]
fn the_built_in_dataset_holds_every_reported_figure() -> Result<(), Failure> {
    let dataset = parse_dataset(BUILT_IN).map_err(|errors| format!("{errors:?}"))?;
    let words = |id: &str, quantity: Quantity| {
        let figure = dataset.claim(id)?.figure(quantity)?;
        Some((figure.hedge().name(), figure.number().value))
    };
    let of = Quantity::Category;
    for (id, quantity, expected) in [
        ("moscow-times", of(Category::Killed), ("about", 1000.0)),
        ("moscow-times", of(Category::Wounded), ("about", 3000.0)),
        ("moscow-times", Quantity::Casualties, ("about", 4000.0)),
        ("moscow-times", Quantity::Rate, ("exact", 36.0)),
        ("bbc", Quantity::Deployed, ("about", 11_000.0)),
        ("bbc", of(Category::Killed), ("about", 1000.0)),
        ("bbc", Quantity::Casualties, ("about", 4000.0)),
        ("bbc", Quantity::Rate, ("nearly", 40.0)),
        ("south-korea", of(Category::Killed), ("exact", 300.0)),
        ("south-korea", of(Category::Wounded), ("exact", 2700.0)),
        ("three-governments", Quantity::Deployed, ("over", 10_000.0)),
        ("zelensky", of(Category::Captured), ("exact", 2.0)),
    ] {
        assert_eq!(words(id, quantity), Some(expected), "{id}, {}", quantity.name());
    }
    assert_eq!(words("moscow-times", Quantity::Deployed), None, "the article gives no force beside the 36%");
    assert_eq!(words("bbc", of(Category::Wounded)), None, "the BBC has no figure for the wounded alone");
    assert_eq!(dataset.notes.len(), 7, "every fact without a figure is a note");
    let claims = &dataset.forces[0].claims;
    assert!(claims.len() == 5 && claims.iter().all(|claim| claim.attribution.len() > 1), "every chain is whole");
    Ok(())
}

/// A reader of another language has all of the built-in dataset in it, names included.
#[test]
#[cfg(feature = "render")]
fn the_built_in_dataset_is_whole_in_every_language() -> Result<(), Failure> {
    use casualty_calculator::dataset::BUILT_IN_FILE;
    use casualty_calculator::i18n::CATALOGUES;

    let english = parse_dataset(BUILT_IN).map_err(|errors| format!("{errors:?}"))?;
    let file: serde_json::Value = serde_json::from_str(BUILT_IN_FILE)?;
    let texts = |language: &str| {
        let texts = file["translations"][language].as_object();
        texts.map(|texts| texts.keys().cloned().collect::<Vec<_>>()).unwrap_or_default()
    };
    assert!(texts("uk").len() > 30, "only {:?}", texts("uk"));
    for (language, _) in CATALOGUES {
        let translated = parse_translated(BUILT_IN_FILE, language).map_err(|errors| format!("{errors:?}"))?;
        assert_eq!(translated.language.as_deref(), Some(language));
        assert_eq!(translated.forces[0].scenario, english.forces[0].scenario, "{language}: the figures are the same");
        // Whatever one language has, all have; and where it is a sentence, it is another one.
        assert_eq!(texts(language), texts("uk"), "{language}");
        let pairs = [(&translated.title, &english.title), (&translated.notes[0].text, &english.notes[0].text)];
        assert!(pairs.iter().all(|(translated, english)| translated != english), "{language}");
        let (translated, english) = (format!("{translated:?}"), format!("{english:?}"));
        for text in texts(language).iter().filter(|text| text.contains(' ') && !text.starts_with("KBS")) {
            assert!(english.contains(text.as_str()), "{text} is in the dataset");
            assert!(!translated.contains(&format!("\"{text}\"")), "{language}: {text} is still in English");
        }
    }
    Ok(())
}

/// A figure as its hedge, its number or fraction and the ends of its range.
fn written(figure: Figure, unit: Unit) -> String {
    let [low, high] = figure.ends().map(decimal_text);
    let range = if figure.is_range() { format!(" {low}-{high}") } else { String::new() };
    format!("{} {}{range}", figure.hedge().name(), figure.number().text(unit))
}

fn reported(reported: &Reported, unit: Unit) -> String {
    let mut text = reported.figure.map_or_else(|| "no number".to_owned(), |figure| written(figure, unit));
    for (name, words) in [("words", &reported.words), ("interval", &reported.interval)] {
        if let Some(words) = words {
            text += &format!(", {name} {words}");
        }
    }
    text
}

#[test]
fn nothing_that_a_dataset_says_of_a_force_is_lost() -> Result<(), Failure> {
    let dataset = read(include_str!("datasets/good/everything.json"))?;
    let [force, unit, platoon, other] = &dataset.forces[..] else { return Err("there are four forces".into()) };
    assert_eq!((&*force.id, &*force.name, force.part_of), ("nk", "The brigade", None));
    assert_eq!(force.start, Date::parse("2024-10").ok());
    assert_eq!(force.denominator.as_deref(), Some("ministry"));
    let [dated, in_words] = &force.reinforcements[..] else { return Err("there are two reinforcements".into()) };
    assert_eq!(dated.date, Date::parse("2025-03-27").ok());
    assert_eq!(reported(&dated.count, Unit::People), "at_least 3000");
    assert_eq!(reported(&in_words.count, Unit::People), "no number, words several companies");
    let figures: Vec<_> = Quantity::ALL
        .map(|quantity| {
            force.scenario.figure(quantity).map_or_else(String::new, |figure| written(figure, quantity.unit()))
        })
        .into();
    let expected =
        ["exact 11000", "under 3000", "best 300 250-400", "up_to 3000", "", "nearly 40", "at_least 600", "over 1/3"];
    assert_eq!(figures, expected);
    assert_eq!(force.scenario.start, Date::parse("2024").ok());
    assert_eq!(force.scenario.as_of, Date::parse("2025-01").ok());
    assert_eq!(force.scenario.solve_for, SolveFor::Rate);
    let range = force.input_range(Quantity::Rate);
    assert_eq!((range.min, range.max, range.step), (0.5, 99.5, 0.5));
    assert_eq!(unit.part_of, Some(0));
    assert_eq!(platoon.part_of, Some(1));
    assert_eq!(other.part_of, None);
    let ids = |claims: &[Claim]| claims.iter().map(|claim| claim.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&force.claims), ["early", "ministry", "month", "nobodys", "named"]);
    assert_eq!(ids(&unit.claims), ["rate-alone"]);
    assert_eq!(ids(&other.claims), ["largest"]);
    assert_eq!(dataset.updated, Date::parse("2025-01-22").ok());
    assert!(dataset.show_days_left);
    assert_eq!(dataset.notes[0].date, Date::parse("2025").ok());
    Ok(())
}

#[test]
fn nothing_that_a_dataset_says_of_a_claim_is_lost() -> Result<(), Failure> {
    let dataset = read(include_str!("datasets/good/everything.json"))?;
    let claim = |id: &str| dataset.claim(id).ok_or(format!("there is no claim {id}"));
    let ministry = claim("ministry")?;
    let given = |claim: &Claim, quantity: Quantity| {
        claim.reported(quantity).map_or_else(String::new, |found| reported(found, quantity.unit()))
    };
    let of = Quantity::Category;
    assert_eq!(given(ministry, Quantity::Deployed), "about 11000");
    assert_eq!(given(ministry, of(Category::Killed)), "between 300 300-900, words several hundred");
    assert_eq!(given(ministry, Quantity::Casualties), "best 4000 3500-4600, interval 95% CI");
    assert_eq!(given(ministry, of(Category::Wounded)), "", "the wounded are in a group alone");
    assert_eq!(ministry.covers, Some(Coverage::ALL));
    assert_eq!(ministry.groups.len(), 1);
    assert_eq!(ministry.groups[0].covers, Coverage::ALL.without(Category::Killed.into()));
    assert_eq!(reported(&ministry.groups[0].count, Unit::People), "about 3000");
    let stated =
        |name: RateName| ministry.stated(name).map_or_else(String::new, |found| reported(found, name.measure().unit()));
    for (name, expected) in [
        (RateName::CasualtyRate, "nearly 2/5, words nearly two fifths"),
        (RateName::KilledRate, "exact 2.33"),
        (RateName::WoundedRate, "under 12.5"),
        (RateName::MissingRate, "at_least 1"),
        (RateName::CapturedRate, "up_to 1"),
        (RateName::CasualtyRateFirst, "exact 36"),
        (RateName::Irrecoverable, "about 1000"),
        (RateName::IrrecoverableRate, "exact 9"),
        (RateName::KilledShare, "exact 1/3"),
        (RateName::WoundedPerKilled, "exact 3.5"),
        (RateName::Remaining, "over 7000"),
        (RateName::OneIn, "about 5/2"),
        (RateName::PerDay, "about 43.5"),
        (RateName::PerDayRate, "exact 0.4"),
    ] {
        assert_eq!(stated(name), expected, "{}", name.name());
    }
    assert_eq!(ministry.stated.len(), 14, "each rate that may be stated");
    let [together, relay] = &ministry.attribution[..] else { return Err("the chain has two links".into()) };
    let parties: Vec<_> = together.iter().map(|party| (&*party.name, party.kind, party.side.as_deref())).collect();
    let army = ("Army", Some(PartyKind::Military), Some("North"));
    assert_eq!(parties, [army, ("Navy", Some(PartyKind::Official), None)]);
    assert_eq!(&*relay[0].name, "Agency");
    assert_eq!(ministry.source.link.as_deref(), Some("https://agency.example/?a=1&b=2"));
    assert_eq!(ministry.basis, Basis::Copy);
    assert_eq!(
        [ministry.as_of, ministry.published, ministry.deployed_as_of].map(|date| date.map(Date::text)),
        [Some("2025-01-15".to_owned()), Some("2025-01-22".to_owned()), Some("2024-11".to_owned()),]
    );
    assert_eq!(ministry.as_of_words.as_deref(), Some("mid-January"));
    assert_eq!(ministry.replaces.as_deref(), Some("early"));
    assert!(!ministry.is_withdrawn && !ministry.is_replaced);
    let disputed: Vec<_> = ministry.disputed_by.iter().map(|source| (&*source.name, source.link.as_deref())).collect();
    assert_eq!(disputed, [("Radio", Some("https://radio.example/2")), ("The army", None)]);
    assert_eq!(ministry.note.as_deref(), Some("A note."));

    let early = claim("early")?;
    assert!(early.is_withdrawn && early.is_replaced && early.is_superseded());
    let month = claim("month")?;
    let (from, to) = Date::parse("2024-11").ok().zip(Date::parse("2024-12").ok()).ok_or("two months")?;
    assert_eq!(month.period, Some(Period { from, to }));
    assert_eq!(month.covers, None, "its source does not say what it counts");
    let nobodys = claim("nobodys")?;
    assert_eq!(given(nobodys, of(Category::Killed)), "no number, words dozens");
    assert_eq!(nobodys.lender, Lender::Nobody);
    assert_eq!(claim("named")?.lender, Lender::Claim("ministry".into()));
    assert_eq!(given(claim("named")?, of(Category::Captured)), "exact 0", "nobody is a number");
    assert_eq!(given(claim("largest")?, of(Category::Missing)), "exact 1000000000");
    Ok(())
}

#[test]
fn the_names_of_forces_and_ranges_are_translated_too() -> Result<(), Failure> {
    let text = include_str!("datasets/good/everything.json");
    let dataset = parse_translated(text, "uk-UA").map_err(|errors| format!("{errors:?}"))?;
    assert_eq!(&*dataset.forces[0].name, "Бригада");
    let of = |id: &str, quantity| dataset.claim(id).and_then(|claim| claim.reported(quantity).cloned());
    let total = of("ministry", Quantity::Casualties).ok_or("no total")?;
    assert_eq!(total.interval.as_deref(), Some("95% ДІ"));
    let killed = of("early", Quantity::Category(Category::Killed)).ok_or("no killed")?;
    assert_eq!(killed.words.as_deref(), Some("десь 900"));
    Ok(())
}

#[test]
fn blanks_around_a_text_are_no_part_of_it() -> Result<(), Failure> {
    let dataset = read(include_str!("datasets/good/blanks.json"))?;
    let [force, unit] = &dataset.forces[..] else { return Err("there are two forces".into()) };
    assert_eq!((&*dataset.title, &*force.name), ("How many?", "North Korea"));
    assert_eq!(unit.part_of, Some(0));
    let [bbc, kbs] = &force.claims[..] else { return Err("the force has two claims".into()) };
    assert_eq!((&*bbc.source.name, &*kbs.source.name, &*kbs.id), ("BBC", "KBS", "kbs"));
    let killed = bbc.reported(Quantity::Category(Category::Killed)).ok_or("no killed")?;
    assert_eq!(killed.words.as_deref(), Some("about 1,000"));
    // Names are found again, whatever stands around them.
    assert!(bbc.is_replaced);
    let lender = force.denominator(kbs).and_then(|denominator| denominator.borrowed_from).ok_or("it borrows")?;
    assert_eq!(&*lender.id, "bbc");
    Ok(())
}

#[test]
fn a_figure_may_be_corrected_any_number_of_times() -> Result<(), Failure> {
    let claim = |index: usize| {
        let replaces = if index > 0 { format!(", \"replaces\": \"c{}\"", index - 1) } else { String::new() };
        format!("{{\"id\": \"c{index}\", \"source\": {{\"name\": \"S\"}}, \"killed\": {index}{replaces}}}")
    };
    let claims: Vec<_> = (0..150).map(claim).collect();
    let forces = "\"forces\": [{\"id\": \"f\", \"name\": \"F\"}]";
    let dataset = read(&format!("{{\"format\": 2, \"title\": \"T\", {forces}, \"claims\": [{}]}}", claims.join(",")))?;
    let standing: Vec<_> = dataset.forces[0].claims.iter().filter(|claim| !claim.is_superseded()).collect();
    assert!(matches!(standing[..], [last] if &*last.id == "c149"), "{standing:?}");
    Ok(())
}
