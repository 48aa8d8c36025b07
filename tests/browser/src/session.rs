//! A browser of its own for each test, whichever engine it has.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use axum::http::Method;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{Capabilities, ElementId, RequestData, SessionId, WebDriver, WebElement};

use crate::engine::Engine;
use crate::process::{Display, Process};
use crate::server::Refusals;
use crate::skip::Cannot;

/// How long the browser may take for a window of another size.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often a browser is started before that counts as a failure.
const TRIES: usize = 3;

/// A running browser. The fields are dropped in this order: the browser says goodbye before its driver ends.
pub struct Session {
    engine: Engine,
    driver: WebDriver,
    refusals: Refusals,
    /// The console's errors of pages that were left.
    errors: Mutex<Vec<String>>,
    _process: Process,
    display: Option<Display>,
    _profile: TempDir,
}

impl Session {
    /// Starts the browser, with an empty profile. What it is not let through, the server refuses.
    ///
    /// # Errors
    /// Where the browser or its driver is missing or does not start.
    pub async fn start(engine: Engine, refusals: Refusals) -> anyhow::Result<Self> {
        let profile = tempfile::tempdir().context("no folder for the browser's profile")?;
        let display = engine.wants_display().then(|| Display::start(profile.path())).transpose()?;
        let capabilities = serde_json::from_value::<Capabilities>(engine.capabilities(profile.path()))?;
        let mut tries = 1;
        let (process, driver) = loop {
            let (process, port) = Process::driver(engine, display.as_ref(), profile.path())?;
            match WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities.clone()).await {
                Ok(driver) => break (process, driver),
                // Whoever listens at a port that was free may be another test's.
                Err(_) if tries < TRIES => tries += 1,
                Err(error) => return Err(error).with_context(|| format!("{engine:?} did not start")),
            }
        };
        let session =
            Self { engine, driver, refusals, errors: Mutex::default(), _process: process, display, _profile: profile };
        if engine == Engine::WebKit {
            session.driver.set_window_rect(0, 0, 1100, 900).await.context("the window's size")?;
        }
        Ok(session)
    }

    /// What drives the browser.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Which engine it has.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Goes to an address, and keeps the errors of the page that is left.
    ///
    /// # Errors
    /// Where the page does not load.
    pub async fn open(&self, address: &str) -> anyhow::Result<()> {
        let errors = self.console_errors().await?;
        self.lock_errors().extend(errors);
        self.driver.goto(address).await.with_context(|| address.to_owned())
    }

    /// The errors on the browser's console since they were last asked for. Chromium has a log of its own, in which the
    /// network's errors stand too; elsewhere it is what the page could notice itself.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn console_errors(&self) -> anyhow::Result<Vec<String>> {
        let mut errors = std::mem::take(&mut *self.lock_errors());
        if self.engine == Engine::Chromium {
            let entries = self.driver.browser_log().await.context("the browser's console")?;
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
            let noted = self.driver.execute(noted, Vec::new()).await;
            errors.extend(noted.context("the page's errors")?.convert::<Vec<String>>()?);
        }
        Ok(errors)
    }

    /// Every address that was asked for since this was last called: in Chromium by the browser's own log, of all frames and
    /// workers; elsewhere by what the page lists.
    ///
    /// # Errors
    /// Where the browser does not answer, or says it in another form.
    pub async fn requests(&self) -> anyhow::Result<Vec<String>> {
        if self.engine != Engine::Chromium {
            let listed = "return ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type))
                .map(({ name }) => name)";
            let listed = self.driver.execute(listed, Vec::new()).await.context("what the page lists")?;
            return Ok(listed.convert()?);
        }
        let mut requests = Vec::new();
        for entry in self.driver.get_log("performance").await.context("the browser's log")? {
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
        match self.engine {
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
                self.moz_context("chrome").await?;
                let done = self.driver.execute(script, vec![scheme.into(), width.into(), height.into()]).await;
                self.moz_context("content").await?;
                done.context("the browser's own script")?;
            }
            Engine::WebKit => {
                self.display.as_ref().context("no display")?.set_scheme(scheme)?;
                let around = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
                let around: (u64, u64) = self.driver.execute(around, Vec::new()).await?.convert()?;
                let (wide, high) = (u32::try_from(width + around.0)?, u32::try_from(height + around.1)?);
                self.driver.set_window_rect(0, 0, wide, high).await?;
            }
        }
        let now = "return [innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches]";
        let (wanted, deadline) = (json!([width, height, scheme == "dark"]), Instant::now() + PATIENCE);
        loop {
            let now: Value = self.driver.execute(now, Vec::new()).await?.convert()?;
            if now == wanted {
                return Ok(());
            }
            if self.engine == Engine::WebKit && now[0].as_u64() > Some(width) && Instant::now() > deadline {
                return Err(Cannot::because(format!("its window is no narrower than {} pixels, not {width}", now[0])));
            }
            ensure!(Instant::now() < deadline, "width, height and darkness are {now} and not {wanted}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// What the browser tells those who listen of an element: its role and its name.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn told_of(&self, element: &WebElement) -> anyhow::Result<[String; 2]> {
        let mut told = [String::new(), String::new()];
        for (what, told) in ["computedrole", "computedlabel"].into_iter().zip(&mut told) {
            let answer = self.driver.cmd(Told(what, element.element_id())).await;
            *told = answer.and_then(|answer| answer.value()).with_context(|| what.to_owned())?;
        }
        Ok(told)
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn end(self) -> anyhow::Result<()> {
        self.driver.quit().await.context("the browser did not end")
    }

    /// Lets nothing through whose path contains one of these, stars aside, until it is told otherwise.
    ///
    /// # Errors
    /// Never: as one more thing that is asked of the browser it reads like the others.
    pub async fn block(&self, addresses: &[&str]) -> anyhow::Result<()> {
        self.refusals.set(addresses);
        Ok(())
    }

    /// How many bytes the page holds, its wasm's memory counted, after the browser has collected what nobody uses.
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
        if self.engine != Engine::Chromium {
            return Err(Cannot::because(format!("it takes Chromium's DevTools ({method})")));
        }
        self.driver.cdp().send_raw(method, parameters).await.with_context(|| method.to_owned())
    }

    /// Whether Firefox runs scripts in the page or, with all rights, in its own window.
    async fn moz_context(&self, context: &'static str) -> anyhow::Result<()> {
        self.driver.cmd(MozContext(context)).await.with_context(|| format!("the context {context}"))?;
        Ok(())
    }

    fn lock_errors(&self) -> MutexGuard<'_, Vec<String>> {
        self.errors.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A command that the library has not: what the browser makes of an element for those who listen.
#[derive(Debug)]
struct Told(&'static str, ElementId);

impl FormatRequestData for Told {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::GET, format!("/session/{session}/element/{}/{}", self.1, self.0))
    }
}

/// A command that geckodriver alone has.
#[derive(Debug)]
struct MozContext(&'static str);

impl FormatRequestData for MozContext {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/moz/context")).add_body(json!({"context": self.0}))
    }
}
