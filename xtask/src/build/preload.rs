//! What a page can say early of the files that the loader will ask for, so that they are on their way before it is there. Their
//! names change with each release, so it is for pages that change with it.

use super::manifest::File;

/// Where a page of ours says so.
pub const PLACE: &str = "<!-- preload -->";

/// The lines for the head of a page. Each asks for a file as the loader will: else it would be fetched twice.
pub fn lines(glue: &File, wasm: &File, style: &File) -> String {
    let fetched = |File { path, integrity, .. }: &File| {
        format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{path}\" integrity=\"{integrity}\">")
    };
    let File { path, integrity, .. } = glue;
    let script = format!("<link rel=\"modulepreload\" href=\"{path}\" integrity=\"{integrity}\">");
    [fetched(wasm), script, fetched(style)].join("\n  ")
}
