//! Tables from the clipboard, and texts into it.

use casualty_calculator::table::Sheet;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Document, DomParser, Element, Event, HtmlTableElement, SupportedType};

/// The cells of what is pasted, blank rows and all: those of a table where a spreadsheet or a page gives one, else those of
/// its text.
pub fn pasted_rows(event: &Event) -> Option<Vec<Vec<String>>> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let of_table = data.get_data("text/html").ok().filter(|html| !html.is_empty()).and_then(|html| table_rows(&html));
    of_table.or_else(|| Some(text_rows(&data.get_data("text/plain").ok()?)))
}

/// The cells of the first table in HTML. The browser reads it into a document of its own, where nothing is fetched or run.
fn table_rows(html: &str) -> Option<Vec<Vec<String>>> {
    let document: Document = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    let table = document.query_selector("table").ok()??.dyn_into::<HtmlTableElement>().ok()?;
    let rows = table.rows();
    let mut read = Vec::new();
    for index in 0..rows.length() {
        let row = rows.item(index)?;
        let cells = row.children();
        let mut texts = Vec::new();
        for cell in (0..cells.length()).filter_map(|index| cells.item(index)) {
            texts.push(cell_text(&cell));
            // A cell over several columns leaves the others empty.
            let span = cell.get_attribute("colspan").and_then(|span| span.parse().ok()).unwrap_or(1_usize);
            texts.extend((1..span.min(100)).map(|_| String::new()));
        }
        read.push(texts);
    }
    // What pages mark bold is a table of one cell in some programs.
    (!read.is_empty()).then_some(read)
}

/// The text of a cell, with its line breaks and without the white space of the markup.
fn cell_text(cell: &Element) -> String {
    let breaks = cell.query_selector_all("br").ok();
    for index in 0..breaks.as_ref().map_or(0, web_sys::NodeList::length) {
        let node = breaks.as_ref().and_then(|breaks| breaks.item(index));
        if let Some(node) = node {
            node.set_text_content(Some("\u{b}"));
        }
    }
    let text = cell.text_content().unwrap_or_default();
    let lines = text.split('\u{b}').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The cells of a text, with rows that are blank in their places.
fn text_rows(text: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in Sheet::from_text(text).rows {
        rows.resize(row.number.saturating_sub(1).max(rows.len()), Vec::new());
        rows.push(row.cells);
    }
    rows
}

/// Copies a text; `false` where the browser refuses.
pub async fn copy(text: &str) -> bool {
    let clipboard = gloo::utils::window().navigator().clipboard();
    // Without a secure address there is no clipboard.
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
