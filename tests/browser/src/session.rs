//! What a visit does with its browser, whichever engine that has.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use axum::http::Method;
use futures_util::{StreamExt, TryStreamExt};
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{ElementId, RequestData, SessionId, WebDriver, WebElement};

use crate::browser::Browser;
use crate::engine::Engine;
use crate::server::Refusals;
use crate::skip::Cannot;

/// How long the browser may take for a window of another size.
const PATIENCE: Duration = Duration::from_secs(5);

/// How narrow WebKit's window is at least, in pixels, once a window was to be narrower; until then 0.
static NARROWEST: AtomicU64 = AtomicU64::new(0);

/// A visit's browser, with the errors of the visit alone.
pub struct Session {
    browser: Browser,
    refusals: Refusals,
    /// The console's errors of pages that were left.
    errors: Mutex<Vec<String>>,
}

impl Session {
    /// Begins a visit. What is not to be let through, the server refuses.
    pub fn new(browser: Browser, refusals: Refusals) -> Self {
        Self { browser, refusals, errors: Mutex::default() }
    }

    /// The browser, for another visit or to be ended.
    pub fn into_browser(self) -> Browser {
        self.browser
    }

    /// What drives the browser.
    pub fn driver(&self) -> &WebDriver {
        self.browser.driver()
    }

    /// Which engine it has.
    pub fn engine(&self) -> Engine {
        self.browser.engine()
    }

    /// Goes to an address, and keeps the errors of the page that is left.
    ///
    /// # Errors
    /// Where the page does not load.
    pub async fn open(&self, address: &str) -> anyhow::Result<()> {
        let errors = self.console_errors().await?;
        self.lock_errors().extend(errors);
        self.driver().goto(address).await.with_context(|| address.to_owned())
    }

    /// The errors on the browser's console since they were last asked for. Chromium has a log of its own, in which the
    /// network's errors stand too; elsewhere it is what the page could notice itself.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn console_errors(&self) -> anyhow::Result<Vec<String>> {
        let mut errors = std::mem::take(&mut *self.lock_errors());
        if self.engine() == Engine::Chromium {
            let entries = self.driver().browser_log().await.context("the browser's console")?;
            let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message);
            // What a test had the server refuse is no error of the page.
            errors.extend(severe.filter(|message| !self.refusals.explain(message)));
        } else {
            // A test may have left it in a frame, whose errors are in the outermost page.
            let noted = "let outer = window;
                try {
                    while (outer.parent !== outer && outer.parent.consoleErrors) outer = outer.parent;
                } catch { /* Another origin. */ }
                return outer.consoleErrors?.splice(0) ?? [];";
            let noted = self.driver().execute(noted, Vec::new()).await;
            errors.extend(noted.context("the page's errors")?.convert::<Vec<String>>()?);
        }
        Ok(errors)
    }

    /// Every address that was asked for since this was last called: in Chromium by the browser's own log, of all frames and
    /// workers, which a browser of a fresh profile keeps; elsewhere by what the page lists.
    ///
    /// # Errors
    /// Where the browser does not answer, or says it in another form.
    pub async fn requests(&self) -> anyhow::Result<Vec<String>> {
        if self.engine() != Engine::Chromium {
            let listed = "return ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type))
                .map(({ name }) => name)";
            let listed = self.driver().execute(listed, Vec::new()).await.context("what the page lists")?;
            return Ok(listed.convert()?);
        }
        let mut requests = Vec::new();
        for entry in self.driver().get_log("performance").await.context("the browser's log")? {
            let entry: Value = serde_json::from_str(&entry.message)?;
            let (method, request) = (&entry["message"]["method"], &entry["message"]["params"]);
            // The browser shows a page of its own at first.
            let own = request["documentURL"].as_str().is_some_and(|address| address.starts_with("chrome:"));
            if method == "Network.requestWillBeSent" && !own {
                requests.push(request["request"]["url"].as_str().context("a request's address")?.to_owned());
            }
        }
        Ok(requests)
    }

    /// Shows pages as a reader with this colour scheme, and a screen of this many pixels, sees them.
    ///
    /// # Errors
    /// Where the browser does not answer, or can't: see [`Cannot`].
    pub async fn show_as(&self, scheme: &str, width: u64, height: u64) -> anyhow::Result<()> {
        match self.engine() {
            Engine::Chromium => {
                let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
                self.devtools("Emulation.setEmulatedMedia", features).await?;
                let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
                self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
            }
            Engine::Firefox => {
                // Its windows are no narrower than 500 pixels, but what they show can be.
                let script = "const [scheme, width, height] = arguments;
                    const browser = gBrowser.selectedBrowser;
                    browser.browsingContext.prefersColorSchemeOverride = scheme;
                    browser.style.width = `${width}px`;
                    browser.style.height = `${height}px`;";
                self.browser.run_in_firefox(script, vec![scheme.into(), width.into(), height.into()]).await?;
            }
            Engine::WebKit => {
                let narrowest = NARROWEST.load(Ordering::Relaxed);
                if width < narrowest {
                    return Err(too_narrow(narrowest, width));
                }
                self.browser.display()?.set_scheme(scheme)?;
                let around = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
                let around: (u64, u64) = self.driver().execute(around, Vec::new()).await?.convert()?;
                let (wide, high) = (u32::try_from(width + around.0)?, u32::try_from(height + around.1)?);
                self.driver().set_window_rect(0, 0, wide, high).await?;
            }
        }
        let now = "return [innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches]";
        let (wanted, deadline) = (json!([width, height, scheme == "dark"]), Instant::now() + PATIENCE);
        loop {
            let now: Value = self.driver().execute(now, Vec::new()).await?.convert()?;
            if now == wanted {
                return Ok(());
            }
            if let Some(narrowest) = now[0].as_u64().filter(|now| *now > width)
                && self.engine() == Engine::WebKit
                && Instant::now() > deadline
            {
                NARROWEST.store(narrowest, Ordering::Relaxed);
                return Err(too_narrow(narrowest, width));
            }
            ensure!(Instant::now() < deadline, "width, height and darkness are {now} and not {wanted}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// What the browser tells those who listen of each of these: its role and its name.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn roles_and_names(&self, elements: &[WebElement]) -> anyhow::Result<Vec<[String; 2]>> {
        let ask = async |what: &'static str, element: &WebElement| -> anyhow::Result<String> {
            let answer = self.driver().cmd(ComputedValue(what, element.element_id())).await;
            answer.and_then(|answer| answer.value()).with_context(|| what.to_owned())
        };
        let both = elements.iter().map(async |element| {
            let told = [ask("computedrole", element).await?, ask("computedlabel", element).await?];
            anyhow::Ok(told)
        });
        // The next question is there when the driver has answered one.
        futures_util::stream::iter(both).buffered(2).try_collect().await
    }

    /// Lets nothing through whose path contains one of these, stars aside, until it is told otherwise.
    ///
    /// # Errors
    /// Never: as one more thing that is asked of the browser it reads like the others.
    pub async fn block(&self, addresses: &[&str]) -> anyhow::Result<()> {
        self.refusals.set(addresses);
        Ok(())
    }

    /// How many bytes the page holds after the browser has collected what nobody uses. The memory of its wasm is not among them:
    /// the browser counts that of buffers, and none of `WebAssembly.Memory`.
    ///
    /// # Errors
    /// Where the browser does not answer or has no such figures: see [`Cannot`].
    pub async fn heap(&self) -> anyhow::Result<f64> {
        self.devtools("HeapProfiler.enable", json!({})).await?;
        // What a first collection frees may have held more.
        for _ in 0..3 {
            self.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let usage = self.devtools("Runtime.getHeapUsage", json!({})).await?;
        let part = |name: &str| usage[name].as_f64().with_context(|| format!("no {name} in {usage}"));
        Ok(part("usedSize")? + part("embedderHeapUsedSize")? + part("backingStorageSize")?)
    }

    /// Gives a command to Chromium's DevTools, for what WebDriver has none for.
    ///
    /// # Errors
    /// Where the browser does not take it, or has none: see [`Cannot`].
    pub async fn devtools(&self, method: &str, parameters: Value) -> anyhow::Result<Value> {
        if self.engine() != Engine::Chromium {
            return Err(Cannot::because(format!("it takes Chromium's DevTools ({method})")));
        }
        self.driver().cdp().send_raw(method, parameters).await.with_context(|| method.to_owned())
    }

    fn lock_errors(&self) -> MutexGuard<'_, Vec<String>> {
        self.errors.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn too_narrow(narrowest: u64, width: u64) -> anyhow::Error {
    Cannot::because(format!("its window is no narrower than {narrowest} pixels, not {width}"))
}

/// A command that the library has not: what the browser makes of an element for those who listen.
#[derive(Debug)]
struct ComputedValue(&'static str, ElementId);

impl FormatRequestData for ComputedValue {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::GET, format!("/session/{session}/element/{}/{}", self.1, self.0))
    }
}
