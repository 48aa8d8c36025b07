//! Drafts that are kept in the browser, each under a key of its own, so that none takes another's place.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::storage::errors::StorageError;
use gloo::storage::{LocalStorage, SessionStorage, Storage};
use gloo::utils::window;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use crate::draft::Draft;

/// What all keys begin with.
const PREFIX: &str = "casualty-calculator/draft/";

/// Where a tab remembers which draft it has open.
const OPEN: &str = "casualty-calculator/open-draft";

/// Where the heads of tables are kept that were assigned by hand.
const HEADS: &str = "casualty-calculator/heads";

/// A draft as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// What tells it from other drafts.
    pub id: String,
    /// When it was kept, in milliseconds since 1970.
    pub time: f64,
    /// The tab that has it open.
    pub tab: String,
    /// The draft.
    pub draft: Rc<Draft>,
}

/// Something that no other tab or draft is called.
pub fn fresh_id() -> String {
    format!("{:x}-{:x}", js_sys::Date::now() as u64, (js_sys::Math::random() * 1e9) as u64)
}

/// The drafts that are there, the newest first. What a later version wrote and this one can't read is left alone.
pub fn all() -> Vec<Kept> {
    let storage = LocalStorage::raw();
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok()?);
    let mut kept: Vec<Kept> =
        keys.filter(|key| key.starts_with(PREFIX)).filter_map(|key| LocalStorage::get(key).ok()).collect();
    kept.sort_by(|a, b| b.time.total_cmp(&a.time));
    kept
}

/// The draft that this tab had open before it was loaded anew.
pub fn open_before() -> Option<Kept> {
    let id: String = SessionStorage::get(OPEN).ok()?;
    LocalStorage::get([PREFIX, &id].concat()).ok()
}

/// Keeps a draft.
///
/// # Errors
/// Where the browser has no room for it, or keeps nothing.
pub fn keep(kept: &Kept) -> Result<(), StorageError> {
    LocalStorage::set([PREFIX, &kept.id].concat(), kept)?;
    SessionStorage::set(OPEN, &kept.id)
}

/// Removes a draft.
pub fn remove(id: &str) {
    LocalStorage::delete([PREFIX, id].concat());
}

/// Forgets which draft this tab has open.
pub fn close() {
    SessionStorage::delete(OPEN);
}

/// Calls back when another tab keeps a draft.
pub fn on_kept_elsewhere(callback: impl Fn(Kept) + 'static) -> EventListener {
    EventListener::new(&window(), "storage", move |event| {
        let value = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::new_value);
        if let Some(kept) = value.and_then(|value| serde_json::from_str(&value).ok()) {
            callback(kept);
        }
    })
}

/// The heads that were assigned by hand, with the names of their columns.
pub fn heads() -> std::collections::BTreeMap<String, String> {
    LocalStorage::get(HEADS).unwrap_or_default()
}

/// Keeps what a head was assigned to, for the next table.
pub fn keep_head(head: &str, column: &str) {
    let mut heads = heads();
    heads.insert(head.to_owned(), column.to_owned());
    // Without room it is asked for again.
    let _ = LocalStorage::set(HEADS, heads);
}
