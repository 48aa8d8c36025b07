//! The builder: the page on which a calculator is made for a story, without code. Nothing leaves the browser.
//!
//! Data flows one way: what somebody does is an [`Act`](draft::Act), which makes of the [`Draft`](draft::Draft) another one;
//! what the draft comes to as a dataset is [judged](judged); the parts of the page draw both.

mod app;
mod archive;
mod browser;
mod draft;
mod judged;
mod keeping;
mod kept;
mod opened;
mod parts;
mod words;

/// The element that the page is drawn in.
const ROOT: &str = "builder";

fn main() {
    if let Some(root) = gloo::utils::document().get_element_by_id(ROOT) {
        // What it says to those for whom it can't start.
        root.set_text_content(None);
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
