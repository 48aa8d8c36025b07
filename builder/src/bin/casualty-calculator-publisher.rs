//! What makes the files that go to a site. It is a program of its own, since it holds all that draws a calculator: the builder
//! can be used long before it is there. `builder/src/archive.rs` calls it.

use casualty_calculator::publish::{DATA_FILE, FRAME_PAGE, Options, Publication, archive};
use js_sys::{Array, Uint8Array};
use serde_json::json;
use wasm_bindgen::prelude::*;

/// The table of the archive, as the builder saves it.
const TABLE: &str = "table.csv";

fn main() {}

/// What is published of a data file, as the text of a JSON object: `codes`, `files` and `pictures`. `address` is that of the
/// folder where the files will be; without one the code is for pages beside the files. The page of an archive is in the
/// language of whoever makes it, `page_language`.
///
/// # Errors
/// What is wrong with the data or the address, as a text.
#[wasm_bindgen]
pub async fn publish(
    data: String,
    source: String,
    language: String,
    address: String,
    page_language: String,
) -> Result<String, JsValue> {
    let mut options = Options::new(&language);
    // A path of the same site has no full address, and so no page of its own to share.
    options.url = (!address.is_empty() && !address.starts_with(['/', '.'])).then(|| address.clone());
    options.src = Some(source);
    let publication = Publication::draw(&data, options).await.map_err(told)?;
    let codes = publication.codes(if address.is_empty() { "." } else { &address }).await.map_err(told)?;
    let mut files = publication.files().map_err(told)?;
    // Without a full address it is none of them.
    files.retain(|file| file.name != FRAME_PAGE);
    files.push(publication.frame_page());
    let pictures = publication.pictures();
    let mut names: Vec<_> = [DATA_FILE, TABLE].into_iter().chain(files.iter().map(|file| file.name)).collect();
    names.extend(pictures.iter().map(|picture| picture.name));
    let page = publication.archive_page(&page_language, &codes, names).map_err(told)?;
    let files = files.iter().map(|file| json!({"name": file.name, "text": file.text}));
    let files: Vec<_> = files.chain([json!({"name": "index.html", "text": page})]).collect();
    let pictures = pictures.map(|picture| json!({"name": picture.name, "svg": picture.svg, "scale": picture.scale}));
    let codes = json!({"tag": codes.tag, "frame": codes.frame, "pasted": codes.pasted, "template": codes.template});
    Ok(json!({"codes": codes, "files": files, "pictures": pictures}).to_string())
}

/// One archive of files, given by their names and what is in them.
///
/// # Errors
/// Which name is none of a file in an archive, as a text.
#[wasm_bindgen(js_name = archive)]
pub fn archive_of(names: Vec<String>, contents: &Array) -> Result<Vec<u8>, JsValue> {
    let contents = contents.iter().map(|content| Uint8Array::new(&content).to_vec());
    archive(&names.into_iter().zip(contents).collect::<Vec<_>>()).map_err(told)
}

fn told(error: impl ToString) -> JsValue {
    error.to_string().into()
}
