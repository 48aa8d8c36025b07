//! A dataset of a story and its claims.

use serde_json::{Map, Value};

/// The fields of a dataset that stand behind its claims.
const BEHIND_CLAIMS: [&str; 4] = ["notes", "credits", "texts", "translations"];

/// A dataset: everything about a story but its claims, and its claims. The fields of the story keep their order, and the
/// claims stand where they stand in our own files, before notes and credits; or where the story has claims of its own, in
/// their place.
///
/// ```
/// use casualty_calculator::table::dataset;
/// use serde_json::json;
///
/// let story = json!({"format": 2, "title": "How many?", "forces": [], "credits": "By hand."});
/// let names: Vec<_> = dataset(&story, vec![]).as_object().expect("fields").keys().cloned().collect();
/// assert_eq!(names, ["format", "title", "forces", "claims", "credits"]);
/// ```
pub fn dataset(story: &Value, claims: Vec<Value>) -> Value {
    let mut fields = Map::new();
    let mut claims = Some(Value::from(claims));
    let has_own = story.get("claims").is_some();
    for (name, value) in story.as_object().into_iter().flatten() {
        let is_place = if has_own { name == "claims" } else { BEHIND_CLAIMS.contains(&name.as_str()) };
        if let Some(claims) = is_place.then(|| claims.take()).flatten() {
            fields.insert("claims".to_owned(), claims);
        }
        if name != "claims" {
            fields.insert(name.clone(), value.clone());
        }
    }
    if let Some(claims) = claims {
        fields.insert("claims".to_owned(), claims);
    }
    fields.into()
}
