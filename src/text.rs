//! Putting texts together. `format!` and the joins of the standard library bring machinery of their own into the browser's
//! copy, some 1.5 KB compressed, so texts there are made with `concat` and with this.

/// The parts with something between them.
pub(crate) fn join<T: AsRef<str>>(parts: &[T], separator: &str) -> String {
    let mut text = String::new();
    for part in parts {
        append(&mut text, separator, part.as_ref());
    }
    text
}

/// Adds a part to a text, with something between them where neither is empty.
#[inline(never)]
pub(crate) fn append(text: &mut String, separator: &str, part: &str) {
    if !text.is_empty() && !part.is_empty() {
        text.push_str(separator);
    }
    text.push_str(part);
}
