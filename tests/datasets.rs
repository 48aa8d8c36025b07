//! Good and bad datasets: the messages that a data journalist reads, word for word.

use std::fs;
use std::path::{Path, PathBuf};

use casualty_calculator::dataset::{BUILT_IN, parse_dataset, schema};
use casualty_calculator::domain::{Category, Quantity};

type Failure = Box<dyn std::error::Error>;

fn folder(name: &str) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(name))?;
    let mut files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.retain(|path| !path.to_string_lossy().contains("schema"));
    files.sort();
    Ok(files)
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
    assert!(files.len() >= 20, "only {} bad datasets", files.len());
    assert!(wrong.is_empty(), "unexpected errors:\n{}", wrong.join("\n\n"));
    Ok(())
}

#[test]
fn every_dataset_of_the_project_can_be_read() -> Result<(), Failure> {
    let files = folder("data")?;
    assert!(files.len() >= 2, "{files:?}");
    for file in files {
        let errors = parse_dataset(&fs::read_to_string(&file)?).err().unwrap_or_default();
        let errors: Vec<_> = errors.iter().map(ToString::to_string).collect();
        assert!(errors.is_empty(), "{}: {}", file.display(), errors.join("\n"));
    }
    Ok(())
}

/// The schema may allow more than the program, as it can't compare claims, but refuses nothing that the program takes.
#[test]
fn an_editor_that_knows_the_schema_warns_of_the_same_mistakes() -> Result<(), Failure> {
    let validator = jsonschema::draft202012::new(&schema())?;
    let files = folder("data")?;
    assert!(files.len() >= 2, "{files:?}");
    for file in files {
        let value = serde_json::from_str(&fs::read_to_string(&file)?)?;
        let errors: Vec<_> =
            validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {}", file.display(), errors.join("\n"));
    }
    // What only reading finds: the calendar, ranges, and what holds between fields and claims.
    let beyond_the_schema = [
        "comment",
        "cut-off",
        "dates",
        "denominator",
        "denominator-of-a-bad-claim",
        "empty",
        "groups",
        "ids",
        "input-ranges",
        "line-break-in-a-text",
        "no-break-space",
        "number-beyond-all-bounds",
        "period",
        "range-reversed",
        "repeated-field",
        "trailing-comma",
        "unquoted",
    ];
    let files = folder("tests/datasets/bad")?;
    for name in beyond_the_schema {
        assert!(files.iter().any(|file| file.ends_with(format!("{name}.json"))), "there is no {name}");
    }
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if beyond_the_schema.contains(&name.as_str()) {
            continue;
        }
        let value = serde_json::from_str(&fs::read_to_string(&file)?)?;
        assert!(!validator.is_valid(&value), "the schema lets {name} pass");
    }
    Ok(())
}

#[test]
fn the_published_schema_is_the_present_one() -> Result<(), Failure> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/dataset.schema.json");
    let published: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    assert_eq!(published, schema(), "write it anew: cargo run -- schema > data/dataset.schema.json");
    Ok(())
}

/// What the article of January 2025 holds, row by row.
#[test]
fn the_built_in_dataset_holds_every_reported_figure() -> Result<(), Failure> {
    let dataset = parse_dataset(BUILT_IN).map_err(|errors| format!("{errors:?}"))?;
    let words = |id: &str, quantity: Quantity| {
        let figure = dataset.claim(id)?.figure(quantity)?;
        Some((figure.hedge().name(), figure.numbers().0))
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
    assert!(dataset.claims.iter().all(|claim| claim.attribution.len() > 1), "every chain is whole");
    Ok(())
}

/// A reader of another language has all of the built-in dataset in it, names included.
#[test]
#[cfg(feature = "render")]
fn the_built_in_dataset_is_whole_in_every_language() -> Result<(), Failure> {
    use casualty_calculator::dataset::{BUILT_IN_FILE, parse_translated};
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
        assert_eq!(translated.scenario, english.scenario, "{language}: the figures are the same");
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
