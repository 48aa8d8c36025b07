//! Files that are opened and saved.

use gloo::file::{Blob, ObjectUrl, futures::read_as_bytes};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, HtmlAnchorElement, HtmlInputElement};

/// The text of a file.
///
/// # Errors
/// Where it can't be read, or is not text that is known.
pub async fn text_of(file: &gloo::file::File) -> Result<String, NotText> {
    let bytes = read_as_bytes(file).await.map_err(|error| NotText::Unreadable(error.to_string()))?;
    decoded(bytes)
}

/// Why a file has no text.
#[derive(Debug, PartialEq, Eq)]
pub enum NotText {
    /// The browser can't read it.
    Unreadable(String),
    /// It is a spreadsheet's own file.
    Spreadsheet,
    /// It is in no encoding that can be told.
    Encoding,
}

/// Text as programs write it: UTF-8, or UTF-16 with a mark at the beginning. Other encodings can't be told apart.
fn decoded(bytes: Vec<u8>) -> Result<String, NotText> {
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        // A zip archive, as which spreadsheets are written, or what they were before that.
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(NotText::Spreadsheet),
        _ => String::from_utf8(bytes).map_err(|_| NotText::Encoding),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let units: Vec<_> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16(&units).map_err(|_| NotText::Encoding)
}

/// What stands at an address, which is seen from this page.
///
/// # Errors
/// Why it did not come, with the address.
pub async fn fetched(address: &str) -> Result<Vec<u8>, String> {
    let told = |error: gloo::net::Error| format!("{address}: {error}");
    let response = gloo::net::http::Request::get(address).send().await.map_err(told)?;
    if !response.ok() {
        return Err(format!("{address}: {} {}", response.status(), response.status_text()));
    }
    response.binary().await.map_err(told)
}

/// The file that was chosen; the input is empty again, so that the same one may be chosen once more.
pub fn file_of(input: &HtmlInputElement) -> Option<gloo::file::File> {
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    file.map(gloo::file::File::from)
}

/// The file that was dropped.
pub fn dropped(event: &DragEvent) -> Option<gloo::file::File> {
    event.data_transfer()?.files()?.get(0).map(gloo::file::File::from)
}

/// Saves a file under a name.
pub fn save(name: &str, content: &[u8], kind: &str) {
    let url = ObjectUrl::from(Blob::new_with_options(content, Some(kind)));
    let link =
        gloo::utils::document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The browser reads it after this; a minute is long enough for any disk.
    gloo::timers::callback::Timeout::new(60_000, move || drop(url)).forget();
}

#[cfg(test)]
mod tests {
    use super::{NotText, decoded};

    #[test]
    fn a_file_is_read_in_the_encodings_that_spreadsheets_save() {
        assert_eq!(decoded("Убито;1".into()), Ok("Убито;1".to_owned()));
        assert_eq!(decoded(vec![0xff, 0xfe, b'a', 0, 0x23, 0x04]), Ok("aУ".to_owned()));
        assert_eq!(decoded(vec![0xfe, 0xff, 0, b'a']), Ok("a".to_owned()));
        assert_eq!(decoded(b"PK\x03\x04rest".to_vec()), Err(NotText::Spreadsheet));
        assert_eq!(decoded(vec![b'a', 0xd3]), Err(NotText::Encoding));
    }
}
