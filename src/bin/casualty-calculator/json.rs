//! JSON as the command prints it.

use serde::Serialize;

/// A value as indented JSON, with a line break at its end.
///
/// # Errors
/// A message, where the value has no form in JSON.
pub fn pretty(value: &impl Serialize) -> Result<String, String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}
