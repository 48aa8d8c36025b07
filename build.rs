//! Makes the copy of the built-in dataset that goes into the library: without the translations, which browsers fetch when
//! they need one, and written as `JSON.stringify` writes it, so that a page's own copy of it is known again.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value};

const DATASET: &str = "data/kursk-january-2025.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={DATASET}");
    println!("cargo::rerun-if-changed=build.rs");
    let mut dataset: Map<String, Value> = serde_json::from_str(&fs::read_to_string(DATASET)?)?;
    dataset.remove("translations");
    let folder = env::var_os("OUT_DIR").ok_or("cargo names no folder for what is made")?;
    fs::write(Path::new(&folder).join("built-in.json"), serde_json::to_string(&dataset)?)?;
    Ok(())
}
