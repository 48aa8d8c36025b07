//! Numbers and dates as the browser's own Intl writes them.

use std::cell::OnceCell;

use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::domain::{Date, Precision};

#[wasm_bindgen]
extern "C" {
    // js-sys declares it without `catch`, and a tag that is none throws.
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
    fn canonical_locales(tag: &str) -> Result<Array, JsValue>;
}

/// What writes the numbers and dates of a language.
pub(super) struct Formats {
    locales: Array,
    /// A writer for days, for months and for years, made when the first is asked for, since making one is slow.
    dates: [OnceCell<Function>; 3],
    /// One writer for each count of decimals from none to four, since making one is slow.
    decimals: [Function; 5],
    plurals: Intl::PluralRules,
}

impl Formats {
    /// For a language tag, and that of the words. What is no tag, or one that the browser does not know, gives the browser's
    /// own language.
    pub(super) fn of(tag: &str, words_tag: &str) -> Self {
        let locales = canonical_locales(tag).unwrap_or_default();
        let number = |decimals: u32| {
            let options = options(&[
                ("maximumFractionDigits", decimals.into()),
                ("numberingSystem", "latn".into()),
                ("useGrouping", true.into()),
            ]);
            Intl::NumberFormat::new(&locales, &options).format()
        };
        let plurals = Intl::PluralRules::new(&canonical_locales(words_tag).unwrap_or_default(), &Object::new());
        Self { decimals: [0, 1, 2, 3, 4].map(number), locales, dates: Default::default(), plurals }
    }

    /// The plural category of a number.
    pub(super) fn plural(&self, count: f64) -> String {
        self.plurals.select(count).into()
    }

    pub(super) fn number(&self, x: f64, decimals: usize) -> String {
        written(&self.decimals[decimals.min(4)], &x.into())
    }

    pub(super) fn date(&self, date: Date) -> String {
        const MILLISECONDS_A_DAY: f64 = 86_400_000.0;
        /// The Julian day of 1 January 1970.
        const EPOCH: i32 = 2_440_588;
        let precision = date.precision();
        let format = self.dates[precision as usize].get_or_init(|| {
            let parts = [
                ("timeZone", "UTC".into()),
                ("calendar", "gregory".into()),
                ("numberingSystem", "latn".into()),
                ("year", "numeric".into()),
                ("month", "long".into()),
                ("day", "numeric".into()),
            ];
            let unknown = match precision {
                Precision::Day => 0,
                Precision::Month => 1,
                Precision::Year => 2,
            };
            Intl::DateTimeFormat::new(&self.locales, &options(&parts[..parts.len() - unknown])).format()
        });
        let since_epoch = f64::from(date.first_day().to_julian_day() - EPOCH) * MILLISECONDS_A_DAY;
        written(format, &JsDate::new(&since_epoch.into()))
    }
}

fn options(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh plain object can't fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

fn written(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
