//! Everything that goes to a site, made here by the code that the command line has: files, code to paste, pictures, and one
//! archive with all of it and the calculator itself. The code is a program of its own, which `start.js` loads when it is asked
//! for.

use std::collections::BTreeMap;

use casualty_calculator::publish::DATA_FILE;
use js_sys::{Array, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use crate::browser::{fetched, png};

/// Where the built files are, seen from this page.
const BUILT: &str = "../";

#[wasm_bindgen]
extern "C" {
    /// The program's functions.
    type Publisher;

    /// Loads the program, once for the page.
    #[wasm_bindgen(catch, js_name = loadPublisher)]
    async fn load_publisher() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method)]
    async fn publish(
        this: &Publisher,
        data: &str,
        source: &str,
        language: &str,
        address: &str,
        page_language: &str,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method)]
    fn archive(this: &Publisher, names: Vec<String>, contents: &Array) -> Result<Vec<u8>, JsValue>;
}

/// What is published of a draft.
#[derive(Deserialize)]
pub struct Made {
    /// The code for each way of embedding.
    pub codes: Codes,
    files: Vec<TextFile>,
    pictures: Vec<Picture>,
}

/// The HTML that an editor copies.
#[derive(Deserialize)]
pub struct Codes {
    /// For pages that take scripts.
    pub tag: String,
    /// For systems that take frames only.
    pub frame: String,
    /// For systems that take neither.
    pub pasted: String,
    /// What the site's template needs for that, once.
    pub template: String,
}

#[derive(Deserialize)]
struct TextFile {
    name: String,
    text: String,
}

#[derive(Deserialize)]
struct Picture {
    name: String,
    svg: String,
    scale: f64,
}

/// Makes what is published of a data file. `address` is that of the folder where the files will be; without one the code is
/// for pages beside the files.
///
/// # Errors
/// What is wrong with the data or the address, or why the program can't be loaded.
pub async fn made(data: &str, language: &str, address: &str, page_language: &str) -> Result<Made, String> {
    let publisher = publisher().await?;
    let made = publisher.publish(data, DATA_FILE, language, address, page_language).await.map_err(told)?;
    serde_json::from_str(&made.as_string().unwrap_or_default()).map_err(|error| error.to_string())
}

async fn publisher() -> Result<Publisher, String> {
    load_publisher().await.map(JsCast::unchecked_into).map_err(told)
}

/// What was thrown, in words.
fn told(error: JsValue) -> String {
    error.as_string().unwrap_or_else(|| error.unchecked_into::<js_sys::Object>().to_string().into())
}

/// The built files that an archive carries: those that the calculator needs on a site.
#[derive(Deserialize)]
struct Manifest {
    files: Vec<BuiltFile>,
}

#[derive(Deserialize)]
struct BuiltFile {
    path: String,
    role: String,
}

/// What the calculator does not need on a site: our own pages, their data, this page.
const NOT_CARRIED: [&str; 5] = ["page", "data", "builder", "publisher", "fallback"];

/// What it needs of these all the same: for frames, the style of what stands where no script runs, help.
const CARRIED: [&str; 6] =
    ["address.js", "frame.js", "page.js", "styles/frame.css", "fallback.css", "troubleshooting.txt"];

/// The archive of what is published, with its data file and its table.
///
/// # Errors
/// Which file could not be fetched or made.
pub async fn archive(made: &Made, data: &str, table: &str) -> Result<Vec<u8>, String> {
    let manifest = fetched(&[BUILT, "manifest.json"].concat()).await?;
    let manifest: Manifest = serde_json::from_slice(&manifest).map_err(|error| format!("manifest.json: {error}"))?;
    let mut files = BTreeMap::new();
    for BuiltFile { path, role } in manifest.files {
        if CARRIED.contains(&&*path) || !NOT_CARRIED.contains(&&*role) {
            let content = fetched(&[BUILT, &path].concat()).await?;
            files.insert(path, content);
        }
    }
    for file in &made.files {
        files.insert(file.name.clone(), file.text.clone().into_bytes());
    }
    for picture in &made.pictures {
        let pixels = png(&picture.svg, picture.scale).await.ok_or_else(|| picture.name.clone())?;
        files.insert(picture.name.clone(), pixels);
    }
    files.insert(DATA_FILE.to_owned(), data.as_bytes().to_vec());
    files.insert("table.csv".to_owned(), table.as_bytes().to_vec());
    let contents = files.values().map(|content| Uint8Array::from(content.as_slice())).collect::<Array>();
    publisher().await?.archive(files.into_keys().collect(), &contents).map_err(told)
}
