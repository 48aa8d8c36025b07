//! The dataset and all results, with the same fields as the page's download.

use super::error::Error;
use crate::components::View;
use crate::dataset::Value;
use crate::results::result_fields;

/// The text of the file.
///
/// # Errors
/// Where JSON has no form for a result.
pub(super) fn figures_json(data: Value, view: &View) -> Result<String, Error> {
    let claims: Vec<_> = view.stories.iter().map(|story| &story.claims).collect();
    let derived: Vec<_> = view.forces.iter().map(|derived| &**derived).collect();
    let mut fields = vec![("data", data)];
    fields.extend(result_fields(&view.state, &view.story.dataset, &claims, &derived));
    let text = serde_json::to_string_pretty(&Value::object(fields)).map_err(Error::Json)?;
    Ok(text + "\n")
}
